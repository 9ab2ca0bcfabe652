import { exactFromText, percentText, toDouble } from "../../core/model/exact";
import type { CellScalar } from "../../core/workbook/snapshot";
import type { WritePlan } from "../../core/workbook/write-plan";
import type { Language } from "../failure-words";
import type { BatchSummary } from "./batch-summary";
import type { BatchPlace } from "./batch-unit";
import { BATCH_WORDS } from "./batch-words";
import { plainSheetsPlan } from "../plain-sheets";
import { riskText } from "./risk-words";

/** One question of the summary; its head is the first row. */
interface Sheet {
  readonly name: string;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly CellScalar[])[];
}

/** The sheet that a new workbook has before the plan is written. */
export const firstBatchSheet = (lang: Language): string => BATCH_WORDS[lang].sheets.units;

/** The plan that writes a summary into a new workbook: a sheet a question, each with its head frozen (SPEC Y11). */
export function batchPlan(summary: BatchSummary, lang: Language): WritePlan {
  const questions = [units, risks, common, copied, templates, unread, ...(summary.roster ? [reported] : [])];
  const sheets = questions.map((question) => question(summary, lang));
  return plainSheetsPlan(sheets.map(({ name, heads, widths, rows }) => ({ name, widths, header: 0, rows: [heads, ...rows.map(withBlanks)] })));
} // prettier-ignore

const withBlanks = (row: readonly CellScalar[]): readonly CellScalar[] =>
  row.map((value) => (value === "" ? null : value));

/** Marks as a number; a dash where the table states none. */
function marksOf(text: string | null): CellScalar {
  const marks = exactFromText(text ?? "");
  return marks ? toDouble(marks) : (text ?? "—");
}

const placed = ({ sheet, cell }: BatchPlace): string => (cell === null ? sheet : `${sheet}!${cell}`);
const named = (path: readonly string[]): string => path.join(" › ");

/** One row a table, the highest self score first. */
function units({ tables }: BatchSummary, lang: Language): Sheet {
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

function risks({ risks: found }: BatchSummary, lang: Language): Sheet {
  const w = BATCH_WORDS[lang];
  const rows = found.map((risk, i): readonly CellScalar[] => [i + 1, risk.unit.name, risk.unit.file, risk.unit.table.sheet, riskText(risk, lang)]); // prettier-ignore
  return { name: w.sheets.risks, heads: w.riskHeads, widths: [6, 28, 40, 16, 60], rows };
}

function common({ common: found }: BatchSummary, lang: Language): Sheet {
  const w = BATCH_WORDS[lang];
  const rows = found.flatMap(({ path, values, outliers, isFlat }) =>
    values.map((value): readonly CellScalar[] => {
      const note = outliers === null ? w.tooFew : isFlat ? w.flat : outliers.includes(value) ? w.outlier : "";
      const rate = value.rate ? percentText(value.rate, 1) : "—";
      return [named(path), value.at.name, value.at.file, placed(value.at), marksOf(value.fullMark), marksOf(value.score), rate, note]; // prettier-ignore
    }),
  );
  return { name: w.sheets.common, heads: w.commonHeads, widths: [40, 28, 40, 20, 8, 8, 10, 24], rows };
}

function copied({ copied: found }: BatchSummary, lang: Language): Sheet {
  const w = BATCH_WORDS[lang];
  const rows = found.flatMap(({ places }, i) =>
    places.map((at): readonly CellScalar[] => [i + 1, at.name, at.file, placed(at), at.indicator, at.text]),
  );
  return { name: w.sheets.copied, heads: w.copiedHeads, widths: [6, 28, 40, 20, 24, 70], rows };
}

function templates({ templates: found }: BatchSummary, lang: Language): Sheet {
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

/** Files that could not be read, and those in which no scoring table was found. */
function unread({ files }: BatchSummary, lang: Language): Sheet {
  const w = BATCH_WORDS[lang];
  const rows = files.flatMap(({ file, round, failure }): readonly CellScalar[][] =>
    round && round.tables.length > 0 ? [] : [[file, failure ?? w.noTable]],
  );
  return { name: w.sheets.unread, heads: w.unreadHeads, widths: [50, 70], rows };
}

/** Every unit of the list, those that did not report in front; then the files that belong to none. */
function reported({ roster }: BatchSummary, lang: Language): Sheet {
  const w = BATCH_WORDS[lang];
  const rows = [
    ...(roster?.missing ?? []).map((name) => [name, w.notFiled, ""]),
    ...(roster?.filed ?? []).flatMap(({ name, files }) => files.map((file) => [name, w.filed, file])),
    ...(roster?.unknown ?? []).map((file) => ["", w.nobody, file]),
  ];
  return { name: w.sheets.roster, heads: w.rosterHeads, widths: [32, 14, 50], rows };
}
