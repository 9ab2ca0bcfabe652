import { compact } from "../model/text";
import { a1, type CellAddress } from "../workbook/address";
import type { WantedQuantity } from "./collect";
import { readQuantityName, type Phase, type QuantityName, type Stage } from "../language/definition/quantity-name";
import type { BaseDataEntry, BaseDataTable } from "../model/base-data";

/** A value of a base-data table with its full address. */
export interface BaseValue extends Omit<BaseDataEntry, "at"> {
  readonly at: CellAddress;
}

export const baseValuesOf = (tables: readonly BaseDataTable[]): readonly BaseValue[] =>
  tables.flatMap(({ sheet, entries }) => entries.map((entry) => ({ ...entry, at: { sheet, ...entry.at } })));

export type BaseMatch =
  | { readonly found: "one"; readonly value: BaseValue }
  | { readonly found: "several"; readonly values: readonly BaseValue[] }
  | { readonly found: "none" };

/**
 * Finds the one value that a quantity means: what it is of must agree, its year, its phase and its stage. The same words
 * come before other words for the same thing; where two values fit equally well, neither does (SPEC Q3, Q7).
 */
export function baseTableMatcher(values: readonly BaseValue[]): (draft: WantedQuantity) => BaseMatch {
  const bySubject = new Map<string, Labelled[]>();
  for (const value of values) {
    const labelled = readLabelled(value);
    if (labelled) bySubject.set(labelled.name.subject, [...(bySubject.get(labelled.name.subject) ?? []), labelled]);
  }
  return (draft) => {
    const fitting = (bySubject.get(draft.parsed.subject) ?? []).filter((labelled) => agrees(draft, labelled));
    const sameWords = fitting.filter(({ name }) => name.core === draft.parsed.core);
    return oneOf(sameWords.length > 0 ? sameWords : fitting);
  };
}

interface Labelled {
  readonly value: BaseValue;
  readonly name: QuantityName;
  readonly phase: Phase | null;
  readonly stage: Stage | null;
}

function oneOf(fitting: readonly Labelled[]): BaseMatch {
  const places = new Map(fitting.map(({ value }) => [`${value.at.sheet}!${a1(value.at)}`, value]));
  const [value] = places.values();
  if (!value) return { found: "none" };
  return places.size === 1 ? { found: "one", value } : { found: "several", values: [...places.values()] };
}

function agrees(draft: WantedQuantity, { value, name, phase, stage }: Labelled): boolean {
  const { parsed } = draft;
  // A list of names and numbers has no columns for 预算 and 决算: its names are those of the definition, or they are not.
  const isSameName = value.phase === null && value.isListed === true && name.core === parsed.core;
  if (!isSameName && (draft.phase !== phase || parsed.stage !== stage)) return false;
  // The bare 预算数 or 支出 of a whole department may be any of its totals: only a named stage is certain.
  if (!isSameName && parsed.subject === "" && parsed.stage === null) return false;
  return sameYear(draft, value.year ?? name.year, value.yearOffset ?? name.yearOffset);
}

function sameYear({ parsed, tableYear }: WantedQuantity, year: number | null, offset: number | null): boolean {
  const meant = parsed.year ?? (tableYear === null ? null : tableYear + (parsed.yearOffset ?? 0));
  if (year !== null) return meant === year;
  return parsed.year === null && (parsed.yearOffset ?? 0) === (offset ?? 0);
}

/** A row of changes (部门整体支出预算调整) runs from the initial to the adjusted budget, whatever its columns are called. */
function readLabelled(value: BaseValue): Labelled | null {
  const own = compact(value.label);
  const change = /^(.*?)(?:预算)?调整(?:情况)?$/.exec(own);
  const name = readQuantityName(change ? (change[1] ?? "") : own);
  const phase = value.phase ?? name.phase;
  if (own === "") return null;
  if (!change) return { value, name, phase, stage: name.stage };
  if (phase === null) return null;
  return { value, name, phase: "budget", stage: phase === "budget" ? "initial" : "adjusted" };
}
