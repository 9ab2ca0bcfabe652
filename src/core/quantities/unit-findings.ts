import type { Finding } from "../findings/finding";
import { compact } from "../model/text";
import { decimalPlaces, decimalText, exactText } from "../model/exact";
import { measureOf } from "../model/measure";
import type { BaseValue } from "./base-table-match";
import type { WantedQuantity } from "./collect";

/** The definition asks for 元 and the table states 万元, or 人 and 万人: reported, never converted (SPEC Q8). */
export function unitFindings(draft: WantedQuantity, { unit, number, at }: BaseValue): readonly Finding[] {
  const wanted = measureOf(draft.unit ?? "");
  const stated = measureOf(unit ?? "");
  if (!wanted || !stated || !number) return [];
  if (wanted.dimension !== stated.dimension || wanted.factor.equals(stated.factor)) return [];
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
        factor: exactText(stated.factor.div(wanted.factor)),
      },
    },
  ];
}
