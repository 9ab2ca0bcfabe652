import { compact } from "../../model/text";
import type { TableColumn } from "../../model/scoring-table";
import {
  column,
  describe,
  dispute,
  strongest,
  type Candidate,
  type ColumnLabel,
  type Dispute,
} from "./column-candidate";
import {
  isProse,
  looksLikeNames,
  looksLikeRates,
  looksLikeScores,
  standsBeside,
  type ColumnContent,
} from "./column-content";
import { columnFates, type ColumnFate } from "./column-fates";
import type { ColumnHead } from "./column-heads";
import { ofYear, type OtherYear } from "./column-year";
import type { HeaderRows } from "./header-row";
import { partyOf } from "../words/header-role";
import type { HeaderRole } from "../words/header-words";
import {
  itemColumns,
  perLevel,
  reviewColumns,
  scoreColumns,
  weighingMarks,
  withMarksAmongScores,
} from "./score-columns";

/** The columns of one table by role, and what could not be told. */
export interface ColumnReading {
  readonly columns: readonly TableColumn[];
  /** Columns of names from the outermost level to the indicators; empty where they can not be told. */
  readonly levels: readonly number[];
  /** Readings that are equally good. One entry per disputed role; the role is left out. */
  readonly disputes: readonly Dispute[];
  /** Reviews of several bodies: the one that counts, then the others; empty where there is one at most. */
  readonly reviews: readonly ColumnLabel[];
  /** Columns that name another year, where none names the table's own for the same. */
  readonly others: readonly OtherYear[];
  /** What became of each column under a head. */
  readonly fates: ReadonlyMap<number, ColumnFate>;
}

/** Gives every header its role; where the word alone does not settle it, the cells below and the other headers do. */
export function assignColumns(
  rows: HeaderRows,
  contentOf: (column: number) => ColumnContent,
  year: number | null = null,
): ColumnReading {
  const found = withGoals(rows.heads.flatMap((head) => candidatesOf(head, contentOf)));
  const dated = ofYear(found, year);
  const candidates = withReached(shownFirst(dated.candidates));
  const disputes: Dispute[] = [];
  const names = withScoredPoints(levelColumns(rows, candidates, contentOf, disputes), candidates);
  const levels = names.map((each) => each.column);
  const taken = new Set(levels);
  const free = candidates.filter((each) => !taken.has(each.column));
  const described = free.filter((each) => each.role !== "level" || each.content.cells > 0).map(asDescription);
  const rest = withMarksAmongScores(described);
  const reviews = reviewColumns(rest, disputes);
  const columns = [
    ...names.map((each, index) => column(each, "level", index + 1)),
    ...perLevel(weighingMarks(rest), "fullMark", levels, disputes),
    ...scoreColumns(rest, levels, disputes),
    ...itemColumns(rest),
    ...reviews.slice(0, 1).map((each) => column(each, "reviewScore")),
    ...SINGLE_ROLES.flatMap((role) => single(rest, role, disputes)),
  ]; // prettier-ignore
  return {
    columns: columns.sort((a, b) => a.column - b.column),
    levels,
    disputes,
    reviews: reviews.length > 1 ? reviews.map(describe) : [],
    others: dated.others,
    fates: columnFates({ heads: rows.heads, found, year, dated, columns, disputes }),
  };
}

/**
 * 年度绩效目标 over a text that is merged down over rows, beside a column with a value for each of them, is the goal of the
 * form; so is what came of it (SPEC R50).
 */
function withGoals(found: readonly Candidate[]): readonly Candidate[] {
  const isGoal = (each: Candidate): boolean =>
    (each.role === "target" || each.role === "actual") &&
    /目标|情况/.test(each.head.text) &&
    !/[值数]/.test(each.head.text) &&
    isProse(each.content) &&
    found.some((other) => other !== each && other.role === each.role && standsBeside(each.content, other.content));
  return found.map((each) => (isGoal(each) ? { ...each, role: "goal" } : each));
}

/** An old 得分 in a hidden column gives way to the one that people see. */
const shownFirst = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter(
    (each) =>
      !each.content.hidden ||
      !candidates.some(
        (other) =>
          other.role === each.role &&
          other.party === each.party &&
          other.level === each.level &&
          (each.role !== "level" || each.level !== null) &&
          !other.content.hidden,
      ),
  );

/** 自评结果 in per cent beside a score is what was reached: only a header that says 分 may give marks as a percentage. */
function withReached(candidates: readonly Candidate[]): readonly Candidate[] {
  const isReached = (each: Candidate): boolean =>
    each.role === "score" && !each.head.text.includes("分") && looksLikeRates(each.content);
  const scored = candidates.some((each) => each.role === "score" && !isReached(each));
  return scored ? candidates.map((each) => (isReached(each) ? { ...each, role: "actual", strength: 1 } : each)) : candidates;
} // prettier-ignore

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
  // 完成度 over 已完成 is what was reached, in words
  if (role === "rate" && content.texts > content.numbers) return [{ ...base, role: "actual", strength: 1 }];
  // 年度标准 over figures is what is to be reached; a standard says how marks are given
  if (role === "standard" && head.reading.strength < 3 && content.numbers * 2 > content.cells) return [{ ...base, role: "target", strength: 1 }];
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
  const numbered = levels.filter((each) => each.level !== null).sort((a, b) => (a.level ?? 0) - (b.level ?? 0));
  const ordinal = numbered.filter((each) =>
    strongest(numbered.filter(({ level }) => level === each.level)).includes(each),
  );
  const named = levels.filter((each) => each.level === null && looksLikeNames(each.content));
  const twice = ordinal.find((each, i) => ordinal[i + 1]?.level === each.level);
  if (twice) {
    disputes.push(dispute("level", ordinal.filter((each) => each.level === twice.level), twice.level)); // prettier-ignore
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

/**
 * 评审要点 beside the names are themselves what is scored where there is a mark for each of them, and clearly fewer names
 * than marks: the name is written once over several.
 */
function withScoredPoints(names: readonly Candidate[], candidates: readonly Candidate[]): readonly Candidate[] {
  const last = names[names.length - 1];
  const next = candidates.find((each) => last !== undefined && each.column > last.column);
  const marks = candidates.find((each) => each.role === "fullMark")?.content.numbers ?? 0;
  if (!last || next?.role !== "description" || !looksLikeNames(next.content)) return names;
  const { cells } = next.content;
  // a total has a mark, too
  const each = marks >= cells && marks - cells <= Math.max(1, names[0]?.content.cells ?? 0);
  return each && last.content.cells * 4 <= cells * 3 ? [...names, { ...next, role: "level" }] : names;
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

/** 实际完成值 in numbers counts before 完成情况 in words: what the unit reached is a figure wherever one is given. */
function byContent(role: HeaderRole, found: readonly Candidate[]): readonly Candidate[] {
  if (role !== "actual" && role !== "target") return found;
  const figures = found.filter(({ content }) => content.numbers > content.texts);
  return figures.length === 1 ? figures : found;
}

function single(rest: readonly Candidate[], role: (typeof SINGLE_ROLES)[number], disputes: Dispute[]): readonly TableColumn[] {
  const found = rest.filter((each) => each.role === role);
  // 抽评 over 实际值 beside another 实际值: the reviewer's
  const own = found.filter(({ head }) => partyOf(compact(head.above)) !== "review");
  const best = byContent(role, strongest(own.length > 0 ? own : found));
  if (best.length > 1 && DECIDING.includes(role)) {
    disputes.push(dispute(role, best));
    return [];
  }
  return best.slice(0, 1).map((each) => column(each, role));
} // prettier-ignore
