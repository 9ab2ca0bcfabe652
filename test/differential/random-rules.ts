import { exactFromDouble, ratio, toDouble, type Exact } from "../../src/core/model/exact";
import type { Clause, ClauseKind, Rule } from "../../src/core/rules/rule";
import { ruleInputs } from "../../src/core/rules/score";
import { amount, bands, binary, checklist, count, events, num, ordinal, proportional, rate, rule, settings, stepDeduct, target, tiers, yesNo } from "../core/rules/build"; // prettier-ignore
import { joint, raised } from "./random-forms";
import { EDGES, int, pick, type Random, text } from "./random-source";
import type { RuleInput } from "../../src/core/rules/rule-input";
import type { Settings } from "../../src/core/rules/setting-types";

/**
 * Random rules with values dense at what decides their score: thresholds, step multiples, ends of bands, targets, whole
 * numbers, and a little beside each. The same seed gives the same cases.
 */
export interface RuleCase {
  readonly rule: Rule;
  readonly settings: Settings;
  /** One per input of the rule, in its order. */
  readonly cells: readonly InputCell[];
}

/** What stands in an input's cell: a number, a rate computed of two numbers, a text, or nothing. */
export type InputCell =
  | { readonly holds: "number"; readonly double: number }
  | { readonly holds: "quotient"; readonly part: number; readonly base: number }
  | { readonly holds: "text" }
  | { readonly holds: "nothing" };

export type CaseKind = ClauseKind | "composed";

export function randomCase(kind: CaseKind, random: Random): RuleCase {
  const own = kind === "composed" ? composed(random) : single(kind, random);
  return caseOf(own, randomSettings(random), random);
}

/** A case of a given rule, its values at the rule's own edges. */
function caseOf(own: Rule, by: Settings, random: Random): RuleCase {
  const edges = edgesOf(own);
  const cells = ruleInputs(own).map((input) => cellOf(input, edges.get(input.name) ?? [], random));
  return { rule: own, settings: by, cells };
}

/** Every input at each of its edges (whole numbers where it has none) and a little beside, in all combinations. */
export function edgeCases(own: Rule, by: Settings): readonly RuleCase[] {
  const edges = edgesOf(own);
  return ruleInputs(own)
    .map((input) => besideAll(edges.get(input.name) ?? [0, 1, 2, 3, 4].map((n) => ratio(n))))
    .reduce<InputCell[][]>((rows, cells) => rows.flatMap((row) => cells.map((cell) => [...row, cell])), [[]])
    .map((cells) => ({ rule: own, settings: by, cells }));
}

const besideAll = (edges: readonly Exact[]): readonly InputCell[] =>
  edges.flatMap((edge) =>
    ["0", "1e-13", "-1e-13", "3e-13", "-3e-13"].map((beside) => ({
      holds: "number" as const,
      double: toDouble(edge.add(num(beside))),
    })),
  );

function randomSettings(random: Random): Settings {
  return settings({
    partialSteps: pick(random, ["whole", "started", "proRata"]),
    reverseTarget: pick(random, ["A/B", "1-(B-A)/A", "manual"]),
    notApplicable: pick(random, ["full", "rescale"]),
  });
}

function single(kind: ClauseKind, random: Random): Rule {
  const full = String(pick(random, [2, 3, 4, 5, 6, 8, 10, 12.5, 20, 30]));
  return rule(full, [clause(kind, full, "", random)]);
}

/** Two or three clauses, at times over the same subject, at times with gates or an applicability. */
function composed(random: Random): Rule {
  const full = String(pick(random, [4, 5, 10]));
  const form = random();
  if (form < 0.15) return raised(full, random);
  if (form < 0.25) return joint(full, random);
  const kinds: readonly ClauseKind[] = [
    "stepDeduct",
    "bands",
    "proportional",
    "target",
    "events",
    "binary",
    "ordinal",
    "cases",
    "quotient",
    "gap",
  ];
  const shared = random() < 0.5;
  const clauses = Array.from({ length: 2 + int(random, 2) }, (_, i) => {
    const kind = pick(random, kinds);
    return clause(kind, full, shared && kind !== "ordinal" ? "" : String(i), random);
  });
  return rule(full, clauses, {
    combine: pick(random, ["sum", "min", "first"]),
    gates: ["前提", "又一前提"]
      .filter(() => random() < 0.2)
      .map((name) => ({ input: yesNo(name), otherwise: num(pick(random, ["0", "1"])) })),
    applicability:
      random() < 0.2 ? { input: yesNo("适用"), treatment: pick(random, ["full", "zero", "setting"]) } : null,
    cap: random() < 0.2 ? num(pick(random, ["2", "3.5"])) : null,
  });
}

function clause(kind: ClauseKind, full: string, suffix: string, random: Random): Clause {
  switch (kind) {
    case "stepDeduct":
      return randomSteps(full, suffix, random);
    case "bands":
      return randomBands(full, suffix, random);
    case "proportional":
      return proportional(rate(`率${suffix}`), full, {
        cap: random() < 0.3 ? num(full).div(2) : null,
        ...pick(random, [
          {},
          {},
          { from: num("0.6") },
          { from: num("1"), to: num("0") },
          { from: num("0.5"), to: num("1.2") },
        ]),
        zeroBelow: random() < 0.5 ? { value: num(pick(random, EDGES)), closed: random() < 0.5 } : null,
      });
    case "target":
      return target(pick(random, [">=", ">", "<=", "<", "="]), full, {
        target: amount(`目标${suffix}`),
        actual: amount(`实际${suffix}`),
        missed: pick(random, ["share", "share", "share", "share", "zero", "open"]),
        reverse: pick(random, [null, "A/B", "1-(B-A)/A", "manual"]),
        ...(random() < 0.3 ? { zeroBelow: { value: num("0.6"), closed: random() < 0.5 } } : {}),
        ...(random() < 0.3 ? { turn: yesNo(`反向${suffix}`), missedTurned: pick(random, ["share", "zero"]) } : {}),
      });
    case "cases":
      return randomCases(full, suffix, random);
    case "quotient":
      return randomQuotient(full, suffix, random);
    case "gap":
      return randomGap(full, suffix, random);
    case "checklist": {
      const marks = Array.from({ length: 1 + int(random, 5) }, () => pick(random, ["0.5", "1", "1.5", "2", "0.1"]));
      return checklist(pick(random, ["award", "deduct"]), full, marks);
    }
    case "events": {
      const steps = pick(random, ["0.1", "0.3", "0.5", "1", "2", "-1"]);
      const forgiven = BigInt(int(random, 3));
      return { ...events(steps, full, forgiven), count: count(`次数${suffix}`) } as Clause;
    }
    case "ordinal": {
      const scores = Array.from({ length: 2 + int(random, 4) }, (_, i) => [`${i}档`, String(int(random, 11) / 2)]);
      return ordinal(Object.fromEntries(scores) as Record<string, string>, `情况${suffix}`);
    }
    case "binary":
      return binary(`条件${suffix}`, full, pick(random, ["0", "0.5"]));
    case "tiers": {
      const cut = pick(random, [
        ["90%", "80%", "60%"],
        ["80%", "60%", "0"],
        ["80%", "50%", "0"],
      ]);
      const touching = [`优 ${cut[0]}≤X≤100%`, `良 ${cut[1]}≤X<${cut[0]}`, `中 ${cut[2]}<X<${cut[1]}`];
      const apart = ["优 90%≤X≤100%", "良 70%≤X≤80%", "中 50%≤X≤60%", "差 X=0"];
      return tiers(full, random() < 0.7 ? touching : apart, random() < 0.7 ? amount(`得分${suffix}`) : null);
    }
  }
}

/** Lines over a rate and a question, some with a way to score of their own. */
function randomCases(full: string, suffix: string, random: Random): Clause {
  const [subject, asked] = [rate(`率${suffix}`), yesNo(`情形${suffix}`)];
  const [high, low] = pick(random, [["1", "0.6"], ["0.9", "0.3"], ["0.7", "0.1"]]); // prettier-ignore
  const closed = random() < 0.5;
  const share = proportional(subject, full, { from: num(pick(random, ["0", "0.6"])), cap: null });
  const least = { input: subject, low: { value: num(high), closed }, high: null };
  const yes = { value: num("1"), closed: true };
  const no = { value: num("0"), closed: true };
  const lines = [
    ...(random() < 0.5 ? [{ when: [{ input: asked, low: yes, high: yes }], then: num("0.5") }] : []),
    { when: [least], then: num(full) },
    { when: [{ input: subject, low: { value: num(low), closed }, high: null }, { input: asked, low: no, high: no }], then: random() < 0.5 ? share : num("1") },
    ...(random() < 0.5 ? [{ when: [{ input: asked, low: yes, high: yes }], then: binary(`另一问${suffix}`, "1", "0") }] : []),
  ]; // prettier-ignore
  const otherwise = pick(random, [null, num("0"), events("0.5", full, 0n)]);
  return { kind: "cases", lines, otherwise, mark: num(full) };
}

type Expression = Extract<Clause, { kind: "quotient" }>["expression"];

const variable = (name: string): Expression => ({ op: "variable", name });
const number = (x: Exact): Expression => ({ op: "number", number: x });

/** 甲÷乙×分值, 甲÷（甲+乙）×分值, （1−甲÷乙）×分值, 甲×6+乙×4, with cuts and a case for 0. */
function randomQuotient(full: string, suffix: string, random: Random): Clause {
  const [a, b] = [variable(`甲${suffix}`), variable(`乙${suffix}`)];
  const share: Expression = { op: "divide", left: a, right: b };
  const whole = pick<Expression>(random, [
    share,
    { op: "divide", left: a, right: { op: "add", left: a, right: b } },
    { op: "subtract", left: number(num("1")), right: share },
    { op: "add", left: a, right: { op: "negate", of: b } },
  ]);
  const nothing = { value: num("0"), closed: true };
  const lines = [
    ...(random() < 0.5 ? [{ when: [{ of: b, low: nothing, high: nothing }], score: num(full) }] : []),
    ...(random() < 0.5 ? [{ when: [{ of: share, low: { value: num("0.2"), closed: random() < 0.5 }, high: null }], score: num("0") }] : []),
  ]; // prettier-ignore
  return {
    kind: "quotient",
    amounts: [amount(`甲${suffix}`), amount(`乙${suffix}`)],
    expression: { op: "multiply", left: whole, right: number(num(full)) },
    mark: num(full),
    lines,
  };
}

function randomGap(full: string, suffix: string, random: Random): Clause {
  return {
    kind: "gap",
    of: amount(`本年${suffix}`),
    to: amount(`上年${suffix}`),
    as: pick(random, ["share", "units"]),
    side: pick(random, ["above", "below"]),
    step: num(pick(random, ["0.1", "0.05", "1", "0.3"])),
    deduct: num(pick(random, ["0.5", "1", "0.3"])),
    full: num(full),
    floor: num("0"),
    partialSteps: pick(random, [null, "whole", "started", "proRata"]),
  };
}

function randomSteps(full: string, suffix: string, random: Random): Clause {
  const large = random() < 0.15;
  const subject = large ? amount(`额${suffix}`, "元") : rate(`率${suffix}`);
  const threshold = large ? pick(random, ["123455.78", "1000", "30", "99.9"]) : pick(random, EDGES);
  const step = large
    ? pick(random, ["0.1", "1", "5"])
    : pick(random, ["0.01", "0.05", "0.1", "0.001", "0.0001", "0.03"]);
  return stepDeduct(subject, pick(random, ["above", "below", "both"]), threshold, step, pick(random, ["0.1", "0.3", "0.5", "0.8", "1", "2", "-0.5"]), full, {
    floor: random() < 0.2 ? num(full).div(4) : num("0"),
    partialSteps: pick(random, [null, null, "whole", "started", "proRata"]),
  }); // prettier-ignore
}

/** Descending or ascending bands with random closed ends, at times with a gap or a remainder. */
function randomBands(full: string, suffix: string, random: Random): Clause {
  const large = random() < 0.1;
  const subject = large ? amount(`额${suffix}`, "元") : rate(`率${suffix}`);
  const scale = large ? pick(random, [100, 1000, 123456]) : 1;
  const cuts = [...new Set(Array.from({ length: 2 + int(random, 4) }, () => pick(random, EDGES)))].map((edge) =>
    num(edge).mul(scale),
  );
  cuts.sort((a, b) => a.compare(b));
  const closedBelow = random() < 0.5;
  const listed: [string, string][] = [];
  const score = (i: number): string => text(num(full).mul(ratio(i, 10)));
  listed.push([`X${closedBelow ? "<" : "≤"}${text(cuts[0] ?? ratio(0))}`, score(0)]);
  for (let i = 1; i < cuts.length; i++) {
    const [low, high] = [text(cuts[i - 1] ?? ratio(0)), text(cuts[i] ?? ratio(0))];
    listed.push([`${low}${closedBelow ? "≤" : "<"}X${closedBelow ? "<" : "≤"}${high}`, score(i)]);
  }
  listed.push([`X${closedBelow ? "≥" : ">"}${text(cuts.at(-1) ?? ratio(0))}`, score(cuts.length)]);
  if (random() < 0.3) listed.splice(int(random, listed.length), 1);
  if (random() < 0.5) listed.reverse();
  return bands(subject, Object.fromEntries(listed), random() < 0.2 ? "0.5" : null);
}

/** Values of each input where a score changes. */
function edgesOf(own: Rule): ReadonlyMap<string, readonly Exact[]> {
  const edges = new Map<string, Exact[]>();
  const add = (name: string, ...values: readonly Exact[]): void => {
    edges.set(name, [...(edges.get(name) ?? []), ...values]);
  };
  for (const part of own.clauses) {
    if (part.kind === "stepDeduct") {
      const most = Math.min(60, Math.ceil(toDouble(part.full.sub(part.floor).div(part.deduct).abs())));
      for (let k = 0; k <= most + 1; k++)
        for (const sign of part.side === "both" ? [1, -1] : [part.side === "above" ? 1 : -1])
          add(part.subject.name, part.threshold.add(part.step.mul(k * sign)));
    }
    if (part.kind === "bands")
      for (const { low, high } of part.bands)
        add(part.subject.name, ...(low ? [low.value] : []), ...(high ? [high.value] : []));
    if (part.kind === "proportional")
      add(part.subject.name, ratio(1), part.zeroBelow?.value ?? ratio(1), part.from ?? ratio(0));
    if (part.kind === "target") {
      add(part.target.name, ...TARGETS);
      add(part.actual.name, ...TARGETS);
    }
    if (part.kind === "cases")
      for (const { input, low, high } of part.lines.flatMap(({ when }) => when))
        add(input.name, ...(low ? [low.value] : []), ...(high ? [high.value] : []));
    if (part.kind === "quotient") for (const { name } of part.amounts) add(name, ...AMOUNTS);
    if (part.kind === "gap") for (const { name } of [part.of, part.to]) add(name, ...AMOUNTS);
    if (part.kind === "tiers" && part.awarded)
      for (const { low, high } of part.tiers)
        add(part.awarded.name, low.value.mul(part.mark), high.value.mul(part.mark));
  }
  return edges;
}

const TARGETS = ["0", "0.3", "1", "8", "30", "0.1", "-5", "0.7"].map(num);

const AMOUNTS = ["0", "1", "1.1", "2", "5", "10", "12", "0.3", "1.3", "4.4"].map(num);

const BESIDE = ["1e-13", "3e-13", "7e-13", "1e-12", "2e-12", "3e-11", "1e-10", "1e-9", "1e-6", "0.003", "0.0049"];

function cellOf(input: RuleInput, edges: readonly Exact[], random: Random): InputCell {
  const chance = random();
  if (chance < 0.01) return { holds: "nothing" };
  if (chance < 0.02) return { holds: "text" };
  const whole = input.type === "count" ? int(random, 9) : input.type === "choice" ? int(random, 7) : int(random, 2);
  const near = edges.length > 0 ? pick(random, edges) : ratio(input.type === "rate" ? int(random, 3) : whole);
  if (input.type === "rate" && chance < 0.2) return quotient(near, random);
  if (chance < 0.5) return { holds: "number", double: toDouble(near) };
  if (chance < 0.85) {
    const beside = num(pick(random, BESIDE)).mul(random() < 0.5 ? 1 : -1);
    return { holds: "number", double: toDouble(near.add(beside)) };
  }
  const anywhere = int(random, 30_000) / 10_000 - 0.5;
  return {
    holds: "number",
    double: input.type === "rate" || input.type === "amount" ? anywhere : whole + 0.5 * int(random, 2),
  };
}

/** A rate that comes to the edge or nearly, from a part and a base as they stand in a table (two decimals). */
function quotient(near: Exact, random: Random): InputCell {
  const base = (1 + int(random, 200_000)) / pick(random, [1, 10, 100]);
  const part = Math.round(toDouble(near.mul(exactFromDouble(base))) * 100) / 100;
  return { holds: "quotient", part, base };
}
