import { readdirSync, readFileSync } from "node:fs";
import { review } from "../../../src/core/review";
import { createDocumentHost } from "../../../src/host/document/document-host";
import { bookOfSheets } from "../../../src/host/xlsx/book-of-sheets";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import type { WorkbookHost } from "../../../src/host/port";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { buildDocument, type TableData } from "../../support/build-document";

const BOOKS = [
  "heshan-2021-self-evaluation",
  "department-standards-printed",
  "project-2022-total-row-zero",
  "project-2020-unexplained-deductions",
].map((name) => `test/workbooks/${name}.xlsx`);
const REAL = readdirSync("test/workbooks/real").filter((name) => name.endsWith(".xlsx")).map((name) => `test/workbooks/real/${name}`); // prettier-ignore

async function read(host: Pick<WorkbookHost, "read">): Promise<WorkbookSnapshot> {
  const found = await host.read();
  if (!found.ok) throw new Error(JSON.stringify(found.failure));
  return found.value;
}

/** What a person who copies the sheet into Word gets: the shown numbers as text, the same merged cells. */
function asTable({ cells, merges, used }: SheetSnapshot): TableData {
  const { top, bottom, left, right } = used ?? { top: 0, bottom: -1, left: 0, right: 0 };
  const valueAt = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const table = [];
  for (let row = top; row <= bottom; row++) {
    const line = [];
    for (let column = left; column <= right; column++) {
      const merge = merges.find((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right);
      if (merge && (merge.top !== row || merge.left !== column)) continue;
      const cell = valueAt.get(`${row} ${column}`);
      const value = cell?.value ?? "";
      const isShare = typeof value === "number" && cell?.numberFormat?.includes("%") === true;
      const text = isShare ? `${Number((value * 100).toFixed(8))}%` : typeof value === "object" ? "" : String(value);
      line.push({ text, columns: merge ? merge.right - merge.left + 1 : 1, rows: merge ? merge.bottom - merge.top + 1 : 1 });
    }
    table.push(line);
  }
  return { table };
} // prettier-ignore

/** What can stand in a workbook alone: formulas and their audit, numbers typed as text, hidden parts, notes. */
const OF_WORKBOOKS = /formula|stale|typed-|constant|number-as-text|hidden|picture|note-|range-|score-precision/;

/** Findings by their indicator: the lines above a table move its rows. */
const essence = (book: WorkbookSnapshot): readonly string[] =>
  review(book)
    .findings.filter(({ code }) => !OF_WORKBOOKS.test(code))
    .map(({ code, path, subject }) => `${code} ${path.join("/")} ${subject}`)
    .sort();

describe("[I2] a table in a Word document gives the review of the same table in Excel", () => {
  test.each([...BOOKS, ...REAL])("%s", async (file) => {
    const book = await read(createXlsxHost(new Uint8Array(readFileSync(file))));
    const document = buildDocument(book.sheets.flatMap((sheet) => ["如下表所示，各项指标的完成情况和得分按规定填列。", asTable(sheet)])); // prettier-ignore
    expect(essence(await read(createDocumentHost(document)))).toEqual(essence(withoutFormulas(book)));
  });
});

const withoutFormulas = (book: WorkbookSnapshot): WorkbookSnapshot => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map(({ row, column, value, numberFormat }) => ({ row, column, value, ...(numberFormat !== undefined && { numberFormat }) })),
  })),
}); // prettier-ignore

test.each([...BOOKS, ...REAL])("[I5] the workbook made of the tables reads cell by cell as they do: %s", async (file) => {
  const book = await read(createXlsxHost(new Uint8Array(readFileSync(file))));
  const tables = await read(createDocumentHost(buildDocument(book.sheets.map(asTable))));
  const copy = await read(createXlsxHost(bookOfSheets(tables.sheets)));
  const content = ({ sheets }: WorkbookSnapshot): unknown =>
    sheets.map(({ name, cells, merges }) => ({
      name,
      merges,
      cells: cells.filter(({ value }) => value !== null).map(({ row, column, value, numberFormat }) => [row, column, value, numberFormat]),
    }));
  expect(content(copy)).toEqual(content(tables));
}); // prettier-ignore
