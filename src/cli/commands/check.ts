import type { CommandLine } from "../arguments";
import type { Terminal } from "../terminal";
import { openFile } from "./open-file";
import { printReport, reviewFile } from "./review-file";

/** `check FILE`: reads, validates, recalculates; writes nothing. */
export async function check(line: CommandLine, terminal: Terminal): Promise<number> {
  const opened = await openFile(line, terminal);
  const reviewed = await reviewFile(opened, line.options, terminal);
  return printReport(opened, reviewed, line.options, terminal);
}
