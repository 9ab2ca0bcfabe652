import type { Language } from "../../app/failure-words";
import { readInputs } from "../../app/inputs-file";
import { readText } from "../../app/text-file";
import { wordSettingProblem } from "../../app/setting-words";
import type { ReviewOptions } from "../../core/review";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { builtInPack, BUILT_IN_PACKS, loadPack } from "../../core/rules/packs/index";
import type { PackProblem } from "../../core/rules/packs/read-pack";
import type { YamlProblem } from "../../core/rules/packs/yaml-file";
import type { PackFile } from "../../core/rules/packs/schema";
import { readSettings } from "../../core/rules/settings";
import { createXlsxHost } from "../../host/xlsx/xlsx-host";
import { UsageError, type Options } from "../arguments";
import { FileFault } from "../files/file-fault";
import { CommandFailure, type Terminal } from "../terminal";
import { failed } from "./open-file";

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
  const read = readInputs(await textOf(inputs, terminal, lang));
  if (read.ok) return read.value;
  throw faulty(inputs, read.failure, lang);
}

async function textOf(file: string, terminal: Terminal, lang: Language): Promise<string> {
  const text = readText(await terminal.readFile(file));
  if (!text.ok) throw new CommandFailure(`${file}: ${text.failure[lang]}`);
  return text.value;
}

const MOST_SHOWN = 20;

/** All faulty lines in one line of the screen, unless there are very many. */
function faulty(file: string, problems: readonly YamlProblem[], lang: Language): CommandFailure {
  const shown = problems
    .slice(0, MOST_SHOWN)
    .map((problem) => `${file}:${problem.line} ${problem[lang].replace(/[。.]$/, "")}`);
  const rest = problems.length - shown.length;
  if (rest > 0) shown.push(lang === "zh" ? `另有 ${rest} 处` : `${rest} more`);
  return new CommandFailure(shown.join(lang === "zh" ? "；" : "; "));
}

/** A built-in pack by its id, or a file of the user's own. */
async function packOf({ pack, lang }: Options, terminal: Terminal): Promise<PackFile | null> {
  if (pack === undefined || pack === "auto") return null;
  const builtIn = builtInPack(pack);
  if (builtIn) return builtIn;
  const read = loadPack(await packText(pack, terminal, lang));
  if (read.ok) return read.value;
  throw faulty(pack, read.failure.map(withPath), lang);
}

async function packText(pack: string, terminal: Terminal, lang: Language): Promise<string> {
  try {
    return await textOf(pack, terminal, lang);
  } catch (error) {
    if (!(error instanceof FileFault && error.code === "ENOENT")) throw error;
    const ids = BUILT_IN_PACKS.join(" ");
    throw new UsageError(
      `没有规则包或文件“${pack}”。内置规则包：${ids}`,
      `No pack or file "${pack}". Built in: ${ids}`,
    );
  }
}

const withPath = ({ line, path, zh, en }: PackProblem): YamlProblem =>
  path === "" ? { line, zh, en } : { line, zh: `${path}：${zh}`, en: `${path}: ${en}` };

async function templateOf({ template, lang }: Options, terminal: Terminal): Promise<WorkbookSnapshot | null> {
  if (template === undefined) return null;
  const read = await createXlsxHost(await terminal.readFile(template)).read();
  if (!read.ok) throw failed(read.failure, lang, template);
  return read.value;
}
