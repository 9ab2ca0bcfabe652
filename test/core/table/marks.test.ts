import { readTextNumber } from "../../../src/core/table/words/mark-text";
import { isPlaceholder, readName, styleOfNames } from "../../../src/core/table/words/name-text";
import { decimalText } from "../../../src/core/model/exact";
import { UP } from "../../support/grid";
import { indicators, levels, tableIn } from "./reading";

describe("marks and numbers", () => {
  it.each([
    ["投 入 (15分)", "投入", "15"],
    ["绩效目标\n合理性\n（2分）", "绩效目标合理性", "2"],
    ["过程【30分】", "过程", "30"],
    ["产出指标50分", "产出指标", "50"],
    ["产出指标：50分", "产出指标", "50"],
    ["产出(共50分)指标", "产出指标", "50"],
    ["效益（权重20%）", "效益", "20"],
    ["项目决策（满分：１０分）", "项目决策", "10"],
    ["成本（12.5分）（续）", "成本", "12.5"],
    ["一、投入（20分）", "投入", "20"],
    ["1.1.2 预算执行率（4分）", "预算执行率", "4"],
    ["指标1：工程质量合格", "工程质量合格", null],
    ["指标1工程完工率", "工程完工率", null],
    ["重点改革(重点工作)完成情况(5分)", "重点改革(重点工作)完成情况", "5"],
    ["5000吨稻谷、500吨成品粮储备到位率", "5000吨稻谷、500吨成品粮储备到位率", null],
    ["1.5万元以上设备采购率", "1.5万元以上设备采购率", null],
    ["考核得分≥90分", "考核得分≥90分", null],
    ["资金到位率（100%）", "资金到位率(100%)", null],
    ["“三公\n经费”\n变动率\n（5分）", "“三公经费”变动率", "5"],
    ['"三公经费"控制率', "“三公经费”控制率", null],
    ["2021年培训人数", "2021年培训人数", null],
    ["24小时响应率", "24小时响应率", null],
  ])("[R4] [R6] %j is %s with mark %s", (text, name, mark) => {
    const read = readName(text);
    expect([read.name, read.mark && decimalText(read.mark.number, 4)]).toEqual([name, mark]);
  });

  it("[R6] a bare number in brackets is a mark where the column writes its marks so", () => {
    const style = styleOfNames(["相关性(5)", "明确性(5)", "合理性(10)"], false);
    expect(readName("相关性(5)", style)).toMatchObject({ name: "相关性" });
    expect(readName("相关性(5)").name).toBe("相关性(5)");
  });

  it.each([
    ["5分", "5", 0],
    ["５", "5", 0],
    ["１０", "10", 0],
    ["5．5", "5.5", 1],
    ["8.50分", "8.5", 2],
    ["7 ", "7", 0],
    ["95%", "0.95", 2],
    ["９５．５％", "0.955", 3],
    ["1,234.5", "1234.5", 1],
    ["-3", "-3", 0],
  ])("[R6] %j typed as text states %s with %i decimals", (text, number, decimals) => {
    const read = readTextNumber(text);
    expect(read && [decimalText(read.number, 6), read.decimals]).toEqual([number, decimals]);
  });

  it.each(["≥50个", "90分以上", "约5分", "5/10", "12,34", "", ".", "分", "5分5", "0起", "一"])("[R6] %j is no number", (text) => {
    expect(readTextNumber(text)).toBeNull();
  }); // prettier-ignore

  it.each(["指标1", "指标２：", "……", "...", "…", "/", "——", "×××", "三级指标1", "（可自行增加）", "", " "])(
    "[R8] %j is there to be filled in",
    (text) => expect(isPlaceholder(text)).toBe(true),
  );
  it.each(["指标完成率", "指标1：工程质量", "其他", "无偿献血人数"])("[R8] %j is a name", (text) =>
    expect(isPlaceholder(text)).toBe(false),
  );

  it("[R6] text numbers are marked as text, numbers in names as embedded", () => {
    const [row] = tableIn([["一级指标", "二级指标", "得分"], ["投入", "配置（5分）", "4.5分"]]).indicators; // prettier-ignore
    expect(row?.score).toMatchObject({ raw: "4.5分", stated: { asText: true, embedded: false, decimals: 1 } });
    expect(row?.fullMark).toMatchObject({ asText: false, embedded: true, at: { row: 1, column: 1 } });
  });

  it("[R6] the number format says how many decimals a cell prints", () => {
    const [row] = tableIn([["一级指标", "二级指标", "分值", "得分"], ["投入", "配置", 5, 4.5]], { formats: { "1,3": "0.00" } }).indicators;
    expect([row?.fullMark?.decimals, row?.score?.stated?.decimals]).toEqual([0, 2]);
  }); // prettier-ignore

  it("[R6] one mark column after each level, one before each level, and levels named in the headers", () => {
    const expected = [["投入>配置>甲 5 5", "投入>配置>乙 3 3"], ["投入 20 -", "投入>配置 8 -"]]; // prettier-ignore
    const after = tableIn([
      ["一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "得分"],
      ["投入", 20, "配置", 8, "甲", 5, 5],
      [UP, UP, UP, UP, "乙", 3, 3],
    ]);
    const before = tableIn([
      ["权重", "一级指标", "权重", "二级指标", "权重", "三级指标", "得分"],
      [20, "投入", 8, "配置", 5, "甲", 5],
      ["", "", "", "", 3, "乙", 3],
    ]);
    const named = tableIn([
      ["一级指标", "二级指标", "三级指标", "一级指标权重", "二级指标权重", "三级指标权重", "得分"],
      ["投入", "配置", "甲", 20, 8, 5, 5],
      [UP, UP, "乙", UP, UP, 3, 3],
    ]);
    for (const table of [after, before, named]) expect([indicators(table), levels(table)]).toEqual(expected);
  });

  it.each([["merged", UP], ["blank", ""]])("[R6] marks only at the first level, %s", (_, same) => {
    const table = tableIn([
      ["一级指标", "分值", "二级指标", "三级指标", "得分"],
      ["投入", 20, "配置", "甲", 5],
      [same, same, same, "乙", 3],
      ["过程", 30, "执行", "丙", 9],
      [same, same, same, "丁", 8],
    ]);
    expect(indicators(table)).toEqual(["投入>配置>甲 - 5", "投入>配置>乙 - 3", "过程>执行>丙 - 9", "过程>执行>丁 - 8"]);
    expect(levels(table).filter((text) => !text.includes(">"))).toEqual(["投入 20 -", "过程 30 -"]);
    expect(table.columns.find((each) => each.role === "fullMark")?.level).toBe(1);
  }); // prettier-ignore

  it("[R6] percentages in a weight column are marks out of 100", () => {
    const table = tableIn([["一级指标", "二级指标", "权重", "得分"], ["投入", "甲", "5%", 4], ["", "乙", 0.1, 9]], { formats: { "2,2": "0%" } });
    expect(indicators(table)).toEqual(["投入>甲 5 4", "投入>乙 10 9"]);
  }); // prettier-ignore

  it("[R6] 分值 and 权重 side by side: the mark is 分值", () => {
    const table = tableIn([
      ["一级指标", "二级指标", "权重", "分值", "得分"],
      ["投入", "甲", 0.05, 5, 4],
    ]);
    expect(indicators(table)).toEqual(["投入>甲 5 4"]);
  });
});
