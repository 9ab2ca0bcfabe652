import { read } from "./support";
import { REFUSED } from "./refused";
import type { StandardProblem } from "../../../../src/core/rules/rule";

const refusalOf = (text: string, full: string): StandardProblem => {
  const reading = read(text, full);
  if (reading.ok) throw new Error(`${text} is read`);
  return reading.reason;
};

const CHINESE = /[\u4e00-\u9fa5]/;

describe("[L50] a refusal is data: its kind, its phase, its sentence, and what would help", () => {
  it.each([
    ["5", "根据完成情况酌情给0-5分", "judgement", "clauses"],
    ["5", "公开及时得2分，公开内容完整得2分", "marks", "scopes"],
    ["4", "①目标明确得2分；②指标可量化得2分。材料不全的不得分。", "scope", "scopes"],
    ["5", "每低于标准1个百分点扣0.5分，扣完为止", "elsewhere", "conditions"],
    ["10", "预算执行率≥90%的，得满分；60%-90%的，按比例得分；<60%的，不得分", "two-readings", "scopes"],
    ["5", "≤100%得5分，每超过1万元扣1分", "condition", "conditions"],
    ["5", "执行率≥95%得5分，每低于扣1分", "effect", "clauses"],
    ["10", "优秀得8-9分，良好得7-8分", "marks", "scopes"],
  ])("%s %s: %s", (full, text, code, phase) => {
    expect(refusalOf(text, full)).toMatchObject({ code, phase });
  });

  it("the span is the sentence, in places of the typed text", () => {
    const text = "①制度健全得2分；②完成 情况酌情给分；③公开得1分";
    const { span, position } = refusalOf(text, "5");
    expect(text.slice(span.at, span.end)).toBe("②完成 情况酌情给分");
    expect(text.slice(position)).toMatch(/^酌情/);
  });

  it("every refusal of the collection says in both languages what would help, English without Chinese of its own", () => {
    for (const line of REFUSED.split("\n").filter((one) => one !== "")) {
      const [full = "", text = ""] = line.split(" | ");
      const { wants, span, position } = refusalOf(text, full);
      expect([text, wants.zh === "", wants.en === ""]).toEqual([text, false, false]);
      expect([text, CHINESE.test(wants.zh)]).toEqual([text, true]);
      expect([text, span.at <= position && position <= Math.max(span.end, position)]).toEqual([text, true]);
      expect([text, span.end <= text.length]).toEqual([text, true]);
    }
  });
});
