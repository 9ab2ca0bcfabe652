import { compact } from "../../../model/text";
import type { CellAddress } from "../../../workbook/address";
import type { SheetView } from "../../../workbook/sheet-view";
import type { SheetSnapshot } from "../../../workbook/snapshot";
import { labelsOf, SECTIONS, type Field, type Section } from "./fields";

/** The header row of a list in a pack's sheet. */
export interface SheetHeader {
  readonly section: Section;
  readonly row: number;
  readonly columns: ReadonlyMap<Field, number>;
  /** Headers that name nothing of the list. */
  readonly unknown: readonly { readonly at: CellAddress; readonly text: string }[];
}

/** All headers of a sheet, from the top. */
export function headersIn({ name: sheet, used }: SheetSnapshot, view: SheetView): readonly SheetHeader[] {
  const headers: SheetHeader[] = [];
  for (let row = used?.top ?? 0; row <= (used?.bottom ?? -1); row++) {
    const texts: { readonly column: number; readonly text: string }[] = [];
    for (let column = used?.left ?? 0; column <= (used?.right ?? -1); column++) {
      const value = view.value(row, column);
      if (typeof value === "string") texts.push({ column, text: headerText(value) });
    }
    const found = SECTIONS.map((section) => headerOf(section, row, texts, sheet)).find((header) => header !== null);
    if (found) headers.push(found);
  }
  return headers;
}

/** 分值（分） and 指标名称： are called so without what stands in brackets. */
const headerText = (value: string): string =>
  compact(value)
    .replace(/\([^()]*\)/g, "")
    .replace(/:$/, "");

function headerOf(
  section: Section,
  row: number,
  texts: readonly { readonly column: number; readonly text: string }[],
  sheet: string,
): SheetHeader | null {
  const columns = new Map<Field, number>();
  const unknown: { at: CellAddress; text: string }[] = [];
  for (const { column, text } of texts) {
    const field = section.fields.find((one) => !columns.has(one) && labelsOf(one).includes(text));
    if (field) columns.set(field, column);
    else unknown.push({ at: { sheet, row, column }, text });
  }
  const has = (key: string): boolean => [...columns.keys()].some((field) => field.key === key);
  const isKnown = section.known.every((keys) => keys.some(has));
  return isKnown ? { section, row, columns, unknown } : null;
}
