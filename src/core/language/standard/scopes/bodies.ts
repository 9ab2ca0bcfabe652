import type { Statement } from "../clauses/tree";
import { readFlat } from "./flat";
import type { Whole } from "./extras";
import { type Frame, itemsOf } from "./frame";
import { readSections } from "./sections";
import { unlessRefused } from "../words/problem";
import type { Token } from "../words/token";
import { caseList } from "./case-list";
import type { Composed } from "./composed";
import { datedBody } from "./dated-body";
import { directionBody } from "./direction-body";
import { elementsBody } from "./elements-body";
import { gapBody } from "./gap-body";
import { isFault, linesOf } from "./listed";
import { overBody } from "./over-body";
import { quotientBody } from "./quotient-body";
import { respectivelyBody } from "./respectively-body";
import { targetBody } from "./target-body";

/** One part of a text, as it is given to every body. */
export interface Given {
  readonly tokens: readonly Token[];
  readonly statements: readonly Statement[];
  /** The statements with unions split, and with losses in ranges as levels. */
  readonly levels: () => readonly Statement[];
  readonly frame: Frame;
}

/** One way in which clauses make one score; null where the clauses are none of its. */
export interface Body {
  readonly name: string;
  /** Asked before it is known which zeros are gates: the words that it takes could be taken for one. */
  readonly early?: true;
  /** A fault of it ends the reading: what comes later would pass something over. */
  readonly decides?: true;
  readonly read: (given: Given) => Composed | null;
}

/**
 * All ways, in the order in which they are asked: first those whose words another would pass over (elements listed apart from
 * their scores, two methods of which one would be lost), then parts and what the effects make together, then cases.
 */
export const BODIES: readonly Body[] = [
  { name: "direction", early: true, read: ({ tokens, frame }) => orNull(() => directionBody(tokens, frame)) },
  { name: "elements", early: true, decides: true, read: elements },
  { name: "gap", early: true, read: ({ statements, frame }) => orNull(() => gapBody(statements, frame)) },
  { name: "base", early: true, read: (given) => orNull(() => basedQuotient(given)) },
  { name: "respectively", read: ({ tokens, frame }) => respectivelyBody(tokens, frame) },
  { name: "sections", decides: true, read: ({ levels, frame }) => composedOf(readSections(levels(), frame)) },
  { name: "effects", read: ({ levels, frame }) => composedOf(readFlat(itemsOf(levels()), frame)) },
  { name: "dated", decides: true, read: ({ levels, frame }) => datedBody(levels(), frame) },
  { name: "over", decides: true, read: ({ levels, frame }) => overBody(levels(), frame) },
  { name: "cases", decides: true, read: cases },
];

/** What a body makes of a text; nothing where it makes nothing sound of it. */
function orNull(read: () => Composed | null): Composed | null {
  const composed = unlessRefused(read);
  return composed?.ok ? composed : null;
}

const composedOf = (whole: Whole | null): Composed | null => whole && { ok: true, named: whole.ambiguities, ...whole };

function elements({ tokens, statements, frame }: Given): Composed | null {
  const listed =
    frame.elements !== undefined || tokens.some(({ type }) => type === "marker") || statements.some(isNote);
  return listed ? unlessRefused(() => elementsBody(statements, frame)) : null;
}

const isNote = ({ type }: Statement): boolean => type === "note";

/** 得分=甲÷乙×8；乙为0的，得0分: the effects alone would take 甲÷乙 for one figure and the case for a cut of it. */
function basedQuotient({ statements, frame }: Given): Composed | null {
  if (!statements.some(({ type }) => type === "formula")) return null;
  const lines = linesOf(statements, frame);
  if (isFault(lines)) return null;
  const compares = lines.some(({ condition }) =>
    condition.some(({ is }) => is === "range" || is === "each" || is === "computed"),
  );
  return compares ? quotientBody(lines, isCapped(statements), frame) : null;
}

const isCapped = (statements: readonly Statement[]): boolean =>
  statements.some(({ type }) => type === "cap" || type === "limit");

function cases({ levels, frame }: Given): Composed | null {
  const statements = levels();
  const lines = linesOf(statements, frame);
  if (isFault(lines)) return lines;
  return targetBody(lines, frame) ?? quotientBody(lines, isCapped(statements), frame) ?? caseList(lines, frame);
}
