import { run } from "../cli/memory-terminal";
import { ALL, round, withCells, type Row } from "../cli/rounds/two-rounds";
import { a1 } from "../../src/core/workbook/address";
import type { ChangeLine } from "../../src/app/pane/change-lines";
import type { PaneChanges } from "../../src/app/pane/round-changes";
import { buildWorkbook } from "../support/build-workbook";
import { planTyped } from "../../src/app/pane/typed-cells";
import { itemsOf, opened, reviewOf, workbook, written, type FixtureOptions, type PaneFixture } from "./pane-fixture";

const FIRST = round(ALL);

/** The pane on the workbook of this round, with the earlier one chosen as a file. */
async function beside(now: Uint8Array, before: Uint8Array = FIRST, options: FixtureOptions = {}): Promise<PaneFixture> {
  const pane = await opened(options, now);
  await pane.store.actions.compareWith("上一轮.xlsx", before);
  return pane;
}

function changesIn(pane: PaneFixture): PaneChanges {
  const { changes } = reviewOf(pane);
  if (!changes) throw new Error("nothing is compared");
  return changes;
}

const shown = ({ cell, name, fact, note }: ChangeLine): string => [cell, name, fact, note].filter(Boolean).join(" ");

/** The lines of a group by its title; recomputed scores follow from the others. */
const linesOf = (pane: PaneFixture, title: string): readonly string[] =>
  changesIn(pane)
    .groups.find((group) => group.title === title)
    ?.lines.map(shown) ?? [];

const titlesIn = (pane: PaneFixture): readonly string[] => changesIn(pane).groups.map(({ title }) => title);

describe("[Y18] 本轮变化 beside a chosen file tells each kind of change with its cell", () => {
  it.each<[string, readonly Row[] | readonly (keyof object)[], string, readonly string[]]>([
    ["a score", withCells("及时率", { 自评得分: 8 }), "得分", ["G5 完成及时率 9 → 8"]],
    ["a mark", withCells("培训", { 分值: 12 }), "分值", ["B6 培训人次 10 → 12"]],
    ["a target", withCells("培训", { 年度指标值: "≥150人次" }), "指标值", ["B6 培训人次 ≥200人次 → ≥150人次"]],
    ["a reason given", withCells("及时率", { 扣分原因: "汛期停工一个月" }), "扣分原因", ["H5 完成及时率 （空） → 汛期停工一个月"]],
  ])("%s", async (_, rows, title, expected) => {
    const pane = await beside(round(rows as readonly Row[]));
    expect(linesOf(pane, title)).toEqual(expected);
  }); // prettier-ignore

  it("rows added, removed, and probably renamed, which is offered only", async () => {
    const added: Row = ["效益", "节水量", 5, "达到目标得满分。", "≥3万吨", "3.2万吨", 5, null];
    const renamed = ALL.map((name) => (name === "培训" ? withCells("培训", {})[2] : name)).map((row) =>
      Array.isArray(row) ? row.map((cell: unknown) => (cell === "培训人次" ? "培训人数" : cell)) : row,
    ) as Row[];
    const pane = await beside(round([...renamed.filter((row) => (row as unknown) !== "满意度"), added]));
    expect(linesOf(pane, "可能是改了名（请核对）")).toEqual(["B6 培训人次 → 培训人数"]);
    expect(linesOf(pane, "新增的指标")).toEqual(["B6 产出 › 培训人数", "B7 效益 › 节水量"]);
    expect(linesOf(pane, "删去的指标")).toEqual(["产出 › 培训人次", "效益 › 群众满意度"]);
  });

  it("findings: fixed at the indicator's cell of now, new, open", async () => {
    const pane = await beside(round(withCells("及时率", { 自评得分: 10 })));
    expect(linesOf(pane, "已消除的问题").some((line) => line.startsWith("G5 「完成及时率」"))).toBe(true);
    expect(changesIn(pane).counts).toMatch(/^问题：已消除 [1-9]\d* · 仍在 \d+ · 新增 \d+$/);
    expect(linesOf(await beside(FIRST, round(withCells("及时率", { 自评得分: 10 }))), "新增的问题").length).toBeGreaterThan(0); // prettier-ignore
  });

  it("a line leads to the cell of the sheet as it is now", async () => {
    const pane = await beside(round(withCells("及时率", { 自评得分: 8 }), { sheet: "表二" }));
    const line = changesIn(pane).groups.find(({ title }) => title === "得分")?.lines[0];
    expect(line?.at && [line.at.sheet, a1(line.at)]).toEqual(["表二", "G5"]);
  });

  it("[Y4] what changed and should not have stands first, and in 待办 until the file is removed", async () => {
    const rows = withCells("满意度", { 自评得分: 9, 评分标准: "满意度≥90%得10分，每降低1个百分点扣0.5分。" });
    const pane = await beside(round(rows));
    expect(titlesIn(pane)[0]).toBe("改动的疑点");
    const codes = (): readonly string[] => itemsOf(pane, "hint").flatMap(({ findings }) => findings.map(({ code }) => code)); // prettier-ignore
    expect(codes()).toEqual(expect.arrayContaining(["score-changed-reason-not", "standard-changed-after"]));
    await pane.store.actions.compareNoMore();
    expect(codes()).not.toEqual(expect.arrayContaining(["score-changed-reason-not"]));
    expect(reviewOf(pane).changes).toBeNull();
  });

  it("where nothing changed, that is said, and no group is shown", async () => {
    const pane = await beside(FIRST);
    expect(changesIn(pane)).toMatchObject({ nothing: "两轮的指标计分表内容相同。", notes: [] });
    expect(titlesIn(pane)).toEqual(["仍在的问题"]);
  });

  it.each<[string, Uint8Array, string]>([
    ["unit", round(ALL, { unit: "某市林业局" }), "单位不同：上一轮是“某市林业局”，这一轮是“某市水务局”。"],
    ["year", round(ALL, { year: 2022 }), "年度不同：上一轮是 2022 年，这一轮是 2023 年。"],
  ])("another %s is compared all the same, and said", async (_, before, note) => {
    expect(changesIn(await beside(FIRST, before)).notes).toContain(note);
  });

  it("the JSON report that check printed of the earlier round says the same", async () => {
    const { out } = await run(["check", "一.xlsx", "--format", "json"], new Map([["一.xlsx", FIRST]]));
    const now = round(withCells("及时率", { 自评得分: 8, 扣分原因: "汛期停工" }));
    const [byReport, byBook] = [await beside(now, new TextEncoder().encode(out)), await beside(now)];
    expect(changesIn(byReport)).toEqual(changesIn(byBook));
  });

  it("speaks English", async () => {
    const pane = await beside(round(withCells("及时率", { 自评得分: 8 })), FIRST, { lang: "en" });
    expect(linesOf(pane, "score")).toEqual(["G5 完成及时率 9 → 8"]);
  });
});

describe("[Y18] a file that can not be compared with is told in the one notice, and changes nothing", () => {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  it.each<[string, Uint8Array, unknown]>([
    ["a JSON file that is no report", text('{"a":1}'), expect.stringContaining("不是 pinghe check 写出的 JSON 报告")],
    ["a report cut off", text('{"tables":['), expect.stringContaining("不是 pinghe check 写出的 JSON 报告")],
    ["a workbook without a scoring table", buildWorkbook({ sheets: [{ name: "说明", rows: [["无"]] }] }), "里面没有找到指标计分表。"],
    ["a text", text("hello"), expect.objectContaining({ kind: "unreadable" })],
    ["a workbook behind a password", workbook("xls/password.xls"), expect.objectContaining({ problem: "encrypted" })],
  ])("%s", async (_, bytes, why) => {
    const pane = await beside(round(withCells("及时率", { 自评得分: 8 })));
    const before = changesIn(pane);
    await pane.store.actions.compareWith("别的.json", bytes);
    expect(pane.store.getState().notice).toEqual({ kind: "earlier-refused", file: "别的.json", why });
    expect(changesIn(pane)).toBe(before);
  }); // prettier-ignore

  it("a file that reads takes the notice away", async () => {
    const pane = await beside(FIRST);
    await pane.store.actions.compareWith("别的.json", text("{}"));
    await pane.store.actions.compareWith("上一轮.xlsx", FIRST);
    expect(pane.store.getState().notice).toBeNull();
  });
});

describe("[Y19] 本轮变化 by 核验记录", () => {
  const TABLE = "自评表";
  const type = async (pane: PaneFixture, sheet: string, row: number, column: number, number: number): Promise<void> => {
    const typed = await pane.host.write(
      planTyped(reviewOf(pane).book, [{ at: { sheet, row, column }, content: { type: "number", number } }]),
    );
    if (!typed.ok) throw new Error(JSON.stringify(typed.failure));
    await pane.store.actions.read();
  };
  /** Written in the first round; then the round is set to 2. */
  async function returned(): Promise<PaneFixture> {
    const pane = await opened({}, FIRST);
    await written(pane);
    await type(pane, "核验记录", 1, 1, 2);
    return pane;
  }

  it("in the first round there is nothing to compare with", async () => {
    const pane = await opened({}, FIRST);
    await written(pane);
    expect(reviewOf(pane).changes).toBeNull();
  });

  it("once the next round is set, what the record says is held against the workbook as it stands", async () => {
    const pane = await returned();
    expect(changesIn(pane)).toMatchObject({
      from: "record",
      against: "核验记录第 1 轮",
      nothing: "问题与上一轮相同。",
    });
    await type(pane, TABLE, 4, 6, 10);
    expect(changesIn(pane).nothing).toBeNull();
    expect(linesOf(pane, "已消除的问题").some((line) => line.startsWith("G5 「完成及时率」"))).toBe(true);
  });

  it("says the same after the round was written, from what the rows say of the round before", async () => {
    const pane = await returned();
    await type(pane, TABLE, 4, 6, 7);
    const before = changesIn(pane);
    expect(linesOf(pane, "仍在而内容有变的问题").join()).toMatch(/扣 3 分.*原为.*扣 1 分/);
    await written(pane);
    expect(changesIn(pane)).toEqual(before);
  });

  it("a chosen file goes before the record, and the record stands again without it", async () => {
    const pane = await returned();
    await pane.store.actions.compareWith("上一轮.xlsx", FIRST);
    expect(changesIn(pane).from).toBe("file");
    await pane.store.actions.compareNoMore();
    expect(changesIn(pane).from).toBe("record");
  });
});
