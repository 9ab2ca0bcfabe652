import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { natureOf, partOfWhole, type Nature } from "../../language/possible";
import { ratio } from "../../model/exact";
import type { Indicator } from "../../model/scoring-table";
import { readActual } from "../../targets/read";
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

/**
 * Whether the number in an indicator's actual cell can not be, by its name and measure; null where nothing tells. In a
 * percent format the whole is 1, else a bare number may be percent points.
 */
export function impossibleActual(indicator: Indicator, at: FormulaNode, inPercentFormat: boolean): FormulaNode | null {
  const { path, unit } = indicator;
  const measure = typeof unit?.raw === "string" ? unit.raw : (targetMeasure(indicator) ?? null);
  const nature = natureOf(path.at(-1) ?? "", measure);
  const conditions = nature ? natureConditions(at, nature, inPercentFormat ? 1 : 100) : [];
  return conditions.length === 0 ? null : f.when(f.call("ISNUMBER", at), f.anyOf(conditions), f.boolean(false));
}

/** A bare actual value is in the measure that its own cell or the target's names. */
function targetMeasure(indicator: Indicator): string | null {
  const reading = readActual(indicator);
  const measure = reading.kind === "number" ? reading.unit : null;
  return measure && measure.dimension !== "percent" ? measure.name : null;
}

/** By the same natures as in `language/possible.ts`. */
function conditionsOf(at: FormulaNode, quantity: Quantity | null): readonly FormulaNode[] {
  const nature = quantity && natureOf(quantity.name, quantity.unit);
  return nature ? natureConditions(at, nature, 100) : [];
}

function natureConditions(at: FormulaNode, nature: Nature, whole: number): readonly FormulaNode[] {
  return [
    ...(nature.signed ? [] : [f.less(at, f.number(ratio(0)))]),
    ...(nature.kind === "count" ? [f.notEqual(at, f.call("INT", at))] : []),
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
