import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { a1, columnName } from "../src/core/workbook/address";
import { decimalText, ratio } from "../src/core/model/exact";
import type { Finding } from "../src/core/findings/finding";
import { severityOf } from "../src/core/findings/catalogue";
import type { SheetSnapshot, WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { NO_OPTIONS, review } from "../src/core/review";
import type { Review, TableReview } from "../src/core/review.types";
import { builtInPack } from "../src/core/rules/packs/index";
import { createXlsxHost } from "../src/host/xlsx/xlsx-host";
import { run } from "./cli/memory-terminal";
import { indicators, levels, number, totals } from "./core/table/reading";
import { typeInto } from "./support/edit-sheet";
import { elements, readXml, type XmlElement } from "./support/xml-tree";

type Template = "department" | "project";
const DEPARTMENT = "部门整体支出绩效自评表";
const PROJECT = "项目支出绩效自评表";

const fileOf = (name: Template, kind: "xlsx" | "fods"): string =>
  resolve(__dirname, "../assets/templates", `${name}.${kind}`);

async function template(name: Template): Promise<WorkbookSnapshot> {
  const read = await createXlsxHost(new Uint8Array(readFileSync(fileOf(name, "xlsx")))).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

const filled = (book: WorkbookSnapshot, sheet: string, cells: Readonly<Record<string, string | number>>): WorkbookSnapshot =>
  Object.entries(cells).reduce((so, [address, value]) => typeInto(so, sheet, address, value), book); // prettier-ignore

function onlyTable({ tables }: Review): TableReview {
  const [table, ...others] = tables;
  if (!table || others.length > 0) throw new Error(`${tables.length} tables where one was expected`);
  return table;
}

const errors = ({ findings }: Review): readonly string[] =>
  findings.filter(({ code }) => severityOf(code) === "error").map(({ code, at }) => `${code} ${at ? a1(at) : ""}`);

const codes = ({ findings }: Review): readonly Finding["code"][] =>
  [...new Set(findings.map(({ code }) => code))].sort();

/** 财预〔2013〕53号 with the marks of 2021; “率” are defined, a star marks those with a printed standard. */
const INDICATORS = [
  "投入>目标设定>绩效目标合理性 2", "投入>目标设定>绩效指标明确性 3", "投入>预算配置>在职人员控制率 5 *",
  "投入>预算配置>“三公经费”变动率 5 *", "投入>预算配置>重点支出安排率 5 *", "过程>预算执行>预算执行率 4 *",
  "过程>预算执行>预算调整率 2 *", "过程>预算执行>支付进度率 2 *", "过程>预算执行>结转结余率 2 *",
  "过程>预算执行>结转结余变动率 2 *", "过程>预算执行>公用经费控制率 2 *", "过程>预算执行>“三公经费”控制率 2 *",
  "过程>预算执行>政府采购执行率 4 *", "过程>预算管理>管理制度健全性 2 *", "过程>预算管理>资金使用合规性 1 *",
  "过程>预算管理>预决算信息公开性 1", "过程>预算管理>基础信息完善性 1", "过程>资产管理>管理制度健全性 2 *",
  "过程>资产管理>资产管理安全性 2", "过程>资产管理>固定资产利用率 1 *", "产出>职责履行>实际完成率 8 *",
  "产出>职责履行>完成及时率 4 *", "产出>职责履行>质量达标率 8 *", "产出>职责履行>重点工作办结率 10 *",
  "效果>履职效益>经济效益 5", "效果>履职效益>社会效益 5", "效果>履职效益>生态效益 5",
  "效果>履职效益>社会公众或服务对象满意度 5 *",
]; // prettier-ignore

describe("the blank form of a department", () => {
  let blank: Review;
  beforeAll(async () => (blank = review(await template("department"))));

  it("[R4] has the framework's 28 indicators; what standard it prints is read", () => {
    const rows = onlyTable(blank).indicators.map(
      ({ indicator, rule }) => `${indicator.path.join(">")} ${number(indicator.fullMark)}${rule ? " *" : ""}`,
    );
    expect(rows).toEqual(INDICATORS);
    for (const { indicator, rule, unreadStandard } of onlyTable(blank).indicators) {
      expect([indicator.path, unreadStandard]).toEqual([indicator.path, null]);
      expect([indicator.path, rule !== null]).toEqual([indicator.path, indicator.standard !== null]);
    }
  });

  it("[R6] its levels are worth what they print, and all is worth 100", () => {
    expect(levels(onlyTable(blank).table)).toEqual([
      "投入 20 -", "投入>目标设定 5 -", "投入>预算配置 15 -",
      "过程 30 -", "过程>预算执行 20 -", "过程>预算管理 5 -", "过程>资产管理 5 -",
      "产出 30 -", "产出>职责履行 30 -", "效果 20 -", "效果>履职效益 20 -",
    ]); // prettier-ignore
    expect(totals(onlyTable(blank).table)).toEqual(["总分 100 -"]);
  });

  it("[D12] 16 rates are defined, and none has its numbers", () => {
    const defined = onlyTable(blank).indicators.filter(({ definition }) => definition !== null);
    expect(defined).toHaveLength(16);
    expect(defined.map(({ rate }) => rate.status)).toEqual(defined.map(() => "notVerifiable"));
  });

  it("[R11] states no unit and no year, and is wrong in nothing but that it is blank", () => {
    expect(onlyTable(blank).table).toMatchObject({ kind: "department", title: DEPARTMENT, unit: null, year: null });
    expect(errors(blank)).toEqual([]);
    // 预算调整率: the standard, as it is printed everywhere, is silent on a negative rate.
    expect(codes(blank)).toEqual(["answer-missing", "input-missing", "score-missing", "standard-inconsistent"]);
  });

  it("filled in as the reference table of 2021, shows its seven deductions without a reason", async () => {
    const scores = [2, 3, 5, 5, 5, 4, 2, 2, 2, 2, 2, 2, 4, 2, 1, 1, 1, 2, 2, 1, 7, 3, 7, 9, 4, 4, 4, 5];
    const cells = Object.fromEntries(scores.map((score, i) => [`H${i + 4}`, score]));
    const book = filled(await template("department"), DEPARTMENT, { ...cells, C2: "青山县教育局", H2: 2021 });
    const inputs = new Map([["在职人员数", ratio(69)], ["编制数", ratio(77)]]); // prettier-ignore
    const read = review(book, { ...NO_OPTIONS, inputs });
    expect(onlyTable(read).table).toMatchObject({ unit: "青山县教育局", year: 2021 });
    expect(totals(onlyTable(read).table)).toEqual(["总分 100 93"]);
    expect(errors(read)).toEqual([24, 25, 26, 27, 28, 29, 30].map((row) => `justification-missing H${row}`));
    const staff = onlyTable(read).indicators[2];
    expect(staff).toMatchObject({ rate: { status: "computed" }, recomputed: { status: "computed" } });
  });

  it("a reason beside a deduction is enough", async () => {
    const book = filled(await template("department"), DEPARTMENT, { H24: 7, I24: "两项培训因疫情推迟至次年。" });
    expect(errors(review(book))).toEqual([]);
  });
});

describe("the blank form of a project (财预〔2020〕10号)", () => {
  let blank: Review;
  beforeAll(async () => (blank = review(await template("project"))));

  it("[R12] has the funding block with 10 marks, its three sources and a total of 100", () => {
    const { table } = onlyTable(blank);
    expect(table).toMatchObject({ kind: "project", title: PROJECT, unit: null, year: null });
    expect(table.funding).toMatchObject({ moneyUnit: "万元", total: { row: 5, label: "年度资金总额" } });
    expect(table.funding?.parts.map(({ label }) => label)).toEqual(["其中：当年财政拨款", "上年结转资金", "其他资金"]);
    expect(number(table.funding?.total?.cells.fullMark?.stated)).toBe("10");
    expect(totals(table)).toEqual(["总分 100 -"]);
    expect(errors(blank)).toEqual([]);
  });

  // The reader takes 二级指标 for the deepest level while no 三级指标 is filled in.
  it("[R8] none of its blank rows is an indicator", () => {
    expect(indicators(onlyTable(blank).table)).toEqual([]);
  });

  const INDICATOR_ROWS = {
    A2: "（2024年度）", D3: "职业技能培训", D4: "青山县人力资源和社会保障局", H4: "青山县就业服务中心",
    E7: 80, F7: 80, G7: 72, E8: 20, F8: 20, G8: 18, J6: 9,
    D13: "培训人次", F13: "≥100人次", G13: "100人次", H13: 50, I13: 50,
    D23: "新增就业人数", F23: "≥50人", G23: "40人", H23: 30, I23: 24, J23: "两家企业推迟开工，已列入次年计划。",
    D29: "参训人员满意度", F29: "≥90%", G29: "95%", H29: 10, I29: 10,
  }; // prettier-ignore

  it("[M7] filled in with three indicators it is scored by the pack, funding block and all", async () => {
    const book = filled(await template("project"), PROJECT, INDICATOR_ROWS);
    const read = review(book, { ...NO_OPTIONS, pack: builtInPack("project") });
    const { table, funding, indicators: rows, totals: sums, coverage } = onlyTable(read);
    expect(table).toMatchObject({ unit: "青山县就业服务中心", year: 2024 });
    expect(indicators(table)).toEqual([
      "产出指标>数量指标>培训人次 50 50",
      "效益指标>社会效益指标>新增就业人数 30 24",
      "满意度指标>服务对象满意度指标>参训人员满意度 10 10",
    ]);
    expect(totals(table)).toEqual(["总分 100 93"]);
    // 72 + 18 of 80 + 20; 40 of 50 people: 30 × 0.8
    expect(funding?.rate).toMatchObject({ status: "computed" });
    expect([funding, ...rows].map((one) => one?.recomputed.status)).toEqual(Array(4).fill("computed"));
    expect(decimalText(coverage.judged, 2)).toBe("100");
    expect(sums.recomputed && decimalText(sums.recomputed, 2)).toBe("93");
    expect(codes(read).filter((code) => severityOf(code) !== "info")).toEqual([]);
  });
});

const gone = (text: string): string => text.replace(/\s/g, "");

/** What every cell says, without spaces: its text, its number, or its formula. */
const saidBy = (sheet: SheetSnapshot): Readonly<Record<string, string>> =>
  Object.fromEntries(
    sheet.cells.flatMap((cell) => {
      const { formula, value } = cell;
      const said = formula ?? (typeof value === "string" ? gone(value) : JSON.stringify(value));
      return said === "" || said === "null" ? [] : [[a1(cell), said]];
    }),
  );

/** The same of the flat document: `of:=SUM([.A1:.A2];[.B1])` is =SUM(A1:A2,B1). */
function saidByFlat(table: XmlElement): { cells: Record<string, string>; merges: string[] } {
  const cells: Record<string, string> = {};
  const merges: string[] = [];
  for (const [row, line] of elements(table, "table-row").entries()) {
    for (const [column, { attributes, children }] of line.children.entries()) {
      const at = a1({ row, column });
      const text = gone(children.map((child) => child.text).join(""));
      const formula = attributes.formula?.replace(/^of:/, "").replace(/[[\].]/g, "").replaceAll(";", ",");
      const said = formula ?? attributes.value ?? text;
      if (said !== "") cells[at] = said;
      const [across, down] = [Number(attributes["number-columns-spanned"] ?? 1), Number(attributes["number-rows-spanned"] ?? 1)];
      if (across * down > 1) merges.push(`${at}:${columnName(column + across - 1)}${row + down}`);
    }
  }
  return { cells, merges: merges.sort() };
} // prettier-ignore

describe("the .xlsx files", () => {
  test.each<[Template, string]>([
    ["department", DEPARTMENT],
    ["project", PROJECT],
  ])("%s.xlsx says what its .fods says, on one sheet (%s), in the same merges", async (name, sheetName) => {
    const flat = elements(readXml(readFileSync(fileOf(name, "fods"), "utf8")), "table");
    const { sheets } = await template(name);
    expect(flat.map(({ attributes }) => attributes.name)).toEqual([sheetName]);
    expect(sheets.map((sheet) => sheet.name)).toEqual([sheetName]);
    const [sheet, table] = [sheets[0], flat[0]];
    if (!sheet || !table) throw new Error("no sheet");
    const { cells, merges } = saidByFlat(table);
    expect(saidBy(sheet)).toEqual(cells);
    const same = ({ top, left, bottom, right }: SheetSnapshot["merges"][number]): string =>
      `${a1({ row: top, column: left })}:${a1({ row: bottom, column: right })}`;
    expect(sheet.merges.map(same).sort()).toEqual(merges);
  });

  test.each<Template>(["department", "project"])("%s.xlsx is small, and names no author and no date", (name) => {
    const bytes = readFileSync(fileOf(name, "xlsx"));
    expect(bytes.length).toBeLessThan(20_000);
    expect(bytes.includes("docProps")).toBe(false);
  });

  test.each<[Template, string]>([
    ["department", "department-hunan"],
    ["project", "project"],
  ])("%s.xlsx can be scored and prepared by pack %s, and cleaned again", async (name, pack) => {
    const file = `assets/templates/${name}.xlsx`;
    const scored = await run(["score", file, "-o", "scored.xlsx", "--pack", pack]);
    expect([scored.status, scored.err]).toEqual([0, ""]);
    const cleaned = await run(["clean", "scored.xlsx", "-o", "clean.xlsx"], scored.files);
    expect([cleaned.status, cleaned.err]).toEqual([0, ""]);
    const prepared = await run(["prepare", file, "-o", "prepared.xlsx", "--pack", pack]);
    expect([prepared.status, prepared.err]).toEqual([0, ""]);
    expect([...prepared.files.keys()]).toEqual(["prepared.xlsx"]);
  });
});
