import { diffJson } from "../../app/output/diff-json";
import { reviewJson } from "../../app/output/json";
import { compareRounds } from "../../app/rounds/compare-rounds";
import { readRound, roundOf } from "../../app/rounds/read-round";
import type { Round } from "../../app/rounds/round";
import { readText } from "../../app/text-file";
import { reportFindings } from "../../app/worded-review";
import { UsageError, type CommandLine } from "../arguments";
import { diffText } from "../render/diff-text";
import { CommandFailure, EXIT, type Terminal } from "../terminal";
import { offeredPack } from "./offered-pack";
import { openToRead } from "./open-file";
import { reviewFile, sourceOf } from "./review-file";
import { reviewOptions } from "./review-options";

/** `diff OLD NEW`: what became of a workbook since an earlier round; each may be a workbook or a JSON report (SPEC Y1). */
export async function diff(line: CommandLine, terminal: Terminal): Promise<number> {
  const { positionals, options } = line;
  const [old, young, ...rest] = positionals;
  if (old === undefined || young === undefined || rest.length > 0)
    throw new UsageError(
      "用法：pinghe diff 上一轮 这一轮（工作簿，或 check --format json 的报告）",
      "Usage: pinghe diff OLD NEW (workbooks, or reports of check --format json)",
    );
  const compared = compareRounds(await readSide(old, line, terminal), await readSide(young, line, terminal));
  terminal.out(
    options.format === "json"
      ? `${JSON.stringify(diffJson(compared, options.lang), null, 2)}\n`
      : diffText(compared, options.lang, terminal.colour),
  );
  return compared.now.findings.some(({ severity }) => severity === "error") ? EXIT.errors : EXIT.clean;
}

async function readSide(file: string, line: CommandLine, terminal: Terminal): Promise<Round> {
  const { options } = line;
  const bytes = await terminal.readFile(file);
  const read = isText(bytes) ? readReport(bytes, file, options.lang) : await reviewSide({ ...line, positionals: [file] }, terminal);
  if (!read.ok) throw new CommandFailure(`${file}: ${read.failure[options.lang]}`);
  return { ...read.value, file };
} // prettier-ignore

/** A report begins with a brace, behind a mark of UTF-8 and blanks; no workbook does. */
const isText = (bytes: Uint8Array): boolean =>
  /^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(new TextDecoder("latin1").decode(bytes.subarray(0, HEAD)));

const HEAD = 64;

function readReport(bytes: Uint8Array, file: string, lang: "zh" | "en") {
  const text = readText(bytes);
  if (!text.ok) throw new CommandFailure(`${file}: ${text.failure[lang]}`);
  return readRound(text.value);
}

/** A workbook as its own report: both sides are then read the same way. */
async function reviewSide(line: CommandLine, terminal: Terminal) {
  const { options } = line;
  const opened = await openToRead(line, terminal);
  const chosen = await offeredPack(opened, await reviewOptions(options, terminal), options, terminal);
  const reviewed = await reviewFile(opened, chosen, options, terminal);
  const source = sourceOf(opened, reviewed, terminal);
  const report = reviewJson(source, reviewed.review, reportFindings(reviewed, options.lang), options.lang);
  return roundOf(JSON.parse(JSON.stringify(report)));
}
