import { describePlan, refusalText } from "../../../src/core/plan/describe";
import { planReview } from "../../../src/core/plan/plan-review";
import { reviewSample, sampleBook, SHEET } from "./sample";
import type { Refusal } from "../../../src/core/plan/steps/plan-result";

describe("a plan in words", () => {
  const book = sampleBook();
  const { plan } = planReview(book, reviewSample(book), { lang: "zh" });

  it("[P1] shows every cell before and after, and every sheet and name that is added", () => {
    const rows = describePlan(plan, "zh");
    expect(rows).toContainEqual({ sheet: SHEET, cell: "E2", before: "", after: "满分", visible: true });
    expect(rows).toContainEqual({ sheet: "核验记录", cell: "", before: "", after: "新增工作表", visible: true });
    expect(rows).toContainEqual({ sheet: null, cell: "编制数", before: "", after: "'基础数据'!$D$5", visible: true });
    expect(rows.find(({ cell }) => cell === "_pinghe.t1.rate")?.visible).toBe(false);
  });

  it("[P1] has one row for each write", () => {
    const writes = plan.steps.reduce((sum, step) => sum + (step.do === "putCells" ? step.cells.length : 1), 0);
    expect(describePlan(plan, "en")).toHaveLength(writes);
  });
});

describe("a refusal in words", () => {
  const at = { sheet: "自评表", row: 6, column: 9 };
  const CASES: readonly (readonly [Refusal, zh: string, en: string])[] = [
    [{ kind: "workbook-protected" }, "取消“保护工作簿”", "Unprotect the workbook"],
    [{ kind: "sheet-protected", sheet: "自评表", cells: [at] }, "自评表受保护，1个单元格无法更新（J7）", "1 cells can not be updated (J7)"],
    [{ kind: "sheet-unreadable", sheet: "核验记录", range: { top: 11, left: 0, bottom: 20, right: 12 } }, "核验记录第12行的表头", "row 12 of sheet 核验记录"],
    [{ kind: "label-doubled", sheet: "基础数据", labels: ["预算数"] }, "名称重复：预算数", "stand twice on sheet 基础数据: 预算数"],
    [{ kind: "round-unreadable", at, found: "第几轮", round: 2 }, "“第几轮”不是数字，按记录中的最近一轮（第2轮）", 'holds "第几轮"'],
    [{ kind: "name-taken", name: "编制数", refersTo: "'附表'!$A$1" }, "名称编制数已被本单位用于'附表'!$A$1", "The name 编制数 is already used"],
    [{ kind: "input-differs", label: "编制数", typed: "77", given: "78" }, "表中已填77，与输入的78不同", "77 is typed, 78 was given"],
    [{ kind: "cell-occupied", at, found: "备忘" }, "'自评表'!J7已有内容“备忘”", 'holds "备忘"'],
    [{ kind: "reason-displaced", sheet: "自评表", cells: [{ at, name: "资金结余", text: "…" }] }, "J7（资金结余）", "J7（资金结余）"],
  ]; // prettier-ignore

  it.each(CASES)("[P14] $kind says where and what to do", (refusal, zh, en) => {
    expect(refusalText(refusal, "zh")).toContain(zh);
    expect(refusalText(refusal, "en")).toContain(en);
  });
});
