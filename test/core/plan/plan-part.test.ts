import { planBase, planReasons, planRules } from "../../../src/core/plan/plan-part";
import { planReview } from "../../../src/core/plan/plan-review";
import { planRecordRows } from "../../../src/core/plan/record/record-rows";
import type { PlanResult } from "../../../src/core/plan/steps/plan-result";
import { review } from "../../../src/core/review";
import { exactFromDouble } from "../../../src/core/model/exact";
import { a1 } from "../../../src/core/workbook/address";
import type { CellScalar, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import type { WorkbookHost } from "../../../src/host/port";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { readFrom, writeTo } from "../../contract/hosts";
import { applyPlan } from "../../support/apply-plan";
import { buildWorkbook } from "../../support/build-workbook";

const SHEET = "自评表";
const STAFF = "在职人员控制率=（在职人员数/编制数）×100%";
const MILD = "以100%为标准。在职人员控制率≦100%，计5分；每超过一个百分点扣0.5分，扣完为止。";

/** Two indicators, no column for reasons; the second lost two marks. */
const table = (): Uint8Array =>
  buildWorkbook({
    sheets: [
      {
        name: SHEET,
        rows: [
          ["一级指标", "三级指标", "分值", "指标说明", "评分标准", "自评得分"],
          ["投入", "在职人员控制率", 5, STAFF, MILD, 5],
          ["效果", "群众投诉", 10, null, "每发生一起扣1分，扣完为止。", 8],
          ["合计", null, 15, null, null, 13],
        ],
      },
    ],
  });

const cells = (book: WorkbookSnapshot, sheet: string): Readonly<Record<string, CellScalar>> =>
  Object.fromEntries(
    (book.sheets.find(({ name }) => name === sheet)?.cells ?? []).flatMap((cell) =>
      cell.value === null ? [] : [[a1(cell), cell.value]],
    ),
  );

async function put(host: WorkbookHost, { plan, refusals }: PlanResult): Promise<WorkbookSnapshot> {
  expect(refusals).toEqual([]);
  await writeTo(host, plan);
  return readFrom(host);
}

/** 写入 after a part of it: nothing is lost, and done twice there is nothing to do. */
async function completed(host: WorkbookHost): Promise<WorkbookSnapshot> {
  const book = await readFrom(host);
  const after = await put(host, planReview(book, review(book), { lang: "zh" }));
  expect(planReview(after, review(after), { lang: "zh" }).plan.steps).toEqual([]);
  return after;
}

describe("[P21] a part of what a review adds", () => {
  it("is 扣分原因 with its text right of the table and 核对指标 beside it, and nothing else", async () => {
    const host = createXlsxHost(table());
    const book = await readFrom(host);
    const before = cells(book, SHEET);
    const after = cells(
      await put(host, planReasons(book, review(book), "t1", new Map([[1, "年底集中投诉两起"]]))),
      SHEET,
    );
    expect(after).toEqual({
      ...before,
      G1: "扣分原因",
      H1: "核对指标",
      H2: "在职人员控制率",
      G3: "年底集中投诉两起",
      H3: "群众投诉",
    });
  });

  it("goes on with 写入: the reason keeps its cell, the other columns follow right of it", async () => {
    const host = createXlsxHost(table());
    const book = await readFrom(host);
    await put(host, planReasons(book, review(book), "t1", new Map([[1, "年底集中投诉两起"]])));
    const after = cells(await completed(host), SHEET);
    expect([after.G1, after.G3, after.I1, after.J1]).toEqual(["扣分原因", "年底集中投诉两起", "计算值", "复算分"]);
  });

  it("stands on 核验计算 where the table's sheet is protected", async () => {
    const read = await readFrom(createXlsxHost(table()));
    const book = { ...read, sheets: read.sheets.map((sheet) => ({ ...sheet, protected: true })) };
    const { plan, refusals } = planReasons(book, review(book), "t1", new Map([[1, "年底集中投诉两起"]]));
    expect(refusals).toEqual([]);
    const after = applyPlan(book, plan);
    expect(Object.values(cells(after, "核验计算"))).toEqual(expect.arrayContaining(["扣分原因", "年底集中投诉两起"]));
    expect(cells(after, SHEET)).toEqual(cells(book, SHEET));
  });

  it("is 基础数据 with the numbers that were given, and 写入 has its formulas read them", async () => {
    const host = createXlsxHost(table());
    const book = await readFrom(host);
    const inputs = new Map([["在职人员数", exactFromDouble(69)]]);
    const given = review(book, { inputs, settings: {}, pack: null, template: null });
    const after = await put(host, planBase(book, given, "pane"));
    expect(Object.values(cells(after, "基础数据"))).toEqual(expect.arrayContaining(["在职人员数", 69, "编制数"]));
    expect(cells(after, SHEET)).toEqual(cells(book, SHEET));
    await completed(host);
  });

  it.each([
    ["none", "不选用"],
    [{ id: "department-hunan", version: "1.0.0", title: "湖南", source: "湘财", text: null }, "department-hunan 1.0.0"],
  ] as const)("is the reviewer's choice on 规则: %j", async (pack, value) => {
    const host = createXlsxHost(table());
    const book = await readFrom(host);
    const choice = { pack, settings: [], declined: ["project"] } as const;
    const after = await put(host, planRules(book, review(book), choice, "zh"));
    const rules = Object.entries(cells(after, "规则"));
    const at = (label: string) => rules[rules.findIndex(([, text]) => text === label) + 1]?.[1];
    expect([at("复核人所选规则包"), at("复核人所选通行规则")]).toEqual([value, "不选用 project"]);
    expect(planRules(after, review(after), choice, "zh").plan.steps).toEqual([]);
    await completed(host);
  });
});

describe("[P22] rows of 核验记录", () => {
  const row = (fingerprint: string, opinion: string) => ({
    fingerprint,
    subject: { fingerprint: { type: "text", text: fingerprint }, code: { type: "text", text: "opinion" } } as const,
    decided: { opinion: { type: "text", text: opinion } } as const,
  });

  it("the sheet is added with them alone, a second save changes the one and adds the other", async () => {
    const host = createXlsxHost(table());
    const book = await readFrom(host);
    const first = await put(host, planRecordRows(book, review(book), [row("a", "账实不符")], "zh"));
    expect(Object.values(cells(first, "核验记录"))).toEqual(expect.arrayContaining(["编号", "a", "账实不符"]));
    const rows = [row("a", "已整改"), row("b", "材料不齐")];
    const second = Object.values(cells(await put(host, planRecordRows(first, review(first), rows, "zh")), "核验记录"));
    expect(second).toEqual(expect.arrayContaining(["a", "已整改", "b", "材料不齐"]));
    expect(second).not.toContain("账实不符");
    const whole = Object.values(cells(await completed(host), "核验记录"));
    expect(whole).toEqual(expect.arrayContaining(["a", "已整改", "b", "材料不齐", "justification-missing"]));
  });

  it("a row that somebody sorted away since is not written over", async () => {
    const host = createXlsxHost(table());
    const book = await readFrom(host);
    const first = await put(
      host,
      planRecordRows(book, review(book), [row("a", "账实不符"), row("b", "材料不齐")], "zh"),
    );
    const { plan } = planRecordRows(first, review(first), [row("a", "已整改")], "zh");
    const at = plan.guards[0]?.at;
    expect(at?.sheet).toBe("核验记录");
  });
});
