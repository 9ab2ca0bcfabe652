import type { Language } from "../../app/failure-words";
import { readInputs } from "../../app/inputs-file";
import { readText } from "../../app/text-file";
import { wordSettingProblem } from "../../app/setting-words";
import type { ReviewOptions } from "../../core/review";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { builtInPack } from "../../core/rules/packs/index";
import type { PackFile } from "../../core/rules/packs/schema";
import { readSettings } from "../../core/rules/settings";
import { createXlsxHost } from "../../host/xlsx/xlsx-host";
import { UsageError, type Options } from "../arguments";
import { CommandFailure, type Terminal } from "../terminal";
import { failed } from "./open-file";
import { faulty, proofFaults, readGivenPack } from "./pack-file";

const known = new WeakMap<Options, Promise<ReviewOptions>>();

/**
 * What the options of a command that reviews say: numbers, settings, pack and template, each read and proven once, however
 * many files are reviewed by them.
 */
export function reviewOptions(options: Options, terminal: Terminal): Promise<ReviewOptions> {
  const read = known.get(options) ?? readOptions(options, terminal);
  known.set(options, read);
  return read;
}

async function readOptions(options: Options, terminal: Terminal): Promise<ReviewOptions> {
  const settings = readSettings(options.set);
  if (!settings.ok)
    throw new UsageError(wordSettingProblem(settings.failure, "zh"), wordSettingProblem(settings.failure, "en"));
  return {
    settings: settings.value,
    inputs: await inputsOf(options, terminal),
    pack: await packOf(options, terminal),
    template: await templateOf(options, terminal),
  };
}

async function inputsOf({ inputs, lang }: Options, terminal: Terminal): Promise<ReviewOptions["inputs"]> {
  if (inputs === undefined) return new Map();
  const read = readInputs(await textOf(inputs, terminal, lang));
  if (read.ok) return read.value;
  throw faulty(inputs, read.failure.map(({ line, [lang]: words }) => `:${line} ${words}`), lang); // prettier-ignore
}

async function textOf(file: string, terminal: Terminal, lang: Language): Promise<string> {
  const text = readText(await terminal.readFile(file));
  if (!text.ok) throw new CommandFailure(`${file}: ${text.failure[lang]}`);
  return text.value;
}

/** A built-in pack by its id, or a file of the user's own; what its proof finds wrong is said, and judges all the same. */
async function packOf({ pack, lang }: Options, terminal: Terminal): Promise<PackFile | null> {
  if (pack === undefined || pack === "auto") return null;
  const builtIn = builtInPack(pack);
  if (builtIn) return builtIn;
  const given = await readGivenPack(pack, terminal, lang);
  for (const fault of proofFaults(given, pack, lang)) terminal.err(`pinghe: ${fault}\n`);
  return given.pack;
}

async function templateOf({ template, lang }: Options, terminal: Terminal): Promise<WorkbookSnapshot | null> {
  if (template === undefined) return null;
  const read = await createXlsxHost(await terminal.readFile(template)).read();
  if (!read.ok) throw failed(read.failure, lang, template);
  return read.value;
}
