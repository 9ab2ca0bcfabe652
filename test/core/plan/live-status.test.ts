import type { Finding } from "../../../src/core/findings/finding";
import { f } from "../../../src/core/formula/build";
import { printFormula } from "../../../src/core/formula/print";
import type { TableContext } from "../../../src/core/plan/formulas/table-context";
import { liveCondition } from "../../../src/core/plan/record/live-status";

/** An indicator whose score stands in D5; of the numbers that it misses those of `known` have a row in 基础数据. */
function live(missing: readonly string[], known: readonly string[]): string | null {
  const at = { row: 4, column: 3 };
  const indicator = { path: ["投入", "在职人员控制率"], score: { at }, scoreGroup: null, fullMark: null, reason: null };
  const context = {
    review: { table: { sheet: "计分表", indicators: [indicator] } },
    placement: { columns: {}, markColumn: null },
    places: {
      variable: (_: readonly string[], name: string) =>
        known.includes(name) ? f.cell({ row: 6 + known.indexOf(name), column: 2 }, { sheet: "基础数据" }) : null,
    },
  } as unknown as TableContext;
  const finding = { code: "input-missing", data: { missing } } as unknown as Finding;
  const condition = liveCondition(finding, { context, index: 0 });
  return condition && printFormula(condition);
}

describe("[P10] whether a missing number is still missing, as a formula", () => {
  test.each<[string, readonly string[], readonly string[], string | null]>([
    ["one that has a cell", ["在职人员数"], ["在职人员数"], "COUNT('基础数据'!C7)<1"],
    ["two that both have a cell", ["在职人员数", "编制数"], ["在职人员数", "编制数"], "COUNT('基础数据'!C7,'基础数据'!C8)<2"],
    ["two of which one has none: the cells can not tell", ["在职人员数", "编制数"], ["在职人员数"], null],
    ["two of which the other has none", ["在职人员数", "编制数"], ["编制数"], null],
    ["one that has no cell", ["编制数"], [], null],
  ])("%s", (_, missing, known, formula) => expect(live(missing, known)?.replace(/^=/, "") ?? null).toBe(formula)); // prettier-ignore
});
