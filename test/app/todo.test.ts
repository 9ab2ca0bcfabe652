import { countTodos, todosOf } from "../../src/app/todo";
import { gridBook, LEFT, UP, type GridCell, type GridRow } from "../support/grid";
import { reviewedBy } from "../core/sources/sheets";

const HEADER = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "扣分原因"];
const listed = (rows: readonly GridRow[]) => {
  const book = gridBook([["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT], HEADER, ...rows]);
  const [table] = reviewedBy(book).tables;
  if (!table) throw new Error("no table");
  return { todos: todosOf(table), grade: table.totals.grade };
};
const line = (name: string, actual: GridCell, mark: number, score: GridCell, reason: GridCell = ""): GridRow => [
  "产出指标", "数量指标", name, "≥200人", actual, mark, score, reason,
]; // prettier-ignore

describe("[V12] 未说明扣分 counts deductions, each once, and the marks that they took", () => {
  test.each<[string, readonly GridRow[], string]>([
    ["a mark off without a word", [line("培训人数", 200, 100, 99)], "1 项 1 分"],
    ["a mark off and why", [line("培训人数", 200, 100, 99, "一期培训推迟到次年")], "0 项 0 分"],
    ["a full mark", [line("培训人数", 200, 100, 100)], "0 项 0 分"],
    ["a target passed by far: words are wanted, nothing was deducted", [line("培训人数", 300, 100, 100)], "0 项 0 分"],
    ["a full mark beside a missed target", [line("培训人数", 150, 100, 100)], "0 项 0 分"],
    ["no score beside a missed target", [line("培训人数", 150, 100, null)], "0 项 0 分"],
    ["one score cell for two indicators", [line("培训人数", 200, 60, 97), ["", "", "参训单位数", "≥200人", 200, 40, UP, UP]], "1 项 3 分"],
  ])("%s: %s", (_, rows, expected) => {
    const { count, marks } = countTodos(listed(rows).todos, "unexplained");
    expect(`${count} 项 ${marks} 分`).toBe(expected);
  }); // prettier-ignore
});

describe("[V5] a grade only when no mark of its basis is open", () => {
  test.each<[string, readonly GridRow[], string | null]>([
    ["all scored", [line("培训人数", 200, 60, 60), line("参训单位数", 200, 40, 40)], "优"],
    ["one not scored yet", [line("培训人数", 200, 60, 60), line("参训单位数", 200, 40, null)], null],
    ["one in words", [line("培训人数", 200, 60, 60), line("参训单位数", 200, 40, "完成")], null],
    ["one without a mark of its own, the rest making 100", [line("培训人数", 200, 100, 100), line("参训单位数", 200, 0, null)], null],
    ["marks that make 99", [line("培训人数", 200, 60, 60), line("参训单位数", 200, 39, 39)], null],
  ])("%s: %s", (_, rows, expected) => expect(listed(rows).grade?.value ?? null).toBe(expected)); // prettier-ignore
});
