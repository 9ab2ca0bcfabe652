import type { Finding } from "../findings/finding";
import { impossibleRate, partOfWhole, yearOfAllDone, yearOfSomeDone } from "../language/possible";
import { decimalText, exactText, type Exact } from "../model/exact";
import type { DefinitionUse } from "../quantities/definition-use";
import type { RateResult } from "../review.types";
import { append } from "../workbook/lists-by-key";
import { rateFinding, rateText } from "./rate-findings";

type Lookup = (variable: string) => Exact | null;

export interface ReadUse {
  readonly use: DefinitionUse;
  readonly lookup: Lookup;
}

/** The part of a definition that is larger than the whole of the same definition, 计划 (SPEC C19); null where it may be right. */
export function partAboveWhole(read: ReadUse): Finding | null {
  const { use, lookup } = read;
  const sides = partOfWhole(use.definition);
  if (!sides || !exceeds(lookup(sides.part), lookup(sides.whole))) return null;
  return tooLarge(use, sides.part, sides.whole, read, read);
}

/** What the definitions of a table read as all that was done: its name and year, and who reads it. */
export interface AllDone {
  readonly name: string;
  readonly year: number;
  readonly number: Exact;
  readonly of: ReadUse;
}

/** By table, each number that is read as 实际完成 once: the definitions are gone through a single time. */
export function allDoneByTable(read: readonly ReadUse[]): ReadonlyMap<DefinitionUse["table"], readonly AllDone[]> {
  const found = new Map<DefinitionUse["table"], AllDone[]>();
  const known = new Set<string>();
  for (const of of read) {
    const { table, definition } = of.use;
    for (const name of definition.variables) {
      const year = yearOfAllDone(name);
      const number = year === null ? null : of.lookup(name);
      const key = JSON.stringify([table.id, name, number && exactText(number)]);
      if (year === null || !number || known.has(key)) continue;
      known.add(key);
      append(found, table, { name, year, number, of });
    }
  }
  return found;
}

/**
 * The part of a definition that is larger than what another definition of the table reads as 实际完成. It is an error, but
 * the rate stays computed: the live formula sees only what its own definition reads, and both say the same (SPEC C19).
 */
export function partAboveDone(read: ReadUse, done: readonly AllDone[]): Finding | null {
  const { use, lookup } = read;
  for (const part of use.definition.variables) {
    const year = done.length > 0 ? yearOfSomeDone(part) : null;
    const whole = done.find((one) => one.year === year && exceeds(lookup(part), one.number));
    if (whole) return tooLarge(use, part, whole.name, read, whole.of);
  }
  return null;
}

/** A formula of several numbers, each of which may be, that makes a rate which can not (SPEC C19). */
export function rateBeyondWhole({ use }: ReadUse, rate: RateResult): Finding | null {
  const why = rate.status === "computed" ? impossibleRate(use.definition, rate.number) : null;
  if (rate.status !== "computed" || !why) return null;
  const { name } = use.definition;
  const data = { name, value: rateText(use.definition, rate.number, 4), byFormula: true, why } as const;
  return rateFinding(use, "input-impossible", data, { subject: "rate" });
}

const exceeds = (part: Exact | null, whole: Exact | null): boolean =>
  part !== null && whole !== null && part.compare(whole) > 0;

function tooLarge(use: DefinitionUse, part: string, whole: string, of: ReadUse, other: ReadUse): Finding {
  const value = shown(of.lookup(part));
  const most = shown(other.lookup(whole));
  const why = { zh: `不可能大于“${whole}”${most}`, en: `it can not be more than ${whole}, ${most}` };
  return rateFinding(use, "input-impossible", { name: part, value, why }, { subject: part });
}

const shown = (number: Exact | null): string => (number ? decimalText(number, 6) : "");
