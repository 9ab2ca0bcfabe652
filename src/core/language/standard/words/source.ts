import { canonical } from "../../../model/text";

/** A standard's text in canonical form without white space, with the way back to what was typed. */
export interface Source {
  readonly typed: string;
  readonly text: string;
  /** Position in the typed text of each unit of `text`. */
  readonly positions: readonly number[];
  /** Units of `text` before which white space was dropped: it tells "1. 90%" from "1.90%". */
  readonly spacedBefore: ReadonlySet<number>;
}

const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= "0" && unit <= "9";

/**
 * White space inside a printed sentence means nothing (cells are wrapped by hand, words are stretched), except between
 * two digits, where dropping it would make another number: there one line break is kept.
 */
export function readSource(typed: string): Source {
  const full = canonical(typed);
  const positions: number[] = [];
  const spacedBefore = new Set<number>();
  let text = "";
  let space = false;
  for (let i = 0; i < full.length; i++) {
    const unit = full.charAt(i);
    if (unit === " ") {
      space = true;
      continue;
    }
    if (space && isDigit(unit) && isDigit(text.at(-1))) {
      text += "\n";
      positions.push(i);
    }
    if (space) spacedBefore.add(text.length);
    text += unit;
    positions.push(i);
    space = false;
  }
  return { typed, text, positions, spacedBefore };
}
