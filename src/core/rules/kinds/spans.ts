import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { compareExact, ZERO, type Exact } from "../../model/exact";
import type { Bound } from "../clause";
import { decisionPlaces, roundNode, roundTo } from "../decision";
import { valueText } from "../wording";
import type { RuleInput } from "../rule-input";

/** A range of values with open or closed ends; null is no end on that side. */
export interface Span {
  readonly low: Bound | null;
  readonly high: Bound | null;
}

/** A place between values: just before or just after `value`, or beyond all (`end` −1, 1). */
interface Cut {
  readonly end: -1 | 0 | 1;
  readonly value: Exact;
  readonly after: boolean;
}

const START: Cut = { end: -1, value: ZERO, after: false };
const END: Cut = { end: 1, value: ZERO, after: false };

export const holds = (span: Span, x: Exact): boolean => atLeastLow(span.low, x) && atMostHigh(span.high, x);

/** What the spans leave out, from low to high. */
export function gapsBetween(spans: readonly Span[]): readonly Span[] {
  const { cuts, reaches } = layOut(spans);
  const covered = new Array<boolean>(cuts.length - 1).fill(false);
  for (const [from, to] of reaches) covered.fill(true, from, to);
  const gaps: Span[] = [];
  for (let from = 0; from < covered.length; from++) {
    if (covered[from]) continue;
    let to = from + 1;
    while (to < covered.length && !covered[to]) to++;
    gaps.push(between(cuts[from] ?? START, cuts[to] ?? END));
    from = to;
  }
  return gaps;
}

/** Where two spans share values: the shared part of each with the one before it that reaches furthest. */
export function overlapsOf<S extends Span>(spans: readonly S[]): readonly { shared: Span; first: S; second: S }[] {
  const { cuts, reaches } = layOut(spans);
  const ordered = spans
    .map((span, i) => ({ span, from: reaches[i]?.[0] ?? 0, to: reaches[i]?.[1] ?? 0 }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const overlaps: { shared: Span; first: S; second: S }[] = [];
  let before = ordered[0];
  for (const next of ordered.slice(1)) {
    if (before && next.from < before.to) {
      const shared = between(cuts[next.from] ?? START, cuts[Math.min(next.to, before.to)] ?? END);
      overlaps.push({ shared, first: before.span, second: next.span });
    }
    if (!before || next.to > before.to) before = next;
  }
  return overlaps;
}

/**
 * For each span in turn, whether a value that none of the earlier ones holds still has to be tested against its lower and
 * its upper end.
 */
export function openEnds(spans: readonly Span[]): readonly { readonly low: boolean; readonly high: boolean }[] {
  const { cuts, reaches } = layOut(spans);
  const left = new Array<boolean>(cuts.length - 1).fill(true);
  return reaches.map(([from, to]) => {
    const open = { low: left.slice(0, from).includes(true), high: left.slice(to).includes(true) };
    left.fill(false, from, to);
    return open;
  });
}

export const coversAll = (spans: readonly Span[]): boolean => gapsBetween(spans).length === 0;

/** True where no value can lie in it. */
export const isEmpty = (span: Span): boolean => compareCuts(lowCut(span), highCut(span)) >= 0;

/** 80%≤X<90%, X≥90%, X=0%. */
export function spanText(input: RuleInput, { low, high }: Span): string {
  const name = input.name;
  if (low && high && low.value.equals(high.value)) return `${name}=${valueText(input, low.value)}`;
  if (low && high) {
    const left = `${valueText(input, low.value)}${low.closed ? "≤" : "<"}`;
    return `${left}${name}${high.closed ? "≤" : "<"}${valueText(input, high.value)}`;
  }
  if (low) return `${name}${low.closed ? "≥" : ">"}${valueText(input, low.value)}`;
  if (high) return `${name}${high.closed ? "≤" : "<"}${valueText(input, high.value)}`;
  return name;
}

/** Both sides of the comparison are rounded (SPEC N3, S3). */
function compareToBound(x: Exact, bound: Exact): number {
  const places = decisionPlaces(bound);
  return compareExact(roundTo(x, places), roundTo(bound, places));
}

/** The same comparison in a formula, by the operator of `f` that is passed. */
export function compareNode(
  operator: (left: FormulaNode, right: FormulaNode) => FormulaNode,
  x: FormulaNode,
  bound: Exact,
): FormulaNode {
  const places = decisionPlaces(bound);
  return operator(roundNode(x, places), f.number(roundTo(bound, places)));
}

export const lowNode = (x: FormulaNode, low: Bound): FormulaNode =>
  compareNode(low.closed ? f.atLeast : f.greater, x, low.value);
export const highNode = (x: FormulaNode, high: Bound): FormulaNode =>
  compareNode(high.closed ? f.atMost : f.less, x, high.value);

function atLeastLow(low: Bound | null, x: Exact): boolean {
  const order = low ? compareToBound(x, low.value) : 1;
  return low?.closed ? order >= 0 : order > 0;
}

function atMostHigh(high: Bound | null, x: Exact): boolean {
  const order = high ? compareToBound(x, high.value) : -1;
  return high?.closed ? order <= 0 : order < 0;
}

/** The line of values cut at every end, and each span as the pieces from one cut up to another. */
function layOut(spans: readonly Span[]): {
  readonly cuts: readonly Cut[];
  readonly reaches: readonly (readonly [from: number, to: number])[];
} {
  const ends = spans.flatMap((span) => [lowCut(span), highCut(span)]);
  const order = [START, END, ...ends].map((cut, i) => ({ cut, i })).sort((a, b) => compareCuts(a.cut, b.cut));
  const cuts: Cut[] = [];
  const ranks: number[] = [];
  for (const { cut, i } of order) {
    const last = cuts.at(-1);
    if (!last || compareCuts(last, cut) < 0) cuts.push(cut);
    ranks[i] = cuts.length - 1;
  }
  const reaches = spans.map((_, i) => [ranks[2 + 2 * i] ?? 0, ranks[3 + 2 * i] ?? 0] as const);
  return { cuts, reaches: reaches.map(([from, to]) => [from, Math.max(from, to)] as const) };
}

const lowCut = ({ low }: Span): Cut => (low ? { end: 0, value: low.value, after: !low.closed } : START);
const highCut = ({ high }: Span): Cut => (high ? { end: 0, value: high.value, after: high.closed } : END);

const compareCuts = (a: Cut, b: Cut): number =>
  a.end - b.end || compareExact(a.value, b.value) || Number(a.after) - Number(b.after);

const between = (from: Cut, to: Cut): Span => ({
  low: from.end === 0 ? { value: from.value, closed: !from.after } : null,
  high: to.end === 0 ? { value: to.value, closed: to.after } : null,
});
