import fc from "fast-check";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { bookOf, sheetOf, UP, type GridCell, type GridRow } from "../../support/grid";
import { readTables } from "../../../src/core/table/read-tables";
import { indicators, levels, tableIn, tableOf } from "./reading";

/** A table to be printed in many ways: levels with their names, indicators with mark and score. */
interface Printed {
  readonly first: string;
  readonly second: string;
  readonly name: string;
  readonly mark: number;
  readonly score: number;
}

const NAMES =
  "在职人员控制率 公用经费控制率 预算完成率 预算调整率 支付进度率 结转结余率 政府采购执行率 资产利用率 完成及时率 质量达标率 群众满意度".split(
    " ",
  );
const FIRST = ["投入", "过程", "产出", "效果"];
const SECOND = ["目标设定", "预算配置", "预算执行"];

/** Two to four first levels, each with one or two second levels of one to three indicators. */
const printed: fc.Arbitrary<readonly Printed[]> = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 8, maxLength: 8 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 24, maxLength: 24 }))
  .map(([firsts, sizes, marks]) => {
    const rows: Printed[] = [];
    for (let f = 0; f < firsts; f++) {
      for (let s = 0; s < 1 + ((sizes[f] ?? 1) % 2); s++) {
        for (let i = 0; i < (sizes[f + 4 * s] ?? 1); i++) {
          const mark = marks[rows.length] ?? 5;
          rows.push({ first: FIRST[f] ?? "", second: SECOND[s] ?? "", name: NAMES[rows.length % NAMES.length] ?? "", mark, score: mark - (rows.length % 2) });
        }
      }
    }
    return rows;
  }); // prettier-ignore

const HEADER: readonly string[] = ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "得分"];

const column = (rows: readonly Printed[], of: "first" | "second", merged: boolean): readonly GridCell[] =>
  rows.map((row, i) => {
    const before = rows[i - 1];
    const same = before?.first === row.first && (of === "first" || before.second === row.second);
    return same ? (merged ? UP : "") : row[of];
  });

/** As columns, so that they can be shuffled. */
const asColumns = (rows: readonly Printed[], merged: boolean): readonly (readonly GridCell[])[] =>
  [
    column(rows, "first", merged),
    column(rows, "second", merged),
    rows.map((row) => row.name),
    rows.map((row) => row.mark),
    rows.map((row) => `按比例得分，满分${row.mark}分`),
    rows.map((row) => row.score),
  ].map((cells, i) => [HEADER[i] ?? "", ...cells]);

const asRows = (columns: readonly (readonly GridCell[])[]): readonly GridRow[] =>
  (columns[0] ?? []).map((_, row) => columns.map((cells) => cells[row] ?? ""));

const said = (book: WorkbookSnapshot): readonly unknown[] => {
  const table = tableOf(book);
  return [indicators(table), levels(table)];
};
const saidOf = (rows: readonly GridRow[], options = {}): readonly unknown[] =>
  said(bookOf([sheetOf("表", rows, options)]));

const expected = (rows: readonly Printed[]): readonly string[] =>
  rows.map((row) => `${row.first}>${row.second}>${row.name} ${row.mark} ${row.score}`);

const runs = { numRuns: 60 };

describe("a table read in any print", () => {
  it("[R4] [R6] says what it was printed from", () => {
    fc.assert(fc.property(printed, fc.boolean(), (rows, merged) => {
      expect(indicators(tableIn(asRows(asColumns(rows, merged))))).toEqual(expected(rows));
    }), runs);
  }); // prettier-ignore

  it("[R4] un-merged it says the same", () => {
    fc.assert(fc.property(printed, (rows) => {
      expect(saidOf(asRows(asColumns(rows, false)))).toEqual(saidOf(asRows(asColumns(rows, true))));
    }), runs);
  }); // prettier-ignore

  it("[R2] columns may stand in any order", () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 });
    fc.assert(fc.property(printed, fc.boolean(), order, (rows, merged, places) => {
      const columns = asColumns(rows, merged);
      expect(indicators(tableIn(asRows(places.map((place) => columns[place] ?? []))))).toEqual(expected(rows));
    }), runs);
  }); // prettier-ignore

  it("[R1] blank columns may stand between the others", () => {
    fc.assert(fc.property(printed, fc.boolean(), fc.integer({ min: 0, max: 6 }), (rows, merged, place) => {
      const columns = [...asColumns(rows, merged)];
      columns.splice(place, 0, (columns[0] ?? []).map(() => ""));
      expect(indicators(tableIn(asRows(columns)))).toEqual(expected(rows));
    }), runs);
  }); // prettier-ignore

  it("[R8] blank rows may stand anywhere below the header", () => {
    fc.assert(fc.property(printed, fc.array(fc.nat(20), { maxLength: 4 }), (rows, places) => {
      const grid = [...asRows(asColumns(rows, false))];
      for (const place of places) grid.splice(1 + (place % grid.length), 0, ["", "", "", "", "", ""]);
      expect(indicators(tableIn(grid))).toEqual(expected(rows));
    }), runs);
  }); // prettier-ignore

  it("[R1] the table may stand anywhere on its sheet", () => {
    fc.assert(fc.property(printed, fc.nat(5000), fc.nat(200), (rows, top, left) => {
      const grid = asRows(asColumns(rows, true));
      const moved = tableIn(grid, { top, left });
      expect(indicators(moved)).toEqual(expected(rows));
      expect(moved.range).toEqual({ top, left, bottom: top + rows.length, right: left + 5 });
    }), runs);
  }); // prettier-ignore

  it("[R4] spaces, line breaks and full-width forms change nothing", () => {
    const widen = (text: string): string => text.replace(/[!-~]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0));
    const typings: readonly ((text: string) => string)[] = [
      (text) => text,
      (text) => text.replace(/(?<=.)(?=.)/gu, " "),
      (text) => `${text.slice(0, 2)}\n${text.slice(2)}\u3000`,
      widen,
    ];
    const typing = fc.array(fc.nat(3), { minLength: 60, maxLength: 60 });
    fc.assert(fc.property(printed, typing, (rows, choices) => {
      let next = 0;
      const grid = asRows(asColumns(rows, true)).map((row) =>
        row.map((cell, i) => {
          const type = typings[choices[next++ % choices.length] ?? 0] ?? ((text: string) => text);
          if (typeof cell === "number") return next % 3 === 0 ? widen(`${cell}分`) : cell;
          return typeof cell === "string" && cell !== "" && i !== 4 ? type(cell) : cell;
        }),
      );
      expect(indicators(tableIn(grid))).toEqual(expected(rows));
    }), runs);
  }); // prettier-ignore

  it("[R6] marks may stand in the names of every level instead of a column", () => {
    const brackets = fc.constantFrom("（5分）", "(5分)", "【5分】", "\n（ 5 分）", "（满分5分）", " 5分");
    fc.assert(fc.property(printed, fc.boolean(), brackets, (rows, merged, bracket) => {
      const [first = [], second = [], , , standard = [], score = []] = asColumns(rows, merged);
      const names = ["三级指标", ...rows.map((row) => `${row.name}${bracket.replace("5", String(row.mark))}`)];
      expect(indicators(tableIn(asRows([first, second, names, standard, score])))).toEqual(expected(rows));
    }), runs);
  }); // prettier-ignore
});

describe("cost", () => {
  const large = (count: number): WorkbookSnapshot => {
    const rows = Array.from({ length: count }, (_, i): GridRow => [
      i % 20 === 0 ? `第${i}部分（100分）` : "", i % 5 === 0 ? `第${i}类` : "", `指标${i}的完成率`, "达到100%得满分，每低一个百分点扣0.5分，扣完为止。", 5, 4.5, i % 7 === 0 ? "未完成" : "",
    ]); // prettier-ignore
    const header = ["一级指标", "二级指标", "三级指标", "评分标准", "分值", "自评得分", "扣分原因"];
    return bookOf([sheetOf("表", [header, ...rows])]);
  };
  /** Of this process alone, whatever else the machine does. */
  const milliseconds = (book: WorkbookSnapshot): number => {
    const start = process.cpuUsage();
    readTables(book);
    const used = process.cpuUsage(start);
    return (used.user + used.system) / 1000;
  };

  // How long it takes is what `npm run bench` says; a limit in seconds fails on a busy machine and proves nothing.
  it("the cost of 10,000 indicators grows with their number", () => {
    const [small, big] = [large(1000), large(10_000)];
    expect(tableOf(big).indicators).toHaveLength(10_000);
    const best = (book: WorkbookSnapshot): number => Math.min(...Array.from({ length: 4 }, () => milliseconds(book)));
    expect(best(big) / best(small)).toBeLessThan(40);
  });

  it("does not walk an empty million of rows", () => {
    const far = { ...sheetOf("表", [["一级指标", "二级指标", "分值"], ["投入", "配置", 5]]) }; // prettier-ignore
    const cells = [...far.cells, { row: 1_000_000, column: 0, value: "脚注" }];
    expect(milliseconds(bookOf([{ ...far, cells }]))).toBeLessThan(200);
  });
});
