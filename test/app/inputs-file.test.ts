import { readInputs } from "../../src/app/inputs-file";
import { exactText } from "../../src/core/model/exact";

const read = (text: string): Record<string, string> | number[] => {
  const result = readInputs(text);
  return result.ok
    ? Object.fromEntries([...result.value].map(([name, number]) => [name, exactText(number)]))
    : result.failure.map((problem) => problem.line);
};

describe("an inputs file", () => {
  test.each([
    ["在职人员数: 69\n编制数: 77\n", { 在职人员数: "69", 编制数: "77" }],
    ['{"预算数": 1922.76, "执行率": "95%"}', { 预算数: "48069/25", 执行率: "19/20" }],
    ["# 仅有说明\n", {}],
    [
      "“三公经费”总额: 1,234.50\n上年度“三公经费”预算数: 32",
      { "“三公经费”总额": "2469/2", "上年度“三公经费”预算数": "32" },
    ],
    ["小数: 0.1\n负数: -3\n科学: 1e-7", { 小数: "1/10", 负数: "-3", 科学: "1/10000000" }],
  ])("[K2] %j gives %j, digit for digit", (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ["在职人员数: 69人\n编制数: 77\n合计: [1, 2]", [1, 3]],
    ["- 69\n- 77", [1]],
    ["编制数: 77\n编制数: 78", [2]],
    ["编制数: \n", [1]],
  ])("[K2] %j is refused at its lines %j", (text, lines) => expect(read(text)).toEqual(lines));
});
