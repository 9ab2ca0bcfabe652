import fc from "fast-check";
import { isPlaceholder } from "../../../src/core/language/reason";
import { f } from "../../../src/core/formula/build";
import { createCalculation, snapshotSource } from "../../../src/core/formula/calculate";
import { printFormula } from "../../../src/core/formula/print";
import type { CellScalar } from "../../../src/core/workbook/snapshot";
import { saysNothing } from "../../../src/core/plan/formulas/reason-node";
import { bookOf, sheetOf } from "../../support/grid";

const FORMULA = printFormula(saysNothing(f.cell({ row: 0, column: 0 })));

function says(reason: CellScalar): CellScalar {
  const book = bookOf([sheetOf("表", [[reason]])]);
  const result = createCalculation(snapshotSource(book)).evaluate(FORMULA, { sheet: "表", row: 5, column: 5 });
  return result.kind === "value" ? result.value : null;
}

describe("a reason's cell, as the live formula reads it", () => {
  test.each([null, "", "  ", 0, 2, "0", "无", "/", "-", "……", "...", "同上", " 不适用 ", "OK", "扣分原因"])(
    "[P19] %p explains nothing", (reason) => expect(says(reason)).toBe(true),
  ); // prettier-ignore

  test.each(["进度慢", "人手不足", "招标流程较长，扣2分", "2022年资金下达晚", "预算调减，同上年"])(
    "[P19] %p explains something", (reason) => expect(says(reason)).toBe(false),
  ); // prettier-ignore

  it("[P19] whatever it takes for nothing the check takes for a placeholder, too", () => {
    const pieces = ["无", "同上", "暂无", "扣", "2", "分", "。", "…", " ", "/", "不涉及", "自评", "%", "完成", "本项", "，", "疫情", "扣分原因"];
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...pieces), { maxLength: 4 }), (parts) => {
        const reason = parts.join("");
        return reason.trim() === "" || says(reason) !== true || isPlaceholder(reason) || reason.trim().length < 2;
      }),
      { numRuns: 2000 },
    );
  }); // prettier-ignore
});
