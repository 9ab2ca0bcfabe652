import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { ratio, type Exact } from "../model/exact";
import { measureOf } from "../model/measure";
import { nameOf } from "../model/path";
import type { Indicator, ScoringTable, StatedNumber, TableCell } from "../model/scoring-table";
import { compact } from "../model/text";
import { readActual, readTarget, type NumberReading, type TargetReading } from "../targets/read";
import type { Check } from "./context";
import { shownCell } from "./figures";

/**
 * A cost whose target is the year's budget is the whole of what was spent: its actual value is the amount executed (SPEC
 * C22). Any other cost (单位成本, one of several) is measured by itself, and nothing is said of it.
 */
export const costAmounts: Check = ({ tables }) =>
  tables.flatMap(({ table }) => {
    const spent = spentIn(table);
    return spent ? table.indicators.flatMap((indicator) => costFinding(table, indicator, spent)) : [];
  });

interface Spent {
  /** In yuan. */
  readonly executed: Money;
  readonly budgets: readonly Exact[];
  readonly cell: TableCell;
  readonly unit: string;
}

interface Money {
  readonly yuan: Exact;
  /** Half of the last printed place, in yuan: what rounding may hide. */
  readonly hidden: Exact;
}

function spentIn({ funding }: ScoringTable): Spent | null {
  const cells = funding?.total?.cells;
  const measure = funding?.moneyUnit ? measureOf(funding.moneyUnit) : null;
  const executed = cells?.executed;
  if (!executed?.stated || !measure) return null;
  const budgets = [cells?.budget, cells?.initialBudget].flatMap((cell) => cell?.stated ?? []);
  return {
    executed: moneyOf(executed.stated, measure.factor),
    budgets: budgets.map(({ number }) => number.mul(measure.factor)),
    cell: executed,
    unit: measure.name,
  };
}

const moneyOf = ({ number, decimals }: Pick<StatedNumber, "number" | "decimals">, factor: Exact): Money => ({
  yuan: number.mul(factor),
  hidden: factor.div(ratio(2n * 10n ** BigInt(Math.min(Math.max(decimals, 0), 15)))),
});

/** Not the whole: costs of one thing, and what was saved. */
const PARTIAL = /单位|单价|人均|每|平均|节约|结余|降低/;

function costFinding(table: ScoringTable, indicator: Indicator, { executed, budgets, cell, unit }: Spent): Finding[] {
  const { path, actual } = indicator;
  if (!actual || !path.some((name) => compact(name).includes("成本")) || PARTIAL.test(nameOf(path))) return [];
  const target = moneyReading(readTarget(indicator));
  const spent = moneyReading(readActual(indicator));
  if (!target || !spent || !budgets.some((budget) => budget.equals(target.yuan))) return [];
  const apart = spent.yuan.sub(executed.yuan).abs();
  if (apart.compare(spent.hidden.add(executed.hidden)) <= 0) return [];
  const data = { name: nameOf(path), actual: shownCell(actual), executed: `${shownCell(cell)}${unit}` };
  return [findingAt("cost-not-executed", table, actual.at, { path, data })];
}

const moneyReading = (reading: TargetReading): Money | null =>
  reading.kind === "number" && isMoney(reading) ? moneyOf(reading, reading.unit.factor) : null;

const isMoney = (
  reading: NumberReading,
): reading is NumberReading & { readonly unit: NonNullable<NumberReading["unit"]> } =>
  reading.unit?.dimension === "money";
