import type { CellAddress, Rect } from "../../../core/workbook/address";
import type { CellScalar, CellSnapshot } from "../../../core/workbook/snapshot";
import { createCalculation } from "../../../core/formula/calculate";
import { sameScalar } from "../../../core/workbook/cell-content";
import { boxOf, cellKey, keyColumn, keyRow, type CellKey } from "../read/reference";
import type { BookDraft } from "./book-draft";
import { dependents, type SheetCells } from "./dependents";
import type { Calculation, CalculationSource } from "../../../core/formula/calculation";

/** Stored values of one sheet: of formulas that the plan wrote, and of those that its writes made stale. */
export interface StoredValues {
  readonly written: Map<CellKey, CellScalar>;
  readonly refreshed: Map<CellKey, CellScalar>;
}

/**
 * Calculates what the written formulas and everything that depends on the plan's writes now show (SPEC X10).
 * What can not be calculated gets no stored value.
 */
export function recalculate(draft: BookDraft): ReadonlyMap<string, StoredValues> {
  const source = sourceOf(draft);
  const calculation = createCalculation(source);
  const stored = new Map<string, StoredValues>();
  for (const { name, draft: sheet } of draft.liveSlots) {
    const written = new Map<CellKey, CellScalar>();
    for (const [key, { content, former }] of sheet?.planned ?? []) {
      if (content.type === "formula" && !former) written.set(key, valueAt(calculation, name, key));
    }
    stored.set(name, { written, refreshed: new Map() });
  }
  const resolveName = (name: string, sheet: string): string | null => source.resolveName(name, sheet);
  for (const { sheet, key, value, certain } of dependents(allSheets(draft), changes(draft), resolveName)) {
    const now = valueAt(calculation, sheet, key);
    // A stored value goes only where it is known to be out of date.
    const outdated = now === null ? certain && value !== null : !sameScalar(now, value);
    if (outdated) stored.get(sheet)?.refreshed.set(key, now);
  }
  return stored;
}

function valueAt(calculation: Calculation, sheet: string, key: CellKey): CellScalar {
  const at: CellAddress = { sheet, row: keyRow(key), column: keyColumn(key) };
  const result = calculation.valueAt(at);
  // An empty cell that a formula refers to shows as 0.
  return result.kind === "value" ? (result.value ?? 0) : null;
}

/** Cells whose content the plan changes, and whether names did too, by which anything may be reached. */
function changes(draft: BookDraft) {
  const cells = draft.liveSlots.map(({ name, draft: sheet }) => ({
    sheet: name,
    keys: [...(sheet?.planned.keys() ?? [])],
  }));
  const names = new Set(
    draft.names
      .filter(({ element, removed, refersTo }) => element === null || removed || element.text !== refersTo)
      .map(({ name }) => name.toLowerCase()),
  );
  return { cells, names };
}

const allSheets = (draft: BookDraft): SheetCells[] =>
  draft.liveSlots.map(({ name, entry, draft: sheet }) => {
    const cells = draft.book.sheets.find((read) => read.entry === entry)?.snapshot.cells ?? [];
    return { name, cells, planned: (key: CellKey) => sheet?.planned.has(key) ?? false };
  });

/** The workbook as the plan leaves it. */
function sourceOf(draft: BookDraft): CalculationSource {
  const lookups = new Map(draft.liveSlots.map((slot) => [slot.name, lookup(draft, slot.name)]));
  const names = new Map(draft.liveNames.map((name) => [nameKey(name.scope?.name ?? null, name.name), name.refersTo]));
  return {
    sheets: [...lookups.keys()],
    cell: (sheet, row, column) => lookups.get(sheet)?.cell(cellKey(row, column)),
    used: (sheet) => lookups.get(sheet)?.used ?? null,
    resolveName: (name, sheet) => names.get(nameKey(sheet, name)) ?? names.get(nameKey(null, name)) ?? null,
    isRowHidden: (sheet, row) => lookups.get(sheet)?.hidden.has(row) ?? false,
    date1904: draft.book.workbook.date1904,
  };
}

const nameKey = (scope: string | null, name: string): string => `${scope?.toUpperCase() ?? ""}\n${name.toUpperCase()}`;

interface Lookup {
  readonly cell: (key: CellKey) => CellSnapshot | undefined;
  readonly used: Rect | null;
  readonly hidden: ReadonlySet<number>;
}

function lookup(draft: BookDraft, name: string): Lookup {
  const slot = draft.slot(name);
  const read = draft.book.sheets.find(({ entry }) => entry === slot?.entry);
  const sheet = slot?.draft ?? null;
  const byKey = new Map(
    (sheet ? [] : (read?.snapshot.cells ?? [])).map((cell) => [cellKey(cell.row, cell.column), cell]),
  );
  const planned = boxOf(sheet?.planned.keys() ?? []);
  const before = read?.snapshot.used ?? null;
  const used = planned && before ? union(planned, before) : (planned ?? before);
  const cell = sheet ? (key: CellKey) => sheet.cell(key) : (key: CellKey) => byKey.get(key);
  return { cell, used, hidden: new Set(read?.snapshot.hiddenRows ?? []) };
}

const union = (a: Rect, b: Rect): Rect => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});
