import fc from "fast-check";
import { f } from "../../../src/core/formula/build";
import { createCalculation, snapshotSource } from "../../../src/core/formula/calculate";
import { printFormula } from "../../../src/core/formula/print";
import { parseA1 } from "../../../src/core/workbook/address";
import { ratio } from "../../../src/core/model/exact";
import type { CellScalar, CellSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import {
  conclusionFormula,
  faultFormula,
  UNSAID,
  type ConclusionCells,
} from "../../../src/core/plan/formulas/conclusion";
import { saysNothing } from "../../../src/core/plan/formulas/reason-node";
import { emptySheet, usedRange } from "../../support/apply-plan";

const at = (address: string) => f.cell(parseA1(address) ?? { row: 0, column: 0 });

/** B 核对依据, C score, D full mark, E 核对原因 of the words in I, F recomputed, G and H the inputs 在职人员数 and 编制数. */
interface Row {
  readonly basis?: CellScalar;
  readonly score?: CellScalar;
  readonly full?: CellScalar;
  readonly reason?: CellScalar;
  readonly recomputed?: CellScalar;
  readonly inputs?: readonly [CellScalar, CellScalar];
}

const UNSAID_FORMULA = printFormula(f.when(saysNothing(at("I1")), f.text(UNSAID), f.blank));

function evaluate(
  formula: string,
  { basis = "", score = null, full = 5, reason = null, recomputed = null, inputs = [1, 1] }: Row,
): CellScalar {
  const values: CellScalar[] = [null, basis, score, full, null, recomputed, ...inputs, reason];
  const cells = values.flatMap((value, column): CellSnapshot[] => (value === null ? [] : [{ row: 0, column, value }]));
  cells.push({ row: 0, column: 4, value: null, formula: UNSAID_FORMULA });
  const sheet = { ...emptySheet("表"), cells, used: usedRange(cells) };
  const book: WorkbookSnapshot = {
    sheets: [sheet],
    names: [],
    calculation: "automatic",
    date1904: false,
    structureProtected: false,
  };
  const result = createCalculation(snapshotSource(book)).evaluate(formula, { sheet: "表", row: 0, column: 20 });
  return result.kind === "value" ? result.value : null;
}

const cells: ConclusionCells = {
  ours: [],
  basis: [at("B1")],
  score: at("C1"),
  fullMark: at("D1"),
  bounds: { mayBeNegative: false, isExtra: false },
  unsaid: at("E1"),
  recomputed: at("F1"),
  inputs: [
    { label: "在职人员数", at: at("G1") },
    { label: "编制数", at: at("H1") },
  ],
  target: null,
  settings: { tolerance: ratio(1, 200), roundingMode: "halfUp" },
};

const JUDGED = printFormula(conclusionFormula(cells));
const UNJUDGED = printFormula(conclusionFormula({ ...cells, recomputed: null }));
const UNSCORED = printFormula(conclusionFormula({ ...cells, score: null }));

describe("核验结论 where a rule judges", () => {
  const CASES: readonly (readonly [words: string, row: Row])[] = [
    ["行已变动，请重新核验", { basis: "行已变动，请重新核验", score: 5, recomputed: 5 }],
    ["未评分", {}],
    ["未评分", { score: "" }],
    ["得分不是数值", { score: "5分" }],
    ["负分", { score: -1 }],
    ["高于满分", { score: 5.01, recomputed: 5 }],
    ["无误", { score: 5, recomputed: 5 }],
    ["无误", { score: 4.99, recomputed: 4.985, reason: "四舍五入" }],
    ["无误", { score: 0.3, full: 0.3, recomputed: 0.1 + 0.2 }],
    ["无误", { score: 4, recomputed: 4, reason: "追加预算未执行完" }],
    ["与复算不符", { score: 5, recomputed: 4 }],
    ["与复算不符", { score: 4, recomputed: 5, reason: "追加预算未执行完" }],
    ["扣分缺原因；与复算一致", { score: 4, recomputed: 4 }],
    ["扣分缺原因；与复算不符", { score: 4, recomputed: 5 }],
    ["扣分缺原因；与复算一致", { score: 4, recomputed: 4, reason: "无" }],
    ["扣分缺原因；与复算一致", { score: 4, recomputed: 4, reason: 0 }],
    ["扣分缺原因；与复算一致", { score: 4, recomputed: 4, reason: " …… " }],
    ["扣分缺原因；与复算一致", { score: 4, recomputed: 4, reason: "同上" }],
    ["舍入后与复算一致", { score: 4, recomputed: 4.44, reason: "追加预算未执行完" }],
    ["舍入后与复算一致", { score: 4.4, recomputed: 4.44, reason: "追加预算未执行完" }],
    ["与复算不符", { score: 5, recomputed: 4.5 }],
    ["缺数据：编制数", { score: 5, recomputed: "", inputs: [69, null] }],
    ["缺数据：在职人员数、编制数", { score: 5, recomputed: "", inputs: [null, "77人"] }],
    ["扣分缺原因；缺数据：在职人员数", { score: 4, recomputed: "", inputs: [null, 77] }],
    ["未复算", { score: 5, recomputed: "" }],
    ["不适用", { score: 5, recomputed: "不适用" }],
  ];
  it.each(CASES)("[P5] %s: %j", (words, row) => {
    expect(evaluate(JUDGED, row)).toBe(words);
  });
});

describe("核验结论 where no rule judges", () => {
  const CASES: readonly (readonly [words: string, row: Row])[] = [
    ["未评分", {}],
    ["高于满分", { score: 6 }],
    ["未复算", { score: 5 }],
    ["未复算", { score: 4, reason: "追加预算未执行完" }],
    ["扣分缺原因；未复算", { score: 4 }],
    ["缺数据：在职人员数", { score: 5, inputs: [null, 77] }],
  ];
  it.each(CASES)("[P5] %s: %j", (words, row) => {
    expect(evaluate(UNJUDGED, row)).toBe(words);
  });

  it("[P5] a table without a score column says whether it was recomputed", () => {
    expect(evaluate(UNSCORED, { recomputed: 5 })).toBe("已复算");
    expect(evaluate(UNSCORED, { recomputed: "" })).toBe("未复算");
  });
});

describe("无误", () => {
  const scalar = fc.oneof(
    fc.constant(null),
    fc.constantFrom("", "无", "不适用", "说明清楚"),
    fc.integer({ min: -1, max: 7 }),
  );

  it("[P5] is never said unless typed and recomputed scores agree within the full mark and a deduction has its reason", () => {
    fc.assert(
      fc.property(scalar, scalar, scalar, fc.integer({ min: 0, max: 6 }), (score, recomputed, reason, full) => {
        if (evaluate(JUDGED, { score, recomputed, reason, full }) !== "无误") return;
        expect(score).toBe(recomputed);
        expect(typeof score === "number" && score >= 0 && score <= full).toBe(true);
        if (score !== full) expect(String(reason).length).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
  });

  it("[P5] is never said where no rule judges", () => {
    fc.assert(
      fc.property(scalar, scalar, (score, reason) => {
        expect(evaluate(UNJUDGED, { score, reason })).not.toContain("无误");
      }),
      { numRuns: 100 },
    );
  });
});

describe("the conditional format", () => {
  const marks = (words: string): CellScalar => evaluate(printFormula(faultFormula(f.text(words))), {});
  it.each(["未评分", "负分", "高于满分", "与复算不符", "扣分缺原因；未复算", "行已变动，请重新核验"])(
    "[P7] marks %s",
    (words) => {
      expect(marks(words)).toBe(true);
    },
  );
  it.each(["", "无误", "未复算", "缺数据：编制数", "已复算", "不适用"])("[P7] leaves “%s” unmarked", (words) => {
    expect(marks(words)).toBe(false);
  });
});
