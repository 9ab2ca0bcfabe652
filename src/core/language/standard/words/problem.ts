import type { RefusalCode, RefusalPhase, StandardProblem } from "../../../rules/rule";
import type { Source } from "./source";

/** Why a text is not read, in words for a person, with its kind and what would help. */
export interface Wording {
  readonly code: RefusalCode;
  readonly phase: RefusalPhase;
  readonly zh: string;
  readonly en: string;
  readonly wants: { readonly zh: string; readonly en: string };
}

/** Ends a reading: thrown only inside this folder and caught by `readStandard`, which makes a StandardProblem of it. */
export class Unreadable extends Error {
  readonly at: number;
  readonly wording: Wording;

  constructor(at: number, wording: Wording) {
    super(wording.en);
    this.at = at;
    this.wording = wording;
  }
}

export function refuse(at: number, wording: Wording): never {
  throw new Unreadable(at, wording);
}

/** What `read` gives; null where it refuses the text. */
export function unlessRefused<T>(read: () => T): T | null {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof Unreadable) return null;
    throw problem;
  }
}

const NEAR_LENGTH = 12;

export function problemOf({ at, wording }: Unreadable, source: Source): StandardProblem {
  const place = (i: number): number => source.positions[i] ?? source.typed.length;
  const { from, to } = sentenceAround(source.text, at);
  const near = source.text.slice(at, at + NEAR_LENGTH);
  const end = to > from ? place(to - 1) + 1 : place(from);
  return { ...wording, span: { at: place(from), end }, position: place(at), near };
}

const STOPS: ReadonlySet<string> = new Set([";", "。", "!", "\n"]);

/** From one stop to the next around a place of the text. */
function sentenceAround(text: string, at: number): { readonly from: number; readonly to: number } {
  let from = Math.min(at, text.length);
  let to = from;
  while (from > 0 && !STOPS.has(text.charAt(from - 1))) from--;
  while (to < text.length && !STOPS.has(text.charAt(to))) to++;
  return { from, to };
}
