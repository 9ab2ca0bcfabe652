import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { leadingNumber } from "../model/leading-number";
import { nameOf } from "../model/path";
import type { TableCell } from "../model/scoring-table";
import type { Exact } from "../model/exact";
import { canonical } from "../model/text";
import { readActual, readTarget, type NumberReading, type TargetReading } from "../targets/read";
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
      const [wanted, reached] = [readTarget(indicator), readActual(indicator)];
      const open = (cell: TableCell | null, own: TargetReading, other: TargetReading, what: string): Finding[] => {
        const isOpen = other.kind === "number" && (own.kind === "words" || hasRemark(own, other));
        const number = isOpen && typeof cell?.raw === "string" ? numberIn(cell.raw) : null;
        if (!cell || !number) return [];
        const data = { name: nameOf(path), what, text: cellText(cell.raw), number: shown(number) };
        return [findingAt("figure-in-words", table, cell.at, { path, subject: what, data })];
      };
      return [...open(target, wanted, reached, "年度指标值"), ...open(actual, reached, wanted, "实际完成值")];
    }),
  );

/** 72人（含借调） beside 人: what stands in brackets may be counted or not. */
const hasRemark = (own: TargetReading, other: NumberReading): boolean =>
  own.kind === "number" && own.unit?.name.includes("(") === true && own.unit.name !== other.unit?.name;

/** The number behind a sign, or with which the words begin. */
const numberIn = (text: string): Exact | null =>
  leadingNumber(text) ??
  leadingNumber(canonical(text).replace(/^ *(?:[≥≤<>=] *|不低于|不少于|不高于|不超过)+/, "")) ??
  leadingNumber(withoutSign(text));

/** 95%≥, 95%-: what stands behind is no unit. */
const withoutSign = (text: string): string => canonical(text).replace(/[≥≤<>=~/.+-]+ *$/, "");
