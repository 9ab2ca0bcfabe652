import { sumExact, ZERO, type Exact } from "../../../model/exact";
import type { Clause } from "../../../rules/clause";
import type { RuleInput } from "../../../rules/rule-input";
import { readFormula } from "../conditions/formula";
import type { Statement, StatementOf } from "../clauses/tree";
import { ambiguities } from "../words/ambiguity";
import { readCondition } from "../conditions/pieces";
import { readDeduction } from "../clauses/deduction";
import { bareWords } from "../conditions/question";
import { type Frame, textOf } from "./frame";
import { headingName } from "./notes";
import { trim } from "../words/trim";
import { ACTUAL_LEAD, AIM, GENERIC_SHARE, RATE_NAME, STANDARD_LIST, UNMET } from "../words/case-words";
import { problems } from "../words/problems";
import type { Token } from "../words/token";
import type { Composed } from "./composed";

/** A time of the year with the rate that is due by then, and its marks. */
interface Due {
  readonly when: string;
  readonly rate: Exact;
  readonly mark: Exact;
}

/**
 * 6月底达到50%得2分，12月底达到95%得4分，未达到的按比例计分: several rates that are due, each with its marks, and one way to score what
 * falls short of any of them. Null where the text has no such list or says nothing of a shortfall.
 */
export function datedBody(statements: readonly Statement[], frame: Frame): Composed | null {
  const told = statements.filter(({ type }) => !["tail", "marker", "cap"].includes(type));
  const close = told.at(-1);
  if (!close || !isShortfall(close, frame)) return null;
  const before = told.slice(0, -1);
  const heading = before.find(({ type }) => type === "heading");
  const awards = before.filter((one) => one !== heading);
  const due = listedTogether(awards, frame) ?? listedApart(awards, frame);
  if (!due || due.length < 2) return null;
  if (!sumExact(due.map(({ mark }) => mark)).equals(frame.full)) return null;
  const figure = figureName(close, heading, frame);
  const inputs = due.map(({ when }): RuleInput => ({ name: nameOf(when, figure), type: "rate", unit: null }));
  if (new Set(inputs.map(({ name }) => name)).size < due.length)
    return { ok: false, at: close.at, why: problems.repeated };
  const clauses = due.flatMap((one, i) => {
    const input = inputs[i];
    const clause = input && shortOf(close, one, input, frame);
    return clause ? [clause] : [];
  });
  if (clauses.length < due.length) return { ok: false, at: close.at, why: problems.step };
  const steps = clauses.some(({ kind }) => kind === "stepDeduct") && !frame.partial;
  return { ok: true, clauses, named: steps ? [ambiguities.partialSteps] : [] };
}

/** 未达到的，按比例计分 / 不得分 / 每低1个百分点扣0.2分. */
function isShortfall(statement: Statement, frame: Frame): boolean {
  if (statement.type !== "proportion" && statement.type !== "deduct" && statement.type !== "award") return false;
  if (statement.type === "award" && !(statement.amount.type === "marks" && statement.amount.value.equals(ZERO)))
    return false;
  const each = statement.condition.findIndex(({ type }) => type === "each");
  const lead = trim(each < 0 ? statement.condition : statement.condition.slice(0, each));
  return UNMET.test(bareWords(textOf(lead, frame)));
}

/** 各时点目标为6月底50%、12月底95%，达到目标的分别得2分、4分. */
function listedTogether(awards: readonly Statement[], frame: Frame): readonly Due[] | null {
  const [first, ...others] = awards;
  if (first?.type !== "award") return null;
  const cut = first.condition.findIndex(({ type }) => type === "respectively");
  if (cut < 0) return null;
  const marks = [first, ...others].flatMap((one) =>
    one.type === "award" && one.amount.type === "marks" ? [one.amount.value] : [],
  );
  if (marks.length < awards.length || others.some((one) => one.type !== "award" || one.condition.length > 0))
    return null;
  const comma = first.condition.findIndex(({ type }) => type === "comma");
  const words = bareWords(textOf(first.condition.slice(comma + 1, cut), frame));
  if (comma < 0 || !UNMET.test(`未${words}`)) return null;
  const listed = splitAtPauses(first.condition.slice(0, comma));
  const due = listed.flatMap((part, i): Due[] => {
    const number = part.at(-1);
    const mark = marks[i];
    if (number?.type !== "number" || number.unit.of !== "rate" || !mark) return [];
    return [{ when: textOf(part.slice(0, -1), frame).replace(STANDARD_LIST, ""), rate: number.value, mark }];
  });
  return due.length === listed.length && due.length === marks.length ? due : null;
}

function splitAtPauses(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens)
    if (token.type === "pause") parts.push([]);
    else parts.at(-1)?.push(token);
  return parts;
}

/** 6月底达到50%得3分，9月底达到75%得3分. */
function listedApart(awards: readonly Statement[], frame: Frame): readonly Due[] | null {
  const due = awards.flatMap((award): Due[] => {
    if (award.type !== "award" || award.amount.type !== "marks") return [];
    const [piece, ...more] = readCondition(award.condition, frame.text) ?? [];
    if (piece?.is !== "range" || more.length > 0 || (piece.range.high && !piece.range.point)) return [];
    const { low } = piece.range;
    return low?.unit.of === "rate" ? [{ when: piece.subject, rate: low.value, mark: award.amount.value }] : [];
  });
  return due.length === awards.length && due.every(({ when }) => when !== "") ? due : null;
}

/** 执行率 of 按实际执行率占目标的比例, 支出进度率 of the heading. */
function figureName(close: Statement, heading: Statement | undefined, frame: Frame): string {
  if (heading?.type === "heading") return headingName(textOf(heading.tokens, frame));
  if (close.type !== "proportion") return "";
  const of = readFormula(close.base, frame.text, frame.full);
  return of?.op === "divide" && of.left.op === "variable" ? of.left.name.replace(ACTUAL_LEAD, "") : "";
}

function nameOf(when: string, figure: string): string {
  if (RATE_NAME.test(when)) return when;
  return `${when}${figure === "" ? "完成率" : figure}`;
}

function shortOf(close: Statement, due: Due, subject: RuleInput, frame: Frame): Clause | null {
  const whole = { value: due.rate, closed: true };
  switch (close.type) {
    case "award":
      return { kind: "bands", subject, bands: [{ low: whole, high: null, score: due.mark }], otherwise: ZERO };
    case "proportion":
      return !isOfDue(close, frame)
        ? null
        : { kind: "proportional", subject, mark: due.mark, from: ZERO, to: due.rate, cap: due.mark, zeroBelow: null };
    case "deduct": {
      const { amount } = close;
      const step = readDeduction(close.condition, frame.text, null, close.at);
      if (step.counts !== "steps" || step.side !== "below" || step.unit.of !== "rate" || amount.type !== "marks")
        return null;
      return {
        kind: "stepDeduct",
        subject,
        side: "below",
        threshold: due.rate,
        step: step.step,
        deduct: amount.value,
        full: due.mark,
        floor: ZERO,
        partialSteps: frame.partial?.mode ?? null,
      };
    }
    default:
      return null;
  }
}

/** 按比例, 按完成比例, 按实际执行率占目标的比例: what falls short counts by its share of what was due. */
function isOfDue(close: StatementOf<"proportion">, frame: Frame): boolean {
  if (GENERIC_SHARE.test(textOf(close.base, frame))) return true;
  const of = readFormula(close.base, frame.text, frame.full);
  return !close.loss && of?.op === "divide" && of.right.op === "variable" && AIM.test(of.right.name);
}
