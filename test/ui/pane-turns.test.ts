import type { HostResult, WorkbookHost, WriteReceipt } from "../../src/host/port";
import type { WritePlan } from "../../src/core/workbook/write-plan";
import { planTyped } from "../../src/app/pane/typed-cells";
import { HESHAN, opened, paneOn, reviewOf, rowOf, SHEET, workbook, type PaneFixture } from "./pane-fixture";

const inputs = (pane: PaneFixture) => pane.store.getState().choices.inputs;

/** A host whose next write waits until it is let go, or ends as the test says. */
function slowWrites(): { readonly host: Partial<WorkbookHost>; hold: () => () => void; most: () => number } {
  const inner = paneOn(workbook(HESHAN)).host;
  let gate: Promise<void> = Promise.resolve();
  let [now, most] = [0, 0];
  const write = async (plan: WritePlan): Promise<HostResult<WriteReceipt>> => {
    most = Math.max(most, ++now);
    await gate;
    const written = await inner.write(plan);
    now--;
    return written;
  };
  const hold = (): (() => void) => {
    let letGo = (): void => undefined;
    gate = new Promise((resolve) => (letGo = resolve));
    return letGo;
  };
  return { host: { read: (options) => inner.read(options), write }, hold, most: () => most };
}

/** 基础数据 stands in the workbook, so that numbers go straight into their cells. */
async function written(host: Partial<WorkbookHost>): Promise<PaneFixture> {
  const pane = await opened({ host });
  await pane.store.actions.fill(rowOf(pane, "在职人员数"), "69");
  await pane.store.actions.fill(rowOf(pane, "编制数"), "77");
  await pane.store.actions.propose(false);
  await pane.store.actions.confirm();
  return pane;
}

describe("work that takes time", () => {
  it("[U2] a number typed while another is being written waits its turn, and both are put", async () => {
    const slow = slowWrites();
    const pane = await written(slow.host);
    const letGo = slow.hold();
    const first = pane.store.actions.fill(rowOf(pane, "在职人员数"), "70");
    const second = pane.store.actions.fill(rowOf(pane, "编制数"), "80");
    letGo();
    expect(await Promise.all([first, second])).toEqual(["done", "done"]);
    expect([rowOf(pane, "在职人员数").value, rowOf(pane, "编制数").value]).toEqual(["70", "80"]);
    expect(slow.most()).toBe(1);
    expect(pane.store.getState().work).toBeNull();
  });

  it("[U2] a number that the workbook refuses is not called no number", async () => {
    const slow = slowWrites();
    const pane = await written(slow.host);
    const failure = { kind: "read-only" } as const;
    const { host } = pane;
    Object.assign(host, { write: () => Promise.resolve({ ok: false, failure }) });
    expect(await pane.store.actions.fill(rowOf(pane, "编制数"), "80")).toBe("failed");
    expect(pane.store.getState().notice).toEqual({ kind: "failure", failure });
    expect(await pane.store.actions.fill(rowOf(pane, "编制数"), "八十")).toBe("refused");
  });

  it("[U4] numbers that 写入 stored in the workbook are kept in the pane again after 撤销", async () => {
    const pane = await written({});
    expect(inputs(pane)).toEqual({});
    await pane.store.actions.undo();
    expect(inputs(pane)).toEqual({ 在职人员数: "69", 编制数: "77" });
    expect(reviewOf(pane).data[0]).toMatchObject({ name: "在职人员控制率", rate: "89.61%" });
  });

  it("[U4] an undo that broke off in the middle can be taken back, and then done again", async () => {
    const pane = await written({});
    const inverse = { guards: [], steps: [] };
    const { host } = pane;
    const whole = host.write.bind(host);
    const failure = {
      kind: "partially-applied",
      inverse,
      cause: { kind: "busy", retryAfterSeconds: null },
      differences: [],
    } as const;
    Object.assign(host, { write: () => Promise.resolve({ ok: false, failure }) });
    await pane.store.actions.undo();
    expect(pane.store.getState().undoable).toMatchObject({ what: "partial", inverse });
    Object.assign(host, { write: whole });
    await pane.store.actions.undo();
    expect(pane.store.getState().undoable?.what).toBe("review");
  });

  it("[U4] an undo over a cell that somebody changed since says which, and undoes nothing", async () => {
    const pane = await written({});
    const at = { sheet: SHEET, row: 22, column: 11 };
    const { book } = reviewOf(pane);
    await pane.host.write(planTyped(book, [{ at, content: { type: "text", text: "手工写的" } }]));
    await pane.store.actions.undo();
    expect(pane.store.getState().notice).toEqual({ kind: "undo-stale", cells: [`${SHEET} L23`] });
    expect(pane.store.getState().undoable?.what).toBe("review");
  });

  it("[U10] an undo in which our own host fails ends in words, not in a pane that waits for ever", async () => {
    const pane = await written({});
    Object.assign(pane.host, { write: () => Promise.reject(new Error("a fault")) });
    await pane.store.actions.undo();
    expect(pane.store.getState()).toMatchObject({
      work: null,
      notice: { kind: "failure", failure: { code: "unexpected" } },
    });
  });
});

describe("what was written", () => {
  it("[U3] is as many places as were shown before", async () => {
    const pane = await opened();
    await pane.store.actions.propose(false);
    const shown = pane.store.getState().proposal?.rows.length;
    await pane.store.actions.confirm();
    expect(pane.store.getState().notice).toEqual({ kind: "wrote", places: shown });
  });
});

describe("changes that come at the wrong moment", () => {
  it("[U5] a change during a reading leaves its result out of date", async () => {
    const pane = await opened();
    const stop = pane.store.start();
    const reading = pane.store.actions.read();
    pane.change({ sheet: SHEET, own: false });
    await reading;
    expect(pane.store.getState().phase).toMatchObject({ status: "ready", outdated: true });
    stop();
  });

  it("[U5] another's change during a write of ours is heard", async () => {
    const slow = slowWrites();
    const pane = await written(slow.host);
    const stop = pane.store.start();
    const letGo = slow.hold();
    const undone = pane.store.actions.undo();
    await Promise.resolve();
    pane.change({ sheet: SHEET, own: false });
    expect(pane.store.getState().phase).toMatchObject({ status: "ready", outdated: true });
    letGo();
    await undone;
    stop();
  });

  it("[U3] 写入 shows its plan also where another reading overtook the one that it waited for", async () => {
    const pane = await opened();
    const stop = pane.store.start();
    pane.change({ sheet: SHEET, own: false });
    const proposed = pane.store.actions.propose(false);
    await pane.store.actions.read();
    await proposed;
    expect(pane.store.getState().proposal).not.toBeNull();
    stop();
  });
});
