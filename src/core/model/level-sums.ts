import { append } from "../workbook/lists-by-key";
import type { Exact } from "./exact";
import { sumExact, ZERO } from "./exact";
import type { Indicator, Level, ScoringTable, StatedNumber } from "./scoring-table";

/** The levels of a table with what stands directly below each, and the marks that a reader may add up. */
export interface LevelNode {
  /** Null for the table as a whole. */
  readonly level: Level | null;
  readonly children: readonly LevelNode[];
  /** Indicators directly below. */
  readonly indicators: readonly Indicator[];
  /** Every mark listed below; null where an indicator below carries none. */
  readonly leafSum: Exact | null;
  /** The marks that stand directly below: children's leaf sums or stated marks; null where one has neither. */
  readonly sumBelow: Exact | null;
}

const SEPARATOR = "\u0000";

/** One pass over levels and indicators; the root stands for the whole table. */
export function levelTree(table: ScoringTable): LevelNode {
  const known = new Set(table.levels.map((level) => level.path.join(SEPARATOR)));
  const levelsBelow = new Map<string, Level[]>();
  const indicatorsBelow = new Map<string, Indicator[]>();
  const seen = new Set<string>();
  for (const level of table.levels) {
    const own = level.path.join(SEPARATOR);
    if (seen.has(own)) continue;
    seen.add(own);
    append(levelsBelow, parentOf(level.path, known), level);
  }
  for (const indicator of table.indicators) append(indicatorsBelow, parentOf(indicator.path, known), indicator);

  const build = (level: Level | null): LevelNode => {
    const own = level?.path.join(SEPARATOR) ?? "";
    const children = (levelsBelow.get(own) ?? []).map(build);
    const indicators = indicatorsBelow.get(own) ?? [];
    const marks = distinctMarks(indicators);
    return { level, children, indicators, ...sums(children, marks) };
  };
  return build(null);
}

/** The nearest listed level above a path; "" is the table itself. */
function parentOf(path: readonly string[], known: ReadonlySet<string>): string {
  for (let length = path.length - 1; length > 0; length--) {
    const candidate = path.slice(0, length).join(SEPARATOR);
    if (known.has(candidate)) return candidate;
  }
  return "";
}

/** Null where an indicator has no mark; a mark cell that several share counts once. */
function distinctMarks(indicators: readonly Indicator[]): readonly Exact[] | null {
  const marks: Exact[] = [];
  let previous: StatedNumber | null = null;
  const groups = new Set(indicators.flatMap(({ fullMark, markGroup }) => (fullMark && markGroup) ?? []));
  for (const { fullMark, markGroup } of indicators) {
    if (!fullMark && markGroup !== undefined && groups.has(markGroup)) continue;
    if (!fullMark) return null;
    const shared = previous?.at.row === fullMark.at.row && previous.at.column === fullMark.at.column;
    if (!shared) marks.push(fullMark.number);
    previous = fullMark;
  }
  return marks;
}

function sums(children: readonly LevelNode[], marks: readonly Exact[] | null): Pick<LevelNode, "leafSum" | "sumBelow"> {
  if (!marks || (marks.length === 0 && children.length === 0)) return { leafSum: null, sumBelow: null };
  const own = sumExact(marks);
  return {
    leafSum: addAll(
      own,
      children.map((child) => child.leafSum),
    ),
    sumBelow: addAll(own, children.map(markOf)),
  };
}

/** What a node contributes to the sum above it. */
export const markOf = (node: LevelNode): Exact | null =>
  node.leafSum ?? node.level?.statedMark?.number ?? node.sumBelow;

function addAll(start: Exact, numbers: readonly (Exact | null)[]): Exact | null {
  let sum = start.add(ZERO);
  for (const number of numbers) {
    if (number === null) return null;
    sum = sum.add(number);
  }
  return sum;
}

/** All nodes below, parents before children, in reading order. */
export function* nodesBelow(node: LevelNode): Generator<LevelNode> {
  for (const child of node.children) {
    yield child;
    yield* nodesBelow(child);
  }
}
