import { closeCounts, upward, wholeRate, type BandLine, type Band, type Side } from "./band-ends";
import { decimalText, maxExact, ONE, percentText, ZERO, type Exact } from "../../../model/exact";
import type { Bands, Bound } from "../../../rules/clause";
import type { Ambiguity } from "../../../rules/rule";
import { ambiguities } from "../words/ambiguity";
import { figure, mustReach, type Frame, type Part } from "./frame";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import type { Range } from "../conditions/range";
import type { RuleInput } from "../../../rules/rule-input";
import { DEVIATION } from "../words/range-words";

/** A list of bands, its ends settled, nested lines told apart, what stays open named (SPEC L6). */
export function bandsPart(lines: readonly BandLine[], otherwise: Exact | null, subject: string, frame: Frame): Part {
  const units = lines.flatMap(({ range, at }) =>
    [range.low, range.high].flatMap((end) => (end ? [{ ...end, at }] : [])),
  );
  const input = figure(subject, units, frame);
  const top = wholeRate(lines, input, otherwise);
  const printed = (top ? lines.map((line) => (line === top.line ? upward(line) : line)) : lines).flatMap(mirrored);
  refuseRepeats(printed);
  if (frame.ends) for (const band of printed) settleBy(frame.ends, band);
  const open = settleEnds(printed, input);
  const carved = closeCounts(
    printed.flatMap((band) => carve(band, printed)),
    input,
  );
  const best = [...printed.map(({ score }) => score), ...(otherwise ? [otherwise] : [])].reduce(maxExact, ZERO);
  mustReach(best, frame, lines[0]?.at ?? 0);
  const clause: Bands = { kind: "bands", subject: input, bands: carved.map(plain), otherwise };
  const gaps = otherwise === null ? gapsOf(carved, input) : [];
  return {
    clauses: [clause],
    combine: "sum",
    ambiguities: [
      ...open,
      ...overlapsOf(printed, input),
      ...beyondOf(carved, printed, otherwise, input),
      ...(top ? [top.named] : []),
      ...(deviates(printed, input) ? [ambiguities.oneWay(input.name)] : []),
      ...gaps,
    ],
  };
}

const side = (end: Range["low"]): Side | null =>
  end && { value: end.value, closed: end.closed, implied: end.implied ?? false };

/** |x|≤5% is one band on both sides of zero; 5%<|x|≤10% is two. */
function mirrored({ range, score, at }: BandLine): Band[] {
  const low = side(range.low);
  const high = side(range.high);
  const own: Band = { low, high, score, at };
  if (!range.subject?.absolute) return [own];
  const flip = (end: Side | null): Side | null => end && { ...end, value: end.value.neg() };
  if (low === null || low.value.compare(ZERO) < 0 || (low.value.equals(ZERO) && low.closed !== false))
    return [{ ...own, low: flip(high) }];
  return [own, { low: flip(high), high: flip(low), score, at }];
}

const sameEnd = (a: Side | null, b: Side | null): boolean =>
  a === null || b === null ? a === b : a.value.equals(b.value) && a.closed === b.closed;

function refuseRepeats(bands: readonly Band[]): void {
  for (const [i, band] of bands.entries())
    for (const other of bands.slice(0, i))
      if (sameEnd(band.low, other.low) && sameEnd(band.high, other.high)) refuse(band.at, problems.sameBand);
}

/** 偏差率5%以内: a deviation may lie on either side, and the bands name one. */
const deviates = (bands: readonly Band[], input: RuleInput): boolean =>
  DEVIATION.test(input.name) &&
  bands.some(({ low, high }) => low === null && high !== null && high.value.compare(ZERO) > 0) &&
  bands.every(({ low }) => low === null || low.value.compare(ZERO) >= 0);

/** （含下限不含上限）: for the ends that do not say themselves. */
function settleBy({ low, high }: { readonly low: boolean; readonly high: boolean }, band: Band): void {
  if (band.low) band.low.closed ??= low;
  if (band.high) band.high.closed ??= high;
}

/** Ends that the text leaves open, or gives to two bands, settled between neighbours. */
function settleEnds(bands: readonly Band[], input: RuleInput): Ambiguity[] {
  const open: Ambiguity[] = [];
  for (const below of bands)
    for (const above of bands) {
      const { high } = below;
      const { low } = above;
      if (below === above || !high || !low || !high.value.equals(low.value)) continue;
      if (isPoint(below) || isPoint(above)) {
        const own = isPoint(below) ? low : high;
        own.closed ??= false;
        continue;
      }
      if (high.closed === null && low.closed === null && high.implied !== low.implied)
        (high.implied ? high : low).closed = false;
      if (high.closed === null && low.closed !== null) high.closed = !low.closed;
      else if (low.closed === null && high.closed !== null) low.closed = !high.closed;
      else if (low.closed === null || (low.closed && high.closed)) {
        if (below.score.equals(above.score)) {
          low.closed = true;
          high.closed = false;
          continue;
        }
        const toAbove = above.score.compare(below.score) > 0;
        low.closed = toAbove;
        high.closed = !toAbove;
        const value = show(low.value, input);
        open.push(ambiguities.openEnd(value, decimalText(maxExact(above.score, below.score), 4)));
      }
    }
  for (const band of bands) for (const end of [band.low, band.high]) if (end) end.closed ??= true;
  return open;
}

const isPoint = ({ low, high }: Band): boolean => low !== null && high !== null && low.value.equals(high.value);

/** Whether the lower end of `a` lies at or below that of `b`. */
const reachesDown = (a: Side | null, b: Side | null): boolean => {
  if (a === null) return true;
  if (b === null) return false;
  const order = a.value.compare(b.value);
  return order < 0 || (order === 0 && (a.closed === true || b.closed !== true));
};
const reachesUp = (a: Side | null, b: Side | null): boolean => {
  if (a === null) return true;
  if (b === null) return false;
  const order = a.value.compare(b.value);
  return order > 0 || (order === 0 && (a.closed === true || b.closed !== true));
};
const contains = (wide: Band, narrow: Band): boolean =>
  wide !== narrow && reachesDown(wide.low, narrow.low) && reachesUp(wide.high, narrow.high);

/** ≥80% under ≥90%, 10%以内 under =0: the narrower line was printed to be read first. */
const yields = (wide: Band, narrow: Band): boolean =>
  contains(wide, narrow) &&
  (isPoint(narrow) || (wide.low === null && narrow.low === null) || (wide.high === null && narrow.high === null));

function carve(band: Band, all: readonly Band[]): Band[] {
  let pieces: Band[] = [band];
  for (const other of all) if (yields(band, other)) pieces = pieces.flatMap((piece) => without(piece, other));
  return pieces;
}

function without(band: Band, hole: Band): Band[] {
  if (!meets(band, hole)) return [band];
  const pieces: Band[] = [];
  if (hole.low && !(band.low && reachesDown(hole.low, band.low)))
    pieces.push({ ...band, high: { ...hole.low, closed: !hole.low.closed } });
  if (hole.high && !(band.high && reachesUp(hole.high, band.high)))
    pieces.push({ ...band, low: { ...hole.high, closed: !hole.high.closed } });
  return pieces;
}

function meets(a: Band, b: Band): boolean {
  const apart = (high: Side | null, low: Side | null): boolean => {
    if (!high || !low) return false;
    const order = high.value.compare(low.value);
    return order < 0 || (order === 0 && !(high.closed && low.closed));
  };
  return !apart(a.high, b.low) && !apart(b.high, a.low);
}

/** =100% 10分, ≥95% 9分: beyond 100 % the second line holds, which is odd enough to be named. */
function beyondOf(
  carved: readonly Band[],
  printed: readonly Band[],
  otherwise: Exact | null,
  input: RuleInput,
): Ambiguity[] {
  return printed.filter(isPoint).flatMap((point) => {
    const all = input.type === "rate" && point.high?.value.equals(ONE) && printed.length === 1;
    if (all && otherwise && otherwise.compare(point.score) < 0)
      return [ambiguities.beyond(show(ONE, input), decimalText(otherwise, 4))];
    const piece = carved.find(
      ({ low, high, score }) =>
        high === null &&
        low !== null &&
        point.high !== null &&
        low.value.equals(point.high.value) &&
        score.compare(point.score) < 0 &&
        !printed.some((band) => sameEnd(band.low, low)),
    );
    return piece && point.high ? [ambiguities.beyond(show(point.high.value, input), decimalText(piece.score, 4))] : [];
  });
}

function overlapsOf(bands: readonly Band[], input: RuleInput): Ambiguity[] {
  const found: Ambiguity[] = [];
  for (const [i, band] of bands.entries())
    for (const other of bands.slice(0, i)) {
      if (!meets(band, other) || yields(band, other) || yields(other, band) || band.score.equals(other.score)) continue;
      found.push(ambiguities.overlap(spanText(other, input), spanText(band, input)));
    }
  return found;
}

function gapsOf(bands: readonly Band[], input: RuleInput): Ambiguity[] {
  const sorted = bands.toSorted((a, b) => compareLow(a.low, b.low));
  const found: Ambiguity[] = [];
  let reach: Side | null | undefined;
  for (const band of sorted) {
    if (reach && band.low && isGap(reach, band.low))
      found.push(ambiguities.gap(show(reach.value, input), show(band.low.value, input)));
    if (reach === undefined || (reach !== null && (band.high === null || reachesUp(band.high, reach))))
      reach = band.high;
  }
  const lowest = sorted[0]?.low;
  if (lowest && (lowest.value.compare(ZERO) > 0 || (lowest.value.equals(ZERO) && !lowest.closed)))
    found.push(ambiguities.outside(`${show(lowest.value, input)}以下`));
  if (
    reach &&
    !(input.type === "rate" && reach.value.equals(ONE) && reach.closed) &&
    !(input.unit === "分" && reach.value.equals(ONE.mul(100)))
  )
    found.push(ambiguities.outside(`${show(reach.value, input)}以上`));
  return found;
}

const compareLow = (a: Side | null, b: Side | null): number =>
  a === null
    ? b === null
      ? 0
      : -1
    : b === null
      ? 1
      : a.value.compare(b.value) || Number(a.closed !== true) - Number(b.closed !== true);

const isGap = (high: Side, low: Side): boolean => {
  const order = low.value.compare(high.value);
  return order > 0 || (order === 0 && !low.closed && !high.closed);
};

const bound = (end: Side | null): Bound | null => end && { value: end.value, closed: end.closed ?? true };
const plain = ({ low, high, score }: Band): Bands["bands"][number] => ({ low: bound(low), high: bound(high), score });
const show = (value: Exact, input: RuleInput): string =>
  input.type === "rate" ? percentText(value, 4) : `${decimalText(value, 4)}${input.unit ?? ""}`;
const spanText = ({ low, high }: Band, input: RuleInput): string =>
  `${low ? show(low.value, input) : "…"}~${high ? show(high.value, input) : "…"}`;
