import { derivedFrom, SEAL_FORMAT, type Seal } from "../../app/output/seal";
import { replayed, type Replayed } from "../../app/output/replayed";
import { readText } from "../../app/text-file";
import { exactFromText } from "../../core/model/exact";
import type { ReviewOptions } from "../../core/review";
import { builtInPack, loadPack } from "../../core/rules/packs/index";
import { readSettings } from "../../core/rules/settings";
import { UsageError, type CommandLine } from "../arguments";
import { CommandFailure, EXIT, type Terminal } from "../terminal";
import { openToRead } from "./open-file";
import { reviewFile, sourceOf } from "./review-file";

/** How many differences are listed before the rest is counted. */
const LISTED = 40;

/** `replay X.pinghe.json FILE`: derives all of a sealed review anew and says where it does not come out the same (SPEC G18). */
export async function replay(line: CommandLine, terminal: Terminal): Promise<number> {
  const { positionals, options } = line;
  const [sealFile, file, ...rest] = positionals;
  if (sealFile === undefined || file === undefined || rest.length > 0)
    throw new UsageError(
      "用法：pinghe replay 封存.pinghe.json 文件.xlsx",
      "Usage: pinghe replay X.pinghe.json FILE.xlsx",
    );
  const sealed = await readSeal(sealFile, terminal, options.lang);
  const { chosen, lost } = optionsOf(sealed);
  const opened = await openToRead({ ...line, positionals: [file] }, terminal);
  const reviewed = await reviewFile(opened, chosen, options, terminal);
  const source = sourceOf({ ...opened, file: sealed.file.name }, reviewed, sealed.lang, terminal);
  // What stands in a JSON text is compared, not what only lives in memory.
  const derived = JSON.parse(JSON.stringify(derivedFrom(source, reviewed, sealed.lang))) as unknown;
  const { differences, respelled } = replayed(sealed.derived, derived);
  const sameFile = sealed.file.sha256 === source.sha256;
  const report = {
    sameFile,
    sameContent: sameFile || sealed.file.contentHash === source.contentHash,
    sameVersion: sealed.version === source.version,
    lost,
    respelled,
    differences,
  };
  if (options.format === "json") terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  else terminal.out(replayText(report, sealed, options.lang));
  return report.sameContent && differences.length === 0 && lost.length === 0 ? EXIT.clean : EXIT.errors;
}

async function readSeal(file: string, terminal: Terminal, lang: "zh" | "en"): Promise<Seal> {
  const text = readText(await terminal.readFile(file));
  if (!text.ok) throw new CommandFailure(`${file}: ${text.failure[lang]}`);
  const wrong = new CommandFailure(lang === "zh" ? `${file}: 不是 pinghe seal 写出的文件` : `${file}: not a file that pinghe seal wrote`); // prettier-ignore
  let read: unknown;
  try {
    read = JSON.parse(text.value);
  } catch {
    throw wrong;
  }
  if (isSeal(read)) return read;
  throw wrong;
}

function isSeal(read: unknown): read is Seal {
  const { format, layout, file, given, derived, lang } = (read ?? {}) as Partial<Seal>;
  const named = typeof file?.name === "string" && typeof file.sha256 === "string";
  const listed = Array.isArray(given?.settings) && Array.isArray(given.inputs);
  return format === SEAL_FORMAT && layout === 1 && named && listed && derived !== undefined && (lang === "zh" || lang === "en"); // prettier-ignore
}

/** The sealed options as a review takes them, and what of them can not be had any more. */
function optionsOf({ given }: Seal): { readonly chosen: ReviewOptions; readonly lost: readonly string[] } {
  const lost: string[] = [];
  const inputs = new Map(
    given.inputs.flatMap(([name, text]) => {
      const number = exactFromRatio(text);
      if (!number) lost.push(name);
      return number ? [[name, number] as const] : [];
    }),
  );
  const settings = readSettings(given.settings);
  if (!settings.ok) for (const setting of given.settings) lost.push(setting);
  const pack = given.pack === null ? null : packOf(given.pack);
  if (given.pack && pack?.version !== given.pack.version) lost.push(`${given.pack.id} ${given.pack.version}`);
  return { chosen: { inputs, settings: settings.ok ? settings.value : {}, pack, template: null }, lost };
}

function packOf({ id, text }: NonNullable<Seal["given"]["pack"]>): ReviewOptions["pack"] {
  if (text === null) return builtInPack(id);
  const read = loadPack(text);
  return read.ok ? read.value : null;
}

/** "69/77" or a decimal, as they were sealed. */
function exactFromRatio(text: string) {
  const [n, d] = text.split("/").map(exactFromText);
  if (!n || (text.includes("/") && !d)) return null;
  return d ? n.div(d) : n;
}

interface ReplayReport extends Replayed {
  readonly sameFile: boolean;
  readonly sameContent: boolean;
  readonly sameVersion: boolean;
  readonly lost: readonly string[];
}

function replayText(report: ReplayReport, sealed: Seal, lang: "zh" | "en"): string {
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const { sameFile, sameContent, sameVersion, lost, respelled, differences } = report;
  const shown = (value: unknown): string => (value === undefined ? say("（无）", "(none)") : JSON.stringify(value).slice(0, 80)); // prettier-ignore
  const lines = [
    sameFile
      ? say("文件与封存时相同。", "The file is the one that was sealed.")
      : sameContent
        ? say("文件已另存过，内容与封存时相同。", "The file was saved since; it holds the same.")
        : say("文件内容与封存时不同。", "The file holds something else than when it was sealed."),
    ...(sameVersion ? [] : [say(`封存所用版本为 ${sealed.version}，与现在的不同。`, `It was sealed by version ${sealed.version}, which is not this one.`)]), // prettier-ignore
    ...lost.map((one) => say(`无法照原样取得：${one}`, `Can not be had as it was: ${one}`)),
    differences.length === 0
      ? say("重新推算的结果与封存的逐字相同。", "All that was derived anew is the same, byte for byte.")
      : say(`重新推算有 ${differences.length} 处不同：`, `${differences.length} places differ:`),
    ...(respelled === 0 ? [] : [say(`有 ${respelled} 个公式另存时改了写法，意思相同。`, `${respelled} formulas were spelled otherwise when the file was saved; they say the same.`)]), // prettier-ignore
    ...differences
      .slice(0, LISTED)
      .map(({ path, sealed: before, now }) => `  ${path}: ${shown(before)} → ${shown(now)}`),
    ...(differences.length > LISTED ? [say(`  另有 ${differences.length - LISTED} 处`, `  and ${differences.length - LISTED} more`)] : []), // prettier-ignore
  ];
  return `${lines.join("\n")}\n`;
}
