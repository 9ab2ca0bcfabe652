import type { HostResult, WorkbookHost, WriteReceipt } from "../../src/host/port";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import type { WritePlan } from "../../src/core/workbook/write-plan";
import { planTyped } from "../../src/app/pane/typed-cells";
import { HESHAN, opened, paneOn, reviewOf, rowOf, SHEET, workbook, written, type PaneFixture } from "./pane-fixture";

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
async function filled(host: Partial<WorkbookHost>): Promise<PaneFixture> {
  const pane = await opened({ host });
  await pane.store.actions.fill(rowOf(pane, "在职人员数"), "69");
  await pane.store.settled();
  await pane.store.actions.fill(rowOf(pane, "编制数"), "77");
  await pane.store.settled();
  await written(pane);
  return pane;
}

const textAt = (book: WorkbookSnapshot, cell: { row: number; column: number }, text: string): WritePlan =>
  planTyped(book, [{ at: { sheet: SHEET, ...cell }, content: { type: "text", text } }]);

describe("work that takes time", () => {
  it("[U3] a number typed while another is being written waits its turn, and both are put", async () => {
    const slow = slowWrites();
    const pane = await filled(slow.host);
    const letGo = slow.hold();
    const first = pane.store.actions.fill(rowOf(pane, "在职人员数"), "70");
    const second = pane.store.actions.fill(rowOf(pane, "编制数"), "80");
    letGo();
    expect(await Promise.all([first, second])).toEqual(["done", "done"]);
    await pane.store.settled();
    expect([rowOf(pane, "在职人员数").value, rowOf(pane, "编制数").value]).toEqual(["70", "80"]);
    expect(slow.most()).toBe(1);
    expect(pane.store.getState().work).toBeNull();
  });

  it("[U6] a number that the workbook refuses is not called no number", async () => {
    const pane = await filled({});
    const failure = { kind: "read-only" } as const;
    Object.assign(pane.host, { write: () => Promise.resolve({ ok: false, failure }) });
    expect(await pane.store.actions.fill(rowOf(pane, "编制数"), "80")).toBe("failed");
    expect(pane.store.getState().notice).toMatchObject({ kind: "save-failed", why: failure });
    expect(await pane.store.actions.fill(rowOf(pane, "编制数"), "八十")).toBe("refused");
  });

  it("[U7] an undo that broke off in the middle can be taken back, and then done again", async () => {
    const pane = await filled({});
    const inverse = { guards: [], steps: [] };
    const whole = pane.host.write.bind(pane.host);
    const cause = { kind: "busy", retryAfterSeconds: null } as const;
    const failure = { kind: "partially-applied", inverse, cause, differences: [] } as const;
    Object.assign(pane.host, { write: () => Promise.resolve({ ok: false, failure }) });
    await pane.store.actions.undo();
    expect(pane.store.getState().undoable).toMatchObject({ what: "partial", inverse });
    Object.assign(pane.host, { write: whole });
    await pane.store.actions.undo();
    expect(pane.store.getState().undoable?.what).toBe("review");
  });

  it("[U7] over two cells that somebody changed since, 撤销 asks, takes back all others and names the two", async () => {
    const pane = await opened();
    const before = await pane.host.read();
    await written(pane);
    const { book } = reviewOf(pane);
    await pane.host.write(textAt(book, { row: 22, column: 11 }, "手工写的"));
    await pane.store.actions.read();
    await pane.host.write(textAt(reviewOf(pane).book, { row: 4, column: 8 }, "5"));
    await pane.store.actions.undo();
    const asked = pane.store.getState().notice;
    expect(asked).toMatchObject({ kind: "undo-partly", entry: "review" });
    expect(asked?.kind === "undo-partly" && asked.kept.map(({ row, column }) => [row, column])).toEqual([
      [4, 8],
      [22, 11],
    ]);
    expect(pane.store.getState().undoable?.what).toBe("review");
    await pane.store.actions.undoPartly(false);
    expect(pane.store.getState().notice).toMatchObject({ kind: "undone", kept: [`${SHEET}!I5`, `${SHEET}!L23`] });
    const after = await pane.host.read();
    const kept = after.ok && before.ok ? cellsBeyond(after.value, before.value) : [];
    expect(kept).toEqual(["5", "手工写的"]);
  });

  it("[U7] on demand those two go, too, and the workbook is as it was", async () => {
    const pane = await opened();
    const before = await pane.host.read();
    await written(pane);
    await pane.host.write(textAt(reviewOf(pane).book, { row: 22, column: 11 }, "手工写的"));
    await pane.store.actions.undo();
    await pane.store.actions.undoPartly(true);
    expect(await pane.host.read()).toEqual(before);
  });

  it("[U10] an undo in which our own host fails ends in words, not in a pane that waits for ever", async () => {
    const pane = await filled({});
    Object.assign(pane.host, { write: () => Promise.reject(new Error("a fault")) });
    await pane.store.actions.undo();
    expect(pane.store.getState()).toMatchObject({
      work: null,
      notice: { kind: "failure", failure: { code: "unexpected" } },
    });
  });
});

/** Filled cells of the first sheet that an earlier state of it had not. */
function cellsBeyond(book: WorkbookSnapshot, before: WorkbookSnapshot): readonly unknown[] {
  const places = new Set(before.sheets[0]?.cells.map(({ row, column }) => `${row}:${column}`));
  const cells = book.sheets[0]?.cells ?? [];
  return cells.flatMap(({ row, column, value }) => (value !== null && !places.has(`${row}:${column}`) ? [value] : []));
}

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
    const pane = await filled(slow.host);
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
