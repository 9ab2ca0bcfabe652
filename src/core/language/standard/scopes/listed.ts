import { ZERO } from "../../../model/exact";
import type { Statement } from "../clauses/tree";
import { type Frame, itemsOf } from "./frame";
import { notesOf } from "./notes";
import { problems } from "../words/problems";
import type { Fault } from "./composed";
import { type Line, lineOf } from "./line";

const BESIDE: ReadonlySet<string> = new Set(["marker", "cap", "tail", "heading"]);

/**
 * The lines of a text that is one list: every statement is a line, a remark or a bound that says nothing new; else why not.
 */
export function linesOf(statements: readonly Statement[], frame: Frame): readonly Line[] | Fault {
  const lines: Line[] = [];
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
      notes.mustBeHarmless(statement, true);
      continue;
    }
    const line = lineOf(statement, index, frame);
    if (!line) return { ok: false, at: statement.at, why: problems.condition };
    lines.push(line);
  }
  return lines;
}

export const isFault = (read: readonly Line[] | Fault): read is Fault => "why" in read;

/** 最高不超过分值, 最低0分. */
const isBound = ({ which, of, amount }: Extract<Statement, { type: "limit" }>, frame: Frame): boolean =>
  which === "most"
    ? of === "score" && (amount.type === "full" || (amount.type === "marks" && amount.value.equals(frame.full)))
    : amount.type === "marks" && amount.value.equals(ZERO);
