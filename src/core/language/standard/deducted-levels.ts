import { ZERO } from "../../model/exact";
import { type Frame, marksOf } from "./frame";
import { type Range, readRange } from "./range";
import type { Statement, StatementOf } from "./tree";

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
  const levels = deducts.every((deduct) => {
    const range = ranges.get(deduct);
    return range != null && (isClosed(range) || (!tailed && touches(range, beside)));
  });
  return levels ? statements.map((one) => (one.type === "deduct" ? leftOf(one, frame) : one)) : statements;
}

type Deduct = StatementOf<"deduct">;

function levelOf({ condition, amount }: Deduct): Range | null {
  if (condition.some(({ type }) => type === "each") || (amount.type === "marks" && amount.per !== null)) return null;
  const range = readRange(condition);
  return range && !range.point && !range.spread ? range : null;
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
