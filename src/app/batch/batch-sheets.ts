import type { CellScalar } from "../../core/workbook/snapshot";
import type { WritePlan } from "../../core/workbook/write-plan";
import type { Language } from "../failure-words";
import { othersText } from "./batch-folder";
import type { BatchSummary } from "./batch-summary";
import { BATCH_WORDS } from "./batch-words";
import { plainSheetsPlan } from "../plain-sheets";
import { indicatorList, indicatorSheets, outlierList } from "./indicator-sheets";
import { scoreDistribution } from "./score-distribution";
import { marksOf, placed, type SummarySheet } from "./summary-sheet";
import { onlyTables } from "../report-words";
import { riskText } from "./risk-words";

/** The sheets of a summary: one a question, then one for each indicator that units have in common (SPEC Y11). */
export function batchSheets(summary: BatchSummary, lang: Language): readonly SummarySheet[] {
  const questions = [units, risks, scoreDistribution, indicatorList, outlierList, copied, templates, unread, ...(summary.roster ? [reported] : [])]; // prettier-ignore
  return [...questions.map((question) => question(summary, lang)), ...indicatorSheets(summary, lang)];
}

/** The summary as a workbook of lists, beside which the distribution stands as a chart. */
export function summaryLists(summary: BatchSummary, lang: Language) {
  const sheets = batchSheets(summary, lang);
  const { name, heads, rows } = scoreDistribution(summary, lang);
  return {
    first: BATCH_WORDS[lang].sheets.units,
    plan: batchPlan(sheets),
    lists: sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.length })),
    chart: {
      sheet: name,
      title: heads.join(" · "),
      names: rows.map(([share]) => (typeof share === "string" ? share : "")),
      counts: rows.map((row) => Number(row[1])),
    },
  };
}

/** The plan that writes the sheets into a new workbook, each with its head frozen. */
const batchPlan = (sheets: readonly SummarySheet[]): WritePlan =>
  plainSheetsPlan(sheets.map(({ name, heads, widths, rows }) => ({ name, widths, header: 0, rows: [heads, ...rows.map(withBlanks)] }))); // prettier-ignore

const withBlanks = (row: readonly CellScalar[]): readonly CellScalar[] =>
  row.map((value) => (value === "" ? null : value));

const named = (path: readonly string[]): string => path.join(" › ");

/** One row a table, the highest self score first. */
function units({ tables }: BatchSummary, lang: Language): SummarySheet {
  const w = BATCH_WORDS[lang];
  const ranked = [...tables].sort((a, b) => Number(b.table.totals.score ?? -1) - Number(a.table.totals.score ?? -1));
  const rows = ranked.map(({ name, file, table, pack, findings }, i): readonly CellScalar[] => {
    const { score, statedScore, recomputed, grade, judged, marks } = table.totals;
    const { filled, understood } = table.cells;
    return [
      i + 1, name, file, table.sheet, marksOf(score), marksOf(statedScore), marksOf(recomputed), grade ?? "—",
      marksOf(judged), marksOf(marks), `${understood} / ${filled}`,
      findings.error, findings.warning, findings.info, pack ?? "—",
    ];
  });
  return { name: w.sheets.units, heads: w.unitHeads, widths: [6, 28, 40, 16, 10, 12, 10, 8, 12, 8, 14, 8, 8, 8, 24], rows };
} // prettier-ignore

function risks({ risks: found }: BatchSummary, lang: Language): SummarySheet {
  const w = BATCH_WORDS[lang];
  const rows = found.map((risk, i): readonly CellScalar[] => [i + 1, risk.unit.name, risk.unit.file, risk.unit.table.sheet, riskText(risk, lang)]); // prettier-ignore
  return { name: w.sheets.risks, heads: w.riskHeads, widths: [6, 28, 40, 16, 60], rows };
}

function copied({ copied: found }: BatchSummary, lang: Language): SummarySheet {
  const w = BATCH_WORDS[lang];
  const rows = found.flatMap(({ places }, i) =>
    places.map((at): readonly CellScalar[] => [i + 1, at.name, at.file, placed(at), at.indicator, at.text]),
  );
  return { name: w.sheets.copied, heads: w.copiedHeads, widths: [6, 28, 40, 20, 24, 70], rows };
}

function templates({ templates: found }: BatchSummary, lang: Language): SummarySheet {
  const w = BATCH_WORDS[lang];
  const rows = found.flatMap(({ unit, missing, added, altered }) => {
    const row = (what: string, path: readonly string[], usual = "", own = ""): readonly CellScalar[] => [unit.name, unit.file, unit.table.sheet, what, named(path), usual, own]; // prettier-ignore
    return [
      ...missing.map((path) => row(w.missing, path)),
      ...added.map((path) => row(w.added, path)),
      ...altered.map(({ path, field, usual, own }) => row(w.fields[field], path, usual, own)),
    ];
  });
  return { name: w.sheets.templates, heads: w.templateHeads, widths: [28, 40, 16, 16, 40, 40, 40], rows };
}

/** Files that could not be read, those in which no scoring table was found, and what of a document was not looked at; then the kinds of other files. */
function unread({ files, others }: BatchSummary, lang: Language): SummarySheet {
  const w = BATCH_WORDS[lang];
  const rows = files.flatMap(({ file, round, failure }): readonly CellScalar[][] => [
    ...(round && round.tables.length > 0 ? [] : [[file, failure ?? w.noTable]]),
    ...(round && round.lost.length > 0 ? [[file, onlyTables(round.lost, lang)]] : []),
  ]);
  const rest = othersText(others, lang);
  if (rest !== null) rows.push(["—", rest]);
  return { name: w.sheets.unread, heads: w.unreadHeads, widths: [50, 70], rows };
}

/** Every unit of the list, those that did not report in front; then the files that belong to none. */
function reported({ roster }: BatchSummary, lang: Language): SummarySheet {
  const w = BATCH_WORDS[lang];
  const rows = [
    ...(roster?.missing ?? []).map((name) => [name, w.notFiled, ""]),
    ...(roster?.filed ?? []).flatMap(({ name, files }) => files.map((file) => [name, w.filed, file])),
    ...(roster?.unknown ?? []).map((file) => ["", w.nobody, file]),
  ];
  return { name: w.sheets.roster, heads: w.rosterHeads, widths: [32, 14, 50], rows };
}
