import { planPrepared } from "../../src/app/prepare-template";
import type { Outcome } from "../../src/ui/store/outcome";
import { parseA1 } from "../../src/core/workbook/address";
import type { CellScalar } from "../../src/core/workbook/snapshot";
import { planTyped } from "../../src/app/pane/typed-cells";
import { opened, reviewOf, rowOf, tableOf, workbook, type PaneFixture } from "./pane-fixture";

/** Every indicator of it scores its full mark by the pack, 100 in all. */
const PROJECT = "project-2020-unexplained-deductions.xlsx";
const RED_LINE = "总分：是否存在截留、挤占、挪用、虚列支出等违规情形";
const CLAUSE = "存在截留、挤占、挪用、虚列支出等违规情形的，总分最高59分";

const total = (pane: PaneFixture) => tableOf(pane).totals;
const labels = (pane: PaneFixture): readonly string[] =>
  reviewOf(pane).data.flatMap(({ rows }) => rows.map(({ label }) => label));

async function base({ host }: PaneFixture, cell: string): Promise<CellScalar> {
  const read = await host.read();
  const at = parseA1(cell);
  const sheet = read.ok ? read.value.sheets.find(({ name }) => name === "基础数据") : undefined;
  return sheet?.cells.find(({ row, column }) => row === at?.row && column === at.column)?.value ?? null;
}

async function underPlatformPack(): Promise<PaneFixture> {
  const pane = await opened({}, workbook(PROJECT));
  await pane.store.actions.choosePack("project-platform");
  return pane;
}

async function fill(pane: PaneFixture, label: string, text: string): Promise<Outcome> {
  const outcome = await pane.store.actions.fill(rowOf(pane, label), text);
  await pane.store.settled();
  return outcome;
}

describe("数据 lists everything that a person can answer", () => {
  it("[V4] the red line of a pack is asked of the total; unanswered it caps nothing and says so, 是 caps at 59", async () => {
    const pane = await underPlatformPack();
    expect(reviewOf(pane).data.at(-1)).toMatchObject({ name: "总分", fullMark: null });
    expect(rowOf(pane, RED_LINE)).toMatchObject({ options: ["是", "否"], value: null, isNeeded: true });
    expect(total(pane)).toMatchObject({ recomputed: "100", capped: null, unanswered: [{ clause: CLAUSE }] });
    expect(await fill(pane, RED_LINE, "是")).toBe("done");
    expect(rowOf(pane, RED_LINE)).toMatchObject({ value: "是", from: "sheet", typedInSheet: true });
    expect(total(pane)).toMatchObject({ capped: { before: "100", after: "59", clause: CLAUSE }, unanswered: [] });
  });

  it("[V4] the answer is changed in its cell on 基础数据", async () => {
    const pane = await underPlatformPack();
    await fill(pane, RED_LINE, "是");
    expect(rowOf(pane, RED_LINE)).toMatchObject({ value: "是", from: "sheet", typedInSheet: true });
    await fill(pane, RED_LINE, "否");
    expect(rowOf(pane, RED_LINE)).toMatchObject({ value: "否", from: "sheet" });
    expect(total(pane)).toMatchObject({ capped: null, unanswered: [] });
  });

  it("[P9] 来源说明 says that a number was typed in the pane and which; a person's own note stays", async () => {
    const pane = await opened();
    await fill(pane, "编制数", "77");
    expect(await base(pane, "E5")).toBe("面板输入 77");
    await fill(pane, "编制数", "78");
    expect(await base(pane, "E5")).toBe("面板输入 78");
    const at = { sheet: "基础数据", row: 4, column: 4 };
    const note = { type: "text", text: "编办〔2021〕3号" } as const;
    await pane.host.write(planTyped(reviewOf(pane).book, [{ at, content: note }]));
    await pane.store.actions.read();
    await fill(pane, "编制数", "79");
    expect([await base(pane, "D5"), await base(pane, "E5")]).toEqual([79, "编办〔2021〕3号"]);
  });

  it("[U2] a number that is emptied in the pane is emptied in its cell, with our note of it", async () => {
    const pane = await opened();
    await fill(pane, "编制数", "77");
    expect(await fill(pane, "编制数", " ")).toBe("done");
    expect([await base(pane, "D5"), await base(pane, "E5")]).toEqual([null, null]);
    expect(rowOf(pane, "编制数")).toMatchObject({ value: null, from: "none", typedInSheet: true });
  });

  it("[M12] 评价要点 that the workbook lists are chosen here, and are never counted as missing", async () => {
    const pane = await opened();
    expect(labels(pane).filter((label) => label.includes("要点"))).toEqual([]);
    const prepared = planPrepared(reviewOf(pane), null, "zh");
    expect((await pane.host.write(prepared.plan)).ok).toBe(true);
    await pane.store.actions.read();
    const [first = ""] = labels(pane).filter((label) => label.includes("要点"));
    expect(first).toBe("绩效目标合理性：要点1 是否符合国家法律法规、国民经济和社会发展总体规划");
    expect(rowOf(pane, first)).toMatchObject({ value: null, isNeeded: false, typedInSheet: true });
    expect(await fill(pane, first, "大概符合")).toBe("refused");
    expect(await fill(pane, first, "不符合")).toBe("done");
    expect(rowOf(pane, first)).toMatchObject({ value: "不符合", from: "sheet" });
  });
});
