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

const PUNCTUATION = ",;。:、!(-~";

const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= "0" && unit <= "9";

/**
 * White space inside a printed sentence means nothing (cells are wrapped by hand, words are stretched), except between
 * two digits, where dropping it would make another number: there one line break is kept. With `sentences` each line
 * that ends without punctuation is closed.
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
    const stop = broken && lines === "sentences" && !PUNCTUATION.includes(text.at(-1) ?? ",");
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
