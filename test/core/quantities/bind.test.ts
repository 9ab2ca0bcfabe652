import { bindQuantities, type Binding } from "../../../src/core/quantities/bind";
import { computeRates } from "../../../src/core/rates/compute";
import { exactText, ZERO } from "../../../src/core/model/exact";
import { boundTo, given, printedUses, readTables, snapshotOf, suppliedUses } from "./workbook";

const HUNAN = {
  在职人员控制率: "在职人员控制率=（在职人员数/编制数）×100%。",
  三公经费变动率: "“三公经费”变动率=[（本年度“三公经费”预算数-上年度“三公经费”预算数）/上年度“三公经费”预算数]×100%",
  预算完成率: "预算完成率=（上年结转+年初预算数+本年追加预算-年末结余）/（上年结转+年初预算数+本年追加预算）×100%。",
  预算控制率: "预算控制率=（本年追加预算/年初预算数）×100%。",
};

async function bind2018(
  inputs: Readonly<Record<string, string>> = {},
): Promise<Binding & { readonly rates: readonly string[] }> {
  const book = await snapshotOf("department-2018-with-base-data.xlsx");
  const reading = readTables(book);
  const uses = suppliedUses(reading, HUNAN);
  const binding = bindQuantities({ book, uses, baseTables: reading.baseData, inputs: given(inputs) });
  const { rates } = computeRates(uses, binding.quantities);
  const shown = [...rates.values()].map((rate) =>
    rate.status === "computed"
      ? exactText(rate.number)
      : rate.status === "notVerifiable"
        ? rate.missing.join("、")
        : rate.status,
  );
  return { ...binding, rates: shown };
}

describe("the base-data table of 2018", () => {
  it("[Q3] binds staff, this year's budget and the initial budget, each by name, year and phase", async () => {
    const { quantities } = await bind2018();
    expect(boundTo(quantities, "在职人员数")).toBe("136 baseTable 基础数据表 row 4 column 3");
    expect(boundTo(quantities, "编制数")).toBe("143 baseTable 基础数据表 row 4 column 2");
    expect(boundTo(quantities, "本年度“三公经费”预算数")).toBe("3173/50 baseTable 基础数据表 row 6 column 3");
    expect(boundTo(quantities, "年初预算数")).toBe("48069/25 baseTable 基础数据表 row 18 column 3");
  });

  it("[Q3] never takes the prior-year final account for the prior-year budget", async () => {
    const { quantities } = await bind2018();
    expect(boundTo(quantities, "上年度“三公经费”预算数")).toBeNull();
  });

  it("[Q3] counts heads by no phase, though the explanation speaks of 决算编制口径", async () => {
    const book = await snapshotOf("department-2018-with-base-data.xlsx");
    const reading = readTables(book);
    const uses = suppliedUses(reading, {
      在职人员控制率:
        "在职人员控制率=（在职人员数/编制数）×100%。\n在职人员数：部门实际在职人数，以财政部确定的部门决算编制口径为准。",
      预算完成率: "预算完成率=（预算完成数/预算数）×100%。\n预算完成数：部门本年度实际完成的预算数。",
      三公经费变动率:
        "变动率=[（本年度“三公经费”总额-上年度“三公经费”总额）/上年度“三公经费”总额]×100%。\n“三公经费”：年度预算安排的因公出国（境）费等。",
    });
    const { quantities } = bindQuantities({ book, uses, baseTables: reading.baseData, inputs: new Map() });
    expect(boundTo(quantities, "在职人员数")).toBe("136 baseTable 基础数据表 row 4 column 3");
    expect(boundTo(quantities, "本年度“三公经费”总额")).toBe("3173/50 baseTable 基础数据表 row 6 column 3");
    expect(boundTo(quantities, "上年度“三公经费”总额")).toBeNull();
    expect(quantities.find(({ name }) => name === "预算完成数")).toMatchObject({
      phase: null,
      source: null,
      offers: [],
    });
  });

  it("[Q5] offers what stands in the unit's own text and takes none of it", async () => {
    const { quantities, findings } = await bind2018();
    const offers = quantities.map(({ name, offers: found }) => [name, found.map(({ number }) => exactText(number))]);
    expect(Object.fromEntries(offers)).toEqual({
      在职人员数: [],
      编制数: [],
      本年度三公经费预算数: [],
      上年度三公经费预算数: ["32"],
      上年结转: [],
      年初预算数: [],
      本年追加预算: ["76786/100"].map(() => "38393/50"),
      年末结余: ["99/5"],
    });
    const found = findings.filter(({ code }) => code === "text-number-available");
    expect(found.map(({ data }) => data)).toContainEqual({
      name: "上年度三公经费预算数",
      number: "32",
      excerpt: "而2017年度预算安排的三公经费总额为32万元",
    });
  });

  it("[Q2] computes the four rates with the four numbers that stand in the text only", async () => {
    const { rates, problems } = await bind2018({
      "上年度“三公经费”预算数": "32",
      上年结转: "19.8",
      年末结余: "19.8",
      本年追加预算: "767.86",
    });
    // 136/143; (63.46-32)/32; (2710.42-19.8)/2710.42; 767.86/1922.76
    expect(rates).toEqual(["136/143", "1573/1600", "134531/135521", "38393/96138"]);
    expect(problems.filter(({ kind }) => kind !== "shared-spelling")).toEqual([]);
  });

  it("[Q2] names what is missing without them", async () => {
    const { rates } = await bind2018();
    expect(rates).toEqual(["136/143", "上年度“三公经费”预算数", "上年结转、本年追加预算、年末结余", "本年追加预算"]);
  });

  it("[Q2] what the reviewer gives comes before what the table states", async () => {
    const { quantities } = await bind2018({ 在职人员数: "140" });
    expect(boundTo(quantities, "在职人员数")).toBe("140 given");
  });
});

describe("names given with --inputs", () => {
  it.each([
    ["上年度三公经费预算数", []],
    ["上年 “三公经费” 预算数", []],
    ["本年追加预算（万元）", []],
    ["三公经费决算数", [{ kind: "input-unmatched", name: "三公经费决算数" }]],
    ["追加", [{ kind: "input-unmatched", name: "追加" }]],
  ])("[Q9] “%s” is matched by name, year and phase or reported", async (name, problems) => {
    const binding = await bind2018({ [name]: "1" });
    expect(binding.problems.filter(({ kind }) => kind.startsWith("input"))).toEqual(problems);
  });

  it("[Q9] two different numbers for one quantity give it none", async () => {
    const { problems, quantities } = await bind2018({ 上年结转: "19.8", "“上年结转”": "20" });
    expect(problems).toContainEqual({ kind: "input-twice", names: ["上年结转", "“上年结转”"], quantity: "上年结转" });
    expect(boundTo(quantities, "上年结转")).toBeNull();
  });
});

describe("the reference table", () => {
  it("[Q1] has 16 printed definitions over 29 quantities, and says which are shared", async () => {
    const book = await snapshotOf("heshan-2021-self-evaluation.xlsx");
    const reading = readTables(book);
    const uses = printedUses(reading);
    expect(uses).toHaveLength(16);
    const { quantities, problems } = bindQuantities({
      book,
      uses,
      baseTables: reading.baseData,
      inputs: given({ 在职人员数: "69", 编制数: "77" }),
    });
    // 16 rates of two quantities each, 计划工作数 in three and 预算数 in two of them
    expect(quantities).toHaveLength(29);
    expect(
      problems.map((problem) =>
        problem.kind === "shared-spelling" ? [problem.quantity, problem.uses.length] : problem,
      ),
    ).toEqual([
      ["预算数", 2],
      ["计划工作数", 3],
    ]);
    const { rates, findings } = computeRates(uses, quantities);
    expect([...rates.values()].map(({ status }) => status)).toEqual([
      "computed",
      ...Array<string>(15).fill("notVerifiable"),
    ]);
    const [first] = rates.values();
    expect(first?.status === "computed" && first.steps.map(({ zh }) => zh)).toEqual([
      "在职人员控制率 = 在职人员数/编制数",
      "在职人员控制率 = 69 / 77 = 89.61%",
    ]);
    const missing = findings.filter(({ code }) => code === "input-missing");
    expect(missing).toHaveLength(15);
    expect(missing.at(-1)?.data).toEqual({
      name: "重点工作办结率",
      missing: ["重点工作实际完成数", "交办或下达数"],
      marks: "10",
    });
    const travel = quantities.find(({ name }) => name === "上年度三公经费总额");
    expect(travel).toMatchObject({ yearOffset: -1, phase: "budget", definedName: "上年度三公经费总额" });
    expect(travel?.scope).toMatch(/^年度预算安排的因公出国/);
  });

  it("[Q6] a person parts one use of a shared spelling with 名称（指标）", async () => {
    const book = await snapshotOf("heshan-2021-self-evaluation.xlsx");
    const reading = readTables(book);
    const { quantities, problems } = bindQuantities({
      book,
      uses: printedUses(reading),
      baseTables: [],
      inputs: given({ 预算数: "100", "预算数（预算调整率）": "90" }),
    });
    const budgets = quantities.filter(({ name }) => name === "预算数");
    expect(
      budgets.map(({ usedBy, source, definedName }) => [
        usedBy.map(({ path }) => path.at(-1)),
        exactText(source?.number ?? ZERO),
        definedName,
      ]),
    ).toEqual([
      [["预算执行率"], "100", "预算数"],
      [["预算调整率"], "90", "预算数预算调整率"],
    ]);
    expect(problems.map(({ kind }) => kind)).toEqual(["shared-spelling"]);
  });
});
