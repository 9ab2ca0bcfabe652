import { a1, isInside, type Rect } from "../../../core/workbook/address";
import type { BookPackage } from "../package/book-package";
import { keyColumn, keyRow, readArea } from "../read/reference";
import type { Words } from "../../port";
import { unsupported } from "../../refused";
import { mainChild } from "../xml/parse-part";
import type { SheetDraft } from "./sheet-draft";

/**
 * Cells whose content another part repeats: the header and totals of a table, a pivot table's report.
 * A file in which the two differ is damaged in Excel's eyes, so nothing is written there.
 */
export function refuseInsideObjects(sheet: SheetDraft, parts: BookPackage): void {
  if (!sheet.read || sheet.planned.size === 0) return;
  const areas = boundAreas(parts, sheet.read.part);
  for (const key of sheet.planned.keys()) {
    const at = { row: keyRow(key), column: keyColumn(key) };
    const hit = areas.find(({ rect }) => isInside(at, rect));
    if (hit)
      unsupported(
        `写入“${sheet.name}”的 ${a1(at)}，它在${hit.what.zh}中（请把${hit.what.zh}移到别处或转换为普通区域后重试）`,
        `writing into ${a1(at)} on ${sheet.name}, which is part of the ${hit.what.en} (move it elsewhere or convert it to plain cells, then try again)`,
      );
  }
}

interface BoundArea {
  readonly rect: Rect;
  readonly what: Words;
}

function boundAreas(parts: BookPackage, part: string): BoundArea[] {
  return parts.relationships(part).flatMap(({ type, target, external }): BoundArea[] => {
    const root = !external && (type === "table" || type === "pivotTable") ? parts.tree(target)?.root : undefined;
    if (!root) return [];
    if (type === "pivotTable") {
      const rect = readArea(mainChild(root, "location")?.attributes.get("ref") ?? "");
      return rect ? [{ rect, what: { zh: "数据透视表", en: "pivot table" } }] : [];
    }
    const rect = readArea(root.attributes.get("ref") ?? "");
    if (!rect) return [];
    const header = Number(root.attributes.get("headerRowCount") ?? 1);
    const totals = Number(root.attributes.get("totalsRowCount") ?? 0);
    return [
      ...(header > 0
        ? [
            {
              rect: { ...rect, bottom: rect.top + header - 1 },
              what: { zh: "表格（Ctrl+T）标题行", en: "header of a table" },
            },
          ]
        : []),
      ...(totals > 0
        ? [
            {
              rect: { ...rect, top: rect.bottom - totals + 1 },
              what: { zh: "表格（Ctrl+T）汇总行", en: "totals of a table" },
            },
          ]
        : []),
    ];
  });
}
