import { ratio } from "../../../src/core/model/exact";
import { planReview } from "../../../src/core/plan/plan-review";
import { NO_OPTIONS, review, type ReviewOptions } from "../../../src/core/review";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { a1 } from "../../../src/core/workbook/address";
import { parseReference } from "../../../src/core/workbook/sheet-area";
import type { CellScalar, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { applyPlan, calculated } from "../../support/apply-plan";
import { deleteRow, insertRows, sortRows, withCells } from "../../support/edit-sheet";
import { projectBook } from "../scores/project-sheet";
import { gridBook, LEFT, type GridRow } from "../../support/grid";
import { contradictions } from "../../support/live-contradictions";

/** What a person can bring about on a scored copy, and after each change: sheet and review agree. */
const SHEET = "评分表";

const DEPARTMENT = gridBook([
  ["2021年度部门整体支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
  ["一级指标", "二级指标", "三级指标", "分值", "指标说明", "评分标准", "自评分", "扣分原因"],
  row("在职人员控制率", "在职人员控制率=（在职人员数/编制数）×100%。", "以100%为标准。在职人员控制率≦100%，计5分；每超过一个百分点扣0.5分，扣完为止。", 5),
  row("公务卡刷卡率", "公务卡刷卡率=（公务卡刷卡支出/公务支出总额）×100%。", "公务卡刷卡率≥90%得5分；80%（含）-90%得4分；低于80%不得分。", 5),
  row("政府采购执行率", "政府采购执行率=（实际采购金额/采购预算数）×100%。", "得分=政府采购执行率×该指标分值，最高不得超过分值上限。", 5),
  ["合计", "", "", 15, "", "", 15, ""],
]); // prettier-ignore
function row(name: string, definition: string, standard: string, score: number): GridRow {
  return ["投入", "预算配置", name, 5, definition, standard, score, ""];
}

const PROJECT = gridBook([
  ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
  ["产出指标", "数量指标", "培训人数", "≥200人", 200, 40, 40, ""],
  ["产出指标", "质量指标", "培训合格率", "≥95%", 0.96, 20, 20, ""],
  ["效益指标", "社会效益", "市场秩序", "效果明显", "达成预期指标", 30, 28, "宣传覆盖不足"],
  ["满意度指标", "服务对象满意度", "群众满意度", 90, 95, 10, 10, ""],
  ["合计", "", "", "", "", 100, 98, ""],
]);

interface Sample {
  readonly book: WorkbookSnapshot;
  readonly options: ReviewOptions;
}

const inputs = (values: Readonly<Record<string, number>>): ReviewOptions["inputs"] =>
  new Map(Object.entries(values).map(([name, value]) => [name, ratio(value)]));

const SAMPLES: Readonly<Record<string, Sample>> = {
  department: {
    book: DEPARTMENT,
    options: { ...NO_OPTIONS, inputs: inputs({ 在职人员数: 69, 编制数: 77, 公务卡刷卡支出: 95, 公务支出总额: 100, 实际采购金额: 100, 采购预算数: 100 }) },
  },
  project: { book: PROJECT, options: { ...NO_OPTIONS, pack: builtInPack("project") } },
}; // prettier-ignore

function written({ book, options }: Sample): WorkbookSnapshot {
  const { plan, refusals } = planReview(book, review(book, options), { lang: "zh" });
  expect(refusals).toEqual([]);
  return calculated(applyPlan(book, plan));
}

const typed =
  (values: Readonly<Record<string, CellScalar>>, sheet = SHEET) =>
  (book: WorkbookSnapshot) =>
    calculated(withCells(book, sheet, new Map(Object.entries(values))));

/** 基础数据: values stand in D from row 4 on, in the order of the inputs. */
const base = (values: Readonly<Record<string, CellScalar>>) => typed(values, "基础数据");

const ours = (part: string, at: number, value: CellScalar) => (book: WorkbookSnapshot) =>
  typed({ [`${letterOf(book, part)}${at}`]: value })(book);

function letterOf(book: WorkbookSnapshot, part: string): string {
  const [area] = parseReference(book.names.find(({ name }) => name === `_pinghe.t1.${part}`)?.refersTo ?? "");
  if (!area) throw new Error(`no column ${part}`);
  return a1({ row: 0, column: area.rect.left }).replace("1", "");
}

type Change = (book: WorkbookSnapshot) => WorkbookSnapshot;

const CHANGES: readonly (readonly [sample: keyof typeof SAMPLES, what: string, change: Change])[] = [
  ["department", "nothing", (book) => book],
  ["department", "a score of one less", typed({ G3: 4 })],
  ["department", "a score above its mark", typed({ G3: 6 })],
  ["department", "a score below zero", typed({ G3: -5 })],
  ["department", "a score in words", typed({ G3: "优" })],
  ["department", "a score typed as text", typed({ G3: "5" })],
  ["department", "a blank score", typed({ G3: null })],
  ["department", "our 复算分 overwritten", ours("recomputed", 3, 3)],
  ["department", "our 计算值 overwritten", ours("rate", 3, 1.2)],
  ["department", "our 满分 or 差异 overwritten", ours("difference", 3, 0)],
  ["department", "our 核验结论 overwritten", ours("conclusion", 3, "无误")],
  ["department", "an indicator renamed", typed({ C3: "在职人员控制率（新）" })],
  ["department", "two names exchanged", typed({ C3: "公务卡刷卡率", C4: "在职人员控制率" })],
  ["department", "the unit's own rows sorted without ours", (book) => sortRows(book, SHEET, 2, [2, 0, 1], 0, 7)],
  ["department", "all rows sorted with ours", (book) => sortRows(book, SHEET, 2, [2, 0, 1], 0, 20)],
  ["department", "a row inserted above", (book) => calculated(insertRows(book, SHEET, 2, 1))],
  ["department", "a row deleted", (book) => calculated(deleteRow(book, SHEET, 3))],
  ["department", "a definition turned over", typed({ E3: "在职人员控制率=（编制数/在职人员数）×100%。" })],
  ["department", "a definition reworded", typed({ E4: "公务卡刷卡率=（公务卡刷卡支出/公务支出）×100%。" })],
  ["department", "a milder standard", typed({ F3: "以100%为标准。在职人员控制率≦100%，计5分；每超过一个百分点扣0.1分，扣完为止。" })],
  ["department", "a standard that can not be read", typed({ F3: "视情况评分。" })],
  ["department", "another mark", typed({ D3: 10 })],
  ["department", "a zero base", base({ D5: 0 })],
  ["department", "a blank input", base({ D4: null })],
  ["department", "an input in words", base({ D4: "六十九人" })],
  ["department", "a negative input", base({ D4: -69 })],
  ["department", "half a person", base({ D4: 69.5 })],
  ["department", "a percentage as text in the place of an amount", base({ D6: "95%" })],
  ["department", "one percentage point too many", base({ D4: 77.77 })],
  ["department", "8 over 7: fourteen whole points", base({ D4: 80, D5: 70 })],
  ["department", "a rate just below a band", base({ D6: 89.99 })],
  ["department", "a rate on the band's edge", base({ D6: 90 })],
  ["department", "base data sorted", (book) => sortRows(book, "基础数据", 3, [5, 4, 3, 2, 1, 0], 0, 8)],
  ["project", "nothing", (book) => book],
  ["project", "a target missed", typed({ E3: 180 })],
  ["project", "a target missed and the due score given", typed({ E3: 180, G3: 36 })],
  ["project", "a tie: 40 × 43.125 of 200 is 8.625", typed({ E3: 43.125, G3: 8.62 })],
  ["project", "the tie rounded up", typed({ E3: 43.125, G3: 8.63 })],
  ["project", "a percentage typed as text", typed({ E4: "95%" })],
  ["project", "a percentage typed as text, below", typed({ E4: "90%" })],
  ["project", "points for a fraction", typed({ E4: 96 })],
  ["project", "8800 %", typed({ E4: 88 })],
  ["project", "an impossible share", typed({ E6: 101 })],
  ["project", "a negative count", typed({ E3: -200 })],
  ["project", "half a person trained", typed({ E3: 199.5 })],
  ["project", "words for a count", typed({ E3: "完成" })],
  ["project", "another measure", typed({ E3: "200公里" })],
  ["project", "a blank actual value", typed({ E3: null })],
  ["project", "a score outside its tier", typed({ G5: 10 })],
  ["project", "a score at the tier's edge", typed({ G5: 24 })],
  ["project", "no tier named", typed({ E5: "还行" })],
  ["project", "another target", typed({ D3: "≥220人" })],
  ["project", "a target turned over", typed({ D3: "≤200人" })],
  ["project", "a target of another word", typed({ D5: "效果显著" })],
  ["project", "a bare target changed", typed({ D6: 98 })],
  ["project", "far exceeded", typed({ E3: 300 })],
  ["project", "rows sorted without ours", (book) => sortRows(book, SHEET, 2, [1, 0, 2, 3], 0, 7)],
  ["project", "a row inserted", (book) => calculated(insertRows(book, SHEET, 3, 1))],
]; // prettier-ignore

/** The funding block stands above; its indicators begin in row 6, their scores in column I. */
const FUNDED: Sample = {
  book: projectBook(
    [
      { group: "数量指标", name: "培训人数", target: "≥200人", actual: 200, mark: 50, score: 50 },
      { group: "质量指标", name: "培训合格率", target: "≥95%", actual: "96%", mark: 40, score: 40 },
    ],
    { budget: 100, executed: 95, score: 9.5 },
  ),
  options: { ...NO_OPTIONS, pack: builtInPack("project-platform") },
};

const FUNDING_CHANGES: readonly (readonly [what: string, change: Change])[] = [
  ["nothing", (book) => book],
  ["half of it spent", typed({ E3: 50 })],
  ["half of it and a little", typed({ E3: 49.99 })],
  ["nothing budgeted", typed({ D3: 0 })],
  ["spent as text", typed({ E3: "95" })],
  ["a blank amount", typed({ E3: null })],
  ["a full mark for 95 %", typed({ H3: 10 })],
  ["no score of the block", typed({ H3: null })],
  ["a third above the target", typed({ G6: 260 })],
  ["just below a third", typed({ G6: 259 })],
  ["a total row among the rows", typed({ A8: "合计" })],
];

const COPIES = new Map(Object.entries(SAMPLES).map(([name, sample]) => [name, written(sample)]));

describe("[P43] sheet and review agree in every state that a person can bring about", () => {
  test.each(CHANGES)("%s: %s", (sample, _, change) => {
    const copy = COPIES.get(sample);
    const options = SAMPLES[sample]?.options;
    if (!copy || !options) throw new Error(sample);
    const changed = change(copy);
    const found = review(changed, { ...options, inputs: new Map() });
    expect(contradictions(changed, found)).toEqual([]);
  });
});

describe("[P43] [V10] a table with a funding block and a pack that caps", () => {
  const copy = written(FUNDED);
  test.each(FUNDING_CHANGES)("%s", (_, change) => {
    const changed = change(copy);
    const found = review(changed, FUNDED.options);
    expect(contradictions(changed, found)).toEqual([]);
  });
});
