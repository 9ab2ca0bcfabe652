import { ZERO } from "../../../model/exact";
import type { Clause, StepDeduct } from "../../../rules/clause";
import type { Statement, StatementOf } from "../clauses/tree";
import { ambiguities } from "../words/ambiguity";
import { type Frame, textOf } from "./frame";
import { STEPS_BEYOND } from "../words/case-words";
import { problems } from "../words/problems";
import type { Composed } from "./composed";
import { computedClause } from "./computed-clause";
import { figuresOf } from "./figures";
import { lineOf } from "./line";

/**
 * 完成率100%得10分，每超额5个百分点另加1分，最高12分；低于100%的，按完成率×10分计分: a share up to a base, and more for each step beyond it
 * up to the mark. Null where the text adds no steps to a formula.
 */
export function overBody(statements: readonly Statement[], frame: Frame): Composed | null {
  const adds = statements.filter(isAdding);
  const [add, ...others] = adds;
  if (!add || others.length > 0) return null;
  const rest = statements.filter((one) => one !== add && !isTop(one, frame));
  const lines = rest.flatMap((statement, i) => lineOf(statement, i, frame) ?? []);
  const [base, share, ...more] = lines;
  if (lines.length < rest.length || !base || !share || more.length > 0) return null;
  const [piece] = base.condition;
  if (!("marks" in base.then) || !("expression" in share.then) || piece?.is !== "range") return null;
  const figures = figuresOf(lines, frame);
  const subject = figures?.(piece.subject) ?? null;
  const start = piece.range.low;
  const step = add.condition.find((token) => token.type === "number");
  const words = textOf(add.condition.slice(1, step ? add.condition.indexOf(step) : 1), frame);
  if (!figures || subject?.type !== "rate" || !start || step?.type !== "number" || step.unit.of !== "rate")
    return { ok: false, at: add.at, why: problems.step };
  if (!STEPS_BEYOND.test(words) || add.amount.type !== "marks") return { ok: false, at: add.at, why: problems.step };
  const below = computedClause(share.then.expression, figures, { ...frame, full: base.then.marks });
  const [cut] = share.condition;
  const meets = cut?.is === "range" && cut.range.low === null && cut.range.high?.value.equals(start.value);
  if (below?.kind !== "proportional" || !meets || !(below.to ?? start.value).equals(start.value))
    return { ok: false, at: share.at, why: problems.proportionJump };
  const beyond: StepDeduct = {
    kind: "stepDeduct",
    subject,
    side: "above",
    threshold: start.value,
    step: step.value,
    deduct: add.amount.value.neg(),
    full: ZERO,
    floor: ZERO,
    partialSteps: frame.partial?.mode ?? null,
  };
  const clauses: readonly Clause[] = [{ ...below, cap: base.then.marks }, beyond];
  if (!statements.some((one) => isTop(one, frame)) && base.then.marks.compare(frame.full) >= 0)
    return { ok: false, at: add.at, why: problems.bonus };
  return { ok: true, clauses, named: frame.partial ? [] : [ambiguities.partialSteps] };
}

const isAdding = (statement: Statement): statement is StatementOf<"award"> =>
  statement.type === "award" && statement.condition[0]?.type === "each";

/** 最高12分: the full mark. */
const isTop = (statement: Statement, frame: Frame): boolean =>
  statement.type === "cap" ||
  (statement.type === "limit" &&
    statement.which === "most" &&
    (statement.amount.type === "full" ||
      (statement.amount.type === "marks" && statement.amount.value.equals(frame.full))));
