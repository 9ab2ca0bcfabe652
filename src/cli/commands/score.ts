import { besideReport, reviewWorkbook, type Reviewed } from "../../app/review-workbook";
import { isFatal, planFor, writeUntilSettled } from "../../app/write-review";
import { succeed } from "../../core/model/result";
import { refusalText } from "../../core/plan/describe";
import type { CommandLine } from "../arguments";
import { CommandFailure, type Terminal } from "../terminal";
import { failed, openFile, outputFile, writeOutput } from "./open-file";
import { printReport, reviewFile } from "./review-file";
import { offeredPack } from "./offered-pack";
import { reportToLay } from "./report-file";
import { reviewOptions } from "./review-options";

/** `score FILE -o OUT`: the review, and a copy with rates, scores, names, guards and 核验记录 in it. */
export async function score(line: CommandLine, terminal: Terminal): Promise<number> {
  const { options } = line;
  const opened = await openFile(line, terminal);
  const out = await outputFile(line, opened, terminal);
  const chosen = await offeredPack(opened, await reviewOptions(options, terminal), options, terminal, "write");
  const reviewed = await reviewFile(opened, chosen, options, terminal, "write");
  const lay = await reportToLay(options, terminal);
  const report = lay && (await lay(reviewed));
  const recorded = async (now: Reviewed): Promise<Reviewed> =>
    lay ? besideReport(now, (await lay(now)).report.findings) : now;
  const writing = { lang: options.lang, fillBlank: options.fillBlank, pack: chosen.pack };
  const planned = planFor(await recorded(reviewed), writing);
  const fatal = planned.refusals.find(isFatal);
  if (fatal) throw new CommandFailure(`${opened.file}: ${refusalText(fatal, options.lang)}`);
  const written = await writeUntilSettled(opened.host, planned, async () => {
    const next = await reviewWorkbook(opened.host, chosen);
    return next.ok ? succeed(planFor(await recorded(next.value), writing)) : next;
  });
  if (!written.ok) throw failed(written.failure, options.lang, opened.file);
  await writeOutput(out, opened, terminal);
  const withPlan = {
    ...reviewed,
    review: { ...reviewed.review, findings: [...reviewed.review.findings, ...planned.findings] },
  };
  const status = printReport(opened, withPlan, options, terminal, { report });
  for (const refusal of planned.refusals) terminal.err(`${refusalText(refusal, options.lang)}\n`);
  if (options.format === "text") {
    const cells = written.value.cellsWritten;
    terminal.out(options.lang === "zh" ? `已写入 ${out}（${cells} 个单元格）\n` : `Wrote ${out} (${cells} cells)\n`);
  }
  return status;
}
