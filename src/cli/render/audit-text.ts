import { pushAll } from "../../core/workbook/long-lists";
import type { Audited } from "../../app/audit-workbook";
import { countsOf } from "../../app/output/audit-json";
import { offerLines, packNotes } from "../../app/offer-words";
import { countBySeverity } from "../../app/output/count";
import type { Language } from "../../app/failure-words";
import type { ReviewedReport } from "../../app/review-report";
import { wantsALook } from "../../app/verdict-words";
import { reasonWords } from "../../core/audit/reason-words";
import type { PlaceNames } from "../../core/findings/place-names";
import { shownAddress } from "../../core/workbook/address";
import type { Review } from "../../core/review.types";
import { comparisonLines, dueCounts, verdictCounts } from "./comparison-text";
import { tinter } from "../terminal";
import { onlyTables } from "../../app/report-words";
import { reportLines } from "./report-text";
import { findingLines } from "./findings-text";

export interface AuditReport extends Audited {
  readonly file: string;
  readonly review: Review;
  readonly lang: Language;
  readonly colour: boolean;
  /** How cells are named where they have no addresses. */
  readonly places: PlaceNames | null;
  /** Parts of a document that are not read with its tables. */
  readonly lost: readonly string[];
  /** The narrative report beside the workbook; null where none is named. */
  readonly report: ReviewedReport | null;
}

/** What is found in a report has no sheet. */
const sheetsOf = ({ formulas }: Audited["audit"], findings: Audited["findings"]): ReadonlySet<string | null> =>
  new Set([...formulas.map(({ at }) => at.sheet), ...findings.flatMap(({ finding }) => finding.sheet ?? [])]);

/** How many of each are listed by cell before the rest is only counted. */
const LISTED = 12;

/** The audit as a person reads it: how many formulas could be recalculated comes first, then what is wrong. */
export function auditText({ file, review, audit, findings, lang, colour, places, lost, report }: AuditReport): string {
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const paint = tinter(colour);
  const { all, agrees, follows, stale, circular, notRecalculated, neverStored } = countsOf(audit.formulas);
  const lines = [
    paint("bold", file),
    "",
    say(
      `公式 ${all} 个：重算一致 ${agrees} · 未重算 ${stale} · 随之改变 ${follows} · 循环 ${circular} · 未存结果 ${neverStored} · 不能重算 ${notRecalculated}`,
      `${all} formulas: ${agrees} agree · ${stale} stale · ${follows} follow from them · ${circular} circular · ${neverStored} never stored · ${notRecalculated} can not be recalculated`,
    ),
  ];
  for (const { at, consequences } of audit.formulas) {
    if (consequences.length === 0) continue;
    const shown = consequences.slice(0, LISTED).map(shownAddress).join(say("、", ", "));
    const more = consequences.length > LISTED ? say(`等 ${consequences.length} 个`, ` and others, ${consequences.length} in all`) : ""; // prettier-ignore
    lines.push(say(`  ${shownAddress(at)} 未重算，受其影响：${shown}${more}`, `  ${shownAddress(at)} is stale; ${shown}${more} follow from it`)); // prettier-ignore
  }
  const reasons = new Map<string, number>();
  for (const { isolated } of audit.formulas) {
    if (isolated.kind !== "notEvaluated" || isolated.circle) continue;
    const reason = reasonWords(isolated.reason)[lang];
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  for (const [reason, count] of reasons) lines.push(say(`  不能重算 ${count} 个：${reason}`, `  ${count} can not be recalculated: ${reason}`)); // prettier-ignore
  const notes = [...packNotes(review, lang), ...offerLines(review, lang)];
  if (notes.length > 0) pushAll(lines, ["", ...notes]);
  for (const table of review.tables) {
    const counts = verdictCounts(table, lang);
    if (counts === "") continue;
    lines.push("", `${say("三方对照", "Three-way")} ${table.table.sheet}${say("：", ": ")}${counts}`);
    const due = dueCounts(table, lang);
    if (due !== "") lines.push(`  ${due}`);
    pushAll(
      lines,
      comparisonLines(table, lang).map((line) => `  ${places?.text(line, table.table.sheet) ?? line}`),
    );
  }
  if (lost.length > 0) pushAll(lines, ["", onlyTables(lost, lang)]);
  if (report) pushAll(lines, ["", ...reportLines(report, lang)]);
  if (findings.length > 0)
    pushAll(lines, ["", ...findingLines(findings, lang, paint, places ? new Set() : sheetsOf(audit, findings))]);
  const { errors, warnings, infos } = countBySeverity(findings);
  lines.push("", say(`错误 ${errors} · 警告 ${warnings} · 提示 ${infos}`, `${errors} errors · ${warnings} warnings · ${infos} notes`)); // prettier-ignore
  // These counts are of formulas alone: a typed score that is not the rule's is told by the three values.
  const open = review.tables.flatMap(({ comparisons = [] }) => comparisons).filter(wantsALook).length;
  if (open > 0) lines.push(say(`以上只数公式的问题；三方对照另有 ${open} 格须核对，得分的问题见 check`, `counted are faults of formulas; ${open} cells of the three-way table want a look, for scores see check`)); // prettier-ignore
  return `${lines.join("\n")}\n`;
}
