import { pathKey } from "../model/path";
import { nameKey } from "../model/text";
import type { Indicator, ScoringTable } from "../model/scoring-table";
import type { PackFile, PackIndicator } from "../rules/packs/schema";

/** Instead of names: every indicator below the levels that the entry names under `under`. */
export const EVERY_NAME = "*";

/** The entry of a pack for an indicator: by its names, and by the levels above it where the pack names them. */
export type PackMatcher = (path: readonly string[]) => PackIndicator | null;

export function packMatcher(pack: PackFile): PackMatcher {
  const byName = new Map<string, PackIndicator[]>();
  for (const indicator of pack.indicators) {
    for (const name of indicator.names) {
      const key = nameKey(name);
      byName.set(key, [...(byName.get(key) ?? []), indicator]);
    }
  }
  return (path) => {
    const parents = new Set(path.slice(0, -1).map(nameKey));
    const fits = ({ under }: PackIndicator): boolean => !under || under.some((parent) => parents.has(nameKey(parent)));
    const named = (byName.get(nameKey(path.at(-1) ?? "")) ?? []).filter(fits);
    // An entry for this place says more than one for any place.
    const placed = named.filter(({ under }) => under !== undefined);
    const [first, ...rest] =
      [placed, named, (byName.get(EVERY_NAME) ?? []).filter(fits)].find((list) => list.length > 0) ?? [];
    // Two official rules that fit equally well give none: a silent choice would be a guess.
    return first && rest.length === 0 ? first : null;
  };
}

/** The indicator of a template for one of a table: by its path, or by the last name where only one bears it. */
export type TemplateMatcher = (path: readonly string[]) => Indicator | null;

export function templateMatcher(template: ScoringTable): TemplateMatcher {
  const byPath = new Map<string, Indicator>();
  const byName = new Map<string, Indicator | null>();
  for (const indicator of template.indicators) {
    byPath.set(pathKey(indicator.path), indicator);
    const name = nameKey(indicator.path.at(-1) ?? "");
    byName.set(name, byName.has(name) ? null : indicator);
  }
  return (path) => byPath.get(pathKey(path)) ?? byName.get(nameKey(path.at(-1) ?? "")) ?? null;
}
