import type { CommandLine } from "../arguments";
import type { Terminal } from "../terminal";
import { earlierRound, raisedSince } from "./baseline-file";
import { openToRead } from "./open-file";
import { printReport, reviewFile } from "./review-file";
import { offeredPack } from "./offered-pack";
import { reportBeside } from "./report-file";
import { reviewOptions } from "./review-options";
import { roundOfOpened } from "./round-file";
import { refuseSlip, writeSlip } from "./slip-file";

/** `check FILE`: reads, validates, recalculates; writes nothing but the return slip that `--slip` names. */
export async function check(line: CommandLine, terminal: Terminal): Promise<number> {
  const opened = await openToRead(line, terminal);
  await refuseSlip(opened.file, line.options, terminal);
  const chosen = await offeredPack(opened, await reviewOptions(line.options, terminal), line.options, terminal);
  const reviewed = await reviewFile(opened, chosen, line.options, terminal);
  const earlier = await earlierRound(line, terminal);
  const raised = raisedSince(earlier, () => roundOfOpened(opened, reviewed, line.options, terminal));
  const since = earlier && { raised, earlier: earlier.findings };
  const beside = { since, report: await reportBeside(reviewed, line.options, terminal) };
  const status = printReport(opened, reviewed, line.options, terminal, beside);
  if (line.options.slip !== undefined)
    await writeSlip(roundOfOpened(opened, reviewed, line.options, terminal, beside), line.options, terminal);
  return status;
}
