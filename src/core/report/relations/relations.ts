import type { Prose } from "../text/prose";
import type { Relation, Statement } from "../types";
import type { PassedNumber } from "../numbers/scan";
import { readCounts } from "./counts";
import { readDifferences } from "./differences";
import { readGrowth } from "./growth";
import { numbersOf } from "./numbers-of";
import { readParts } from "./parts";
import { readShares } from "./shares";

/** Everything that the text's own numbers say of each other. */
export function readRelations(
  prose: Prose,
  statements: readonly Statement[],
  passed: readonly PassedNumber[],
): readonly Relation[] {
  const lists = readParts(prose, statements);
  const unread = new Set(passed.flatMap(({ why, from }) => (UNREAD.has(why) ? prose.sentenceAt(from).index : [])));
  const relations: readonly Relation[] = [
    ...lists,
    ...readGrowth(prose, statements),
    ...readShares(prose, statements, lists),
    ...readDifferences(statements),
    ...readCounts(prose),
  ];
  return relations.map((one) => (one.is !== "count" && isBeside(one, unread) ? undecided(one) : one));
}

/** Numbers that nobody can tell: 1 2345万元, 120，130万元. */
const UNREAD: ReadonlySet<PassedNumber["why"]> = new Set(["parted", "grouping", "tooLong"]);

/** Whether it contradicts beside a number that was not read: that number may be the one it lacks. */
const isBeside = (
  relation: Relation & { is: Exclude<Relation["is"], "count"> },
  unread: ReadonlySet<number>,
): boolean => relation.verdict.is === "contradicts" && numbersOf(relation).some(({ sentence }) => unread.has(sentence));

const undecided = <R extends Relation>(relation: R): R => ({ ...relation, verdict: { is: "open", why: "unlike" } });
