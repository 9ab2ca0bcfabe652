import type { FindingCode, FindingData } from "../findings/catalogue";
import type { FindingOf } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import type { CellPosition } from "../workbook/address";
import { decimalText } from "../model/exact";
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

export const indicatorName = ({ indicator }: DefinitionUse): string => indicator.path.at(-1) ?? "";

/** The rate waits for data; `marks` says how much of the score waits with it. */
export function inputMissing(use: DefinitionUse, missing: readonly string[]): FindingOf<"input-missing"> {
  const { fullMark } = use.indicator;
  const marks = fullMark ? decimalText(fullMark.number, 6) : null;
  return { ...rateFinding(use, "input-missing", { name: indicatorName(use), missing, marks }), group: "input-missing" };
}

export const zeroBase = (use: DefinitionUse, base: string): FindingOf<"zero-base"> =>
  rateFinding(use, "zero-base", { name: indicatorName(use), base }, { subject: base });
