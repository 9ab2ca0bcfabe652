import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { WritePlan } from "../../src/core/workbook/write-plan";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { buildWorkbook } from "../support/build-workbook";
import { anchor, chart, drawingPart, notesPart, picture, tablePart, textBox, THREADS, threadsPart, withSheetParts } from "../support/sheet-parts"; // prettier-ignore

const FOLDER = path.resolve(__dirname, "../workbooks");

const TEMPLATES = path.resolve(__dirname, "../../assets/templates");

/** The seven real tables, and the blank forms that the pane opens. */
export const REAL_TABLES = [FOLDER, TEMPLATES].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".xlsx"))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) })),
);

export const REFERENCE = realTable("heshan-2021-self-evaluation.xlsx");

export function realTable(name: string): Uint8Array {
  const found = REAL_TABLES.find((table) => table.name === name);
  if (!found) throw new Error(`no such table: ${name}`);
  return found.bytes;
}

/** A sheet of everything that a snapshot can tell. */
export async function richWorkbook(): Promise<Uint8Array> {
  const bytes = buildWorkbook({
    sheets: [
      {
        name: "评分 表",
        rows: [
          ["部门整体支出绩效自评表"],
          ["三级指标", "分值", "自评分", "执行率", "日期"],
          [
            "预算执行率",
            10,
            { formula: "=B3*0.9", value: 9 },
            { value: 0.896103896104, format: "0.00%" },
            { value: 44260, format: "yyyy-mm-dd" },
          ],
          ["=不是公式", "10", true, { error: "#DIV/0!" }, null],
          [
            "合计",
            { formula: "=SUM(B3:B4)", value: 10 },
            { formula: '=IF(B3=10,"","x")', value: "" },
            { formula: "=1/0", value: { error: "#DIV/0!" } },
          ],
        ],
        merges: ["A1:E1", "A6:A7"],
        widths: { A: 30, B: 6.5, D: 12.25 },
        hiddenRows: [4],
      },
      { name: "空表" },
      { name: "数据", cells: { C3: 77, C4: { formula: "='评分 表'!B3+C3", value: 87 } }, visibility: "hidden" },
      { name: "底稿", cells: { A1: "不显示" }, visibility: "veryHidden" },
    ],
    names: [
      { name: "编制数", refersTo: "'数据'!$C$3" },
      { name: "利率", refersTo: "0.05", scope: "数据" },
      { name: "_pinghe.x", refersTo: "'数据'!$A$1", hidden: true },
    ],
    calculation: "manual",
  });
  const plan: WritePlan = {
    guards: [],
    steps: [
      {
        do: "validate",
        sheet: "评分 表",
        range: area(2, 2, 3, 2),
        rule: { type: "custom", formula: "=C3<=B3" },
        prompt: "0至满分",
        error: "过大",
        alert: "stop",
      },
      {
        do: "validate",
        sheet: "评分 表",
        range: area(2, 3, 3, 3),
        rule: { type: "list", source: ["是", "否"] },
        prompt: null,
        error: null,
        alert: "warning",
      },
      { do: "formatWhen", sheet: "评分 表", range: area(2, 2, 4, 2), formula: "=C3>$B3", look: { fill: "FFC7CE" } },
      { do: "printArea", sheet: "评分 表", area: [area(0, 0, 4, 4)], expect: null },
    ],
  };
  const host = createXlsxHost(bytes);
  const written = await host.write(plan);
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  return host.bytes();
}

const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

/** A table on a protected sheet, of which only column C may be edited, in a workbook whose structure may be protected. */
export function protectedWorkbook(structure = false): Uint8Array {
  const bytes = buildWorkbook({
    sheets: [
      { name: "评分表", cells: { A1: "得分", C1: { value: 5, format: "0.0" }, C2: { value: 6, format: "0.0" } } },
    ],
  });
  const files = unzipSync(bytes);
  const edit = (part: string, change: (xml: string) => string): void => {
    files[part] = strToU8(change(strFromU8(files[part] ?? new Uint8Array())));
  };
  edit("xl/worksheets/sheet1.xml", (xml) => xml.replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>'));
  edit("xl/styles.xml", (xml) =>
    xml.replace(/(numFmtId="164"[^>]*?)\/>(?=<\/cellXfs>)/, '$1 applyProtection="1"><protection locked="0"/></xf>'),
  );
  if (structure)
    edit("xl/workbook.xml", (xml) => xml.replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>'));
  return zipSync(files);
}

/**
 * A sheet with all that stands beside its cells: a note, a thread with its answer and the note that stands for it, a text
 * box, a picture, a chart, a table of Excel's, and a cell struck through.
 */
export const pinnedWorkbook = (): Uint8Array =>
  withSheetParts(
    buildWorkbook({
      sheets: [
        {
          name: "评分表",
          rows: [
            ["指标", "分值", "得分"],
            ["培训场次", 10, 8],
            ["出勤率", 10, 9],
            ["合计", 20, 17],
          ],
        },
        { name: "空表" },
      ],
    }),
    {
      relationships: [
        ["comments", "../comments1.xml"],
        [THREADS, "../threadedComments/threadedComment1.xml"],
        ["drawing", "../drawings/drawing1.xml"],
        ["table", "../tables/table1.xml"],
      ],
      parts: {
        "xl/comments1.xml": notesPart({ C2: "王复核:\n两场改期", C3: "[Threaded comment] 见会话" }, "王复核"),
        "xl/threadedComments/threadedComment1.xml": threadsPart({ C3: ["请说明缺勤", "已附名单"] }),
        "xl/drawings/drawing1.xml": drawingPart([
          anchor([4, 1], [6, 2], textBox("因疫情改期", "已补做")),
          anchor([4, 3], [4, 3], picture),
          anchor([4, 6], [9, 20], chart),
        ]),
        "xl/tables/table1.xml": tablePart("得分表", "A1:C4", ["指标", "分值", "得分"], 'totalsRowCount="1"'),
      },
      sheet: (xml) => xml.replace(/<c r="A3"( s="\d+")?/, '<c r="A3" s="1"'),
      styles: (xml) =>
        xml
          .replace('<fonts count="1">', '<fonts count="2">')
          .replace("</fonts>", '<font><strike/><sz val="11"/></font></fonts>')
          .replace('<cellXfs count="1">', '<cellXfs count="2">')
          .replace(
            "</cellXfs>",
            '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>',
          ),
    },
  );
