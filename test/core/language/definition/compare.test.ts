import { compareDefinitions } from "../../../../src/core/language/definition/compare";
import { readDefinition } from "../../../../src/core/language/definition/read";
import type { Definition } from "../../../../src/core/rules/definition";
import { builtInPack } from "../../../../src/core/rules/packs/index";

function read(text: string): Definition {
  const reading = readDefinition(text);
  if (!reading.ok) throw new Error(`${text}: ${JSON.stringify(reading.problem)}`);
  return reading.definition;
}

const FRAMEWORK = (builtInPack("department-framework-2013")?.indicators ?? []).flatMap(({ names, definition }) =>
  definition === undefined ? [] : [{ name: names[0] ?? "", text: definition, definition: read(definition) }],
);
const VOCABULARY = FRAMEWORK.flatMap(({ definition }) => definition.variables);
const official = (name: string): Definition => {
  const found = FRAMEWORK.find((one) => one.name === name)?.definition;
  if (!found) throw new Error(`no definition of ${name}`);
  return found;
};
const compared = (name: string, printed: string, strict = false) =>
  compareDefinitions(official(name), read(`${name}=${printed}`), { strict, vocabulary: VOCABULARY });

describe("[M15] whether two definitions are one formula is decided on the expression", () => {
  test.each(FRAMEWORK.map(({ name, text }) => [name, text]))("%s is the same as itself, strictly", (name, text) => {
    const how = { strict: true, vocabulary: VOCABULARY };
    expect(compareDefinitions(official(name), read(text), how)).toBe("same");
  });

  test.each([
    ["在职人员控制率", "在职人员数/编制数*100"],
    ["在职人员控制率", "（年末在职人数÷核定编制）×100%"],
    ["在职人员控制率", "（财政供养人员实有在职人数/人员编制数）×100%"],
    ["“三公经费”变动率", "（本年度三公经费总额/上年度三公经费总额-1）×100%"],
    ["“三公经费”变动率", "[（本年度“三公经费”预算数-上年度“三公经费”预算数）/上年度“三公经费”预算数]×100%"],
    ["“三公经费”变动率", "（本年三公经费总额-上年三公经费总额）/上年三公经费总额×100%"],
    ["预算完成率", "（实际支出数/预算数）×100%"],
    ["预算执行率", "全年执行数/全年预算数×100%"],
    ["预算执行率", "（实际支出数÷支出预算数）×100%"],
    ["支付进度率", "（实际支付进度/序时支付进度）×100%"],
    ["结转结余率", "（年末结转结余总额/支出预算数）×100%"],
    ["“三公经费”控制率", "（三公经费实际支出数/三公经费预算数）×100%"],
    ["“三公经费”控制率", "（“三公经费”决算数/“三公经费”年初预算数）×100%"],
    ["政府采购执行率", "（政府采购实际金额/政府采购预算金额）×100%"],
    ["固定资产利用率", "（在用固定资产/固定资产总额）×100%"],
    ["实际完成率", "（完成工作数/计划完成工作数）×100%"],
    ["完成及时率", "（按时完成工作数/计划工作数）×100%"],
    ["质量达标率", "（质量达标工作数/计划工作数）×100%"],
    ["重点工作办结率", "（重点工作办结数/上级交办工作数）×100%"],
    ["重点工作办结率", "（已办结事项/全部事项）×100%"],
  ])("%s=%s is the usual formula in other words", (name, printed) => expect(compared(name, printed)).toBe("same"));

  test.each([
    ["在职人员控制率", "（编制数/在职人员数）×100%", "inverted"],
    ["在职人员控制率", "核定编制/年末在职人数", "inverted"],
    ["预算完成率", "（预算数/预算完成数）×100%", "inverted"],
    ["预算执行率", "全年预算数/全年执行数", "inverted"],
    ["公用经费控制率", "（预算安排公用经费总额/实际支出公用经费总额）×100%", "inverted"],
    ["重点支出安排率", "（项目总支出/重点项目支出）×100%", "inverted"],
    ["在职人员控制率", "（在职人员数/总人口）×100%", "denominator"],
    ["在职人员控制率", "（在职人员数/（编制数+临聘人数））×100%", "denominator"],
    ["在职人员控制率", "（在职人员数-借调人数）/编制数×100%", "numerator"],
    ["“三公经费”变动率", "[（本年度“三公经费”总额-上年度“三公经费”总额）/本年度“三公经费”总额]×100%", "denominator"],
    ["“三公经费”变动率", "[（上年度“三公经费”总额-本年度“三公经费”总额）/上年度“三公经费”总额]×100%", "numerator"],
    ["“三公经费”变动率", "（本年度三公经费决算数-上年度三公经费决算数）/上年度三公经费决算数×100%", "formula"],
    ["结转结余变动率", "（本年度累计结转结余资金总额-上年度累计结转结余资金总额）/2020年度支出×100%", "denominator"],
    ["质量达标率", "（质量达标实际工作数/实际完成工作数）×100%", "denominator"],
    ["完成及时率", "（实际完成工作数/计划工作数）×100%", "numerator"],
    ["实际完成率", "1-（实际完成工作数/计划工作数）", "formula"],
    ["预算完成率", "（预算完成数/预算数）×110%", "formula"],
    ["政府采购执行率", "（实际政府采购金额/实际政府采购金额）×100%", "denominator"],
  ])("%s=%s: %s", (name, printed, expected) => expect(compared(name, printed)).toBe(expected));

  test.each([
    ["在职人员控制率", "（在职人员数/编制数）×100%", "same"],
    ["在职人员控制率", "在职人员总数÷人员编制数", "same"],
    ["在职人员控制率", "编制数分之在职人员数", "same"],
    ["公用经费控制率", "（公用经费实际支出总额/公用经费预算安排总额）×100%", "same"],
    ["公用经费控制率", "公用经费支出决算数÷公用经费预算数", "same"],
    ["公用经费控制率", "（项目经费实际支出总额/公用经费预算安排总额）×100%", "numerator"],
    ["公用经费控制率", "（公用经费实际支出总额/公用经费年初预算数）×100%", "denominator"],
    ["“三公经费”变动率", "（本年三公经费预算数-上年三公经费预算数）/上年三公经费预算数×100%", "same"],
    ["结转结余变动率", "（本年累计结转结余资金总额-上年累计结转结余资金总额）/上年累计结转结余资金总额×100%", "same"],
    ["结转结余变动率", "（本年度结转结余资金总额-上年度结转结余资金总额）/上年度结转结余资金总额×100%", "formula"],
    ["结转结余变动率", "（累计结转结余资金总额-上年度累计结转结余资金总额）/上年度累计结转结余资金总额×100%", "numerator"],
    ["预算完成率", "（本年度预算完成数/本年度预算数）×100%", "same"],
    ["预算执行率", "（预算执行数/年初预算数）×100%", "denominator"],
    ["重点支出安排率", "（重点项目支出/预算支出）×100%", "denominator"],
    ["重点工作办结率", "（已办结事项/全部事项）×100%", "formula"],
  ])("an official %s=%s allows no other quantity: %s", (name, printed, expected) =>
    expect(compared(name, printed, true)).toBe(expected));
}); // prettier-ignore
