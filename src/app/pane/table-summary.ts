import { a1, type CellAddress, type Rect } from "../../core/workbook/address";
import { exactFromDouble, percentText, type Exact } from "../../core/model/exact";
import type { RecordSheet } from "../../core/ours/record-sheet";
import type { IndicatorReview, LevelReview, MarkState, TableReview } from "../../core/review.types";
import { gradeOf } from "../../core/rules/grade";
import { openQuestions, type OpenQuestion } from "../todo";
import { summariseStates, type StateSummary } from "./mark-states";
import { marks } from "./marks";
import { opinionPlace, type OpinionPlace } from "./opinions";

/** What the pane shows of one table: numbers as text ready to print, and shares from 0 to 1 for bars. */
export interface TableSummary {
  readonly id: string;
  readonly sheet: string;
  readonly range: Rect;
  readonly kind: "department" | "project";
  readonly unit: string | null;
  readonly year: number | null;
  readonly states: StateSummary;
  readonly totals: TotalsSummary;
  readonly parts: readonly PartSummary[];
  readonly indicators: readonly IndicatorLine[];
}

interface TotalsSummary {
  readonly fullMark: string;
  readonly typed: string | null;
  /** Of the self score, where every mark has one. */
  readonly grade: string | null;
  /** Indicators without a self score. */
  readonly unscored: number;
  readonly recomputed: string | null;
  readonly capped: { readonly before: string; readonly after: string; readonly clause: string } | null;
  readonly unanswered: readonly OpenQuestion[];
}

/** A first-level part (一级指标). */
interface PartSummary {
  readonly name: string;
  readonly score: string | null;
  readonly states: StateSummary;
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
  readonly state: MarkState;
  readonly hasRule: boolean;
  readonly ruleSource: "template" | "pack" | "table" | "workbook" | null;
  readonly opinion: OpinionPlace | null;
  readonly figures: IndicatorFigures;
}

/** Exact figures, for what is computed from several lines. */
interface IndicatorFigures {
  readonly mark: Exact | null;
  readonly score: Exact | null;
  readonly recomputed: Exact | null;
}

export function summarise(reviewed: TableReview, record: RecordSheet | null): TableSummary {
  const { table, totals, levels, indicators } = reviewed;
  const unscored = indicators.filter(({ indicator }) => indicator.score?.stated == null).length;
  return {
    id: table.id,
    sheet: table.sheet,
    range: table.range,
    kind: table.kind,
    unit: table.unit,
    year: table.year,
    states: summariseStates(reviewed),
    totals: {
      fullMark: marks(totals.fullMark),
      typed: totals.score && marks(totals.score),
      grade: totals.score && unscored === 0 && totals.fullMark.equals(HUNDRED) ? gradeOf(totals.score) : null,
      unscored,
      recomputed: totals.recomputed && marks(totals.recomputed),
      capped: totals.capped && {
        before: marks(totals.capped.before),
        after: marks(totals.capped.after),
        clause: totals.capped.clause,
      },
      unanswered: openQuestions(reviewed),
    },
    parts: levels.filter(({ path }) => path.length === 1).map((level) => partSummary(level, reviewed)),
    indicators: indicators.map((one, index) => indicatorLine(one, index, reviewed, record)),
  };
}

const HUNDRED = exactFromDouble(100);

const partSummary = ({ path, scoreSum }: LevelReview, reviewed: TableReview): PartSummary => ({
  name: path.at(-1) ?? "",
  score: scoreSum && marks(scoreSum),
  states: summariseStates(reviewed, path),
});

function indicatorLine(
  one: IndicatorReview,
  index: number,
  reviewed: TableReview,
  record: RecordSheet | null,
): IndicatorLine {
  const { indicator, rate, recomputed, rule } = one;
  const position = indicator.score?.at ?? indicator.nameAt;
  const typed = indicator.score?.stated?.number ?? null;
  const own = recomputed.status === "computed" ? recomputed.score : null;
  return {
    index,
    name: indicator.path.at(-1) ?? "",
    path: indicator.path,
    at: { sheet: reviewed.table.sheet, ...position },
    cell: a1(position),
    rows: [indicator.row, indicator.lastRow],
    fullMark: indicator.fullMark && marks(indicator.fullMark.number),
    score: typed && marks(typed),
    rate: rate.status === "computed" ? percentText(rate.number) : null,
    recomputed: own && marks(own),
    state: one.state,
    hasRule: rule !== null,
    ruleSource: rule?.source ?? null,
    opinion: opinionPlace(reviewed, index, record),
    figures: { mark: indicator.fullMark?.number ?? null, score: typed, recomputed: own },
  };
}
