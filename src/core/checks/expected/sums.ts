import type { Expectation, Point } from "../../audit/tried-formula";
import type { JudgedCell } from "../../audit/judged-cell";
import { roundHalfUp, toDouble, type Exact } from "../../model/exact";
import { scoreGroups } from "../../model/score-groups";
import type { ScoringTable } from "../../model/scoring-table";
import { boxAround, placeKey, rectA1, type CellPosition, type Rect } from "../../workbook/address";
import { toleranceAt, type ExpectationContext } from "./context";

interface Leaf {
  readonly at: CellPosition;
  /** The most that it may hold. */
  readonly most: Exact | null;
}

/** Sub-totals and totals, of scores and of marks: the sum of the cells below them. */
export function sumExpectation(cell: JudgedCell, context: ExpectationContext): Expectation | null {
  const { reviewed } = context;
  const { table, totals, totalRules } = reviewed;
  // A cap or a deduction of the pack makes another total than the sum.
  if (cell.kind === "total" && (totals.capped || totalRules)) return null;
  const members = cell.kind === "total" ? null : (table.levels.find(({ path }) => path === cell.path)?.members ?? []);
  const leaves = cell.of === "score" ? scoreLeaves(table, members) : markLeaves(table, members);
  if (leaves === null || leaves.length === 0 || leaves.some(({ at }) => placeKey(at) === placeKey(cell.at)))
    return null;
  const places = leaves.map(({ at }) => at);
  const funding = cell.kind === "total" ? table.funding?.total?.cells[cell.of === "score" ? "score" : "fullMark"]?.at : undefined; // prettier-ignore
  return {
    at: { sheet: table.sheet, ...cell.at },
    formula: sumText(places),
    alsoRight: funding ? [sumText([...places, funding])] : [],
    cells: places.map((at) => ({ sheet: table.sheet, ...at })),
    points: pointsWithin(leaves),
    tolerance: toleranceAt(cell, context),
    orPercent: false,
  };
}

/** Null where nothing says which cells the sum is made of. */
function scoreLeaves(table: ScoringTable, members: readonly number[] | null): readonly Leaf[] | null {
  const inside = members && new Set(members.map((member) => table.indicators[member]));
  const groups = scoreGroups(table).filter(({ indicators }) => inside === null || indicators.some((one) => inside.has(one)));
  if (inside && groups.some(({ indicators }) => !indicators.every((one) => inside.has(one)))) return null;
  return groups.flatMap(({ scores, fullMark }) => scores.map(({ at }) => ({ at, most: fullMark })));
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

/** =SUM(I3:I5,I7:I8): cells that stand below each other as one range. */
function sumText(cells: readonly CellPosition[]): string {
  const runs: CellPosition[][] = [];
  for (const at of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last?.column === at.column && last.row === at.row - 1) run.push(at);
    else runs.push([at]);
  }
  const areas = runs.map(boxAround).filter((area): area is Rect => area !== null);
  return `=SUM(${areas.map(rectA1).join(",")})`;
}

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
