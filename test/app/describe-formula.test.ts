import { describeFormula, type FormulaDescription } from "../../src/app/describe-formula";

const described = (text: string, ...sets: readonly string[]): FormulaDescription => {
  const result = describeFormula(text, sets);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

const failed = (text: string, ...sets: readonly string[]): unknown => {
  const result = describeFormula(text, sets);
  return result.ok ? result.value : result.failure;
};

const CONTROL = "在职人员控制率=（在职人员数/编制数）×100%。";

describe("the command formula", () => {
  it("[D11] prints the fields of its contract", () => {
    expect(described(CONTROL, "在职人员数=69", "编制数=77")).toEqual({
      name: "在职人员控制率",
      variables: ["在职人员数", "编制数"],
      expression: "在职人员数/编制数",
      percent: true,
      formula: '=IF(COUNT(在职人员数,编制数)<2,"",IF(编制数=0,"",在职人员数/编制数))',
      value: 0.896103896104,
      exact: "69/77",
      missing: [],
      zeroBase: null,
      ambiguity: null,
    });
  });

  it("[D11] prints a name with quotation marks as the formula may hold it", () => {
    const { formula, variables } = described("占比=“三公经费”总额/（公用经费+“三公经费”总额）");
    expect(variables).toEqual(["“三公经费”总额", "公用经费"]);
    expect(formula).toBe(
      '=IF(COUNT(三公经费总额,公用经费)<2,"",IF(ROUND(公用经费+三公经费总额,12)=0,"",三公经费总额/(公用经费+三公经费总额)))',
    );
  });

  it.each([
    [["在职人员数=1,234.5", "编制数=77"], "2469/154"],
    [["在职 人员数 = 69", "编制数＝７７"], "69/77"],
    [["“在职人员数”=95%", "编制数=1"], "19/20"],
    [["在职人员数（人）=-3", "编制数(人)=2"], "-3/2"],
  ])("[D11] takes %j", (sets, exact) => {
    expect(described(CONTROL, ...sets).exact).toBe(exact);
  });

  it("[D11] matches a unit in brackets where only one variable fits", () => {
    const text = "达标率=达标水量（立方米）/总水量（立方米）×100%";
    expect(described(text, "达标水量=9", "总水量=10").exact).toBe("9/10");
    expect(failed("比率=水量（立方米）/水量（吨）", "水量=9")).toMatchObject({ kind: "two-names" });
  });

  it("[D11] gives null and says why where an input is missing or the base is zero", () => {
    expect(described(CONTROL, "编制数=77")).toMatchObject({
      value: null,
      exact: null,
      missing: ["在职人员数"],
      zeroBase: null,
    });
    expect(described(CONTROL, "在职人员数=1", "编制数=0")).toMatchObject({
      value: null,
      exact: null,
      missing: [],
      zeroBase: "编制数",
    });
  });

  it("[D11] refuses an unknown name and lists the variables", () => {
    expect(failed(CONTROL, "人数=69")).toMatchObject({
      kind: "unknown-name",
      variables: ["在职人员数", "编制数"],
      zh: "公式中没有“人数”；公式用到的数据是：在职人员数、编制数",
    });
  });

  it.each(["在职人员数=六十九", "在职人员数=", "在职人员数", "在职人员数=1.2.3", "在职人员数=69人"])(
    "[D11] refuses %s as no number",
    (set) => {
      expect(failed(CONTROL, set)).toMatchObject({ kind: "not-a-number", name: "在职人员数" });
    },
  );

  it("[D11] refuses one name with two numbers, and text it can not read", () => {
    expect(failed(CONTROL, "编制数=1", "编制数=2")).toMatchObject({ kind: "given-twice" });
    expect(failed("满意度=满意人数占调查人数的比例")).toMatchObject({
      kind: "definition",
      problem: { kind: "unreadable" },
    });
  });
});
