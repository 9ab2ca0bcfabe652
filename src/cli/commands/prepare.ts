import { planPrepared } from "../../app/prepare-template";
import { reviewWorkbook, type Reviewed } from "../../app/review-workbook";
import { offersJson } from "../../app/output/json";
import { offerLines } from "../../app/offer-words";
import { isFatal, writeUntilSettled } from "../../app/write-review";
import { succeed } from "../../core/model/result";
import { isDifference } from "../../core/findings/differences";
import { wordFindings } from "../../core/findings/word";
import { refusalText } from "../../core/plan/describe";
import { decimalText, sumExact } from "../../core/model/exact";
import type { Review } from "../../core/review.types";
import type { CommandLine } from "../arguments";
import { CommandFailure, EXIT, type Terminal } from "../terminal";
import { failed, openFile, outputFile, writeOutput } from "./open-file";
import { reviewFile } from "./review-file";
import { offeredPack } from "./offered-pack";
import { reviewOptions } from "./review-options";

/** `prepare TEMPLATE -o OUT`: an official template made into a workbook that scores itself as it is filled in. */
export async function prepare(line: CommandLine, terminal: Terminal): Promise<number> {
  const { options } = line;
  const opened = await openFile(line, terminal);
  const out = await outputFile(line, opened, terminal);
  const chosen = await offeredPack(opened, await reviewOptions(options, terminal), options, terminal, "write");
  const reviewed = await reviewFile(opened, chosen, options, terminal, "write");
  if (reviewed.review.tables.length === 0) {
    const none = options.lang === "zh" ? "没有找到指标计分表。" : "No scoring table was found.";
    throw new CommandFailure(`${opened.file}: ${none}`);
  }
  const planned = planPrepared(reviewed, chosen.pack, options.lang);
  const fatal = planned.refusals.find(isFatal);
  if (fatal) throw new CommandFailure(`${opened.file}: ${refusalText(fatal, options.lang)}`);
  const written = await writeUntilSettled(opened.host, planned, async () => {
    const next = await reviewWorkbook(opened.host, chosen);
    return next.ok ? succeed(planPrepared(next.value, chosen.pack, options.lang)) : next;
  });
  if (!written.ok) throw failed(written.failure, options.lang, opened.file);
  await writeOutput(out, opened, terminal);
  const summary = summaryOf(reviewed.review);
  terminal.out(
    options.format === "json"
      ? `${JSON.stringify({ out, ...summary, offers: offersJson(reviewed.review, options.lang) }, null, 2)}\n`
      : summaryText(out, summary, options.lang) +
          offerLines(reviewed.review, options.lang)
            .map((line) => `  ${line}\n`)
            .join(""),
  );
  for (const line of differencesFrom(reviewed, options.lang)) terminal.err(`${line}\n`);
  for (const refusal of planned.refusals) terminal.err(`${refusalText(refusal, options.lang)}\n`);
  return EXIT.clean;
}

/** Where the template departs from the source that judges, or from a usual one: said, since the formulas follow what judges. */
const differencesFrom = ({ review }: Reviewed, lang: "zh" | "en"): readonly string[] =>
  wordFindings(review.findings.filter(isDifference), lang).map(({ message }) => message);

type Summary = ReturnType<typeof summaryOf>;

/** How much of the template scores itself, in marks, and what people will have to fill in. */
function summaryOf({ tables, quantities }: Review) {
  const indicators = tables.flatMap((table) => table.indicators);
  const marks = (of: typeof indicators): string =>
    decimalText(sumExact(of.flatMap(({ indicator }) => (indicator.fullMark ? [indicator.fullMark.number] : []))), 2);
  const ruled = indicators.filter(({ rule }) => rule !== null);
  return {
    indicators: indicators.length,
    scored: ruled.length,
    marks: marks(indicators),
    scoredMarks: marks(ruled),
    quantities: quantities.length,
    choices: indicators.flatMap(({ answers, definition }) => (definition ? [] : answers)).length,
  };
}

function summaryText(out: string, of: Summary, lang: "zh" | "en"): string {
  return lang === "zh"
    ? `已生成 ${out}\n  ${of.indicators} 项指标中 ${of.scored} 项自动计分（${of.scoredMarks} / ${of.marks} 分），其余由填报人打分\n  需填报：基础数据 ${of.quantities} 项，选择和计数 ${of.choices} 项\n`
    : `Made ${out}\n  ${of.scored} of ${of.indicators} indicators score themselves (${of.scoredMarks} of ${of.marks} marks); the rest are scored by hand\n  To be filled in: ${of.quantities} quantities, ${of.choices} choices and counts\n`;
}
