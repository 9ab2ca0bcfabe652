import type { CellLedger } from "../core/model/account";
import { a1 } from "../core/workbook/address";
import type { Language } from "./failure-words";

const SHOWN = 12;

/** How many of a table's filled cells were understood, and which were not, in one line. */
export function ledgerLine({ filled, notUnderstood }: CellLedger, lang: Language): string {
  const understood = filled - notUnderstood.length;
  const cells = notUnderstood.slice(0, SHOWN).map(({ at }) => a1(at));
  const more = notUnderstood.length > SHOWN;
  if (lang === "zh") {
    const head = `表内 ${filled} 个有内容的单元格，识别 ${understood} 个`;
    return cells.length === 0 ? head : `${head}；未识别：${cells.join("、")}${more ? ` 等 ${notUnderstood.length} 个` : ""}`;
  }
  const head = `${understood} of ${filled} filled cells understood`;
  return cells.length === 0 ? head : `${head}; not understood: ${cells.join(", ")}${more ? ` and ${notUnderstood.length - SHOWN} more` : ""}`;
} // prettier-ignore
