import { ONE, ZERO, type Exact } from "../../../model/exact";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { readSubject } from "../conditions/subject";
import type { Token } from "../words/token";
import { DE_AROUND, IS_BEFORE, MARK_WORDS } from "../words/share-words";

/** constant + slope × subject, all times 1 or times the mark: what a scoring formula may be. */
export interface Linear {
  readonly constant: Exact;
  readonly slope: Exact;
  /** The figure; for a quotient of two figures the two names. */
  readonly subject: readonly string[];
}

/** Reads a scoring formula: + − × ÷ and brackets over numbers, the mark and one figure (or one quotient of two). */
export function readLinear(tokens: readonly Token[], full: Exact): Linear {
  const reader: Reader = { tokens: tokens.filter(({ type }) => type !== "pause"), full, i: 0 };
  const result = sum(reader);
  const left = reader.tokens[reader.i];
  if (left) return refuse(left.at, problems.formula);
  return result;
}

interface Reader {
  readonly tokens: readonly Token[];
  readonly full: Exact;
  i: number;
}

const number = (constant: Exact): Linear => ({ constant, slope: ZERO, subject: [] });
const isNumber = (linear: Linear): boolean => linear.slope.equals(ZERO);
const place = (reader: Reader): number => reader.tokens[reader.i]?.at ?? reader.tokens.at(-1)?.at ?? 0;

/** A dash between two numbers is a minus here. */
const signAt = (reader: Reader): "+" | "-" | null => {
  const token = reader.tokens[reader.i];
  if (token?.type === "dash" && token.minus) return "-";
  return token?.type === "operator" && (token.op === "+" || token.op === "-") ? token.op : null;
};

function sum(reader: Reader): Linear {
  let left = term(reader);
  for (let sign = signAt(reader); sign !== null; sign = signAt(reader)) {
    reader.i++;
    const right = term(reader);
    const subject = joint(reader, left, right);
    left =
      sign === "+"
        ? { constant: left.constant.add(right.constant), slope: left.slope.add(right.slope), subject }
        : { constant: left.constant.sub(right.constant), slope: left.slope.sub(right.slope), subject };
  }
  return left;
}

function joint(reader: Reader, left: Linear, right: Linear): readonly string[] {
  if (left.subject.length === 0 || right.subject.length === 0)
    return left.subject.length === 0 ? right.subject : left.subject;
  if (left.subject.join("/") !== right.subject.join("/")) return refuse(place(reader), problems.formulaInputs);
  return left.subject;
}

function term(reader: Reader): Linear {
  let left = factor(reader);
  for (;;) {
    const token = reader.tokens[reader.i];
    if (token?.type !== "operator" || (token.op !== "*" && token.op !== "/")) return left;
    reader.i++;
    const right = factor(reader);
    left = token.op === "*" ? times(reader, left, right) : over(reader, left, right);
  }
}

function times(reader: Reader, left: Linear, right: Linear): Linear {
  const [constant, other] = isNumber(left) ? [left.constant, right] : [right.constant, left];
  if (!isNumber(left) && !isNumber(right)) return refuse(place(reader), problems.formulaInputs);
  return { constant: other.constant.mul(constant), slope: other.slope.mul(constant), subject: other.subject };
}

function over(reader: Reader, left: Linear, right: Linear): Linear {
  if (isNumber(right)) {
    if (right.constant.equals(ZERO)) return refuse(place(reader), problems.formula);
    return {
      constant: left.constant.div(right.constant),
      slope: left.slope.div(right.constant),
      subject: left.subject,
    };
  }
  const plain = (linear: Linear): boolean =>
    linear.constant.equals(ZERO) && linear.slope.equals(ONE) && linear.subject.length === 1;
  if (!plain(left) || !plain(right)) return refuse(place(reader), problems.formulaInputs);
  return { constant: ZERO, slope: ONE, subject: [...left.subject, ...right.subject] };
}

function factor(reader: Reader): Linear {
  const token = reader.tokens[reader.i];
  if (!token) return refuse(place(reader), problems.formula);
  reader.i++;
  if (token.type === "operator" && token.op === "-") {
    const of = factor(reader);
    return { constant: of.constant.neg(), slope: of.slope.neg(), subject: of.subject };
  }
  switch (token.type) {
    case "open": {
      const inner = sum(reader);
      if (reader.tokens[reader.i]?.type !== "close") return refuse(place(reader), problems.formula);
      reader.i++;
      return inner;
    }
    case "number":
      if (token.unit.of === "counter" || token.spread) return refuse(token.at, problems.formula);
      return number(token.value);
    case "weight":
    case "full":
      return number(reader.full);
    case "by":
    case "word":
    case "limit":
      return figure(reader, token);
    default:
      return refuse(token.at, problems.formula);
  }
}

/** A name, which a quoted or bracketed remark may follow: 执行率（%）. */
function figure(reader: Reader, first: Token): Linear {
  const words: Token[] = [first];
  for (
    let token = reader.tokens[reader.i];
    token && (token.type === "word" || token.type === "by");
    token = reader.tokens[reader.i]
  ) {
    words.push(token);
    reader.i++;
  }
  const text = words.map((token) => (token.type === "word" ? token.text : "")).join("");
  const next = reader.tokens[reader.i];
  if (MARK_WORDS.test(text) && (next?.type === "weight" || next?.type === "full")) return factor(reader);
  const subject = readSubject(words, "lead");
  if (subject === "unknown" || subject?.absolute) return refuse(first.at, problems.formula);
  const name =
    subject === null || subject.name === "" ? text.replace(DE_AROUND, "") : subject.name.replace(IS_BEFORE, "");
  if (name === "") return refuse(first.at, problems.formula);
  return { constant: ZERO, slope: ONE, subject: [name] };
}
