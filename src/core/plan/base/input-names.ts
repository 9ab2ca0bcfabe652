import { compact } from "../../model/text";
import { definedNameFor } from "../../formula/defined-name";
import type { AskedInput } from "./base-entries";
import { type BaseRow, type BaseSheet } from "../../ours/base-sheet";
import { inputLabel, inputRow, inputUse } from "../../ours/base-answers";
import type { RuleInput } from "../../rules/rule-input";

/** The row in 基础数据 and the defined name of each thing that a rule asks; both stay what they were. */
export interface NamedInput {
  readonly row: BaseRow | null;
  readonly name: string;
}

/** `taken`: names that stand for something else. */
export function nameInputs(
  asked: readonly AskedInput[],
  base: BaseSheet | null,
  taken: Iterable<string>,
): readonly NamedInput[] {
  const used = new Set([...taken].map((name) => name.toUpperCase()));
  const rows = matchRows(asked, base);
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

/** The row that answers each; the only row of a label that is asked for twice is nobody's, unless 用于 names its own. */
function matchRows(asked: readonly AskedInput[], base: BaseSheet | null): readonly (BaseRow | null)[] {
  const times = new Map<string, number>();
  const labels = asked.map(({ path, input }) => compact(inputLabel(path, input)));
  for (const label of labels) times.set(label, (times.get(label) ?? 0) + 1);
  return asked.map(({ sheet, path, input }, index) => {
    const row = base && inputRow(base, path, input, sheet);
    if (!row || times.get(labels[index] ?? "") === 1) return row;
    return compact(row.usedBy) === compact(inputUse(sheet, path)) ? row : null;
  });
}
