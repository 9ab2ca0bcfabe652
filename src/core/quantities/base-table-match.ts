import { compact } from "../language/text";
import type { CellAddress } from "../model/address";
import { a1 } from "../model/address";
import type { Exact } from "../model/exact";
import type { QuantityDraft } from "./collect";
import { readQuantityName, type Phase, type QuantityName, type Stage } from "./quantity-name";

/** A value of a base-data table, as its row and column headers name it. */
export interface BaseValue {
  readonly label: string;
  /** From the column header or the label; null where neither says. */
  readonly year: number | null;
  readonly phase: Phase | null;
  readonly number: Exact | null;
  readonly at: CellAddress;
}

export type BaseMatch =
  | { readonly found: "one"; readonly value: BaseValue }
  | { readonly found: "several"; readonly values: readonly BaseValue[] }
  | { readonly found: "none" };

/**
 * Finds the one value that a quantity means: what it is of must agree, its year, its phase and its stage. The same words
 * come before other words for the same thing; where two values fit equally well, neither does (SPEC Q3, Q7).
 */
export function baseTableMatcher(values: readonly BaseValue[]): (draft: QuantityDraft) => BaseMatch {
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

function agrees(draft: QuantityDraft, { value, name, phase, stage }: Labelled): boolean {
  const { parsed } = draft;
  if (draft.phase !== phase || parsed.stage !== stage) return false;
  // The bare 预算数 or 支出 of a whole department may be any of its totals: only a named stage is certain.
  if (parsed.subject === "" && parsed.stage === null) return false;
  return sameYear(draft, value.year ?? name.year, name.yearOffset);
}

function sameYear({ parsed, tableYear }: QuantityDraft, year: number | null, offset: number | null): boolean {
  const meant = parsed.year ?? (tableYear === null ? null : tableYear + (parsed.yearOffset ?? 0));
  if (year !== null) return meant === year;
  return parsed.year === null && (parsed.yearOffset ?? 0) === (offset ?? 0);
}

/** Takes a row's label apart: numbering, 其中 and a heading before it go; a row of changes runs from initial to adjusted. */
function readLabelled(value: BaseValue): Labelled | null {
  const own = compact(value.label)
    .replace(/^.*(?:其中:?|:)/, "")
    .replace(/^(?:\(?\d{1,2}[).、]|\(?[一二三四五六七八九十]{1,3}[)、])/, "");
  if (own === "") return null;
  const change = /^(.*?)(?:预算)?调整(?:情况)?$/.exec(own);
  const name = readQuantityName(change ? (change[1] ?? "") : own);
  const phase = value.phase ?? name.phase;
  if (!change) return { value, name, phase, stage: name.stage };
  if (phase === null) return null;
  return { value, name, phase: "budget", stage: phase === "budget" ? "initial" : "adjusted" };
}
