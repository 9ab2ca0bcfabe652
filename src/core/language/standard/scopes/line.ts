import type { Exact } from "../../../model/exact";
import type { Expression } from "../../../rules/definition";
import type { Condition } from "../conditions/condition";
import { readCondition } from "../conditions/pieces";
import { readFormula, timesMark } from "../conditions/formula";
import type { Statement } from "../clauses/tree";
import { type Frame, textOf } from "./frame";
import { GENERIC_SHARE, KEEPS } from "../words/case-words";
import type { Token } from "../words/token";

/** What a line of a list gives: marks, or marks computed of figures. */
export type Outcome =
  | { readonly marks: Exact }
  | {
      readonly expression: Expression;
      /** 按比例: only said in words, so that it must meet the line above it without a jump (SPEC L10). */
      readonly said?: true;
      /** 按比例扣分: what is lost is the share that is not done. */
      readonly loss?: boolean;
    };

export interface Line {
  readonly condition: Condition;
  readonly then: Outcome;
  readonly at: number;
  /** Index of the statement. */
  readonly index: number;
}

/** The name by which a line's expression means the one figure of the text: 按完成比例. */
const THE_FIGURE = "";

/** The line that a statement is: a score, a formula or a proportion under its condition; null for anything else. */
export function lineOf(statement: Statement, index: number, frame: Frame): Line | null {
  if (statement.type !== "award" && statement.type !== "formula" && statement.type !== "proportion") return null;
  if (statement.type === "award" && KEEPS.test(frame.text.slice(statement.at, statement.end))) return null;
  const condition = readCondition(statement.condition, frame.text);
  const then = condition && outcomeOf(statement, frame);
  return condition && then ? { condition, then, at: statement.at, index } : null;
}

function outcomeOf(statement: Statement, frame: Frame): Outcome | null {
  switch (statement.type) {
    case "award":
      return statement.bonus || statement.all ? null : marksIn(statement.amount, frame);
    case "formula":
      return computed(statement.formula, frame);
    case "proportion":
      return proportionOf(statement.base, statement.loss, frame);
    default:
      return null;
  }
}

function marksIn(amount: Extract<Statement, { type: "award" }>["amount"], frame: Frame): Outcome | null {
  switch (amount.type) {
    case "marks":
      return { marks: amount.value };
    case "share":
      return { marks: frame.full.mul(amount.share) };
    case "full":
      return amount.stated && !amount.stated.equals(frame.full) ? null : { marks: frame.full };
    case "range":
      return null;
  }
}

const computed = (tokens: readonly Token[], frame: Frame): Outcome | null => {
  const expression = readFormula(tokens, frame.text, frame.full);
  return expression && { expression };
};

/** 按完成比例, 按拨付率, 按实际完成数占目标数的比例: of the full mark. */
function proportionOf(base: readonly Token[], loss: boolean, frame: Frame): Outcome | null {
  if (GENERIC_SHARE.test(textOf(base, frame)))
    return { expression: timesMark({ op: "variable", name: THE_FIGURE }, frame.full), said: true, loss };
  if (loss) return null;
  const of = readFormula(base, frame.text, frame.full);
  return of && { expression: timesMark(of, frame.full), said: true };
}
