import type { Point } from "../../audit/tried-formula";
import type { JudgedCell } from "../../audit/judged-cell";
import { f } from "../../formula/build";
import { printFormula } from "../../formula/print";
import type { FormulaNode } from "../../formula/written";
import { roundHalfUp, toDouble, type Exact } from "../../model/exact";
import { scoreGroups } from "../../model/score-groups";
import { isWeighed } from "../../model/score-places";
import type { ScoringTable } from "../../model/scoring-table";
import { a1, boxAround, placeKey, type CellPosition, type Rect } from "../../workbook/address";
import { absent, isAbsent, type Due } from "./absence";
import { atEachRate, cappedTotal } from "./capped-total";
import { toleranceAt, type ExpectationContext } from "./context";

interface Leaf {
  readonly at: CellPosition;
  /** The most that it may hold. */
  readonly most: Exact | null;
  /** What it counts times, where each counts by its weight. */
  readonly times?: Exact;
}

/** Sub-totals and totals, of scores and of marks: the sum of the cells below them. */
export function sumExpectation(cell: JudgedCell, context: ExpectationContext): Due {
  const { reviewed } = context;
  const { table, totals, totalRules } = reviewed;
  const isScore = cell.kind === "total" && cell.of === "score";
  const capped = isScore && totalRules ? cappedTotal(totalRules, reviewed) : null;
  if (capped && isAbsent(capped)) return capped;
  if (isScore && totals.capped && !capped) return absent("totalRules", [totals.capped.clause]);
  const members = cell.kind === "total" ? null : (table.levels.find(({ path }) => path === cell.path)?.members ?? []);
  const leaves = cell.of === "score" ? scoreLeaves(table, members) : markLeaves(table, members);
  if (leaves === null) return cell.of === "score" ? absent("shared") : absent("embedded", inWords(table));
  if (leaves.length === 0 || leaves.some(({ at }) => placeKey(at) === placeKey(cell.at))) return absent("noParts");
  const places = leaves.map(({ at }) => at);
  const weighed = leaves.some(({ times }) => times) ? weighedSum(leaves) : null;
  const beside = (at: CellPosition): FormulaNode => (weighed ? f.add(weighed, f.cell(at)) : sumNode([...places, at]));
  const funding = cell.kind === "total" ? table.funding?.total?.cells[cell.of === "score" ? "score" : "fullMark"]?.at : undefined; // prettier-ignore
  const cap = capped ? capped.cap : (sum: FormulaNode): FormulaNode => sum;
  const cells = capped ? [...places, capped.reads] : places;
  const points = pointsWithin(leaves);
  return {
    at: { sheet: table.sheet, ...cell.at },
    formula: printFormula(cap(weighed ?? sumNode(places))),
    alsoRight: funding ? [printFormula(cap(beside(funding)))] : [],
    cells: cells.map((at) => ({ sheet: table.sheet, ...at })),
    points: capped ? atEachRate(points, capped) : points,
    tolerance: toleranceAt(cell, context),
    orPercent: false,
  };
}

/** Null where nothing says which cells the sum is made of. */
function scoreLeaves(table: ScoringTable, members: readonly number[] | null): readonly Leaf[] | null {
  const inside = members && new Set(members.map((member) => table.indicators[member]));
  const groups = scoreGroups(table).filter(({ indicators }) => inside === null || indicators.some((one) => inside.has(one)));
  if (inside && groups.some(({ indicators }) => !indicators.every((one) => inside.has(one)))) return null;
  const weighed = isWeighed(table);
  return groups.flatMap(({ scores, fullMark }) => scores.map(({ at, factor }) => ({ at, most: fullMark, ...(weighed && factor ? { times: factor } : {}) })));
} // prettier-ignore

function markLeaves({ indicators }: ScoringTable, members: readonly number[] | null): readonly Leaf[] | null {
  const rows = members ? members.flatMap((member) => indicators[member] ?? []) : indicators;
  const marks = new Map<number, Leaf>();
  for (const { fullMark, markGroup } of rows) {
    if (!fullMark && markGroup !== undefined) continue;
    if (!fullMark || fullMark.embedded) return null;
    marks.set(placeKey(fullMark.at), { at: fullMark.at, most: fullMark.number });
  }
  return [...marks.values()];
}

const inWords = ({ indicators }: ScoringTable): readonly string[] =>
  indicators.flatMap(({ fullMark }) => (fullMark?.embedded ? [a1(fullMark.at)] : [])).slice(0, 3);

/** Scores out of a hundred, each times its weight. */
const weighedSum = (leaves: readonly Leaf[]): FormulaNode =>
  leaves.map(({ at, times }) => (times ? f.multiply(f.cell(at), f.number(times)) : f.cell(at))).reduce(f.add);

/** =SUM(I3:I5,I7:I8): cells that stand below each other as one range. */
function sumNode(cells: readonly CellPosition[]): FormulaNode {
  const runs: CellPosition[][] = [];
  for (const at of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last?.column === at.column && last.row === at.row - 1) run.push(at);
    else runs.push([at]);
  }
  const areas = runs.map(boxAround).filter((area): area is Rect => area !== null);
  return f.over("SUM", areas.map((area) => (isOneCell(area) ? f.cell({ row: area.top, column: area.left }) : f.range(area)))); // prettier-ignore
}

const isOneCell = ({ top, left, bottom, right }: Rect): boolean => top === bottom && left === right;

const POINTS = 8;

/** All at their marks, then with two decimals and none above its mark: a cap at the full mark changes nothing. */
function pointsWithin(leaves: readonly Leaf[]): readonly Point[] {
  const random = sequence(leaves.length);
  const full = leaves.map(({ most }) => (most && most.compare(0) > 0 ? toDouble(roundHalfUp(most, 4)) : 1));
  return [full, ...Array.from({ length: POINTS }, () => full.map((most) => Number((most * random()).toFixed(2))))];
}

/** Numbers in [0, 1) that are the same in every run. */
function sequence(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return ((state * 48_271) % 2_147_483_647) / 2_147_483_647;
  };
}
