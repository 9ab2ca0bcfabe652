import { ONE, ZERO } from "../../../model/exact";
import type { Awards } from "./awarded";
import { type Frame, type Item, marksOf, textOf, unused, use } from "./frame";
import { readLinear } from "../clauses/linear";
import { FURTHER } from "../words/award-words";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import type { Around } from "./proportion";
import { type Range, readRange } from "../conditions/range";
import { sameSubject } from "../words/same-subject";
import { readSubject } from "../conditions/subject";
import { METS, SHARE_NAME, SHARE_WORDS } from "../words/share-words";

/** Conditions beside a proportion: 100%得满分, 低于60%不得分, 60%-100%之间按比例. */
export function aroundShare(
  items: readonly Item[],
  awards: Awards,
  condition: Parameters<typeof readLinear>[0],
  frame: Frame,
  at: number,
): Around {
  let good: Range | null = null;
  let zero: Range | null = null;
  let subject = "";
  for (const { range, score, item, at: place } of awards.lines) {
    const first = item.statement;
    if (score.equals(frame.full) && good === null) good = range;
    else if (score.equals(ZERO) && zero === null) zero = range;
    else refuse(first.at, problems.mixed);
    if (!sameSubject(subject, range.subject?.name ?? "")) refuse(place, problems.twoSubjects);
    subject = longer(subject, range.subject?.name ?? "");
    item.used = true;
  }
  const met = awards.cases.find(
    ({ words, score }) => score.equals(frame.full) && METS.test(words) && !FURTHER.test(words),
  );
  if (met) met.item.used = true;
  for (const { score, item, at: place } of awards.rests)
    if (score.equals(ZERO) && zero === null && good === null) item.used = true;
    else refuse(place, problems.mixed);
  subject = checkShareRange(condition, good, zero, subject, frame);
  const capped = unused(items, "cap").length > 0 || cappedByLimit(items, frame) || met !== undefined;
  use(unused(items, "cap"));
  use(unused(items, "tail"));
  return { good: good, zero, capped, subject, met: met !== undefined, at };
}

export const longer = (a: string, b: string): string => (b.length > a.length ? b : a);

export function cappedByLimit(items: readonly Item[], frame: Frame): boolean {
  let capped = false;
  for (const item of unused(items, "limit")) {
    const { which, of, amount, at } = item.statement;
    const value = marksOf(amount, frame, at);
    const known =
      (which === "most" && of === "score" && value.equals(frame.full)) || (which === "least" && value.equals(ZERO));
    if (!known) refuse(at, problems.leftover);
    item.used = true;
    if (which === "most") capped = true;
  }
  return capped;
}

/** 60%-100%的按比例计分: the range must be what the other conditions leave over. */
function checkShareRange(
  condition: Parameters<typeof readLinear>[0],
  good: Range | null,
  zero: Range | null,
  subject: string,
  frame: Frame,
): string {
  const [first] = condition;
  if (!first || SHARE_WORDS.test(textOf(condition, frame))) return subject;
  const words = first.type === "rest" ? condition.slice(1) : condition;
  const range = words.length > 0 ? readRange(words) : null;
  if (!range) {
    if (words.length === 0 || SHARE_WORDS.test(textOf(words, frame))) return subject;
    const named = readSubject(words, "lead");
    if (
      named === "unknown" ||
      named === null ||
      named.absolute ||
      !SHARE_NAME.test(named.name) ||
      !sameSubject(subject, named.name)
    )
      return refuse(first.at, problems.condition);
    return longer(subject, named.name);
  }
  const goodEnd = good?.low ?? null;
  const top = good === null ? ONE : goodEnd?.value;
  if (range.high && !top?.equals(range.high.value)) refuse(first.at, problems.proportionJump);
  if (range.low && !range.low.value.equals(ZERO) && !zero?.high?.value.equals(range.low.value))
    refuse(first.at, problems.proportionJump);
  if (!range.low && zero) refuse(first.at, problems.proportionJump);
  if (!sameSubject(subject, range.subject?.name ?? "")) refuse(first.at, problems.twoSubjects);
  return longer(subject, range.subject?.name ?? "");
}
