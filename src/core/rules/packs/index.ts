import { fail, succeed, type Result } from "../../model/result";
import chongqing from "./chongqing.yaml";
import framework from "./department-framework-2013.yaml";
import departmentForm from "./department-project-form.yaml";
import hunan from "./department-hunan.yaml";
import hubei from "./hubei.yaml";
import province from "./hunan-province.yaml";
import yueyang from "./hunan-yueyang.yaml";
import cost from "./project-cost.yaml";
import evaluation from "./project-evaluation-2020.yaml";
import projectFramework from "./project-framework-2013.yaml";
import platform from "./project-platform.yaml";
import sichuan from "./sichuan-form.yaml";
import transfer from "./project-transfer.yaml";
import project from "./project.yaml";
import { checkedPack, readPack, type PackProblem } from "./read-pack";
import { nameKey } from "../../model/text";
import type { PackFile, PackIndicator } from "./schema";

/** The packs that come with Pinghe, by id, parsed by the build. Each is checked when first asked for. */
const BUILT_IN: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["project", project],
  ["department-project-form", departmentForm],
  ["project-transfer", transfer],
  ["hubei", hubei],
  ["sichuan-form", sichuan],
  ["chongqing", chongqing],
  ["project-cost", cost],
  ["project-platform", platform],
  ["project-evaluation-2020", evaluation],
  ["project-framework-2013", projectFramework],
  ["department-framework-2013", framework],
  ["hunan-province", province],
  ["hunan-yueyang", yueyang],
  ["department-hunan", hunan],
]);

export const BUILT_IN_PACKS: readonly string[] = [...BUILT_IN.keys()];

/** The built-in packs never change: each is checked once, however many reviews ask. */
const READ_PACKS = new Map<string, PackFile>();

/** A built-in pack, or null where no pack has this id. A built-in pack that does not read is a bug. */
export function builtInPack(id: string): PackFile | null {
  const parsed = BUILT_IN.get(id);
  if (parsed === undefined) return null;
  const known = READ_PACKS.get(id);
  if (known) return known;
  const own = checkedPack(parsed);
  const base = own.extends === undefined ? null : builtInPack(own.extends);
  const pack = base ? extended(base, own) : own;
  READ_PACKS.set(id, pack);
  return pack;
}

/** Reads a pack file of the user's own; what it extends is taken over from the built-in pack of that id. */
export function loadPack(text: string): Result<PackFile, readonly PackProblem[]> {
  const read = readPack(text);
  if (!read.ok) return read;
  const whole = withBase(read.value);
  return whole.ok ? whole : fail([{ line: 1, path: "extends", ...whole.failure }]);
}

/** A pack with what it takes over from the built-in pack that it extends. */
export function withBase(own: PackFile): Result<PackFile, { readonly zh: string; readonly en: string }> {
  if (own.extends === undefined) return succeed(own);
  const base = builtInPack(own.extends);
  if (base) return succeed(extended(base, own));
  return fail({ zh: `没有名为 ${own.extends} 的内置规则包`, en: `no built-in pack is called ${own.extends}` });
}

/** A built-in pack as its own file says it: without what it takes over; null where no pack has this id. */
export function builtInFile(id: string): PackFile | null {
  const parsed = BUILT_IN.get(id);
  return parsed === undefined ? null : checkedPack(parsed);
}

/** Own entries win over those of the base with the same id, and over any that bears their name; the rest of the base follows. */
function extended(base: PackFile, own: PackFile): PackFile {
  const merged = <T extends { readonly id: string }>(mine: readonly T[], theirs: readonly T[]): T[] => [
    ...mine,
    ...theirs.filter((item) => !mine.some((other) => other.id === item.id)),
  ];
  return {
    ...base,
    ...own,
    settings: { ...base.settings, ...own.settings },
    indicators: merged(own.indicators, unclaimed(base.indicators, own.indicators)),
    caps: merged(own.caps, base.caps),
    deviations: merged(own.deviations, base.deviations),
  };
}

/**
 * What is left of the base's names where an own entry of another id bears some of them, in all places or in the same ones:
 * were both kept, two rules would fit equally well and neither would judge.
 */
function unclaimed(theirs: readonly PackIndicator[], mine: readonly PackIndicator[]): readonly PackIndicator[] {
  const placesOf = ({ under = [] }: PackIndicator): string => under.map(nameKey).sort().join("\n");
  return theirs.flatMap((entry) => {
    const claims = mine.filter((own) => own.under === undefined || placesOf(own) === placesOf(entry));
    const claimed = new Set(claims.flatMap(({ names }) => names.map(nameKey)));
    const names = entry.names.filter((name) => !claimed.has(nameKey(name)));
    return names.length > 0 ? [{ ...entry, names }] : [];
  });
}
