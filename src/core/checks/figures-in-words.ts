import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { leadingNumber } from "../model/leading-number";
import { nameOf } from "../model/path";
import type { TableCell } from "../model/scoring-table";
import { readActual, readTarget } from "../targets/read";
import type { Check } from "./context";
import { cellText, shown } from "./figures";

/**
 * A target or actual value whose words hold a number and more (69人（含借调2人）, 约70, 70余人) is compared with nothing: the cell
 * is named and the number offered, wherever the other side is a number (SPEC C44).
 */
export const figuresInWords: Check = ({ tables }) =>
  tables.flatMap(({ table }) =>
    table.indicators.flatMap((indicator): Finding[] => {
      const { target, actual, path } = indicator;
      const kinds = [readTarget(indicator).kind, readActual(indicator).kind] as const;
      const open = (cell: TableCell | null, own: string, other: string, what: string): Finding[] => {
        const number =
          own === "words" && other === "number" && typeof cell?.raw === "string" ? leadingNumber(cell.raw) : null;
        if (!cell || !number) return [];
        const data = { name: nameOf(path), what, text: cellText(cell.raw), number: shown(number) };
        return [findingAt("figure-in-words", table, cell.at, { path, subject: what, data })];
      };
      return [...open(target, kinds[0], kinds[1], "年度指标值"), ...open(actual, kinds[1], kinds[0], "实际完成值")];
    }),
  );
