import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { a1 } from "../../src/core/workbook/address";
import { buildWorkbook, type WorkbookData } from "../support/build-workbook";
import { run } from "./memory-terminal";

type Rows = NonNullable<WorkbookData["sheets"][number]["rows"]>;

const MADE: Rows = [
  ["三级指标", "分值", "自评得分", "扣分原因"],
  ["在职人员控制率", 10, 9, "年中新增人员两名"],
  ["预算执行率", 10, 8, "项目跨年实施，余款次年支付"],
  ["制度健全性", 10, 9, "两项制度尚未修订"],
  ["合计", { formula: "SUM(B2:B4)", value: 30 }, { formula: "SUM(C2:C4)*0.9", value: 23.4 }, null],
];

const book = buildWorkbook({
  sheets: [
    { name: "自评表", rows: MADE },
    { name: "附表", rows: [[1, { formula: "A1+1", value: 3 }], [null, { formula: "HYPERLINK(\"#A1\",\"甲\")", value: "甲" }]] },
  ],
}); // prettier-ignore

async function audited(bytes: Uint8Array, ...args: string[]) {
  const files = new Map([["甲.xlsx", bytes]]);
  const { status, err, files: written } = await run(["audit", "甲.xlsx", "-o", "乙.xlsx", ...args], files);
  expect(err).toBe("");
  return { status, bytes: written.get("乙.xlsx") ?? new Uint8Array() };
}

async function opened(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const read = await createXlsxHost(bytes).read();
  if (!read.ok) throw new Error(read.failure.kind);
  return read.value;
}

const sheetIn = (workbook: WorkbookSnapshot) => workbook.sheets.find(({ name }) => name === "公式核查表");

const textAt = (workbook: WorkbookSnapshot): ReadonlyMap<string, unknown> =>
  new Map(sheetIn(workbook)?.cells.map((cell) => [a1(cell), cell.value]));

describe("[G22] audit -o writes 公式核查表", () => {
  it("one line for each formula and judged cell, what it is and what it should be", async () => {
    const { status, bytes } = await audited(book);
    expect(status).toBe(1);
    const cells = textAt(await opened(bytes));
    const rows = [...cells.keys()].filter((cell) => /^B\d+$/.test(cell)).map((cell) => Number(cell.slice(1))).filter((row) => row > 9); // prettier-ignore
    const lines = rows.map((row) => ["B", "C", "D", "E", "F", "G", "H", "I", "J", "K"].map((column) => cells.get(`${column}${row}`) ?? "")); // prettier-ignore
    expect(lines).toEqual([
      ["自评表!C2", "在职人员控制率", "", "（没有评分标准）", 9, "", "", "", "无可比", ""],
      ["自评表!C3", "预算执行率", "", "（没有评分标准）", 8, "", "", "", "无可比", ""],
      ["自评表!C4", "制度健全性", "", "（没有评分标准）", 9, "", "", "", "无可比", ""],
      ["自评表!B5", "合计", "=SUM(B2:B4)", "=SUM(B2:B4)", 30, 30, 30, 0, "一致", "B2:B4"],
      ["自评表!C5", "合计", "=SUM(C2:C4)*0.9", "=SUM(C2:C4)", 23.4, 23.4, 26, -2.6, "公式不符", "C2:C4"],
      ["附表!B1", "", "=A1+1", "", 3, 2, "", 1, "未重算", "A1"],
      ["附表!B2", "", '=HYPERLINK("#A1","甲")', "", "甲", expect.anything(), "", "", expect.anything(), expect.anything()],
    ]); // prettier-ignore
  });

  it("holds no formula of its own, the hashes, and blank fields for people", async () => {
    const { bytes } = await audited(book);
    const workbook = await opened(bytes);
    expect(sheetIn(workbook)?.cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
    const cells = textAt(workbook);
    expect(["B2", "D2", "F2", "I2"].map((cell) => cells.get(cell))).toEqual(["被审核单位", "编制人", "复核人", "日期"]);
    expect(["C2", "E2", "G2", "J2"].map((cell) => cells.get(cell) ?? null)).toEqual([null, null, null, null]);
    expect(cells.get("A4")).toBe("文件 SHA-256");
    expect(String(cells.get("C4"))).toMatch(/^[0-9a-f]{64}$/);
    expect(String(cells.get("C5"))).toMatch(/^[0-9a-f]{64}$/);
  });

  it("run again on its own copy it changes no byte, and what people filled in stays", async () => {
    const first = await audited(book);
    const again = await audited(first.bytes);
    expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    const host = createXlsxHost(first.bytes);
    const write = { row: 1, column: 2, expect: { value: null }, content: { type: "text", text: "县水务局" } } as const;
    await host.write({ guards: [], steps: [{ do: "putCells", sheet: "公式核查表", cells: [write] }] });
    expect(textAt(await opened((await audited(host.bytes())).bytes)).get("C2")).toBe("县水务局");
  });

  it("clean takes it out and leaves the unit's own cells", async () => {
    const { bytes } = await audited(book);
    const files = new Map([["乙.xlsx", bytes]]);
    const { files: written } = await run(["clean", "乙.xlsx", "-o", "丙.xlsx"], files);
    const cleaned = await opened(written.get("丙.xlsx") ?? new Uint8Array());
    const before = await opened(book);
    expect(cleaned.sheets.map(({ name }) => name)).toEqual(["自评表", "附表"]);
    expect(cleaned.sheets.map(({ cells }) => cells.map(({ row, column, value, formula }) => [row, column, value, formula]))).toEqual(before.sheets.map(({ cells }) => cells.map(({ row, column, value, formula }) => [row, column, value, formula]))); // prettier-ignore
    expect(cleaned.names).toEqual(before.names);
  });

  it("is not written over a file that is there, nor over the one that is read", async () => {
    const files = new Map([["甲.xlsx", book], ["乙.xlsx", book]]); // prettier-ignore
    expect((await run(["audit", "甲.xlsx", "-o", "乙.xlsx"], files)).status).toBe(2);
    expect((await run(["audit", "甲.xlsx", "-o", "甲.xlsx"], files)).status).toBe(2);
  });
});
