import { NO_OPTIONS, review } from "../../../src/core/review";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { a1, parseA1 } from "../../../src/core/workbook/address";
import type { CellScalar, SheetSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { planReview } from "../../../src/core/plan/plan-review";
import { applyPlan } from "../../support/apply-plan";
import { bookOf, LEFT, sheetOf, UP, type GridCell, type GridRow } from "../../support/grid";

/*
 * A stranger's walk: three forms without a fault, and what somebody might hope to slip by in each. Every fault is named at its
 * own cell and nowhere else; the forms themselves raise nothing.
 */

/** A project with its money, targets against actual values, marks in a column. */
const ROADS: readonly GridRow[] = [
  ["农村道路养护项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
  ["项目名称", "农村道路养护", "", "预算年度", "2024", "", "", "", ""],
  ["资金情况（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分", "偏差原因"],
  ["年度资金总额", "", 480, 500, 450, 10, 0.9, 9, "尾款按合同次年支付"],
  ["其中：财政拨款", "", 400, 400, 380, "", "", "", ""],
  ["　　　其他资金", "", 80, 100, 70, "", "", "", ""],
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "", "得分", "偏差原因分析及改进措施"],
  ["产出指标", "数量指标", "养护里程", "≥120公里", "126公里", 20, "", 20, ""],
  [UP, UP, "桥梁检测数量", "≥15座", "15座", 10, "", 10, ""],
  [UP, "质量指标", "养护合格率", "≥95%", "97%", 10, "", 10, ""],
  [UP, "时效指标", "完成时间", "2024年11月30日前", "2024年11月20日", 10, "", 10, ""],
  ["效益指标", "社会效益指标", "受益村数", "≥60个", "57个", 20, "", 19, "三个村道路改由县交通局养护"],
  ["满意度指标", "满意度指标", "群众满意度", "≥90%", "92%", 20, "", 20, ""],
  ["总分", "", "", "", "", 100, "", 98, ""],
];
/** A department: marks in names, rates defined in the explanations, the total above, base data on a sheet of its own. */
const DEPARTMENT: readonly GridRow[] = [
  ["2022年部门整体支出绩效评价评分表"],
  ["自评总分：95分"],
  ["一级指标", "二级指标", "三级指标（分值）", "指标解释", "自评得分", "扣分说明"],
  ["投入（40分）", "目标设定（20分）", "绩效目标合理性（10分）", "目标是否与职责相符", 10, ""],
  ["", "", "绩效指标明确性（10分）", "指标是否量化", 8, "两项指标未量化"],
  ["", "预算配置（20分）", "在职人员控制率（10分）", "在职人员控制率=在职人员数/编制数×100%", 10, ""],
  ["", "", "重点支出安排率（10分）", "重点项目支出占项目总支出的比重", 10, ""],
  [
    "过程（60分）",
    "预算执行（60分）",
    "预算完成率（30分）",
    "预算完成率=预算完成数/预算数×100%",
    28,
    "一个项目跨年实施",
  ],
  ["", "", "结转结余率（30分）", "结转结余率=结转结余总额/支出预算数×100%", 29, "追加资金年底到位"],
];
const BASE: readonly GridRow[] = [
  ["基础数据"],
  ["项目", "2022年数"],
  ["编制数", 80],
  ["在职人员数", 78],
  ["预算数", 1000],
  ["预算完成数", 940],
  ["结转结余总额", 60],
  ["支出预算数", 1000],
];
/** Two levels, weights for marks, bare targets. */
const WATER: readonly GridRow[] = [
  ["衔接资金项目绩效自评", "", "", "", "", ""],
  ["指标类别", "指标名称", "权重", "目标值", "完成值", "评分"],
  ["数量", "新建水窖", 30, 40, 40, 30],
  ["数量", "修渠长度（米）", 20, 1500, 1500, 20],
  ["质量", "验收合格率", 20, 1, 1, 20],
  ["时效", "按期完工率", 10, 1, 1, 10],
  ["效益", "受益户数", 20, 300, 310, 20],
  ["合计", "", 100, "", "", 100],
];

/** A cell's value, or with its format, its formula. */
type Change = CellScalar | { readonly value: CellScalar; readonly format?: string; readonly formula?: string };
type Changes = Readonly<Record<string, Change>>;

function changed(name: string, form: readonly GridRow[], changes: Changes, more: Partial<SheetSnapshot> = {}): SheetSnapshot {
  const rows = form.map((row): GridCell[] => [...row]);
  const formats: Record<string, string> = {};
  const formulas: Record<string, string> = {};
  for (const [address, change] of Object.entries(changes)) {
    const at = parseA1(address);
    if (!at) throw new Error(`no address: ${address}`);
    while (rows.length <= at.row) rows.push([]);
    const row = rows[at.row] ?? [];
    while (row.length <= at.column) row.push("");
    const isMore = typeof change === "object" && change !== null && "value" in change;
    row[at.column] = isMore ? change.value : change;
    if (isMore && change.format) formats[`${at.row},${at.column}`] = change.format;
    if (isMore && change.formula) formulas[`${at.row},${at.column}`] = change.formula;
  }
  return { ...sheetOf(name, rows, { formats, formulas }), ...more };
} // prettier-ignore

const roads = (changes: Changes, more?: Partial<SheetSnapshot>) => bookOf([changed("自评", ROADS, changes, more)]);
const department = (changes: Changes, base: Changes = {}) => bookOf([changed("评分", DEPARTMENT, changes), changed("基础数据表", BASE, base)]); // prettier-ignore
const water = (changes: Changes) => bookOf([changed("衔接", WATER, changes)]);

/** 重点支出安排率 is told in words alone: its two figures are wanting in the sound form, too. */
const WANTING = "input-missing C7";
const saidOf = (book: WorkbookSnapshot, pack: string | null = null): readonly string[] =>
  review(book, { ...NO_OPTIONS, pack: pack === null ? null : builtInPack(pack) })
    .findings.map(({ code, at }) => `${code} ${at ? a1(at) : "-"}`)
    .filter((one) => one !== WANTING);

describe("three forms without a fault", () => {
  it.each([
    ["roads", roads({})],
    ["department", department({})],
    ["water", water({})],
  ])("%s: nothing is told", (_name, book) =>
    // prettier-ignore
    expect(saidOf(book)).toEqual([]),
  );
  it.each([
    ["roads", roads({})],
    ["water", water({})],
  ])("%s: nothing by the project pack", (_name, book) =>
    // prettier-ignore
    expect(saidOf(book, "project")).toEqual([]),
  );
});

describe("what a stranger tries to slip by is named at its cell", () => {
  it.each<[string, WorkbookSnapshot, readonly string[]]>([
    ["a number beside the table", water({ H4: 77 }), ["cell-not-understood H4"]],
    ["an amount below it", roads({ B17: "320万元" }), ["cell-not-understood B17"]],
    ["a second score", department({ G5: 3 }), ["cell-not-understood G5"]],
    ["money with its unit", roads({ E4: "450万" }), ["number-as-text E4"]],
    ["money behind what nobody sees", roads({ E4: "\u200b450" }), ["number-as-text E4"]],
    ["a stated rate that is not that of the money", roads({ G4: 0.95 }), ["rate-mismatch G4"]],
    ["a sum that its sources do not make", roads({ E5: 300 }), ["funding-total-mismatch E4"]],
    ["one column in another unit", roads({ E3: "全年执行数（元）" }), ["funding-units-differ E3"]],
    ["a total in the head", department({ A2: "自评总分：97分" }), ["total-mismatch A2"]],
    ["the same in numerals", department({ A2: "自评总分为九十七分" }), ["total-mismatch A2"]],
    ["the same in the total's own cell", water({ F8: "合计：98分" }), ["total-mismatch F8"]],
    ["a level's mark", department({ A4: "投入（45分）" }), ["level-mark-mismatch A4"]],
    ["a score of digits apart", water({ F3: "3 0" }), ["score-not-a-number F3"]],
    ["a text that a formula gives", roads({ H8: { value: "20", formula: '=TEXT(20,"0")' } }), ["number-as-text H8"]],
    ["a stored total that its formula does not give", roads({ H14: { value: 98, formula: "=SUM(H8:H13)" } }), ["stale-value H14"]],
    ["staff below zero", department({}, { B4: -78 }), ["input-impossible B4"]],
    ["half a person", department({}, { B4: 77.5 }), ["input-impossible B4"]],
    ["half a bridge", roads({ E9: "15.5座" }), ["input-impossible E9"]],
    ["more content than all", roads({ E13: "120%" }), ["input-impossible E13"]],
    ["the same as a bare 1.2 of 1", water({ E5: 1.2 }), ["input-impossible E5"]],
    ["the same beside a bare 0.95", water({ D6: 0.95, E6: 1.05 }), ["input-impossible E6"]],
    ["8800 %: impossible, and shown otherwise than typed", water({ E5: { value: 88, format: "0%" } }), ["input-impossible E5", "percent-scale E5", "display-differs E5"]],
    ["98 beside 1 is another scale", water({ E5: 98 }), ["percent-scale E5"]],
    ["a day too late", roads({ E11: "2024年12月1日" }), ["target-missed-but-full H11"]],
    ["the same in a date's format", roads({ E11: { value: 45646, format: "yyyy/m/d" } }), ["target-missed-but-full H11"]],
    ["a date for a count", roads({ E9: { value: 45575, format: "yyyy/m/d" } }), ["target-not-comparable E9"]],
    ["a mark that became a date: its neighbour's score is not above anything", roads({ F9: { value: 45575, format: "m/d" } }), ["date-not-number F9"]],
    ["a mark that is a range", roads({ F9: "5-10" }), ["cell-not-understood F9"]],
    ["a mark of digits apart", roads({ F13: "2 0" }), ["number-open F13"]],
    ["a missed target with full marks", roads({ E8: "100公里" }), ["target-missed-but-full H8"]],
    ["a bare one", water({ E4: 1400 }), ["target-missed-but-full F4"]],
    ["a target passed by far", roads({ E8: "400公里" }), ["over-fulfilment E8"]],
    ["a bare one passed by far", water({ E3: 120 }), ["over-fulfilment E3"]],
    ["a reason by the rule", roads({ I12: "按评分标准扣1分" }), ["justification-placeholder I12"]],
    ["a reason that is the name", roads({ I12: "受益村数" }), ["justification-placeholder I12"]],
    ["a reason elsewhere", roads({ I12: "详见总结报告第三部分" }), ["justification-placeholder I12"]],
    ["a reason in a note", roads({ I12: "" }, { notes: [{ row: 11, column: 7, text: "三个村改由交通局养护" }] }), ["justification-missing H12", "note-not-cell H12"]],
    ["staff and posts exchanged", department({ D6: "在职人员控制率=编制数/在职人员数×100%" }), ["definition-differs D6"]],
    ["a hidden indicator", roads({}, { hiddenRows: [9] }), ["hidden-part -", "hidden-cells C10"]],
    ["the target of another year", roads({ E7: "2023年完成值" }), ["column-of-other-year E7"]],
    ["an indicator twice", water({ A4: "数量", B4: "新建水窖" }), ["duplicate-indicator B4"]],
    ["two scores in one cell", roads({ H9: "10/10" }), ["score-not-a-number H9"]],
  ])("%s", (_title, book, expected) => expect(saidOf(book)).toEqual(expected)); // prettier-ignore
});

describe("[P43] the sheet says of a share above all what the review says", () => {
  it.each<[string, Changes, string]>([
    ["all of it", { E5: 1 }, "无误"],
    ["just above", { E5: 1.001 }, "数据不可能：实际完成值"],
    ["1.2 of 1", { E5: 1.2 }, "数据不可能：实际完成值"],
    ["1.2 of 0.95", { D5: 0.95, E5: 1.2 }, "数据不可能：实际完成值"],
    ["0.98 of 0.95", { D5: 0.95, E5: 0.98 }, "无误"],
  ])("%s", (_title, changes, expected) => {
    const book = water(changes);
    const options = { ...NO_OPTIONS, pack: builtInPack("project") };
    const written = applyPlan(book, planReview(book, review(book, options), { lang: "zh" }).plan);
    const cells = written.sheets.find(({ name }) => name === "衔接")?.cells ?? [];
    const column = cells.find(({ value }) => value === "核验结论")?.column;
    expect(cells.find((cell) => cell.row === 4 && cell.column === column)?.value).toBe(expected);
  });
});
