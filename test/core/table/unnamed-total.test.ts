import type { GridRow } from "../../support/grid";
import { indicators, tableIn, totals } from "./reading";

const HEADER: GridRow = ["一级指标", "二级指标", "三级指标", "分值", "得分"];
const one: readonly GridRow[] = [["产出", "数量", "培训人数", 60, 55]];
const two: readonly GridRow[] = [...one, ["效益", "社会", "群众知晓率", 40, 38]];

describe("[R22] a last row that does not say that it is the total", () => {
  test.each<[string, readonly GridRow[], GridRow, string[]]>([
    ["without a name, with the sums of the two above", two, ["", "", "", 100, 93], [" 100 93"]],
    ["without a name, one mark below the sum", two, ["", "", "", 99, 93], []],
    ["without a name, one mark above the sum", two, ["", "", "", 101, 93], []],
    ["without a name, repeating the only row above", one, ["", "", "", 60, 55], []],
    ["without a name, its score another than the sum", two, ["", "", "", 100, 92], [" 100 92"]],
    ["综合绩效, a hundred marks", two, ["综合绩效", "", "", 100, 92], ["综合绩效 100 92"]],
    ["综合绩效, its marks not the sum", two, ["综合绩效", "", "", 20, 18], []],
    ["an indicator's name, with the sums by chance", two, ["效益", "经济", "节约成本", 100, 93], []],
  ])("%s", (_, rows, last, wanted) => {
    const table = tableIn([HEADER, ...rows, last]);
    expect(totals(table).map((line) => line.replace(/^合计/, ""))).toEqual(wanted);
    expect(indicators(table).slice(0, rows.length)).toHaveLength(rows.length);
  });
});
