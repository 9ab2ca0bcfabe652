import { review } from "../../../src/core/review";
import { gridBook, LEFT, sheetOf, bookOf, UP, type GridRow } from "../../support/grid";
import { indicators, number, readGrid, tableIn, tableOf, totals } from "./reading";

const HEADER: GridRow = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"];

const parts = (rows: readonly GridRow[]): readonly string[] =>
  tableIn(rows).indicators.map(
    (each) => `${each.path.at(-1) ?? ""}: ${(each.parts ?? []).map(({ name }) => name).join(" ")}`,
  );

const saidOf = (rows: readonly GridRow[]): readonly string[] =>
  review(gridBook(rows)).findings.filter(({ code }) => code === "breakdown-mismatch").map(({ data }) => {
    const { what, stated, sum } = data as { readonly what: string; readonly stated: string; readonly sum: string };
    return `${what} ${stated} ${sum}`;
  }); // prettier-ignore

describe("[R20] rows that break an indicator down", () => {
  it.each(["其中桃树", "其中：桃树", "其中:桃树", "其 中：桃树", "#其中：桃树", "其中\n桃树"])("%s below an indicator is none", (name) => {
    const rows = [HEADER, ["产出指标", "数量指标", "种植面积", "30亩", "30亩", 50, 50], ["", "", name, "30亩", "30亩"], ["", "质量指标", "成活率", "95%", "95%", 50, 50]];
    expect(parts(rows)).toEqual([`种植面积: ${name.replace(/\s/g, "").replace(":", ":").replace("：", ":")}`, "成活率: "]);
  }); // prettier-ignore

  const broken = (whole: string, ...figures: readonly string[]): readonly GridRow[] => [
    HEADER,
    ["产出指标", "数量指标", "种植面积", whole, whole, 50, 50, ""],
    ...figures.map((figure, i): GridRow => ["", "", `其中：第${"一二三"[i] ?? ""}片`, figure, figure, "", "", ""]),
    ["", "质量指标", "成活率", "95%", "95%", 50, 50, ""],
  ];

  it.each<[string, string, readonly string[], readonly string[]]>([
    ["the sum is the whole", "30亩", ["10亩", "20亩"], []],
    ["one short", "30亩", ["10亩", "19亩"], ["年度指标值 30 29", "实际完成值 30 29"]],
    ["one over", "30亩", ["10亩", "21亩"], ["年度指标值 30 31", "实际完成值 30 31"]],
    ["one part alone may be a share", "30亩", ["10亩"], []],
    ["but no more than the whole", "30亩", ["31亩"], ["年度指标值 30 31", "实际完成值 30 31"]],
    ["other units that sum all the same", "192只", ["180只", "12头"], []],
    ["other units are not compared", "192只", ["180只", "13头"], []],
    ["words are not summed", "30亩", ["10亩", "完成"], []],
  ])("[C18] %s", (_, whole, figures, wanted) => expect(saidOf(broken(whole, ...figures))).toEqual(wanted));

  it("a row 其中 with a mark of its own is an indicator", () => {
    const rows = [
      HEADER,
      ["产出指标", "数量指标", "种植面积", "30亩", "30亩", 30, 30],
      ["", "", "其中：桃树", "30亩", "30亩", 20, 20],
    ];
    expect(indicators(tableIn(rows))).toEqual([
      "产出指标>数量指标>种植面积 30 30",
      "产出指标>数量指标>其中:桃树 20 20",
    ]);
  });
});

describe("[R28] what breaks down without the word 其中", () => {
  const PLANTED: GridRow = ["产出指标", "数量指标", "种植面积", "30亩", "30亩", 50, 50, ""];
  const form = (...rows: readonly GridRow[]): readonly GridRow[] => [
    HEADER,
    PLANTED,
    ...rows,
    ["", "质量指标", "成活率", "95%", "95%", 50, 50, ""],
  ];
  const row = (name: string, figure: string, level = ""): GridRow => ["", level, name, figure, figure, "", "", ""];

  it.each<[string, readonly GridRow[]]>([
    ["what follows 其中 up to the next mark", [row("其中：桃树", "10亩"), row("梨树", "10亩"), row("苹果", "10亩")]],
    ["其中 alone in its row", [row("其中：", ""), row("桃树", "10亩"), row("梨树", "20亩")]],
    ["其中 in the level's column", [row("桃树", "10亩", "其中："), row("梨树", "20亩")]],
    ["dashes", [row("——桃树", "10亩"), row("——梨树", "20亩")]],
    ["hyphens", [row("-桃树", "10亩"), row("-梨树", "20亩")]],
    ["numbering", [row("1.桃树", "10亩"), row("2.梨树", "20亩")]],
    ["numbering in brackets", [row("（1）桃树", "10亩"), row("（2）梨树", "20亩")]],
    ["circled numbers", [row("①桃树", "10亩"), row("②梨树", "20亩")]],
    ["indentation", [row("　　桃树", "10亩"), row("　　梨树", "20亩")]],
  ])("%s", (_, rows) => {
    expect(tableIn(form(...rows)).indicators).toHaveLength(2);
    expect(saidOf(form(...rows))).toEqual([]);
    // one short in the last part
    const short = rows.map((each, i) => (i === rows.length - 1 ? each.map((cell) => (cell === "20亩" || cell === "10亩" ? "9亩" : cell)) : each));
    expect(saidOf(form(...short))[0]).toMatch(/^年度指标值 30 /);
  }); // prettier-ignore

  it.each<[string, readonly GridRow[]]>([
    ["with a mark of its own", [["", "", "1.培训场次", "20场", "20场", 10, 10, ""]]],
    ["of another level", [["", "质量指标", "——验收", "20场", "20场", "", "", ""]]],
    ["set apart as the one above is", []],
    ["not set apart", [row("桃树", "10亩"), row("梨树", "20亩")]],
  ])("a row %s is an indicator", (_, rows) => {
    expect(tableIn(form(...rows)).indicators).toHaveLength(2 + rows.length);
  });

  it("numbered rows beside one merged mark are scored together", () => {
    const rows = form(["", "", "①桃树", "10亩", "10亩", UP, UP, ""]);
    expect(tableIn(rows).indicators).toHaveLength(3);
  });

  const funding = (...parts: readonly (readonly [string, number])[]): readonly string[] =>
    saidOf([
      ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      ["年度资金总额", "", 100, 100, 100, 10, "100%", 10],
      ...parts.map(([label, amount]): GridRow => [label, "", amount, amount, amount]),
      HEADER,
      PLANTED,
      ["", "质量指标", "成活率", "95%", "95%", 40, 40, ""],
    ]);

  it.each<[string, readonly (readonly [string, number])[], number]>([
    ["其中 again, in sum", [["其中：财政拨款", 80], ["其中：中央", 50], ["省级", 30], ["上年结转", 20]], 0],
    ["其中 again, one over", [["其中：财政拨款", 80], ["其中：中央", 50], ["省级", 31], ["上年结转", 20]], 3],
    ["（1） below 1、", [["1、财政拨款", 80], ["（1）中央", 50], ["（2）省级", 29], ["2、其他资金", 20]], 3],
    ["（1） below 1、, in sum", [["1、财政拨款", 80], ["（1）中央", 50], ["（2）省级", 30], ["2、其他资金", 20]], 0],
    ["dashes below a source", [["财政拨款", 80], ["——中央", 50], ["——省级", 29], ["其他资金", 20]], 3],
    ["one part of several", [["财政拨款", 80], ["——中央", 50], ["其他资金", 20]], 0],
    ["dashes alone are the sources", [["——财政拨款", 80], ["——其他资金", 20]], 0],
  ])("sources of money: %s", (_, parts, wanted) => expect(funding(...parts)).toHaveLength(wanted)); // prettier-ignore

  const base = (...rows: readonly GridRow[]): readonly string[] =>
    saidOf([["经费控制情况", "2017年决算数", "2018年预算数", "2018年决算数"], ...rows, [], ["一级指标", "二级指标", "三级指标", "分值", "得分"], ["投入", "配置", "合理性", 100, 100]]); // prettier-ignore

  it.each<[string, readonly GridRow[], readonly string[]]>([
    ["two parts that make the figure", [["三公经费", 30, 60, 44], ["其中：公务接待", 10, 20, 14], ["公务用车", 20, 40, 30], ["项目支出", 100, 200, 300]], []],
    ["and in one column do not", [["三公经费", 30, 60, 44], ["其中：公务接待", 10, 20, 14], ["公务用车", 20, 40, 31], ["项目支出", 100, 200, 300]], ["2018年决算数 44 45"]],
    ["one part alone says nothing of the next row", [["三公经费", 30, 60, 44], ["其中：公务接待", 10, 20, 14], ["项目支出", 100, 200, 300]], []],
  ])("base data: %s", (_, rows, wanted) => expect(base(...rows)).toEqual(wanted)); // prettier-ignore

  it("base data: dashes are parts, which may not exceed the whole", () => {
    const rows: readonly GridRow[] = [["经费控制情况", "2017年决算数", "2018年预算数"], ["三公经费", 30, 60], ["——公务接待", 10, 20], ["——公务用车", 21, 40], [], ["一级指标", "二级指标", "三级指标", "分值", "得分"], ["投入", "配置", "合理性", 100, 100]];
    expect(review(gridBook(rows)).findings.filter(({ code }) => code === "parts-exceed-whole")).toHaveLength(1);
  }); // prettier-ignore
});

describe("[R8] template rows", () => {
  it.each(["服务对象满意度指标", "满意度指标", "社会效益指标", "数量指标1"])(
    "%s with nothing beside it is left to be filled in",
    (name) => {
      const rows = [
        HEADER,
        ["产出指标", "数量指标", "培训场次", "20场", "20场", 100, 100],
        ["满意度指标", "满意度指标", name],
      ];
      const table = tableIn(rows);
      expect(table.indicators).toHaveLength(1);
      expect(table.placeholderRows).toEqual([{ row: 2, column: 2, text: name }]);
    },
  );

  it("with a mark it is an indicator whose score is missing", () => {
    const rows = [
      HEADER,
      ["产出指标", "数量指标", "培训场次", "20场", "20场", 90, 90],
      ["满意度指标", "满意度指标", "服务对象满意度指标", "", "", 10],
    ];
    expect(review(gridBook(rows)).findings.map(({ code }) => code)).toContain("score-missing");
  });

  it("eighteen rows …… are one note that names them all", () => {
    const blank = Array.from({ length: 9 }, (): readonly GridRow[] => [["", "", "指标2"], ["", "", "……"]]).flat();
    const reading = readGrid([HEADER, ["产出指标", "数量指标", "培训场次", "20场", "20场", 100, 100], ...blank, ["总分", LEFT, LEFT, "", "", 100, 100]]);
    const notes = reading.findings.filter(({ code }) => code === "placeholder-row");
    expect(notes).toHaveLength(1);
    expect(notes[0]?.data).toMatchObject({ texts: ["指标2", "……"], cells: expect.arrayContaining(["C3", "C20"]) as unknown });
  }); // prettier-ignore
});

describe("[R22] totals in words and one level", () => {
  const stated = (score: string | number, label: GridRow = ["总分", LEFT, LEFT, LEFT, LEFT]) =>
    totals(
      tableIn([
        HEADER,
        ["产出指标", "数量指标", "培训场次", "20场", "20场", 60, 60],
        ["效益指标", "社会效益指标", "受益人数", "300人", "260人", 40, 35],
        [...label, 100, score],
      ]),
    );

  it.each(["九十五分", "玖拾伍分", "总得分：玖拾伍分", "合计：九十五", "95分（优）", "95（等级：优）", "95分，等级为优", "总分：95（优）"])(
    "%s in the score's cell is 95",
    (text) => expect(stated(text)).toEqual(["总分 100 95"]),
  ); // prettier-ignore

  it.each(["总得分：玖拾伍分", "自评总分95分，等级为优", "自评得分：95（优）", "总得分：九十五分。"])(
    "%s as the label of the row is 95",
    (text) => {
      expect(stated("", [text, LEFT, LEFT, LEFT, LEFT])[0]).toMatch(/100 95$/);
    },
  );

  it.each(["合计：95分", "总分95", "得分合计 95分", "合计95", "自评总分：95分", "总分（100分）：95分", "９５分", "共计：95"])(
    "%s in the score's cell is 95",
    (text) => expect(stated(text)).toEqual(["总分 100 95"]),
  ); // prettier-ignore

  it.each(["合计：95分（不含附加分5分）", "约95分", "95-96分", "财政评分95", "九十多分", "95/100"])(
    "%s states no total",
    (text) => expect(stated(text)).toEqual(["总分 100 -"]),
  );

  const RESULTS: readonly GridRow[] = [
    ["投入", 25, 19.5, "中（C）"],
    ["过程", 15, 13, "良（B）"],
    ["效果", 60, 54.5, "优（A）"],
  ];

  it.each([
    ["评价准则", "评价权重", "评价得分", "综合绩效"],
    ["评价维度", "权重", "得分", "综合得分"],
    ["部分", "分值", "得分", "总体评价"],
    ["一级指标", "权重（%）", "评分", "合计"],
  ])("an evaluator's table of one level: %s %s %s, %s", (name, mark, score, total) => {
    const table = tableIn([["本次绩效评价结果", LEFT, LEFT, LEFT], [name, mark, score, "评价等级"], ...RESULTS, [total, 100, 87, "良（B）"]]);
    expect(indicators(table)).toEqual(["投入 25 19.5", "过程 15 13", "效果 60 54.5"]);
    expect(totals(table)).toEqual([`${total} 100 87`]);
  }); // prettier-ignore

  it("综合效益 with the mark of the others together is an indicator", () => {
    const table = tableIn([
      ["评价维度", "权重", "得分"],
      ["过程", 30, 30],
      ["产出", 20, 18],
      ["综合效益", 50, 45],
    ]);
    expect(indicators(table)).toHaveLength(3);
  });
});

describe("[R24] totals in the table's head", () => {
  const form = (...head: readonly GridRow[]) => {
    const { tables, findings } = review(
      gridBook([
        ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
        ...head,
        HEADER,
        ["产出指标", "数量指标", "培训场次", "20场", "20场", 60, 60, ""],
        ["效益指标", "社会效益指标", "受益人数", "300人", "260人", 40, 35, "外出务工人员较多"],
      ]),
    );
    const totals = tables[0]?.totals;
    const mismatch = findings.filter(({ code }) => code === "total-mismatch" || code === "full-mark-total");
    return [totals?.statedFullMark, totals?.statedScore].map((one) => (one ? one.toString() : "-")).join(" ") + ` ${mismatch.length}`;
  }; // prettier-ignore

  it.each<[string, GridRow, string]>([
    ["in one cell", ["自评总分：95分"], "- 95 0"],
    ["in one cell, without a colon", ["项目名称", "培训", "总分95"], "- 95 0"],
    ["in neighbours", ["自评得分", 95, "主管部门", "某局"], "- 95 0"],
    ["both totals", ["总分", 100, "自评得分", 95], "100 95 0"],
    ["only the whole", ["总分", 100], "100 - 0"],
    ["as text", ["自评得分：", "95分"], "- 95 0"],
    ["one too many", ["自评总分：96分"], "- 96 1"],
    ["a whole of 110", ["满分", LEFT, "", "", "总分", 110, "自评得分", 95], "110 95 1"],
    ["beside its grade, in one cell", ["自评总分：95（优）"], "- 95 0"],
    ["in numerals", ["自评得分：九十五分"], "- 95 0"],
    ["directly above the header, as text", ["自评得分", "95", "自评等级", "优"], "- 95 0"],
    ["directly above the header, with its grade", ["自评得分：96分", "", "自评等级：优"], "- 96 1"],
    ["what a reviewer gave", ["财政评价得分：93"], "- - 0"],
    ["a number that is no total", ["受益人数", 95], "- - 0"],
  ])("%s", (_, head, wanted) => expect(form(head)).toBe(wanted));
});

describe("[R23] which column counts", () => {
  const rows: readonly GridRow[] = [
    ["一级指标", "二级指标", "三级指标", "分值", "得分", "得分", "扣分原因"],
    ["产出指标", "数量指标", "培训场次", 60, 30, 60, ""],
    ["效益指标", "社会效益指标", "受益人数", 40, 20, 40, ""],
  ];

  it.each([
    [[4], ["60 60", "40 40"]],
    [[5], ["60 30", "40 20"]],
  ])("of two columns 得分 the one that can be seen, where %j is hidden", (hiddenColumns, wanted) => {
    const book = bookOf([{ ...sheetOf("表", rows), hiddenColumns }]);
    expect(indicators(tableOf(book)).map((text) => text.split(" ").slice(1).join(" "))).toEqual(wanted);
    expect(review(book).findings.map(({ code }) => code)).not.toContain("ambiguous-header");
  });

  it("hidden or seen alike, two are in dispute", () => {
    for (const hiddenColumns of [[], [4, 5]]) {
      const book = bookOf([{ ...sheetOf("表", rows), hiddenColumns }]);
      expect(review(book).findings.map(({ code }) => code)).toContain("ambiguous-header");
    }
  });

  it.each([
    ["实际完成值", "完成情况", ["1", "0.97"]],
    ["完成情况", "实际完成值", ["1", "0.97"]],
  ])("of %s and %s the one that holds figures, wherever it stands", (first, second, wanted) => {
    const figures = first === "实际完成值" ? [[1, "完成"], [0.97, "基本完成"]] : [["完成", 1], ["基本完成", 0.97]];
    const table = tableIn([
      ["一级指标", "二级指标", "三级指标", "目标值", first, second, "分值", "得分"],
      ["产出指标", "质量指标", "覆盖率", 1, ...(figures[0] ?? []), 50, 50],
      ["效益指标", "满意度指标", "满意度", 0.95, ...(figures[1] ?? []), 50, 50],
    ]);
    expect(table.indicators.map((each) => number(each.actual?.stated))).toEqual(wanted);
  }); // prettier-ignore

  it("weights are the marks and 折算得分 the scores", () => {
    const table = tableIn([
      ["一级指标", "二级指标", "三级指标", "单项指标得分", "权重占比（%）", "单项指标折算得分"],
      ["产出指标", "质量指标", "覆盖率", 90, 60, 54],
      ["效益指标", "满意度指标", "满意度", 100, 40, 40],
    ]);
    expect(indicators(table)).toEqual(["产出指标>质量指标>覆盖率 60 54", "效益指标>满意度指标>满意度 40 40"]);
  });
});

describe("[R21] the whole table's total in the funding row", () => {
  const block = (mark: number, score: number, total: readonly GridRow[] = []) =>
    review(
      gridBook([
        ["项目资金（万元）", "", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [UP, "年度资金总额", LEFT, 100, 100, 95, mark, 0.95, score],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "", "分值", "", "得分"],
        ["产出指标", "数量指标", "培训场次", "20场", "20场", "", 60, "", 60],
        ["效益指标", "社会效益指标", "受益人数", "300人", "300人", "", 30, "", 30],
        ...total,
      ]),
    );

  it.each<[number, number, readonly GridRow[], boolean]>([
    [10, 9.5, [], false],
    [100, 98, [], true],
    [90, 90, [["总分", LEFT, LEFT, "", "", "", 90, "", 90]], true],
    [10, 9.5, [["总分", LEFT, LEFT, "", "", "", 100, "", 99.5]], false],
    [99, 98, [], false],
  ])("a mark of %d and a score of %d, total %j: %s", (mark, score, total, wanted) => {
    const { tables, findings } = block(mark, score, total);
    expect(findings.some(({ code }) => code === "funding-mark-total")).toBe(wanted);
    expect(tables[0]?.funding?.fullMark === null).toBe(wanted);
  });
});
