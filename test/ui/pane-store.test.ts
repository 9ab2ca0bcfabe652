import { parseA1, type CellAddress } from "../../src/core/workbook/address";
import type { CellScalar } from "../../src/core/workbook/snapshot";
import {
  HESHAN,
  itemAt,
  itemsOf,
  opened,
  paneOn,
  reviewOf,
  rowOf,
  SHEET,
  tableOf,
  textStore,
  workbook,
  written,
  type PaneFixture,
} from "./pane-fixture";

const at = (cell: string): CellAddress => {
  const position = parseA1(cell);
  if (!position) throw new Error(cell);
  return { sheet: SHEET, ...position };
};

async function valueAt({ host }: PaneFixture, cell: string, sheet = SHEET): Promise<CellScalar> {
  const read = await host.read();
  const { row, column } = at(cell);
  const found = read.ok ? read.value.sheets.find(({ name }) => name === sheet) : undefined;
  return found?.cells.find((one) => one.row === row && one.column === column)?.value ?? null;
}

const cellsOf = (pane: PaneFixture, kind: Parameters<typeof itemsOf>[1]): readonly string[] =>
  itemsOf(pane, kind).map(({ cell }) => cell);

describe("the reference workbook, from reading to undoing", () => {
  it("[U2] 待办 holds 7 deductions of 7 marks without a reason and 16 rates without data, the weightiest first", async () => {
    const pane = await opened();
    expect(cellsOf(pane, "unexplained")).toEqual(["D23", "D24", "D25", "D26", "D27", "D28", "D29"]);
    expect(itemAt(pane, "unexplained", "D23").fact).toEqual({ is: "deducted", score: "7", full: "8", by: "1" });
    expect(itemsOf(pane, "lacking")).toHaveLength(16);
    expect(tableOf(pane).totals).toMatchObject({ typed: "93", recomputed: null, grade: "优" });
  });

  it("[U2] by the pack of Hunan the four states add up to 100 marks", async () => {
    const pane = await opened();
    await pane.store.actions.choosePack("department-hunan");
    const { full, shares } = tableOf(pane).states;
    expect(full).toBe("100");
    expect(shares.reduce((sum, { marks }) => sum + Number(marks), 0)).toBe(100);
  });

  it("[U3] a reason is saved without 写入: the column is added, and a second full reading finds it given", async () => {
    const pane = await opened();
    const item = itemAt(pane, "unexplained", "D23");
    expect(reviewOf(pane).reasons.get("t1")?.[item.index ?? -1]).toEqual({ at: null, cell: "G23" });
    expect(await pane.store.actions.reason(item, "G23", "=一项工作因疫情推迟到次年完成")).toBe("done");
    expect(await valueAt(pane, "G2")).toBe("扣分原因");
    expect(await valueAt(pane, "G23")).toBe("=一项工作因疫情推迟到次年完成");
    await pane.store.settled();
    expect(cellsOf(pane, "unexplained")).toContain("D23");
    expect(pane.store.getState().done.get(item.key)).toEqual({ cell: "G23", isSaving: false });
    await pane.store.actions.read();
    expect(cellsOf(pane, "unexplained")).toEqual(["D24", "D25", "D26", "D27", "D28", "D29"]);
  });

  it("[U3] seven reasons one after the other, without waiting in between, are all there", async () => {
    const pane = await opened();
    const items = itemsOf(pane, "unexplained");
    const saved = items.map((item) => pane.store.actions.reason(item, "", `${item.name}：年底集中验收，次年1月完成`));
    expect(await Promise.all(saved)).toEqual(items.map(() => "done"));
    await pane.store.actions.read();
    expect(cellsOf(pane, "unexplained")).toEqual([]);
    await written(pane);
    await pane.store.actions.propose(false);
    expect(pane.store.getState().proposal?.result.plan.steps).toEqual([]);
  });

  it("[U3] 改为 n 分 changes the one cell, and undo brings it back", async () => {
    const pane = await opened();
    const item = itemAt(pane, "unexplained", "D23");
    expect(await pane.store.actions.score(item, "8")).toBe("done");
    expect(await valueAt(pane, "D23")).toBe(8);
    await pane.store.actions.undo();
    expect(await valueAt(pane, "D23")).toBe(7);
  });

  it("[U3] a waiver needs no 写入 either: its finding is gone from 待办, and comes back with undo", async () => {
    const pane = await opened();
    const item = itemAt(pane, "unexplained", "D24");
    expect(await pane.store.actions.waive(item, item.findings[0]?.fingerprint ?? "", "上级已批复调整")).toBe("done");
    await pane.store.actions.read();
    expect(cellsOf(pane, "unexplained")).not.toContain("D24");
    await pane.store.actions.undo();
    expect(cellsOf(pane, "unexplained")).toContain("D24");
  });

  it("[U3] 69 and 77 give 89.61 %, and stand in 基础数据, which is added with the first of them", async () => {
    const pane = await opened();
    const { actions } = pane.store;
    expect(await actions.fill(rowOf(pane, "在职人员数"), "69")).toBe("done");
    await pane.store.settled();
    expect(rowOf(pane, "编制数")).toMatchObject({ value: null, cell: "D5", typedInSheet: true });
    expect(await actions.fill(rowOf(pane, "编制数"), "77")).toBe("done");
    await pane.store.settled();
    expect(reviewOf(pane).data[0]).toMatchObject({ name: "在职人员控制率", rate: "89.61%" });
    expect(rowOf(pane, "编制数")).toMatchObject({ value: "77", from: "sheet", cell: "D5", typedInSheet: true });
    expect(pane.store.getState().choices.inputs).toEqual({});
  });

  it("what is no number is refused and changes nothing", async () => {
    const pane = await opened();
    expect(await pane.store.actions.fill(rowOf(pane, "编制数"), "七十七")).toBe("refused");
    expect(rowOf(pane, "编制数").value).toBeNull();
  });

  it("[U3] a reason, a waiver and the whole result are taken back one by one, and nothing is left", async () => {
    const pane = await opened();
    const { actions, getState } = pane.store;
    const before = await pane.host.read();
    await written(pane);
    expect(getState().notice).toMatchObject({ kind: "wrote" });
    await actions.reason(itemAt(pane, "unexplained", "D23"), "L23", "一项工作因疫情推迟到次年完成");
    const waived = itemAt(pane, "unexplained", "D24");
    await actions.waive(waived, waived.findings[0]?.fingerprint ?? "", "上级已批复调整");
    await actions.undo();
    await actions.undo();
    await actions.undo();
    expect(getState().undoable).toBeNull();
    expect(itemsOf(pane, "unexplained")).toHaveLength(7);
    expect(await pane.host.read()).toEqual(before);
  });

  it("[U7] what was written can be undone after the pane was closed and opened again", async () => {
    const texts = textStore();
    const pane = await opened({ texts });
    await written(pane);
    const again = paneOn(workbook(HESHAN), { texts, host: pane.host });
    expect(again.store.getState().undoable?.what).toBe("review");
    await again.store.actions.read();
    await again.store.actions.undo();
    expect(itemsOf(again, "unexplained")).toHaveLength(7);
    expect(again.store.getState().notice).toMatchObject({ kind: "undone", entry: "review", kept: [] });
  });
});

describe("what fails", () => {
  const failure = { kind: "protected", sheet: SHEET, cells: [at("G23")] } as const;

  it("[U6] a save that failed says of what, marks the row, and leaves it to do", async () => {
    const pane = await opened({ host: { write: () => Promise.resolve({ ok: false, failure }) } });
    const item = itemAt(pane, "unexplained", "D25");
    expect(await pane.store.actions.reason(item, "G25", "年底集中验收")).toBe("failed");
    const { notice, failed, done } = pane.store.getState();
    expect(notice).toEqual({
      kind: "save-failed",
      item: { key: item.key, reviewing: null, cell: "G25" },
      why: failure,
    });
    expect([failed.has(item.key), done.has(item.key)]).toEqual([true, false]);
  });

  it("[U6] the notice is solved by the save that succeeds", async () => {
    const pane = await opened();
    const write = pane.host.write.bind(pane.host);
    Object.assign(pane.host, { write: () => Promise.resolve({ ok: false, failure: { kind: "cell-edit-mode" } }) });
    const item = itemAt(pane, "unexplained", "D25");
    await pane.store.actions.reason(item, "G25", "年底集中验收");
    Object.assign(pane.host, { write });
    expect(await pane.store.actions.reason(item, "G25", "年底集中验收")).toBe("done");
    expect(pane.store.getState()).toMatchObject({ notice: null, failed: new Set() });
  });

  it("a failed write says why and keeps the review", async () => {
    const pane = await opened({ host: { write: () => Promise.resolve({ ok: false, failure }) } });
    await written(pane);
    expect(pane.store.getState().notice).toEqual({ kind: "failure", failure });
    expect(itemsOf(pane, "unexplained")).toHaveLength(7);
  });

  it("[U7] what stands in the workbook and could not be put back can be undone", async () => {
    const inverse = { guards: [], steps: [] };
    const cause = { kind: "busy", retryAfterSeconds: null } as const;
    const partly = { kind: "partially-applied", inverse, cause, differences: [] } as const;
    const pane = await opened({ host: { write: () => Promise.resolve({ ok: false, failure: partly }) } });
    await written(pane);
    expect(pane.store.getState().undoable).toMatchObject({ what: "partial", inverse });
  });

  it("a workbook that can not be read ends in a failure with its reason, not in a pane that reads for ever", async () => {
    const pane = await opened({}, new TextEncoder().encode("no workbook"));
    expect(pane.store.getState().phase).toMatchObject({ status: "failed", failure: { kind: "unreadable" } });
  });
});

describe("between the pane and the sheet", () => {
  it("[U5] a change in the sheet marks the results out of date, and quiet brings them up to date", async () => {
    const pane = await opened();
    const stop = pane.store.start();
    pane.change({ sheet: SHEET, own: false });
    expect(pane.store.getState()).toMatchObject({ phase: { status: "ready", outdated: true }, changes: 1 });
    await new Promise((resume) => setTimeout(resume, 1200));
    expect(pane.store.getState()).toMatchObject({ phase: { status: "ready", outdated: false }, changes: 0 });
    stop();
  });

  it("[U5] while an item is open the list is not read anew under the hand: the notice asks", async () => {
    const pane = await opened();
    const stop = pane.store.start();
    pane.store.actions.open(itemAt(pane, "unexplained", "D23").key);
    pane.change({ sheet: SHEET, own: false });
    pane.change({ sheet: SHEET, own: false });
    await new Promise((resume) => setTimeout(resume, 1200));
    expect(pane.store.getState()).toMatchObject({ phase: { outdated: true }, changes: 2 });
    stop();
  });

  it("[U5] a closed pane hears nothing, and reads the workbook again when it is shown", async () => {
    let reads = 0;
    const inner = paneOn(workbook(HESHAN)).host;
    const pane = await opened({ host: { read: (options) => inner.read(options).finally(() => reads++) } });
    const stop = pane.store.start();
    pane.store.setVisible(false);
    pane.change({ sheet: SHEET, own: false });
    pane.select(at("D5"));
    expect(pane.store.getState()).toMatchObject({ phase: { status: "ready", outdated: false }, selected: null });
    pane.store.setVisible(true);
    expect(pane.store.getState().phase.status).toBe("reading");
    pane.select(at("D6"));
    expect(pane.store.getState().selected).toEqual(at("D6"));
    await new Promise((resume) => setTimeout(resume, 300));
    expect(reads).toBe(2);
    stop();
  });

  it("follows the selection unless the person has switched that off", async () => {
    const pane = await opened();
    const stop = pane.store.start();
    pane.select(at("D5"));
    expect(pane.store.getState().selected).toEqual(at("D5"));
    pane.store.actions.habits({ ...pane.store.getState().habits, followSelection: false });
    pane.select(at("D6"));
    expect(pane.store.getState().selected).toEqual(at("D5"));
    stop();
  });
});
