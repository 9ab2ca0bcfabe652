import { a1, type CellAddress } from "../../core/workbook/address";
import { decimalPlaces, decimalText, exactText, type Exact } from "../../core/model/exact";
import { type BaseRow, type BaseSheet } from "../../core/ours/base-sheet";
import { isInputNote } from "../../core/ours/input-note";
import { isIndicatorRate } from "../../core/scores/asked-of-people";
import type { IndicatorReview, RuleAnswer, TableReview } from "../../core/review.types";
import { pointInputs } from "../../core/scores/points";
import { inputLabel, inputOptions, inputRow, TOTAL_PATH } from "../../core/ours/base-answers";
import type { RuleInput } from "../../core/rules/rule-input";
import type { DataRow } from "./data-row";

/** What only a person can answer, as rows of 数据. */
export interface AskedRows {
  /** Choices, counts and figures that its rule asks for, then its 评价要点 where 基础数据 lists them (SPEC M12). */
  ofIndicator(sheet: string, one: IndicatorReview): readonly DataRow[];
  /** The questions of a pack's red lines (SPEC V4). */
  ofTotal(reviewed: TableReview): readonly DataRow[];
}

/** Until a question has a row of its own in 基础数据, the same question of several tables is one, and asked once. */
export function askedRows(base: BaseSheet | null): AskedRows {
  const asked = new Set<string>();
  const once = (rows: readonly DataRow[]): readonly DataRow[] =>
    rows.filter(({ label, typedInSheet }) => typedInSheet || (!asked.has(label) && asked.add(label)));
  return {
    ofIndicator: (sheet, one) => {
      const { path } = one.indicator;
      const isAsked = (answer: RuleAnswer): boolean => !isIndicatorRate(one, answer) && answer.cell === null;
      const answers = one.recomputed.status === "notJudged" ? [] : one.answers.filter(isAsked);
      const rows = answers.map((answer) => askedRow(sheet, path, answer, base));
      return once([...rows, ...pointRows(sheet, one, base)]);
    },
    ofTotal: ({ table, totalRules }) =>
      once(
        (totalRules?.caps ?? []).flatMap(({ when }) =>
          when.kind === "question" ? [askedRow(table.sheet, TOTAL_PATH, when.answer, base)] : [],
        ),
      ),
  };
}

function askedRow(
  sheet: string,
  path: readonly string[],
  { input, number }: RuleAnswer,
  base: BaseSheet | null,
): DataRow {
  const row = base && inputRow(base, path, input, sheet);
  const inSheet = row !== null && row.value !== null;
  return {
    ...blankRow(path, input),
    value: number && answerText(number, input),
    from: number ? (inSheet ? "sheet" : "inputs") : "none",
    at: row?.valueAt ?? null,
    cell: row && a1(row.valueAt),
    typedInSheet: row !== null,
    noteAt: noteAt(row),
  };
}

function pointRows(sheet: string, one: IndicatorReview, base: BaseSheet | null): readonly DataRow[] {
  if (!base?.hasPoints) return [];
  const { path } = one.indicator;
  return pointInputs(one).flatMap((input) => {
    const row = inputRow(base, path, input, sheet);
    if (!row) return [];
    const value = inputOptions(input).find((option) => option === row.value) ?? null;
    return [
      {
        ...blankRow(path, input),
        value,
        from: value === null ? "none" : "sheet",
        at: row.valueAt,
        cell: a1(row.valueAt),
        typedInSheet: true,
        isNeeded: false,
      },
    ];
  });
}

const blankRow = (path: readonly string[], input: RuleInput): DataRow => ({
  label: inputLabel(path, input),
  shown: input.name,
  unit: input.unit,
  scope: null,
  alsoUsedBy: [],
  options: inputOptions(input),
  yesNo: input.type === "yesNo",
  value: null,
  from: "none",
  at: null,
  cell: null,
  typedInSheet: false,
  noteAt: null,
  isNeeded: true,
  offers: [],
});

/** Where the pane may note that it gave the row's value; a person's own note stays. */
export const noteAt = (row: BaseRow | null | undefined): CellAddress | null =>
  row && (row.source === "" || isInputNote(row.source)) ? row.sourceAt : null;

/** A choice by its words, a number as it is. */
function answerText(number: Exact, input: RuleInput): string {
  const options = inputOptions(input);
  if (options.length === 0) return plainNumber(number);
  const rank = input.type === "yesNo" ? (number.equals(1) ? 1 : 2) : Number(decimalText(number, 0));
  return options[rank - 1] ?? plainNumber(number);
}

/** As it is typed: a decimal where it has an end, else a fraction. */
export const plainNumber = (x: Exact): string => (decimalPlaces(x, 13) <= 12 ? decimalText(x, 12) : exactText(x));
