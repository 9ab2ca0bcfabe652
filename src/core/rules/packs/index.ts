import { fail, type Result } from "../../model/result";
import frameworkText from "./department-framework-2013.yaml";
import hunanText from "./department-hunan.yaml";
import platformText from "./project-platform.yaml";
import projectText from "./project.yaml";
import { readPack, type PackProblem } from "./read-pack";
import type { PackFile } from "./schema";

/** The packs that come with Pinghe, by id. Each is read when first asked for. */
const BUILT_IN: Readonly<Record<string, string>> = {
  "department-framework-2013": frameworkText,
  "department-hunan": hunanText,
  project: projectText,
  "project-platform": platformText,
};

export const BUILT_IN_PACKS: readonly string[] = Object.keys(BUILT_IN);

/** What the built-in texts say, which never changes: each is read once, however many reviews ask. */
const READ_PACKS = new Map<string, PackFile>();

/** A built-in pack, or null where no pack has this id. A built-in pack that does not read is a bug. */
export function builtInPack(id: string): PackFile | null {
  const text = BUILT_IN[id];
  if (text === undefined) return null;
  const known = READ_PACKS.get(id);
  if (known) return known;
  const read = loadPack(text);
  if (!read.ok) throw new Error(`built-in pack ${id}: ${JSON.stringify(read.failure)}`);
  READ_PACKS.set(id, read.value);
  return read.value;
}

/** Reads a pack file of the user's own; what it extends is taken over from the built-in pack of that id. */
export function loadPack(text: string): Result<PackFile, readonly PackProblem[]> {
  const read = readPack(text);
  if (!read.ok || read.value.extends === undefined) return read;
  const base = builtInPack(read.value.extends);
  if (!base) return fail([{ line: 1, path: "extends", message: `no built-in pack is called ${read.value.extends}` }]);
  return { ok: true, value: extended(base, read.value) };
}

/** Own entries win over those of the base with the same id; the rest of the base follows. */
function extended(base: PackFile, own: PackFile): PackFile {
  const merged = <T extends { readonly id: string }>(mine: readonly T[], theirs: readonly T[]): T[] => [
    ...mine,
    ...theirs.filter((item) => !mine.some((other) => other.id === item.id)),
  ];
  return {
    ...base,
    ...own,
    settings: { ...base.settings, ...own.settings },
    indicators: merged(own.indicators, base.indicators),
    caps: merged(own.caps, base.caps),
    deviations: merged(own.deviations, base.deviations),
  };
}
