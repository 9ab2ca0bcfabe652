import { auditView } from "../../../src/app/pane/audit-view";
import type { AuditLine } from "../../../src/app/pane/audit-lines";
import { SET_ASIDE } from "../../../src/core/ours/cell-roles";
import { buildWorkbook, type WorkbookData } from "../../support/build-workbook";
import { DOUBTFUL_TOTAL } from "../../support/doubtful-total";
import {
  HESHAN,
  itemsOf,
  opened,
  reviewOf,
  scoredByHunan,
  SHEET,
  workbook,
  type PaneFixture,
} from "../../ui/pane-fixture";

type Rows = NonNullable<WorkbookData["sheets"][number]["rows"]>;

const view = (pane: PaneFixture, lang: "zh" | "en" = "zh", tables?: readonly string[]) =>
  auditView(reviewOf(pane), tables ?? reviewOf(pane).tables.map(({ id }) => id), lang);

const told = ({ cell, label, held, excel, recomputed, verdict }: AuditLine): readonly string[] => [cell, label, held, excel, recomputed, verdict]; // prettier-ignore

/** Old and lost results. */
const ANNEX: Rows = [[69, { formula: "A1*2", value: 140 }], [77, { formula: "B1+A2", value: 217 }], [null, { formula: "B3+1", value: 0 }], [null, { formula: "RAND()", value: 0.5 }]]; // prettier-ignore
const doubtful = (): Uint8Array => buildWorkbook({ sheets: [{ name: "自评表", rows: DOUBTFUL_TOTAL }, { name: "附表", rows: ANNEX }] }); // prettier-ignore

describe("[U20] 审计 as data", () => {
  it.each([HESHAN, "department-2018-with-base-data.xlsx"])(
    "the cells of %s by role, unused and 未识别 add up to its filled cells, as the account counts them",
    async (name) => {
      const pane = await opened({}, workbook(name));
      const { tables, baseData } = reviewOf(pane).review.ledger;
      const { filled, roles, shares, unused, notUnderstood } = view(pane).cells;
      const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
      expect(sum(roles.map(({ count }) => count)) + unused + notUnderstood).toBe(filled);
      expect(filled).toBe(sum([...tables, ...baseData].map(({ cells }) => cells.filled)));
      expect(sum(shares.map(({ count }) => count))).toBe(filled);
      expect(sum(shares.map(({ share }) => share))).toBeCloseTo(1, 12);
      expect(notUnderstood).toBe(sum([...tables, ...baseData].map(({ cells }) => cells.notUnderstood.length)));
    },
  );

  it("the parts of the bar: heads, indicators with marks, scores, words, and what was not understood", async () => {
    const rows: Rows = [["三级指标", "分值", "自评得分", "扣分原因", "甲乙丙"], ["在职人员控制率", 10, 9, "新增两名", 17], ["预算执行率", 10, 8, "余款次年支付", 23]]; // prettier-ignore
    const pane = await opened({}, buildWorkbook({ sheets: [{ name: "表", rows }] }));
    // 5 heads, of which nobody knows the last; 2 names and 2 marks; 2 scores; 2 reasons; 17 and 23 below the unknown head.
    expect(view(pane).cells.shares.map(({ group, count }) => [group, count])).toEqual([
      ["headers", 5],
      ["indicators", 4],
      ["figures", 2],
      ["words", 2],
      ["notUnderstood", 2],
    ]);
  });

  it("a cell called 与评分无关 stands there by its address", async () => {
    const rows: Rows = [["三级指标", "分值", "自评得分", "扣分原因", "甲乙丙"], ["在职人员控制率", 10, 9, "新增两名", 17], ["预算执行率", 10, 8, "余款次年支付", 23]]; // prettier-ignore
    const pane = await opened({}, buildWorkbook({ sheets: [{ name: "表", rows }] }));
    expect(view(pane).cells).toMatchObject({ notUnderstood: 2, setAside: [] });
    const [item] = itemsOf(pane, "notUnderstood");
    const remedy = item?.findings.map((one) => one.remedy).find((one) => one?.do === "role");
    const aside = remedy?.do === "role" ? remedy.choices[0]?.options.find(({ as }) => as === SET_ASIDE) : undefined;
    if (!item || !aside) throw new Error("nothing is 未识别");
    await pane.store.actions.sayRoles(item, [aside.said]);
    await pane.store.settled();
    expect(view(pane).cells).toMatchObject({ notUnderstood: 0, setAside: ["表!E1:E3"] });
  });

  it("counts formulas by verdict, and lists each that does not agree with its two values or why there is none", async () => {
    const { formulas } = view(await opened({}, doubtful()));
    expect(formulas).toMatchObject({ all: 6, agreeing: 2 });
    expect(formulas.groups.map(({ title, lines }) => [title, lines.map(told)])).toEqual([
      ["随引用的单元格未重算", [["附表!B2", "=B1+A2", "formula", "217", "215", "随引用的单元格未重算"]]],
      ["未重算", [["附表!B1", "=A1*2", "formula", "140", "138", "未重算"]]],
      ["循环引用", [["附表!B3", "=B3+1", "formula", "0", "", expect.stringContaining("循环引用")]]],
      ["不能重算", [["附表!B4", "=RAND()", "formula", "0.5", "", "RAND 每次重算结果都可能不同，不作重算"]]],
    ]);
  });

  it("sets the three values side by side by indicator, marks and scores told apart; what differs is marked", async () => {
    const { compared } = view(await opened({}, doubtful()));
    expect(compared.map(({ title }) => title)).toEqual(["在职人员控制率", "预算执行率", "制度健全性", "合计"]);
    expect(compared.at(-1)?.lines.map(told)).toEqual([
      ["B5", "合计（分值）", "formula", "30", "30", "一致"],
      ["C5", "合计", "formula", "23.4", "26", "公式不符"],
    ]);
    expect(compared.flatMap(({ lines }) => lines.filter(({ differs }) => differs).map(({ cell }) => cell))).toEqual(["C5"]); // prettier-ignore
    expect(compared[0]?.lines.map(told)).toEqual([["C2", "自评分", "constant", "9", "", "无可比"]]);
  });

  it("what is wrong with formulas stands by cause with its cells, in either language", async () => {
    const pane = await opened({}, doubtful());
    const cells = view(pane).causes.flatMap(({ evidence }) => evidence.map(({ cell }) => cell));
    expect(cells).toEqual(expect.arrayContaining(["自评表!C5", "附表!B1", "附表!B3"]));
    expect(view(pane).causes.map(({ title }) => title)).toContain("显示值未重算");
    expect(
      view(pane, "en")
        .causes.map(({ title }) => title)
        .join(),
    ).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it("of one table of several only its own cells, formulas and causes are shown", async () => {
    const second: Rows = [
      ["三级指标", "分值", "自评得分", "扣分原因"],
      ["制度执行", 20, 20, null],
    ];
    const sheets = [
      { name: "甲表", rows: DOUBTFUL_TOTAL },
      { name: "乙表", rows: second },
    ];
    const pane = await opened({}, buildWorkbook({ sheets }));
    const [first, last] = reviewOf(pane).tables;
    if (!first || !last) throw new Error("two tables are expected");
    expect(view(pane, "zh", [first.id]).formulas.all).toBe(2);
    expect(view(pane, "zh", [last.id])).toMatchObject({ formulas: { all: 0 }, causes: [], cells: { filled: 7 } });
    expect(view(pane).compared.map(({ title }) => title)).toContain("乙表 · 制度执行");
  });

  it("the grounds name the pack, settings that are not at their default, waivers with their reason, and what was declined", async () => {
    const pane = await opened();
    await scoredByHunan(pane);
    expect(view(pane).grounds).toMatchObject({ pack: { id: "department-hunan" }, changed: [], waivers: [], round: 1, declined: [] }); // prettier-ignore
    const [item] = itemsOf(pane, "unexplained");
    const fingerprint = item?.findings[0]?.fingerprint ?? "";
    if (item) await pane.store.actions.waive(item, fingerprint, "已当面说明");
    await pane.store.settled();
    expect(view(pane).grounds.waivers).toEqual([{ cell: `${SHEET}!${item?.cell}`, title: item?.findings[0]?.title, reason: "已当面说明" }]); // prettier-ignore
    await pane.store.actions.chooseSetting("roundingPlaces", "1");
    expect(view(pane).grounds.changed.map(({ key }) => key)).toEqual(["roundingPlaces"]);
  });
});
