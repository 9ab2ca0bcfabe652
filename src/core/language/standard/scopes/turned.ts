import { maxExact, ONE, ZERO, type Exact } from "../../../model/exact";
import type { CompareOperator } from "../../../model/comparison-words";
import { MIRROR, type Token } from "../words/token";
import type { Statement, StatementOf } from "../clauses/tree";
import { RANGE_TAIL } from "../words/range-words";

/** Statements of a text after its conditions were put in terms of one figure, with what that leaves open. */
export type Scored = StatementOf<"award"> | StatementOf<"deduct">;

/** Levels: a score or a single loss under a condition; 每…扣 and what has no condition are none. */
export const isLevel = (statement: Statement): statement is Scored =>
  (statement.type === "award" || statement.type === "deduct") &&
  statement.condition.length > 0 &&
  !statement.condition.some(({ type }) => type === "each");

/** The words of a condition before its first number or comparison, and the rest. */
export function splitLead(condition: readonly Token[]): {
  readonly words: readonly Token[];
  readonly numbers: readonly Token[];
} {
  const first = condition.findIndex(({ type }) => type === "number" || type === "compare");
  return first < 0
    ? { words: condition, numbers: [] }
    : { words: condition.slice(0, first), numbers: condition.slice(first) };
}

/** The same condition of scale × figure + offset; null where a word of it has no mirror image. */
export function turned(numbers: readonly Token[], scale: 1 | -1, offset: Exact): readonly Token[] | null {
  const result: Token[] = [];
  for (const token of numbers) {
    if (token.type === "number") {
      const rate = token.unit.of === "none" && (token.value.equals(ZERO) || sharesUnit(numbers));
      if (token.spread || (!offset.equals(ZERO) && !rate && token.unit.of !== "rate")) return null;
      const value = token.unit.of === "none" && rate ? token.value.div(100) : token.value;
      const unit = token.unit.of === "none" && rate ? RATE : token.unit;
      result.push({ ...token, value: value.mul(scale).add(offset), unit });
    } else if (token.type === "compare") result.push({ ...token, op: scale < 0 ? MIRROR[token.op] : token.op });
    else if (token.type === "after" && scale < 0) {
      if (token.op === ">") return null;
      const op = token.op === ">=" ? "<=" : token.op === "<=" ? ">=" : token.op;
      result.push({ ...token, op });
    } else if (token.type === "ends" && token.value !== null)
      result.push({ ...token, value: token.value.mul(scale).add(offset) });
    else if (token.type === "word" && !RANGE_TAIL.test(token.text)) return null;
    else result.push(token);
  }
  return result;
}

const RATE = { of: "rate" } as const;

/** 0-5%, 5-10%: the number without a unit takes that of the other. */
const sharesUnit = (numbers: readonly Token[]): boolean =>
  numbers.some((token) => token.type === "number" && token.unit.of === "rate");

/** Tokens for 名 op value, standing where the condition stood. */
export function compared(
  name: string,
  op: CompareOperator,
  value: Exact,
  condition: readonly Token[],
): readonly Token[] {
  const place = { at: condition[0]?.at ?? 0, end: condition.at(-1)?.end ?? 0 };
  return [
    { type: "word", text: name, ...place },
    { type: "compare", op, ...place },
    { type: "number", value, unit: value.equals(ZERO) ? { of: "none" } : RATE, spread: false, ...place },
  ];
}

/** A one-sided condition closed off at zero: 下降5%以内 is no rise. Null where it has two ends already or none. */
export function fromZero(numbers: readonly Token[]): readonly Token[] | null {
  const only = numbers.filter((token) => token.type === "number");
  const [number] = only;
  // what the words behind the number say beside it must not be lost
  const more = numbers.some((token) => token.type === "word" && !RANGE_TAIL.test(token.text));
  if (!number || only.length > 1 || more) return null;
  const small =
    number.value.compare(ZERO) > 0 &&
    numbers.some(
      (token) =>
        (token.type === "after" && token.op === "<=") ||
        (token.type === "compare" && (token.op === "<" || token.op === "<=")),
    );
  if (!small) return null;
  const strict = numbers.some((token) => token.type === "compare" && token.op === "<");
  const ends = numbers.filter(({ type }) => type === "ends");
  const place = { at: number.at, end: number.end };
  return [
    { ...number, value: ZERO },
    { type: "dash", minus: false, ...place },
    number,
    ...(ends.length > 0 ? ends : strict ? [{ type: "ends", closed: false, value: null, ...place } as const] : []),
  ];
}

export const replaced = <S extends Scored>(statement: S, condition: readonly Token[]): S => ({
  ...statement,
  condition,
});

/** The best amount that a text prints in marks; the full mark counts as more than any. */
export const isBest = (statement: Scored, all: readonly Scored[]): boolean =>
  rank(statement).compare(all.map(rank).reduce(maxExact, rank(statement))) === 0;

/** Marks, shares as such, the full mark above all, and what loses marks below nothing. */
function rank({ type, amount }: Scored): Exact {
  const own =
    amount.type === "marks"
      ? amount.value
      : amount.type === "share"
        ? amount.share
        : amount.type === "full"
          ? FULL
          : ZERO;
  return type === "deduct" ? own.neg() : own;
}
const FULL = ONE.mul(1_000_000);
