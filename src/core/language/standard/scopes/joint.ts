import { type Exact, ZERO } from "../../../model/exact";
import { bandsPart } from "./bands";
import type { BandLine } from "./band-ends";
import type { Whole } from "./extras";
import { type Frame, type Item, marksOf, textOf, unused, use } from "./frame";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { type Range, readRange } from "../conditions/range";
import type { Token } from "../words/token";
import type { StatementOf } from "../clauses/tree";
import { splitAt } from "./unions";
import { JOINT_AND, JOINT_OR, JOINT_UNMET } from "../words/award-words";

interface Joint {
  readonly item: Item<StatementOf<"award">>;
  readonly both: boolean;
  readonly sides: readonly { readonly name: string; readonly range: Range }[];
  readonly score: Exact;
}

/**
 * 出勤率≥90%且合格率≥80%得5分，否则不得分: one score under conditions on two figures (SPEC L17). Each figure has its bands;
 * 且 takes the lower of the two, 或 the first that is met. Null where the text has no such condition.
 */
export function readJoint(items: readonly Item[], frame: Frame): Whole | null {
  const joints = unused(items, "award").flatMap((item) => jointOf(item, frame) ?? []);
  const [first] = joints;
  if (!first) return null;
  const at = first.item.statement.at;
  const rests = unused(items, "award").filter((item) => !joints.some((joint) => joint.item === item));
  if (rests.length > 1 || rests.some(({ statement }) => !isRest(statement, frame)))
    return refuse(at, problems.twoSubjects);
  const names = first.sides.map(({ name }) => name);
  const same = joints.every(
    ({ sides, both }) => both === first.both && sides.every(({ name }, i) => name === names[i]),
  );
  if (!same || (!first.both && joints.length > 1)) return refuse(at, problems.twoSubjects);
  const [rest] = rests;
  const otherwise = rest ? marksOf(rest.statement.amount, frame, rest.statement.at) : null;
  if (otherwise && joints.some(({ score }) => score.compare(otherwise) <= 0)) return refuse(at, problems.ordinalOrder);
  use([...joints.map(({ item }) => item), ...rests]);
  const parts = names.map((name, i) => {
    const lines = nested(joints, i, at);
    return bandsPart(lines, first.both || i === names.length - 1 ? otherwise : null, name, frame);
  });
  return {
    clauses: parts.flatMap(({ clauses }) => clauses),
    combine: first.both ? "min" : "first",
    ambiguities: parts.flatMap(({ ambiguities }) => (first.both ? ambiguities : [])),
    gate: null,
    applicability: null,
  };
}

function jointOf(item: Item<StatementOf<"award">>, frame: Frame): Joint | null {
  const { condition, amount, at, all, bonus } = item.statement;
  const both = condition.some((token) => isWord(token, JOINT_AND));
  const either = condition.some((token) => isWord(token, JOINT_OR));
  if (both === either || all || bonus || condition.some(({ type }) => type === "each")) return null;
  const parts = splitAt(condition, (token) => isWord(token, both ? JOINT_AND : JOINT_OR));
  const sides = parts.flatMap((part) => sideOf(part) ?? []);
  if (parts.length < 2 || sides.length < parts.length) return null;
  if (sides.some(({ name }) => name === "") || new Set(sides.map(({ name }) => name)).size < sides.length) return null;
  return { item, both, sides, score: marksOf(amount, frame, at) };
}

/** A named figure with one end: where two ends met, a value beyond the better one would be left open. */
function sideOf(part: readonly Token[]): Joint["sides"][number] | null {
  const range = readRange(part);
  const [first] = part;
  if (!range || range.spread || range.subject?.absolute || (range.low !== null && range.high !== null && !range.point))
    return null;
  const letter = first?.type === "word" && /^[A-Za-z]$/.test(first.text) ? first.text : "";
  const name = range.subject?.name ?? "";
  return { name: name === "" ? letter : name, range };
}

const isWord = (token: Token, pattern: RegExp): boolean => token.type === "word" && pattern.test(token.text);

const isRest = ({ condition, amount }: StatementOf<"award">, frame: Frame): boolean =>
  amount.type !== "range" &&
  (condition[0]?.type === "rest"
    ? condition.length === 1
    : amount.type === "marks" && amount.value.equals(ZERO) && JOINT_UNMET.test(textOf(condition, frame)));

/** The lines of one figure: better scores ask for more of it, or for as much. */
function nested(joints: readonly Joint[], side: number, at: number): BandLine[] {
  const lines: BandLine[] = [];
  const ordered = joints.toSorted((a, b) => b.score.compare(a.score));
  for (const { sides, score, item } of ordered) {
    const range = sides[side]?.range;
    const last = lines.at(-1)?.range;
    if (!range) continue;
    if (last && sameRange(last, range)) continue;
    if (last && !isWider(range, last)) refuse(at, problems.ordinalOrder);
    lines.push({ range, score, at: item.statement.at });
  }
  return lines;
}

const sameRange = (a: Range, b: Range): boolean =>
  (a.low === null) === (b.low === null) &&
  (a.low?.value.equals(b.low?.value ?? ZERO) ?? true) &&
  (a.high?.value.equals(b.high?.value ?? ZERO) ?? true);

function isWider(wide: Range, narrow: Range): boolean {
  if (wide.point || narrow.point) return false;
  if (wide.low && narrow.low) return wide.low.value.compare(narrow.low.value) < 0;
  if (wide.high && narrow.high) return wide.high.value.compare(narrow.high.value) > 0;
  return false;
}
