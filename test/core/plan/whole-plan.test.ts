import { planAuditSheet } from "../../../src/core/plan/audit-sheet";
import { planBase, planReasons, planRules } from "../../../src/core/plan/plan-part";
import { planReview } from "../../../src/core/plan/plan-review";
import { planRecordRows } from "../../../src/core/plan/record/record-rows";
import { planSlip } from "../../../src/core/plan/slip-sheet";
import type { PlanResult } from "../../../src/core/plan/steps/plan-result";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { applyPlan } from "../../support/apply-plan";
import { typeInto } from "../../support/edit-sheet";
import { reviewSample, sampleBook } from "./sample";

const withSheets = (book: WorkbookSnapshot, change: Partial<SheetSnapshot>, name?: string): WorkbookSnapshot => ({
  ...book,
  sheets: book.sheets.map((sheet) => (name === undefined || sheet.name === name ? { ...sheet, ...change } : sheet)),
});

const ENTRY = { group: "更正", cells: "D5", name: "管理制度健全性", fact: "2 → 1", text: "请更正" };
const ROW = { fingerprint: "a", subject: {}, decided: { opinion: { type: "text", text: "账实不符" } } } as const;
const HEAD = { facts: [["内容 SHA-256", "甲"]], fingerprint: "甲" } as const;

describe("[P14] a plan is carried out whole or not at all", () => {
  it.each<[title: string, plan: (book: WorkbookSnapshot) => PlanResult]>([
    ["写入", (book) => planReview(book, reviewSample(book), { lang: "zh" })],
    ["基础数据", (book) => planBase(book, reviewSample(book), "pane")],
    ["规则", (book) => planRules(book, reviewSample(book), { pack: "none", settings: [] }, "zh")],
    [
      "扣分原因 on 核验计算",
      (book) => planReasons(withSheets(book, { protected: true }), reviewSample(book), "t1", new Map()),
    ],
    ["核验记录", (book) => planRecordRows(book, reviewSample(book), [ROW], "zh")],
    ["退回意见", (book) => planSlip(book, [ENTRY], "甲单位")],
    ["公式核查表", (book) => planAuditSheet(book, [], HEAD, true)],
  ])("%s adds no sheet where the workbook's structure is protected", (_, plan) => {
    expect(plan(sampleBook()).plan.steps.map((step) => step.do)).toContain("addSheet");
    expect(plan({ ...sampleBook(), structureProtected: true })).toEqual({
      plan: { guards: [], steps: [] },
      findings: [],
      refusals: [{ kind: "workbook-protected" }],
    });
  });

  it("a sheet of ours that is locked hides no cell that somebody wrote into", () => {
    const once = applyPlan(sampleBook(), planSlip(sampleBook(), [ENTRY], "甲单位").plan);
    const written = typeInto(once, "退回意见", "A9", "单位自注");
    const { plan, refusals } = planSlip(withSheets(written, { protected: true }, "退回意见"), [ENTRY], "甲单位");
    expect(plan.steps).toEqual([]);
    expect(refusals.map(({ kind }) => kind)).toEqual(["cell-occupied", "sheet-protected"]);
  });
});
