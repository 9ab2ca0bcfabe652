import { review } from "../../../src/core/review";
import { gridBook, LEFT, type GridRow } from "../../support/grid";

const HEADER: GridRow = ["一级指标", "二级指标", "三级指标", "分值", "得分", "扣分原因"];

/** Marks 100, scores 60 and the given one of 40. */
function gradeOf(score: number, head: readonly GridRow[], below: readonly GridRow[] = []): readonly string[] {
  const rows: readonly GridRow[] = [
    ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT],
    ...head,
    HEADER,
    ["产出", "数量", "培训场次", 60, 60, ""],
    ["效益", "社会", "受益人数", 40, score, "外出务工人员较多"],
    ...below,
  ];
  return review(gridBook(rows)).findings.flatMap((one) =>
    one.code === "grade-mismatch" ? [`${one.data.stated}→${one.data.expected}`] : [],
  );
}

describe("[C12] a grade that the form states", () => {
  it.each<[string, number, GridRow, readonly string[]]>([
    ["at 90, 优", 30, ["自评得分", "90", "自评等级", "优"], []],
    ["below 90, 优", 29.99, ["自评得分", 89.99, "自评等级", "优"], ["优→良"]],
    ["at 90, 良", 30, ["自评得分：90分", "", "自评等级：良"], ["良→优"]],
    ["from a total above the table alone", 20, ["自评总分：80分", "", "等级：优"], ["优→良"]],
    ["in words of several signs", 20, ["自评得分：80分", "", "自评等级：优秀"], ["优秀→良"]],
    ["in a legend of all grades", 20, ["自评得分：80分", "", "等级：优良中差"], []],
  ])("above the table %s", (_, score, head, wanted) => expect(gradeOf(score, [head])).toEqual(wanted));

  it.each<[string, number, GridRow, readonly string[]]>([
    ["总分90（良）", 30, ["总分", LEFT, LEFT, 100, "90分（等级：良）"], ["良→优"]],
    ["总分90分，等级为优", 30, ["自评总分90分，等级为优", LEFT, LEFT, LEFT, LEFT, LEFT], []],
    ["总分89分，等级为优", 29, ["自评总分89分，等级为优", LEFT, LEFT, LEFT, LEFT, LEFT], ["优→良"]],
  ])("in the total row %s", (_, score, row, wanted) => expect(gradeOf(score, [], [row])).toEqual(wanted));
});

describe("[C12] a table with a funding block that has a mark", () => {
  const grades = (score: number | string, grade: string): readonly string[] =>
    review(
      gridBook([
        ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
        ["自评等级", grade],
        ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["年度资金总额", "", 100, 100, 100, 10, "", score],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
        ["产出", "数量", "培训场次", "≥5场", 5, 50, 50, ""],
        ["效益", "社会", "受益人数", "≥10人", 9, 40, 36, "外出务工人员较多"],
      ]),
    ).findings.flatMap((one) => (one.code === "grade-mismatch" ? [`${one.data.stated}→${one.data.expected}`] : []));
  it.each<[string, number | string, string, readonly string[]]>([
    ["a blank score of the block: 86 of 90 is no total", "", "优", []],
    ["a score in words: neither", "未评", "优", []],
    ["4 of the block make 90", 4, "优", []],
    ["a hundredth less", 3.99, "优", ["优→良"]],
  ])("%s", (_, score, grade, wanted) => expect(grades(score, grade)).toEqual(wanted));
});
