import type { Exact } from "../../../model/exact";
import { type BandLine, bandsPart } from "../bands";
import type { Frame } from "../frame";
import { sameSubject } from "../same-subject";
import { longer } from "../share-surroundings";
import { LETTER } from "../words/case-words";
import { unlessRefused } from "../words/problem";
import type { Composed } from "./composed";
import type { Line } from "./line";

interface List {
  readonly lines: readonly BandLine[];
  readonly otherwise: Exact | null;
  readonly subject: string;
}

/**
 * ≥90%得5分；80%（含）-90%得4分；其余不得分: fixed marks under ranges of one figure (SPEC L6). `named` is what a definition or
 * heading calls the figure where the lines do not. Null where a line says anything else, or the list does not resolve.
 */
export function listBody(lines: readonly Line[], named: string, frame: Frame): Extract<Composed, { ok: true }> | null {
  const list = listOf(lines);
  if (!list) return null;
  const subject = list.subject === "" ? named : list.subject;
  const part = unlessRefused(() => bandsPart(list.lines, list.otherwise, subject, frame));
  return part && { ok: true, clauses: part.clauses, named: part.ambiguities };
}

function listOf(lines: readonly Line[]): List | null {
  const bands: BandLine[] = [];
  let otherwise: Exact | null = null;
  let subject = "";
  for (const { condition, then, at } of lines) {
    const [piece, ...more] = condition;
    if (!("marks" in then) || !piece || more.length > 0) return null;
    // X stands for the one figure
    const name = piece.is === "range" && !LETTER.test(piece.subject) ? piece.subject : "";
    if (piece.is === "range" && otherwise === null && sameSubject(subject, name)) {
      bands.push({ range: piece.range, score: then.marks, at });
      subject = longer(subject, name);
    } else if (piece.is === "rest" && otherwise === null && bands.length > 0) otherwise = then.marks;
    else return null;
  }
  return bands.length > 0 ? { lines: bands, otherwise, subject } : null;
}
