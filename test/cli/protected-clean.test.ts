import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { buildWorkbook } from "../support/build-workbook";
import { run } from "./memory-terminal";

const SHEET = "xl/worksheets/sheet1.xml";
const MARKED = "以100%为标准。≦100%，计10分；每超过一个百分点扣0.5分，扣完为止。";

const table = (name: string) => ({
  name,
  rows: [
    ["一级指标", "三级指标", "分值", "评分标准", "指标说明", "得分"],
    ["投入", "在职人员控制率", 10, MARKED, "在职人员控制率=（在职人员数/编制数）×100%", 8],
    ["产出", "产出数量", 10, null, null, 10],
    ["合计", null, 20, null, null, 18],
  ],
});

function protectedBook(names: readonly string[]): Uint8Array {
  const parts = unzipSync(buildWorkbook({ sheets: names.map(table) }));
  const sheet = strFromU8(parts[SHEET] ?? new Uint8Array());
  return zipSync({
    ...parts,
    [SHEET]: strToU8(sheet.replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>')),
  });
}

describe("[P13] a protected sheet is scored beside and cleaned again", () => {
  test.each([
    ["one table", ["评分表"], []],
    ["numbers given, so that 核验计算 reads 基础数据", ["评分表"], ["--inputs", "i.yaml"]],
    ["a second table that is open", ["评分表", "项目表"], ["--inputs", "i.yaml"]],
    ["a name that needs quotes", ["甲's 表"], ["--inputs", "i.yaml"]],
  ])("%s", async (_, names, options) => {
    const book = protectedBook(names);
    const files = new Map([["b.xlsx", book], ["i.yaml", strToU8("在职人员数: 80\n编制数: 77\n")]]);
    const scored = await run(["score", "b.xlsx", "-o", "s.xlsx", ...options], files);
    expect(scored.err).toBe("");
    const cleaned = await run(["clean", "s.xlsx", "-o", "c.xlsx"], scored.files);
    expect(cleaned.err).toBe("");
    expect(await createXlsxHost(cleaned.files.get("c.xlsx") ?? new Uint8Array()).read()).toEqual(await createXlsxHost(book).read());
  });
}); // prettier-ignore
