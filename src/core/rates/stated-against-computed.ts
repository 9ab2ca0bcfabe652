import type { Finding } from "../findings/finding";
import type { Definition } from "../rules/definition";
import { canonical, compact } from "../model/text";
import { decimalText, decisive, ratio, type Exact } from "../model/exact";
import type { StatedNumber } from "../model/scoring-table";
import type { DefinitionUse } from "../quantities/definition-use";
import { inputInterval, intervalOf, overlap, statedInterval } from "./interval";
import { indicatorName, rateFinding, rateText } from "./rate-findings";

/**
 * Compares the rate that the table states with the one its definition gives. A difference that the printed decimals of
 * either side explain is rounding; a rate a hundred times too large is a question of scale; the rest is a mismatch.
 */
export function statedRateFindings(
  use: DefinitionUse,
  computed: Exact,
  lookup: (variable: string) => Exact | null,
): readonly Finding[] {
  const { rateCell, actual } = use.indicator;
  const stated = rateCell?.stated ?? (actual?.stated && mayStateRate(use, actual.stated) ? actual.stated : null);
  return stated ? compare(use, stated, computed, lookup) : [];
}

/** 实际完成值 of a rate is the rate itself, unless the cell counts something else. */
const mayStateRate = ({ definition, indicator }: DefinitionUse, stated: StatedNumber): boolean =>
  definition.percent && stated.number.compare(0) >= 0 && (indicator.path.at(-1) ?? "").endsWith("率");

function compare(
  use: DefinitionUse,
  stated: StatedNumber,
  computed: Exact,
  lookup: (variable: string) => Exact | null,
): readonly Finding[] {
  const { at } = stated;
  const { number, decimals } = inPercent(use, stated) ? asFraction(stated) : stated;
  if (decisive(number).equals(decisive(computed))) return [];
  const name = indicatorName(use);
  const range = rangeOf(use.definition, computed, lookup);
  const figures = {
    stated: rateText(use.definition, number, Math.max(2, decimals - 2)),
    computed: rateText(use.definition, computed, 4),
  };
  if (overlap(statedInterval(number, decimals), range)) {
    return [rateFinding(use, "explained-by-rounding", { what: name, ...figures }, { at, subject: "rate" })];
  }
  const hundredth = number.div(100);
  const places = decimals + 2;
  if (!computed.equals(0) && overlap(statedInterval(hundredth, places), range)) {
    const data = { name, value: decimalText(number, decimals), suggested: decimalText(hundredth, places) };
    return [rateFinding(use, "percent-scale", data, { at, subject: "rate" })];
  }
  return [rateFinding(use, "rate-mismatch", { name, ...figures }, { at })];
}

/** A column or unit that says % holds percent points as bare numbers, which is no fault; 95% as text is a fraction already. */
function inPercent({ table, indicator }: DefinitionUse, { at, asText }: StatedNumber): boolean {
  if (asText) return false;
  const header = table.columns.find(({ column }) => column === at.column)?.header ?? "";
  const unit = indicator.actual?.at.column === at.column ? indicator.unit?.raw : null;
  return canonical(header).includes("%") || (typeof unit === "string" && /^(?:%|百分[比数点])$/.test(compact(unit)));
}

const asFraction = ({ number, decimals }: StatedNumber): Pick<StatedNumber, "number" | "decimals"> => ({
  number: number.div(100),
  decimals: decimals + 2,
});

/** The rate's own interval, from the decimals of the inputs; the computed value alone where it has none. */
function rangeOf(
  definition: Definition,
  computed: Exact,
  lookup: (variable: string) => Exact | null,
): ReturnType<typeof inputInterval> {
  const range = intervalOf(definition.expression, (variable) => inputInterval(lookup(variable) ?? ratio(0)));
  return range ?? { low: computed, high: computed };
}
