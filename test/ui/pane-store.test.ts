import { parseA1, type CellAddress } from "../../src/core/workbook/address";
import { shownTable } from "../../src/ui/pane-state";
import { HESHAN, opened, paneOn, reviewOf, rowOf, SHEET, textStore, workbook, type PaneFixture } from "./pane-fixture";

const at = (cell: string): CellAddress => {
  const position = parseA1(cell);
  if (!position) throw new Error(cell);
  return { sheet: SHEET, ...position };
};

const missing = (pane: PaneFixture) => shownTable(pane.store.getState())?.missing;
const unexplained = (pane: PaneFixture) =>
  reviewOf(pane).groups.flatMap(({ findings }) => findings.filter(({ code }) => code === "justification-missing"));

describe("the reference workbook, from reading to undoing", () => {
  it("[U1] leads with what is missing: no score, 7 deductions of 7 marks unexplained, 16 rates without data", async () => {
    const pane = await opened();
    expect(missing(pane)).toEqual({
      unscored: { count: 0, marks: "0" },
      unexplained: { count: 7, marks: "7" },
      lacking: { count: 16, marks: "0" },
    });
    expect(shownTable(pane.store.getState())?.totals).toMatchObject({ typed: "93", recomputed: null });
    expect(unexplained(pane).map(({ cell }) => cell)).toEqual(["D23", "D24", "D25", "D26", "D27", "D28", "D29"]);
  });

  it("[U1] 下一处 goes from one missing thing to the next, and begins again after the last", async () => {
    const pane = await opened();
    await pane.store.actions.next();
    await pane.store.actions.next();
    expect(pane.revealed).toEqual([at("D23"), at("D24")]);
    const stop = pane.store.start();
    pane.select(at("D29"));
    await pane.store.actions.nextOf("unexplained");
    expect(pane.revealed.at(-1)).toEqual(at("D23"));
    stop();
  });

  it("[U2] 69 and 77 give 89.61 % at once, are kept until written, and stand in 基础数据 afterwards", async () => {
    const pane = await opened();
    const { actions } = pane.store;
    expect(await actions.fill(rowOf(pane, "在职人员数"), "69")).toBe("done");
    expect(await actions.fill(rowOf(pane, "编制数"), "77")).toBe("done");
    expect(reviewOf(pane).data[0]).toMatchObject({ name: "在职人员控制率", rate: "89.61%" });
    expect(rowOf(pane, "编制数")).toMatchObject({ value: "77", from: "inputs", at: null });
    await actions.propose(false);
    await actions.confirm();
    expect(rowOf(pane, "编制数")).toMatchObject({ value: "77", from: "sheet", cell: "D5", typedInSheet: true });
    expect(pane.store.getState().choices.inputs).toEqual({});
  });

  it("what is no number is refused and changes nothing", async () => {
    const pane = await opened();
    expect(await pane.store.actions.fill(rowOf(pane, "编制数"), "七十七")).toBe("refused");
    expect(rowOf(pane, "编制数").value).toBeNull();
  });

  it("[U3] a reason typed in the pane clears its finding; a waiver silences one; undo takes all of it back", async () => {
    const pane = await opened();
    const { actions, getState } = pane.store;
    const before = await pane.host.read();
    expect(unexplained(pane)[0]?.remedy).toMatchObject({ do: "text", what: "reason", at: null });
    await actions.propose(false);
    expect(getState().proposal?.rows.length).toBeGreaterThan(100);
    await actions.confirm();
    expect(getState().notice).toMatchObject({ kind: "wrote" });
    const [first] = unexplained(pane);
    if (first?.remedy?.do !== "text" || !first.remedy.at) throw new Error("no place for the reason");
    expect(first.remedy.cell).toBe("L23");
    await actions.putText("reason", first.remedy.at, "=一项工作因疫情推迟到次年完成");
    expect(unexplained(pane)).toHaveLength(6);
    const [second] = unexplained(pane);
    expect(await actions.waive(second?.fingerprint ?? "", "上级已批复调整")).toBe("done");
    expect(unexplained(pane).filter(({ waived }) => waived)).toHaveLength(1);
    expect(reviewOf(pane).counts.errors).toBe(5);
    await actions.undo();
    await actions.undo();
    await actions.undo();
    expect(getState().undoable).toBeNull();
    expect(unexplained(pane)).toHaveLength(7);
    expect(await pane.host.read()).toEqual(before);
  });

  it("[U4] what was written can be undone after the pane was closed and opened again", async () => {
    const texts = textStore();
    const pane = await opened({ texts });
    await pane.store.actions.propose(false);
    await pane.store.actions.confirm();
    const again = paneOn(workbook(HESHAN), { texts, host: pane.host });
    expect(again.store.getState().undoable?.what).toBe("review");
    await again.store.actions.undo();
    expect(unexplained(again)).toHaveLength(7);
    expect(again.store.getState().notice).toEqual({ kind: "undone", entry: "review" });
  });
});

describe("between the pane and the sheet", () => {
  it("[U5] a change in the sheet marks the results out of date, and quiet brings them up to date", async () => {
    const pane = await opened();
    const stop = pane.store.start();
    pane.change({ sheet: SHEET, own: false });
    expect(pane.store.getState().phase).toMatchObject({ status: "ready", outdated: true });
    await new Promise((resume) => setTimeout(resume, 1200));
    expect(pane.store.getState().phase).toMatchObject({ status: "ready", outdated: false });
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

  it("a pack chosen in the pane judges the table, and is there again the next time", async () => {
    const texts = textStore();
    const pane = await opened({ texts });
    await pane.store.actions.choosePack("department-hunan");
    expect(reviewOf(pane).review.pack?.id).toBe("department-hunan");
    expect(paneOn(workbook(HESHAN), { texts }).store.getState().choices.pack).toBe("department-hunan");
  });

  it("a workbook that can not be read ends in a failure with its reason, not in a pane that reads for ever", async () => {
    const pane = await opened({}, new TextEncoder().encode("no workbook"));
    expect(pane.store.getState().phase).toMatchObject({ status: "failed", failure: { kind: "unreadable" } });
  });

  it("a failed write says why and keeps the review", async () => {
    const failure = { kind: "protected", sheet: SHEET, cells: [at("G2")] } as const;
    const pane = await opened({ host: { write: () => Promise.resolve({ ok: false, failure }) } });
    await pane.store.actions.propose(false);
    await pane.store.actions.confirm();
    expect(pane.store.getState().notice).toEqual({ kind: "failure", failure });
    expect(unexplained(pane)).toHaveLength(7);
  });

  it("[U4] what stands in the workbook and could not be put back can be undone", async () => {
    const inverse = { guards: [], steps: [] };
    const failure = {
      kind: "partially-applied",
      inverse,
      cause: { kind: "busy", retryAfterSeconds: null },
      differences: [],
    } as const;
    const pane = await opened({ host: { write: () => Promise.resolve({ ok: false, failure }) } });
    await pane.store.actions.propose(false);
    await pane.store.actions.confirm();
    expect(pane.store.getState().undoable).toMatchObject({ what: "partial", inverse });
  });
});
