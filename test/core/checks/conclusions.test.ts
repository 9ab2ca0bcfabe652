import { review } from "../../../src/core/review";
import { a1 } from "../../../src/core/workbook/address";
import { gridBook, LEFT, UP, type GridRow } from "../../support/grid";

const WIDE = [LEFT, LEFT, LEFT, LEFT];
const HEADER: GridRow = ["一级指标", "二级指标", "三级指标", "分值", "得分"];
/** Marks 100, scores 96. */
const BODY: readonly GridRow[] = [
  ["产出", "数量", "培训场次", 60, 58],
  ["效益", "社会", "受益人数", 40, 38],
];
const TOTAL: GridRow = ["总分", LEFT, LEFT, 100, 96];

interface Form {
  readonly head?: readonly GridRow[];
  readonly foot?: readonly GridRow[];
  readonly total?: boolean;
}

const reviewed = ({ head = [], foot = [], total = true }: Form) =>
  review(
    gridBook([["2023年度项目支出绩效自评表", ...WIDE], ...head, HEADER, ...BODY, ...(total ? [TOTAL] : []), ...foot]),
  );

const WANTED = ["total-mismatch", "grade-mismatch", "cell-not-understood", "full-mark-total"];
const said = (form: Form): readonly string[] =>
  reviewed(form).findings.flatMap(({ code, at }) => (WANTED.includes(code) ? [`${code} ${at ? a1(at) : ""}`] : []));

describe("[R51] a total and a grade in the sentences of a conclusion", () => {
  it.each<[string, Form, readonly string[]]>([
    ["both right", { foot: [["自评结论：综合得分96分，等级为优", ...WIDE]] }, []],
    ["another total", { foot: [["自评结论：综合得分95分，等级为优", ...WIDE]] }, ["total-mismatch A6"]],
    ["another grade", { foot: [["自评结论：综合得分96分，等级为良", ...WIDE]] }, ["grade-mismatch A6"]],
    ["above the table, both others", { head: [["自评情况", "本项目自评得分为95.5分，评价等级“良”。", ...WIDE.slice(1)]] }, ["total-mismatch B2", "grade-mismatch B2"]],
    ["in a longer text", { foot: [["自评说明", "一、完成较好。二、经自评，综合评分95分，评价结果为“优秀”。三、问题：无。", ...WIDE.slice(1)]] }, ["total-mismatch B6"]],
    ["merged over rows", { foot: [["评价结论", "综合得分95分", ...WIDE.slice(1)], [UP, "评价等级：优", ...WIDE.slice(1)]] }, ["total-mismatch B6"]],
    ["label and number beside it", { foot: [["自评总分", "95分", "自评等级", "优", ""]] }, ["total-mismatch B6"]],
    ["the same as a number", { foot: [["自评得分", 95, "评价等级", "优", ""]] }, ["total-mismatch B6"]],
    ["no total in the table", { foot: [["自评结论：综合得分95分，等级为优", ...WIDE]], total: false }, ["total-mismatch A5"]],
    ["a part", { foot: [["其中产出指标得分58分，效益得分38分", ...WIDE]] }, []],
    ["another year", { foot: [["上年自评得分95分", ...WIDE]] }, ["cell-not-understood A6"]],
    ["a reviewer's", { foot: [["财政复核得分93分", ...WIDE]] }, ["cell-not-understood A6"]],
    ["a legend", { foot: [["说明：综合得分90分以上为优，80分（含）-90分为良", ...WIDE]] }, []],
    ["a legend with the range", { foot: [["等级：得分90-100分为优，80-90分为良", ...WIDE]] }, []],
    ["the full mark", { foot: [["本表总分100分，自评得分96分", ...WIDE]] }, []],
    ["two grades in a text", { foot: [["上级评价等级为良，自评等级为优", ...WIDE]] }, []],
  ])("%s", (_, form, wanted) => expect(said(form)).toEqual(wanted)); // prettier-ignore

  it("the table's own total goes before the sentence's, which stands in where there is none", () => {
    const foot = [["自评结论：综合得分95分", ...WIDE]];
    const stated = (form: Form) => reviewed(form).tables[0]?.totals.statedScore?.valueOf();
    expect(stated({ foot })).toBe(96);
    expect(stated({ foot, total: false })).toBe(95);
  });
});
