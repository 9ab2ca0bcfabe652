import type { ReviewOptions } from "../../../src/core/review";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { a1 } from "../../../src/core/workbook/address";
import { gridBook, LEFT, type GridCell } from "../../support/grid";
import { projectBook, reviewed, type ProjectRow } from "../scores/project-sheet";

/** What is said of a book's scores and sums: code, cell, and what follows from the same cause. */
const saidOf = (book: WorkbookSnapshot, options?: Partial<ReviewOptions>): readonly string[] =>
  reviewed(book, options).findings.flatMap(({ code, at, also }) =>
    AROUND.has(code) ? [] : [`${code} ${at ? a1(at) : "-"}${also ? ` (${also.join(", ")})` : ""}`],
  );
/** Not of this matter: what the little tables lack of a whole one, and that the project pack has nothing for a department's. */
const AROUND: ReadonlySet<string> = new Set([
  "cell-not-understood",
  "column-unused",
  "standard-unreadable",
  "pack-silent",
]);

const project = (more: Partial<ProjectRow>): WorkbookSnapshot =>
  projectBook([{ group: "数量指标", name: "培训人数", target: "≥200人", actual: 200, mark: 90, score: 90, ...more }], {
    score: 10,
  });

describe("[F9] one cause in a row gives one finding, and names what follows from it (培训人数 ≥200人, 90 分)", () => {
  test.each<[string, Partial<ProjectRow>, readonly string[]]>([
    ["target met, full mark", {}, []],
    ["target met, one mark off without a word: 90 are due", { score: 89 }, ["score-mismatch I6 (target-met-but-deducted, justification-missing)"]],
    ["the same with a placeholder", { score: 89, reason: "无" }, ["score-mismatch I6 (target-met-but-deducted, justification-placeholder)"]],
    ["the same with a reason: only the score is left", { score: 89, reason: "一期培训推迟到次年" }, ["score-mismatch I6"]],
    ["target missed by a tenth, full mark: 81 are due", { actual: 180 }, ["target-missed-but-full I6 (score-mismatch)"]],
    ["the same, 81 as is due, no word: nothing but the reason is wanting", { actual: 180, score: 81 }, ["justification-missing I6"]],
    ["80 where 81 are due, no word: two things are to be put right", { actual: 180, score: 80 }, ["score-mismatch I6", "justification-missing I6"]],
    ["above its mark", { score: 95 }, ["score-over-full I6", "score-mismatch I6"]],
    ["below zero: 90 are due, so no reason is", { score: -90 }, ["score-negative I6", "score-mismatch I6 (target-met-but-deducted, justification-missing)"]],
    ["a score in words", { score: "优" }, ["score-not-a-number I6"]],
    ["no score beside a missed target", { actual: 180, score: null }, ["score-missing I6 (justification-missing)"]],
    ["the name copied as target and actual value: no tier is asked for", { target: "培训人数", actual: "培训人数" }, ["target-not-comparable G6 (answer-missing)"]],
    ["an actual value of another measure", { actual: "200公里" }, ["target-not-comparable G6"]],
  ])("%s", (_, row, expected) => {
    const said = saidOf(project(row)).filter((one) => !/^(total|subtotal)-/.test(one));
    expect(said.map(sorted)).toEqual([...expected].map(sorted));
  }); // prettier-ignore
});

/** The order in which consequences are listed says nothing. */
const sorted = (said: string): string =>
  said.replace(/\((.*)\)/, (_, list: string) => `(${list.split(", ").sort().join(", ")})`);

const table = (scores: readonly GridCell[], total: GridCell, mark = 50): WorkbookSnapshot =>
  gridBook([
    ["2021年度部门整体支出绩效自评表", LEFT, LEFT, LEFT, LEFT],
    ["一级指标", "三级指标", "分值", "得分", "扣分原因"],
    ...scores.map((score, i): readonly GridCell[] => ["投入", i === 0 ? "职责明确性" : "制度健全性", mark, score, ""]),
    ["合计", "", scores.length * mark, total, ""],
  ]);

describe("[F9] a total that is wrong for one wrong score only follows from it (two indicators of 50)", () => {
  test.each<[string, readonly GridCell[], GridCell, readonly string[]]>([
    ["both right", [50, 50], 100, []],
    ["only the total is wrong", [50, 50], 99, ["total-mismatch D5"]],
    ["500 for 50, and 100 in all", [500, 50], 100, ["score-over-full D3 (total-mismatch)"]],
    ["500 for 50, and 40 in all: no score of 50 makes that", [500, 50], 40, ["score-over-full D3", "total-mismatch D5"]],
    ["500 for 50, and 50 in all: the score would be 0", [500, 50], 50, ["score-over-full D3 (total-mismatch)"]],
    ["500 for 50, and 101 in all: the score would be 51", [500, 50], 101, ["score-over-full D3", "total-mismatch D5"]],
    ["a score in words, counted in the total", ["优", 50], 100, ["score-not-a-number D3 (total-mismatch)"]],
    ["two scores in words: no score is left to add up", ["优", "良"], 90, ["score-not-a-number D3", "score-not-a-number D4"]],
    ["a wrong sign", [-50, 50], 100, ["score-negative D3 (justification-missing, total-mismatch)"]],
    ["a blank score is a warning: the wrong total stays an error", [null, 50], 100, ["score-missing D3", "total-mismatch D5"]],
  ])("%s", (_, scores, total, expected) => expect(saidOf(table(scores, total)).map(sorted)).toEqual(expected)); // prettier-ignore
});

describe("[F9] a level's marks that are wrong for those of a level within it follow from them", () => {
  const nested = (outer: number, inner: number, marks: readonly [number, number, number]): WorkbookSnapshot =>
    gridBook([
      ["2021年度部门整体支出绩效自评表", LEFT, LEFT, LEFT],
      ["一级指标", "二级指标", "三级指标", "得分"],
      [`投入（${outer}分）`, `目标设定（${inner}分）`, `绩效目标合理性（${marks[0]}分）`, marks[0]],
      [LEFT, LEFT, `绩效指标明确性（${marks[1]}分）`, marks[1]],
      [LEFT, "预算配置（10分）", `资产管理规范性（${marks[2]}分）`, marks[2]],
    ]);
  test.each<[string, WorkbookSnapshot, readonly string[]]>([
    ["all agree", nested(20, 10, [5, 5, 10]), []],
    ["an indicator of 6 for 5 makes both levels wrong by one", nested(20, 10, [6, 5, 10]), ["level-mark-mismatch B3 (level-mark-mismatch)"]],
    ["the outer alone is wrong", nested(25, 10, [5, 5, 10]), ["level-mark-mismatch A3"]],
    ["the outer is wrong by more than the inner", nested(25, 10, [6, 5, 10]), ["level-mark-mismatch A3", "level-mark-mismatch B3"]],
  ])("%s", (_, book, expected) => expect(saidOf(book)).toEqual(expected)); // prettier-ignore
});
