import { isPassedOver, type AccountEntry, type CellRole } from "../../model/account";
import { sumExact, type Exact } from "../../model/exact";
import type { ScoringTable, StatedNumber } from "../../model/scoring-table";
import { placeKey, type CellPosition } from "../../workbook/address";
import type { CellScalar } from "../../workbook/snapshot";
import { figureIn, wholeIn } from "../words/figure-text";

const LABELS: ReadonlySet<CellRole> = new Set<CellRole>(["level", "name", "headerGroup", "sideLabel", "formLabel", "fundingLabel", "placeholder", "otherColumn", "signature", "totalLabel", "conclusion"]); // prettier-ignore

/** Of sentences only what says what the whole comes to is a figure of the table. */
const SENTENCES: ReadonlySet<CellRole> = new Set<CellRole>(["title", "note", "prose", "formValue"]);

/**
 * Labels may state figures (产出（50分）). One that was taken stands in the table; one that only repeats what was taken is
 * stated twice; any other is a figure that nobody read (SPEC Z3).
 */
export function figuresInLabels(
  table: ScoringTable | null,
  entries: readonly AccountEntry[],
  valueAt: (at: CellPosition) => CellScalar,
): readonly AccountEntry[] {
  const stated = table ? statedIn(table) : NOTHING;
  return entries.map((entry): AccountEntry => {
    if (entry.role === null || !(LABELS.has(entry.role) || SENTENCES.has(entry.role)) || (isPassedOver(entry) && entry.why !== "said" && entry.why !== "template")) return entry;
    const text = valueAt(entry.at);
    const figureOf = SENTENCES.has(entry.role) ? wholeIn : figureIn;
    const figure = typeof text === "string" ? figureOf(text) : null;
    if (!figure || stated.taken.has(placeKey(entry.at))) return entry;
    const known = stated.byName.get(placeKey(entry.at)) ?? [...stated.totals, ...(SENTENCES.has(entry.role) ? stated.sums : [])];
    const twice = known.some((number) => number.equals(figure));
    return { at: entry.at, role: entry.role, why: twice ? "statedTwice" : "figureInText" };
  });
} // prettier-ignore

interface Stated {
  /** Cells whose text states a number that the table took. */
  readonly taken: ReadonlySet<number>;
  /** What was taken for the name that stands in a cell. */
  readonly byName: ReadonlyMap<number, readonly Exact[]>;
  readonly totals: readonly Exact[];
  /** What the marks and the scores come to, with the funding block's and without. */
  readonly sums: readonly Exact[];
}

const NOTHING: Stated = { taken: new Set(), byName: new Map(), totals: [], sums: [] };

function statedIn({ columns, indicators, levels, repeatedLevels, totalRows, headTotals, funding }: ScoringTable): Stated {
  const byName = new Map<number, readonly Exact[]>();
  // a name that a paste from Word parted states its mark in any of its cells
  const pieces = columns.filter(({ role }) => role === "level").map(({ column }) => column);
  for (const { row, lastRow, nameAt, fullMark } of indicators) {
    byName.set(placeKey(nameAt), numbersOf([fullMark]));
    for (let at = row + 1; at <= lastRow; at++) for (const column of pieces) byName.set(placeKey({ row: at, column }), numbersOf([fullMark]));
  }
  for (const { at, statedMark } of levels) byName.set(placeKey(at), numbersOf([statedMark]));
  const marks = new Map(levels.map(({ path, statedMark }) => [path.join("\n"), statedMark]));
  for (const { path, at } of repeatedLevels) byName.set(placeKey(at), numbersOf([marks.get(path.join("\n"))]));
  const totals = totalRows.flatMap(({ fullMark, score }) => [fullMark, score?.stated]);
  const blocks = (funding ? [...(funding.total ? [funding.total] : []), ...funding.parts] : []).flatMap(({ cells }) =>
    Object.values(cells).map((cell) => cell.stated),
  );
  const marksTaken = [...indicators.map(({ fullMark }) => fullMark), ...levels.flatMap((each) => [each.statedMark, each.statedScore, ...(each.marksAgain ?? [])])];
  const all = [...marksTaken, ...totals, ...blocks, ...columns.map(({ headerMark }) => headerMark)];
  return {
    taken: new Set(all.flatMap((number) => (number?.embedded ? [placeKey(number.at)] : []))),
    byName,
    totals: numbersOf([...totals, ...(headTotals ?? []).flatMap(({ fullMark, score }) => [fullMark, score?.stated]), ...blocks]),
    sums: [sumOf(indicators, "fullMark", funding), sumOf(indicators, "score", funding)].flat(),
  };
} // prettier-ignore

function sumOf(indicators: ScoringTable["indicators"], of: "fullMark" | "score", funding: ScoringTable["funding"]): readonly Exact[] {
  const own = indicators.flatMap((each) => (of === "fullMark" ? each.fullMark : each.score?.stated)?.number ?? []);
  const block = funding?.total?.cells[of]?.stated?.number;
  return [sumExact(own), ...(block ? [sumExact([...own, block])] : [])];
} // prettier-ignore

const numbersOf = (stated: readonly (StatedNumber | null | undefined)[]): readonly Exact[] =>
  stated.flatMap((each) => (each ? [each.number] : []));
