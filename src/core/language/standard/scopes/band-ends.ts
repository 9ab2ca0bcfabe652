import type { Range } from "../conditions/range";
import { decimalText, ONE, ZERO, type Exact } from "../../../model/exact";
import type { Ambiguity } from "../../../rules/rule";
import { ambiguities } from "../words/ambiguity";
import type { RuleInput } from "../../../rules/rule-input";
import { MEASURED } from "../words/range-words";

/** One printed line of a list of bands. */
export interface BandLine {
  readonly range: Range;
  readonly score: Exact;
  readonly at: number;
}

export interface Side {
  readonly value: Exact;
  /** Null until the text or a neighbour says whether the end belongs to the band. */
  closed: boolean | null;
  readonly implied: boolean;
}

export interface Band {
  readonly low: Side | null;
  readonly high: Side | null;
  readonly score: Exact;
  readonly at: number;
}

/**
 * 100%得10分，90%以上得8分: a bare 100 % at the top of a list that falls with the rate. More than 100 % is taken with it, and
 * that is named; “=100%” stays the one value. Null where no line is such a top.
 */
export function wholeRate(
  lines: readonly BandLine[],
  input: RuleInput,
  otherwise: Exact | null,
): { readonly line: BandLine; readonly named: Ambiguity } | null {
  if (input.type !== "rate") return null;
  const line = lines.find(({ range }) => range.point && range.low?.value.equals(ONE));
  const others = lines.filter((other) => other !== line);
  if (!line || !others.some(({ score }) => score.compare(ZERO) > 0)) return null;
  const falls = others.every(
    ({ range, score }) =>
      score.compare(line.score) < 0 &&
      !range.spread &&
      range.subject?.absolute !== true &&
      (range.low === null || range.low.value.compare(ONE) < 0) &&
      (range.high === null || range.high.value.compare(ONE) <= 0),
  );
  if (!falls) return null;
  const nested = others
    .filter(({ range }) => range.high === null)
    .reduce<Exact | null>((best, { score }) => (best && best.compare(score) >= 0 ? best : score), null);
  const literal = nested ?? otherwise;
  const other = literal ? `${decimalText(literal, 4)}分` : "没有得分";
  return { line, named: ambiguities.atLeast("100%", decimalText(line.score, 4), other) };
}

/** The line for its value and all above it. */
export const upward = (line: BandLine): BandLine => ({ ...line, range: { ...line.range, high: null, point: false } });

/**
 * 10-11个得4分，8-9个得3分: things are counted in whole numbers, so that 9 and 10 are neighbours and leave nothing out.
 * Measured amounts, rates and marks keep their gaps.
 */
export function closeCounts(bands: readonly Band[], input: RuleInput): readonly Band[] {
  if (input.type !== "amount" || input.unit === null || MEASURED.test(input.unit)) return bands;
  const starts = new Map(
    bands.flatMap(({ low }) =>
      low?.closed !== false && low?.value.d === 1n ? ([[low.value.toFraction(), low]] as const) : [],
    ),
  );
  return bands.map((band) => {
    const { high } = band;
    if (high?.closed === false || high?.value.d !== 1n) return band;
    const next = starts.get(high.value.add(ONE).toFraction());
    return next ? { ...band, high: { ...high, value: next.value, closed: false } } : band;
  });
}
