import { SheetView } from "../../../src/core/workbook/sheet-view";
import type { CellScalar, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { parseA1 } from "../../../src/core/workbook/address";
import { readOurs } from "../../../src/core/ours/read-ours";
import { planReview } from "../../../src/core/plan/plan-review";
import { NO_OPTIONS, review, type ReviewOptions } from "../../../src/core/review";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { applyPlan, calculated } from "../../support/apply-plan";
import { sortRows, withCells } from "../../support/edit-sheet";
import { bookOf, gridBook, sheetOf, type GridRow } from "../../support/grid";

/** What live cells say after somebody edits what they were made from, before the next run. */
const written = (book: WorkbookSnapshot, options: ReviewOptions = NO_OPTIONS): WorkbookSnapshot =>
  applyPlan(book, planReview(book, review(book, options), { lang: "zh" }).plan);

const after = (book: WorkbookSnapshot, values: Readonly<Record<string, CellScalar>>, sheet = "评分表"): WorkbookSnapshot =>
  calculated(withCells(book, sheet, new Map(Object.entries(values)))); // prettier-ignore

/** What stands in the column of this header, in an indicator's row. */
function shown(book: WorkbookSnapshot, header: string, row: number): CellScalar {
  for (const sheet of book.sheets) {
    const head = sheet.cells.find(({ value }) => value === header);
    if (head) return new SheetView(sheet).value(row - 1, head.column);
  }
  throw new Error(`no column ${header}`);
}

function summary(book: WorkbookSnapshot, address: string): CellScalar {
  const at = parseA1(address);
  const record = book.sheets.find(({ name }) => name === "核验记录");
  if (!at || !record) throw new Error(address);
  return new SheetView(record).value(at.row, at.column);
}

const answered = (book: WorkbookSnapshot, answers: Readonly<Record<string, CellScalar>>): WorkbookSnapshot => {
  const base = readOurs(book).base;
  if (!base || base === "unreadable") throw new Error("no sheet 基础数据");
  const values = base.rows.flatMap(({ label, valueAt }) => {
    const key = Object.keys(answers).find((name) => label.includes(name));
    return key === undefined ? [] : [[`D${valueAt.row + 1}`, answers[key] ?? null] as const];
  });
  return after(book, Object.fromEntries(values), base.sheet);
};

const HEADER = ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "得分", "扣分原因"];
const SHARE = "得分=培训完成率×该指标分值，最高不得超过分值上限。";
const EVENTS = "每出现一例不符合要求的扣1分，扣完为止。";
const DROPPED = "巡查覆盖率≥95%得满分，否则不得分。没有相关项目的，本项不适用。";

const department = (rows: readonly GridRow[]): WorkbookSnapshot => gridBook([HEADER, ...rows]);
const trained = (mark: CellScalar, score: CellScalar = null): GridRow => [
  "产出",
  "职责履行",
  "培训完成率",
  mark,
  SHARE,
  score,
  null,
];

describe("a target and its actual value", () => {
  const project = (actual: CellScalar, score: CellScalar, target: CellScalar = "≥8000元"): WorkbookSnapshot =>
    gridBook([
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
      ["产出指标", "数量指标", "补助发放数", target, actual, 10, score, null],
    ]);
  const options = { ...NO_OPTIONS, pack: builtInPack("project") };

  it("[M11] an actual value retyped on another scale is not scored: 80000000 beside ≥8000元", () => {
    const book = after(written(project(8000, 10), options), { E2: 80_000_000 });
    expect([shown(book, "复算分", 2), shown(book, "核验结论", 2)]).toEqual(["", "缺数据：实际完成值"]);
  });

  it("[M11] a fraction typed over points counts as the same rate: 0.95 over 95 beside ≥95%", () => {
    const book = after(written(project(95, 10, "≥95%"), options), { E2: 0.475 });
    expect(shown(book, "复算分", 2)).toBe(5);
  });

  it("[M11] a number typed over a text that was read is scored: 4000 over 8000元", () => {
    expect(shown(after(written(project("8000元", 10), options), { E2: 4000 }), "复算分", 2)).toBe(5);
  });

  it("[P19] a full score beside a missed target is not 无误, though rounding would agree", () => {
    expect(shown(written(project(7999, 10), options), "核验结论", 2)).toBe("未达目标却得满分");
  });

  it("[P19] a target passed by far wants its reason", () => {
    expect(shown(written(project(12_000, 10), options), "核验结论", 2)).toBe("超额完成缺原因；与复算一致");
  });
});

describe("steps from the row's own target", () => {
  const HEADER_OF_TARGETS = [
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "评分标准",
    "得分",
  ];
  const BELOW = "每低于目标值1%扣0.5分，扣完为止";
  const live = (name: string, target: CellScalar, actual: CellScalar): WorkbookSnapshot =>
    written(gridBook([HEADER_OF_TARGETS, ["产出指标", "数量指标", name, target, actual, 10, BELOW, 5]]));
  const rescored = (book: WorkbookSnapshot, ...typed: readonly CellScalar[]): CellScalar[] =>
    typed.map((value) => shown(after(book, { E2: value }), "复算分", 2));

  it("[L60] the live score follows what was done, as shares of an amount", () => {
    expect(rescored(live("培训人数", "≥200人", 180), 200, 198, 180, 150, 240, "很多")).toEqual([10, 9.5, 5, 0, 10, ""]);
  });

  it("[L60] the live score follows a rate in points", () => {
    expect(rescored(live("验收合格率", "≥95%", 0.92), 0.95, 0.94, 0.9, 1, 92)).toEqual([10, 9.5, 7.5, 10, ""]);
  });

  it("[L60] another target blanks the score until the next run", () => {
    const rate = after(live("验收合格率", "≥95%", 0.92), { D2: "≥90%" });
    expect([shown(rate, "复算分", 2), shown(written(rate), "复算分", 2)]).toEqual(["", 10]);
    const amount = after(live("培训人数", "≥200人", 180), { D2: "≥180人" });
    expect([shown(amount, "复算分", 2), shown(written(amount), "复算分", 2)]).toEqual(["", 10]);
  });
});

describe("the rule's own cells", () => {
  const book = answered(written(department([trained(5, 4)])), { 培训完成率: 0.8 });

  it("[P18] a changed mark leaves the score blank", () => {
    expect(shown(book, "复算分", 2)).toBe(4);
    expect(shown(after(book, { D2: 10 }), "复算分", 2)).toBe("");
  });

  it("[P18] a changed standard leaves the score blank", () => {
    const changed = SHARE.replace("最高", "最低");
    expect(shown(after(book, { E2: changed }), "复算分", 2)).toBe("");
  });

  it("[P18] a rate in the actual cell is a fraction; 95 typed over it is none", () => {
    const rows = [["一级指标", "二级指标", "三级指标", "分值", "实际完成值", "评分标准", "得分", "扣分原因"], ["产出", "职责", "培训完成率", 5, 0.8, SHARE, 4, null]];
    const live = written(gridBook(rows));
    expect([0.9, 95, "很好"].map((typed) => shown(after(live, { E2: typed }), "复算分", 2))).toEqual([4.5, "", ""]);
  }); // prettier-ignore

  it("[P18] sorting 基础数据 leaves no 无误 until the next run", () => {
    const rows = ["培训", "巡查"].map((name): GridRow => [
      "产出", "职责", `${name}完成率`, 5, `${name}完成率=（${name}实际数/${name}计划数）×100%`, `得分=${name}完成率×该指标分值，最高不得超过分值上限。`, 5, null,
    ]);
    const table = gridBook([["一级指标", "二级指标", "三级指标", "分值", "指标说明", "评分标准", "得分", "扣分原因"], ...rows]);
    const live = answered(written(table), { 培训实际数: 10, 培训计划数: 10, 巡查实际数: 10, 巡查计划数: 10 });
    expect(shown(live, "核验结论", 2)).toBe("无误");
    const sorted = sortRows(live, "基础数据", 3, [3, 2, 1, 0], 0, 8);
    expect(shown(sorted, "核验结论", 2)).toBe("基础数据的行已变动，请重新核验");
    expect(shown(written(sorted), "核验结论", 2)).toBe("无误");
  }); // prettier-ignore

  it("[Q2] figures typed as text and numbers beside a choice are no answers, in the review as in the formula", () => {
    const live = answered(written(department([["产出", "职责", "合规性", 5, EVENTS, 5, null]])), { 不符合要求: "2" });
    expect(shown(live, "复算分", 2)).toBe("");
    expect(review(live).tables[0]?.indicators[0]?.recomputed.status).toBe("notVerifiable");
  });
});

describe("marks that the formulas sum", () => {
  it("[R6] weights of 20% are marks of 20 beside the table", () => {
    const weights: WorkbookSnapshot = bookOf([
      sheetOf("评分表", [HEADER.with(3, "权重"), trained(0.2, 20), ["产出", "职责履行", "合规性", 0.8, EVENTS, 80, null]], {
        formats: { "1,3": "0%", "2,3": "0%" },
      }),
    ]);
    const live = answered(written(weights), { 培训完成率: 1, 不符合要求: 0 });
    expect([shown(live, "满分", 2), shown(live, "核验结论", 2), summary(live, "E4")]).toEqual([20, "无误", "已复算 100 / 100 分"]);
  }); // prettier-ignore

  it("[V1] 加分项 is no part of the coverage", () => {
    const live = written(department([trained(5), ["加分项", "创新", "获奖加分率", 5, SHARE.replace("培训完成率", "获奖加分率"), null, null]]));
    expect(summary(answered(live, { 获奖加分率: 1 }), "E4")).toBe("已复算 0 / 5 分");
  }); // prettier-ignore

  it("[V3] a mark that is dropped scales the rest: 4 of 5 judged marks give 8 of 10", () => {
    const options = { ...NO_OPTIONS, settings: { notApplicable: "rescale" as const } };
    const live = written(department([trained(5), ["产出", "职责履行", "巡查覆盖率", 5, DROPPED, null, null]]), options);
    const given = answered(live, { 培训完成率: 0.8, 没有相关项目: "否" });
    expect([summary(given, "E4"), summary(given, "F4"), summary(given, "D6")]).toEqual([
      "已复算 5 / 10 分",
      "未评分 5 分；不适用 5 分；逐项见 P4",
      8,
    ]);
  });

  it("[P6] beside a protected table the coverage is live, too", () => {
    const locked = bookOf([{ ...sheetOf("评分表", [HEADER, trained(5)]), protected: true }]);
    const live = written(locked);
    expect([summary(live, "E4"), summary(answered(live, { 培训完成率: 1 }), "E4")]).toEqual(["已复算 0 / 5 分", "已复算 5 / 5 分"]);
  }); // prettier-ignore
});
