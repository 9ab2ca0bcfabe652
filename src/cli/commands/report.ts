import { gapsIn } from "../../app/draft/draft-document";
import { draftReport } from "../../app/draft/draft-report";
import { countBySeverity } from "../../app/output/count";
import { reportFindings } from "../../app/worded-review";
import { UsageError, type CommandLine } from "../arguments";
import { CommandFailure, EXIT, type Terminal } from "../terminal";
import { offeredPack } from "./offered-pack";
import { openToRead } from "./open-file";
import { refuseOverwriting } from "./output-place";
import { reviewFile } from "./review-file";
import { reviewOptions } from "./review-options";

/** `report FILE -o OUT.docx`: the self-evaluation report as a draft made of what the workbook holds (SPEC I28). */
export async function report(line: CommandLine, terminal: Terminal): Promise<number> {
  const { options } = line;
  const { out, lang } = options;
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  if (out === undefined) throw new UsageError("缺少 -o：请给出输出文件。", "Give the output file with -o.");
  if (!/\.docx$/i.test(out))
    throw new UsageError(`自评报告应以 .docx 结尾，不能是“${out}”。`, `The report ends with .docx, not "${out}".`);
  const opened = await openToRead(line, terminal);
  await refuseOverwriting(out, opened.file, options, terminal);
  const chosen = await offeredPack(opened, await reviewOptions(options, terminal), options, terminal);
  const reviewed = await reviewFile(opened, chosen, options, terminal);
  const draft = draftReport(reviewed.review);
  if (!draft) throw new CommandFailure(`${opened.file}: ${say("没有识别出指标计分表，未写自评报告。", "No scoring table was found; no report was written.")}`); // prettier-ignore
  const { writeDraft } = await import(/* webpackMode: "eager" */ "../../host/document/write-draft");
  await terminal.writeFile(out, await writeDraft(draft));
  const gaps = gapsIn(draft);
  terminal.out(say(`已写入 ${out}（草稿，待填 ${gaps} 处）\n`, `Wrote ${out} (a draft in Chinese, ${gaps} gaps to fill)\n`)); // prettier-ignore
  return countBySeverity(reportFindings(reviewed, lang)).errors > 0 ? EXIT.errors : EXIT.clean;
}
