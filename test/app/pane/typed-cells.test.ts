import { planTyped } from "../../../src/app/pane/typed-cells";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { buildWorkbook } from "../../support/build-workbook";

describe("[U3] what a person types into a cell", () => {
  it("is refused by the sheet's name where that sheet was renamed meanwhile, and is not told as saved", async () => {
    const host = createXlsxHost(buildWorkbook({ sheets: [{ name: "计分表（定稿）", rows: [["指标", "原因"]] }] }));
    const read = await host.read();
    if (!read.ok) throw new Error("not read");
    const content = { type: "text", text: "暴雨停工" } as const;
    const plan = planTyped(read.value, [{ at: { sheet: "计分表", row: 1, column: 1 }, content }]);
    expect(await host.write(plan)).toEqual({ ok: false, failure: { kind: "sheet-missing", sheet: "计分表" } });
  });

  it("is put where its sheet still stands", async () => {
    const host = createXlsxHost(buildWorkbook({ sheets: [{ name: "计分表", rows: [["指标", "原因"]] }] }));
    const read = await host.read();
    if (!read.ok) throw new Error("not read");
    const content = { type: "text", text: "暴雨停工" } as const;
    await host.write(planTyped(read.value, [{ at: { sheet: "计分表", row: 1, column: 1 }, content }]));
    const again = await host.read();
    expect(again.ok && again.value.sheets[0]?.cells.find(({ row, column }) => row === 1 && column === 1)?.value).toBe("暴雨停工"); // prettier-ignore
  });
});
