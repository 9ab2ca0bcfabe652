import { COMPARED } from "../model/comparison-words";
import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { leadingNumber } from "../model/leading-number";
import { nameOf } from "../model/path";
import type { TableCell } from "../model/scoring-table";
import type { Exact } from "../model/exact";
import { canonical, compact } from "../model/text";
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
        if (typeof cell?.raw !== "string") return [];
        const broken = own.kind === "words" && isBrokenNumber(cell.raw);
        const isOpen = other.kind === "number" && (own.kind === "words" || hasRemark(own, other));
        const number = isOpen && !broken ? numberIn(cell.raw) : null;
        if (!number && !(broken && isFigure(other))) return [];
        const data = { name: nameOf(path), what, text: cellText(cell.raw), number: number ? shown(number) : "" };
        return [findingAt("figure-in-words", table, cell.at, { path, subject: what, data })];
      };
      return [...open(target, wanted, reached, "年度指标值"), ...open(actual, reached, wanted, "实际完成值")];
    }),
  );

/** 72人（含借调） beside 人: what stands in brackets may be counted or not. */
const hasRemark = (own: TargetReading, other: NumberReading): boolean =>
  own.kind === "number" && own.unit?.name.includes("(") === true && own.unit.name !== other.unit?.name;

const isFigure = (other: TargetReading): boolean =>
  other.kind === "number" || other.kind === "range" || (other.kind === "words" && isBrokenNumber(other.text));

/**
 * 95.5.5%, l00%, 1,00人, 9..5: written as a number is, with nothing but figures, points and a short unit, and yet no number.
 * A date, a ratio (1:2) or a code with a hyphen is something else.
 */
function isBrokenNumber(raw: string): boolean {
  const figures = WRITTEN.exec(compact(raw))?.[1];
  return figures !== undefined && /\d/.test(figures) && !NUMBER.test(figures);
}

const BOUND = new RegExp(`^ *(?:(?:${COMPARED}) *)+`);
const WRITTEN = new RegExp(`^(?:${COMPARED})*([\\dOoIl|.,]+)%*\\p{Script=Han}{0,3}$`, "u");
const NUMBER = /^\d+(?:,\d{3})*(?:\.\d+)?$/;

/** The number behind a sign, or with which the words begin. */
const numberIn = (text: string): Exact | null =>
  leadingNumber(text) ?? leadingNumber(canonical(text).replace(BOUND, "")) ?? leadingNumber(withoutSign(text));

/** 95%≥, 95%-: what stands behind is no unit. */
const withoutSign = (text: string): string => canonical(text).replace(/[≥≤<>=~/.+-]+ *$/, "");
