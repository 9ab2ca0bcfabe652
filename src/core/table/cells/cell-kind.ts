import { COMPARED } from "../../model/comparison-words";
import { compact } from "../../model/text";
import type { AccountEntry, CellRole } from "../../model/account";
import type { CellPosition } from "../../workbook/address";
import type { CellScalar } from "../../workbook/snapshot";
import { readFigure, readTextNumber } from "../words/mark-text";

/** What a cell's content is, as far as its account asks: a date in Excel is a number. */
export type ContentKind = "number" | "bound" | "date" | "dash" | "words" | "broken";

/** A number with its unit and nothing else: 150万, ￥100, 29.5亩, 12,000.00元, 3次. */
const AMOUNT = /^[￥¥$]?[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:%|‰)?(?:[亿万千百]?[\u4e00-\u9fff㎡a-zA-Z]{0,3})$/;
/** ≥95%: a figure to be reached, which may be a standard or a target, and is no number of its own. */
const BOUND = new RegExp(`^(?:${COMPARED})`);
const NO_AMOUNT = /^\d+(?:年|月|日|号|级|期|类|项|章|页|楼|届|组|科|部|批|季度|年度)/;
/** A day or a month and nothing else: 2024年1月19日, 2024-03-05, 9月5日, 2023年12月. */
const DATE = /^(?:20\d{2}(?:年\d{1,2}月(?:\d{1,2}[日号])?|([-/.])\d{1,2}\1\d{1,2})|\d{1,2}月\d{1,2}[日号])$/;
const DASH = /^(?:[-/\\—–－.…·]+|无|不适用|[Nn]\/?[Aa])$/;

export function contentKind(value: CellScalar): ContentKind {
  if (typeof value === "number") return "number";
  if (typeof value !== "string") return "broken";
  if (value.length > 24) return "words";
  const text = compact(value);
  if (DASH.test(text)) return "dash";
  if (readTextNumber(value) !== null) return "number";
  if (DATE.test(text)) return "date";
  const number = text.replace(BOUND, "");
  if (!AMOUNT.test(number) || NO_AMOUNT.test(number)) return "words";
  return number === text ? "number" : "bound";
}

const NUMBERS: ReadonlySet<CellRole> = new Set(["mark", "score", "deduction", "reviewScore", "amount", "baseValue", "total", "fundingMark", "fundingScore", "fundingRate", "rate"]); // prettier-ignore
/** What may be written in numerals, too. */
const FIGURES: ReadonlySet<CellRole> = new Set([
  "mark",
  "score",
  "reviewScore",
  "total",
  "fundingMark",
  "fundingScore",
]);
const WORDS: ReadonlySet<CellRole> = new Set(["standard", "explanation", "description", "reason", "evidence", "remark", "reviewOpinion", "unit", "fundingReason"]); // prettier-ignore

/** Whether a cell holds what its role calls for: a number is no reason, and words are no score. */
export function fitsRole(role: CellRole, value: CellScalar): boolean {
  const isFigure = FIGURES.has(role) && typeof value === "string" && readFigure(value) !== null;
  const kind = isFigure ? "number" : contentKind(value);
  if (kind === "broken") return false;
  if (NUMBERS.has(role)) return kind === "number" || kind === "dash";
  return !WORDS.has(role) || kind !== "number";
}

/**
 * The cell of a role that was used: a dash in a number's place says that there is none. `isRead`: false where nothing could
 * be read from it though it looks like a number (150万 as a rate).
 */
export function accountOf(
  at: CellPosition & { readonly value: CellScalar },
  role: CellRole,
  isRead = true,
): AccountEntry {
  const isUnread = !isRead && NUMBERS.has(role) && contentKind(at.value) !== "dash";
  if (isUnread || !fitsRole(role, at.value)) return { at, role, why: "wrongKind" };
  return NUMBERS.has(role) && contentKind(at.value) === "dash" ? { at, role, why: "dash" } : { at, role };
}

/** Words alone are never misunderstood: nothing would be computed from them. */
export const isWords = ({ value }: { readonly value: CellScalar }): boolean =>
  ["words", "dash"].includes(contentKind(value));
