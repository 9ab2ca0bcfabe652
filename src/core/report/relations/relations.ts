import type { Prose } from "../text/prose";
import type { Relation, Statement } from "../types";
import { readCounts } from "./counts";
import { readDifferences } from "./differences";
import { readGrowth } from "./growth";
import { readParts } from "./parts";
import { readShares } from "./shares";

/** Everything that the text's own numbers say of each other. */
export function readRelations(prose: Prose, statements: readonly Statement[]): readonly Relation[] {
  const lists = readParts(prose, statements);
  return [
    ...lists,
    ...readGrowth(prose, statements),
    ...readShares(prose, statements, lists),
    ...readDifferences(statements),
    ...readCounts(prose),
  ];
}
