import { readdirSync, readFileSync } from "node:fs";
import { read as readOther, type CellObject } from "xlsx";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { parseRect, rectA1, a1 } from "../../../src/core/workbook/address";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { pack, RICH_PARTS, richWorkbook, sheetWorkbook } from "./rich-package";

async function read(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const result = await createXlsxHost(bytes).read();
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const readFirst = async (bytes: Uint8Array): Promise<SheetSnapshot> => {
  const [sheet] = (await read(bytes)).sheets;
  if (!sheet) throw new Error("no sheet");
  return sheet;
};

const cellsByAddress = (sheet: SheetSnapshot) =>
  Object.fromEntries(sheet.cells.map(({ row, column, ...rest }) => [a1({ row, column }), rest]));
const values = (sheet: SheetSnapshot) =>
  Object.fromEntries(sheet.cells.map(({ row, column, value }) => [a1({ row, column }), value]));
const areas = (rects: SheetSnapshot["merges"]): string[] => rects.map(rectA1);

describe("a rich workbook as Excel writes it", () => {
  const file = richWorkbook();

  it("[W1] lists worksheets in order with their visibility and skips chart sheets", async () => {
    const book = await read(file);
    expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["自评表", "visible"],
      ["锁定", "hidden"],
    ]);
    expect([book.calculation, book.date1904, book.structureProtected]).toEqual(["automatic", false, false]);
  });

  it("[W1] reads every kind of cell, shared formulas written out, array formulas marked", async () => {
    const sheet = await readFirst(file);
    const area = parseRect("E6:F7");
    expect(cellsByAddress(sheet)).toEqual({
      A1: { value: "指标" },
      B1: { value: "三公 经费" },
      C1: { value: "得分" },
      A2: { value: 12.5, numberFormat: '0.00_ "分"' },
      B2: { value: true },
      C2: { value: 37.5, formula: "=A2*2+$A$2" },
      D2: { value: { error: "#DIV/0!" } },
      A3: { value: 1 },
      C3: { value: 14.5, formula: "=A3*2+$A$2" },
      A4: { value: 2 },
      C4: { value: 16.5, formula: "=A4*2+$A$2" },
      A5: { value: 44197, numberFormat: 'yyyy"年"m"月"d"日"' },
      C5: { value: 88406.5, formula: "=A5*2+$A$2" },
      E5: { value: "优", formula: '=IF(A5>0,"优","")' },
      A6: { value: " 第一行\r\n第二行 " },
      E6: { value: 25, formula: "=A2:B3*2", array: area },
      F6: { value: 2, array: area },
      E7: { value: 2, array: area },
      F7: { value: 0, array: area },
      C8: { value: 15.5, formula: "=SUM(A2:A4)", numberFormat: "0.00%" },
      D8: { value: 12.5, formula: "=_xlfn.UNIQUE(A2)", array: parseRect("D8") },
      A9: { value: 7 },
    });
    expect(sheet.used && rectA1(sheet.used)).toBe("A1:F9");
  });

  it("[W3] reads merges, hidden rows and columns, widths, print area", async () => {
    const sheet = await readFirst(file);
    expect(areas(sheet.merges)).toEqual(["A9:B9"]);
    expect([sheet.hiddenRows, sheet.hiddenColumns]).toEqual([[3], [7]]);
    expect(sheet.columnWidths).toEqual({ 0: 20.5, 1: 20.5, 3: 8, 4: 8, 5: 8, 7: 0 });
    expect(areas(sheet.printArea ?? [])).toEqual(["A1:F9", "H1:I2"]);
  });

  it("[W43] reads Excel's tables with the names of their columns", async () => {
    expect((await readFirst(file)).tables).toEqual([
      { name: "表1", range: parseRect("H20:I22"), hasHeader: true, hasTotals: false, columns: ["列1", "列2"] },
    ]);
  });

  it("[W42] reads of other workbooks what the file keeps of them, and no more", async () => {
    expect((await read(file)).links).toEqual([
      {
        target: "2020年决算.xlsx",
        sheets: [
          {
            name: "支出",
            cells: [
              { row: 3, column: 1, value: 120.5 },
              { row: 3, column: 2, value: "万元" },
              { row: 5, column: 0, value: true },
              { row: 5, column: 1, value: { error: "#N/A" } },
            ],
          },
          { name: "收入", cells: null },
          { name: "打不开", cells: null },
        ],
        names: [{ name: "总额", refersTo: "支出!$B$4" }],
      },
    ]);
  });

  it("[W4] reads validations and conditional formats, those of the extension list too, with their first formula", async () => {
    const sheet = await readFirst(file);
    const shown = (rules: SheetSnapshot["validations"]) =>
      rules.map(({ ranges, formula }) => [areas(ranges).join(" "), formula]);
    expect(shown(sheet.validations)).toEqual([
      ["B2:B4", '="优,良"'],
      ["D3", "=锁定!$A$1:$A$3"],
    ]);
    expect(shown(sheet.conditionalFormats)).toEqual([
      ["A2:A4 C2", "=A2>10"],
      ["A2:A4 C2", null],
      ["C2:C4", "=锁定!$A$1>1"],
    ]);
  });

  it("[W3] lists names with their scope; print area and filter are no names", async () => {
    expect((await read(file)).names).toEqual([
      { name: "权重", scope: "锁定", refersTo: "锁定!$B$2", hidden: false },
      { name: "总分", scope: null, refersTo: "自评表!$C$8", hidden: false },
    ]);
  });

  it("[W5] says what of a protected sheet may be edited: cell before row before column, and open ranges", async () => {
    const [first, locked] = (await read(file)).sheets;
    expect([first?.protected, first?.unlocked]).toEqual([false, []]);
    expect(locked?.protected).toBe(true);
    // A1 and B1 by themselves, C1 locked by itself; C2 by its column; row 3 but A3; C from row 4 on; E5:E6 without password.
    expect(areas(locked?.unlocked ?? [])).toEqual(["A1:B1", "C2", "B3:XFD3", "C4:C1048576", "E5:E6"]);
    expect(locked?.hiddenRows).toEqual([1]);
  });
});

const ROW = (cells: string): string => `<sheetData><row>${cells}</row></sheetData>`;

describe("[X4] forms that other programs write", () => {
  it.each<[title: string, bytes: Uint8Array, expected: unknown]>([
    [
      "rows and cells without a reference",
      sheetWorkbook("<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData>"),
      { A1: 1, C1: 3, A2: 4 },
    ],
    [
      "references given now and then",
      sheetWorkbook(
        '<sheetData><row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>',
      ),
      { B3: 1, C3: 2, A4: 3 },
    ],
    [
      "a namespace prefix",
      sheetWorkbook(
        '<x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>优</x:t></x:is></x:c><c><v>9</v></c></x:row></x:sheetData>',
        {
          root: '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
          close: "</x:worksheet>",
        },
      ),
      { A1: "优" },
    ],
    [
      "Strict OOXML with an ISO date",
      sheetWorkbook(ROW('<c t="d"><v>2021-01-01T12:00:00</v></c><c t="d"><v>1900-01-01</v></c>'), {
        root: '<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main">',
      }),
      { A1: 44197.5, B1: 1 },
    ],
    [
      "an ISO date counted from 1904",
      sheetWorkbook(ROW('<c t="d"><v>1904-01-02</v></c>'), { workbook: '<workbookPr date1904="1"/>' }),
      { A1: 1 },
    ],
    [
      "entities and CDATA",
      sheetWorkbook(ROW('<c t="str"><v>&lt;a&amp;&#20248;&#x826f;<![CDATA[<&]]></v></c>')),
      { A1: "<a&优良<&" },
    ],
    [
      "escaped characters",
      sheetWorkbook(ROW('<c t="inlineStr"><is><t>a_x0001_b_x005F_x0041_</t></is></c>')),
      { A1: "a\u0001b_x0041_" },
    ],
    [
      "blanks that are not preserved",
      sheetWorkbook(ROW('<c t="inlineStr"><is><t>\n  满分　 </t></is></c>')),
      { A1: "满分　" },
    ],
    [
      "numbers with blanks, exponents and signs",
      sheetWorkbook(ROW("<c><v> 5 </v></c><c><v>1E-3</v></c><c><v>-0.5</v></c>")),
      { A1: 5, B1: 0.001, C1: -0.5 },
    ],
    ["a number that is none is an error", sheetWorkbook(ROW("<c><v>NaN</v></c>")), { A1: { error: "#NUM!" } }],
    [
      "an error that Excel added later",
      sheetWorkbook(ROW('<c t="e"><v>#PYTHON!</v></c>')),
      { A1: { error: "#UNKNOWN!" } },
    ],
    [
      "rows out of order",
      sheetWorkbook(
        '<sheetData><row r="2"><c r="B2"><v>2</v></c><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row></sheetData>',
      ),
      { A1: 0, A2: 1, B2: 2 },
    ],
  ])("%s", async (_, bytes, expected) => {
    expect(values(await readFirst(bytes))).toEqual(expected);
  });

  it("a UTF-16 part", async () => {
    const text = `\ufeff${RICH_PARTS["xl/worksheets/sheet1.xml"]?.replace('encoding="UTF-8"', 'encoding="UTF-16"') ?? ""}`;
    const utf16 = Buffer.from(text, "utf16le").toString("latin1");
    const bytes = richWorkbook();
    // fflate packs text as UTF-8, so the part is put in as bytes.
    const { unzipSync, zipSync } = await import("fflate");
    const parts = unzipSync(bytes);
    parts["xl/worksheets/sheet1.xml"] = Uint8Array.from(utf16, (sign) => sign.charCodeAt(0));
    expect(await read(zipSync(parts))).toEqual(await read(bytes));
  });

  it("a workbook without styles and shared texts", async () => {
    expect(values(await readFirst(sheetWorkbook(ROW('<c s="7"><v>1</v></c>'))))).toEqual({ A1: 1 });
  });

  it("a what-if table reads as its formula and area", async () => {
    const sheet = await readFirst(
      sheetWorkbook(
        '<sheetData><row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" r1="C1"/><v>1</v></c></row></sheetData>',
      ),
    );
    expect(cellsByAddress(sheet)).toEqual({ A1: { value: 1, formula: "=TABLE(,C1)", array: parseRect("A1:A2") } });
  });

  it("shared formulas move relative references only, across the sheet's edge, and not inside text or names", async () => {
    const formula = `SUM($A1,B$2,'a B1!'!C3:D4,A:A,2:2,"B1",LOG10(B1),名1)`;
    const sheet = await readFirst(
      sheetWorkbook(
        `<sheetData><row r="1"><c r="A1"><f t="shared" si="3" ref="A1:B1048576">${formula}</f></c></row><row r="2"><c r="C2"><f t="shared" si="3"/></c></row><row r="3"><c r="A3"><f t="shared" si="4"/></c><c r="B3"><f t="shared" si="4" ref="A3:B3">A1</f></c></row></sheetData>`,
      ),
    );
    expect(sheet.cells.map((cell) => cell.formula)).toEqual([
      `=${formula}`,
      `=SUM($A2,D$2,'a B1!'!E4:F5,C:C,3:3,"B1",LOG10(D2),名1)`,
      "=XFD1",
      "=A1",
    ]);
  });

  it("a print area that is a formula is there, but no rectangles", async () => {
    const workbook =
      RICH_PARTS["xl/workbook.xml"]?.replace("自评表!$A$1:$F$9,自评表!$H$1:$I$2", "OFFSET(自评表!$A$1,0,0,9,6)") ?? "";
    expect((await readFirst(pack({ ...RICH_PARTS, "xl/workbook.xml": workbook }))).printArea).toEqual([]);
  });
});

describe("the seven real tables", () => {
  const open = (name: string): Promise<WorkbookSnapshot> => read(readFileSync(`test/workbooks/${name}.xlsx`));

  it("the reference table reads as it is printed", async () => {
    const [sheet, ...others] = (await open("heshan-2021-self-evaluation")).sheets;
    expect(others).toEqual([]);
    if (!sheet) return;
    expect([sheet.name, sheet.used && rectA1(sheet.used)]).toEqual(["自评指标计分表", "A1:F31"]);
    const at = values(sheet);
    expect([at.A1, at.A3, at.C3, at.D3]).toEqual([
      "2021年度部门整体支出绩效自评指标计分表",
      "投入（20分）",
      "绩效目标\n合理性\n（2分）",
      2,
    ]);
    expect(
      sheet.cells.filter(({ column, value }) => column === 3 && typeof value === "number").length,
    ).toBeGreaterThanOrEqual(28);
  });

  it.each([
    ["department-2018-with-base-data", ["评分表", "基础数据表"]],
    ["department-standards-printed", ["评分表"]],
    ["department-template-empty", ["评分表"]],
    ["project-2020-unexplained-deductions", ["评分表"]],
    ["project-2020-unscored", ["评分表"]],
    ["project-2022-total-row-zero", ["评分表"]],
  ])("%s has its sheets", async (name, sheets) => {
    expect((await open(name)).sheets.map((sheet) => sheet.name)).toEqual(sheets);
  });

  it.each(readdirSync("test/workbooks").filter((name) => name.endsWith(".xlsx")))(
    "%s holds what SheetJS finds in it, cell by cell",
    async (name) => {
      const bytes = readFileSync(`test/workbooks/${name}`);
      const other = readOther(bytes, { cellText: false, cellHTML: false });
      for (const sheet of (await read(bytes)).sheets) {
        const theirs = other.Sheets[sheet.name] ?? {};
        const cells = Object.entries(theirs).filter(
          ([key, cell]) => !key.startsWith("!") && (cell as CellObject).t !== "z",
        );
        const expected = Object.fromEntries(cells.map(([key, cell]) => [key, (cell as CellObject).v]));
        expect(values(sheet)).toEqual(expected);
        const merges = (theirs["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
        expect(sheet.merges).toEqual(merges);
      }
    },
  );

  it("the funding block of 2022 keeps its zero total beside 90 and 89.974", async () => {
    const [sheet] = (await open("project-2022-total-row-zero")).sheets;
    const at = sheet ? cellsByAddress(sheet) : {};
    expect([at.B3, at.B4, at.C4]).toEqual([{ value: 0 }, { value: 90 }, { value: 89.974, numberFormat: "0.00" }]);
  });
});
