import { ONE, ZERO } from "../../../model/exact";
import { ambiguities } from "../words/ambiguity";
import type { Rewritten } from "./changes";
import { textOf, type Frame } from "./frame";
import type { Token } from "../words/token";
import { compared, fromZero, isLevel, replaced, type Scored, splitLead, turned } from "./turned";
import type { Statement } from "../clauses/tree";
import { AGAINST_PLAN, DENIAL_ENDING, ONLY_OVER, OVER, OVER_RATE, WITHIN } from "../words/range-words";

type Level =
  | { readonly is: "within" | "over"; readonly plan: string }
  | { readonly is: "share"; readonly plan: string | null; readonly numbers: readonly Token[] };

/**
 * 未超预算得5分，超预算10%以内得3分，超过10%不得分: bands over the excess, 0 at the budget; where the indicator is the rate of
 * spending against it (控制率, 执行率) 10 % over is 110 % of it (SPEC L16). Null where the text says anything else too.
 */
export function overBudget(statements: readonly Statement[], frame: Frame): Rewritten | null {
  const levels = statements.filter(isLevel).filter(({ condition }) => condition[0]?.type !== "rest");
  const read = levels.map((statement) => ({ statement, level: levelOf(statement, frame) }));
  const known = read.flatMap(({ statement, level }) => (level ? [{ statement, level }] : []));
  const shares = known.filter(({ level }) => level.is === "share" && level.plan !== null);
  if (shares.length === 0 || known.length < read.length) return null;
  // ≤100%, or a number before any 超预算: of which figure it is, is not said
  const from = shares[0]?.statement.at ?? 0;
  if (known.some(({ level, statement }) => level.is === "share" && level.plan === null && statement.at < from))
    return null;
  const plans = new Set(known.flatMap(({ level }) => (level.plan === null ? [] : [level.plan])));
  const [plan = "", ...others] = [...plans].filter((noun) => noun !== "");
  if (others.length > 0) return null;
  const figure = figureOf(plan, frame);
  const conditions = new Map<Statement, readonly Token[]>();
  for (const { statement, level } of known) {
    if (level.is !== "share") {
      conditions.set(
        statement,
        compared(figure.name, level.is === "within" ? "<=" : ">", figure.base, statement.condition),
      );
      continue;
    }
    const numbers = turned(fromZero(level.numbers) ?? level.numbers, 1, figure.base);
    const [place] = statement.condition;
    if (!numbers || !place) return null;
    conditions.set(statement, [{ type: "word", text: figure.name, at: place.at, end: place.end }, ...numbers]);
  }
  return {
    statements: statements.map((one) => {
      const condition = conditions.get(one);
      return condition && isLevel(one) ? replaced(one, condition) : one;
    }),
    named: figure.base.equals(ONE) ? [ambiguities.overBase(frame.name ?? "")] : [],
  };
}

function levelOf(statement: Scored, frame: Frame): Level | null {
  const { words, numbers } = splitLead(statement.condition);
  const text = textOf(words, frame).replace(/^[,:]+|[,:]+$/g, "");
  if (numbers.length === 0) {
    const within = WITHIN.exec(text);
    if (within) return { is: "within", plan: within[2] ?? within[3] ?? "" };
    const over = ONLY_OVER.exec(text);
    return over ? { is: "over", plan: over[2] ?? "" } : null;
  }
  if (numbers.some((token) => token.type === "number" && token.unit.of === "counter")) return null;
  const over = OVER.exec(text);
  if (over && DENIAL_ENDING.test(over[1] ?? "")) return null;
  if (over) return { is: "share", plan: over[2] ?? "", numbers };
  const atMost = numbers.some((token) => token.type === "compare" && (token.op === "<" || token.op === "<="));
  return !atMost && (text === "" || text === "在") ? { is: "share", plan: null, numbers } : null;
}

function figureOf(plan: string, { name }: Frame): { readonly name: string; readonly base: typeof ONE } {
  if (name !== null && AGAINST_PLAN.test(name)) return { name: "", base: ONE };
  if (name !== null && OVER_RATE.test(name)) return { name: "", base: ZERO };
  return { name: plan === "" ? "超支比例" : `超过${plan}的比例`, base: ZERO };
}
