import { BUILT_IN_PACKS, builtInFile } from "../../../../src/core/rules/packs/index";
import { plainPack } from "../../../../src/core/rules/packs/pack-text";
import { readPackSheets } from "../../../../src/core/rules/packs/sheet/read-sheet";
import { packSheets } from "../../../../src/core/rules/packs/sheet/write-sheet";
import type { PackFile } from "../../../../src/core/rules/packs/schema";
import { a1 } from "../../../../src/core/workbook/address";
import type { WorkbookSnapshot } from "../../../../src/core/workbook/snapshot";
import { bookOf, LEFT, sheetOf, UP, type GridRow } from "../../../support/grid";

const bookFor = (pack: PackFile): WorkbookSnapshot =>
  bookOf(packSheets(pack).map(({ name, rows }) => sheetOf(name, rows)));

function readBack(book: WorkbookSnapshot, file = ""): PackFile {
  const read = readPackSheets(book, file);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value.pack;
}

describe("[M23] a pack written as sheets and read back is the same pack", () => {
  test.each([...BUILT_IN_PACKS])("%s", (id) => {
    const pack = builtInFile(id);
    if (!pack) throw new Error(id);
    const back = readBack(bookFor(pack));
    expect({ ...plainPack(back), extends: back.extends }).toEqual({ ...plainPack(pack), extends: pack.extends });
  });

  it("whatever its texts look like: formulas, numbers, breaks, equals signs, quotes", () => {
    const [first] = builtInFile("project")?.indicators ?? [];
    const pack = builtInFile("project");
    if (!first || !pack) throw new Error("project");
    const odd: PackFile = {
      ...pack,
      indicators: [
        {
          ...first,
          id: "odd",
          names: ["=1+1", "@甲", "5"],
          variants: ["甲=乙\n/丙", "丁=戊"],
          clause: "第一条\n\n第二条；“引”",
          standards: [
            { fullMark: 5, standard: "=5" },
            { fullMark: "5.5", standard: "+5" },
          ],
          examples: [{ inputs: { "甲=乙": 1, 丙: "90%", 丁: "69/77", 戊: "5" }, rate: "1/3", fullMark: 5 }],
        },
      ],
    };
    expect(plainPack(readBack(bookFor(odd)))).toEqual(plainPack(odd));
  });
});

const HEAD: GridRow = ["序号", "指标", "分值", "评分标准", "计算公式", "依据"];

/** A list as an office would type it: a title, and nothing but the five columns. */
const plain = (rows: readonly GridRow[], head: GridRow = HEAD): WorkbookSnapshot =>
  bookOf([sheetOf("本市标准", [["某市部门整体支出评分标准", LEFT, LEFT, LEFT, LEFT, LEFT], head, ...rows])]);

describe("[M23] a list that is only typed as people type it", () => {
  const rows: readonly GridRow[] = [
    [1, "在职人员控制率", 5, "≦100%，计5分；每超过一个百分点扣0.5分，扣完为止。", "在职人员控制率=（在职人员数/编制数）×100%", "市财〔2024〕3号第二条"],
    [2, "预算调整率", "3分", "预算调整率=0，计3分；0-10%（含），计2分；大于10%不得分。", "预算调整率=（预算调整数/预算数）×100%", "市财〔2024〕3号第三条"],
    ["", "合计", 8, "", "", ""],
  ]; // prettier-ignore

  it("is a pack: its title, its kind from the title, each standard for its mark", () => {
    const pack = readBack(plain(rows), "our-city.xlsx");
    expect(pack).toMatchObject({ id: "our-city", kind: "department", title: { zh: "某市部门整体支出评分标准" }, authority: "usual" });
    expect(pack.indicators.map(({ names, standards, clause }) => [names[0], standards.map(({ fullMark }) => fullMark), clause])).toEqual([
      ["在职人员控制率", [5], "市财〔2024〕3号第二条"],
      ["预算调整率", ["3"], "市财〔2024〕3号第三条"],
    ]);
  }); // prettier-ignore

  it("under other headers, with the name and the clause merged over the standards of two marks", () => {
    const head: GridRow = ["三级指标", "满分", "计分标准", "计算方法", "出处"];
    const two: readonly GridRow[] = [
      ["在职人员控制率", 5, "≦100%，计5分；每超过一个百分点扣0.5分，扣完为止。", "在职人员控制率=（在职人员数/编制数）×100%", "第二条"],
      [UP, 8, "≦100%，计8分；每超过一个百分点扣0.8分，扣完为止。", "", UP],
    ]; // prettier-ignore
    const [indicator, ...others] = readBack(plain(two, head)).indicators;
    expect(others).toEqual([]);
    expect(indicator?.standards.map(({ fullMark }) => fullMark)).toEqual([5, 8]);
  });

  it("columns of which nothing is taken are named", () => {
    const read = readPackSheets(plain(rows));
    expect(read.ok && read.value.unused.map(({ at, text }) => `${a1(at)} ${text}`)).toEqual(["A2 序号"]);
  });

  const [first = [], second = []] = rows;
  test.each<[string, WorkbookSnapshot, readonly string[]]>([
    ["no clause", plain([[...first.slice(0, 5), ""]]), ["B3 依据：缺少这一项"]],
    ["no name", plain([[1, "", 5, "≦100%，计5分。", "", "第二条"]]), ["B3 这一行没有指标名称"]],
    ["a mark in words", plain([[1, "在职人员控制率", "五分左右", "计5分。", "", "第二条"]]), ["C3 分值：写法不对：\"五分左右\""]],
    ["an error", plain([[1, "甲", { error: "#REF!" }, "计5分。", "", "第二条"]]), ["C3 单元格是错误值"]],
    ["two formulas of one indicator", plain([first, [2, "在职人员控制率", 8, "计8分。", "在职人员控制率=编制数/在职人员数", "市财〔2024〕3号第二条"]]), ["E4 与该指标前一行所写的不同"]],
    ["no list at all", bookOf([sheetOf("表", [["说明", "文字"]])]), ["没有找到评分标准表：表头应有“指标”，以及“评分标准”或“计算公式”"]],
    ["what it applies to is said nowhere", bookOf([sheetOf("标准", [HEAD, second])]), ["名称：缺少这一项", "英文名称：缺少这一项", "文件：缺少这一项", "适用：缺少这一项"]],
    ["an unknown word for what it applies to", bookOf([sheetOf("规则包", [["适用", "乡镇"]]), sheetOf("标准", [["项目支出标准"], HEAD, second])]), ["B1 应填“部门整体支出”或“项目支出”，不能是“乡镇”"]],
    ["an example of an indicator that is not there", bookOf([sheetOf("标准", [["项目支出标准"], HEAD, second]), sheetOf("算例", [["指标", "数据", "得分"], ["甲", "乙=1", 5]])]), ["A2 评分标准表中没有这个指标"]],
    ["an example without numbers", bookOf([sheetOf("标准", [["项目支出标准"], HEAD, second]), sheetOf("算例", [["指标", "数据", "得分"], ["预算调整率", "预算数", 5]])]), ["B2 应写作“名称=数值”，不能是“预算数”"]],
  ])("a fault is named with its cell: %s", (_, book, expected) => {
    const read = readPackSheets(book);
    expect(read.ok ? [] : read.failure.map(({ at, zh }) => `${at ? `${a1(at)} ` : ""}${zh}`)).toEqual(expected);
  }); // prettier-ignore
});
