import { readFileSync, readdirSync } from "node:fs";
import type { CellWrite, PlanStep, WritePlan } from "../../../src/core/workbook/write-plan";
import type { CellContent } from "../../../src/core/workbook/write-plan";
import { parseA1, parseRect, a1, type Rect } from "../../../src/core/workbook/address";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { createXlsxHost, type XlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { changedEntries, changedParts, partText, RICH_PARTS, richWorkbook, sheetWorkbook } from "./rich-package";

const SHEET1 = "xl/worksheets/sheet1.xml";
const sheet = "自评表";

const at = (address: string) => parseA1(address) ?? { row: -1, column: -1 };
const rect = (area: string): Rect => parseRect(area) ?? { top: -1, left: -1, bottom: -1, right: -1 };
const text = (value: string): CellContent => ({ type: "text", text: value });
const number = (value: number): CellContent => ({ type: "number", number: value });
const formula = (value: string): CellContent => ({ type: "formula", formula: value });
const BLANK: CellContent = { type: "blank" };

const write = (address: string, content: CellContent, more: Partial<CellWrite> = {}): CellWrite => ({
  ...at(address),
  expect: { value: null },
  content,
  ...more,
});
const put = (...cells: CellWrite[]): PlanStep => ({ do: "putCells", sheet, cells });
const plan = (...steps: PlanStep[]): WritePlan => ({ guards: [], steps });

async function read(host: XlsxHost): Promise<WorkbookSnapshot> {
  const result = await host.read();
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

async function written(host: XlsxHost, steps: WritePlan) {
  const result = await host.write(steps);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const failure = async (host: XlsxHost, steps: WritePlan) => {
  const result = await host.write(steps);
  return result.ok ? null : result.failure;
};

/** The text of a `c` element. */
const cellText = (host: XlsxHost, address: string, part = SHEET1): string =>
  new RegExp(`<c [^>]*r=.${address}.[^>]*?(?:/>|>.*?</c>)`, "s").exec(partText(host.bytes(), part))?.[0] ?? "";

/** The first sheet part with one piece replaced: what a careful hand would have made. */
const sheetWith = (...replacements: [from: string, to: string][]): string =>
  replacements.reduce((source, [from, to]) => {
    if (!source.includes(from)) throw new Error(`not there: ${from}`);
    return source.replace(from, () => to);
  }, RICH_PARTS[SHEET1] ?? "");

describe("[X7] a write changes what the plan names, and nothing else", () => {
  it("a cell beside others: only its place, the row's spans and the dimension", async () => {
    const host = createXlsxHost(richWorkbook());
    await written(host, plan(put(write("G3", number(1.5)))));
    expect(changedEntries(richWorkbook(), host.bytes())).toEqual([SHEET1]);
    expect(partText(host.bytes(), SHEET1)).toBe(
      sheetWith(
        ['<dimension ref="A1:F9"/>', '<dimension ref="A1:G9"/>'],
        [
          '<f t="shared" si="0"/><v>14.5</v></c></row>',
          '<f t="shared" si="0"/><v>14.5</v></c><c r="G3"><v>1.5</v></c></row>',
        ],
      ),
    );
  });

  it("a styled empty cell keeps its style; a new row stands in order; the column's default style is taken", async () => {
    const host = createXlsxHost(richWorkbook());
    await written(host, plan(put(write("D1", text("满分")), write("E10", text("合计")))));
    expect(changedParts(richWorkbook(), host.bytes())).toEqual([SHEET1]);
    expect(partText(host.bytes(), SHEET1)).toBe(
      sheetWith(
        ['<dimension ref="A1:F9"/>', '<dimension ref="A1:F10"/>'],
        ['<c r="D1" s="1"/>', '<c r="D1" s="1" t="inlineStr"><is><t xml:space="preserve">满分</t></is></c>'],
        [
          "<?keep me?></row>",
          '<?keep me?></row><row r="10"><c r="E10" s="1" t="inlineStr"><is><t xml:space="preserve">合计</t></is></c></row>',
        ],
      ),
    );
  });

  it("[X10] a formula: value stored, calculation chain dropped, full calculation asked for, all else in place", async () => {
    const host = createXlsxHost(richWorkbook());
    await written(host, plan(put(write("G2", formula('=IF(A2>12,"达标","")')), write("G3", formula("=SUM(A2:A4)/3")))));
    expect(changedParts(richWorkbook(), host.bytes())).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/calcChain.xml",
      "xl/workbook.xml",
      SHEET1,
    ]);
    expect(cellText(host, "G2")).toBe('<c r="G2" t="str"><f>IF(A2&gt;12,"达标","")</f><v>达标</v></c>');
    expect(cellText(host, "G3")).toBe('<c r="G3"><f>SUM(A2:A4)/3</f><v>5.166666666666667</v></c>');
    expect(partText(host.bytes(), "xl/workbook.xml")).toContain('<calcPr fullCalcOnLoad="1" calcId="191029"/>');
    expect(partText(host.bytes(), "[Content_Types].xml")).not.toContain("calcChain");
    expect(partText(host.bytes(), "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
  });

  it("[X10] formulas that depend on a write get their new value, others keep every byte; what can not be calculated has none", async () => {
    const host = createXlsxHost(richWorkbook());
    await written(
      host,
      plan(put(write("A3", number(5), { expect: { value: 1 } }), write("G9", formula("=CUBEVALUE(1)")))),
    );
    expect(partText(host.bytes(), SHEET1)).toBe(
      sheetWith(
        ['<dimension ref="A1:F9"/>', '<dimension ref="A1:G9"/>'],
        ['<c r="A3"><v>1</v></c>', '<c r="A3"><v>5</v></c>'],
        ["<v>14.5</v>", "<v>22.5</v>"],
        ["<f>SUM(A2:A4)</f><v>15.5</v>", "<f>SUM(A2:A4)</f><v>19.5</v>"],
        ["<?keep me?></row>", '<?keep me?><c r="G9"><f>CUBEVALUE(1)</f></c></row>'],
      ),
    );
  });

  it("[X6] the first cell of a shared formula written over: the next takes its place, the rest follow unchanged", async () => {
    const host = createXlsxHost(richWorkbook());
    const before = await read(host);
    const receipt = await written(host, plan(put(write("C2", number(1), { expect: { formula: "=A2*2+$A$2" } }))));
    expect(cellText(host, "C3")).toBe('<c r="C3"><f t="shared" ref="C3:C5" si="0">A3*2+$A$2</f><v>14.5</v></c>');
    expect(cellText(host, "C4")).toBe('<c r="C4"><f t="shared" si="0"/><v>16.5</v></c>');
    await written(host, receipt.inverse);
    expect(await read(host)).toEqual(before);
  });

  it("[X8] text stays text whatever it looks like, and any character comes back", async () => {
    const texts = [
      "=1+1",
      "+1",
      "-1",
      "@A1",
      "5分",
      "2021-01-01",
      " 前后 ",
      "a\u0001\r\nb\tc",
      "_x0041_",
      "]]>&<\"'",
      "𠀀",
      "x".repeat(32_767),
    ];
    const host = createXlsxHost(richWorkbook());
    await written(host, plan(put(...texts.map((value, row) => write(`H${row + 30}`, text(value))))));
    const cells = (await read(host)).sheets[0]?.cells.filter(({ column, row }) => column === 7 && row >= 29) ?? [];
    expect(cells.map(({ value }) => value)).toEqual(texts);
    expect(cells.some((cell) => cell.formula !== undefined)).toBe(false);
    // What a person could turn into a formula by pressing Enter in it carries Excel's quote mark.
    expect(cellText(host, "H30")).toContain(' s="5"');
    expect(partText(host.bytes(), "xl/styles.xml")).toContain('quotePrefix="1"');
  });

  it("[X9] styles are appended once, and indexes that cells hold keep their meaning", async () => {
    const host = createXlsxHost(richWorkbook());
    const look = {
      like: { sheet, ...at("A2") },
      bold: true,
      fill: "DDEBF7",
      wrap: true,
      horizontal: "center",
      locked: false,
      border: "thin",
    } as const;
    await written(
      host,
      plan(
        put(
          write("H2", number(1), { style: look }),
          write("H3", number(2), { style: look }),
          write("H4", number(3), { style: { numberFormat: "0.000" } }),
        ),
      ),
    );
    const [before, after] = [RICH_PARTS["xl/styles.xml"] ?? "", partText(host.bytes(), "xl/styles.xml")];
    const formats = (xml: string): string[] =>
      [...(/<cellXfs.*<\/cellXfs>/s.exec(xml)?.[0].matchAll(/<xf .*?(?:\/>|<\/xf>)/gs) ?? [])].map(([xf]) => xf);
    expect(formats(after).slice(0, 5)).toEqual(formats(before).slice(0, 5));
    expect([
      cellText(host, "H2").includes(' s="5"'),
      cellText(host, "H3").includes(' s="5"'),
      cellText(host, "H4").includes(' s="6"'),
    ]).toEqual([true, true, true]);
    const cells = (await read(host)).sheets[0]?.cells.filter(({ column }) => column === 7) ?? [];
    expect(cells.map((cell) => cell.numberFormat)).toEqual(['0.00_ "分"', '0.00_ "分"', "0.000"]);
  });

  it("a prefixed Strict sheet is written in its own dialect", async () => {
    const root = '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main">';
    const host = createXlsxHost(sheetWorkbook("<x:sheetData/>", { root, close: "</x:worksheet>" }));
    const steps: PlanStep[] = [
      { do: "putCells", sheet: "表", cells: [write("B2", text("优"))] },
      {
        do: "validate",
        sheet: "表",
        range: rect("B2:B3"),
        rule: { type: "list", source: ["优", "良"] },
        prompt: null,
        error: "请选\n一项",
        alert: "stop",
      },
    ];
    const receipt = await written(host, plan(...steps));
    expect(partText(host.bytes(), SHEET1)).toBe(
      `${root}<x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t xml:space="preserve">优</x:t></x:is></x:c></x:row></x:sheetData><x:dataValidations count="1"><x:dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" error="请选&#10;一项" sqref="B2:B3"><x:formula1>"优,良"</x:formula1></x:dataValidation></x:dataValidations></x:worksheet>`,
    );
    await written(host, receipt.inverse);
    expect(partText(host.bytes(), SHEET1)).toBe(`${root}<x:sheetData></x:sheetData></x:worksheet>`);
  });
});

describe("[X12] sheets, names and rules", () => {
  it("an added sheet in the middle renumbers local names and the sheet in sight", async () => {
    const host = createXlsxHost(richWorkbook());
    const before = await read(host);
    const receipt = await written(
      host,
      plan(
        { do: "addSheet", sheet: "核验记录", after: sheet },
        { do: "putCells", sheet: "核验记录", cells: [write("A1", formula("=总分*2"))] },
        { do: "defineName", name: "在职人员数", scope: null, refersTo: "'核验记录'!$A$1", hidden: false, expect: null },
        {
          do: "defineName",
          name: "_pinghe.记录",
          scope: "核验记录",
          refersTo: "'核验记录'!$A$1:$B$2",
          hidden: true,
          expect: null,
        },
      ),
    );
    const xml = partText(host.bytes(), "xl/workbook.xml");
    expect(xml).toContain('<sheet name="核验记录" sheetId="8" r:id="rId12"/>');
    expect(xml).toContain('activeTab="3"');
    expect(
      [...xml.matchAll(/<definedName name="([^"]*)"(?: localSheetId="(\d)")?/g)].map(([, name, id]) => [name, id]),
    ).toEqual([
      ["_pinghe.记录", "1"],
      ["_xlnm._FilterDatabase", "3"],
      ["_xlnm.Print_Area", "0"],
      ["在职人员数", undefined],
      ["权重", "3"],
      ["总分", undefined],
    ]);
    const now = await read(host);
    expect(now.sheets.map(({ name }) => name)).toEqual(["自评表", "核验记录", "锁定"]);
    expect(now.sheets[1]?.cells[0]).toEqual({ row: 0, column: 0, value: 31, formula: "=总分*2" });
    await written(host, receipt.inverse);
    expect(await read(host)).toEqual(before);
    expect(changedParts(richWorkbook(), host.bytes())).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/calcChain.xml",
      "xl/workbook.xml",
    ]);
  });

  it("a sheet taken out goes with its own parts only, and comes back by the inverse", async () => {
    const host = createXlsxHost(richWorkbook());
    await written(
      host,
      plan(
        { do: "addSheet", sheet: "核验", after: null },
        {
          do: "putCells",
          sheet: "核验",
          cells: [
            write("A1", text("甲"), { style: { bold: true } }),
            write("B1", formula("=LEN(A1)")),
            write("C3", BLANK, { style: { fill: "FFF2CC" } }),
          ],
        },
        { do: "columnWidth", sheet: "核验", column: 0, width: 30 },
        { do: "freezeRows", sheet: "核验", rows: 1 },
        {
          do: "validate",
          sheet: "核验",
          range: rect("A2:A9"),
          rule: { type: "custom", formula: "=LEN(A2)<9" },
          prompt: "短",
          error: null,
          alert: "warning",
        },
        { do: "formatWhen", sheet: "核验", range: rect("A2:B9"), formula: '=$A2=""', look: { fill: "FFC7CE" } },
        { do: "printArea", sheet: "核验", area: [rect("A1:B9")], expect: null },
        { do: "defineName", name: "核验头", scope: "核验", refersTo: "'核验'!$A$1", hidden: false, expect: null },
      ),
    );
    const full = await read(host);
    const bytes = host.bytes();
    const receipt = await written(host, plan({ do: "removeSheet", sheet: "核验" }));
    expect((await read(host)).sheets.map(({ name }) => name)).toEqual(["自评表", "锁定"]);
    expect(changedParts(bytes, host.bytes())).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/workbook.xml",
      "xl/worksheets/sheet4.xml",
    ]);
    await written(host, receipt.inverse);
    expect(await read(host)).toEqual(full);
  });

  it("rules stand where the schema wants them, beside the unit's own, and are taken back", async () => {
    const host = createXlsxHost(richWorkbook());
    const before = await read(host);
    const receipt = await written(
      host,
      plan(
        {
          do: "validate",
          sheet,
          range: rect("G2:G9"),
          rule: { type: "decimal", min: "0", max: "F2" },
          prompt: "不超过满分",
          error: null,
          alert: "warning",
        },
        {
          do: "formatWhen",
          sheet,
          range: rect("G2:G9"),
          formula: "=$G2<>$F2",
          look: { fill: "FFC7CE", fontColor: "9C0006", bold: true },
        },
        { do: "columnWidth", sheet, column: 4, width: 11 },
        { do: "columnWidth", sheet, column: 6, width: 12 },
        { do: "freezeRows", sheet, rows: 2 },
        { do: "printArea", sheet, area: [rect("A1:F9")], expect: [rect("A1:F9"), rect("H1:I2")] },
      ),
    );
    const xml = partText(host.bytes(), SHEET1);
    expect(xml).toContain(
      '<cols><col min="1" max="2" width="20.5" customWidth="1"/><col min="4" max="4" width="8" style="1"/><col min="5" max="5" width="11" style="1" customWidth="1"/><col min="6" max="6" width="8" style="1"/><col min="7" max="7" width="12" customWidth="1"/><col min="8" max="8" width="0" hidden="1" customWidth="1"/></cols>',
    );
    expect(xml).toContain(
      '</conditionalFormatting><conditionalFormatting sqref="G2:G9"><cfRule type="expression" dxfId="1" priority="10"><formula>$G2&lt;&gt;$F2</formula></cfRule></conditionalFormatting><dataValidations count="2">',
    );
    expect(xml).toContain(
      '<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B2"',
    );
    expect((await read(host)).sheets[0]?.validations.map((rule) => rule.formula)).toEqual([
      '="优,良"',
      "=0",
      "=锁定!$A$1:$A$3",
    ]);
    await written(host, receipt.inverse);
    expect(await read(host)).toEqual(before);
    // The split run of columns stays split; nothing else of the part differs.
    expect(partText(host.bytes(), SHEET1)).toBe(
      sheetWith([
        '<col min="4" max="6" width="8" style="1"/>',
        '<col min="4" max="4" width="8" style="1"/><col min="5" max="5" width="8" style="1" customWidth="1"/><col min="6" max="6" width="8" style="1"/>',
      ]),
    );
  });
});

describe("[X13] a plan that must not be carried out is refused as a whole", () => {
  const guard = (address: string, expect: CellWrite["expect"]): WritePlan => ({
    guards: [{ at: { sheet, ...at(address) }, expect }],
    steps: [put(write("G2", number(1)))],
  });

  it.each<[title: string, refused: WritePlan, expected: object]>([
    [
      "a guard on a value",
      guard("A2", { value: 13 }),
      { kind: "stale", differences: [{ at: { sheet, row: 1, column: 0 }, expected: 13, found: 12.5 }] },
    ],
    [
      "a guard on a formula",
      guard("C2", { formula: "=A2*3" }),
      { kind: "stale", differences: [{ at: { sheet, row: 1, column: 2 }, expected: "=A2*3", found: "=A2*2+$A$2" }] },
    ],
    ["a value expected where a formula stands", guard("C2", { value: 37.5 }), { kind: "stale" }],
    ["a cell that was thought blank", plan(put(write("A2", number(1)))), { kind: "stale" }],
    [
      "a guard on a sheet that is gone",
      { guards: [{ at: { sheet: "无", row: 0, column: 0 }, expect: { value: null } }], steps: [] },
      { kind: "sheet-missing", sheet: "无" },
    ],
    [
      "locked cells",
      plan({
        do: "putCells",
        sheet: "锁定",
        cells: [write("C1", number(9), { expect: { value: 2 } }), write("C2", number(9)), write("D9", number(9))],
      }),
      {
        kind: "protected",
        sheet: "锁定",
        cells: [
          { sheet: "锁定", row: 0, column: 2 },
          { sheet: "锁定", row: 8, column: 3 },
        ],
      },
    ],
    [
      "a rule on a protected sheet",
      plan({ do: "columnWidth", sheet: "锁定", column: 1, width: 9 }),
      { kind: "protected", sheet: "锁定" },
    ],
    [
      "part of an array formula",
      plan(put(write("F7", number(1), { expect: { value: 0 } }))),
      {
        kind: "unsupported",
        what: {
          zh: "写入“自评表”的 F7，它是数组公式的一部分（请把数组公式移到别处后重试）",
          en: "writing into F7 on 自评表, which is part of an array formula (move the formula elsewhere and try again)",
        },
      },
    ],
    ["a cell that a merged one hides", plan(put(write("B9", number(1)))), { kind: "unsupported" }],
    ["the header of a table", plan(put(write("H20", text("别名")))), { kind: "unsupported" }],
    ["a chart sheet", plan({ do: "putCells", sheet: "图表", cells: [] }), { kind: "unsupported" }],
    [
      "a sheet name in use, in another case",
      plan({ do: "addSheet", sheet: "自评表", after: null }),
      { kind: "name-conflict", name: "自评表" },
    ],
    ["a sheet name that Excel refuses", plan({ do: "addSheet", sheet: "a/b", after: null }), { kind: "unsupported" }],
    [
      "a name that is there already",
      plan({ do: "defineName", name: "总分", scope: null, refersTo: "1", hidden: false, expect: null }),
      { kind: "name-conflict", name: "总分" },
    ],
    [
      "a name that means something else by now",
      plan({ do: "removeName", name: "总分", scope: null, expect: "自评表!$A$1" }),
      { kind: "name-conflict", name: "总分" },
    ],
    [
      "a name like a cell",
      plan({ do: "defineName", name: "AB12", scope: null, refersTo: "1", hidden: false, expect: null }),
      { kind: "unsupported" },
    ],
    [
      "a validation on cells that have one",
      plan({
        do: "validate",
        sheet,
        range: rect("B4:B9"),
        rule: { type: "list", source: ["a"] },
        prompt: null,
        error: null,
        alert: "stop",
      }),
      { kind: "unsupported" },
    ],
    [
      "a print area that was changed",
      plan({ do: "printArea", sheet, area: null, expect: null }),
      { kind: "name-conflict" },
    ],
    ["a text that no cell holds", plan(put(write("G2", text("x".repeat(32_768))))), { kind: "too-large" }],
    [
      "a sheet that a formula elsewhere reads",
      plan(put(write("G2", formula("=锁定!A1"))), { do: "removeSheet", sheet: "锁定" }),
      { kind: "unsupported" },
    ],
  ])("%s", async (_, refused, expected) => {
    const bytes = richWorkbook();
    const host = createXlsxHost(bytes);
    expect(await failure(host, refused)).toMatchObject(expected);
    expect(Buffer.from(host.bytes()).equals(bytes)).toBe(true);
  });

  it("a locked workbook takes no new sheet", async () => {
    const host = createXlsxHost(sheetWorkbook("<sheetData/>", { workbook: '<workbookProtection lockStructure="1"/>' }));
    expect(await failure(host, plan({ do: "addSheet", sheet: "新", after: null }))).toEqual({
      kind: "workbook-protected",
    });
  });

  it("the inverse is refused once somebody changed what it would take back", async () => {
    const host = createXlsxHost(richWorkbook());
    const receipt = await written(host, plan(put(write("G2", number(1)))));
    await written(host, plan(put(write("G2", number(2), { expect: { value: 1 } }))));
    expect(await failure(host, receipt.inverse)).toMatchObject({ kind: "stale" });
  });

  it("[X13] a forged former cell is not taken for the real one", async () => {
    const host = createXlsxHost(richWorkbook());
    const forged = '<c r="G2"><f>WEBSERVICE("http://x")</f><v>1</v></c>';
    await written(host, plan(put(write("G2", number(1), { former: forged }))));
    expect(cellText(host, "G2")).toBe('<c r="G2"><v>1</v></c>');
  });
});

describe("[X11] write and undo leave every cell as it was", () => {
  const workbooks = readdirSync("test/workbooks").filter((name) => name.endsWith(".xlsx"));

  it.each([...workbooks, "rich"])("%s", async (name) => {
    const bytes = name === "rich" ? richWorkbook() : readFileSync(`test/workbooks/${name}`);
    const original = Buffer.from(bytes);
    const host = createXlsxHost(bytes);
    const before = await read(host);
    const [first] = before.sheets;
    if (!first) throw new Error("no sheet");
    // Every plain cell is written over, and each row gets a formula.
    const hidden = (row: number, column: number): boolean =>
      first.merges.some(
        (m) =>
          row >= m.top &&
          row <= m.bottom &&
          column >= m.left &&
          column <= m.right &&
          (row !== m.top || column !== m.left),
      );
    const cells = first.cells
      .filter((cell) => (!cell.array || a1(cell) === "D8") && !hidden(cell.row, cell.column))
      .map((cell): CellWrite => ({
        row: cell.row,
        column: cell.column,
        expect: cell.formula === undefined ? { value: cell.value } : { formula: cell.formula },
        content: typeof cell.value === "number" ? number(cell.value + 1) : text("改"),
        style: { bold: true },
      }));
    const rows = [...new Set(first.cells.map(({ row }) => row))];
    const added = rows.map((row): CellWrite => ({
      row,
      column: 20,
      expect: { value: null },
      content: formula(`=COUNTA(A${row + 1}:F${row + 1})`),
    }));
    const receipt = await written(host, plan({ do: "putCells", sheet: first.name, cells: [...cells, ...added] }));
    expect(receipt.cellsWritten).toBe(cells.length + added.length);
    expect(await read(host)).not.toEqual(before);
    await written(host, receipt.inverse);
    expect(await read(host)).toEqual(before);
    expect(original.equals(bytes)).toBe(true);
    const cellsOf = (file: Uint8Array): string => /<sheetData>.*<\/sheetData>/s.exec(partText(file, SHEET1))?.[0] ?? "";
    if (name !== "rich") expect(cellsOf(host.bytes())).toBe(cellsOf(bytes));
  });
});
