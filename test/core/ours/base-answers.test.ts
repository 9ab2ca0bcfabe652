import { answerNumber } from "../../../src/core/ours/base-answers";
import type { BaseRow } from "../../../src/core/ours/base-sheet";
import type { RuleInput } from "../../../src/core/rules/rule-input";

const asked = { type: "yesNo", name: "按期完成" } as RuleInput;
const answered = (value: string): number | null => answerNumber({ value } as BaseRow, asked)?.valueOf() ?? null;

/** The sheet reads the same cells by TRIM, so that sheet and review agree. */
describe("[P9] an answer of 基础数据", () => {
  it.each<[string, number | null]>([
    ["是", 1],
    ["是 ", 1],
    ["  否  ", 0],
    ["是的", null],
    ["是\u3000", null],
    ["", null],
  ])("%j counts %s", (value, wanted) => expect(answered(value)).toBe(wanted));
});
