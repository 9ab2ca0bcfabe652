import { compact } from "../../model/text";
import { definedNameFor } from "../../formula/defined-name";
import type { AskedInput } from "./base-entries";
import { type BaseRow, type BaseSheet } from "../../ours/base-sheet";
import { inputLabel, inputUse } from "../../ours/base-answers";
import type { RuleInput } from "../../rules/rule-input";

/** The row in 基础数据 and the defined name of each thing that a rule asks; both stay what they were. */
export interface NamedInput {
  readonly row: BaseRow | null;
  readonly name: string;
}

/** `taken`: names that stand for something else; `sheets`: the sheets there are. */
export function nameInputs(
  asked: readonly AskedInput[],
  base: BaseSheet | null,
  taken: Iterable<string>,
  sheets: ReadonlySet<string>,
): readonly NamedInput[] {
  const used = new Set([...taken].map((name) => name.toUpperCase()));
  const rows = matchRows(asked, base, sheets);
  const kept = new Set<string>();
  // Names that stand in rows come first, so that a new input never takes one of them.
  for (const row of rows)
    if (row && row.name !== "" && !used.has(row.name.toUpperCase())) kept.add(row.name.toUpperCase());
  const given = new Set<string>();
  return asked.map(({ path, input }, index) => {
    const row = rows[index] ?? null;
    const printed = row?.name.toUpperCase() ?? "";
    const isKept = row !== null && kept.has(printed) && !given.has(printed);
    const name = isKept
      ? row.name
      : freshName(shortTitle(path, input), (one) => used.has(one) || kept.has(one) || given.has(one));
    given.add(name.toUpperCase());
    return { row, name };
  });
}

/** Formulas repeat a name many times, and Excel allows them 8,192 characters. */
const shortTitle = (path: readonly string[], input: RuleInput): string =>
  `${(path.at(-1) ?? "").slice(0, 20)}_${input.name.slice(0, 12)}`;

function freshName(label: string, isTaken: (name: string) => boolean): string {
  const base = definedNameFor(label, new Set());
  let name = base;
  for (let n = 2; isTaken(name.toUpperCase()); n++) name = `${base}_${n}`;
  return name;
}

/**
 * By label and 用于; a row whose sheet was renamed is the only one of its label, asked for once. A row that belongs to
 * another table which still stands is never taken.
 */
function matchRows(
  asked: readonly AskedInput[],
  base: BaseSheet | null,
  sheets: ReadonlySet<string>,
): readonly (BaseRow | null)[] {
  const times = new Map<string, number>();
  const labels = asked.map(({ path, input }) => compact(inputLabel(path, input)));
  for (const label of labels) times.set(label, (times.get(label) ?? 0) + 1);
  return asked.map(({ sheet, path }, index) => {
    const label = labels[index] ?? "";
    const rows = base?.byLabel.get(label) ?? [];
    const use = compact(inputUse(sheet, path));
    const exact = rows.filter(({ usedBy }) => compact(usedBy) === use);
    if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null;
    const [only] = rows;
    if (!only || rows.length > 1 || times.get(label) !== 1) return null;
    const owner = only.usedBy.slice(0, Math.max(0, only.usedBy.indexOf("：")));
    return owner === sheet || !sheets.has(owner) ? only : null;
  });
}
