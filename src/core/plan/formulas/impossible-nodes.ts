import { f } from "../../formula/build";
import { isPercentFormat } from "../../formula/number-format";
import type { FormulaNode } from "../../formula/written";
import { natureOf, partOfWhole, rateBounds, type Nature } from "../../language/possible";
import { ONE, ratio, type Exact } from "../../model/exact";
import type { Indicator } from "../../model/scoring-table";
import {
  impossibleActual as isImpossible,
  isShareToReach,
  LARGEST_SLIP,
  measureOfActual,
} from "../../targets/impossible";
import { isWrittenPercent, readActual, readTarget } from "../../targets/read";
import { sameText } from "./stated-node";
import { tableCell, targetCells, type TableContext } from "./table-context";
import type { Quantity } from "../../model/quantity";
import type { Definition } from "../../rules/definition";

type Places = ReadonlyMap<string, FormulaNode>;
type QuantityOf = (variable: string) => Quantity | null;

/** For each variable of a definition, whether the number in its place can not be; a text or a blank is told elsewhere (SPEC C19). */
export function impossibleTests(
  definition: Definition,
  places: Places,
  quantityOf: QuantityOf,
): ReadonlyMap<string, FormulaNode> {
  const sides = sidesOf(definition, places);
  return new Map(
    [...places].flatMap(([variable, at]) => {
      const conditions = conditionsOf(at, quantityOf(variable));
      const alone =
        conditions.length > 0 ? [f.when(f.call("ISNUMBER", at), f.anyOf(conditions), f.boolean(false))] : [];
      const above =
        at === sides?.part
          ? [
              f.when(
                f.equal(f.call("COUNT", at, sides.whole), f.number(ratio(2))),
                f.greater(at, sides.whole),
                f.boolean(false),
              ),
            ]
          : [];
      const tests = [...alone, ...above];
      return tests.length === 0 ? [] : [[variable, f.anyOf(tests)] as const];
    }),
  );
}

/** Whether 计算值 is beyond what a rate of that name can be, where no one number of it is compared with another. */
export function beyondWhole(definition: Definition, rate: FormulaNode | null): FormulaNode | null {
  const bounds = rate && rateBounds(definition);
  if (!rate || !bounds) return null;
  const shown = f.decisive(rate);
  const conditions = [
    f.greater(shown, f.number(ratio(1))),
    ...(bounds.signed ? [] : [f.less(shown, f.number(ratio(0)))]),
  ];
  return f.when(f.call("ISNUMBER", rate), f.anyOf(conditions), f.boolean(false));
}

/**
 * Whether what stands in an indicator's actual cell can not be, by its name and measure; null where nothing tells. In a
 * percent format the whole is 1, else a bare number may be percent points. A text counts for as long as it stands there.
 */
export function impossibleActual(context: TableContext, index: number): FormulaNode | null {
  const indicator = context.review.indicators[index]?.indicator;
  const { actual, path, unit } = indicator ?? {};
  if (!indicator || !actual) return null;
  const at = tableCell(context, actual.at);
  const measure = typeof unit?.raw === "string" ? unit.raw : targetMeasure(indicator);
  const nature = natureOf(path?.at(-1) ?? "", measure);
  const inPercent = isPercentFormat(context.view.cell(actual.at.row, actual.at.column)?.numberFormat ?? "");
  const isShareOfCount = inPercent && nature?.kind === "count";
  const conditions = nature && !isShareOfCount ? natureConditions(at, nature, inPercent ? 1 : 100) : [];
  const number = conditions.length === 0 ? [] : [f.when(f.call("ISNUMBER", at), f.anyOf(conditions), f.boolean(false))];
  // in a percent format more than 1 is told already
  const besideShare = nature && !inPercent ? besideBareShare(indicator, at, nature) : [];
  const onScale = nature ? onTargetScale(context, index, nature) : [];
  const tests = [...number, ...saidInText(indicator, at), ...onScale, ...besideShare];
  return tests.length === 0 ? null : f.anyOf(tests);
}

const saidInText = (indicator: Indicator, at: FormulaNode): readonly FormulaNode[] => {
  const raw = indicator.actual?.raw;
  return typeof raw === "string" && isImpossible(indicator) ? [sameText(at, raw)] : [];
};

/** Beside a target in per cent 折算完成值 is a fraction, whether 120%, 120 or 1.2 was typed. */
function onTargetScale(context: TableContext, index: number, nature: Nature): readonly FormulaNode[] {
  const indicator = context.review.indicators[index]?.indicator;
  const target = indicator && readTarget(indicator);
  const scaled = targetCells(context, index)?.actual;
  if (nature.kind !== "share" || !scaled || target?.kind !== "number" || !isWrittenPercent(target)) return [];
  const conditions = natureConditions(scaled, nature, 1);
  return conditions.length === 0 ? [] : [f.when(f.call("ISNUMBER", scaled), f.anyOf(conditions), f.boolean(false))];
}

/** Beside a bare 1 or 0.95 a bare 1.2 is 120 %; 98 is on another scale and told as that. */
function besideBareShare(indicator: Indicator, at: FormulaNode, nature: Nature): readonly FormulaNode[] {
  const target = readTarget(indicator);
  const isShare =
    nature.kind === "share" && nature.bounded && target.kind === "number" && isShareToReach(indicator, target);
  if (!isShare) return [];
  const above = f.call("AND", f.greater(at, f.number(ONE)), f.atMost(at, f.number(LARGEST_SLIP)));
  return [f.when(f.call("ISNUMBER", at), above, f.boolean(false))];
}

/** A bare actual value is in the measure that its own cell or the target's names. */
function targetMeasure(indicator: Indicator): string | null {
  const reading = readActual(indicator);
  const measure = reading.kind === "number" ? measureOfActual(indicator, reading) : null;
  return measure && measure.dimension !== "percent" ? measure.name : null;
}

/** By the same natures as in `language/possible.ts`. */
function conditionsOf(at: FormulaNode, quantity: Quantity | null): readonly FormulaNode[] {
  const nature = quantity && natureOf(quantity.name, quantity.unit);
  return nature ? natureConditions(at, nature, 100) : [];
}

/** Whether a number of things is not whole; one in 万人 is counted in people, free of the error of a double. */
function partly(at: FormulaNode, each: Exact): FormulaNode {
  if (each.equals(ONE)) return f.notEqual(at, f.call("INT", at));
  const counted = f.multiply(at, f.number(each));
  return f.notEqual(f.call("ROUND", counted, f.number(ratio(6))), f.call("ROUND", counted, f.number(ratio(0))));
}

function natureConditions(at: FormulaNode, nature: Nature, whole: number): readonly FormulaNode[] {
  return [
    ...(nature.signed ? [] : [f.less(at, f.number(ratio(0)))]),
    ...(nature.kind === "count" ? [partly(at, nature.each ?? ONE)] : []),
    ...(nature.kind === "share" && nature.bounded ? [f.greater(at, f.number(ratio(whole)))] : []),
  ];
}

function sidesOf(
  definition: Definition,
  places: Places,
): { readonly part: FormulaNode; readonly whole: FormulaNode } | null {
  const sides = partOfWhole(definition);
  const part = sides && places.get(sides.part);
  const whole = sides && places.get(sides.whole);
  return part && whole ? { part, whole } : null;
}
