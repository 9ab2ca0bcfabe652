import { maxExact, sumExact, ZERO, type Exact } from "../../../model/exact";
import { clauseInputs } from "../../../rules/score";
import { readFlat } from "./flat";
import type { Whole } from "./extras";
import { joined } from "./lines";
import { itemsOf, marksOf, textOf, type Frame } from "./frame";
import { headingName } from "./notes";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { readRange } from "../conditions/range";
import { sameSubject } from "../words/same-subject";
import type { Statement } from "../clauses/tree";
import type { RuleInput } from "../../../rules/rule-input";
import { ONE_ITEM } from "../words/award-words";

interface Section {
  readonly statements: Statement[];
  readonly name: string;
  readonly mark: Exact | null;
}

/**
 * Parts under list numbers or headings, each with a rule and marks of its own that add up to the full mark (SPEC L9).
 * Null where the text has no such parts and is one rule.
 */
export function readSections(statements: readonly Statement[], frame: Frame): Whole | null {
  const sections = split(statements, frame);
  if (!sections || sections.parts.length < 2) return null;
  const { parts, prelude } = sections;
  const marks = parts.map((part) => part.mark ?? bestOf(part.statements, frame));
  if (marks.some((mark) => mark === null || mark.compare(ZERO) <= 0)) return null;
  const known = marks.filter((mark) => mark !== null);
  if (!sumExact(known).equals(frame.full)) return null;
  if (parts.every(isPlainPoint) || isOneList(parts) || closesWithMissing(parts, frame)) return null;
  for (const statement of prelude)
    if (!["note", "heading", "stated"].includes(statement.type)) refuse(statement.at, problems.leftover);
  for (const statement of prelude)
    if (statement.type === "stated" && !statement.value.equals(frame.full))
      refuse(statement.at, problems.statedFull(statement.value, frame.full));
  closingLoss(parts, frame);
  const read = (headings: readonly string[]): Whole[] =>
    parts.map((part, i) =>
      readFlat(itemsOf(part.statements), {
        ...frame,
        full: known[i] ?? frame.full,
        name: null,
        heading: headings[i] ?? "",
      }),
    );
  const named = read(parts.map(({ name }) => name));
  const wholes = askedTwice(named, JUDGED) ? read(parts.map(({ name }, i) => name || `第${String(i + 1)}项`)) : named;
  for (const [i, whole] of wholes.entries())
    if (whole.gate ?? whole.applicability) refuse(parts[i]?.statements[0]?.at ?? 0, problems.mixed);
  if (askedTwice(wholes, () => true)) refuse(parts[0]?.statements[0]?.at ?? 0, problems.repeated);
  if (wholes.some(({ combine, clauses }) => combine !== "sum" && clauses.length > 1))
    refuse(parts[0]?.statements[0]?.at ?? 0, problems.twoSteps);
  return { ...joined(wholes), gate: null, applicability: null };
}

/** Two parts that ask under one name would take one answer for two questions. */
function askedTwice(wholes: readonly Whole[], which: (input: RuleInput) => boolean): boolean {
  const names = wholes.flatMap(({ clauses }) =>
    clauseInputs(clauses)
      .filter(which)
      .map(({ name }) => name),
  );
  return new Set(names).size !== names.length;
}

/** What a person answers can be told apart by its list number; a figure can not. */
const JUDGED = ({ type }: RuleInput): boolean => type === "yesNo" || type === "choice";

/** At the numbers of the outermost list, or else at headings. */
function split(
  statements: readonly Statement[],
  frame: Frame,
): { readonly parts: Section[]; readonly prelude: Statement[] } | null {
  const markers = statements.filter((statement) => statement.type === "marker");
  const style = markers[0]?.style;
  const byMarker = markers.filter((marker) => marker.style === style).length >= 2;
  const headings = statements.filter(
    (statement) =>
      statement.type === "heading" && (statement.mark !== null || headingName(textOf(statement.tokens, frame)) !== ""),
  );
  if (!byMarker && headings.length < 2) return null;
  const parts: Section[] = [];
  const prelude: Statement[] = [];
  for (const statement of statements) {
    const starts = byMarker ? statement.type === "marker" && statement.style === style : headings.includes(statement);
    const last = parts.at(-1);
    if (starts)
      parts.push(statement.type === "heading" ? sectionOf(statement, frame) : { statements: [], name: "", mark: null });
    else if (byMarker && last?.statements.length === 0 && last.name === "" && statement.type === "heading")
      parts[parts.length - 1] = sectionOf(statement, frame);
    else (last?.statements ?? prelude).push(statement);
  }
  return { parts, prelude };
}

const sectionOf = (heading: Statement & { type: "heading" }, frame: Frame): Section => ({
  statements: [],
  name: headingName(textOf(heading.tokens, frame)),
  mark: heading.mark,
});

/** The best printed score of a part; null where it prints none in marks. */
function bestOf(statements: readonly Statement[], frame: Frame): Exact | null {
  let best: Exact | null = null;
  for (const statement of statements) {
    if (statement.type === "stated") return statement.value;
    if (statement.type !== "award") continue;
    if (statement.amount.type !== "marks") return null;
    const score = marksOf(statement.amount, frame, statement.at);
    best = best === null ? score : maxExact(best, score);
  }
  return best;
}

/** One worded condition with its marks: a point of a checklist. */
const isPlainPoint = ({ statements, mark }: Section): boolean => {
  const awards = statements.filter(
    ({ type }) => type === "award" || type === "deduct" || type === "proportion" || type === "formula",
  );
  const [first] = awards;
  if (mark !== null && awards.length > 0) return false;
  return awards.every(
    (award) =>
      award.type === "award" &&
      (award === first ? readRange(award.condition) === null && !award.all : award.condition[0]?.type === "rest"),
  );
};

/** ①…1分；②…1分。每缺一项扣1分: the last sentence speaks of all the points, not of the last one. */
function closesWithMissing(parts: readonly Section[], frame: Frame): boolean {
  const last = parts.at(-1)?.statements.findLast(({ type }) => type !== "tail" && type !== "note");
  if (last?.type !== "deduct") return false;
  const deducts = parts.flatMap(({ statements }) => statements.filter(({ type }) => type === "deduct"));
  return deducts.length === 1 && ONE_ITEM.test(textOf(last.condition, frame));
}

/** ①…5分；②…5分。制度缺失扣5分: a sentence after the list that takes marks off may mean any part. */
function closingLoss(parts: readonly Section[], frame: Frame): void {
  const losing = parts.filter(({ statements }) => statements.some(({ type }) => type === "deduct"));
  const [only] = losing;
  if (!only || losing.length > 1 || only !== parts.at(-1)) return;
  const first = only.statements.findIndex(({ type }) => type === "deduct");
  const loss = only.statements[first];
  const scored = only.statements.slice(0, first).some(({ type }) => type === "award");
  if (loss && scored && frame.text.charAt(loss.at - 1) === "。") refuse(loss.at, problems.mixed);
}

/** 1. 90%以上得5分 2. 80%-90%得4分: the numbers only count the lines of one list. */
function isOneList(parts: readonly Section[]): boolean {
  let subject = "";
  for (const { statements } of parts) {
    const awards = statements.filter((statement) => statement.type === "award");
    if (awards.length !== 1 || awards.length !== statements.filter(({ type }) => type !== "note").length) return false;
    const range = readRange(awards[0]?.condition ?? []);
    const name = range?.subject?.name ?? "";
    if (!range || !sameSubject(subject, name)) return false;
    subject = name === "" ? subject : name;
  }
  return true;
}
