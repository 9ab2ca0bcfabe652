import type { Finding } from "../findings/finding";
import { compact } from "../model/text";
import { decimalPlaces, decimalText, exactText, ratio } from "../model/exact";
import { MONEY_FACTORS } from "../model/money-units";
import type { BaseValue } from "./base-table-match";
import type { WantedQuantity } from "./collect";

const MONEY_UNITS: ReadonlyMap<string, bigint> = new Map(Object.entries(MONEY_FACTORS));

/** The definition asks for 元 and the table states 万元: reported, never converted (SPEC Q8). */
export function unitFindings(draft: WantedQuantity, { unit, number, at }: BaseValue): readonly Finding[] {
  const wanted = MONEY_UNITS.get(draft.unit ?? "");
  const stated = MONEY_UNITS.get(unit ?? "");
  if (wanted === undefined || stated === undefined || wanted === stated || !number) return [];
  const [use] = draft.uses;
  const value = decimalText(number, decimalPlaces(number));
  return [
    {
      code: "unit-scale",
      table: use?.table ?? null,
      sheet: at.sheet,
      at,
      path: use?.path ?? [],
      subject: compact(draft.name),
      data: {
        name: draft.name,
        value: `${value}${unit ?? ""}`,
        compared: draft.unit ?? "",
        factor: exactText(ratio(stated, wanted)),
      },
    },
  ];
}
