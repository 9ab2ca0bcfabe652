import { SMALL, type Errand } from "../errands";

/** Questions that go with a round trip, and what they brought once it is over. */
export interface Asked<T> {
  readonly errands: readonly Errand[];
  readonly answer: () => readonly T[];
}

/** One small question for each item. An errand may be run again where its trip failed: then the newest answer counts. */
export function askAll<S, T>(items: readonly S[], ask: (item: S) => () => T): Asked<T> {
  const answers: (() => T)[] = [];
  const errands = items.map((item, index): Errand => ({
    weight: SMALL,
    run: () => (answers[index] = ask(item)),
  }));
  return { errands, answer: () => answers.map((answer) => answer()) };
}
