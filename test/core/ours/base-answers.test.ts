import { answerNumber, inputOptions, meantOption } from "../../../src/core/ours/base-answers";
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

/** What a person types or pastes where 是 or 否 is to be chosen: it answers nothing, and the option that is meant is offered. */
describe("[C46] what is no option, and the one that is surely meant", () => {
  it.each<[string, string | null]>([
    ["是\u3000", "是"],
    ["\u00a0是", "是"],
    ["否\u200b", "否"],
    ["是。", "是"],
    ["有", "是"],
    ["无", "否"],
    ["√", "是"],
    ["✓", "是"],
    ["×", "否"],
    ["✗", "否"],
    ["已完成", "是"],
    ["未完成", "否"],
    ["不适用", null],
    ["是否", null],
    ["基本完成", null],
  ])("%j: %s", (text, meant) => {
    expect(answered(text)).toBeNull();
    expect(meantOption(text, inputOptions(asked))).toBe(meant);
  });

  it("an option of a list differs from what was typed in blanks and case only", () => {
    expect(meantOption(" 较 好", ["好", "较好"])).toBe("较好");
    expect(meantOption("是", ["好", "较好"])).toBeNull();
  });
});
