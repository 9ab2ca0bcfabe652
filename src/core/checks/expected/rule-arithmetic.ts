import type { Point } from "../../audit/tried-formula";
import { f } from "../../formula/build";
import { printFormula } from "../../formula/print";
import type { FormulaNode } from "../../formula/written";
import { ONE, ratio, toDouble } from "../../model/exact";
import { known } from "../../model/value";
import type { Rule } from "../../rules/rule";
import type { RuleInput } from "../../rules/rule-input";
import { compileRule, evaluateRule } from "../../rules/score";
import type { Settings } from "../../rules/setting-types";
import type { CellAddress } from "../../workbook/address";
import type { CellScalar } from "../../workbook/snapshot";
import { folded } from "./folded";
import { optionNumber, type Place } from "./rule-places";
import { targetSides } from "../../rules/target-sides";

/** A formula with the cells that it reads, and numbers for them at which to try another. */
export interface Arithmetic {
  readonly formula: string;
  readonly alsoRight: readonly string[];
  readonly cells: readonly CellAddress[];
  readonly points: readonly Point[];
  /** A formula that reads none of the cells says nothing: what they hold may stand elsewhere as well. */
  readonly mayReadOthers?: true;
}

/** What a rule gives for what stands in these places, as one formula in the sheet of the table. */
export function ruleArithmetic(rule: Rule, all: readonly Place[], sheet: string, settings: Settings): Arithmetic {
  const places = withoutSharedScale(all, rule);
  const chosen = places.filter((place) => place.kind === "options");
  const [only] = chosen;
  const reading = places.filter(isRead);
  const body = only && reading.length === 1 ? byOption(rule, places, only, sheet, settings) : compiled(rule, places, sheet, settings); // prettier-ignore
  const mayReadOthers = reading.some((place) => place.kind === "rate" ? !place.isOwn : place.kind === "options" || place.unit !== undefined || place.at.sheet !== sheet);
  return {
    formula: printFormula(folded(body)),
    alsoRight: [],
    cells: reading.flatMap(cellsOf),
    points: pointsOf(rule, places),
    ...(mayReadOthers ? { mayReadOthers } : {}),
  };
} // prettier-ignore

function compiled(rule: Rule, places: readonly Place[], sheet: string, settings: Settings): FormulaNode {
  const nodes = new Map(places.map((place) => [place.input.name, nodeOf(place, sheet)]));
  const ref = ({ name }: RuleInput): FormulaNode => {
    const node = nodes.get(name);
    if (!node) throw new Error(`no cell for ${name}`);
    return node;
  };
  return compileRule(rule, ref, settings);
}

const isRead = (place: Place): place is Exclude<Place, { readonly kind: "constant" }> => place.kind !== "constant";

type Options = Extract<Place, { readonly kind: "options" }>;

function nodeOf(place: Place, sheet: string): FormulaNode {
  return place.kind === "options"
    ? whereWords(place, sheet, (index) => f.number(ratio(optionNumber(place.input, index))))
    : place.node;
}

/** Where words alone decide: the marks of each, one after another. */
function byOption(
  rule: Rule,
  places: readonly Place[],
  options: Options,
  sheet: string,
  settings: Settings,
): FormulaNode {
  const others = places.flatMap((place) => (place.kind === "constant" ? [[place.input.name, known(place.number)] as const] : [])); // prettier-ignore
  return whereWords(options, sheet, (index) => {
    const answers = new Map([...others, [options.input.name, known(ratio(optionNumber(options.input, index)))] as const]); // prettier-ignore
    const { value } = evaluateRule(rule, answers, settings);
    return value.state === "known" ? f.number(value.number) : f.blank;
  });
}

/** IF(OR(G9="达成预期指标",G9="达成"),10,IF(G9="未达成",0,"")) */
function whereWords({ at, words }: Options, sheet: string, then: (index: number) => FormulaNode): FormulaNode {
  const cell = f.cell(at, { sheet: at.sheet === sheet ? null : at.sheet });
  return words.reduceRight<FormulaNode>(
    (otherwise, names, index) =>
      f.when(f.anyOf(names.map((name) => f.equal(cell, f.text(name)))), then(index), otherwise),
    f.blank,
  );
}

/** Target and actual value that both count hundredths compare as they stand. */
function withoutSharedScale(places: readonly Place[], rule: Rule): readonly Place[] {
  const [target, actual] = sidesOf(places, rule);
  if (target?.kind !== "number" || actual?.kind !== "number") return places;
  if (target.unit !== undefined || actual.unit !== undefined) return places;
  if (!target.scale || !actual.scale || !target.scale.equals(actual.scale)) return places;
  return places.map((place) =>
    place === target || place === actual ? { ...place, scale: null, node: f.cell(place.at) } : place,
  );
}

function sidesOf(places: readonly Place[], rule: Rule): readonly [Place | undefined, Place | undefined] {
  const sides = rule.clauses.map(targetSides).find((one) => one !== null);
  const named = (input: RuleInput | undefined): Place | undefined =>
    places.find((place) => place.input.name === input?.name);
  return [named(sides?.target), named(sides?.actual)];
}

const cellsOf = (place: Place): readonly CellAddress[] =>
  place.kind === "constant" ? [] : place.kind === "rate" ? place.cells : [place.at];

/** A fine grid where one number decides, so that a step, a band or a cap that differs is met. */
const RATES = [0, 0.2, 0.31, 0.5, 0.555, 0.6, 0.605, 0.699, 0.7, 0.75, 0.8, 0.805, 0.85, 0.855, 0.9, 0.905, 0.95, 0.951, 0.955, 0.96, 0.98, 0.985, 0.99, 0.995, 1, 1.004, 1.01, 1.05, 1.1, 1.2, 1.31, 1.6]; // prettier-ignore

/** Each place in turn, the others as they usually are; a target with its whole table of results, as it stands and otherwise. */
function pointsOf(rule: Rule, places: readonly Place[]): readonly Point[] {
  const [target, actual] = sidesOf(places, rule);
  const whole = target && wholeOf(target, actual);
  const reading = places.filter(isRead);
  const base = reading.map((place) => (place === target && place.kind === "number" ? [inCell(place, baseOf(place))] : usual(place)));
  const points = reading.flatMap((place, i) =>
    place === target ? [] : moves(place, place === actual || whole === undefined ? whole : undefined).map((move): Point => base.flatMap((own, j) => (j === i ? move : own))),
  );
  if (target?.kind !== "number") return points;
  return [...points, ...points.map((point) => point.map((value) => (typeof value === "number" ? tidy(value * 1.75) : value)))];
} // prettier-ignore

/** The target in the scale of the actual value's cell. */
function wholeOf(target: Place, actual: Place | undefined): number {
  const own = target.kind === "constant" ? toDouble(target.number) : baseOf(target) * scaleOf(target);
  return own / scaleOf(actual);
}

const scaleOf = (place: Place | undefined): number =>
  place?.kind === "number" && place.scale ? toDouble(place.scale) : 1;

const usual = (place: Place): readonly CellScalar[] => moves(place, undefined)[0] ?? [];

function moves(place: Place, whole: number | undefined): readonly (readonly CellScalar[])[] {
  switch (place.kind) {
    case "constant":
      return [];
    case "options":
      return place.words.flatMap((names) => names.map((name) => [name]));
    case "rate":
      return place.points;
    case "number": {
      const base = whole ?? baseOf(place);
      return [1, ...RATES].map((rate) => [inCell(place, tidy(base * rate))]);
    }
  }
}

/** As it is typed there: 2089人. */
const inCell = ({ unit }: Extract<Place, { readonly kind: "number" }>, number: number): CellScalar =>
  unit === undefined ? number : `${String(number)}${unit}`;

/** One whole of what the input counts: a rate of 100 %, the number that stands there, ten events. */
function baseOf(place: Place): number {
  if (place.kind !== "number") return 1;
  const { input, now, scale } = place;
  if (input.type === "rate") return scale ? toDouble(ONE.div(scale)) : 1;
  if (input.type === "count") return 10;
  return now > 0 ? now : 100;
}

const tidy = (value: number): number => Number(value.toPrecision(9));
