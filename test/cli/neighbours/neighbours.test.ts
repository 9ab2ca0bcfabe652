import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { buildWorkbook } from "../../support/build-workbook";
import { run } from "../memory-terminal";

const SHEET = "xl/worksheets/sheet1.xml";
const TABLE = buildWorkbook({
  sheets: [
    {
      name: "评分表",
      rows: [
        ["一级指标", "三级指标", "分值", "评分标准", "指标说明", "得分"],
        ["投入", "在职人员控制率", 10, "以100%为标准。≦100%，计10分；每超过一个百分点扣0.5分，扣完为止。", "在职人员控制率=（在职人员数/编制数）×100%", 8],
        ["产出", "产出数量", 10, null, null, 10],
        ["合计", null, 20, null, null, 18],
      ],
    },
  ],
}); // prettier-ignore

function withRules(xml: string): Uint8Array {
  const parts = unzipSync(TABLE);
  return zipSync({ ...parts, [SHEET]: strToU8(strFromU8(parts[SHEET] ?? new Uint8Array()).replace("</sheetData>", `</sheetData>${xml}`)) }); // prettier-ignore
}

const validation = (type: string, sqref: string, formula: string): string =>
  `<dataValidations count="1"><dataValidation type="${type}" allowBlank="1" sqref="${sqref}"><formula1>${formula}</formula1></dataValidation></dataValidations>`;

/** What the unit keeps ready in blank cells beside its table, where our columns would have stood. */
describe("[P20] a validation of the unit in free columns is as before after score, and after score and clean", () => {
  test.each([
    ["a list in one cell", validation("list", "G3", "&quot;是,否&quot;")],
    ["a list over all rows", validation("list", "H1:H9", "&quot;是,否&quot;")],
    ["a whole number", validation("whole", "I3", "1")],
    ["in two areas, one of them below", validation("decimal", "G2 G40", "0")],
    ["over whole rows, so that no column is free", validation("whole", "A2:XFD2", "1")],
  ])("%s", async (_, xml) => {
    const book = withRules(xml);
    const scored = await run(["score", "b.xlsx", "-o", "s.xlsx"], new Map([["b.xlsx", book]]));
    expect(scored.err).toBe("");
    const original = /<dataValidation [\s\S]*?<\/dataValidation>/.exec(xml)?.[0] ?? "?";
    const sheetOf = (bytes: Uint8Array | undefined): string =>
      strFromU8(unzipSync(bytes ?? new Uint8Array())[SHEET] ?? new Uint8Array());
    expect(sheetOf(scored.files.get("s.xlsx"))).toContain(original);
    const again = await run(["score", "s.xlsx", "-o", "a.xlsx"], scored.files);
    expect(Buffer.compare(again.files.get("a.xlsx") ?? Buffer.of(1), scored.files.get("s.xlsx") ?? Buffer.of(2))).toBe(0);
    const cleaned = await run(["clean", "s.xlsx", "-o", "c.xlsx"], scored.files);
    expect(sheetOf(cleaned.files.get("c.xlsx"))).toContain(original);
    expect(await createXlsxHost(cleaned.files.get("c.xlsx") ?? new Uint8Array()).read()).toEqual(await createXlsxHost(book).read());
  });
}); // prettier-ignore
