import { compareExact, exactFromDouble, exactFromText, sumExact, ZERO, type Exact } from "../../core/model/exact";
import { gradeOf } from "../../core/rules/grade";
import { marks } from "./marks";
import type { QueueItem } from "./queue-item";
import type { IndicatorLine, TableSummary } from "./table-summary";

export type ReviewState = "open" | "done" | "changed";

/** One indicator as a reviewer sees it. */
export interface ReviewLine {
  readonly key: string;
  readonly table: string;
  readonly line: IndicatorLine;
  readonly state: ReviewState;
  /** Returned in an earlier round, and the values under it are the same. */
  readonly unmended: boolean;
  /** 自评 and 复算 agree and no finding speaks of it: it can be accepted with the others of its kind. */
  readonly agrees: boolean;
  /** The gravest first. */
  readonly risk: readonly [rank: number, apart: number];
}

const reviewKey = (table: string, index: number): string => `${table}:${index}`;

/** Every indicator of the tables, in the order of the tables. */
export function reviewLines(
  tables: readonly TableSummary[],
  queue: readonly QueueItem[],
  round: number,
): readonly ReviewLine[] {
  const found = new Map<string, QueueItem[]>();
  for (const item of queue) {
    if (item.table === null || item.index === null) continue;
    const key = reviewKey(item.table, item.index);
    found.set(key, [...(found.get(key) ?? []), item]);
  }
  return tables.flatMap(({ id, indicators }) =>
    indicators.map((line): ReviewLine => {
      const key = reviewKey(id, line.index);
      const items = found.get(key) ?? [];
      const state = stateOf(line);
      const { opinion } = line;
      return {
        key,
        table: id,
        line,
        state,
        unmended: opinion?.present.returned === true && !opinion.changed && (opinion.round ?? round) < round,
        agrees: line.state === "agreeing" && items.length === 0,
        risk: riskOf(line, items),
      };
    }),
  );
}

function stateOf({ opinion }: IndicatorLine): ReviewState {
  if (!opinion || opinion.present.score === "") return "open";
  return opinion.changed ? "changed" : "done";
}

/** 不符 by how far apart, findings of error, full marks that nothing confirms, the rest. */
function riskOf(
  { state, figures, score, fullMark }: IndicatorLine,
  items: readonly QueueItem[],
): readonly [number, number] {
  const { score: self, recomputed } = figures;
  if (state === "differing" && self && recomputed) return [0, -Number(marks(self.sub(recomputed).abs()))];
  if (items.some(({ severity }) => severity === "error")) return [1, 0];
  if (recomputed === null && score !== null && score === fullMark) return [2, 0];
  return [3, 0];
}

export const byRisk = (lines: readonly ReviewLine[]): readonly ReviewLine[] =>
  [...lines].sort((a, b) => a.risk[0] - b.risk[0] || a.risk[1] - b.risk[1]);

/** What the review comes to so far. */
export interface ReviewFigures {
  readonly self: string;
  /** 复核分 where there is one, self scores elsewhere. */
  readonly soFar: string;
  /** By the reviewed scores, once every indicator has one, on a table of 100 marks. */
  readonly grade: string | null;
  readonly done: number;
  readonly all: number;
}

export function reviewFigures(lines: readonly ReviewLine[]): ReviewFigures {
  const scores = lines.map((one) => ({ self: one.line.figures.score, reviewed: reviewedOf(one) }));
  const soFar = sumExact(scores.flatMap(({ self, reviewed }) => reviewed ?? self ?? []));
  const done = lines.filter(({ state }) => state === "done").length;
  const full = sumExact(lines.flatMap(({ line }) => line.figures.mark ?? []));
  const isWhole = done === lines.length && lines.length > 0 && compareExact(full, HUNDRED) === 0;
  return {
    self: marks(sumExact(scores.flatMap(({ self }) => self ?? []))),
    soFar: marks(soFar),
    grade: isWhole ? gradeOf(soFar) : null,
    done,
    all: lines.length,
  };
}

const HUNDRED = exactFromDouble(100);

/** A reviewed score that stands; one on other values than today's does not. */
export const reviewedOf = ({ state, line }: ReviewLine): Exact | null =>
  state === "done" ? exactFromText(line.opinion?.present.score ?? "") : null;

/** What a column of the picture shows, in marks of the table's largest one. */
export interface ReviewColumn {
  readonly key: string;
  readonly name: string;
  readonly mark: number;
  readonly confirmed: number;
  readonly above: number;
  readonly below: number;
  readonly open: number;
}

export function reviewColumns(lines: readonly ReviewLine[]): readonly ReviewColumn[] {
  return lines.map(({ key, line }) => {
    const { mark, score, recomputed } = line.figures;
    const self = score ?? ZERO;
    const number = (x: Exact): number => Number(marks(x));
    if (!recomputed)
      return { key, name: line.name, mark: number(mark ?? ZERO), confirmed: 0, above: 0, below: 0, open: number(self) };
    const isAbove = compareExact(self, recomputed) > 0;
    return {
      key,
      name: line.name,
      mark: number(mark ?? ZERO),
      confirmed: number(isAbove ? recomputed : self),
      above: isAbove ? number(self.sub(recomputed)) : 0,
      below: isAbove ? 0 : number(recomputed.sub(self)),
      open: 0,
    };
  });
}
