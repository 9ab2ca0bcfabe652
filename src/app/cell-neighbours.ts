import { parseFormula } from "../core/formula/parse";
import { meantName } from "../core/formula/named-cells";
import { referencesOf } from "../core/formula/references";
import { a1, isInside, rectA1, type CellAddress } from "../core/workbook/address";
import { scalarText } from "../core/workbook/cell-content";
import { parseReference } from "../core/workbook/sheet-area";
import { cellAt } from "../core/workbook/sheet-view";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";

/** A cell or area that a formula reads, or a cell whose formula reads it. */
export interface Neighbour {
  readonly at: CellAddress;
  readonly text: string;
  readonly value: string;
}

/** Cells, areas and names that a formula reads, each once, `most` of them. */
export function precedentsOf(
  book: WorkbookSnapshot,
  formula: string,
  at: CellAddress,
  most: number,
): readonly Neighbour[] {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return [];
  const { areas, names } = referencesOf(parsed.value.tree, at.sheet);
  const named = names.flatMap((node) => {
    const found = meantName(book.names, node, at.sheet);
    return found ? parseReference(found.refersTo).map((area) => ({ ...area, text: node.name })) : [];
  });
  const places = [
    ...areas.map(({ sheet, rect }) => ({ sheet, rect, text: placeText(sheet, rectA1(rect), at) })),
    ...named,
  ];
  const seen = new Set<string>();
  return places
    .filter(({ sheet, rect }) => {
      const key = `${sheet}!${rectA1(rect)}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, most)
    .map(({ sheet, rect, text }) => {
      const first = { sheet, row: rect.top, column: rect.left };
      const isOne = rect.top === rect.bottom && rect.left === rect.right;
      return { at: first, text, value: isOne ? valueAt(book, first) : "" };
    });
}

const placeText = (sheet: string, place: string, at: CellAddress): string =>
  sheet === at.sheet ? place : `${sheet}!${place}`;

const valueAt = (book: WorkbookSnapshot, at: CellAddress): string => scalarText(cellAt(book, at)?.value ?? null);

/** Formulas of the workbook that read the cell, by address or by a name, `most` of them. */
export function dependentsOf(book: WorkbookSnapshot, at: CellAddress, most: number): readonly Neighbour[] {
  const names = new Set(
    book.names.filter(({ refersTo }) =>
      parseReference(refersTo).some(({ sheet, rect }) => sheet === at.sheet && isInside(at, rect)),
    ),
  );
  const quoted = at.sheet.replaceAll("'", "''");
  const found: Neighbour[] = [];
  for (const { name: sheet, cells } of book.sheets) {
    for (const { row, column, formula, value } of cells) {
      if (formula === undefined || found.length >= most) continue;
      if (sheet !== at.sheet && !formula.includes(quoted) && names.size === 0) continue;
      const parsed = parseFormula(formula);
      if (!parsed.ok) continue;
      const read = referencesOf(parsed.value.tree, sheet);
      const reads =
        read.areas.some((area) => area.sheet === at.sheet && isInside(at, area.rect)) ||
        read.names.some((node) => {
          const meant = meantName(book.names, node, sheet);
          return meant !== undefined && names.has(meant);
        });
      const place = { sheet, row, column };
      if (reads) found.push({ at: place, text: placeText(sheet, a1(place), at), value: scalarText(value) });
    }
  }
  return found;
}
