import { displayText, printedDecimals } from "../../../src/core/formula/number-format";

describe("number formats", () => {
  it.each<readonly [string | undefined, number, number]>([
    ["0.00", 5, 2],
    ["0", 8.62, 0],
    ["0.00%", 0.896103896, 4],
    ["0%", 0.95, 2],
    ['0"%"', 95.5, 0], // the sign is only text
    [undefined, 12.5, 1],
    ["General", 98, 0],
    ["General", 0.1 + 0.2, 1],
    ["General", 1 / 3, 9],
    ["G/通用格式", 22.5, 1],
    ["#,##0.00_);[红色](#,##0.00)", -1922.76, 2],
    ["0.0#", 1.25, 2],
    ["0.0#", 1.5, 1],
    ["0.##", 3, 0],
    ["0.0;0.000;0", -1, 3],
    ["0.0;0.000;0", 0, 0],
    ["[>=90]0;[>=60]0.0;0.00", 75, 1],
    ["[>=90]0;[>=60]0.0;0.00", 5, 2],
    ["0,", 12345, -3],
    ["0.00E+00", 1234567, -4],
    ["@", 12.5, 1],
    ["yyyy-mm-dd", 46086, 0],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 63.46, 2],
  ])("[W2] the format %s prints %p with %p decimals", (format, value, decimals) => {
    expect(printedDecimals(format, value)).toBe(decimals);
  });

  it.each([
    [2.675, "0.00", "2.68"],
    [0.896103896, "0.00%", "89.61%"],
    [null, "0.00", ""],
    [true, undefined, "TRUE"],
    [{ error: "#DIV/0!" } as const, undefined, "#DIV/0!"],
    ["优", "@", "优"],
    [1 / 3, undefined, "0.333333333"],
    [5, "坏[的格式", "5"],
    [46086, "yyyy年m月d日", "2026年3月5日"],
  ])("[E10] %p shows in the format %s as %s", (value, format, text) => expect(displayText(value, format)).toBe(text));
});
