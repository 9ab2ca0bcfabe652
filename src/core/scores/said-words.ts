import type { BaseDataTable } from "../model/base-data";
import { decimalText } from "../model/exact";
import type { Indicator } from "../model/scoring-table";
import { compact } from "../model/text";
import { append } from "../workbook/lists-by-key";
import { inputLabel, meantOption } from "../ours/base-answers";
import type { RuleAnswer } from "../review.types";
import type { RuleInput } from "../rules/rule-input";
import { a1 } from "../workbook/address";

/** What stands beside a name in the unit's own base data: 是否公开 | √, 公众满意度 | 0.93. */
interface SaidWord {
  readonly text: string;
  readonly isNumber: boolean;
  /** Sheet and cell, as a person reads it. */
  readonly cell: string;
}

/** By the words of their names, since every input of every rule asks. */
export type SaidWords = ReadonlyMap<string, readonly SaidWord[]>;

export function saidWords(tables: readonly BaseDataTable[]): SaidWords {
  const words = new Map<string, SaidWord[]>();
  for (const { sheet, entries } of tables)
    for (const { label, text, number, unit, at } of entries) {
      const said = text ?? (number && `${decimalText(number, 6)}${unit ?? ""}`);
      if (said) append(words, askedWords(label), { text: said, isNumber: number !== null, cell: `${sheet}!${a1(at)}` });
    }
  return words;
}

/**
 * The unit's own base data answer in words that no formula reads: the option is offered, never taken (SPEC C46). So is a number
 * under the name of what is asked, since whether it is the same only a person can say (Q41).
 */
export function saidElsewhere(
  { path }: Indicator,
  said: SaidWords,
  input: RuleInput,
  options: readonly string[],
): Pick<RuleAnswer, "typed"> {
  const isNumber = options.length === 0;
  const names = [input.name, inputLabel(path, input), ...(isNumber ? [path.at(-1) ?? ""] : [])];
  const asked = new Set(names.map(askedWords));
  const found = [...asked].flatMap((name) => said.get(name) ?? []).filter((each) => isNumber || !each.isNumber);
  const [only] = found;
  if (!only || found.length > 1) return {};
  const { cell, text } = only;
  return { typed: { cell, text, options, meant: meantOption(text, options), inOwnData: true } };
}

/** 是否按规定公开 and 按规定公开？ ask the same. */
const askedWords = (label: string): string => compact(label).replace(/是否|有无|[?？]$/g, "");
