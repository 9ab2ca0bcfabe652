import {
  isAsciiWord,
  isClosing,
  isDigit,
  isGroupOpening,
  isNameUnit,
  isSpace,
  skipSpacesBack,
  type Source,
} from "./source";

/** What the doubtful signs - x X · stand for, judged by their neighbours alone (SPEC D2, D6). */

export interface HyphenReading {
  readonly as: "minus" | "name" | "ambiguous";
  readonly text: string;
}

/**
 * A hyphen with a space beside it, or with anything but letters and figures beside it, is a minus. Between two runs of
 * letters and figures it belongs to a name where the whole hangs on a Chinese name (COVID-19疫苗) or mixes letters with
 * figures (COVID-19), unless one of the runs is an operand of its own in the same formula: (A-B)/A.
 */
export function hyphenReading(source: Source, at: number, from: number, to: number): HyphenReading {
  const { text } = source;
  if (!isAsciiWord(text.charAt(at - 1)) || !isAsciiWord(text.charAt(at + 1))) return { as: "minus", text: "-" };
  let start = at;
  while (start > from && isAsciiWord(text.charAt(start - 1))) start--;
  let end = at + 1;
  while (end < to && isAsciiWord(text.charAt(end))) end++;
  const left = text.slice(start, at);
  const right = text.slice(at + 1, end);
  const shown = text.slice(start, end);
  if ([left, right].some((run) => /[A-Za-z]/.test(run) && standsAlone(text.slice(from, to), run))) {
    return { as: "minus", text: shown };
  }
  const hangs = (end < to && isNameUnit(text.charAt(end))) || (start > from && isNameUnit(text.charAt(start - 1)));
  if (hangs && !(left.length === 1 && right.length === 1)) return { as: "name", text: shown };
  const mixed = /^[A-Za-z]+$/.test(left) && /^\d+$/.test(right);
  return { as: mixed ? "name" : "ambiguous", text: shown };
}

/** True where the run is an operand by itself: nothing but operators, brackets or spaces around it. */
function standsAlone(text: string, run: string): boolean {
  for (let found = text.indexOf(run); found >= 0; found = text.indexOf(run, found + run.length)) {
    const before = text.charAt(found - 1);
    const after = text.charAt(found + run.length);
    const bare = (unit: string): boolean => unit === "" || /^[\s*/+()[\]{}。;,]$/.test(unit);
    if (bare(before) && bare(after)) return true;
    if (bare(before) && after === "-" && !isAsciiWord(text.charAt(found + run.length + 1))) return true;
  }
  return false;
}

/** Whether the x, X or · at `at` multiplies. */
export function letterTimes(source: Source, at: number): "times" | "letter" | "ambiguous" {
  const { text } = source;
  const unit = text.charAt(at);
  if (unit !== "x" && unit !== "X" && unit !== "·") return "letter";
  const before = text.charAt(skipSpacesBack(text, at));
  let i = at + 1;
  while (i < text.length && isSpace(text.charAt(i))) i++;
  const after = text.charAt(i);
  if (unit !== "·" && (/^[A-Za-z]$/.test(text.charAt(at - 1)) || /^[A-Za-z]$/.test(text.charAt(at + 1))))
    return "letter";
  if (before === "" || after === "") return "letter";
  if (isClosing(before) || before === "%") return "times";
  if (isGroupOpening(after) || /^100\s*%/.test(text.slice(i, i + 6))) return "times";
  if (isDigit(before) && isDigit(after)) return "times";
  if (unit === "·") return "ambiguous";
  if (unit === "X" && /^[光射线染]$/.test(after)) return "letter";
  return isNameUnit(before) && isNameUnit(after) && text.charAt(at - 1) !== "(" ? "ambiguous" : "letter";
}
