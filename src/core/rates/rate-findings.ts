import type { FindingCode, FindingData } from "../findings/catalogue";
import type { FindingOf } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import type { CellPosition } from "../workbook/address";
import { decimalText, percentText, type Exact } from "../model/exact";
import type { Definition } from "../rules/definition";
import type { DefinitionUse } from "../quantities/definition-use";

/** A finding about an indicator's rate, at its name unless another cell is meant. */
export function rateFinding<C extends FindingCode>(
  use: DefinitionUse,
  code: C,
  data: FindingData[C],
  options: { readonly at?: CellPosition; readonly subject?: string } = {},
): FindingOf<C> {
  const { table, indicator } = use;
  const { at = indicator.nameAt, subject = "" } = options;
  return findingAt(code, table, at, { data, path: indicator.path, subject });
}

/**
 * A rate as these tables print it, in percent with so many decimals; a value that is no percentage (人均成本) as a number with
 * up to four.
 */
export const rateText = ({ percent, name }: Definition, number: Exact, places: number): string =>
  percent || /率["”』」]*$/.test(name) ? percentText(number, places) : decimalText(number, 4);

export const indicatorName = ({ indicator }: DefinitionUse): string => indicator.path.at(-1) ?? "";

/** The rate waits for data; `marks` says how much of the score waits with it. */
export function inputMissing(use: DefinitionUse, missing: readonly string[]): FindingOf<"input-missing"> {
  const { fullMark } = use.indicator;
  const marks = fullMark ? decimalText(fullMark.number, 6) : null;
  return { ...rateFinding(use, "input-missing", { name: indicatorName(use), missing, marks }), group: "input-missing" };
}

export const zeroBase = (use: DefinitionUse, base: string): FindingOf<"zero-base"> =>
  rateFinding(use, "zero-base", { name: indicatorName(use), base }, { subject: base });
