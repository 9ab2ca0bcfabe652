import type { Placement } from "./placement";
import { TAG_PREFIX, tableAreas, type Tag } from "./tags";
import { absoluteRect, quoteSheet } from "../workbook/address";
import { parseReference } from "../workbook/sheet-area";
import type { SheetView } from "../workbook/sheet-view";
import type { DefinedName } from "../workbook/snapshot";

/**
 * The widths that the unit had stated for the columns which ours took: kept in a hidden name that follows its column,
 * so that `clean` gives them back (SPEC P13).
 */
export interface FormerWidth {
  readonly sheet: string;
  readonly column: number;
  /** In characters. */
  readonly width: number;
}

/** The names for columns that are taken now, as far as the sheet states a width for them. */
export function formerWidthNames(
  { table, sheet, columns, rows, beside }: Placement,
  view: SheetView,
  tags: readonly Tag[],
): readonly Pick<DefinedName, "name" | "refersTo">[] {
  if (!beside) return [];
  const isOurs = (column: number): boolean => (tableAreas(tags).get(sheet) ?? []).some(({ left }) => left === column);
  return Object.entries(columns).flatMap(([part, column]) => {
    const width = view.sheet.columnWidths[column];
    if (width === undefined || isOurs(column)) return [];
    const cell = absoluteRect({ top: rows.top, bottom: rows.top, left: column, right: column });
    return [
      {
        name: `${TAG_PREFIX}width.${table.id}.${part}`,
        refersTo: `IF(ROWS(${quoteSheet(sheet)}!${cell}),${width})`,
      },
    ];
  });
}

export const formerWidths = (tags: readonly Tag[]): readonly FormerWidth[] =>
  tags.flatMap(({ group, defined }) => {
    const [, cell = "", width = ""] =
      group === "width" ? (/^=?IF\(ROWS\((.*)\),([\d.]+)\)$/.exec(defined.refersTo) ?? []) : [];
    const [area] = parseReference(cell);
    return area ? [{ sheet: area.sheet, column: area.rect.left, width: Number(width) }] : [];
  });
