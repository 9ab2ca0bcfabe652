import { a1, type CellAddress, type Rect } from "../../core/workbook/address";
import { compareExact, decimalText, percentText, toDouble, ZERO, type Exact } from "../../core/model/exact";
import type { ScoringTable } from "../../core/model/scoring-table";
import type { RecordSheet } from "../../core/ours/record-sheet";
import type { IndicatorReview, LevelReview, TableReview } from "../../core/review.types";
import {
  countTodos,
  openQuestions,
  todosOf,
  type OpenQuestion,
  type Todo,
  type TodoCount,
  type TodoKind,
} from "../todo";
import { opinionPlace, type OpinionPlace } from "./opinions";

/** What the pane shows of one table: numbers as text ready to print, and shares from 0 to 1 for bars. */
export interface TableSummary {
  readonly id: string;
  readonly sheet: string;
  readonly range: Rect;
  readonly kind: "department" | "project";
  readonly unit: string | null;
  readonly year: number | null;
  readonly todos: readonly Todo[];
  readonly missing: Readonly<Record<TodoKind, TodoCount>>;
  readonly coverage: CoverageSummary;
  readonly totals: TotalsSummary;
  readonly parts: readonly PartSummary[];
  readonly indicators: readonly IndicatorLine[];
}

export interface CoverageSummary {
  readonly marks: string;
  readonly judged: string;
  readonly lacking: string;
  readonly unjudged: string;
  readonly shares: { readonly judged: number; readonly lacking: number; readonly unjudged: number };
}

export interface TotalsSummary {
  readonly fullMark: string;
  readonly typed: string | null;
  readonly stated: string | null;
  readonly recomputed: string | null;
  readonly capped: { readonly before: string; readonly after: string; readonly clause: string } | null;
  readonly grade: TableReview["totals"]["grade"];
  readonly unanswered: readonly OpenQuestion[];
}

/** A first-level part (一级指标) and how much of its mark was scored. */
export interface PartSummary {
  readonly name: string;
  readonly mark: string;
  readonly score: string | null;
  readonly recomputed: string | null;
  readonly share: number;
  readonly recomputedShare: number | null;
}

/** One indicator as a line of a list. */
export interface IndicatorLine {
  readonly index: number;
  readonly name: string;
  readonly path: readonly string[];
  readonly at: CellAddress;
  readonly cell: string;
  readonly rows: readonly [first: number, last: number];
  readonly fullMark: string | null;
  readonly score: string | null;
  readonly rate: string | null;
  readonly recomputed: string | null;
  readonly status: IndicatorReview["recomputed"]["status"];
  readonly differs: boolean;
  readonly hasRule: boolean;
  readonly opinion: OpinionPlace | null;
}

export function summarise(reviewed: TableReview, record: RecordSheet | null): TableSummary {
  const { table, totals, levels, indicators } = reviewed;
  const todos = todosOf(reviewed);
  return {
    id: table.id,
    sheet: table.sheet,
    range: table.range,
    kind: table.kind,
    unit: table.unit,
    year: table.year,
    todos,
    missing: {
      unscored: countTodos(todos, "unscored"),
      unexplained: countTodos(todos, "unexplained"),
      lacking: countTodos(todos, "lacking"),
    },
    coverage: coverageSummary(reviewed.coverage),
    totals: {
      fullMark: marks(totals.fullMark),
      typed: totals.score && marks(totals.score),
      stated: totals.statedScore && marks(totals.statedScore),
      recomputed: totals.recomputed && marks(totals.recomputed),
      capped: totals.capped && {
        before: marks(totals.capped.before),
        after: marks(totals.capped.after),
        clause: totals.capped.clause,
      },
      grade: totals.grade,
      unanswered: openQuestions(reviewed),
    },
    parts: levels.filter(({ path }) => path.length === 1).map(partSummary),
    indicators: indicators.map((one, index) => indicatorLine(one, index, table, record)),
  };
}

export const marks = (x: Exact): string => decimalText(x, 4);

function coverageSummary({ marks: all, judged, notVerifiable, notJudged }: TableReview["coverage"]): CoverageSummary {
  return {
    marks: marks(all),
    judged: marks(judged),
    lacking: marks(notVerifiable),
    unjudged: marks(notJudged),
    shares: { judged: share(judged, all), lacking: share(notVerifiable, all), unjudged: share(notJudged, all) },
  };
}

function partSummary({ path, markSum, statedMark, scoreSum, recomputedSum }: LevelReview): PartSummary {
  const mark = compareExact(markSum, ZERO) > 0 ? markSum : (statedMark ?? ZERO);
  return {
    name: path.at(-1) ?? "",
    mark: marks(mark),
    score: scoreSum && marks(scoreSum),
    recomputed: recomputedSum && marks(recomputedSum),
    share: scoreSum ? share(scoreSum, mark) : 0,
    recomputedShare: recomputedSum && share(recomputedSum, mark),
  };
}

function indicatorLine(
  { indicator, rate, recomputed, rule, state }: IndicatorReview,
  index: number,
  table: ScoringTable,
  record: RecordSheet | null,
): IndicatorLine {
  const position = indicator.score?.at ?? indicator.nameAt;
  const typed = indicator.score?.stated?.number ?? null;
  const own = recomputed.status === "computed" ? recomputed.score : null;
  return {
    index,
    name: indicator.path.at(-1) ?? "",
    path: indicator.path,
    at: { sheet: table.sheet, ...position },
    cell: a1(position),
    rows: [indicator.row, indicator.lastRow],
    fullMark: indicator.fullMark && marks(indicator.fullMark.number),
    score: typed && marks(typed),
    rate: rate.status === "computed" ? percentText(rate.number) : null,
    recomputed: own && marks(own),
    status: recomputed.status,
    differs: state === "differing",
    hasRule: rule !== null,
    opinion: opinionPlace(table, index, record),
  };
}

/** Between 0 and 1; of nothing, nothing. */
function share(part: Exact, whole: Exact): number {
  if (compareExact(whole, ZERO) <= 0) return 0;
  return Math.min(1, Math.max(0, toDouble(part.div(whole))));
}
