import { ONE, ratio, ZERO, type Exact } from "../../../model/exact";
import type { Cases, Checklist } from "../../../rules/clause";
import type { RuleInput } from "../../../rules/rule-input";
import type { Statement, StatementOf } from "../clauses/tree";
import { bareWords } from "../conditions/question";
import { type Frame, textOf } from "./frame";
import {
  ALL_MET,
  ANY_MISSING,
  ELEMENT_REFERENCE,
  EVERY_ELEMENT,
  LISTED_ELEMENTS,
  MISSING_ONE,
  NONE_MET,
  NUMBERED,
} from "../words/case-words";
import { problems } from "../words/problems";
import { type Composed, missesMark } from "./composed";

/** An element of a list: its number and its words. */
export interface Element {
  readonly ordinal: number;
  readonly words: string;
}

/**
 * Elements without marks of their own, printed here or in a neighbouring cell, and sentences that score them: all of them
 * together, each by its number, or each alike (SPEC L26). Null where the text lists none.
 */
export function elementsBody(statements: readonly Statement[], frame: Frame): Composed | null {
  const numbered = elementsIn(statements, frame);
  const here = numbered.elements.length >= 2 ? numbered : sentencesIn(statements, frame);
  const elements = here.elements.length >= 2 ? here.elements : (frame.elements ?? []);
  const scored = (here.elements.length >= 2 ? here.rest : statements).filter(({ type }) => type !== "tail");
  if (elements.length < 2 || scored.length === 0) return null;
  const read =
    allOrNothing(elements, scored, frame) ?? byNumber(elements, scored, frame) ?? eachAlike(elements, scored, frame);
  const reference = scored.find((one) => isAward(one) && ELEMENT_REFERENCE.test(conditionOf(one, frame)));
  // 符合①得2分 beside something else: read without the list, the words of its elements would be lost
  return read ?? (reference && here.elements.length >= 2 ? { ok: false, at: reference.at, why: problems.mixed } : null);
}

/** Markers that are followed by words without a score, and what stands behind the list. */
function elementsIn(
  statements: readonly Statement[],
  frame: Frame,
): { readonly elements: readonly Element[]; readonly rest: readonly Statement[] } {
  const elements: Element[] = [];
  const used = new Set<Statement>();
  for (const [i, statement] of statements.entries()) {
    const next = statements[i + 1];
    if (statement.type !== "marker" || next?.type !== "note") continue;
    elements.push({ ordinal: statement.ordinal, words: bareWords(textOf(next.tokens, frame)) });
    used.add(statement).add(next);
  }
  const first = statements.find((one) => used.has(one));
  const rest = statements.filter((one) => !used.has(one) && !(first && one.at < first.at && isHeading(one, frame)));
  return { elements, rest };
}

/** 立项符合法规；与职责相符；属于支持范围。每符合一项得…: sentences without numbers, before the one that scores each of them. */
function sentencesIn(
  statements: readonly Statement[],
  frame: Frame,
): { readonly elements: readonly Element[]; readonly rest: readonly Statement[] } {
  const scores = statements.findIndex((one) => isAward(one) && isEach(one, frame));
  const notes = statements.slice(0, Math.max(scores, 0)).filter(({ type }) => type !== "heading");
  const named = notes.every((one) => one.type === "note" && !LISTED_ELEMENTS.test(textOf(one.tokens, frame)));
  if (scores < 2 || !named || statements.some(({ type }) => type === "marker"))
    return { elements: [], rest: statements };
  const elements = notes.map((note, i): Element => ({
    ordinal: i + 1,
    words: note.type === "note" ? bareWords(textOf(note.tokens, frame)) : "",
  }));
  return { elements, rest: statements.slice(scores) };
}

/** 评价要点：, or words before the list that say what it lists. */
const isHeading = (statement: Statement, frame: Frame): boolean =>
  statement.type === "heading" || (statement.type === "note" && LISTED_ELEMENTS.test(textOf(statement.tokens, frame)));

const asked = ({ words }: Element): RuleInput => ({ name: words, type: "yesNo", unit: null });

type Award = StatementOf<"award">;
const isAward = (statement: Statement): statement is Award => statement.type === "award" && !statement.bonus;

function marksOf({ amount }: Award, frame: Frame): Exact | null {
  if (amount.type === "marks") return amount.value;
  if (amount.type === "share") return frame.full.mul(amount.share);
  return amount.type === "full" ? frame.full : null;
}

/** 以上三条须同时具备得3分，缺少任意一条不得分. */
function allOrNothing(elements: readonly Element[], scored: readonly Statement[], frame: Frame): Composed | null {
  const [all, none, ...more] = scored;
  if (!all || !isAward(all) || more.length > 0 || !ALL_MET.test(conditionOf(all, frame))) return null;
  if (none && !(isAward(none) && isNothing(none, frame))) return null;
  if (!counts(conditionOf(all, frame), elements)) return { ok: false, at: all.at, why: problems.itemMarks };
  const marks = marksOf(all, frame);
  if (!marks?.equals(frame.full)) return { ok: false, at: all.at, why: problems.below(marks ?? ZERO, frame.full) };
  const yes = { value: ONE, closed: true };
  const clause: Cases = {
    kind: "cases",
    lines: [{ when: elements.map((one) => ({ input: asked(one), low: yes, high: yes })), then: frame.full }],
    otherwise: ZERO,
    mark: frame.full,
  };
  return { ok: true, clauses: [clause], named: [] };
}

const conditionOf = (award: Award, frame: Frame): string => bareWords(textOf(award.condition, frame));

const isNothing = (award: Award, frame: Frame): boolean =>
  marksOf(award, frame)?.equals(ZERO) === true &&
  (award.condition[0]?.type === "rest" || ANY_MISSING.test(conditionOf(award, frame)));

/** A printed number of elements must be that of the list; no number says nothing. */
function counts(words: string, elements: readonly Element[]): boolean {
  const sign = NUMBERED.exec(words)?.[0];
  return sign === undefined || DIGITS.indexOf(sign) === elements.length || Number(sign) === elements.length;
}

const DIGITS = Array.from("〇一二三四五六七八九十");

/** 符合①得2分，符合②、③各得1分: every element once. */
function byNumber(elements: readonly Element[], scored: readonly Statement[], frame: Frame): Composed | null {
  const items: { readonly input: RuleInput; readonly mark: Exact; readonly ordinal: number }[] = [];
  for (const award of scored) {
    if (!isAward(award)) return null;
    const words = conditionOf(award, frame);
    const marks = marksOf(award, frame);
    if (!ELEMENT_REFERENCE.test(words) || !marks) return null;
    const numbers = Array.from(words).flatMap((sign) => circled(sign) ?? []);
    if (numbers.length > 1 && !award.all) return { ok: false, at: award.at, why: problems.itemMarks };
    for (const ordinal of numbers) {
      const element = elements.find((one) => one.ordinal === ordinal);
      if (!element || items.some((item) => item.ordinal === ordinal))
        return { ok: false, at: award.at, why: problems.repeated };
      items.push({ input: asked(element), mark: marks, ordinal });
    }
  }
  const [first] = scored;
  if (items.length !== elements.length) return { ok: false, at: first?.at ?? 0, why: problems.itemMarks };
  return checked(items, frame, first?.at ?? 0);
}

const circled = (sign: string): number | null => {
  const code = sign.charCodeAt(0) - 0x245f;
  return code >= 1 && code <= 20 ? code : null;
};

/** 每符合一条得分值的20%, 每项1分; beside it what says the same once more: 全部符合得满分, 缺一项扣1分. */
function eachAlike(elements: readonly Element[], scored: readonly Statement[], frame: Frame): Composed | null {
  const said = scored.filter(({ type }) => type !== "note");
  const awards = said.filter(isAward).filter((one) => isEach(one, frame));
  const [award, ...more] = awards;
  if (!award || more.length > 0) return null;
  const marks = marksOf(award, frame);
  if (!marks || !said.every((one) => one === award || repeats(one, marks, frame))) return null;
  const notes = scored.filter((one) => one.type === "note");
  if (notes.some((note) => !LISTED_ELEMENTS.test(textOf(note.tokens, frame)))) return null;
  if (!marks.mul(ratio(elements.length)).equals(frame.full))
    return { ok: false, at: award.at, why: problems.itemMarks };
  return checked(
    elements.map((one) => ({ input: asked(one), mark: marks })),
    frame,
    award.at,
  );
}

function isEach(award: Award, frame: Frame): boolean {
  const said = textOf(award.condition, frame).split(",");
  return EVERY_ELEMENT.test(said.at(-1) ?? "") && said.slice(0, -1).every((one) => LISTED_ELEMENTS.test(one));
}

/** 全部符合得满分, 均不符合不得分, 缺一项扣1分: true already where each is worth its marks. */
function repeats(one: Statement, marks: Exact, frame: Frame): boolean {
  if (one.type === "deduct")
    return (
      one.amount.type === "marks" &&
      one.amount.value.equals(marks) &&
      MISSING_ONE.test(bareWords(textOf(one.condition, frame)))
    );
  if (!isAward(one)) return false;
  const words = conditionOf(one, frame);
  const given = marksOf(one, frame);
  if (given?.equals(frame.full)) return ALL_MET.test(words);
  return given?.equals(ZERO) === true && (NONE_MET.test(words) || one.condition[0]?.type === "rest");
}

function checked(items: Checklist["items"], frame: Frame, at: number): Composed {
  const sum = items.reduce((total, { mark }) => total.add(mark), ZERO);
  const names = new Set(items.map(({ input }) => input.name));
  if (names.size < items.length) return { ok: false, at, why: problems.repeated };
  const missed = missesMark(sum, frame.full, at);
  if (missed) return missed;
  const clause: Checklist = {
    kind: "checklist",
    items: items.map(({ input, mark }) => ({ input, mark })),
    mode: "award",
    full: frame.full,
  };
  return { ok: true, clauses: [clause], named: [] };
}
