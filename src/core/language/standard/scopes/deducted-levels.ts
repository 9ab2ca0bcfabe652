import { ZERO } from "../../../model/exact";
import { type Frame, marksOf } from "./frame";
import { type Range, readRange } from "../conditions/range";
import type { Statement, StatementOf } from "../clauses/tree";

/**
 * 90%≤X＜95%，扣1分; 延迟1个月以内扣1分: a range that loses marks once is a level of its own, worth what is left of the
 * full mark (SPEC L13). A count that runs on (超过1个百分点扣0.5分，扣完为止) is none.
 */
export function deductedLevels(statements: readonly Statement[], frame: Frame): readonly Statement[] {
  const deducts = statements.filter((statement) => statement.type === "deduct");
  if (deducts.length === 0 || statements.some(({ type }) => type === "limit")) return statements;
  const ranges = new Map(deducts.map((deduct) => [deduct, levelOf(deduct)]));
  const beside = statements.flatMap((statement) =>
    statement.type === "award" ? (readRange(statement.condition) ?? []) : (ranges.get(statement as Deduct) ?? []),
  );
  const tailed = statements.some(({ type }) => type === "tail");
  const points = deducts.filter((deduct) => ranges.get(deduct)?.point).length;
  const nested = !tailed && isNested(statements, beside);
  const graded = !tailed && deducts.length >= 2 && isGraded([...ranges.values()]);
  const levels = deducts.every((deduct) => {
    const range = ranges.get(deduct);
    if (range == null) return false;
    if (range.point) return points >= 2 && !tailed && range.low?.unit.of === "counter";
    return isClosed(range) || nested || graded || (!tailed && touches(range, beside));
  });
  if (!levels) return statements;
  const left = statements.map((one) => (one.type === "deduct" ? leftOf(one, frame) : one));
  return nested ? [...left, fullElsewhere(deducts)] : left;
}

/** 低于90%扣2分，低于80%扣3分，低于70%不得分: nothing but losses on one side, so that the other side keeps the full mark. */
function isNested(statements: readonly Statement[], ranges: readonly Range[]): boolean {
  const scored = statements.filter(({ type }) => type === "award" || type === "deduct");
  if (ranges.length < 2 || ranges.length !== scored.length) return false;
  if (statements.some((one) => one.type === "award" && !(one.amount.type === "marks" && one.amount.value.equals(ZERO))))
    return false;
  return isGraded(ranges);
}

/** Ends of one side, each its own: 95%以上扣1分，90%以上扣2分. */
function isGraded(ranges: readonly (Range | null)[]): boolean {
  const known = ranges.filter((range) => range !== null);
  const below = known.every(({ low, high }) => low === null && high !== null);
  const above = known.every(({ low, high }) => high === null && low !== null);
  const ends = new Set(known.map(({ low, high }) => (low ?? high)?.value.toFraction()));
  return (below || above) && ends.size === ranges.length;
}

function fullElsewhere(deducts: readonly Deduct[]): Statement {
  const at = deducts.at(-1)?.end ?? 0;
  const rest = { type: "rest", word: "others", at, end: at } as const;
  return {
    type: "award",
    condition: [rest],
    amount: { type: "full", stated: null },
    bonus: false,
    all: false,
    at,
    end: at,
  };
}

type Deduct = StatementOf<"deduct">;

function levelOf({ condition, amount }: Deduct): Range | null {
  if (condition.some(({ type }) => type === "each") || (amount.type === "marks" && amount.per !== null)) return null;
  const range = readRange(condition);
  return range && !range.spread ? range : null;
}

const isClosed = ({ low, high }: Range): boolean => low !== null && high !== null && !low.value.equals(high.value);

/** Whether another printed range begins where this one ends. */
function touches(range: Range, all: readonly Range[]): boolean {
  const end = range.low ?? range.high;
  return all.some(
    (other) => other !== range && [other.low, other.high].some((its) => its && end && its.value.equals(end.value)),
  );
}

function leftOf({ condition, amount, at, end }: Deduct, frame: Frame): Statement {
  const left = frame.full.sub(marksOf(amount, frame, at));
  const value = left.compare(ZERO) > 0 ? left : ZERO;
  return { type: "award", condition, amount: { type: "marks", value, per: null }, bonus: false, all: false, at, end };
}
