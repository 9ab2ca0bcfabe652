import { ZERO, type Exact } from "../../../model/exact";
import type { Gap } from "../../../rules/clause";
import type { RuleInput } from "../../../rules/rule-input";
import type { Statement, StatementOf } from "../clauses/tree";
import { readCondition } from "../conditions/pieces";
import { ambiguities } from "../words/ambiguity";
import { type Frame, inputName, textOf } from "./frame";
import { trim } from "../words/trim";
import { IN_POINTS, RATE_NAME, STEPS_ABOVE, STEPS_UNDER } from "../words/case-words";
import { problems } from "../words/problems";
import type { NumberToken, Token } from "../words/token";
import type { Composed } from "./composed";

/**
 * 结余额不高于上年结余额的得4分；高于上年结余额的，每高10%扣1分: steps over the distance to last year's value. Null where no award
 * compares two quantities.
 */
export function gapBody(statements: readonly Statement[], frame: Frame): Composed | null {
  const told = statements.filter(({ type }) => type !== "tail" && type !== "marker");
  const [award, loss, ...more] = told;
  if (award?.type !== "award" || loss?.type !== "deduct" || more.length > 0) return null;
  const [compared, ...others] = readCondition(award.condition, frame.text) ?? [];
  if (compared?.is !== "compared" || others.length > 0) return null;
  const full = award.amount.type === "full" ? frame.full : award.amount.type === "marks" ? award.amount.value : ZERO;
  if (!full.equals(frame.full)) return { ok: false, at: award.at, why: problems.below(full, frame.full) };
  const side =
    compared.op === "<=" || compared.op === "<"
      ? "above"
      : compared.op === ">=" || compared.op === ">"
        ? "below"
        : null;
  const step = side && stepOf(loss.condition, side, compared.to, frame);
  const deduct = lossOf(loss, frame);
  if (!side || !step || !deduct) return { ok: false, at: loss.at, why: problems.step };
  const of = quantity(compared.of, frame);
  const as = step.unit.of === "rate" && !isPoints(step, frame) ? "share" : "units";
  // 每高10% of a rate may be a tenth of it or ten points
  if (of.type === "rate" && as === "share") return { ok: false, at: step.at, why: problems.step };
  if (of.type === "amount" && as === "units" && step.unit.of === "rate")
    return { ok: false, at: step.at, why: problems.unit };
  const unit = step.unit.of === "counter" ? step.unit.name : null;
  const clause: Gap = {
    kind: "gap",
    of: { ...of, unit },
    // 高于上年: of the same thing
    to: { name: ofAnotherTime(compared.to) ? `${compared.to}${of.name}` : compared.to, type: of.type, unit },
    as,
    side,
    step: step.value,
    deduct,
    full: frame.full,
    floor: ZERO,
    partialSteps: frame.partial?.mode ?? null,
  };
  return { ok: true, clauses: [clause], named: frame.partial ? [] : [ambiguities.partialSteps] };
}

function lossOf({ amount }: StatementOf<"deduct">, frame: Frame): Exact | null {
  if (amount.type === "marks") return amount.value;
  return amount.type === "share" ? frame.full.mul(amount.share) : null;
}

/** 上年, 去年: of the same thing. */
const ofAnotherTime = (words: string): boolean => words.length <= 3;

function quantity(words: string, frame: Frame): RuleInput {
  const name = words === "" ? inputName("", frame) : words;
  return { name, type: RATE_NAME.test(name) ? "rate" : "amount", unit: null };
}

/** 高于上年结余额的，每高10%: the words before 每 say the other side once more. */
function stepOf(condition: readonly Token[], side: "above" | "below", to: string, frame: Frame): NumberToken | null {
  const each = condition.findIndex(({ type }) => type === "each");
  if (each < 0) return null;
  const lead = trim(condition.slice(0, each));
  if (lead.length > 0) {
    const [again, ...others] = readCondition(lead, frame.text) ?? [];
    const fits = again?.is === "compared" && to.startsWith(again.to) && (side === "above" ? ">" : "<") === again.op;
    if (!fits || others.length > 0) return null;
  }
  const counted = condition.slice(each + 1);
  const number = counted.find((token) => token.type === "number");
  const words = textOf(
    counted.filter((token) => token !== number),
    frame,
  );
  const way = side === "above" ? STEPS_ABOVE : STEPS_UNDER;
  const plain = counted.every(({ type }) => type === "number" || type === "word" || type === "compare");
  const said = counted
    .filter((token) => token !== number)
    .map((token) => textOf([token], frame))
    .join("")
    .replace(to, "");
  return number && plain && way.test(said === "" ? words : said) && positive(number.value) ? number : null;
}

const positive = (x: Exact): boolean => x.compare(ZERO) > 0;

const isPoints = ({ at, end }: NumberToken, frame: Frame): boolean =>
  IN_POINTS.test(frame.text.slice(at, end).replace(/^[\d.]+/, ""));
