import type { AuditedFormula } from "../../core/audit/audit";
import type { Finding } from "../../core/findings/finding";
import { nameOf } from "../../core/model/path";
import type { Indicator, ScoringTable } from "../../core/model/scoring-table";
import type { Comparison, Verdict } from "../../core/review.types";
import { MAX_COLUMNS, columnName, placeKey, type CellPosition } from "../../core/workbook/address";
import { scalarText } from "../../core/workbook/cell-content";
import { append } from "../../core/workbook/lists-by-key";
import { SheetView } from "../../core/workbook/sheet-view";
import type { SheetSnapshot } from "../../core/workbook/snapshot";

/** What a cell of a table's columns of formulas is, in the order in which a person looks at it. */
export const MAP_SIGNS = ["overwritten", "differs", "stale", "unknown", "agrees", "typed", "blank"] as const;
export type MapSign = (typeof MAP_SIGNS)[number];

/** One table's formulas as a picture: a row for each column that holds any, in it one sign for each indicator or group. */
export interface FormulaMap {
  readonly table: string;
  readonly sheet: string;
  /** What each place of a row stands for: an indicator, or a first level where there are too many. */
  readonly places: readonly string[];
  /** Whether a place stands for all indicators of a first level, with the sign that most wants a look. */
  readonly folded: boolean;
  readonly rows: readonly { readonly header: string; readonly signs: readonly MapSign[] }[];
  /** Over single cells, also where they are folded. */
  readonly counts: readonly { readonly sign: MapSign; readonly count: number }[];
}

/** As many indicators as are told apart at 270 px. */
const FOLDED_ABOVE = 60;

export interface MapSource {
  readonly table: ScoringTable;
  readonly sheet: SheetSnapshot;
  readonly comparisons: readonly Comparison[];
  readonly formulas: readonly AuditedFormula[];
  readonly findings: readonly Finding[];
}

/** Null where no row of the table holds a formula. */
export function formulaMap({ table, sheet, comparisons, formulas, findings }: MapSource): FormulaMap | null {
  const view = new SheetView(sheet);
  const told = { ...signsOf(comparisons, formulas, findings, sheet.name), view };
  const columns = columnsOf(table, formulas, told.overwritten);
  if (columns.length === 0) return null;
  const places = placesOf(table.indicators);
  const rows = columns.map((column) => {
    const cells = places.map(({ members }) => members.map((each) => signAt({ row: each.row, column }, told)));
    return { header: headerOf(view, table, column), cells };
  });
  const single = rows.flatMap(({ cells }) => cells.flat());
  return {
    table: table.id,
    sheet: sheet.name,
    places: places.map(({ name }) => name),
    folded: places.length < table.indicators.length,
    rows: rows.map(({ header, cells }) => ({ header, signs: cells.map(first) })),
    counts: MAP_SIGNS.map((sign) => ({ sign, count: single.filter((one) => one === sign).length })).filter(
      ({ sign, count }) => count > 0 && sign !== "blank",
    ),
  };
}

interface Told {
  readonly compared: ReadonlyMap<number, Comparison>;
  readonly formulas: ReadonlyMap<number, AuditedFormula>;
  /** Cells of ours that hold a value in place of a formula. */
  readonly overwritten: ReadonlySet<number>;
  readonly view: SheetView;
}

function signsOf(
  comparisons: readonly Comparison[],
  formulas: readonly AuditedFormula[],
  findings: readonly Finding[],
  sheet: string,
): Omit<Told, "view"> {
  const own = formulas.filter(({ at }) => at.sheet === sheet);
  const replaced = findings.flatMap(({ code, at }) => (code === "formula-overwritten" && at?.sheet === sheet ? [placeKey(at)] : [])); // prettier-ignore
  return {
    compared: new Map(comparisons.map((one) => [placeKey(one.at), one])),
    formulas: new Map(own.map((one) => [placeKey(one.at), one])),
    overwritten: new Set(replaced),
  };
}

/** The columns in which an indicator's row holds a formula, or a value in place of one, from left to right. */
function columnsOf(
  { indicators, sheet }: ScoringTable,
  formulas: readonly AuditedFormula[],
  overwritten: ReadonlySet<number>,
): readonly number[] {
  const rows = new Set(indicators.map(({ row }) => row));
  const columns = new Set<number>();
  for (const { at } of formulas) if (at.sheet === sheet && rows.has(at.row)) columns.add(at.column);
  for (const key of overwritten) if (rows.has(Math.floor(key / MAX_COLUMNS))) columns.add(key % MAX_COLUMNS);
  return [...columns].sort((a, b) => a - b);
}

interface Place {
  readonly name: string;
  readonly members: readonly Indicator[];
}

function placesOf(indicators: readonly Indicator[]): readonly Place[] {
  if (indicators.length <= FOLDED_ABOVE) return indicators.map((one) => ({ name: nameOf(one.path), members: [one] }));
  const groups = new Map<string, Indicator[]>();
  for (const one of indicators) append(groups, one.path[0] ?? "", one);
  return [...groups].map(([name, members]) => ({ name, members }));
}

function signAt(at: CellPosition, { compared, formulas, overwritten, view }: Told): MapSign {
  const anchor = view.anchor(at.row, at.column);
  const key = placeKey(anchor);
  if (overwritten.has(key)) return "overwritten";
  const formula = formulas.get(key);
  const verdict = compared.get(key)?.verdict;
  if (verdict) return SIGN_OF_VERDICT[verdict] ?? (formula ? "agrees" : "typed");
  if (formula) return SIGN_OF_FORMULA[formula.verdict];
  return scalarText(view.value(anchor.row, anchor.column)) === "" ? "blank" : "typed";
}

/** What agrees, is rounded or typed is told by whether a formula stands there. */
const SIGN_OF_VERDICT: Readonly<Partial<Record<Verdict, MapSign>>> = {
  overwritten: "overwritten",
  wrongFormula: "differs",
  wrongInput: "differs",
  textAsZero: "differs",
  stale: "stale",
  notRecalculated: "unknown",
};

const SIGN_OF_FORMULA: Readonly<Record<AuditedFormula["verdict"], MapSign>> = {
  agrees: "agrees",
  stale: "stale",
  follows: "stale",
  circular: "unknown",
  notRecalculated: "unknown",
  neverStored: "unknown",
};

/** The sign that most wants a look. */
const first = (signs: readonly MapSign[]): MapSign => MAP_SIGNS.find((sign) => signs.includes(sign)) ?? "blank";

/** What stands over a column in the lowest header row that says anything; the column's letter where none does. */
function headerOf(view: SheetView, { headerRows }: ScoringTable, column: number): string {
  const texts = [...headerRows].reverse().map((row) => scalarText(view.shown(row, column)).replace(/\s+/g, ""));
  return texts.find((text) => text !== "") ?? columnName(column);
}
