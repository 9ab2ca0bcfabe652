import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import type { ScoringTable } from "../../../src/core/model/scoring-table";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { decimalText, sumExact } from "../../../src/core/model/exact";
import { readTables } from "../../../src/core/table/read-tables";
import { codes, columns, indicators, levels, number, tableOf, totals } from "./reading";

/** The facts of test/workbooks are published with the tables: see their README. */
async function workbook(name: string): Promise<WorkbookSnapshot> {
  const bytes = readFileSync(resolve(__dirname, "../../workbooks", `${name}.xlsx`));
  const read = await createXlsxHost(new Uint8Array(bytes)).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

const sum = (table: ScoringTable, of: "fullMark" | "score"): string =>
  decimalText(
    sumExact(
      table.indicators.flatMap(
        (each) => (of === "fullMark" ? each.fullMark?.number : each.score?.stated?.number) ?? [],
      ),
    ),
    2,
  );

const marks = (table: ScoringTable): readonly string[] =>
  table.levels.filter((each) => each.statedMark).map((each) => `${each.path.join(">")} ${number(each.statedMark)}`);

describe("the reference table (heshan-2021-self-evaluation)", () => {
  it("[R4] has 28 indicators worth 100 marks, scored 93", async () => {
    const table = tableOf(await workbook("heshan-2021-self-evaluation"));
    expect(table.indicators).toHaveLength(28);
    expect([sum(table, "fullMark"), sum(table, "score")]).toEqual(["100", "93"]);
    expect(totals(table)).toEqual(["总分 - 93"]);
    expect(marks(table)).toEqual([
      "投入 20", "投入>目标设定 5", "投入>预算配置 15", "过程 30", "过程>预算执行 20", "过程>预算管理 5", "过程>资产管理 5",
      "产出 30", "产出>职责履行 30", "效果 20", "效果>履职效益 20",
    ]); // prettier-ignore
  });

  it("[R1] [R11] says where it stands, what its columns are and which year it is of", async () => {
    const table = tableOf(await workbook("heshan-2021-self-evaluation"));
    expect(table).toMatchObject({
      id: "t1", sheet: "自评指标计分表", kind: "department", unit: null, year: 2021, funding: null,
      title: "2021年度部门整体支出绩效自评指标计分表", headerRows: [1], range: { top: 1, left: 0, bottom: 30, right: 5 },
    }); // prettier-ignore
    expect(columns(table)).toEqual({ level1: "A", level2: "B", level3: "C", score: "D", explanation: "E", description: "F" });
  }); // prettier-ignore

  it("[R4] prints 过程 twice over a page break, and counts it once", async () => {
    const reading = readTables(await workbook("heshan-2021-self-evaluation"));
    expect(reading.tables[0]?.repeatedLevels).toEqual([{ path: ["过程"], at: { row: 15, column: 0 } }]);
    expect(codes(reading)).toEqual(["repeated-level"]);
  });

  it("[R4] keeps 管理制度健全性 under 预算管理 apart from the one under 资产管理", async () => {
    const table = tableOf(await workbook("heshan-2021-self-evaluation"));
    const named = table.indicators.filter((each) => each.path[2] === "管理制度健全性");
    expect(named.map((each) => each.path.join(">"))).toEqual(["过程>预算管理>管理制度健全性", "过程>资产管理>管理制度健全性"]);
  }); // prettier-ignore

  it("[R4] drops the line breaks within names and keeps their quotes", async () => {
    const table = tableOf(await workbook("heshan-2021-self-evaluation"));
    expect(table.indicators[3]?.path).toEqual(["投入", "预算配置", "“三公经费”变动率"]);
    expect(table.indicators[27]?.path).toEqual(["效果", "履职效益", "社会公众或服务对象满意度"]);
  });

  it("[R4] gives one merged 指标说明 to the three indicators beside it", async () => {
    const table = tableOf(await workbook("heshan-2021-self-evaluation"));
    expect(table.indicators.slice(24, 28).map((each) => each.description?.at.row)).toEqual([26, 26, 26, 29]);
  });

  it("[R6] takes marks from names, where they are no fault, and scores from numbers", async () => {
    const [first] = tableOf(await workbook("heshan-2021-self-evaluation")).indicators;
    expect(first?.fullMark).toMatchObject({ at: { row: 2, column: 2 }, embedded: true, asText: false });
    expect(first?.score?.stated).toMatchObject({ at: { row: 2, column: 3 }, embedded: false, asText: false });
    expect(first?.reason).toBeNull();
  });
});

describe("department-2018-with-base-data", () => {
  it("[R6] has a mark column after each level, and one score cell blank", async () => {
    const table = tableOf(await workbook("department-2018-with-base-data"));
    expect(indicators(table)).toEqual([
      "投入>预算配置>在职人员控制率 8 8",
      "投入>预算配置>三公经费变动率 8 0",
      "过程>预算执行>预算完成率 8 8",
      "过程>预算执行>预算控制率 8 -",
    ]);
    expect(levels(table)).toEqual(["投入 16 -", "投入>预算配置 16 -", "过程 58 -", "过程>预算执行 16 -"]);
  });

  it("[R13] has a base-data sheet: posts and staff, then money of two years", async () => {
    const { baseData, tables } = readTables(await workbook("department-2018-with-base-data"));
    expect(tables).toHaveLength(1);
    expect(baseData).toHaveLength(1);
    expect(baseData[0]).toMatchObject({ id: "b1", title: "部门整体支出绩效评价基础数据表" });
    const value = (label: string, year: number | null, phase: string | null): readonly (string | null)[] =>
      (baseData[0]?.entries ?? [])
        .filter((each) => each.label === label && each.year === year && each.phase === phase)
        .map((each) => each.number && `${decimalText(each.number, 4)}${each.unit ?? ""}`);
    expect(value("编制数", null, null)).toEqual(["143人"]);
    expect(value("实际在职人数", 2018, null)).toEqual(["136人"]);
    expect(value("三公经费", 2017, "final")).toEqual(["29.08万元"]);
    expect(value("三公经费", 2018, "budget")).toEqual(["63.46万元"]);
    expect(value("三公经费", 2018, "final")).toEqual(["44.29万元"]);
    expect(value("三公经费", 2017, "budget")).toEqual([]);
    expect(value("政府采购金额", 2018, "final")).toEqual(["30.66万元"]);
    expect(value("部门整体支出预算调整", 2017, "final")).toEqual([null]);
  });

  it("[R13] says what a row is part of, and nothing where the rows do not say", async () => {
    const { baseData } = readTables(await workbook("department-2018-with-base-data"));
    const parts = new Set(baseData[0]?.entries.map((each) => [...each.context, each.label].join(">")));
    expect([...parts]).toEqual([
      "编制数", "实际在职人数", "控制率", "三公经费", "三公经费>公务用车购置和维护经费", "三公经费>公务用车购置和维护经费>公车购置",
      "三公经费>公务用车购置和维护经费>公车运行维护", "三公经费>出国经费", "三公经费>公务接待", "项目支出>业务工作专项",
      "项目支出>运行维护专项", "公用经费>办公经费", "水费、电费、差旅费", "会议费、培训费", "政府采购金额", "部门整体支出预算调整",
    ]); // prettier-ignore
  });
});

describe("department-standards-printed", () => {
  it("[R4] has 8 indicators, 33 marks, 32 scored, and levels with spaces in their names", async () => {
    const table = tableOf(await workbook("department-standards-printed"));
    expect(table.indicators).toHaveLength(8);
    expect([sum(table, "fullMark"), sum(table, "score")]).toEqual(["33", "32"]);
    expect(marks(table)).toEqual(["投入 15", "投入>预算配置 15", "过程 40", "过程>预算执行 15", "过程>预算管理 15"]);
  });

  it("[R2] has the standard before the mark and one reason", async () => {
    const table = tableOf(await workbook("department-standards-printed"));
    expect(columns(table)).toMatchObject({ standard: "D", fullMark: "E", score: "F", reason: "G" });
    expect(table.indicators.flatMap((each) => each.reason?.raw ?? [])).toEqual([
      "有结余,根据工作实际及指标下达时间不可能没有结余。",
    ]);
  });
});

describe("department-template-empty", () => {
  it("[R6] carries 27 of 28 marks in names, levels 25, 30 and 45, and no score", async () => {
    const table = tableOf(await workbook("department-template-empty"));
    expect(table.indicators.filter((each) => each.fullMark)).toHaveLength(27);
    expect(table.indicators.filter((each) => each.score?.stated)).toHaveLength(0);
    expect(marks(table).filter((text) => !text.includes(">"))).toEqual(["部门决策 25", "综合管理 30", "部门绩效情况 45"]);
    expect(table.indicators[21]).toMatchObject({ path: ["部门绩效情况", "履职成效", "部门特性指标"], fullMark: null });
  }); // prettier-ignore
});

describe("project-2022-total-row-zero", () => {
  it("[R8] has 9 indicators worth 50 and 30, and one row left blank", async () => {
    const reading = readTables(await workbook("project-2022-total-row-zero"));
    const [table] = reading.tables;
    expect(table?.indicators).toHaveLength(9);
    expect(table && sum(table, "fullMark")).toBe("80");
    expect(table && marks(table)).toEqual(["产出指标 50", "效益指标 30"]);
    expect(table?.placeholderRows).toEqual([{ row: 16, column: 1, text: "经济效益指标" }]);
    expect(codes(reading)).toEqual(["placeholder-row"]);
  });

  it("[R12] has a funding block whose total row is 0 while its part is 90", async () => {
    const table = tableOf(await workbook("project-2022-total-row-zero"));
    const row = (each: { label: string; cells: object }): string =>
      `${each.label} ${Object.values(each.cells as Record<string, { stated: null }>).map((cell) => number(cell.stated)).join(" ")}`; // prettier-ignore
    expect(table.funding?.total && row(table.funding.total)).toBe("年度资金总额: 0 0 0 10 0 0");
    expect(table.funding?.parts.map(row)).toEqual([
      "其中:本年财政拨款 90 89.974 89.974 - - -",
      "上年结转资金 - - - - - -",
      "其他资金 - - - - - -",
    ]);
    expect(table.funding).toMatchObject({ moneyUnit: "万元", range: { top: 1, left: 0, bottom: 5, right: 6 } });
  });
});

describe("project-2020-unexplained-deductions", () => {
  it("[R1] has two header rows and the operator ﹦ in a column of its own", async () => {
    const table = tableOf(await workbook("project-2020-unexplained-deductions"));
    expect(table.headerRows).toEqual([6, 7]);
    expect(columns(table)).toEqual({
      level1: "A", level2: "B", level3: "C", targetOperator: "D", target: "E", unit: "F", actual: "G", fullMark: "H", score: "I", reason: "J",
    }); // prettier-ignore
    expect(table.indicators[0]?.targetOperator?.raw).toBe("﹦");
    expect(table.kind).toBe("project");
  });

  it("[R4] has scores of 9/10, 19/20, 19/20, 27/30 and one blank", async () => {
    const table = tableOf(await workbook("project-2020-unexplained-deductions"));
    expect(indicators(table).map((text) => text.split(" ").slice(1).join("/"))).toEqual(["10/9", "20/19", "20/19", "30/27", "10/-"]);
  }); // prettier-ignore
});

describe("project-2020-unscored", () => {
  it("[R4] has neither marks nor scores; one target is 0, one actual is 无 with a reason", async () => {
    const table = tableOf(await workbook("project-2020-unscored"));
    expect(table.indicators).toHaveLength(16);
    expect(table.indicators.every((each) => each.fullMark === null && each.score === null)).toBe(true);
    expect(table.indicators[4]?.target?.stated).toMatchObject({ number: expect.objectContaining({ n: 0n }) as object });
    expect(table.indicators[10]).toMatchObject({ actual: { raw: "无" }, reason: { raw: "没有轮换、动用库存" } });
    expect(table.indicators[0]?.path[2]).toBe("5000吨稻谷、500吨成品粮储备到位率");
  });

  it("[R12] has a funding block without marks", async () => {
    const { funding } = tableOf(await workbook("project-2020-unscored"));
    expect(Object.keys(funding?.columns ?? {})).toEqual(["budget", "executed", "rate"]);
    expect(funding?.parts.map((each) => each.label)).toEqual(["其中:中央、省、市补助", "县级资金", "其他资金"]);
  });
});
