import { review } from "../../../src/core/review";
import { a1 } from "../../../src/core/workbook/address";
import { gridBook, LEFT, type GridCell, type GridRow } from "../../support/grid";

interface Typed {
  readonly levelScore?: GridCell;
  readonly deduction?: GridCell;
  readonly reviewed?: GridCell;
  readonly total?: GridCell;
  readonly head?: GridCell;
}

/** Marks 60 and 40, of which 1 is lost; each cell as it was typed. */
function told({ levelScore = 59, deduction = 1, reviewed = 59, total = 99, head = "" }: Typed): readonly string[] {
  const rows: readonly GridRow[] = [
    ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ["自评得分", head, "", "", "", "", ""],
    ["一级指标", "三级指标", "分值", "扣分", "自评得分", "复核得分", "扣分原因"],
    ["产出", "培训场次", 60, deduction, 59, reviewed, "暴雨停课一次，次年三月补办"],
    ["小计", LEFT, 60, "", levelScore, "", ""],
    ["效益", "群众知晓率", 40, 0, 40, 40, ""],
    ["小计", LEFT, 40, "", 40, "", ""],
    ["合计", LEFT, 100, "", total, "", ""],
  ];
  return review(gridBook(rows)).findings.flatMap((one) =>
    one.code === "number-as-text" && one.at ? [`${a1(one.at)} ${one.data.text}`] : [],
  );
}

describe("[C3] a number typed as text where it is added up", () => {
  test.each<[string, Typed, readonly string[]]>([
    ["none is", {}, []],
    ["a sub-total's score", { levelScore: "59" }, ["E5 59"]],
    ["a total's score", { total: "99" }, ["E8 99"]],
    ["a deduction", { deduction: "1" }, ["D4 1"]],
    ["a deduction of half a mark", { deduction: "0.5" }, ["D4 0.5"]],
    ["a deduction in words, which is no slip", { deduction: "扣1分" }, []],
    ["a reviewer's score", { reviewed: "59" }, ["F4 59"]],
    ["a total in the head, which stands among words", { head: "99分" }, []],
  ])("%s", (_, typed, expected) => expect(told(typed)).toEqual(expected));
});
