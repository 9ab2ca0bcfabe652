import type { Prose } from "../text/prose";
import type { PartsRelation, Statement } from "../types";
import { groupBySentence } from "./by-sentence";
import { impliedParts, totalsOfPosts } from "./implied-parts";
import { listOpenings } from "./list-openings";
import { openedList } from "./opened-list";
import { scoreGroups } from "./score-groups";
import { readTotals } from "./totals";

/** Every list of parts with its whole, and what its sum comes to (REPORT.md, grammar `parts`). */
export function readParts(prose: Prose, statements: readonly Statement[]): readonly PartsRelation[] {
  const bySentence = groupBySentence(statements);
  const opened = listOpenings(prose, statements).flatMap((opening) => openedList(prose, bySentence, opening) ?? []);
  const known = new Set(opened.map(({ whole }) => whole));
  const groups = scoreGroups(prose, bySentence);
  const bound = new Set([...opened, ...groups].flatMap(({ whole, parts }) => [whole, ...parts]));
  const scores = new Set(groups.flatMap(({ parts }) => parts));
  const bare = [...bySentence.values()]
    .flatMap(impliedParts)
    .filter(({ whole, parts }) => !bound.has(whole) && !parts.some((part) => scores.has(part)));
  const totals = totalsOfPosts(statements).filter(({ whole }) => !known.has(whole));
  return onceEach([...opened, ...readTotals(prose, statements), ...groups, ...bare, ...totals]);
}

/** One list is told once, however many words open it: by the reading that concludes most. */
function onceEach(relations: readonly PartsRelation[]): readonly PartsRelation[] {
  const best = new Map<Statement | undefined, PartsRelation>();
  for (const relation of relations) {
    const known = best.get(relation.parts[0]);
    if (!known || RANK[relation.verdict.is] < RANK[known.verdict.is]) best.set(relation.parts[0], relation);
  }
  return [...best.values()];
}

const RANK = { holds: 0, contradicts: 1, open: 2 } as const;
