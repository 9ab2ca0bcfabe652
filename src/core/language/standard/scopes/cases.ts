import { sumExact, ZERO } from "../../../model/exact";
import type { Awards } from "./awarded";
import { type Case, caseClause } from "./choices";
import { extrasOf, type Extras, type Whole } from "./extras";
import { type Frame, type Item, use } from "./frame";
import type { Notes } from "./notes";
import { cappedByLimit } from "./share-surroundings";
import { NOT_DONE_THEN } from "../words/point-words";
import { ANSWER, SURELY_NONE } from "../words/award-words";

/** Worded cases only. */
export function readCases(items: readonly Item[], awards: Awards, notes: Notes, whole: Frame): Whole {
  const answers = awards.cases.every(({ words, rest }) => rest || ANSWER.test(words));
  const question = whole.heading !== "" ? whole.heading : notes.subject !== "" ? notes.subject : (whole.name ?? "");
  const frame = answers ? { ...whole, heading: question } : whole;
  const all: (Case & { item: Item })[] = [
    ...awards.cases,
    ...awards.rests.map(({ score, at, item }) => ({ words: "", score, at, rest: true, listed: false, item })),
  ].toSorted((a, b) => a.at - b.at);
  cappedByLimit(items, frame);
  const extraCases = all.filter((one) => one.words !== "" && !one.rest && isSure(one, frame));
  const body = all.filter((one) => !extraCases.includes(one));
  const useExtras = body.some(({ score }) => score.compare(ZERO) > 0);
  const cases = useExtras ? body : all;
  const { cases: own, extras } = withGates(cases, useExtras ? extraCases : [], frame);
  use(all.map(({ item }) => item));
  return { clauses: [caseClause(own, frame)], combine: "sum", ambiguities: [], ...extras };
}

const isSure = ({ words, score }: Case, frame: Frame): boolean =>
  SURELY_NONE.test(words) && (score.equals(frame.full) || score.equals(ZERO));

/** Points that already make the full mark leave an unlisted zero case to be a gate. */
function withGates(
  cases: readonly (Case & { item: Item })[],
  sure: readonly (Case & { item: Item })[],
  frame: Frame,
): { cases: readonly Case[]; extras: Extras } {
  const positive = cases.filter(({ score }) => score.compare(ZERO) > 0);
  const zeros = cases.filter(({ score, rest, words }) => score.equals(ZERO) && !rest && words !== "");
  const [other] = zeros;
  const closing = zeros.length === 1 && other === cases.at(-1) && !other?.listed;
  if (other && closing && positive.length >= 2 && NOT_DONE_THEN.test(other.words))
    return { cases: cases.filter((one) => one !== other), extras: extrasOf(sure, frame) };
  const complete = positive.length >= 2 && sumExact(positive.map(({ score }) => score)).equals(frame.full);
  if (
    complete &&
    zeros.length === 1 &&
    zeros[0] &&
    !zeros[0].listed &&
    (cases[0] === zeros[0] || cases.at(-1) === zeros[0])
  ) {
    return { cases: cases.filter((one) => one !== zeros[0]), extras: extrasOf([...zeros, ...sure], frame) };
  }
  return { cases, extras: extrasOf(sure, frame) };
}
