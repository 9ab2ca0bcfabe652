import { format as printWith, isValidFormat, tokenize, type Token } from "numfmt";
import { decimalPlaces, exactFromDouble, ratio, roundHalfUp, type Exact } from "../model/exact";
import { isCellError, type CellScalar } from "../workbook/snapshot";
import { fractionText, shownFraction, type ShownFraction } from "./fraction-format";
import { fifteenDigits } from "./evaluate/fifteen-digits";

/**
 * What a number format prints. The decimals come from the format, never from displayed text, which may be #### (SPEC W2).
 */

/**
 * Decimals of the value that its number format prints: 0.00 → 2, and of a fraction 0.00% → 4. Optional digits (0.0#)
 * count where the value has them; a format in thousands (0,) gives −3. General, text and date formats print the value's
 * own decimals, as far as Excel shows them.
 */
export function printedDecimals(format: string | undefined, value: number): number {
  const pattern = normalized(format);
  const section = isGeneral(pattern) || !isValidFormat(pattern) ? null : sectionFor(pattern, value);
  const fraction = section && shownFraction(section, value);
  if (fraction) return fractionDecimals(fraction, value);
  if (!section || section.some((token) => OWN_DECIMALS.has(token.type))) return generalDecimals(value);
  if (!section.some((token) => DIGITS.has(token.type))) return generalDecimals(value);
  const { required, optional, shift } = decimalsOf(section);
  const exponent = section.some((token) => token.type === "EXP") && value !== 0 ? exponentOf(value) : 0;
  const own = decimalPlaces(exactFromDouble(fifteenDigits(value))) - shift;
  return Math.max(required, Math.min(required + optional, own)) + shift - exponent;
}

/** 9.96 shown as 10 under # ?/? is shown to one decimal; a fraction that is the number, or no rounding of it, to its own. */
function fractionDecimals(fraction: ShownFraction, value: number): number {
  const [held, shown, own] = [exactFromDouble(fifteenDigits(value)), fractionValue(fraction), generalDecimals(value)];
  if (isFractionOf(shown, held)) return own;
  for (let places = own; places >= 0; places--) if (roundHalfUp(held, places).equals(shown)) return places;
  return own;
}

function fractionValue({ negative, whole, numerator, denominator }: ShownFraction): Exact {
  const size = ratio(whole ?? 0).add(ratio(numerator, denominator));
  return negative ? size.neg() : size;
}

/** A third is stored to fifteen digits. */
const isFractionOf = (shown: Exact, held: Exact): boolean => shown.sub(held).abs().compare(NOISE) <= 0;
const NOISE = ratio(1n, 1_000_000_000n);

/** The fraction that a value is shown as; null where its format shows none. Most formats are told by having no slash. */
const fractionIn = (pattern: string, value: CellScalar): ShownFraction | null =>
  typeof value === "number" && pattern.includes("/") && isValidFormat(pattern)
    ? shownFraction(sectionFor(pattern, value) ?? [], value)
    : null;

/** Whether a format of fractions shows the number or a rounding of it; null for a format of another kind. */
export function fractionSaysNumber(value: number, format: string): boolean | null {
  const fraction = fractionIn(normalized(format), value);
  if (!fraction) return null;
  const [held, shown] = [exactFromDouble(fifteenDigits(value)), fractionValue(fraction)];
  return isFractionOf(shown, held) || roundHalfUp(held, fractionDecimals(fraction, value)).equals(shown);
}

/** Whether a format prints a number as per cent; a percent sign within quotes is only written behind it. */
export const isPercentFormat = (format: string): boolean => format.replace(/"[^"]*"|\\./g, "").includes("%");

/** The text that the cell shows in a column wide enough; General where the format is none. */
export function displayText(value: CellScalar, format?: string, date1904 = false): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const pattern = normalized(format);
  const fraction = fractionIn(pattern, value);
  return fraction ? fractionText(fraction) : print(isValidFormat(pattern) ? pattern : "General", value, date1904);
}

/** The section of a format by which the value is shown, as written; null for General and for a format that can not be read. */
export function sectionText(format: string, value: number): string | null {
  const pattern = normalized(format);
  if (isGeneral(pattern) || !isValidFormat(pattern)) return null;
  return (
    sectionFor(pattern, value)
      ?.map(({ raw }) => raw)
      .join("") ?? null
  );
}

/**
 * What TEXT gives; null where it depends on the language of Excel (names of days and months without a locale)
 * or where the format can not be read.
 */
export function formatted(value: CellScalar, format: string, date1904: boolean): string | null {
  if (isCellError(value)) return null;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (format === "") return "";
  const pattern = normalized(format);
  if (!isValidFormat(pattern) || /\[DBNum/i.test(pattern)) return null;
  // where the blanks that line a fraction up stand is Excel's own
  if (fractionIn(pattern, value)) return null;
  const tokens = tokenize(pattern);
  if (!tokens.some((token) => token.type === "LOCALE") && tokens.some(speaksALanguage)) return null;
  return print(pattern, value ?? 0, date1904);
}

/** True where the format shows a number as a day or a time of day. */
export const isDateFormat = (format: string): boolean => {
  const pattern = normalized(format);
  return isValidFormat(pattern) && tokenize(pattern).some((token) => token.type === "DATETIME");
};

const EPOCH_1904 = 1462;

function print(pattern: string, value: number | string, date1904: boolean): string {
  if (typeof value === "string") return printWith(pattern, value);
  const isDate = date1904 && tokenize(pattern).some((token) => token.type === "DATETIME");
  return printWith(pattern, fifteenDigits(value) + (isDate ? EPOCH_1904 : 0));
}

const speaksALanguage = (token: Token): boolean =>
  (token.type === "DATETIME" && /^(?:m{3,}|d{3,}|a+|b+|g+|e+)$/i.test(token.raw)) || token.type === "AMPM";

/** Chinese Excel and WPS write some words of a format in Chinese. */
const normalized = (format: string | undefined): string =>
  (format ?? "General")
    .replaceAll("G/通用格式", "General")
    .replace(/\[(?:黑色|白色|红色|绿色|蓝色|黄色|洋红|蓝绿色|颜色 ?\d+)\]/g, "");

const isGeneral = (pattern: string): boolean => pattern === "" || /^general$/i.test(pattern);

const DIGITS: ReadonlySet<string> = new Set(["ZERO", "HASH", "QMARK"]);
/** Sections that print the value in another way than with a fixed number of decimals. */
const OWN_DECIMALS: ReadonlySet<string> = new Set(["GENERAL", "TEXT", "DATETIME", "AMPM", "DURATION", "SLASH"]);

/** The section of the format that the value falls in. */
function sectionFor(pattern: string, value: number): readonly Token[] | null {
  const sections: Token[][] = [[]];
  for (const token of tokenize(pattern)) {
    if (token.type === "BREAK") sections.push([]);
    else sections.at(-1)?.push(token);
  }
  const conditions = sections.map((section) => section.find((token) => token.type === "CONDITION")?.raw ?? null);
  if (conditions.some((condition) => condition !== null)) {
    const met = conditions.findIndex((condition) => condition === null || meets(condition, value));
    return sections[met] ?? null;
  }
  if (sections.length < 2) return sections[0] ?? null;
  if (value < 0) return sections[1] ?? null;
  return (value === 0 && sections.length > 2 ? sections[2] : sections[0]) ?? null;
}

function meets(condition: string, value: number): boolean {
  const [, op = "", operand = ""] = /^\[(<=|>=|<>|=|<|>)\s*(-?[\d.]+)\]$/.exec(condition) ?? [];
  const number = Number(operand);
  if (op === "<") return value < number;
  if (op === ">") return value > number;
  if (op === "<=") return value <= number;
  if (op === ">=") return value >= number;
  return op === "<>" ? value !== number : value === number;
}

function decimalsOf(section: readonly Token[]): { required: number; optional: number; shift: number } {
  const decimals = { required: 0, optional: 0, shift: 0 };
  let behindPoint = false;
  for (const token of section) {
    if (token.type === "POINT") behindPoint = true;
    else if (token.type === "EXP") behindPoint = false;
    else if (token.type === "PERCENT") decimals.shift += 2;
    else if (token.type === "SCALE") decimals.shift -= 3 * token.raw.length;
    else if (behindPoint && token.type === "ZERO") decimals.required += 1;
    else if (behindPoint && DIGITS.has(token.type)) decimals.optional += 1;
  }
  return decimals;
}

const exponentOf = (value: number): number => Number(value.toExponential().split("e")[1]);

/** General shows about eleven characters, and changes to E notation where that is too few. */
function generalDecimals(value: number): number {
  const [mantissa = "", exponent = "0"] = printWith("General", fifteenDigits(value)).split("E");
  return (mantissa.split(".")[1]?.length ?? 0) - Number(exponent);
}
