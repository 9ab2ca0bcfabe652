import { readFileSync } from "node:fs";
import path from "node:path";
import type { CellScalar, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import type { BaseRow } from "../../../src/core/ours/base-sheet";
import { readOurs } from "../../../src/core/ours/read-ours";
import { planReview } from "../../../src/core/plan/plan-review";
import type { ReviewOptions } from "../../../src/core/review";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { applyPlan } from "../../support/apply-plan";
import { departmentBook, reviewedBy } from "../sources/sheets";
import { withValues } from "./live";

const POINTS = "评价要点：\n①是否已制定内部财务管理制度；\n②制度是否得到有效执行。";
const book = (score?: number): WorkbookSnapshot =>
  departmentBook([{ name: "管理制度健全性", mark: 2, definition: POINTS, ...(score === undefined ? {} : { score }) }]);

const written = (from: WorkbookSnapshot, points: boolean, options: Partial<ReviewOptions> = {}): WorkbookSnapshot =>
  applyPlan(from, planReview(from, reviewedBy(from, options), { lang: "zh", points }).plan);

function rowsOf(of: WorkbookSnapshot): readonly BaseRow[] {
  const base = readOurs(of).base;
  if (base === "unreadable") throw new Error("基础数据 does not read");
  return base?.rows ?? [];
}

/** A value and a note of evidence typed into the first row of 基础数据. */
function filled(of: WorkbookSnapshot, value: CellScalar, source: string): WorkbookSnapshot {
  const [first] = rowsOf(of);
  if (!first) throw new Error("no row");
  const { sheet, row, column } = first.valueAt;
  return withValues(of, sheet, [[row, column, value], [row, column + 1, source]]); // prettier-ignore
}

const warned = (of: WorkbookSnapshot, options: Partial<ReviewOptions> = {}): readonly string[] =>
  reviewedBy(of, options).findings.flatMap((one) => (one.code === "evidence-missing" ? [one.data.name] : []));

describe("[M12] 评价要点 as rows of 基础数据", () => {
  it("are added where they are asked for, with a drop-down each", () => {
    expect(rowsOf(written(book(), false))).toEqual([]);
    const rows = rowsOf(written(book(), true));
    expect(rows.map(({ label }) => label)).toEqual([
      "管理制度健全性：要点1 是否已制定内部财务管理制度",
      "管理制度健全性：要点2 制度是否得到有效执行",
    ]);
    expect(rows.map(({ options }) => options)).toEqual([["符合", "不符合", "不适用"], ["符合", "不符合", "不适用"]]); // prettier-ignore
  });

  it("stay with what was typed there on every later run, also without being asked for", () => {
    const first = filled(written(book(1), true), "符合", "财〔2021〕3号，第2页");
    const again = written(first, false);
    expect(rowsOf(again).map(({ value, source, usedBy }) => [value, source, usedBy])).toEqual([
      ["符合", "财〔2021〕3号，第2页", "自评表：投入／管理制度健全性"],
      [null, "", "自评表：投入／管理制度健全性"],
    ]);
    expect(planReview(again, reviewedBy(again), { lang: "zh" }).plan.steps).toEqual([]);
  });

  it("give no marks: the text gives none to them", () => {
    const of = filled(written(book(1), true), "不符合", "");
    expect(reviewedBy(of).tables[0]?.indicators[0]?.recomputed).toEqual({ status: "notJudged", reason: "noStandard" });
  });

  it("are not asked twice where the rule scores its points itself", () => {
    const of = departmentBook([
      { name: "资金使用合规性", mark: 5, standard: "①支出符合规定，3分；②审批手续完整，2分。", definition: POINTS },
    ]);
    expect(rowsOf(written(of, true)).map(({ label }) => label)).toEqual([
      "资金使用合规性：支出符合规定",
      "资金使用合规性：审批手续完整",
    ]);
  });
});

describe("[J8] evidence for a full mark where the table has no column for it", () => {
  test.each<[string, WorkbookSnapshot, readonly string[]]>([
    ["points without rows ask for nothing", book(2), []],
    ["rows that are blank", written(book(2), true), ["管理制度健全性"]],
    ["a choice without its evidence", filled(written(book(2), true), "符合", ""), ["管理制度健全性"]],
    ["evidence noted", filled(written(book(2), true), "符合", "财〔2021〕3号，第2页"), []],
    ["a mark deducted", written(book(1), true), []],
    ["no score yet", written(book(), true), []],
  ])("%s", (_, of, expected) => expect(warned(of)).toEqual(expected));

  it("a pack demands it", () => {
    const budget = departmentBook([{ name: "质量达标率", mark: 5, score: 5 }, { name: "管理制度健全性", mark: 2, score: 2 }]);
    const named = { ...budget, sheets: budget.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => (cell.value === "投入" ? { ...cell, value: "预算管理" } : cell)) })) };
    const pack = { pack: builtInPack("department-hunan") };
    expect(warned(named, pack)).toEqual(["管理制度健全性"]);
    expect(warned(named)).toEqual([]);
  }); // prettier-ignore

  it("the reference table is not asked for evidence, which it has no place for", async () => {
    const file = path.join(__dirname, "../../workbooks/heshan-2021-self-evaluation.xlsx");
    const read = await createXlsxHost(new Uint8Array(readFileSync(file))).read();
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect(warned(read.value)).toEqual([]);
    expect(rowsOf(written(read.value, false)).some(({ label }) => label.includes("要点"))).toBe(false);
    const prepared = rowsOf(written(read.value, true)).filter(({ label }) => label.includes("要点"));
    expect(prepared.filter(({ usedBy }) => usedBy.endsWith("资产管理安全性")).map(({ label }) => label)).toEqual([
      "资产管理安全性：要点1 资产保存是否完整",
      "资产管理安全性：要点2 资产配置是否合理",
      "资产管理安全性：要点3 资产处置是否规范",
      "资产管理安全性：要点4 资产账务管理是否合规，是否帐实相符",
      "资产管理安全性：要点5 资产是否有偿使用及处置收入及时足额上缴",
    ]);
  });
});
