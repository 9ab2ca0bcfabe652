import type { BindingProblem } from "../model/binding-problem";
import { compact, nameKey } from "../model/text";
import { inputLabel, inputUse, isOfAnother, TOTAL_PATH } from "../ours/base-answers";
import type { BaseRow, BaseSheet } from "../ours/base-sheet";
import type { IndicatorReview, RuleAnswer, TableReview } from "../review.types";
import { pointInputs } from "./points";
import type { RuleInput } from "../rules/rule-input";

/** Whether the answer is the indicator's own rate, which stands in our column 计算值. */
export function isIndicatorRate(review: IndicatorReview, answer: RuleAnswer): boolean {
  const { definition, answers } = review;
  if (definition === null || answer.input.type !== "rate") return false;
  const rates = answers.filter(({ input }) => input.type === "rate");
  return rates.length === 1 || nameKey(answer.input.name) === nameKey(definition.definition.name);
}

interface Asking {
  readonly sheet: string;
  readonly label: string;
  /** 用于 of its own row. */
  readonly use: string;
}

/** Everything that rules ask of people: in no cell of the table, and no rate that is computed. */
function askings({ table: { sheet }, indicators, totalRules }: TableReview, withPoints: boolean): readonly Asking[] {
  const asking = (path: readonly string[], input: RuleInput): Asking =>
    ({ sheet, label: compact(inputLabel(path, input)), use: compact(inputUse(sheet, path)) }); // prettier-ignore
  return [
    ...indicators.flatMap((one) => [
      ...one.answers.filter((answer) => answer.cell === null && !isIndicatorRate(one, answer)).map(({ input }) => asking(one.indicator.path, input)),
      ...(withPoints ? pointInputs(one) : []).map((input) => asking(one.indicator.path, input)),
    ]),
    ...(totalRules?.caps ?? []).flatMap(({ when }) => (when.kind === "question" ? [asking(TOTAL_PATH, when.answer.input)] : [])),
  ]; // prettier-ignore
}

export interface OwnerlessRows {
  /** 基础数据 in which no row whose own table or indicator is gone answers one of several that ask the same. */
  readonly base: BaseSheet;
  /** Such rows that hold an answer, each with those whose it may be: used by nobody, and said. */
  readonly problems: readonly BindingProblem[];
}

/**
 * A row of 基础数据 whose sheet or indicator is gone is taken for the only one that asks its question, since indicators are
 * moved and sheets renamed. Where several ask, it is nobody's (SPEC P9).
 */
export function ownerlessRows(base: BaseSheet, tables: readonly TableReview[]): OwnerlessRows {
  const byLabel = new Map<string, Map<string, Asking>>();
  for (const table of tables) {
    for (const one of askings(table, base.hasPoints)) {
      const uses = byLabel.get(one.label) ?? new Map<string, Asking>();
      byLabel.set(one.label, uses.set(one.use, one));
    }
  }
  const isWanting = (label: string, uses: ReadonlyMap<string, Asking>): boolean => {
    const owned = new Set(base.byLabel.get(label)?.map(({ usedBy }) => compact(usedBy)));
    return owned.size > 0 && [...uses.keys()].some((use) => !owned.has(use));
  };
  const several = [...byLabel].filter(([label, uses]) => uses.size > 1 && isWanting(label, uses));
  const contested = new Set(several.map(([label]) => label));
  const problems = [...byLabel].flatMap(([label, uses]): readonly BindingProblem[] => {
    const rows = base.byLabel.get(label) ?? [];
    const owned = new Set(rows.map(({ usedBy }) => compact(usedBy)));
    const wanting = [...uses.values()].filter(({ use }) => !owned.has(use));
    const ownerless = rows.filter((row) => !uses.has(compact(row.usedBy)));
    return ownerless.flatMap((row) => {
      const possible = wanting.filter(({ sheet }) => !isOfAnother(base, row, sheet));
      const isTaken = possible.length === 1 && rows.length === 1;
      return possible.length === 0 || isTaken || !holdsAnswer(row) ? [] : [{ kind: "row-ownerless", label: row.label, at: row.valueAt, uses: possible.map(({ use }) => use) } as const];
    });
  }); // prettier-ignore
  return { base: contested.size > 0 ? { ...base, contested } : base, problems };
}

const holdsAnswer = ({ value }: BaseRow): boolean => value !== null && value !== "";
