import { carryReasons, type CarriedReasons } from "../../../src/core/ours/carried-reasons";
import type { ScoringTable } from "../../../src/core/model/scoring-table";
import { a1 } from "../../../src/core/workbook/address";
import { SheetView } from "../../../src/core/workbook/sheet-view";
import { gridBook, type GridRow } from "../../support/grid";

/** Our columns 核对指标 (A) and 扣分原因 (B) as an earlier run left them; the table's indicators stand in rows 2, 3… now. */
function carried(now: readonly string[], ours: readonly [name: string, reason: string][], nameColumn: number | null = 0): CarriedReasons {
  const book = gridBook([["核对指标", "扣分原因"], ...ours] satisfies GridRow[]);
  const [sheet] = book.sheets;
  if (!sheet) throw new Error("no sheet");
  const table = { indicators: now.map(() => ({})) } as unknown as ScoringTable;
  const area = { sheet: sheet.name, rect: { top: 0, left: 1, bottom: ours.length, right: 1 } };
  return carryReasons(new SheetView(sheet), { area, nameColumn }, table, (index) => index + 1, (index) => now[index] ?? null);
} // prettier-ignore

/** B2 ← 暴雨, and what found no place: 甲 暴雨 @B3. */
function told({ rewritten, displaced, keptNames }: CarriedReasons): readonly string[] {
  const written = [...rewritten].map(([row, content]) => `${a1({ row, column: 1 })} ← ${content.type === "text" ? content.text : "blank"}`);
  expect([...keptNames.keys()]).toEqual(displaced.map(({ at }) => at.row));
  return [...written, ...displaced.map(({ at, name, text }) => `${name} ${text} @${a1(at)}`)].sort();
} // prettier-ignore

describe("[P8] a reason follows its indicator", () => {
  test.each<[string, readonly string[], readonly [string, string][], readonly string[]]>([
    ["nothing moved", ["甲", "乙"], [["甲", "暴雨"], ["乙", ""]], []],
    ["two rows changed places", ["乙", "甲"], [["甲", "暴雨"], ["乙", "停工"]], ["B2 ← 停工", "B3 ← 暴雨"]],
    ["three rows turned round", ["丙", "甲", "乙"], [["甲", "一"], ["乙", "二"], ["丙", "三"]], ["B2 ← 三", "B3 ← 一", "B4 ← 二"]],
    ["one row moved to a place without a reason", ["乙", "甲"], [["甲", "暴雨"], ["乙", ""]], ["B2 ← blank", "B3 ← 暴雨"]],
    ["a row was put in above", ["新", "甲"], [["甲", "暴雨"], ["", ""]], ["B2 ← blank", "B3 ← 暴雨"]],
    ["the indicator was taken out", ["乙", "丙"], [["甲", "暴雨"], ["乙", ""], ["丙", ""]], ["甲 暴雨 @B2"]],
    ["the name was corrected in place", ["甲（修）", "乙"], [["甲", "暴雨"], ["乙", ""]], []],
    ["two texts belong to one indicator", ["乙", "甲", "丙"], [["甲", "暴雨"], ["丙", ""], ["甲", "停工"]], ["甲 停工 @B4", "甲 暴雨 @B2"]],
    ["two indicators bear the name", ["乙", "甲", "甲"], [["甲", "暴雨"], ["乙", ""], ["丙", ""]], ["甲 暴雨 @B2"]],
    ["the home holds a text whose own home is lost", ["乙", "甲"], [["甲", "暴雨"], ["丙", "停工"], ["甲", ""]], ["丙 停工 @B3", "甲 暴雨 @B2"]],
    ["a text with no name beside it stays", ["甲", "乙"], [["", "暴雨"], ["乙", ""]], []],
  ])("where %s", (_, now, ours, wanted) => expect(told(carried(now, ours))).toEqual([...wanted].sort())); // prettier-ignore

  it("stays in its row where somebody deleted the column of names", () => {
    expect(told(carried(["乙", "甲"], [["甲", "暴雨"], ["乙", "停工"]], null))).toEqual([]); // prettier-ignore
  });
});
