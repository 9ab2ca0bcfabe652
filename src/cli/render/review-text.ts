import { pushAll } from "../../core/workbook/long-lists";
import { rectA1 } from "../../core/workbook/address";
import type { Review } from "../../core/review.types";
import type { Language } from "../../app/failure-words";
import { ledgerLine } from "../../app/ledger-words";
import { offerLines, packNotes } from "../../app/offer-words";
import { packBasisLines } from "../../app/pack-words";
import { wordProblem } from "../../app/problem-words";
import { countBySeverity } from "../../app/output/count";
import { onlyTables } from "../../app/report-words";
import type { ReviewedReport } from "../../app/review-report";
import type { ReportedFinding } from "../../app/worded-review";
import { tinter } from "../terminal";
import type { PlaceNames } from "../../core/findings/place-names";
import { findingLines } from "./findings-text";
import { reportLines } from "./report-text";
import { tableLines, type Paint, type Say } from "./table-text";

export interface TextReport {
  readonly file: string;
  readonly review: Review;
  readonly findings: readonly ReportedFinding[];
  readonly lang: Language;
  readonly colour: boolean;
  /** How cells are named where they have no addresses. */
  readonly places: PlaceNames | null;
  /** Parts of a document that are not read with its tables. */
  readonly lost: readonly string[];
  /** The narrative report beside the workbook; null where none is named. */
  readonly report: ReviewedReport | null;
}

/** The review as a person reads it: what was judged comes first, then what is missing, then the findings (SPEC K3). */
export function reviewText(report: TextReport): string {
  const say: Say = (zh, en) => (report.lang === "zh" ? zh : en);
  const paint = tinter(report.colour);
  const lines = [paint("bold", report.file)];
  for (const [i, table] of report.review.tables.entries()) {
    const account = report.review.ledger.tables[i]?.cells;
    const cells = account ? [`  ${ledgerLine(account, report.lang)}`] : [];
    pushAll(lines, ["", ...placed(tableLines(table, cells, report.lang, say, paint), report, table.table.sheet)]);
  }
  pushAll(lines, placed(beyondLines(report, say), report, null));
  if (report.lost.length > 0) pushAll(lines, ["", onlyTables(report.lost, report.lang)]);
  if (report.report) pushAll(lines, ["", ...reportLines(report.report, report.lang)]);
  const aside = [
    ...packBasisLines(report.review, report.lang),
    ...packNotes(report.review, report.lang),
    ...offerLines(report.review, report.lang),
  ];
  if (aside.length > 0) pushAll(lines, ["", ...aside]);
  const { problems } = report.review;
  if (problems.length > 0) {
    pushAll(lines, [
      "",
      say("数据取用说明", "How data was taken"),
      ...placed(
        problems.map((one) => `  · ${wordProblem(one, report.lang)}`),
        report,
        null,
      ),
    ]);
  }
  // a cell of the base data is no cell of the table
  const sheets = new Set([...report.review.tables.map(({ table }) => table.sheet), ...report.findings.flatMap(({ finding }) => finding.sheet ?? [])]); // prettier-ignore
  // a place of a document names its table already
  const named = report.places ? new Set<string | null>() : sheets;
  if (report.findings.length > 0) pushAll(lines, ["", ...findingLines(report.findings, report.lang, paint, named)]);
  lines.push("", summaryLine(report, say, paint));
  return `${lines.join("\n")}\n`;
}

const placed = (lines: readonly string[], { places }: TextReport, sheet: string | null): readonly string[] =>
  // 表1 A2:F31 names its table once
  places ? lines.map((line) => places.text(line, sheet).replace(/(\S+) (?=\1 )/, "")) : lines;

/** Base data in sheets of their own, and cells that stand far from every table. */
function beyondLines({ review: { ledger }, lang }: TextReport, say: Say): string[] {
  const bases = ledger.baseData.map(({ base, cells }) => `${base.sheet} ${rectA1(base.range)}  ${ledgerLine(cells, lang)}`);
  const outside = ledger.outside.map(({ sheet, area, cells }) =>
    say(`${sheet} ${rectA1(area)}  远离表格的 ${cells} 个单元格未读`, `${sheet} ${rectA1(area)}  ${cells} cells far from every table were not read`),
  );
  const others = ledger.others.map(({ sheet, cells }) => say(`${sheet}（${cells} 格）`, `${sheet} (${cells} cells)`));
  const unread = others.length > 0 && ledger.tables.length > 0 ? [say(`没有计分表的工作表：${others.join("、")}`, `Sheets without a scoring table: ${others.join(", ")}`)] : [];
  return bases.length + outside.length + unread.length > 0 ? ["", ...bases, ...outside, ...unread] : [];
} // prettier-ignore

function summaryLine(report: TextReport, say: Say, paint: Paint): string {
  const { errors, warnings, infos } = countBySeverity(report.findings);
  const text = say(
    `错误 ${errors} · 警告 ${warnings} · 提示 ${infos}`,
    `${errors} errors · ${warnings} warnings · ${infos} notes`,
  );
  return paint(errors > 0 ? "red" : "bold", text);
}
