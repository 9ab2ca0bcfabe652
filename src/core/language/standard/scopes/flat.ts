import { droppedCase, type Whole } from "./extras";
import { ZERO } from "../../../model/exact";
import type { Clause } from "../../../rules/clause";
import type { Applicability } from "../../../rules/rule";
import { classify } from "./awards";
import type { Awards } from "./awarded";
import { readCases } from "./cases";
import { overChange } from "./changes";
import { deductedLevels } from "./deducted-levels";
import { type Frame, type Item, itemsOf, textOf, unused, use } from "./frame";
import { readJoint } from "./joint";
import { readLines } from "./lines";
import { lossesPart } from "./losses";
import { type Notes, notesOf } from "./notes";
import { overBudget } from "./overruns";
import { refuse } from "../words/problem";
import { readRaised } from "./raised";
import { LOSES_ITS_OWN } from "../words/point-words";
import { problems } from "../words/problems";
import { readShared, readTiers } from "./shared-points";
import { readShare } from "./shares";
import { RATE_ENDING } from "../words/note-words";

/** Reads statements that make one score together; every statement must find its place (SPEC L2). */
export function readFlat(printed: readonly Item[], frame: Frame): Whole {
  const statements = printed.map(({ statement }) => statement);
  const rewritten = overBudget(statements, frame) ?? overChange(statements, frame);
  if (!rewritten) return readItems(printed, frame);
  const whole = readItems(itemsOf(deductedLevels(rewritten.statements, frame)), frame);
  return { ...whole, ambiguities: [...whole.ambiguities, ...rewritten.named] };
}

function readItems(items: readonly Item[], frame: Frame): Whole {
  for (const item of unused(items, "stated")) {
    if (!item.statement.value.equals(frame.full))
      refuse(item.statement.at, problems.statedFull(item.statement.value, frame.full));
    item.used = true;
  }
  const dropped = droppedWhere(items, frame);
  const notes = notesOf(items, frame);
  const joint = readJoint(items, frame);
  const whole = joint ?? readBody(items, classify(items, frame), notes, frame);
  refuseLeftovers(items, notes, whole.clauses, frame);
  if (dropped && whole.applicability) refuse(dropped.at, problems.repeated);
  return dropped ? { ...whole, applicability: dropped.applicability } : whole;
}

/** 没有此项工作的不适用: a case without a score of its own, which the setting treats. */
function droppedWhere(items: readonly Item[], frame: Frame): { at: number; applicability: Applicability } | null {
  let found: { at: number; applicability: Applicability } | null = null;
  for (const item of unused(items, "note")) {
    const applicability = droppedCase(textOf(item.statement.tokens, frame));
    if (!applicability) continue;
    if (found) refuse(item.statement.at, problems.repeated);
    found = { at: item.statement.at, applicability };
    item.used = true;
  }
  return found;
}

function readBody(items: readonly Item[], awards: Awards, given: Notes, frame: Frame): Whole {
  const notes = withoutAnnouncement(items, awards, given, frame);
  const raised = readRaised(items, awards, notes, frame);
  if (raised) return raised;
  if (unused(items, "formula").length > 0 || unused(items, "proportion").length > 0)
    return readShare(items, awards, notes, frame);
  if (unused(items, "deduct").length > 0) return lossesPart(items, awards, notes, frame);
  if (awards.ranges.length > 0) return readTiers(awards, frame);
  if (awards.shared.length > 0) return readShared(items, awards, frame);
  if (awards.lines.length > 0) return readLines(items, awards, notes, frame);
  if (awards.cases.length > 0 || awards.rests.length > 0) return readCases(items, awards, notes, frame);
  const [first] = items;
  return refuse(first?.statement.at ?? 0, problems.noScores);
}

/** 根据实际完成率打分，100%得10分，每下降…: the first words only say what is scored. */
function withoutAnnouncement(items: readonly Item[], awards: Awards, notes: Notes, frame: Frame): Notes {
  const [only, ...more] = unused(items, "proportion");
  const detailed =
    unused(items, "deduct").length > 0 ||
    awards.lines.some(({ score }) => !score.equals(ZERO) && !score.equals(frame.full));
  if (!only || more.length > 0 || !detailed || only.statement.loss || only.statement.condition.length > 0) return notes;
  const words = textOf(only.statement.base, frame);
  if (!RATE_ENDING.test(words)) return notes;
  use([only]);
  return notes.subject === "" ? { ...notes, subject: words } : notes;
}

/** Whatever carries a meaning and was not used refuses the text at that place. */
function refuseLeftovers(items: readonly Item[], notes: Notes, clauses: readonly Clause[], frame: Frame): void {
  const points = clauses.every((clause) => clause.kind === "checklist" && clause.mode === "award");
  const rates = clauses.some(
    (clause) => clause.kind === "bands" || clause.kind === "stepDeduct" || clause.kind === "proportional",
  );
  for (const item of items) {
    if (item.used) continue;
    const { statement } = item;
    if (
      statement.type === "marker" ||
      statement.type === "tail" ||
      statement.type === "cap" ||
      statement.type === "heading"
    )
      continue;
    if (statement.type !== "note") refuse(statement.at, problems.leftover);
    if (points && LOSES_ITS_OWN.test(textOf(statement.tokens, frame))) continue;
    notes.mustBeHarmless(statement, rates);
  }
}
