import type { CellAddress } from "../../../src/core/workbook/address";
import { parseA1 } from "../../../src/core/workbook/address";
import { displayText } from "../../../src/core/formula/number-format";
import { WorkbenchHost } from "../../../src/host/workbench/workbench-host";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { buildWorkbook } from "../../support/build-workbook";
import { snapshotOf } from "../../contract/hosts";
import { protectedWorkbook } from "../../contract/workbooks";

const BOOK = buildWorkbook({
  sheets: [
    {
      name: "自评表",
      cells: {
        A1: "预算数",
        B1: 100,
        A2: "执行数",
        B2: 80,
        A3: "执行率",
        B3: { formula: "=B2/B1", value: 0.8, format: "0.00%" },
        D1: { formula: "=B1:B2", array: "D1:D2", value: 100 },
        D2: 80,
      },
    },
    { name: "汇总", cells: { A1: { formula: "='自评表'!B3*10", value: 8 } } },
  ],
});

const at = (a1: string, sheet = "自评表"): CellAddress => ({ sheet, ...(parseA1(a1) ?? { row: 0, column: 0 }) });

async function open(bytes: Uint8Array = BOOK): Promise<WorkbenchHost> {
  const host = await WorkbenchHost.open(createXlsxHost(bytes));
  if (!host.ok) throw new Error(JSON.stringify(host.failure));
  return host.value;
}

const shown = (host: WorkbenchHost, a1: string, sheet?: string): string =>
  displayText(host.book.shown(at(a1, sheet)).value, host.book.cell(at(a1, sheet))?.numberFormat);

async function saved(host: WorkbenchHost): Promise<(a1: string, sheet?: string) => unknown> {
  const bytes = await host.save();
  if (!bytes.ok) throw new Error(JSON.stringify(bytes.failure));
  const book = await snapshotOf(bytes.value);
  return (a1, sheet = "自评表") => {
    const { row, column } = at(a1);
    const cells = book.sheets.find(({ name }) => name === sheet)?.cells ?? [];
    const cell = cells.find((one) => one.row === row && one.column === column);
    return cell?.formula ?? cell?.value ?? null;
  };
}

describe("[B4] what is typed shows at once and reaches the file", () => {
  it("formulas on both sheets show the new value before anything is written, and the file holds it after saving", async () => {
    const host = await open();
    expect(host.type([{ at: at("B2"), text: "90" }])).toBeNull();
    expect([shown(host, "B2"), shown(host, "B3"), shown(host, "A1", "汇总")]).toEqual(["90", "90.00%", "9"]);
    const file = await saved(host);
    expect([file("B2"), file("B3")]).toEqual([90, "=B2/B1"]);
    const read = await host.read();
    expect(read.ok && read.value.sheets[1]?.cells[0]?.value).toBe(9);
  });

  it("a formula typed beyond the used cells is calculated, and 合计 typed into a column is summed", async () => {
    const host = await open();
    host.type([{ at: at("B9"), text: "20" }]);
    host.type([{ at: at("B12"), text: "=SUM(B1:B9)" }]);
    expect(shown(host, "B12")).toBe("200.8");
    expect((await saved(host))("B12")).toBe("=SUM(B1:B9)");
  });

  it("a reading while something is typed and not yet written reads what is shown", async () => {
    const host = await open();
    host.type([{ at: at("A2"), text: "全年执行数" }]);
    const read = await host.read();
    expect(read.ok && read.value.sheets[0]?.cells.find(({ row, column }) => row === 1 && column === 0)?.value).toBe(
      "全年执行数",
    );
  });

  it("what is not changed is no edit: nothing is told, nothing can be undone", async () => {
    const host = await open();
    host.type([{ at: at("B2"), text: "80" }]);
    expect([host.version, host.canUndo]).toEqual([0, false]);
  });
});

describe("[B7] typed cells and the pane's writes are one list of undo", () => {
  it("two entries in one cell and one in another are taken back one by one, and done again", async () => {
    const host = await open();
    host.type([{ at: at("B2"), text: "90" }]);
    host.type([{ at: at("B1"), text: "95" }]);
    host.type([{ at: at("B2"), text: "" }]);
    const states: string[] = [];
    const note = () => states.push(`${shown(host, "B1")} ${shown(host, "B2")}`);
    note();
    for (let i = 0; i < 3; i++) {
      await host.undo();
      note();
    }
    for (let i = 0; i < 3; i++) {
      await host.redo();
      note();
    }
    expect(states).toEqual(["95 ", "95 90", "100 90", "100 80", "100 90", "95 90", "95 "]);
  });

  it("after all is taken back the file holds what it held, and its cells are those of before", async () => {
    const host = await open();
    host.type([{ at: at("B2"), text: "90%" }]);
    host.type([{ at: at("F7"), text: "说明" }]);
    await host.undo();
    await host.undo();
    const bytes = await host.save();
    expect(bytes.ok && (await snapshotOf(bytes.value))).toEqual(await snapshotOf(BOOK));
    expect([host.canUndo, host.canRedo]).toEqual([false, true]);
  });

  it("a plan that is written is taken back by key, and by writing its inverse", async () => {
    const host = await open();
    const plan = (value: number, before: number) =>
      ({
        guards: [],
        steps: [
          {
            do: "putCells",
            sheet: "自评表",
            cells: [{ row: 1, column: 1, expect: { value: before }, content: { type: "number", number: value } }],
          },
        ],
      }) as const;
    host.type([{ at: at("A1"), text: "预算" }]);
    const written = await host.write(plan(70, 80));
    if (!written.ok) throw new Error(JSON.stringify(written.failure));
    await host.write(written.value.inverse);
    expect([shown(host, "B2"), host.canRedo]).toEqual(["80", true]);
    await host.redo();
    expect(shown(host, "B2")).toBe("70");
    await host.undo();
    await host.undo();
    expect([shown(host, "A1"), shown(host, "B2"), host.canUndo]).toEqual(["预算数", "80", false]);
  });

  it("something new after an undo leaves nothing to do again", async () => {
    const host = await open();
    host.type([{ at: at("B2"), text: "90" }]);
    await host.undo();
    host.type([{ at: at("B1"), text: "90" }]);
    await host.flush();
    expect(host.canRedo).toBe(false);
  });
});

describe("[B6] a cell that can not be changed says why, and nothing is put", () => {
  it("part of an array formula", async () => {
    const host = await open();
    expect(
      host.type([
        { at: at("B1"), text: "1" },
        { at: at("D2"), text: "1" },
      ]),
    ).toEqual({
      zh: "D2 属于数组公式，不能单独修改",
      en: "D2 is part of an array formula and can not be changed alone",
    });
    expect(shown(host, "B1")).toBe("100");
  });

  it("a locked cell of a protected sheet", async () => {
    const host = await open(protectedWorkbook());
    const [sheet] = host.book.snapshot.sheets;
    const problem = host.type([{ at: { sheet: sheet?.name ?? "", row: 0, column: 0 }, text: "1" }]);
    expect(problem?.zh).toContain("受保护，A1 不能修改");
  });

  it("a formula that is none", async () => {
    const host = await open();
    expect(host.type([{ at: at("B1"), text: "=SUM(" }])?.zh).toContain("公式有误");
  });
});
