import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/node";
import { ZERO, type Exact } from "../../model/exact";
import type { Bound } from "../clause";
import { decisionPlaces, roundNode, roundTo } from "../decision";
import type { RuleInput } from "../rule";
import { valueText } from "../wording";

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
  const gaps: Span[] = [];
  let reached = START;
  for (const span of sorted(spans)) {
    if (compareCuts(lowCut(span), reached) > 0) gaps.push(between(reached, lowCut(span)));
    reached = laterCut(reached, highCut(span));
  }
  if (compareCuts(reached, END) < 0) gaps.push(between(reached, END));
  return gaps;
}

/** Where a span reaches into the one before it: the shared part, and the two. */
export function overlapsOf<S extends Span>(spans: readonly S[]): readonly { shared: Span; first: S; second: S }[] {
  const overlaps: { shared: Span; first: S; second: S }[] = [];
  let before: S | null = null;
  for (const span of sorted(spans)) {
    if (before && compareCuts(lowCut(span), highCut(before)) < 0) {
      const end = compareCuts(highCut(span), highCut(before)) < 0 ? highCut(span) : highCut(before);
      overlaps.push({ shared: between(lowCut(span), end), first: before, second: span });
    }
    if (!before || compareCuts(highCut(span), highCut(before)) > 0) before = span;
  }
  return overlaps;
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
export function compareToBound(x: Exact, bound: Exact): number {
  const places = decisionPlaces(bound);
  return roundTo(x, places).compare(roundTo(bound, places));
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

const lowCut = ({ low }: Span): Cut => (low ? { end: 0, value: low.value, after: !low.closed } : START);
const highCut = ({ high }: Span): Cut => (high ? { end: 0, value: high.value, after: high.closed } : END);
const laterCut = (a: Cut, b: Cut): Cut => (compareCuts(a, b) >= 0 ? a : b);

const compareCuts = (a: Cut, b: Cut): number =>
  a.end - b.end || a.value.compare(b.value) || Number(a.after) - Number(b.after);

const between = (from: Cut, to: Cut): Span => ({
  low: from.end === 0 ? { value: from.value, closed: !from.after } : null,
  high: to.end === 0 ? { value: to.value, closed: to.after } : null,
});

const sorted = <S extends Span>(spans: readonly S[]): S[] =>
  spans.filter((span) => !isEmpty(span)).sort((a, b) => compareCuts(lowCut(a), lowCut(b)));
