import { compact } from "../language/text";
import { columnName } from "../model/address";
import type { StatedNumber, TableColumn } from "../model/scoring-table";
import { looksLikeNames, looksLikeScores, type ColumnContent } from "./column-content";
import type { ColumnHead, HeaderRows } from "./header-row";
import type { HeaderRole } from "./header-words";
import { readMark } from "./mark-text";
import { embeddedNumber } from "./stated-number";
import { yearIn } from "./surroundings";

/** The columns of one table by role, and what could not be told. */
export interface ColumnReading {
  readonly columns: readonly TableColumn[];
  /** Columns of names from the outermost level to the indicators; empty where they can not be told. */
  readonly levels: readonly number[];
  /** Readings that are equally good. One entry per disputed role; the role is left out. */
  readonly disputes: readonly Dispute[];
  /** Reviews of several bodies: the one that counts, then the others; empty where there is one at most. */
  readonly reviews: readonly ColumnLabel[];
}

export type Dispute = readonly ColumnLabel[];

/** A column in words: `D 得分`. */
export interface ColumnLabel {
  readonly column: number;
  readonly label: string;
}

interface Candidate {
  readonly head: ColumnHead;
  readonly column: number;
  readonly role: HeaderRole;
  readonly strength: number;
  readonly level: number | null;
  readonly party: "self" | "review" | "judging" | null;
  readonly content: ColumnContent;
}

/** Gives every header its role; where the word alone does not settle it, the cells below and the other headers do. */
export function assignColumns(
  rows: HeaderRows,
  contentOf: (column: number) => ColumnContent,
  year: number | null = null,
): ColumnReading {
  const candidates = ofYear(
    rows.heads.flatMap((head) => candidatesOf(head, contentOf)),
    year,
  );
  const disputes: Dispute[] = [];
  const names = levelColumns(rows, candidates, contentOf, disputes);
  const levels = names.map((each) => each.column);
  const taken = new Set(levels);
  const free = candidates.filter((each) => !taken.has(each.column));
  const rest = free.filter((each) => each.role !== "level" || each.content.cells > 0).map(asDescription);
  const reviews = reviewColumns(rest, disputes);
  const columns = [
    ...names.map((each, index) => column(each, "level", index + 1)),
    ...perLevel(rest.filter((each) => each.role === "fullMark"), "fullMark", levels, disputes),
    ...scoreColumns(rest, levels, disputes),
    ...reviews.slice(0, 1).map((each) => column(each, "reviewScore")),
    ...SINGLE_ROLES.flatMap((role) => single(rest, role, disputes)),
  ]; // prettier-ignore
  return {
    columns: columns.sort((a, b) => a.column - b.column),
    levels,
    disputes,
    reviews: reviews.length > 1 ? reviews.map(describe) : [],
  };
}

/** Where 2022年得分 and 2023年得分 stand beside each other, the table's own year says which counts. */
function ofYear(candidates: readonly Candidate[], year: number | null): readonly Candidate[] {
  const yearOf = ({ head }: Candidate): number | null => yearIn(`${head.above}${head.text}`);
  const own = new Set(candidates.filter((each) => year !== null && yearOf(each) === year).map((each) => each.role));
  return candidates.filter((each) => !own.has(each.role) || (yearOf(each) ?? year) === year);
}

const SINGLE_ROLES = [
  "sequence", "deduction", "standard", "explanation", "description", "target", "targetOperator", "unit", "actual", "rate",
  "reviewOpinion", "reason", "evidence", "remark",
] as const; // prettier-ignore

/** For these, two columns with the same header leave open which numbers count; of others the first is as good. */
const DECIDING: readonly HeaderRole[] = ["fullMark", "score", "reviewScore", "target", "actual", "standard"];

function candidatesOf(head: ColumnHead, contentOf: (column: number) => ColumnContent): readonly Candidate[] {
  if (!head.reading) return [];
  const { role, level, party } = head.reading;
  const content = contentOf(columnBelow(head, contentOf));
  const base = { head, column: columnBelow(head, contentOf), level, party, content, strength: head.reading.strength };
  if (role === "score" && head.reading.strength < 3 && !looksLikeScores(content) && content.length > 6) {
    // 自评 over sentences is what the unit says, not what it scores
    return [{ ...base, role: party === "review" ? "reviewOpinion" : "remark", strength: 1 }];
  }
  // 扣分 over sentences says why
  if (role === "deduction" && !looksLikeScores(content)) return [{ ...base, role: "reason", strength: 2 }];
  if (role === "reviewScore" && !looksLikeScores(content) && content.length > 6) return [{ ...base, role: "reviewOpinion" }];
  if (role === "evidence" && head.reading.strength < 3 && content.rules * 2 > content.cells) return [{ ...base, role: "standard", strength: 1 }];
  return [{ ...base, role }];
} // prettier-ignore

/** A header merged over several columns of a fine grid stands for the one that holds something. */
function columnBelow(head: ColumnHead, contentOf: (column: number) => ColumnContent): number {
  for (let column = head.left; column <= head.right; column++) if (contentOf(column).cells > 0) return column;
  return head.left;
}

/** 考核内容 names indicators in one table and describes them in another. */
const asDescription = (each: Candidate): Candidate =>
  each.role === "level" ? { ...each, role: "description", strength: 1 } : each;

/**
 * 一级 二级 三级 say their place themselves. Without them, the columns of names are those whose header says name or
 * group and whose cells are short, from left to right, since an outline is read in that order.
 */
function levelColumns(
  rows: HeaderRows,
  candidates: readonly Candidate[],
  contentOf: (column: number) => ColumnContent,
  disputes: Dispute[],
): readonly Candidate[] {
  const levels = candidates.filter((each) => each.role === "level");
  const ordinal = levels.filter((each) => each.level !== null).sort((a, b) => (a.level ?? 0) - (b.level ?? 0));
  const named = levels.filter((each) => each.level === null && looksLikeNames(each.content));
  const twice = ordinal.find((each, i) => ordinal[i + 1]?.level === each.level);
  if (twice) {
    disputes.push(ordinal.filter((each) => each.level === twice.level).map(describe));
    return [];
  }
  if (ordinal.length > 0) {
    const leaf = named.find((each) => each.head.reading?.naming === "leaf");
    const wide = ordinal.flatMap((each) => spread(each, contentOf));
    return leaf && ordinal.every((each) => each.column < leaf.column) ? [...wide, ...spread(leaf, contentOf)] : wide;
  }
  const leaf = named.findLastIndex((each) => each.head.reading?.naming === "leaf");
  const known = leaf < 0 ? named : named.slice(0, leaf + 1);
  return known.length > 0 ? known.flatMap((each) => spread(each, contentOf)) : unnamedLevels(rows, contentOf);
}

/** 绩效指标 merged over three columns that hold names of their own stands for three levels. */
function spread(each: Candidate, contentOf: (column: number) => ColumnContent): readonly Candidate[] {
  const result: Candidate[] = [];
  for (let column = each.head.left; column <= each.head.right; column++) {
    const content = contentOf(column);
    if (content.cells > 0 && looksLikeNames(content)) result.push({ ...each, column, content });
  }
  return result.length > 0 ? result : [each];
}

/**
 * Where no header says so, names are the short texts under unknown headers before the first known column: a table that
 * sets marks sets them for something, and what it sets them for is written first.
 */
function unnamedLevels(rows: HeaderRows, contentOf: (column: number) => ColumnContent): readonly Candidate[] {
  const result: Candidate[] = [];
  for (const head of rows.heads) {
    if (head.reading?.role === "sequence") continue;
    const content = contentOf(head.left);
    if (head.reading || !looksLikeNames(content)) break;
    result.push({ head, column: head.left, role: "level", strength: 1, level: null, party: null, content });
  }
  return result;
}

/** One column for all, or one for each level: 一级指标 分值 二级指标 分值 三级指标 分值. */
function perLevel(found: readonly Candidate[], role: "fullMark" | "score", levels: readonly number[], disputes: Dispute[]): readonly TableColumn[] {
  const last = levels.length;
  if (found.length === 1) return found.map((each) => column(each, role, each.level ?? last));
  if (found.length === 0) return [];
  const own = found.map((each) => (each.level !== null && each.level <= last ? each.level : null));
  for (const places of [own, found.map((each) => levelBefore(each, levels)), found.map((each) => levelAfter(each, levels))]) {
    if (places.every((place) => place !== null) && new Set(places).size === found.length) {
      return found.map((each, i) => column(each, role, places[i] ?? last));
    }
  }
  const best = strongest(found);
  if (best.length === 1) return best.map((each) => column(each, role, last));
  disputes.push(best.map(describe));
  return [];
} // prettier-ignore

function levelBefore(each: Candidate, levels: readonly number[]): number | null {
  const before = levels.filter((level) => level < each.column);
  return before.length === 0 ? null : levels.indexOf(Math.max(...before)) + 1;
}

function levelAfter(each: Candidate, levels: readonly number[]): number | null {
  const after = levels.filter((level) => level > each.column);
  return after.length === 0 ? null : levels.indexOf(Math.min(...after)) + 1;
}

/** The unit's own score is the one that says so; a bare 得分 is it only where no other column says so. */
function scoreColumns(
  rest: readonly Candidate[],
  levels: readonly number[],
  disputes: Dispute[],
): readonly TableColumn[] {
  const given = givenScores(rest);
  // 加权得分 beside 得分 is what the mark allows of it
  const weighted = given.filter((each) => /加权|折算|折合|换算/.test(printed(each.head)));
  return perLevel(weighted.length === 1 ? weighted : given, "score", levels, disputes);
}

function givenScores(rest: readonly Candidate[]): readonly Candidate[] {
  const scores = rest.filter((each) => each.role === "score");
  const byParty = (["self", null, "judging"] as const).map((party) => scores.filter((each) => each.party === party));
  return byParty.find((group) => group.length > 0) ?? [];
}

/** Reviews of several bodies stand in the order in which they were given, and the last one stands: it comes first here. */
function reviewColumns(rest: readonly Candidate[], disputes: Dispute[]): readonly Candidate[] {
  const given = givenScores(rest);
  const judging = rest.filter((each) => each.role === "score" && each.party === "judging");
  const reviews = rest.filter((each) => each.role === "reviewScore");
  const best = strongest(reviews.length > 0 || given.some((each) => judging.includes(each)) ? reviews : judging);
  if (new Set(best.map((each) => printed(each.head))).size < best.length) {
    disputes.push(best.map(describe));
    return [];
  }
  return [...best].reverse();
}

function single(rest: readonly Candidate[], role: (typeof SINGLE_ROLES)[number], disputes: Dispute[]): readonly TableColumn[] {
  const best = strongest(rest.filter((each) => each.role === role));
  if (best.length > 1 && DECIDING.includes(role)) {
    disputes.push(best.map(describe));
    return [];
  }
  return best.slice(0, 1).map((each) => column(each, role));
} // prettier-ignore

/** Those that say it most plainly; of columns with nothing below, one that holds something is meant. */
function strongest(found: readonly Candidate[]): readonly Candidate[] {
  const most = Math.max(...found.map((each) => each.strength));
  const plain = found.filter((each) => each.strength === most);
  const filled = plain.filter((each) => each.content.cells > 0);
  const [first] = filled;
  // the same numbers twice leave nothing open
  if (first && first.content.numbers > 0 && filled.every((each) => each.content.values === first.content.values))
    return [first];
  return filled.length > 0 ? filled : plain;
}

const describe = (each: Candidate): ColumnLabel => ({
  column: each.column,
  label: `${columnName(each.column)} ${printed(each.head)}`,
});

const printed = (head: ColumnHead): string =>
  [head.above, head.text].filter((text) => text !== "").map((text) => text.replace(/\s+/g, "")).join("/"); // prettier-ignore

function column(each: Candidate, role: TableColumn["role"], level?: number): TableColumn {
  const headerMark = role === "level" ? null : markIn(each.head);
  const header = [each.head.above, each.head.text].filter((text) => text !== "").join("/");
  return {
    role,
    column: each.column,
    header,
    ...(level === undefined ? {} : { level }),
    ...(headerMark ? { headerMark } : {}),
  };
}

/** 分值（100分） states a mark of its own. */
function markIn(head: ColumnHead): StatedNumber | null {
  const inside = /[([]([^()[\]]*)[)\]]/.exec(compact(head.text))?.[1];
  const mark = inside === undefined ? null : readMark(inside, false);
  return mark && embeddedNumber(mark, { row: head.cell.row, column: head.cell.column });
}
