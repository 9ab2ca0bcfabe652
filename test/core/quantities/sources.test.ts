import type { DefinedName, SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { sheetOf, type GridRow } from "../../support/grid";
import { computed, type Outcome, type SmallTable } from "../rates/small-table";
import { boundTo } from "./workbook";

const HEADERS = ["名称", "口径", "单位", "数值", "来源说明", "用于", "公式中的名称", "取值"];

/** The sheet 基础数据 as Pinghe adds it, rows in any order. */
const baseSheet = (
  rows: readonly (readonly [label: string, value: number | string | null, usedBy?: string])[],
): SheetSnapshot => {
  const body = rows.map(([label, value, usedBy = ""]): GridRow => [
    label,
    "",
    "",
    value,
    "",
    usedBy,
    label.replace(/[“”（）]/g, ""),
  ]);
  return sheetOf("基础数据", [["基础数据"], ["请填写"], HEADERS, ...body]);
};

const OWN: DefinedName = {
  name: "_pinghe.sheet.baseData",
  scope: null,
  refersTo: "'基础数据'!$A$3:$H$12",
  hidden: true,
};
const name = (called: string, refersTo: string, hidden = false): DefinedName => ({
  name: called,
  scope: null,
  refersTo,
  hidden,
});

const CONTROL = ["在职人员控制率", 5, "在职人员控制率=（在职人员数/编制数）×100%"] as const;
const outcome = (table: Omit<SmallTable, "indicators">): Outcome => computed({ indicators: [CONTROL], ...table });

describe("the sheet 基础数据", () => {
  it("[Q4] follows the label and not the name after the sheet was sorted", () => {
    const { quantities } = outcome({
      sheets: [
        baseSheet([
          ["编制数", 77],
          ["在职人员数", 69],
        ]),
      ],
      // Excel leaves names at their cells when rows are sorted: both now stand at the other row's value
      names: [OWN, name("在职人员数", "'基础数据'!$D$4"), name("编制数", "'基础数据'!$D$5")],
    });
    expect(boundTo(quantities, "在职人员数")).toBe("69 sheet 基础数据 row 5 column 4");
    expect(boundTo(quantities, "编制数")).toBe("77 sheet 基础数据 row 4 column 4");
    expect(quantities.map(({ definedName }) => definedName)).toEqual(["在职人员数", "编制数"]);
  });

  test.each<[string, readonly (readonly [string, number | string | null])[], readonly unknown[]]>([
    ["a name that nothing uses", [["编制数", 77], ["在职人数（改）", 69]], [{ kind: "row-unmatched", label: "在职人数（改）", at: { sheet: "基础数据", row: 4, column: 3 } }]],
    ["the name of a quantity of another year", [["编制数", 77], ["上年在职人员数", 69]], [{ kind: "row-unmatched", label: "上年在职人员数", at: { sheet: "基础数据", row: 4, column: 3 } }]],
    ["a name that nothing uses, without a number: nothing is lost", [["编制数", 77], ["在职人员数", 69], ["旧栏目", null]], []],
    ["the indicator and a question of its rule: an answer", [["编制数", 77], ["在职人员数", 69], ["合规性：次数", 2]], []],
    ["its own name", [["编制数", 77], ["在职人员数", 69]], []],
  ])("[Q9] a number that was typed beside %s", (_, rows, problems) => {
    expect(outcome({ sheets: [baseSheet(rows)], names: [OWN] }).problems).toEqual(problems);
  }); // prettier-ignore

  it("[Q2] a blank value is missing, not zero", () => {
    const { quantities, rates } = outcome({
      sheets: [
        baseSheet([
          ["编制数", 77],
          ["在职人员数", null],
        ]),
      ],
      names: [OWN],
    });
    expect(quantities[0]?.source).toMatchObject({ from: "sheet", number: null });
    expect([...rates.values()]).toEqual([{ status: "notVerifiable", missing: ["在职人员数"] }]);
  });

  it("[Q2] what is no number counts as missing and is reported", () => {
    const { rates, problems } = outcome({
      sheets: [
        baseSheet([
          ["编制数", 77],
          ["在职人员数", "69人"],
        ]),
      ],
      names: [OWN],
    });
    expect([...rates.values()]).toEqual([{ status: "notVerifiable", missing: ["在职人员数"] }]);
    expect(problems).toEqual([
      { kind: "not-a-number", quantity: "在职人员数", at: { sheet: "基础数据", row: 4, column: 3 }, text: "69人" },
    ]);
  });

  it("[Q7] two rows of one label bind nothing", () => {
    const { quantities, problems } = outcome({
      sheets: [
        baseSheet([
          ["在职人员数", 69],
          ["在职人员数", 70],
          ["编制数", 77],
        ]),
      ],
      names: [OWN],
    });
    expect(boundTo(quantities, "在职人员数")).toBeNull();
    expect(problems).toMatchObject([{ kind: "cells-ambiguous", quantity: "在职人员数" }]);
  });

  it("[Q2] a unit's own sheet of that name is read as its base data, not as ours", () => {
    const { quantities } = outcome({
      sheets: [
        sheetOf("基础数据", [
          ["财政供养人员情况", "编制数", "2021年实际在职人数"],
          ["", 77, 69],
        ]),
      ],
    });
    expect(boundTo(quantities, "在职人员数")).toBe("69 baseTable 基础数据 row 2 column 3");
  });
});

describe("a base-data table", () => {
  const staff = (...rows: readonly GridRow[]): readonly SheetSnapshot[] => [sheetOf("基础数据表", rows)];

  it("[Q3] of another year binds nothing", () => {
    const { quantities } = outcome({
      sheets: staff(["财政供养人员情况", "编制数", "2020年实际在职人数"], ["", 77, 69]),
    });
    expect(boundTo(quantities, "在职人员数")).toBeNull();
    expect(boundTo(quantities, "编制数")).toBe("77 baseTable 基础数据表 row 2 column 2");
  });

  it("[Q7] with two values that fit equally well binds neither and names both", () => {
    const { quantities, problems } = outcome({
      sheets: staff(["财政供养人员情况", "编制数", "2021年实际在职人数", "2021年实有在职人数"], ["", 77, 69, 70]),
    });
    expect(boundTo(quantities, "在职人员数")).toBeNull();
    expect(problems).toMatchObject([
      { kind: "cells-ambiguous", quantity: "在职人员数", cells: [{ column: 2 }, { column: 3 }] },
    ]);
  });

  it("[Q8] in 万元 for a definition in 元 is reported and not converted", () => {
    const { quantities, findings } = computed({
      indicators: [["三公经费控制率", 5, "三公经费控制率=三公经费实际支出数（元）/三公经费预算安排数（元）×100%"]],
      sheets: [
        sheetOf("基础数据表", [
          ["部门整体支出绩效评价基础数据表"],
          ["单位：万元"],
          ["经费控制情况", "2020年决算数", "2021年预算数", "2021年决算数"],
          ["三公经费", 29.08, 63.46, 44.29],
        ]),
      ],
    });
    expect(boundTo(quantities, "三公经费实际支出数（元）")).toBe("4429/100 baseTable 基础数据表 row 4 column 4");
    expect(boundTo(quantities, "三公经费预算安排数（元）")).toBe("3173/50 baseTable 基础数据表 row 4 column 3");
    expect(findings.map(({ code, data }) => [code, data])).toEqual([
      ["unit-scale", { name: "三公经费实际支出数", value: "44.29万元", compared: "元", factor: "10000" }],
      ["unit-scale", { name: "三公经费预算安排数", value: "63.46万元", compared: "元", factor: "10000" }],
    ]);
  });

  it.each([
    ["（百万元）", "百万元", "1/100"],
    ["（人民币元）", "元", "10000"],
    ["（十万元）", "十万元", "1/10"],
    ["（人民币万元）", null, ""],
    ["（万元）", null, ""],
  ])("[Q8] in 万元 for a definition in %s", (bracket, compared, factor) => {
    const { findings } = computed({
      indicators: [
        ["三公经费控制率", 5, `三公经费控制率=三公经费实际支出数${bracket}/三公经费预算安排数${bracket}×100%`],
      ],
      sheets: [
        sheetOf("基础数据表", [
          ["部门整体支出绩效评价基础数据表"],
          ["单位：万元"],
          ["经费控制情况", "2020年决算数", "2021年预算数", "2021年决算数"],
          ["三公经费", 29.08, 63.46, 44.29],
        ]),
      ],
    });
    const told = findings.filter(({ code }) => code === "unit-scale").map(({ data }) => data);
    expect(told).toMatchObject(
      compared === null
        ? []
        : [
            { compared, factor },
            { compared, factor },
          ],
    );
  });
});

describe("a linked cell", () => {
  const sheets = [
    sheetOf("人事", [
      ["实有人数", ""],
      ["在职人员", 69],
      ["离退休人员", 12],
    ]),
  ];
  const link = (cell: string): readonly DefinedName[] => [name("_pinghe.link.在职人员数", `'人事'!${cell}`, true)];

  it("[Q2] gives the value while the label beside it names the quantity", () => {
    const { quantities } = outcome({ sheets, names: link("$B$2") });
    expect(boundTo(quantities, "在职人员数")).toBe("69 linked 人事 row 2 column 2");
  });

  it("[Q4] gives none once another label stands there, and says so", () => {
    const { quantities, problems } = outcome({ sheets, names: link("$B$3") });
    expect(boundTo(quantities, "在职人员数")).toBeNull();
    expect(problems).toEqual([
      { kind: "link-stale", quantity: "在职人员数", at: { sheet: "人事", row: 2, column: 1 }, label: "离退休人员" },
    ]);
  });
});

describe("the defined name of a quantity in a workbook", () => {
  it("[Q4] leaves alone a name that stands for something else of the unit's", () => {
    const { quantities } = outcome({ names: [name("编制数", "'评分表'!$G$3")] });
    expect(quantities.map(({ definedName }) => definedName)).toEqual(["在职人员数", "编制数_2"]);
  });

  it("[Q4] stays the same where the name already stands at the quantity's own cell", () => {
    const { quantities } = outcome({
      sheets: [
        sheetOf("基础数据表", [
          ["财政供养人员情况", "编制数", "2021年实际在职人数"],
          ["", 77, 69],
        ]),
      ],
      names: [name("编制数", "'基础数据表'!$B$2")],
    });
    expect(quantities.map(({ definedName }) => definedName)).toEqual(["在职人员数", "编制数"]);
  });
});

describe("what a name is of, and of when", () => {
  it("[Q1] this year's and last year's are two quantities, however the year is put", () => {
    const { quantities } = computed({
      indicators: [
        ["变动率", 5, "变动率=（本年度公用经费决算数-上年度公用经费决算数）/上年度公用经费决算数"],
        ["增长率", 5, "增长率=（当年公用经费决算数-上年公用经费决算数）/去年公用经费决算数"],
      ],
    });
    expect(quantities.map(({ name: own, yearOffset, usedBy }) => [own, yearOffset, usedBy.length])).toEqual([
      ["本年度公用经费决算数", 0, 2],
      ["上年度公用经费决算数", -1, 3],
    ]);
  });

  it("[Q1] the initial and the adjusted budget are two quantities", () => {
    const { quantities } = computed({ indicators: [["调整率", 5, "调整率=（调整后预算数-年初预算数）/年初预算数"]] });
    expect(quantities.map(({ name: own, phase }) => [own, phase])).toEqual([
      ["调整后预算数", "budget"],
      ["年初预算数", "budget"],
    ]);
  });
});
