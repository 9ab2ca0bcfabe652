import type { OpinionPlace } from "../../src/app/pane/opinions";
import { reviewLines } from "../../src/app/pane/review-lines";
import type { CellScalar } from "../../src/core/workbook/snapshot";
import { a1 } from "../../src/core/workbook/address";
import { buildWorkbook } from "../support/build-workbook";
import { planTyped, type TypedCell } from "../../src/app/pane/typed-cells";
import { opened, reviewOf, tableOf, written, type PaneFixture } from "./pane-fixture";
import type { Outcome } from "../../src/ui/store/outcome";

const RECORD = "核验记录";

function lineOf(pane: PaneFixture, indicator: string): { readonly index: number; readonly opinion: OpinionPlace } {
  const line = tableOf(pane).indicators.find(({ name }) => name === indicator);
  if (!line?.opinion) throw new Error(`no indicator ${indicator}`);
  return { index: line.index, opinion: line.opinion };
}

async function put(
  pane: PaneFixture,
  indicator: string,
  score: string,
  words: string,
  returned = false,
): Promise<Outcome> {
  const { index, opinion } = lineOf(pane, indicator);
  const outcome = await pane.store.actions.opine([{ table: "t1", index, score, words, returned }], opinion.cells);
  await pane.store.settled();
  return outcome;
}

/** Non-blank cells of a sheet by address. */
async function cellsOf({ host }: PaneFixture, sheet: string): Promise<ReadonlyMap<string, CellScalar>> {
  const read = await host.read();
  const found = read.ok ? read.value.sheets.find(({ name }) => name === sheet) : undefined;
  return new Map(found?.cells.filter(({ value }) => value !== null).map((cell) => [a1(cell), cell.value]));
}

const rowsWith = (cells: ReadonlyMap<string, CellScalar>, text: string): readonly string[] =>
  [...cells].filter(([, value]) => value === text).map(([cell]) => cell);

describe("without 复核 columns an opinion has a row of its own on 核验记录", () => {
  it("[P22] no 写入 is needed: the sheet is added, also an indicator without a finding takes one, the score leading", async () => {
    const pane = await opened();
    expect(lineOf(pane, "资产管理安全性").opinion).toMatchObject({ words: null, cells: RECORD });
    expect(await put(pane, "资产管理安全性", "1.5", "抽查发现两处账实不符", true)).toBe("done");
    expect(rowsWith(await cellsOf(pane, RECORD), "复核分1.5；抽查发现两处账实不符")).toHaveLength(1);
    expect(lineOf(pane, "资产管理安全性").opinion).toMatchObject({
      present: { score: "1.5", words: "抽查发现两处账实不符", returned: true },
      round: 1,
      changed: false,
    });
  });

  it("[P22] 28 opinions in one save stand in 28 rows, 写入 goes on from there and is settled at once", async () => {
    const pane = await opened();
    const opinions = tableOf(pane).indicators.map(({ index }) => ({
      table: "t1",
      index,
      score: "1",
      words: "",
      returned: false,
    }));
    expect(await pane.store.actions.opine(opinions, RECORD)).toBe("done");
    await pane.store.settled();
    expect(rowsWith(await cellsOf(pane, RECORD), "opinion")).toHaveLength(28);
    await written(pane);
    expect(rowsWith(await cellsOf(pane, RECORD), "opinion")).toHaveLength(28);
    await pane.store.actions.propose(false);
    expect(pane.store.getState().proposal?.result.plan.steps).toEqual([]);
  });

  it("[U8] an opinion is open again once the score under it is another", async () => {
    const pane = await opened();
    await put(pane, "实际完成率", "6.5", "佐证材料只有一份");
    const at = { sheet: "自评指标计分表", row: 22, column: 3 };
    await pane.host.write(planTyped(reviewOf(pane).book, [{ at, content: { type: "number", number: 6 } }]));
    await pane.store.actions.read();
    expect(lineOf(pane, "实际完成率").opinion).toMatchObject({ present: { score: "6.5" }, changed: true });
  });

  it("[P17] a second opinion takes the place of the first, and 写入 finds nothing to change in either row", async () => {
    const pane = await opened();
    await written(pane);
    await put(pane, "资产管理安全性", "1.5", "抽查发现两处账实不符");
    await put(pane, "实际完成率", "6.5", "佐证材料只有一份");
    await put(pane, "实际完成率", "7", "佐证材料已补齐");
    const cells = await cellsOf(pane, RECORD);
    expect(rowsWith(cells, "复核分6.5；佐证材料只有一份")).toEqual([]);
    expect(rowsWith(cells, "复核分7；佐证材料已补齐")).toHaveLength(1);
    expect(rowsWith(cells, "opinion")).toHaveLength(2);
    await pane.store.actions.propose(false);
    expect(pane.store.getState().proposal?.result.plan.steps).toEqual([]);
  });

  it("[U8] in the next round what was returned is 未改 until its score changes, then 上轮后有变, also after 写入", async () => {
    const pane = await opened();
    await put(pane, "实际完成率", "6.5", "佐证材料只有一份", true);
    const type = async (sheet: string, row: number, column: number, number: number): Promise<void> => {
      await pane.host.write(planTyped(reviewOf(pane).book, [{ at: { sheet, row, column }, content: { type: "number", number } }])); // prettier-ignore
      await pane.store.actions.read();
    };
    const stands = (): readonly unknown[] => {
      const { tables, queue, round } = reviewOf(pane);
      const line = reviewLines(tables, queue, round).find((one) => one.line.name === "实际完成率");
      return [round, line?.state, line?.unmended];
    };
    expect(stands()).toEqual([1, "done", false]);
    await type(RECORD, 1, 1, 2);
    expect(stands()).toEqual([2, "done", true]);
    await written(pane);
    expect(stands()).toEqual([2, "done", true]);
    await type("自评指标计分表", 22, 3, 6);
    expect(stands()).toEqual([2, "changed", false]);
    await written(pane);
    expect(stands()).toEqual([2, "changed", false]);
  });

  it("[P49] an opinion of the next round keeps the words of the last beside it, and 写入 leaves them there", async () => {
    const pane = await opened();
    await put(pane, "资产管理安全性", "1.5", "抽查发现两处账实不符", true);
    const at = { sheet: RECORD, row: 1, column: 1 };
    await pane.host.write(planTyped(reviewOf(pane).book, [{ at, content: { type: "number", number: 2 } }]));
    await pane.store.actions.read();
    await put(pane, "资产管理安全性", "2", "账实已相符");
    const kept = "第1轮：复核分1.5；抽查发现两处账实不符";
    expect(rowsWith(await cellsOf(pane, RECORD), kept)).toHaveLength(1);
    await written(pane);
    const cells = await cellsOf(pane, RECORD);
    expect([rowsWith(cells, kept), rowsWith(cells, "复核分2；账实已相符")].map(({ length }) => length)).toEqual([1, 1]);
  });

  it("[U7] undo takes the opinion back with its row", async () => {
    const pane = await opened();
    await written(pane);
    const before = await pane.host.read();
    await put(pane, "资产管理安全性", "", "账实相符");
    await pane.store.actions.undo();
    expect(await pane.host.read()).toEqual(before);
  });

  it("a score that is no number is refused, and no row is added", async () => {
    const pane = await opened();
    await written(pane);
    const before = await cellsOf(pane, RECORD);
    expect(await put(pane, "实际完成率", "六分", "")).toBe("refused");
    expect(await cellsOf(pane, RECORD)).toEqual(before);
  });
});

describe("a table's own 复核 columns take the opinion", () => {
  const SHEET = "自评表";
  const HEADER = ["一级指标", "三级指标", "分值", "自评得分"];
  const table = (...columns: readonly string[]): Uint8Array =>
    buildWorkbook({
      sheets: [
        {
          name: SHEET,
          rows: [
            ["2023年度部门整体支出绩效自评表"],
            [...HEADER, ...columns],
            ["投入", "在职人员控制率", 5, 5],
            ["过程", "预算执行率", 5, 4],
            ["合计", null, 10, 9],
          ],
        },
      ],
    });

  it("复核分 as a number, 复核意见 as text, whatever it looks like", async () => {
    const pane = await opened({}, table("复核分", "复核意见"));
    expect(lineOf(pane, "预算执行率").opinion).toMatchObject({ cells: "E4 F4" });
    expect(await put(pane, "预算执行率", "3.5", "=执行数与决算不符")).toBe("done");
    const cells = await cellsOf(pane, SHEET);
    expect([cells.get("E4"), cells.get("F4")]).toEqual([3.5, "=执行数与决算不符"]);
    expect(lineOf(pane, "预算执行率").opinion.present).toMatchObject({ score: "3.5", words: "=执行数与决算不符" });
  });

  it("where only 复核分 has a column, the words go to 核验记录 and are never dropped", async () => {
    const pane = await opened({}, table("复核分"));
    expect(await put(pane, "预算执行率", "3", "执行数与决算不符")).toBe("done");
    expect((await cellsOf(pane, SHEET)).get("E4")).toBe(3);
    expect(rowsWith(await cellsOf(pane, RECORD), "执行数与决算不符")).toHaveLength(1);
    expect(lineOf(pane, "预算执行率").opinion.present).toMatchObject({ score: "3", words: "执行数与决算不符" });
  });

  it("[P1] where somebody sorted the rows since the reading, nothing is written and the rows that moved are told", async () => {
    const pane = await opened({}, table("复核分", "复核意见"));
    const text = (row: number, words: string): TypedCell => ({
      at: { sheet: SHEET, row, column: 1 },
      content: { type: "text", text: words },
    });
    const { book } = reviewOf(pane);
    await pane.host.write(planTyped(book, [text(2, "预算执行率"), text(3, "在职人员控制率")]));
    const before = await cellsOf(pane, SHEET);
    expect(await put(pane, "预算执行率", "3", "见附件")).toBe("failed");
    expect(pane.store.getState().notice).toMatchObject({
      why: { kind: "stale", differences: [{ found: "在职人员控制率" }] },
    });
    expect(await cellsOf(pane, SHEET)).toEqual(before);
  });
});
