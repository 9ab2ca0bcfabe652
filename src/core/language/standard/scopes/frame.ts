import { ZERO, type Exact } from "../../../model/exact";
import type { Ambiguity, Clause } from "../../../rules/rule";
import type { EndsRemark } from "../words/ends-remark";
import type { PartialSteps } from "../words/partial-steps";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import type { Token, Unit } from "../words/token";
import type { Amount, Statement, StatementOf } from "../clauses/tree";
import type { RuleInput } from "../../../rules/rule-input";
import { RATE_NAME } from "../words/case-words";

/** What one rule, or one part of it, is read against. */
export interface Frame {
  readonly full: Exact;
  /** The indicator's name, where it is known; null otherwise. */
  readonly name: string | null;
  readonly text: string;
  readonly partial: PartialSteps | null;
  /** What a remark says of the ends of all bands. */
  readonly ends?: EndsRemark | null;
  /** Elements that a neighbouring cell lists (指标说明), which the text may score by reference. */
  readonly elements?: readonly { readonly ordinal: number; readonly words: string }[];
  /** Heading above this part, put before the names of what it reads. */
  readonly heading: string;
}

/** Clauses read from a part of the text, and how they compose. */
export interface Part {
  readonly clauses: readonly Clause[];
  readonly combine: "sum" | "min" | "first";
  readonly ambiguities: readonly Ambiguity[];
}

/** A statement with whether it has been understood yet: what is left over at the end refuses the whole (SPEC L2). */
export interface Item<S extends Statement = Statement> {
  readonly statement: S;
  used: boolean;
}

export const itemsOf = (statements: readonly Statement[]): Item[] =>
  statements.map((statement) => ({ statement, used: false }));

export const unused = <T extends Statement["type"]>(items: readonly Item[], type: T): Item<StatementOf<T>>[] =>
  items.filter((item): item is Item<StatementOf<T>> => !item.used && item.statement.type === type);

export const use = (items: readonly Item[]): void => {
  for (const item of items) item.used = true;
};

/** The printed amount in marks; a range of marks is no amount. */
export function marksOf(amount: Amount, frame: Frame, at: number): Exact {
  switch (amount.type) {
    case "marks":
      return amount.value;
    case "share":
      return frame.full.mul(amount.share);
    case "range":
      return refuse(at, problems.scoreRange);
    case "full":
      if (amount.stated && !amount.stated.equals(frame.full))
        return refuse(at, problems.statedFull(amount.stated, frame.full));
      return frame.full;
  }
}

/** The best score a text allows must be the full mark, no more and no less. */
export function mustReach(best: Exact, frame: Frame, at: number): void {
  const order = best.compare(frame.full);
  if (order > 0) refuse(at, problems.above(best, frame.full));
  if (order < 0) refuse(at, problems.below(best, frame.full));
}

export const textOf = (tokens: readonly Token[], frame: Frame): string => {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first && last ? frame.text.slice(first.at, last.end) : "";
};

/** What a figure is called: the text's own subject, else the indicator's name. */
export function inputName(subject: string, frame: Frame, fallback = "指标值"): string {
  if (subject === "" && frame.name === null && frame.heading !== "") return frame.heading;
  const name = subject === "" ? (frame.name ?? fallback) : subject;
  if (frame.heading.length > name.length && frame.heading.endsWith(name)) return frame.heading;
  return frame.heading === "" || name.startsWith(frame.heading) ? name : `${frame.heading}${name}`;
}

/** The input behind numbers of these units. Plain numbers are a rate only where nothing else is possible. */
export function figure(
  subject: string,
  units: readonly { readonly unit: Unit; readonly value: Exact; readonly at: number }[],
  frame: Frame,
): RuleInput {
  const name = inputName(subject, frame);
  const counter = units.find(({ unit }) => unit.of === "counter")?.unit;
  const kinds = new Set(
    units.filter(({ unit, value }) => !(unit.of === "none" && value.equals(ZERO))).map(({ unit }) => unit.of),
  );
  const [first] = units;
  // ≥100人 …, 60≤培训人数<100: the bare numbers of one list count the same things
  const bareCounts = kinds.size === 2 && kinds.has("none") && counter !== undefined;
  if (kinds.size > 1 && !bareCounts) refuse(first?.at ?? 0, problems.unit);
  if (kinds.has("rate")) return { name, type: "rate", unit: null };
  if (kinds.has("marks")) return { name, type: "amount", unit: "分" };
  if (counter?.of === "counter") {
    const names = new Set(
      units.flatMap(({ unit }) => (unit.of === "counter" ? [PLACES.get(unit.name) ?? unit.name] : [])),
    );
    const [longest = counter.name, ...others] = [...names].toSorted((a, b) => b.length - a.length);
    if (others.some((one) => !isShortFor(one, longest))) refuse(first?.at ?? 0, problems.unit);
    return { name, type: "amount", unit: names.size > 1 ? longest : counter.name };
  }
  const rate = RATE_NAME.test(name) || name === "指标值";
  // 90 of a 率 may be 90% or 90 points: whoever reads it must not choose
  const large = units.find(({ value }) => value.abs().compare(1) > 0);
  if (rate && large) refuse(large.at, problems.unit);
  return rate ? { name, type: "rate", unit: null } : { name, type: "amount", unit: null };
}

/** 第3位, 第3名. */
const PLACES: ReadonlyMap<string, string> = new Map([["位", "名"]]);

export const sameUnit = (a: Unit, b: Unit): boolean =>
  a.of === b.of &&
  (a.of !== "counter" ||
    b.of !== "counter" ||
    a.name === b.name ||
    isShortFor(a.name, b.name) ||
    isShortFor(b.name, a.name));

/** 元 for 元/户: the list says once for each of what. */
const isShortFor = (short: string, long: string): boolean => long.startsWith(`${short}/`);
