import type { HostResult, WriteReceipt } from "../../src/host/port";
import { buildWorkbook } from "../support/build-workbook";
import {
  HESHAN,
  scoredByHunan,
  opened,
  paneOn,
  reviewOf,
  rowOf,
  tableOf,
  textStore,
  workbook,
  type PaneFixture,
} from "./pane-fixture";

const PACK = `
id: county
version: 1.0.0
title: { zh: 本县标准, en: County }
source: { document: 本县财政局〔2022〕1号 }
kind: department
indicators:
  - id: staff
    names: [在职人员控制率]
    clause: 投入
    definition: 在职人员控制率=（在职人员数/编制数）×100%。
    standard: ≦100%，计{1}分；每超过一个百分点扣1分，扣完为止。
`;

/** A table whose printed standard takes 0.5 marks for each point, and one that takes a whole mark. */
const table = (standard: string): Uint8Array =>
  buildWorkbook({
    sheets: [
      {
        name: "自评表",
        rows: [
          ["一级指标", "三级指标", "分值", "评分标准", "自评得分", "扣分原因"],
          ["投入", "在职人员控制率", 5, standard, 5, null],
          ["过程", "预算执行率", 5, "得分=预算执行率×该指标分值，最高不得超过分值上限。", 5, null],
          ["合计", null, 10, null, 10, null],
        ],
      },
    ],
  });
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const MILD = "以100%为标准。在职人员控制率≦100%，计5分；每超过一个百分点扣0.5分，扣完为止。";
const STRICT = "以100%为标准。在职人员控制率≦100%，计5分；每超过一个百分点扣1分，扣完为止。";

const codes = (pane: PaneFixture): readonly string[] => reviewOf(pane).review.findings.map(({ code }) => code);
const recomputed = (pane: PaneFixture, indicator: string): string | null | undefined =>
  tableOf(pane).indicators.find(({ name }) => name === indicator)?.recomputed;

describe("rules from files of the person's own", () => {
  it("a pack of one's own judges at once, and is there again the next time: 80 of 77 is 3 whole points, 2 of 5", async () => {
    const texts = textStore();
    const pane = await opened({ texts });
    await pane.store.actions.judgeByFile("本县.yaml", utf8(PACK));
    await pane.store.actions.fill(rowOf(pane, "在职人员数"), "80");
    await pane.store.settled();
    await pane.store.actions.fill(rowOf(pane, "编制数"), "77");
    await pane.store.settled();
    expect(recomputed(pane, "在职人员控制率")).toBe("2");
    const again = paneOn(workbook(HESHAN), { texts });
    await again.store.actions.read();
    expect(reviewOf(again).review.pack).toEqual({ id: "county", version: "1.0.0" });
    await again.store.actions.choosePack(null);
    expect(reviewOf(again).review.pack).toBeNull();
  });

  it("a pack with faults is not used, and each fault is told with its line", async () => {
    const pane = await opened();
    await pane.store.actions.judgeByFile("本县.yaml", utf8(PACK.replace("kind: department", "kind: county")));
    const { notice } = pane.store.getState();
    expect(notice).toMatchObject({ kind: "file-refused", file: "本县.yaml" });
    expect(notice?.kind === "file-refused" && notice.faults[0]).toMatch(/^6 kind: /);
    expect(reviewOf(pane).review.pack).toBeNull();
  });

  const LIST = (standard: string): Uint8Array =>
    buildWorkbook({
      sheets: [
        {
          name: "评分标准",
          rows: [
            ["本县标准", null, null, null],
            ["编号", "county", null, null],
            ["版本", "1.0.0", null, null],
            ["文件", "本县财政局〔2022〕1号", null, null],
            ["类别", "部门整体支出", null, null],
            ["指标", "分值", "评分标准", "计算公式", "依据"],
            ["在职人员控制率", 5, standard, "在职人员控制率=（在职人员数/编制数）×100%", "第二条"],
          ],
        },
      ],
    });
  const A_POINT = "在职人员控制率≦100%，计5分；每超过一个百分点扣1分，扣完为止。";

  it("[M22] [M23] a pack in a workbook judges at once and travels in 规则: another pane finds it there", async () => {
    const pane = await opened();
    await pane.store.actions.judgeByFile("本县.xlsx", LIST(A_POINT));
    await pane.store.settled();
    expect(reviewOf(pane).review.pack).toMatchObject({ id: "county", version: "1.0.0" });
    expect(reviewOf(pane).rules.isKept).toBe(true);
    const elsewhere = paneOn(workbook(HESHAN), { texts: textStore(), host: pane.host });
    await elsewhere.store.actions.read();
    expect(reviewOf(elsewhere).review.pack).toMatchObject({ id: "county", version: "1.0.0" });
    expect(reviewOf(elsewhere).rules.pack).toMatchObject({ id: "county", title: "本县标准" });
  });

  it("[M23] a fault of a workbook's pack is told with its cell, and nothing judges", async () => {
    const pane = await opened();
    const broken = buildWorkbook({
      sheets: [
        {
          name: "评分标准",
          rows: [
            ["指标", "分值", "评分标准"],
            ["在职人员控制率", "五分左右", A_POINT],
          ],
        },
      ],
    });
    await pane.store.actions.judgeByFile("本县.xlsx", broken);
    const { notice } = pane.store.getState();
    expect(notice).toMatchObject({ kind: "file-refused", file: "本县.xlsx" });
    expect(notice?.kind === "file-refused" && notice.faults.join(" ")).toContain("B2");
    expect(reviewOf(pane).review.pack).toBeNull();
  });

  it("[M4] by the official template the altered standard is found, and the template judges until it is dropped", async () => {
    const pane = await opened({}, table(MILD));
    expect(codes(pane)).not.toContain("standard-altered");
    await pane.store.actions.judgeByTemplate("官方模板.xlsx", table(STRICT));
    expect(codes(pane)).toContain("standard-altered");
    await pane.store.actions.fill(rowOf(pane, "在职人员数"), "80");
    await pane.store.settled();
    await pane.store.actions.fill(rowOf(pane, "编制数"), "77");
    await pane.store.settled();
    expect(recomputed(pane, "在职人员控制率")).toBe("2");
    await pane.store.actions.dropTemplate();
    expect(codes(pane)).not.toContain("standard-altered");
    expect(recomputed(pane, "在职人员控制率")).toBe("3.5");
  });

  it("[M4] a pane that goes on in the other language is judged by the same template, and starts anew in all else", async () => {
    const pane = await opened({}, table(MILD));
    await pane.store.actions.judgeByTemplate("官方模板.xlsx", table(STRICT));
    pane.store.actions.page("rules");
    const english = await opened({ lang: "en", session: pane.store.getState() }, table(MILD));
    expect(codes(english)).toContain("standard-altered");
    expect(english.store.getState()).toMatchObject({ page: null, template: { file: "官方模板.xlsx" } });
    expect(codes(await opened({ lang: "en" }, table(MILD)))).not.toContain("standard-altered");
  });

  it.each([
    ["a workbook without a table", buildWorkbook({ sheets: [{ name: "说明", rows: [["填表说明"]] }] }), "file-refused"],
    ["no workbook", new TextEncoder().encode("kind: department"), "failure"],
  ])("%s is no template", async (_, bytes, kind) => {
    const pane = await opened();
    await pane.store.actions.judgeByTemplate("模板.xlsx", bytes);
    expect(pane.store.getState()).toMatchObject({ template: null, notice: { kind } });
  });
});

describe("[U9] what judges is kept in the workbook's sheet 规则", () => {
  it("a pack that was taken judges wherever the workbook is opened, and 写入 there proposes nothing to blank", async () => {
    const pane = await opened();
    await pane.store.actions.choosePack("department-hunan");
    expect(reviewOf(pane)).toMatchObject({ rules: { pack: { id: "department-hunan" }, isKept: true } });
    expect(pane.store.getState().choices.pack).toBeNull();
    await pane.store.actions.propose(false);
    await pane.store.actions.confirm();
    const states = tableOf(pane).states;
    const elsewhere = paneOn(workbook(HESHAN), {
      texts: textStore(),
      host: { read: (options) => pane.host.read(options) },
    });
    await elsewhere.store.actions.read();
    expect(tableOf(elsewhere).states).toEqual(states);
    await elsewhere.store.actions.propose(false);
    expect(elsewhere.store.getState().proposal?.result.plan.steps).toEqual([]);
  });

  it("what was taken is taken back by 不用通行规则, and by undo", async () => {
    const pane = await opened();
    await pane.store.actions.choosePack("department-hunan");
    await pane.store.actions.choosePack(null);
    expect(reviewOf(pane).rules).toMatchObject({ pack: null, isKept: true });
    await pane.store.actions.undo();
    expect(reviewOf(pane).rules.pack?.id).toBe("department-hunan");
    await pane.store.actions.undo();
    expect(reviewOf(pane).rules).toMatchObject({ pack: null, isKept: false });
  });

  it("a plan that would blank computed scores, since the rules are others now, says how many", async () => {
    const pane = await opened();
    await scoredByHunan(pane);
    await pane.store.actions.choosePack(null);
    await pane.store.actions.propose(false);
    expect(pane.store.getState().proposal?.summary.blanked).toBe(1);
  });

  it("a setting that was changed is there elsewhere, too, and says who set it", async () => {
    const pane = await opened();
    expect(await pane.store.actions.chooseSetting("roundingPlaces", "1")).toBe("done");
    expect(reviewOf(pane).review.settings.roundingPlaces).toBe(1);
    expect(pane.store.getState().choices.settings).toEqual({});
    expect(await pane.store.actions.chooseSetting("tolerance", "大概")).toBe("refused");
  });

  it("offered rules count for nothing until they are taken, and declined they are not offered again", async () => {
    const pane = await opened({}, workbook("project-2020-unexplained-deductions.xlsx"));
    const [offer] = reviewOf(pane).rules.offers;
    expect([offer?.pack, tableOf(pane).states.judged]).toEqual(["project", "0"]);
    await pane.store.actions.declineOffers();
    expect(reviewOf(pane).rules.offers).toEqual([]);
    await pane.store.actions.undo();
    expect(reviewOf(pane).rules.offers).toHaveLength(1);
    await pane.store.actions.choosePack("project");
    expect(Number(tableOf(pane).states.judged)).toBeGreaterThan(0);
    expect(reviewOf(pane).rules.offers).toEqual([]);
  });
});

describe("settings of the reviewer", () => {
  it("one that does not read any more is left out, and the others still count", async () => {
    const texts = textStore();
    texts.setItem(
      "pinghe.choices.heshan",
      JSON.stringify({ settings: { roundingPlaces: "0", tolerance: "大概", renamed: "1" } }),
    );
    const pane = paneOn(workbook(HESHAN), { texts });
    await pane.store.actions.read();
    expect(reviewOf(pane).review.settings.roundingPlaces).toBe(0);
  });
});

describe("long work and faults", () => {
  it("a write tells its progress, can be cancelled, and then says so and leaves the workbook as it is", async () => {
    const host = {
      write: (_: unknown, { signal, onProgress }: { signal?: AbortSignal; onProgress?: Progress } = {}) =>
        new Promise<HostResult<WriteReceipt>>((resolve) => {
          onProgress?.(3, 7);
          signal?.addEventListener("abort", () => resolve({ ok: false, failure: { kind: "cancelled" } }));
        }),
    };
    const { store } = await opened({ host });
    await store.actions.propose(false);
    const confirmed = store.actions.confirm();
    expect(store.getState().work).toEqual({ kind: "writing", progress: { done: 3, total: 7 } });
    store.actions.cancel();
    await confirmed;
    expect(store.getState()).toMatchObject({ work: null, proposal: null, undoable: null });
    expect(store.getState().notice).toEqual({ kind: "failure", failure: { kind: "cancelled" } });
  });

  it("with nothing to take back, 撤销 on the ribbon says so", async () => {
    const { store } = await opened();
    await store.actions.undo();
    expect(store.getState().notice).toEqual({ kind: "nothing-to-undo" });
  });

  it("a fault of ours while planning is told on the page, and thrown", async () => {
    const propose = (): never => {
      throw new TypeError("no such column");
    };
    const pane = await opened({ engine: { propose } });
    await expect(pane.store.actions.propose(false)).rejects.toThrow("no such column");
    expect(pane.store.getState().notice).toMatchObject({ failure: { kind: "host-error", code: "unexpected" } });
  });
});

type Progress = (done: number, total: number) => void;
