import type { RoleChoice, RoleOption } from "../../src/app/pane/role-choices";
import type { QueueItem } from "../../src/app/pane/queue-item";
import { planTyped } from "../../src/app/pane/typed-cells";
import { readOurs } from "../../src/core/ours/read-ours";
import { a1 } from "../../src/core/workbook/address";
import { buildWorkbook } from "../support/build-workbook";
import { opened, reviewOf, type PaneFixture } from "./pane-fixture";

const SHEET = "自评表";
/** 终值 and 系数 are no heads that anybody knows, 17 stands alone, and 责任科室 is known and not used. */
const table = buildWorkbook({
  sheets: [
    {
      name: SHEET,
      rows: [
        ["项目支出绩效自评表"],
        ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "终值", "系数", "责任科室"],
        ["产出", "数量指标", "养护里程", 60, 20, 25, 60, 58, 1.1, "办公室"],
        ["效益", "社会效益", "投诉次数", 40, "≤3", 2, 40, 39, 0.9, "财务室"],
        ["合计", null, null, 100, null, null, 100],
        [null, null, null, null, 17],
      ],
    },
  ],
});

const open = (pane: PaneFixture): readonly string[] =>
  reviewOf(pane).review.ledger.tables.flatMap(({ cells }) => cells.notUnderstood.map(({ at }) => a1(at)));
const roleCodes = (pane: PaneFixture): readonly string[] =>
  reviewOf(pane).review.findings.flatMap(({ code }) => (code.startsWith("role-") ? [code] : []));

function itemAt(
  pane: PaneFixture,
  cell: string,
): { readonly item: QueueItem; readonly choices: readonly RoleChoice[] } {
  const item = pane.store.getState().queue.find((one) => one.cell === cell && one.findings.some(({ remedy }) => remedy?.do === "role")); // prettier-ignore
  const remedy = item?.findings.map((one) => one.remedy).find((one) => one?.do === "role");
  if (!item || remedy?.do !== "role") throw new Error(`nothing to choose at ${cell}`);
  return { item, choices: remedy.choices };
}

function optionOf({ options }: RoleChoice, as: string): RoleOption {
  const found = options.find((one) => one.as === as);
  if (!found) throw new Error(`${as} is not offered`);
  return found;
}

async function say(pane: PaneFixture, cell: string, ...said: readonly (string | null)[]): Promise<void> {
  const { item, choices } = itemAt(pane, cell);
  const roles = choices.flatMap((choice, i) => (said[i] == null ? [] : [optionOf(choice, said[i]).said]));
  expect(await pane.store.actions.sayRoles(item, roles)).toBe("done");
  await pane.store.actions.read();
}

async function written(pane: PaneFixture): Promise<readonly string[]> {
  const read = await pane.host.read();
  if (!read.ok) throw new Error("unreadable");
  const { rules } = readOurs(read.value);
  return (read.value.sheets.find(({ name }) => name === rules?.sheet)?.cells ?? []).flatMap(({ value }) =>
    typeof value === "string" && value.includes("!") ? [value] : [],
  );
}

describe("[Z13] what a person says that cells are", () => {
  it("offers for each head the columns that the table lacks and that fit, for a number alone only that it is left aside", async () => {
    const pane = await opened({}, table);
    const { choices } = itemAt(pane, "H3");
    expect(choices.map(({ label }) => label)).toEqual(["终值", "系数"]);
    expect(choices[0]?.options.map(({ as }) => as)).toEqual(["完成率", "复核分", "扣分", "与评分无关"]);
    expect(itemAt(pane, "E6").choices).toMatchObject([{ label: "E6", options: [{ as: "与评分无关" }] }]);
    const words = itemAt(pane, "J3").choices[0]?.options.map(({ as }) => as) ?? [];
    expect(words).toEqual(["度量单位", "评分标准", "指标解释", "指标说明", "扣分原因", "佐证材料", "复核意见", "备注", "与评分无关"]); // prettier-ignore
  });

  it("a head is read as what was said, in 规则, and undo takes it back", async () => {
    const pane = await opened({}, table);
    expect(open(pane)).toEqual(["H3", "I3", "H4", "I4", "E6"]);
    await say(pane, "H3", "复核分", "与评分无关");
    expect(await written(pane)).toEqual([
      "自评表!H2 复核分（原文：终值）",
      "自评表!I2、I3:I4 与评分无关（原文：系数）",
    ]);
    expect(open(pane)).toEqual(["E6"]);
    expect(roleCodes(pane)).toEqual(["role-given"]);
    const [first] = reviewOf(pane).review.tables[0]?.indicators ?? [];
    expect(first?.indicator.reviewScore?.stated?.number.toFraction()).toBe("58");
    await pane.store.actions.undo();
    await pane.store.actions.read();
    expect(open(pane)).toEqual(["H3", "I3", "H4", "I4", "E6"]);
  });

  it("what is said next stands in a row of its own, and the table's own cells do not move", async () => {
    const pane = await opened({}, table);
    await say(pane, "H3", "复核分");
    await say(pane, "E6", "与评分无关");
    await say(pane, "J3", "与评分无关");
    expect(await written(pane)).toEqual([
      "自评表!H2 复核分（原文：终值）",
      "自评表!E6 与评分无关（原文：17）",
      "自评表!J2、J3:J4 与评分无关（原文：责任科室）",
    ]);
    expect(open(pane)).toEqual(["I3", "I4"]);
    const read = await pane.host.read();
    const own = read.ok ? read.value.sheets.find(({ name }) => name === SHEET)?.cells : [];
    expect(own?.find(({ row, column }) => row === 1 && column === 7)?.value).toBe("终值");
    expect(own?.find(({ row, column }) => row === 5 && column === 4)?.value).toBe(17);
  });

  it("a head that was changed meanwhile is not written over with what was said of another", async () => {
    const pane = await opened({}, table);
    const { item, choices } = itemAt(pane, "H3");
    const said = choices.slice(0, 1).map((choice) => optionOf(choice, "复核分").said);
    const read = await pane.host.read();
    if (!read.ok) throw new Error("unreadable");
    const at = { sheet: SHEET, row: 1, column: 7 };
    await pane.host.write(planTyped(read.value, [{ at, content: { type: "text", text: "难度" } }]));
    expect(await pane.store.actions.sayRoles(item, said)).not.toBe("done");
    expect(await written(pane)).toEqual([]);
  });
});

/** Two columns are 实际完成值, and both hold figures. */
const disputed = buildWorkbook({
  sheets: [
    {
      name: SHEET,
      rows: [
        ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "实际完成值"],
        ["产出", "数量指标", "养护里程", 60, 20, 25, 60, 19],
        ["效益", "社会效益", "投诉次数", 40, "≤3", 2, 40, 5],
        ["合计", null, null, 100, null, null, 100],
      ],
    },
  ],
});

it("[Z13] of two columns that claim one role a person says which has it, and undo leaves both open again", async () => {
  const actual = (pane: PaneFixture): unknown =>
    reviewOf(pane).review.tables[0]?.indicators.map(({ indicator }) => indicator.actual?.raw ?? null);
  const pane = await opened({}, disputed);
  expect(actual(pane)).toEqual([null, null]);
  const { choices } = itemAt(pane, "F1");
  expect(choices).toMatchObject([{ asks: "which", label: "实际完成值" }]);
  expect(choices[0]?.options.map(({ as }) => as)).toEqual(["F 实际完成值", "H 实际完成值"]);
  await say(pane, "F1", "H 实际完成值");
  expect(await written(pane)).toEqual(["自评表!H1 实际完成值（原文：实际完成值）"]);
  expect(actual(pane)).toEqual([19, 5]);
  await pane.store.actions.undo();
  await pane.store.actions.read();
  expect(actual(pane)).toEqual([null, null]);
});
