import type { CellAddress } from "../core/workbook/address";
import { isBlankValue } from "../core/model/text";
import { decimalText, sumExact, type Exact } from "../core/model/exact";
import { lostMarks, scoreGroups } from "../core/model/score-groups";
import type { IndicatorReview, TableReview } from "../core/review.types";

/** Why an indicator is not finished, the most pressing first: no score, marks lost without a reason, data missing. */
export type TodoKind = "unscored" | "unexplained" | "lacking";

/** One thing that is still missing in a table, and the cell to go to. */
export interface Todo {
  readonly kind: TodoKind;
  readonly name: string;
  readonly at: CellAddress;
  readonly marks: Exact | null;
  /** The quantities wanted; empty for the other kinds. */
  readonly missing: readonly string[];
}

/** What is still missing of one kind: how many indicators, and the marks they hold up. */
export interface TodoCount {
  readonly count: number;
  readonly marks: string;
}

/** Everything that is still missing in a table, kind by kind and in the order of its rows. */
export function todosOf({ table, indicators }: TableReview): readonly Todo[] {
  const scores = new Set<string>();
  const groupOf = new Map(scoreGroups(table).flatMap((group) => group.indicators.map((one) => [one, group] as const)));
  return KINDS.flatMap((kind) =>
    indicators.flatMap((one) => {
      const { indicator } = one;
      const group = groupOf.get(indicator);
      const lost = group ? lostMarks(group) : null;
      if (!isOpen(one, kind, lost)) return [];
      // A score cell merged over several indicators is one thing to do.
      const key = `${kind}${indicator.scoreGroup ?? String(indicator.row)}`;
      if (kind !== "lacking" && scores.has(key)) return [];
      scores.add(key);
      const at = { sheet: table.sheet, ...(indicator.score?.at ?? indicator.nameAt) };
      const name = indicator.path.at(-1) ?? "";
      return [{ kind, name, at, marks: marksOf(one, kind, lost), missing: kind === "lacking" ? missingOf(one) : [] }];
    }),
  );
}

const KINDS: readonly TodoKind[] = ["unscored", "unexplained", "lacking"];

export function countTodos(todos: readonly Todo[], kind: TodoKind): TodoCount {
  const own = todos.filter((todo) => todo.kind === kind);
  return { count: own.length, marks: decimalText(sumExact(own.flatMap(({ marks }) => marks ?? [])), 2) };
}

function isOpen(
  { indicator, justification, rate, state }: IndicatorReview,
  kind: TodoKind,
  lost: Exact | null,
): boolean {
  switch (kind) {
    case "unscored":
      return indicator.score !== null && isBlankValue(indicator.score.raw);
    case "unexplained":
      // A target missed or far exceeded wants words too, but nothing was deducted (SPEC V12).
      return lost !== null && (justification === "missing" || justification === "placeholder");
    case "lacking":
      return rate.status === "notVerifiable" || state === "notVerifiable";
  }
}

/** A mark without a standard waits for no data: only what a score waits for counts in marks, as in the coverage (SPEC V1). */
function marksOf({ indicator, state }: IndicatorReview, kind: TodoKind, lost: Exact | null): Exact | null {
  if (kind === "unexplained") return lost;
  return kind === "lacking" && state !== "notVerifiable" ? null : (indicator.fullMark?.number ?? null);
}

/** The names of what is missing, each once: what the rate lacks, then what only the rule asks. */
const missingOf = ({ rate, recomputed }: IndicatorReview): readonly string[] => [
  ...new Set([
    ...(rate.status === "notVerifiable" ? rate.missing : []),
    ...(recomputed.status === "notVerifiable" ? recomputed.missing : []),
  ]),
];

/** A question on which a cap of the total hangs, and what the pack says of it. */
export interface OpenQuestion {
  readonly question: string;
  readonly clause: string;
}

/**
 * Red lines that nobody answered, and the execution rate that nobody could compute: they cap nothing until somebody does
 * (SPEC V4), which must be said beside the total. What hangs on the rate is one question, however many clauses it has.
 */
export function openQuestions(reviewed: TableReview): readonly OpenQuestion[] {
  const caps = reviewed.totalRules?.caps ?? [];
  const asked = caps.flatMap(({ when, clause }) =>
    when.kind === "question" && when.answer.number === null ? [{ question: when.answer.input.name, clause }] : [],
  );
  const byRate = caps.filter(({ when }) => when.kind === "executionRate").map(({ clause }) => clause);
  if (byRate.length === 0 || isExecutionRateKnown(reviewed)) return asked;
  return [...asked, { question: "预算执行率是多少", clause: byRate.join("；") }];
}

function isExecutionRateKnown({ totalRules, funding, indicators }: TableReview): boolean {
  const at = totalRules?.executionRate ?? null;
  const rate = at === "funding" ? funding?.rate : at === null ? undefined : indicators[at]?.rate;
  return rate?.status === "computed";
}
