import { review } from "../../../src/core/review";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { buildWorkbook, type WorkbookData } from "../../support/build-workbook";

async function codes(book: Pick<WorkbookData, "calculation">, total: number | string): Promise<readonly string[]> {
  const cell = typeof total === "number" ? total : { formula: total, value: 9 };
  const rows = [
    ["三级指标", "分值", "自评得分", "扣分原因"],
    ["在职人员控制率", 5, 5, null],
    ["预算执行率", 5, 4, "项目跨年实施，余款次年支付"],
    ["合计", 10, cell, null],
  ];
  const read = await createXlsxHost(buildWorkbook({ ...book, sheets: [{ name: "自评表", rows }] })).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return review(read.value).findings.map(({ code }) => code);
}

it.each([
  ["manual, with a formula", "manual", "SUM(C2:C3)", ["manual-calculation"]],
  ["manual, numbers only", "manual", 9, []],
  ["automatic, with a formula", "automatic", "SUM(C2:C3)", []],
] as const)(
  "[C16] a workbook that calculates on demand may show what is old: %s",
  async (_, calculation, total, found) => {
    expect((await codes({ calculation }, total)).filter((code) => code === "manual-calculation")).toEqual(found);
  },
);
