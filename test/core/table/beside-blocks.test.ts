import { review } from "../../../src/core/review";
import { decimalText } from "../../../src/core/model/exact";
import { a1, rectA1 } from "../../../src/core/workbook/address";
import { gridBook, LEFT, type GridRow } from "../../support/grid";
import { columns, indicators } from "./reading";

const TITLE: GridRow = ["2023年度部门整体支出绩效自评表"];
const SCORED: readonly GridRow[] = [
  ["一级指标", "二级指标", "三级指标", "分值", "得分"],
  ["投入", "预算", "预算完成率", 60, 60],
  ["", "", "三公经费控制率", 40, 40],
  ["合计", "", "", 100, 100],
  ["填表人：张三"],
];
const BASE: readonly GridRow[] = [
  ["基础数据", "2022年决算数", "2023年预算数"],
  ["三公经费", 63.46, 70],
  ["公用经费", 120, 110],
];
/** The block at the right of the table, `gap` blank columns between, its header `down` rows below the table's. */
const beside = (block: readonly GridRow[], gap = 1, down = 0): readonly GridRow[] => [
  TITLE,
  ...SCORED.map((row, r) => [...row, ...Array<string>(5 - row.length + gap).fill(""), ...(block[r - down] ?? [])]),
];

interface Seen {
  readonly table: readonly string[];
  readonly base: readonly string[];
  readonly open: readonly string[];
}

function seenIn(rows: readonly GridRow[]): Seen {
  const { tables, ledger } = review(gridBook(rows));
  const all = [...ledger.tables, ...ledger.baseData];
  return {
    table: tables.flatMap(({ table }) => [rectA1(table.range), ...indicators(table)]),
    base: ledger.baseData.flatMap(({ base }) => [
      rectA1(base.range),
      ...base.entries.map((each) => `${each.label} ${each.year ?? ""} ${each.phase ?? ""} ${each.number ? decimalText(each.number, 4) : ""}`), // prettier-ignore
    ]),
    open: all.flatMap(({ cells }) => cells.notUnderstood.map(({ at }) => a1(at))),
  };
}

const TABLE = ["投入>预算>预算完成率 60 60", "投入>预算>三公经费控制率 40 40"];
const ENTRIES = ["三公经费 2022 final 63.46", "三公经费 2023 budget 70", "公用经费 2022 final 120", "公用经费 2023 budget 110"]; // prettier-ignore

describe("[R47] base data beside a scoring table", () => {
  it("behind a blank column are a table of their own", () => {
    expect(seenIn(beside(BASE))).toEqual({ table: ["A2:E5", ...TABLE], base: ["G2:I4", ...ENTRIES], open: [] });
  });

  it.each(["项目", "经费名称", ""])("directly beside it, under “%s”", (head) => {
    const [, ...rows] = BASE;
    const block = [[head, "2022年决算数", "2023年预算数"], ...rows];
    expect(seenIn(beside(block, 0))).toEqual({ table: ["A2:E5", ...TABLE], base: ["F2:H4", ...ENTRIES], open: [] });
  });

  it("with a header of its own further down", () => {
    const seen = seenIn(beside(BASE, 1, 1));
    expect(seen).toEqual({ table: ["A2:E5", ...TABLE], base: ["G3:I5", ...ENTRIES], open: [] });
  });

  it("with years over 预算数 and 决算数", () => {
    const block: readonly GridRow[] = [["", "2022年", LEFT], ["科目", "预算数", "决算数"], ["三公经费", 70, 63.46]];
    const { base, table } = seenIn(beside(block, 1));
    expect(table.slice(1)).toEqual(TABLE);
    expect(base.slice(1)).toEqual(["三公经费 2022 budget 70", "三公经费 2022 final 63.46"]);
  }); // prettier-ignore

  it("posts and staff", () => {
    const { base, table } = seenIn(beside([["人员情况", "编制数", "在职人数"], ["行政", 40, 39], ["事业", 37, 30]]));
    expect(table.slice(1)).toEqual(TABLE);
    expect(base.slice(1)).toEqual(["行政   40", "行政   39", "事业   37", "事业   30"]);
  }); // prettier-ignore

  it("left of the table", () => {
    const rows: readonly GridRow[] = [
      TITLE,
      ...SCORED.map((row, r) => [...(BASE[r] ?? ["", "", ""]), "", ...row]).slice(0, 4),
    ];
    const { base, table, open } = seenIn(rows);
    expect(table.slice(1)).toEqual(TABLE);
    expect(base).toEqual(["A2:C4", ...ENTRIES]);
    expect(open).toEqual([]);
  });

  it("their values are what definitions use", () => {
    const define = (row: GridRow, text: string): GridRow => [...row.slice(0, 5), text, ...row.slice(6)];
    const block: readonly GridRow[] = [
      ["基础数据", "2023年预算数", "2023年决算数"],
      ["三公经费", 70, 63.46],
    ];
    const texts = ["", "指标说明", "", "三公经费控制率=三公经费决算数/三公经费预算数×100%"];
    const rows = beside(block, 2).map((row, r) => define(row, texts[r] ?? ""));
    const { quantities } = review(gridBook(rows));
    expect(quantities.flatMap(({ source }) => (source && "at" in source ? [a1(source.at)] : []))).toEqual(["J3", "I3"]);
  });

  it("without labels they are columns of the rows, and said as such", () => {
    const heads: readonly GridRow[] = [
      ["2022年决算数", "2023年预算数"],
      [63.46, 70],
      [120, 110],
    ];
    const { tables, ledger, findings } = review(gridBook(beside(heads, 0)));
    expect(ledger.baseData).toEqual([]);
    expect(tables.map(({ table }) => columns(table).actual)).toEqual([undefined]);
    expect(findings.map(({ code, at }) => `${code} ${at ? a1(at) : ""}`)).toEqual(
      expect.arrayContaining(["column-of-other-year F2", "cell-not-understood G3"]),
    );
  });

  it("below the table they are read as they always were", () => {
    const seen = seenIn([TITLE, ...SCORED.slice(0, 4), [], ...BASE.map((row) => ["", ...row])]);
    expect(seen).toEqual({ table: ["A2:E5", ...TABLE], base: ["B7:D9", ...ENTRIES], open: [] });
  });
});
