import type { StandardProblem } from "../../../rules/rule";
import type { Source } from "./source";

/** Words for a person, in both languages. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
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

const NEAR_LENGTH = 12;

export function problemOf({ at, wording }: Unreadable, source: Source): StandardProblem {
  const position = source.positions[at] ?? source.typed.length;
  const near = source.text.slice(at, at + NEAR_LENGTH);
  return { position, near, zh: wording.zh, en: wording.en };
}
