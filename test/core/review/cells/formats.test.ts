import { review } from "../../../../src/core/review";
import { toDouble } from "../../../../src/core/model/exact";
import { a1 } from "../../../../src/core/workbook/address";
import { scalarText } from "../../../../src/core/workbook/cell-content";
import { gridBook } from "../../../support/grid";
import { scored, shownScore } from "../../scores/live";

const HEAD = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "评分标准", "得分"];

/** What came of target and actual value, and the score that review and sheet give. */
function came(target: number, targetFormat: string, actual: number, actualFormat: string): string {
  const row = ["效益", "社会效益", "受益户数", 20, target, actual, "得分=实际完成值/年度指标值×分值", 20];
  const book = gridBook([HEAD, row], { formats: { "1,4": targetFormat, "1,5": actualFormat } });
  const { tables, ledger } = review(book);
  const found = tables[0]?.indicators[0]?.recomputed;
  const own = found?.status === "computed" ? String(toDouble(found.score)) : (found?.status ?? "");
  return [ledger.tables[0]?.examined[0]?.target, own, scalarText(shownScore(scored(book), 1))].join(" ");
}

describe("[C41] what a format puts around a number is read with it, in review and sheet", () => {
  it.each<[number, string, number, string, string]>([
    [20, '"≥"0"户"', 15, '0"户"', "missed 15 15"],
    [20, "≥0户", 25, "General", "met 20 20"],
    [50, '"≥"0"万元"', 400000, '0"元"', "missed 16 16"],
    [0.95, '"≥"0%', 0.76, "0%", "missed 16 16"],
    [20, '"不少于"0"户"', 15, "0", "missed 15 15"],
    [20, "0.00", 15, "0", "unclear 15 15"],
  ])("%s as %s, %s as %s: %s", (target, targetFormat, actual, actualFormat, wanted) => {
    expect(came(target, targetFormat, actual, actualFormat)).toBe(wanted);
  });

  it("of a format that shows another number nothing is read", () => {
    const row = ["效益", "社会效益", "投资", 20, 500000, 400000, "", 20];
    const { findings, ledger } = review(gridBook([HEAD, row], { formats: { "1,4": '"≥"0.0,"万元"' } }));
    expect(ledger.tables[0]?.examined[0]?.target).toBe("unclear");
    expect(findings.map(({ code }) => code)).toContain("display-differs");
  });
});

it("[R41] [Z6] a date in a mark's place is told once, and an open cell as the date that it shows", () => {
  const rows = [[...HEAD, "终值"], ["产出", "数量指标", "里程", 45174, "≥20", 20, "", 20, 45177], ["合计", "", "", 60, "", "", "", 20]];
  const { findings, ledger } = review(gridBook(rows, { formats: { "1,3": "m月d日", "1,8": "yyyy-mm-dd" } }));
  expect(findings.filter(({ at }) => at?.row === 1 && at.column === 3).map(({ code }) => code)).toEqual(["date-not-number"]);
  expect(ledger.tables[0]?.cells.notUnderstood.map(({ text }) => text)).toEqual(["9月5日", "2023年9月8日"]);
}); // prettier-ignore

it.each([
  ["http://oa.gov.cn/a.pdf", []],
  ["验收报告.docx", []],
  ["无", ["H2"]],
  ["", ["H2"]],
])("[J7] %s in the evidence column: %j is missing", (text, missing) => {
  const head = [...HEAD.slice(0, 6), "得分", "佐证材料"];
  const rows = [head, ["产出", "数量指标", "里程", 60, "≥20", 20, 60, text], ["效益", "社会效益", "投诉", 40, "≤3", 2, 40, "台账"]];
  const found = review(gridBook(rows)).findings.filter(({ code }) => code === "evidence-missing");
  expect(found.map(({ at }) => at && a1(at))).toEqual(missing);
}); // prettier-ignore

describe("[C41] [C20] formats of fractions", () => {
  const told = (value: number, format: string): readonly string[] => {
    const rows = [["一级指标", "二级指标", "分值", "得分", "扣分原因"], ["产出", "里程", 10, value, "雨季停工"], ["效益", "通行", 90, 90]];
    return review(gridBook(rows, { formats: { "1,3": format } })).findings.flatMap(({ code, data }) =>
      code === "display-differs" ? [`${data.shown} for ${data.stored}`] : code === "total-mismatch" ? [code] : [],
    );
  }; // prettier-ignore

  it.each<[number, string, readonly string[]]>([
    [9.5, "# ?/?", []],
    [9.6, "# ?/2", ["9 1/2 for 9.6"]],
    [9.75, "# ?/2", []],
    [9.75, "# ?/4", []],
    [9.33, "# ?/?", ["9 1/3 for 9.33"]],
  ])("%s as %s", (value, format, wanted) => expect(told(value, format)).toEqual(wanted));
});
