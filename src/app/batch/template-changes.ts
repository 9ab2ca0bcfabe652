import { append } from "../../core/workbook/lists-by-key";
import { pathKey } from "../../core/model/path";
import type { RoundIndicator } from "../rounds/round";
import { isSameText } from "../rounds/same-text";
import type { BatchTable } from "./batch-unit";

/** Where one unit's table departs from what most units have: rows by name, marks and standards as they are and as usual. */
export interface TemplateChange {
  readonly unit: BatchTable;
  readonly missing: readonly (readonly string[])[];
  readonly added: readonly (readonly string[])[];
  readonly altered: readonly {
    readonly path: readonly string[];
    readonly field: "fullMark" | "standard";
    readonly usual: string;
    readonly own: string;
  }[];
}

/** Fewer tables have no majority. */
const FEWEST = 3;

/**
 * Tables that altered what most have (SPEC Y10). A table is held against the majority only where it shares at least three of
 * five of its rows: another form is no altered one.
 */
export function templateChanges(tables: readonly BatchTable[]): readonly TemplateChange[] {
  const byPath = new Map<string, RoundIndicator[]>();
  for (const { table } of tables) {
    const own = new Map(table.indicators.map((row) => [pathKey(row.path), row]));
    for (const [key, row] of own) append(byPath, key, row);
  }
  const usual = new Map(
    [...byPath].flatMap(([key, rows]) =>
      rows.length >= FEWEST && rows.length * 2 > tables.length ? [[key, usualRow(rows)]] : [],
    ),
  );
  if (usual.size === 0) return [];
  return tables.flatMap((unit) => {
    const own = new Map(unit.table.indicators.map((row) => [pathKey(row.path), row]));
    const shared = [...usual.keys()].filter((key) => own.has(key));
    if (shared.length * 5 < usual.size * 3) return [];
    const change = {
      unit,
      missing: [...usual].flatMap(([key, { path }]) => (own.has(key) ? [] : [path])),
      added: [...own].flatMap(([key, row]) => (usual.has(key) ? [] : [row.path])),
      altered: shared.flatMap((key) => alteredFields(own.get(key), usual.get(key))),
    };
    return [change.missing, change.added, change.altered].some((list) => list.length > 0) ? [change] : [];
  });
}

type Field = "fullMark" | "standard";

/** What most have in a row; null where no text has a majority. */
interface UsualRow extends Readonly<Record<Field, string | null>> {
  readonly path: readonly string[];
}

const usualRow = (rows: readonly RoundIndicator[]): UsualRow => ({
  path: rows[0]?.path ?? [],
  fullMark: majority(rows.map(({ texts }) => texts.fullMark ?? "")),
  standard: majority(rows.map(({ texts }) => texts.standard ?? "")),
});

function alteredFields(own: RoundIndicator | undefined, most: UsualRow | undefined): TemplateChange["altered"] {
  if (!own || !most) return [];
  return (["fullMark", "standard"] as const).flatMap((field) => {
    const [usual, text] = [most[field], own.texts[field] ?? ""];
    return usual === null || isSameText(usual, text) ? [] : [{ path: own.path, field, usual, own: text }];
  });
}

/** The text that more than half have; null where none is. */
function majority(texts: readonly string[]): string | null {
  const groups: { readonly text: string; count: number }[] = [];
  for (const text of texts) {
    const same = groups.find((group) => isSameText(group.text, text));
    if (same) same.count += 1;
    else groups.push({ text, count: 1 });
  }
  return groups.find(({ count }) => count * 2 > texts.length)?.text ?? null;
}
