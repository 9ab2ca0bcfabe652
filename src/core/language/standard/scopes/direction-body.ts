import type { Target } from "../../../rules/clause";
import { readFormula } from "../conditions/formula";
import type { Statement } from "../clauses/tree";
import { type Frame, textOf } from "./frame";
import { readStatements } from "../clauses/statements";
import {
  AIM,
  CAPPED_AT_MARK,
  DONE,
  FORWARD_LABEL,
  GENERIC_SHARE,
  KEPT,
  NO_BONUS,
  NOT_AIM,
  PASSED,
  REACHED_AIM,
  REVERSE_LABEL,
  SHORT_OF_AIM,
} from "../words/case-words";
import { bareWords } from "../conditions/question";
import { problems } from "../words/problems";
import type { Token } from "../words/token";
import type { Composed } from "./composed";

const LEADING: ReadonlySet<string> = new Set(["marker", "word", "comma", "colon", "stop"]);

type Missed = "share" | "zero";

/**
 * 指标值为“≥”的，按实际完成数占目标数的比例计分；指标值为“≤”的，未超过的得满分，超过的不得分: a way for targets to be reached and one
 * for targets that must not be passed; the row's own target says which. Null where the text has no two such labels.
 */
export function directionBody(tokens: readonly Token[], frame: Frame): Composed | null {
  const forward = labelled(FORWARD_LABEL, tokens, frame);
  const reverse = labelled(REVERSE_LABEL, tokens, frame);
  if (!forward || !reverse) return null;
  const [early, late] = forward.at < reverse.at ? [forward, reverse] : [reverse, forward];
  const first = tokens.filter(({ at }) => at >= early.end && at < late.at);
  const second = tokens.filter(({ at }) => at >= late.end);
  const lead = tokens.filter(({ end }) => end <= early.at);
  if (lead.some(({ type }) => !LEADING.has(type))) return null;
  const [up, down] = early === forward ? [first, second] : [second, first];
  const [missed, turned] = [missedUp(up, frame), missedDown(down, frame)];
  if (!missed || !turned) return { ok: false, at: early.at, why: problems.condition };
  const clause: Target = {
    kind: "target",
    target: { name: "年度指标值", type: "amount", unit: null },
    actual: { name: "实际完成值", type: "amount", unit: null },
    operator: ">=",
    mark: frame.full,
    missed,
    reverse: "A/B",
    turn: { name: reverse.name, type: "yesNo", unit: null },
    ...(turned === missed ? {} : { missedTurned: turned }),
  };
  return { ok: true, clauses: [clause], named: [] };
}

interface Label {
  readonly at: number;
  readonly end: number;
  readonly name: string;
}

function labelled(pattern: RegExp, tokens: readonly Token[], frame: Frame): Label | null {
  const match = pattern.exec(frame.text);
  const inside = match && tokens.some(({ at }) => at >= match.index);
  return inside
    ? { at: match.index, end: match.index + match[0].length, name: (match[1] ?? match[0]).replaceAll('"', "") }
    : null;
}

function readAll(tokens: readonly Token[]): readonly Statement[] | null {
  const statements = readStatements(tokens).filter(({ type }) => type !== "cap" && type !== "tail");
  return statements.length > 0 ? statements : null;
}

function missedUp(tokens: readonly Token[], frame: Frame): Missed | null {
  return missedBy(tokens, frame, (top, bottom) => isDone(top) && isAim(bottom), REACHED_AIM, SHORT_OF_AIM);
}

function missedDown(tokens: readonly Token[], frame: Frame): Missed | null {
  return missedBy(tokens, frame, (top, bottom) => isAim(top) && isDone(bottom), KEPT, PASSED);
}

const isDone = (name: string): boolean => DONE.test(name) && !isAim(name);
const isAim = (name: string): boolean => AIM.test(name) && !NOT_AIM.test(name);

/** By its share where a formula of the two or a proportion is printed, else nothing: every statement must be one of these. */
function missedBy(
  tokens: readonly Token[],
  frame: Frame,
  inOrder: (top: string, bottom: string) => boolean,
  good: RegExp,
  bad: RegExp,
): Missed | null {
  let missed: Missed | null = null;
  for (const statement of readAll(tokens) ?? []) {
    const words = "condition" in statement ? bareWords(textOf(statement.condition, frame)) : "";
    switch (statement.type) {
      case "note":
        if (![NO_BONUS, CAPPED_AT_MARK].some((known) => known.test(textOf(statement.tokens, frame)))) return null;
        break;
      case "formula":
        if ((words !== "" && !bad.test(words)) || !isShareOf(statement.formula, frame, inOrder)) return null;
        missed = "share";
        break;
      case "proportion":
        if (statement.loss || (words !== "" && !bad.test(words))) return null;
        if (!GENERIC_SHARE.test(textOf(statement.base, frame)) && !isShareOf(statement.base, frame, inOrder))
          return null;
        missed = "share";
        break;
      case "award": {
        const { amount } = statement;
        if (amount.type === "full" && good.test(words)) break;
        if (amount.type !== "marks" || !amount.value.equals(0) || !bad.test(words) || missed !== null) return null;
        missed = "zero";
        break;
      }
      case "limit":
        if (statement.which !== "most" || statement.amount.type !== "full") return null;
        break;
      default:
        return null;
    }
  }
  return missed;
}

/** 实际值B÷目标值A×分值, in this order. */
function isShareOf(tokens: readonly Token[], frame: Frame, inOrder: (top: string, bottom: string) => boolean): boolean {
  const whole = readFormula(tokens, frame.text, frame.full);
  const of =
    whole?.op === "multiply" && whole.right.op === "number" && whole.right.number.equals(frame.full)
      ? whole.left
      : whole;
  return of?.op === "divide" && of.left.op === "variable" && of.right.op === "variable"
    ? inOrder(of.left.name, of.right.name)
    : false;
}
