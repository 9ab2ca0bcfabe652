import { maxExact, sumExact, ZERO, type Exact } from "../../../model/exact";
import type { Checklist, Clause } from "../../../rules/clause";
import { inputName, type Frame } from "./frame";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { DOES_SOMETHING, FIGURE_ALONE, OPPOSITE } from "../words/award-words";

/** One worded case with its marks: 无结余，3分. */
export interface Case {
  readonly words: string;
  readonly score: Exact;
  readonly at: number;
  /** 否则, 其余. */
  readonly rest: boolean;
  /** Stands under a list marker of its own. */
  readonly listed: boolean;
}

/**
 * Worded cases: points that add up, levels of which one holds, or one condition. The marks tell which: points add up to
 * the full mark, of levels the best one is the full mark (SPEC L8).
 */
export function caseClause(cases: readonly Case[], frame: Frame): Clause {
  const merged = attachElse(withoutOpposites(cases));
  const [first] = merged;
  if (!first) throw new Error("no cases");
  for (const [i, one] of merged.entries()) {
    if (one.words === "" && !one.rest) refuse(one.at, problems.noCondition);
    if (isFigureAlone(one)) refuse(one.at, problems.figureAlone);
    if (merged.slice(0, i).some(({ words }) => words === one.words)) refuse(one.at, problems.repeated);
  }
  const positive = merged.filter(({ score }) => score.compare(ZERO) > 0);
  const sum = sumExact(merged.map(({ score }) => score));
  const best = merged.map(({ score }) => score).reduce(maxExact, ZERO);
  if (positive.length === 1 && merged.length <= 2 && best.equals(frame.full)) return binaryClause(merged, frame);
  const [one, other] = merged;
  if (
    one &&
    other?.rest &&
    merged.length === 2 &&
    !one.rest &&
    one.score.equals(frame.full) &&
    other.score.compare(one.score) < 0
  )
    return binaryClause(merged, frame);
  if (
    positive.length >= 2 &&
    sum.equals(frame.full) &&
    merged.every(({ rest, score }) => !rest || score.equals(ZERO))
  ) {
    if (positive.length !== merged.length && !merged.every(({ score, rest }) => score.compare(ZERO) > 0 || rest))
      refuse(first.at, problems.ordinalOrder);
    return awardList(
      positive.map(({ words, score }) => ({ words, mark: score })),
      frame,
    );
  }
  if (best.equals(frame.full)) {
    if (
      merged.filter(({ listed }) => listed).length === merged.length &&
      positive.length > 1 &&
      positive.every(({ score }) => score.equals(frame.full))
    )
      refuse(first.at, problems.above(sum, frame.full));
    if (positive.length > 1 && positive.every(({ score }) => score.equals(best)))
      refuse(first.at, problems.ordinalOrder);
    return ordinalClause(merged, frame);
  }
  const order = sum.compare(frame.full);
  return refuse(
    first.at,
    order > 0 || best.compare(frame.full) > 0
      ? problems.above(best.compare(frame.full) > 0 ? best : sum, frame.full)
      : problems.below(sum, frame.full),
  );
}

/** 资金到位率6分: a rate is neither met nor missed; 提高资金使用率 is. */
const isFigureAlone = ({ words, score, rest }: Case): boolean =>
  !rest && score.compare(ZERO) > 0 && FIGURE_ALONE.test(words) && !DOES_SOMETHING.test(words);

/** 一致得3分，不一致不得分；合理得5分，不合理不得分: the opposite of a point says nothing new. */
function withoutOpposites(cases: readonly Case[]): readonly Case[] {
  if (cases.length < 4 || cases.length % 2 !== 0) return cases;
  const paired = cases.every(({ score, words }, i) =>
    i % 2 === 0 ? score.compare(ZERO) > 0 : score.equals(ZERO) && OPPOSITE.test(words),
  );
  return paired ? cases.filter((_, i) => i % 2 === 0) : cases;
}

/** 否则不得分 right after a point says no more than the point does, when there are several points. */
function attachElse(cases: readonly Case[]): readonly Case[] {
  const points = cases.filter(({ rest }) => !rest);
  const elses = cases.filter(({ rest, score }) => rest && score.equals(ZERO));
  if (
    elses.length > 1 ||
    (elses.length === 1 &&
      points.length > 1 &&
      sumExact(points.map(({ score }) => score)).compare(ZERO) > 0 &&
      elses.length < points.length &&
      !cases.at(-1)?.rest)
  ) {
    return cases.filter(({ rest, score }) => !(rest && score.equals(ZERO)));
  }
  return cases;
}

function binaryClause(cases: readonly Case[], frame: Frame): Clause {
  const pass = cases.find(({ score }) => score.compare(ZERO) > 0);
  const fail = cases.find((one) => one !== pass);
  if (!pass) throw new Error("a binary needs a case with marks");
  if (pass.rest) return ordinalClause(cases, frame);
  return {
    kind: "binary",
    condition: { name: inputName(pass.words, { ...frame, name: null }), type: "yesNo", unit: null },
    pass: pass.score,
    fail: fail?.score ?? ZERO,
  };
}

function ordinalClause(cases: readonly Case[], frame: Frame): Clause {
  const options = cases.map(({ words, rest }) => (rest && words === "" ? "其他情况" : words));
  return {
    kind: "ordinal",
    choice: { name: inputName("", frame, "档次"), type: "choice", unit: null, options },
    scores: cases.map(({ score }) => score),
  };
}

export interface Point {
  readonly words: string;
  readonly mark: Exact;
}

export function awardList(points: readonly Point[], frame: Frame): Checklist {
  return { kind: "checklist", mode: "award", full: frame.full, items: itemsOf(points, frame) };
}

/** 每缺一项扣1分 over listed points. */
export function deductList(words: readonly string[], mark: Exact, frame: Frame): Checklist {
  return {
    kind: "checklist",
    mode: "deduct",
    full: frame.full,
    items: itemsOf(
      words.map((one) => ({ words: one, mark })),
      frame,
    ),
  };
}

const itemsOf = (points: readonly Point[], frame: Frame): Checklist["items"] =>
  points.map(({ words, mark }) => ({
    input: { name: inputName(words, { ...frame, name: null }), type: "yesNo", unit: null },
    mark,
  }));
