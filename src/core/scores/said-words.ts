import type { BaseDataTable } from "../model/base-data";
import type { Indicator } from "../model/scoring-table";
import { compact } from "../model/text";
import { inputLabel, meantOption } from "../ours/base-answers";
import type { RuleAnswer } from "../review.types";
import type { RuleInput } from "../rules/rule-input";
import { a1 } from "../workbook/address";

/** A word beside a name in the unit's own base data: 是否公开 | √. */
export interface SaidWord {
  readonly label: string;
  readonly text: string;
  /** Sheet and cell, as a person reads it. */
  readonly cell: string;
}

export const saidWords = (tables: readonly BaseDataTable[]): readonly SaidWord[] =>
  tables.flatMap(({ sheet, entries }) =>
    entries.flatMap(({ label, text, at }) => (text === undefined ? [] : { label, text, cell: `${sheet}!${a1(at)}` })),
  );

/** The unit's own base data answer in words that no formula reads: the option is offered, never taken (SPEC C46). */
export function saidElsewhere(
  { path }: Indicator,
  said: readonly SaidWord[],
  input: RuleInput,
  options: readonly string[],
): Pick<RuleAnswer, "typed"> {
  const asked = new Set([askedWords(input.name), askedWords(inputLabel(path, input))]);
  const found = said.filter(({ label }) => asked.has(askedWords(label)));
  const [only] = found;
  if (!only || found.length > 1) return {};
  const { cell, text } = only;
  return { typed: { cell, text, options, meant: meantOption(text, options), inOwnData: true } };
}

/** 是否按规定公开 and 按规定公开？ ask the same. */
const askedWords = (label: string): string => compact(label).replace(/是否|有无|[?？]$/g, "");
