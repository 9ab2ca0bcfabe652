import { a1 } from "../../../core/workbook/address";
import { unsupported } from "../../refused";
import type { Edit } from "../xml/edits";
import { attributeEdits } from "../xml/edits";
import { placeFor, type SheetLayout } from "./sheet-layout";
import type { XmlElement } from "../xml/xml-element";

/** How many rows stay in sight at the top, for a step that changes it; any other split of the window is left alone. */
export function frozenRows(layout: SheetLayout): number {
  const pane = paneOf(viewOf(layout));
  const columns = Number(pane?.attributes.get("xSplit") ?? 0);
  if (pane && (columns !== 0 || !isFrozen(pane)))
    return unsupported(
      "更改非整行的冻结窗格（请先取消冻结：视图 > 冻结窗格 > 取消冻结窗格）",
      "changing a split of the window that is not only rows (unfreeze it first: View > Freeze Panes > Unfreeze Panes)",
    );
  return frozenRowsSaid(layout);
}

/** What a plan can say of the window of a sheet that goes: its frozen rows, whatever columns are frozen beside them. */
export function frozenRowsSaid(layout: SheetLayout): number {
  const pane = paneOf(viewOf(layout));
  return pane && isFrozen(pane) ? Number(pane.attributes.get("ySplit") ?? 0) : 0;
}

const isFrozen = (pane: XmlElement): boolean => pane.attributes.get("state")?.startsWith("frozen") === true;

/** Freezes the first rows in the sheet's first view, or frees them. */
export function freezeEdits(layout: SheetLayout, source: string, rows: number): Edit[] {
  const { prefix: p } = layout;
  const view = viewOf(layout);
  const pane =
    rows === 0
      ? ""
      : `<${p}pane ySplit="${rows}" topLeftCell="${a1({ row: rows, column: 0 })}" activePane="bottomLeft" state="frozen"/>`;
  if (!view) {
    const at = placeFor(layout, "sheetViews");
    const text = `<${p}sheetViews><${p}sheetView workbookViewId="0">${pane}</${p}sheetView></${p}sheetViews>`;
    return rows === 0 ? [] : [{ start: at, end: at, text }];
  }
  const old = paneOf(view);
  if (view.closeStart === view.end) {
    const open = source.slice(view.start, view.openEnd).replace(/\s*\/>$/, ">");
    return rows === 0 ? [] : [{ start: view.start, end: view.end, text: `${open}${pane}</${p}sheetView>` }];
  }
  const place = old ?? { start: view.openEnd, end: view.openEnd };
  const selections = view.children.filter(({ local }) => local === "selection");
  const turned = selections
    .slice(0, 1)
    .flatMap(({ start }) => attributeEdits(source, start, { pane: rows === 0 ? null : "bottomLeft" }));
  const dropped = old ? selections.slice(1).map(({ start, end }) => ({ start, end, text: "" })) : [];
  return [{ start: place.start, end: place.end, text: pane }, ...turned, ...dropped];
}

const viewOf = (layout: SheetLayout): XmlElement | undefined =>
  layout.sections
    .find(({ local }) => local === "sheetViews")
    ?.element?.children.find(({ local }) => local === "sheetView");

const paneOf = (view: XmlElement | undefined): XmlElement | undefined =>
  view?.children.find(({ local }) => local === "pane");
