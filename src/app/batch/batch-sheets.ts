import { exactFromText, percentText, toDouble } from "../../core/model/exact";
import type { CellContent, CellStyle, CellWrite, PlanStep, WritePlan } from "../../core/workbook/write-plan";
import type { Language } from "../failure-words";
import type { BatchSummary } from "./batch-summary";
import type { BatchPlace } from "./batch-unit";
import { BATCH_WORDS } from "./batch-words";
import { riskText } from "./risk-words";

/** A number in `{ marks }` is written as one; everything else is text, whatever it looks like. */
type Cell = string | { readonly marks: string | null } | { readonly count: number };
interface Sheet {
  readonly name: string;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The sheet that a new workbook has before the plan is written. */
export const firstBatchSheet = (lang: Language): string => BATCH_WORDS[lang].sheets.units;

/** The plan that writes a summary into a new workbook: a sheet a question, each with its head frozen (SPEC Y11). */
export function batchPlan(summary: BatchSummary, lang: Language): WritePlan {
  const sheets = [units, risks, common, copied, templates, unread, ...(summary.roster ? [reported] : [])].map((sheet) => sheet(summary, lang)); // prettier-ignore
  const steps = sheets.flatMap(({ name, heads, widths, rows }, i): PlanStep[] => [
    ...(i === 0 ? [] : [{ do: "addSheet", sheet: name, after: null } as const]),
    { do: "putCells", sheet: name, cells: [...cellsOf(heads, 0, HEAD), ...rows.flatMap((row, r) => cellsOf(row, r + 1, BODY))] },
    ...widths.map((width, column): PlanStep => ({ do: "columnWidth", sheet: name, column, width })),
    { do: "freezeRows", sheet: name, rows: 1 } as const,
  ]);
  return { guards: [], steps };
} // prettier-ignore

const HEAD: CellStyle = { bold: true, wrap: true, horizontal: "center", fill: "DDEBF7", border: "thin" };
const BODY: CellStyle = { wrap: true, border: "thin" };

const cellsOf = (row: readonly Cell[], r: number, style: CellStyle): readonly CellWrite[] =>
  row.map((cell, column) => ({ row: r, column, expect: { value: null }, content: contentOf(cell), style }));

function contentOf(cell: Cell): CellContent {
  if (typeof cell === "string") return cell === "" ? { type: "blank" } : { type: "text", text: cell };
  if ("count" in cell) return { type: "number", number: cell.count };
  const marks = exactFromText(cell.marks ?? "");
  return marks ? { type: "number", number: toDouble(marks) } : { type: "text", text: cell.marks ?? "—" };
}

const placed = ({ sheet, cell }: BatchPlace): string => (cell === null ? sheet : `${sheet}!${cell}`);
const named = (path: readonly string[]): string => path.join(" › ");

/** One row a table, the highest self score first. */
function units({ tables }: BatchSummary, lang: Language): Sheet {
  const w = BATCH_WORDS[lang];
  const ranked = [...tables].sort((a, b) => Number(b.table.totals.score ?? -1) - Number(a.table.totals.score ?? -1));
  const rows = ranked.map(({ name, file, table, pack, findings }, i): readonly Cell[] => {
    const { score, statedScore, recomputed, grade, judged, marks } = table.totals;
    const { filled, understood } = table.cells;
    return [
      { count: i + 1 }, name, file, table.sheet, { marks: score }, { marks: statedScore }, { marks: recomputed }, grade ?? "—",
      { marks: judged }, { marks }, `${understood} / ${filled}`,
      { count: findings.error }, { count: findings.warning }, { count: findings.info }, pack ?? "—",
    ];
  });
  return { name: w.sheets.units, heads: w.unitHeads, widths: [6, 28, 40, 16, 10, 12, 10, 8, 12, 8, 14, 8, 8, 8, 24], rows };
} // prettier-ignore

function risks({ risks: found }: BatchSummary, lang: Language): Sheet {
  const w = BATCH_WORDS[lang];
  const rows = found.map((risk, i): readonly Cell[] => [{ count: i + 1 }, risk.unit.name, risk.unit.file, risk.unit.table.sheet, riskText(risk, lang)]); // prettier-ignore
  return { name: w.sheets.risks, heads: w.riskHeads, widths: [6, 28, 40, 16, 60], rows };
}

function common({ common: found }: BatchSummary, lang: Language): Sheet {
  const w = BATCH_WORDS[lang];
  const rows = found.flatMap(({ path, values, outliers, isFlat }) =>
    values.map((value): readonly Cell[] => {
      const note = outliers === null ? w.tooFew : isFlat ? w.flat : outliers.includes(value) ? w.outlier : "";
      const rate = value.rate ? percentText(value.rate, 1) : "—";
      return [named(path), value.at.name, value.at.file, placed(value.at), { marks: value.fullMark }, { marks: value.score }, rate, note]; // prettier-ignore
    }),
  );
  return { name: w.sheets.common, heads: w.commonHeads, widths: [40, 28, 40, 20, 8, 8, 10, 24], rows };
}

function copied({ copied: found }: BatchSummary, lang: Language): Sheet {
  const w = BATCH_WORDS[lang];
  const rows = found.flatMap(({ places }, i) =>
    places.map((at): readonly Cell[] => [{ count: i + 1 }, at.name, at.file, placed(at), at.indicator, at.text]),
  );
  return { name: w.sheets.copied, heads: w.copiedHeads, widths: [6, 28, 40, 20, 24, 70], rows };
}

function templates({ templates: found }: BatchSummary, lang: Language): Sheet {
  const w = BATCH_WORDS[lang];
  const rows = found.flatMap(({ unit, missing, added, altered }) => {
    const row = (what: string, path: readonly string[], usual = "", own = ""): readonly Cell[] => [unit.name, unit.file, unit.table.sheet, what, named(path), usual, own]; // prettier-ignore
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
  const rows = files.flatMap(({ file, round, failure }): readonly Cell[][] =>
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
