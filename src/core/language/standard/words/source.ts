import { canonical } from "../../../model/text";

/** A standard's text in canonical form without white space, with the way back to what was typed. */
export interface Source {
  readonly typed: string;
  readonly text: string;
  /** Position in the typed text of each unit of `text`. */
  readonly positions: readonly number[];
  /** Units of `text` before which white space was dropped: it tells "1. 90%" from "1.90%". */
  readonly spacedBefore: ReadonlySet<number>;
  /** Units of `text` before which a line break was dropped. */
  readonly brokenBefore: ReadonlySet<number>;
}

const STOPS = ",;。:、!(-~";

/**
 * Whether the clause so far has said its score, so that a line may end here (0分：无制度⏎未公开的不得分); else the line
 * was wrapped by hand, and its clause goes on below (1倍以⏎下不得分).
 */
const hasScore = (text: string): boolean => /(?<!百)分|为止|扣完/.test(/[^;。,]*$/.exec(text)?.[0] ?? "");

/** Whether the clause that begins here says a score of its own; 制度 in 0分：无⏎制度 says none. */
const saysScore = (text: string): boolean => /(?<!百 *)分|否决|为零/.test(/^[^;。\n]*/.exec(text)?.[0] ?? "");

const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= "0" && unit <= "9";

/**
 * White space inside a printed sentence means nothing (cells are wrapped by hand, words are stretched), except between
 * two digits, where dropping it would make another number: there one line break is kept. With `sentences` each line
 * whose last clause has said its score is closed.
 */
export function readSource(typed: string, lines: "wrapped" | "sentences" = "wrapped"): Source {
  const full = canonical(typed);
  const positions: number[] = [];
  const spacedBefore = new Set<number>();
  const brokenBefore = new Set<number>();
  let text = "";
  let space = false;
  let broken = false;
  for (let i = 0; i < full.length; i++) {
    const unit = full.charAt(i);
    if (unit === " ") {
      space = true;
      broken ||= "\n\r".includes(typed.charAt(i));
      continue;
    }
    const stop =
      broken &&
      lines === "sentences" &&
      !STOPS.includes(unit) &&
      !STOPS.includes(text.at(-1) ?? ",") &&
      hasScore(text) &&
      saysScore(full.slice(i));
    if (stop || (space && isDigit(unit) && isDigit(text.at(-1)))) {
      text += stop ? "。" : "\n";
      positions.push(i);
    }
    if (space) spacedBefore.add(text.length);
    if (broken) brokenBefore.add(text.length);
    text += unit;
    positions.push(i);
    space = false;
    broken = false;
  }
  return { typed, text, positions, spacedBefore, brokenBefore };
}
