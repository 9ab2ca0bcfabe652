import type { Block, ReportText, TableText } from "../../core/workbook/report-text";
import { cellText } from "./cell-text";
import type { DocumentItem, DocumentTable } from "./document-item";
import type { ReadItems } from "./read-items";
import { layOut } from "./table-grid";

/** A Word document as the text of a report: blank paragraphs give no block, a table gives one. */
export function documentReport({ items, lost }: ReadItems): ReportText {
  const blocks: Block[] = [];
  for (const item of items) {
    const block = blocks.length;
    if (item.is === "table") blocks.push({ is: "table", rows: rowsOf(item), at: { block, from: 0, to: 0 } });
    else if (item.text.trim() !== "")
      blocks.push({ is: "paragraph", text: item.text, level: item.level, listNumber: item.listNumber, at: { block, from: 0, to: item.text.length } }); // prettier-ignore
  }
  return { blocks, source: "docx", lost };
}

function rowsOf(table: DocumentTable): readonly (readonly TableText[])[] {
  const grid = layOut(table);
  const rows = Array.from({ length: grid.rows }, (): TableText[] => []);
  for (const { top, bottom, left, right, items } of grid.cells)
    rows[top]?.push({ text: printed(items), column: left, rowSpan: bottom - top + 1, columnSpan: right - left + 1 });
  return rows;
}

/** With the texts of tables within the cell: nothing that is printed is left out. */
function printed(items: readonly DocumentItem[]): string {
  const { text } = cellText(items);
  const nested = items.flatMap((item) =>
    item.is === "table" ? rowsOf(item).map((row) => row.map((cell) => cell.text).join("\t")) : [],
  );
  return [text, ...nested].filter((line) => line !== "").join("\n");
}
