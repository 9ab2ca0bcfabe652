import { diffJson } from "../../app/output/diff-json";
import { compareRounds } from "../../app/rounds/compare-rounds";
import { isOpenError } from "../../app/rounds/round";
import { UsageError, type CommandLine } from "../arguments";
import { diffText } from "../render/diff-text";
import { EXIT, type Terminal } from "../terminal";
import { roundOfFile } from "./round-file";

/** `diff OLD NEW`: what became of a workbook since an earlier round; each may be a workbook or a JSON report (SPEC Y1). */
export async function diff(line: CommandLine, terminal: Terminal): Promise<number> {
  const { positionals, options } = line;
  const [old, young, ...rest] = positionals;
  if (old === undefined || young === undefined || rest.length > 0)
    throw new UsageError(
      "用法：pinghe diff 上一轮 这一轮（工作簿，或 check --format json 的报告）",
      "Usage: pinghe diff OLD NEW (workbooks, or reports of check --format json)",
    );
  const compared = compareRounds(await roundOfFile(old, line, terminal), await roundOfFile(young, line, terminal));
  terminal.out(
    options.format === "json"
      ? `${JSON.stringify(diffJson(compared, options.lang), null, 2)}\n`
      : diffText(compared, options.lang, terminal.colour),
  );
  return compared.now.findings.some(isOpenError) ? EXIT.errors : EXIT.clean;
}
