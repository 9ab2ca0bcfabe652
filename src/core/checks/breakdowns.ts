import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { nameOf } from "../model/path";
import { isBlankValue } from "../model/text";
import type { Indicator, ScoringTable, TableCell } from "../model/scoring-table";
import { readActual, readTarget, type NumberReading } from "../targets/read";
import type { Check } from "./context";
import { compareSum, ROUNDED_MONEY, shown } from "./figures";

/**
 * What the rows 其中 of an indicator come to is its own figure: target by target and actual by actual, wherever all of
 * them are numbers (SPEC C18). One part alone may be any share of the whole, but never more than it.
 */
export const breakdowns: Check = ({ tables, settings }) =>
  tables.flatMap(({ table }) =>
    table.indicators.flatMap((indicator) =>
      (["target", "actual"] as const).flatMap((of) => mismatch(table, indicator, of, settings.tolerance)),
    ),
  );

const WHAT = { target: "年度指标值", actual: "实际完成值" } as const;

type Tolerance = Parameters<typeof compareSum>[2];

function mismatch(table: ScoringTable, indicator: Indicator, of: "target" | "actual", tolerance: Tolerance): Finding[] {
  // 其中： alone in its row holds nothing itself
  const parts = (indicator.parts ?? []).filter((part) => [part.target, part.actual].some((cell) => cell && !isBlank(cell)));
  const whole = figureOf(indicator, indicator[of], of);
  const figures = parts.map((part) => figureOf(indicator, part[of], of));
  const known = figures.flatMap((figure) => figure ?? []);
  const at = indicator[of]?.at;
  if (!whole || !at || parts.length === 0 || known.length < parts.length) return [];
  const sum = known.map(({ number }) => number).reduce((a, b) => a.add(b));
  if (compareSum(whole, known, tolerance, ROUNDED_MONEY) !== "different") return [];
  const isPartial = parts.length === 1 && sum.compare(whole.number) < 0;
  // 180只 and 12头 may make 192只, but nobody can tell that they do not
  const comparable = known.every(({ unit }) => unit?.dimension === whole.unit?.dimension && sameScale(unit, whole.unit));
  if (isPartial || !comparable) return [];
  return [
    findingAt("breakdown-mismatch", table, at, {
      path: indicator.path,
      subject: of,
      data: {
        name: nameOf(indicator.path),
        what: WHAT[of],
        stated: shown(whole.number),
        sum: shown(sum),
        parts: parts.map(({ name }) => name),
      },
    }),
  ];
} // prettier-ignore

const isBlank = ({ raw }: TableCell): boolean => isBlankValue(raw);

const sameScale = (a: NumberReading["unit"], b: NumberReading["unit"]): boolean =>
  a === null || b === null ? a === b : a.factor.equals(b.factor);

/** The figure of a part is read as the indicator's own is. */
function figureOf(indicator: Indicator, cell: TableCell | null, of: "target" | "actual"): NumberReading | null {
  const reading = of === "target" ? readTarget({ ...indicator, target: cell }) : readActual({ ...indicator, actual: cell });
  return reading.kind === "number" ? reading : null;
} // prettier-ignore
