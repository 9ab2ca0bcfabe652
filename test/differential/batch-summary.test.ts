import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { buildWorkbook } from "../support/build-workbook";
import { run } from "../cli/memory-terminal";
import { describeWithLibreOffice, recalculate } from "./libreoffice";

/** Six units with one form; one of them claims what the others do not. */
const units = new Map(
  [8, 8.5, 9, 8, 8.5, 2].map((score, i) => [
    `报送/单位${i + 1}.xlsx`,
    buildWorkbook({
      sheets: [
        {
          name: "自评表",
          rows: [
            [`单位名称：第${i + 1}中学`],
            ["一级指标", "三级指标", "分值", "自评得分", "扣分原因"],
            ["产出", "项目完成率", 20, 20, null],
            ["产出", "完成及时率", 10, score, "雨季停工"],
            ["合计", null, 30, 20 + score, null],
          ],
        },
      ],
    }),
  ]),
);

describeWithLibreOffice("[Y11] the summary of a batch, in LibreOffice", () => {
  it("opens, and holds on every sheet what was written there", async () => {
    const { files } = await run(["batch", ...units.keys(), "-o", "汇总.xlsx"], units);
    const bytes = files.get("汇总.xlsx") ?? new Uint8Array();
    const written = await createXlsxHost(bytes).read();
    if (!written.ok) throw new Error(JSON.stringify(written.failure));
    const opened = recalculate(new Map([["汇总", bytes]])).get("汇总");
    expect(written.value.sheets.length).toBeGreaterThan(3);
    for (const { name, cells } of written.value.sheets)
      for (const { row, column, value, formula } of cells)
        if (formula === undefined && value !== null)
          expect([name, row, column, opened?.get(name)?.at(row, column)]).toEqual([name, row, column, value]);
  }, 120_000);
});
