import { readInputs } from "../../app/inputs-file";
import { wordSettingProblem } from "../../app/setting-words";
import type { ReviewOptions } from "../../core/review";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { builtInPack, BUILT_IN_PACKS, loadPack } from "../../core/rules/packs/index";
import type { PackFile } from "../../core/rules/packs/schema";
import { readSettings } from "../../core/rules/settings";
import { createXlsxHost } from "../../host/xlsx/xlsx-host";
import { UsageError, type Options } from "../arguments";
import { CommandFailure, type Terminal } from "../terminal";
import { failed, readBytes } from "./open-file";

/** What the options of check, score and prepare say: numbers, settings, pack and template, each read and proven. */
export async function reviewOptions(options: Options, terminal: Terminal): Promise<ReviewOptions> {
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
  const read = readInputs(new TextDecoder().decode(await readBytes(inputs, terminal, lang)));
  if (read.ok) return read.value;
  const problems = read.failure.map((problem) => `${inputs}:${problem.line} ${problem[lang]}`);
  throw new CommandFailure(problems.join(lang === "zh" ? "；" : "; "));
}

/** A built-in pack by its id, or a file of the user's own. */
async function packOf({ pack, lang }: Options, terminal: Terminal): Promise<PackFile | null> {
  if (pack === undefined) return null;
  const builtIn = builtInPack(pack);
  if (builtIn) return builtIn;
  const bytes = await terminal.readFile(pack);
  if (!bytes) {
    const ids = BUILT_IN_PACKS.join(" ");
    throw new UsageError(
      `没有规则包或文件“${pack}”。内置规则包：${ids}`,
      `No pack or file "${pack}". Built in: ${ids}`,
    );
  }
  const read = loadPack(new TextDecoder().decode(bytes));
  if (read.ok) return read.value;
  const problems = read.failure.map(
    ({ line, path, message }) => `${pack}:${line} ${path === "" ? "" : `${path}: `}${message}`,
  );
  throw new CommandFailure(problems.join(lang === "zh" ? "；" : "; "));
}

async function templateOf({ template, lang }: Options, terminal: Terminal): Promise<WorkbookSnapshot | null> {
  if (template === undefined) return null;
  const read = await createXlsxHost(await readBytes(template, terminal, lang)).read();
  if (!read.ok) throw failed(read.failure, lang, template);
  return read.value;
}
