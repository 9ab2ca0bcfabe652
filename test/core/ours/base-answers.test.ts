import { answerNumber, inputOptions, meantOption } from "../../../src/core/ours/base-answers";
import type { BaseRow } from "../../../src/core/ours/base-sheet";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { answered as applied, scored } from "../scores/live";
import { pack, projectBook, reviewed } from "../scores/project-sheet";
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

/** 基础数据 as scored for one table, whose question on the total was answered yes. */
describe("[P9] the only row of a label, under the 用于 of another sheet", () => {
  const options = { pack: pack("project-platform") };
  const form = projectBook([
    { group: "数量指标", name: "培训人数", target: "≥200人", actual: 200, mark: 90, score: 90 },
  ]);
  const [table] = form.sheets;
  if (!table) throw new Error("no table");
  const label = "总分：是否存在截留、挤占、挪用、虚列支出等违规情形";
  const answeredYes = applied(scored(form, options), { [label]: "是" });
  const renamed = (book: WorkbookSnapshot, name: string): WorkbookSnapshot => ({
    ...book,
    sheets: book.sheets.map((one) => (one.name === table.name ? { ...one, name } : one)),
  });
  const answers = (book: WorkbookSnapshot): readonly (string | null)[] =>
    reviewed(book, options).tables.map(({ table: { sheet }, totalRules }) => {
      const [number] =
        totalRules?.caps.flatMap(({ when }) => (when.kind === "question" ? [when.answer.number] : [])) ?? [];
      return `${sheet}: ${number?.valueOf() ?? "not answered"}`;
    });
  const rowsOf = (book: WorkbookSnapshot): number =>
    scored(book, options).sheets.flatMap(({ cells }) => cells.filter(({ value }) => value === label)).length;

  it("answers the table it was asked for", () => expect(answers(answeredYes)).toEqual(["评分表: 1"]));

  it("and that table after its sheet was renamed", () =>
    expect(answers(renamed(answeredYes, "自评表"))).toEqual(["自评表: 1"]));

  it.each(["2023表", "评分表 (2)", "评分表："])("never a copy of it named %s, which is asked itself", (name) => {
    const both = { ...answeredYes, sheets: [...answeredYes.sheets, { ...table, name }] };
    expect(answers(both)).toEqual(["评分表: 1", `${name}: not answered`]);
    expect(rowsOf(both)).toBe(2);
  });
});
