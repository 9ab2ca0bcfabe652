import { readTables } from "../../../src/core/table/read-tables";
import { bookOf, sheetOf } from "../../support/grid";
import { columns, indicators } from "./reading";

const name = (name: string, refersTo: string) => ({ name, refersTo, scope: null, hidden: true });
const scored = (extra: readonly (string | number)[][]): readonly (readonly (string | number)[])[] => [
  ["一级指标", "二级指标", "分值", "得分", ...(extra[0] ?? [])],
  ["投入", "甲", 5, 4, ...(extra[1] ?? [])],
  ["过程", "乙", 5, 5, ...(extra[2] ?? [])],
];

describe("what Pinghe added", () => {
  const ours = scored([["满分", "复算分", "核验结论", "扣分原因"], [5, 4, "一致", ""], [5, 3, "不一致", ""]]); // prettier-ignore
  const marks = ["E", "F", "G", "H"].map((column, i) => name(`_pinghe.t1.c${i}`, `'自评表'!$${column}$2:$${column}$3`));

  it("[R18] columns with their headers are left out, so that reading twice gives the same", () => {
    const before = readTables(bookOf([sheetOf("自评表", scored([]))]));
    const after = readTables(bookOf([sheetOf("自评表", ours)], marks));
    expect(after.tables).toEqual(before.tables);
  });

  it("[R18] the same columns without our names are the unit's own", () => {
    const { tables } = readTables(bookOf([sheetOf("自评表", ours)]));
    expect(tables[0] && columns(tables[0])).toMatchObject({ reviewScore: "F", reason: "H" });
  });

  it("[R18] a sheet 核验计算 of ours is no table; a unit's sheet 基础数据 is read", () => {
    const base = [["项目", "2020年决算数", "2021年预算数"], ["三公经费", 1, 2]] as const; // prettier-ignore
    const sheets = [sheetOf("自评表", scored([])), sheetOf("核验计算", scored([])), sheetOf("基础数据", base)];
    const { tables, baseData } = readTables(bookOf(sheets, [name("_pinghe.sheet.work", "'核验计算'!$A$1")]));
    expect(tables.map((each) => each.sheet)).toEqual(["自评表"]);
    expect(baseData.map((each) => [each.id, each.sheet])).toEqual([["b1", "基础数据"]]);
  });

  it("[R1] hidden sheets are read too; tables are numbered through the workbook", () => {
    const sheets = [sheetOf("甲", scored([])), sheetOf("乙", scored([]), { visibility: "veryHidden" })];
    const { tables } = readTables(bookOf(sheets));
    expect(tables.map((each) => [each.id, each.sheet, indicators(each).length])).toEqual([["t1", "甲", 2], ["t2", "乙", 2]]); // prettier-ignore
  });
});
