import type { CellError, CellScalar } from "../../../workbook/snapshot";
import { toNumber, toText } from "../coerce";
import { fixed, type FunctionTable } from "../declare";
import { error } from "../operand";

/** Numbers written in Roman letters, or in another base than ten. */

const LETTERS = "MDCLXVI";
const WORTH = [1000, 500, 100, 50, 10, 5, 1];

/** Form 0 is the classic one; each further form takes one more step of shortening: 499 is CDXCIX, LDVLIV, XDIX, VDIV, ID. */
function roman(number: number, form: number): CellScalar {
  if (number < 0 || number > 3999) return error("#VALUE!");
  let rest = number;
  let text = "";
  for (let power = 0; power < WORTH.length; power += 2) {
    const digit = Math.floor(rest / (WORTH[power] ?? 1));
    if (digit % 5 === 4) {
      const above = digit === 4 ? power - 1 : power - 2;
      let below = power;
      for (let step = 0; step < form && below < WORTH.length - 1; step++) {
        if ((WORTH[above] ?? 0) - (WORTH[below + 1] ?? 0) > rest) break;
        below += 1;
      }
      text += LETTERS.charAt(below) + LETTERS.charAt(above);
      rest += (WORTH[below] ?? 0) - (WORTH[above] ?? 0);
    } else {
      text += (digit > 4 ? LETTERS.charAt(power - 1) : "") + LETTERS.charAt(power).repeat(digit % 5);
      rest %= WORTH[power] ?? 1;
    }
  }
  return text;
}

/** A letter before a greater one is taken off. */
function arabic(written: string): CellScalar {
  const text = written.trim().toUpperCase();
  const [, minus = "", letters = ""] = /^(-?)([MDCLXVI]*)$/.exec(text) ?? [];
  if (text.length > 255 || (text !== "" && letters === "")) return error("#VALUE!");
  const worth = Array.from(letters, (letter) => WORTH[LETTERS.indexOf(letter)] ?? 0);
  const sum = worth.reduce((all, one, at) => all + (one < (worth[at + 1] ?? 0) ? -one : one), 0);
  return minus === "" ? sum : 0 - sum;
}

/** A base with ten digits at most, of which the uppermost half are negative numbers. */
interface System {
  readonly base: number;
  /** How many numbers ten digits hold. */
  readonly range: number;
}

const BIN: System = { base: 2, range: 2 ** 10 };
const OCT: System = { base: 8, range: 2 ** 30 };
const HEX: System = { base: 16, range: 2 ** 40 };

function fromSystem(text: string, { base, range }: System): number | null {
  if (text.length > 10 || !Array.from(text).every((digit) => parseInt(digit, 36) < base)) return null;
  const number = text === "" ? 0 : parseInt(text, base);
  return number >= range / 2 ? number - range : number;
}

function toSystem(number: number, { base, range }: System, places: number | undefined): CellScalar {
  if (number < -range / 2 || number >= range / 2) return error("#NUM!");
  const text = (number < 0 ? number + range : number).toString(base).toUpperCase();
  if (places === undefined) return text;
  if (places < 1 || places > 10) return error("#NUM!");
  // Of a negative number all ten digits are shown.
  if (number < 0) return text;
  return places < text.length ? error("#NUM!") : text.padStart(places, "0");
}

/** A number or a text of digits; a truth value is neither. */
const readDigits = (value: CellScalar, system: System): number | CellError => {
  const text = typeof value === "boolean" ? error("#VALUE!") : toText(value);
  return typeof text === "string" ? (fromSystem(text, system) ?? error("#NUM!")) : text;
};

const toDecimal = (system: System) => fixed(["scalar"], (_, value) => readDigits(value, system));
const fromDecimal = (system: System) =>
  fixed(["measured", "measured?"], (_, x, places) => toSystem(Math.trunc(x), system, places === undefined ? undefined : Math.trunc(places))); // prettier-ignore
const between = (from: System, to: System) =>
  fixed(["scalar", "measured?"], (_, value, places) => {
    const number = readDigits(value, from);
    return typeof number === "number" ? toSystem(number, to, places === undefined ? undefined : Math.trunc(places)) : number; // prettier-ignore
  });

export const NUMERALS: FunctionTable = {
  ROMAN: fixed(["integer", "scalar?"], ({ book }, number, form = 0) => {
    const steps = typeof form === "boolean" ? (form ? 0 : 4) : toNumber(form, book.date1904 ?? false);
    if (typeof steps !== "number") return steps;
    return steps < 0 || steps >= 5 ? error("#VALUE!") : roman(number, Math.trunc(steps));
  }),
  ARABIC: fixed(["text"], (_, text) => arabic(text)),
  BASE: fixed(["integer", "integer", "integer?"], (_, number, base, least = 0) => {
    if (number < 0 || number >= 2 ** 53 || base < 2 || base > 36 || least < 0 || least > 255) return error("#NUM!");
    return number.toString(base).toUpperCase().padStart(least, "0");
  }),
  BIN2DEC: toDecimal(BIN),
  OCT2DEC: toDecimal(OCT),
  HEX2DEC: toDecimal(HEX),
  DEC2BIN: fromDecimal(BIN),
  DEC2OCT: fromDecimal(OCT),
  DEC2HEX: fromDecimal(HEX),
  BIN2OCT: between(BIN, OCT),
  BIN2HEX: between(BIN, HEX),
  OCT2BIN: between(OCT, BIN),
  OCT2HEX: between(OCT, HEX),
  HEX2BIN: between(HEX, BIN),
  HEX2OCT: between(HEX, OCT),
};
