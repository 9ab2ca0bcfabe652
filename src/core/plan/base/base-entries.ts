import { nameKey } from "../../model/text";
import { a1 } from "../../workbook/address";
import { decimalText, type Exact } from "../../model/exact";
import type { Quantity } from "../../model/quantity";
import { inputLabel, inputOptions, inputUse, usedByText } from "../../ours/base-answers";
import type { RuleInput } from "../../rules/rule-input";

/** One row that 基础数据 must have: a quantity without a cell elsewhere, or a choice that a rule asks for. */
export interface BaseEntry {
  readonly label: string;
  readonly scope: string;
  readonly unit: string;
  readonly usedBy: string;
  readonly definedName: string;
  readonly options: readonly string[];
  /** What each option counts as: 1 and 0 for 是 and 否, else its rank. */
  readonly ranks: readonly number[];
  readonly lowest: "none" | "zero";
  /** The row it was read from; null: the label finds it. */
  readonly row: number | null;
  /** Given with --inputs: written where nobody typed anything. */
  readonly given: Exact | null;
}

/** Quantities that share a name are told apart by what uses them. */
export function quantityEntries(quantities: readonly Quantity[]): readonly BaseEntry[] {
  const counts = new Map<string, number>();
  for (const { name } of quantities) counts.set(nameKey(name), (counts.get(nameKey(name)) ?? 0) + 1);
  return quantities.map((quantity) => {
    const use = quantity.usedBy[0]?.path.at(-1);
    const shared = (counts.get(nameKey(quantity.name)) ?? 0) > 1 && use !== undefined;
    return {
      label: shared ? `${quantity.name}（${use}）` : quantity.name,
      scope: scopeText(quantity),
      unit: quantity.unit ?? "",
      usedBy: [...new Set(quantity.usedBy.map(({ path }) => usedByText(path)))].join("；"),
      definedName: quantity.definedName,
      options: [],
      ranks: [],
      lowest: "none",
      row: quantity.source?.from === "sheet" ? quantity.source.at.row : null,
      given: quantity.source?.from === "inputs" ? quantity.source.number : null,
    };
  });
}

const scopeText = ({ scope, offers }: Quantity): string =>
  [
    scope ?? "",
    ...offers.map(({ number, at }) => `文中数字（未采用）：${decimalText(number, 6)}，见${at.sheet} ${a1(at)}`),
  ]
    .filter((line) => line !== "")
    .join("\n");

export const inputEntry = (item: AskedInput, definedName: string, row: number | null): BaseEntry => ({
  label: inputLabel(item.path, item.input),
  scope: item.scope ?? inputScope(item.input),
  unit: item.input.unit ?? "",
  usedBy: inputUse(item.sheet, item.path),
  definedName,
  options: inputOptions(item.input),
  ranks: item.input.type === "yesNo" ? [1, 0] : inputOptions(item.input).map((_, index) => index + 1),
  lowest: item.input.type === "count" ? "zero" : "none",
  row,
  given: item.given,
});

/** What a rule asks of a person, for one indicator of one table. */
export interface AskedInput {
  readonly sheet: string;
  readonly path: readonly string[];
  readonly input: RuleInput;
  /** The answer given with --inputs. */
  readonly given: Exact | null;
  /** What to do, in words; absent: what the input's type says. */
  readonly scope?: string;
}

function inputScope({ type }: RuleInput): string {
  switch (type) {
    case "yesNo":
      return "请选择是或否";
    case "choice":
      return "请选择所处档次";
    case "count":
      return "请填写次数（不小于0的整数）";
    case "rate":
      return "请填写比率（如95%）";
    case "amount":
      return "请填写数值";
  }
}
