import type { QuantitySource } from "../model/quantity";
import { absoluteA1, quoteSheet } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readOurs } from "../ours/read-ours";
import type { WantedQuantity } from "./collect";
import { definedNameFor, isPortableName } from "../formula/defined-name";
import { titleOf } from "./given-inputs";

/** Gives each quantity its defined name, the same on every run over the same workbook (SPEC Q4). */
export interface NameGiver {
  /** The name by which a link to the quantity's cell is kept, whoever else may hold it. */
  readonly wanted: (draft: WantedQuantity) => string;
  /** The name its value cell has or will get: never one that stands for something else of the unit's. */
  readonly given: (draft: WantedQuantity, source: QuantitySource | null) => string;
}

export function nameGiver(book: WorkbookSnapshot, printed: (draft: WantedQuantity) => string): NameGiver {
  const ours = new Set(
    readOurs(book).tags.flatMap(({ group, part }) => (group === "name" ? [part.toUpperCase()] : [])),
  );
  const theirs = new Map(book.names.map(({ name, refersTo }) => [name.toUpperCase(), refersTo]));
  const used = new Set<string>();
  const isFree = (name: string, cell: string | null): boolean => {
    if (used.has(name.toUpperCase())) return false;
    const refersTo = theirs.get(name.toUpperCase());
    return refersTo === undefined || ours.has(name.toUpperCase()) || refersTo === cell;
  };
  const wanted = (draft: WantedQuantity): string => definedNameFor(titleOf(draft), NOTHING_TAKEN);
  return {
    wanted,
    given: (draft, source) => {
      const cell = source && "at" in source ? `${quoteSheet(source.at.sheet)}!${absoluteA1(source.at)}` : null;
      const kept = printed(draft);
      const name =
        isPortableName(kept) && !used.has(kept.toUpperCase()) && theirs.has(kept.toUpperCase())
          ? kept
          : firstFree(titleOf(draft), (candidate) => isFree(candidate, cell));
      used.add(name.toUpperCase());
      return name;
    },
  };
}

const NOTHING_TAKEN: ReadonlySet<string> = new Set();

function firstFree(title: string, isFree: (name: string) => boolean): string {
  const taken = new Set<string>();
  for (;;) {
    const candidate = definedNameFor(title, taken);
    if (isFree(candidate)) return candidate;
    taken.add(candidate);
  }
}
