import { ZERO } from "../../../model/exact";
import type { Statement } from "../clauses/tree";
import { type Frame, itemsOf } from "../frame";
import { notesOf } from "../notes";
import { readStatements } from "../statements";
import { deductedLevels } from "../deducted-levels";
import { splitUnions } from "../unions";
import { problems } from "../words/problems";
import { unlessRefused, Unreadable } from "../words/problem";
import type { Token } from "../words/token";
import { caseList } from "./case-list";
import type { Composed } from "./composed";
import { datedBody } from "./dated-body";
import { directionBody } from "./direction-body";
import { elementsBody } from "./elements-body";
import { gapBody } from "./gap-body";
import { listBody } from "./list-body";
import { overBody } from "./over-body";
import { quotientBody } from "./quotient-body";
import { targetBody } from "./target-body";
import { type Line, lineOf } from "./line";

/** The lines of a text that is one list, and what stands beside them; null where something in it is no line. */
interface Listed {
  readonly lines: readonly Line[];
  readonly statements: readonly Statement[];
}

/** The statements of the tokens as they stand. */
const statementsOf = (tokens: readonly Token[], frame: Frame): readonly Statement[] =>
  deductedLevels(splitUnions(readStatements(tokens)), frame);

const BESIDE: ReadonlySet<string> = new Set(["marker", "cap", "tail", "heading"]);

/** Every statement as a line, a remark or a bound that says nothing new; else why not. */
function listOf(statements: readonly Statement[], frame: Frame): Listed | Extract<Composed, { ok: false }> {
  const lines: Line[] = [];
  const rates = true;
  const notes = notesOf(itemsOf(statements), frame);
  for (const [index, statement] of statements.entries()) {
    if (BESIDE.has(statement.type)) continue;
    if (statement.type === "stated") {
      if (!statement.value.equals(frame.full))
        return { ok: false, at: statement.at, why: problems.statedFull(statement.value, frame.full) };
      continue;
    }
    if (statement.type === "limit" && isBound(statement, frame)) continue;
    if (statement.type === "note") {
      notes.mustBeHarmless(statement, rates);
      continue;
    }
    const line = lineOf(statement, index, frame);
    if (!line) return { ok: false, at: statement.at, why: problems.condition };
    lines.push(line);
  }
  return { lines, statements };
}

/** 最高不超过分值, 最低0分. */
const isBound = ({ which, of, amount }: Extract<Statement, { type: "limit" }>, frame: Frame): boolean =>
  which === "most"
    ? of === "score" && (amount.type === "full" || (amount.type === "marks" && amount.value.equals(frame.full)))
    : amount.type === "marks" && amount.value.equals(ZERO);

/**
 * What must be read before anything else: elements listed apart from their scores, whose words would be passed over, and two
 * methods for two sides of the target, of which one would be lost.
 */
export const composeFirst = (tokens: readonly Token[], frame: Frame): Composed | null =>
  unlessRefused(() => {
    const directed = directionBody(tokens, frame);
    if (directed?.ok) return directed;
    const statements = readStatements(tokens);
    const listed =
      frame.elements !== undefined || tokens.some(({ type }) => type === "marker") || statements.some(isNote);
    const elements = listed ? elementsBody(statements, frame) : null;
    if (elements) return elements;
    const computed = gapBody(statements, frame) ?? basedQuotient(statements, frame);
    return computed?.ok ? computed : null;
  });

/** A list over one figure and nothing beside it but its definition; numbered lists may be parts. Null for any other text. */
export const composeList = (tokens: readonly Token[], frame: Frame): Extract<Composed, { ok: true }> | null =>
  unlessRefused(() => {
    if (!readStatements(tokens).every(({ type }) => type === "deduct" || LISTED.has(type))) return null;
    const statements = statementsOf(tokens, frame);
    if (statements.some(({ type }) => !LISTED.has(type))) return null;
    const listed = listOf(statements, frame);
    return "lines" in listed ? listBody(listed.lines, notesOf(itemsOf(statements), frame).subject, frame) : null;
  });

const LISTED: ReadonlySet<string> = new Set(["award", "note", "heading", "stated"]);

const isNote = ({ type }: Statement): boolean => type === "note";

/** 得分=甲÷乙×8；乙为0的，得0分: a reader of rates would take 甲÷乙 for one figure and the case for a cut of it. */
function basedQuotient(statements: readonly Statement[], frame: Frame): Composed | null {
  if (!statements.some(({ type }) => type === "formula")) return null;
  const listed = listOf(statements, frame);
  if (!("lines" in listed)) return null;
  const compares = listed.lines.some(({ condition }) =>
    condition.some(({ is }) => is === "range" || is === "each" || is === "computed"),
  );
  return compares ? quotientBody(listed.lines, isCapped(statements), frame) : null;
}

const isCapped = (statements: readonly Statement[]): boolean =>
  statements.some(({ type }) => type === "cap" || type === "limit");

/** One part of a text as the effects of its clauses compose, where no reader of a kind knows the whole of it. */
export function composePart(tokens: readonly Token[], frame: Frame): Composed {
  try {
    const statements = statementsOf(tokens, frame);
    const special = gapBody(statements, frame) ?? datedBody(statements, frame) ?? overBody(statements, frame);
    if (special) return special;
    const listed = listOf(statements, frame);
    if (!("lines" in listed)) return listed;
    const { lines } = listed;
    const { subject } = notesOf(itemsOf(statements), frame);
    return (
      targetBody(lines, frame) ??
      quotientBody(lines, isCapped(statements), frame) ??
      listBody(lines, subject, frame) ??
      caseList(lines, frame)
    );
  } catch (problem) {
    if (problem instanceof Unreadable) return { ok: false, at: problem.at, why: problem.wording };
    throw problem;
  }
}
