const DIGITS = "〇一二三四五六七八九";
const ENCLOSED = 20;

/** A number of a list in the form that the file names (ST_NumberFormat); in digits where the form is not one of these. */
export function listNumeral(number: number, format: string): string {
  switch (format) {
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCountingThousand":
      return chineseCount(number);
    case "ideographDigital":
    case "japaneseDigitalTenThousand":
    case "taiwaneseDigital":
      return Array.from(String(number))
        .map((digit) => DIGITS[Number(digit)])
        .join("");
    case "chineseLegalSimplified":
    case "ideographLegalTraditional":
      return Array.from(chineseCount(number))
        .map((sign) => LEGAL[sign] ?? sign)
        .join("");
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return number >= 1 && number <= ENCLOSED ? String.fromCodePoint(0x245f + number) : String(number);
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return Array.from(String(number))
        .map((digit) => String.fromCodePoint(0xff10 + Number(digit)))
        .join("");
    case "decimalZero":
      return String(number).padStart(2, "0");
    case "upperLetter":
    case "lowerLetter":
      return cased(letters(number), format);
    case "upperRoman":
    case "lowerRoman":
      return cased(roman(number), format);
    default:
      return String(number);
  }
}

const LEGAL: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from("一二三四五六七八九十百千", (sign, i) => [sign, "壹贰叁肆伍陆柒捌玖拾佰仟".charAt(i)]),
);

const cased = (text: string, format: string): string => (format.startsWith("upper") ? text : text.toLowerCase());

/** 十一, 二十, 一百零三; beyond 9999 in digits. */
function chineseCount(number: number): string {
  if (number === 0 || number > 9999) return number === 0 ? "零" : String(number);
  const digits = Array.from(String(number), Number);
  let text = "";
  let gap = false;
  for (const [i, digit] of digits.entries()) {
    const unit = ["", "十", "百", "千"][digits.length - 1 - i] ?? "";
    if (digit === 0) {
      gap = true;
      continue;
    }
    text += (gap ? "零" : "") + (DIGITS[digit] ?? "") + unit;
    gap = false;
  }
  return text.replace(/^一十/, "十");
}

/** A, B … Z, AA, BB: Word repeats the letter. */
const letters = (number: number): string =>
  number < 1 || number > 780
    ? String(number)
    : String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));

const ROMAN = [[1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]] as const; // prettier-ignore

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let text = "";
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}
