import type { DefinedName, WorkbookSnapshot } from "../../workbook/snapshot";
import { sameFormula } from "../../workbook/cell-content";
import { areaReference, isTagName, TAG_PREFIX, ourDefinedNames } from "../../ours/tags";
import type { SheetArea } from "../../workbook/sheet-area";
import type { PlanStep } from "../../workbook/write-plan";
import type { WantedName } from "./wanted";
import type { Refusal } from "./plan-result";

/** The tag that says which cells of ours stand where, as `taggedArea` reads it. */
export const areaTag = (group: string, part: string, area: SheetArea): WantedName => ({
  name: `${TAG_PREFIX}${group}.${part}`,
  refersTo: areaReference(area),
  hidden: true,
});

/** The tag by which a visible name of ours is told from the unit's. */
export const nameTag = (name: string): WantedName => ({
  name: `${TAG_PREFIX}name.${name}`,
  refersTo: "TRUE",
  hidden: true,
});

export interface NameDifference {
  readonly define: readonly PlanStep[];
  readonly remove: readonly PlanStep[];
  readonly refusals: readonly Refusal[];
}

/** `isLeft` says of a tag that is not planned whether it stays, since planning does not know what it stands for. */
export function namesDifference(
  book: WorkbookSnapshot,
  target: readonly WantedName[],
  isLeft: (name: DefinedName) => boolean,
): NameDifference {
  const present = new Map<string, DefinedName>();
  for (const name of book.names) if (name.scope === null) present.set(name.name.toLowerCase(), name);
  const tagged = ourDefinedNames(book);
  const isOurs = ({ name }: DefinedName): boolean => isTagName(name) || tagged.has(name.toLowerCase());
  const define: PlanStep[] = [];
  const refusals: Refusal[] = [];
  const planned = new Set<string>();
  for (const { name, refersTo, hidden } of target) {
    planned.add(name.toLowerCase());
    const found = present.get(name.toLowerCase());
    if (found && sameFormula(found.refersTo, refersTo) && found.hidden === hidden) continue;
    if (found && !isOurs(found)) refusals.push({ kind: "name-taken", name, refersTo: found.refersTo });
    else define.push({ do: "defineName", name, scope: null, refersTo, hidden, expect: found?.refersTo ?? null });
  }
  const remove = book.names.flatMap((found): PlanStep[] => {
    const isPlanned = found.scope === null && planned.has(found.name.toLowerCase());
    if (isPlanned || !isOurs(found) || isLeft(found)) return [];
    return [{ do: "removeName", name: found.name, scope: found.scope, expect: found.refersTo }];
  });
  return { define, remove, refusals };
}
