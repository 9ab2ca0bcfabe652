import { readFileSync } from "node:fs";
import { pointsOf } from "../../../../src/core/language/standard/rule/points";
import { known, type Value } from "../../../../src/core/model/value";
import { ratio } from "../../../../src/core/model/exact";
import { compileRule, evaluateRule, explainRule } from "../../../../src/core/rules/score";
import { f } from "../../../../src/core/formula/build";
import { printFormula } from "../../../../src/core/formula/print";
import type { Rule } from "../../../../src/core/rules/rule";
import { DEFAULT_SETTINGS } from "../../../../src/core/rules/settings";
import { collection } from "./collection";
import { read } from "./support";

/** A closing gate, and a word of its condition that no sentence of the collection holds. */
const GATES: readonly (readonly [printed: string, word: string])[] = [
  ["如存在虚列套现，本项不得分。", "虚列套现"],
  ["发现骗取补贴的，该指标得0分。", "骗取补贴"],
  ["有篡改台账情形的，一票否决。", "篡改台账"],
  ["未经集体议决的，该项不得分。", "集体议决"],
  ["凡伪造票据的，该项指标记零分。", "伪造票据"],
  ["被巡察通报的，实行一票否决，本项得0分。", "巡察通报"],
  ["存在虚列套现的，本指标得分为0。", "虚列套现"],
  ["若骗取补贴，则扣除本项全部分值。", "骗取补贴"],
];

const bare = (text: string): string => text.replace(/[。；;，,.\s]*$/, "");
const nextNumber = (text: string): string | null => {
  const last = [...text.matchAll(/[①-⑧]/g)].at(-1)?.[0];
  return last === undefined ? null : String.fromCharCode(last.charCodeAt(0) + 1);
};

const JOINS: readonly (readonly [where: string, join: (text: string, gate: string) => string | null])[] = [
  ["behind a full stop", (text, gate) => `${bare(text)}。${gate}`],
  ["behind a semicolon", (text, gate) => `${bare(text)}；${gate}`],
  ["behind a comma", (text, gate) => `${bare(text)}，${gate}`],
  ["in front", (text, gate) => `${gate}${text}`],
  ["on a new line", (text, gate) => `${bare(text)}\n${gate}`],
  ["as a numbered item", (text, gate) => {
    const number = nextNumber(text);
    return number === null ? null : `${bare(text)}；${number}${gate}`;
  }],
]; // prettier-ignore

const closing = (rule: Rule, word: string) => rule.gates.find(({ input }) => input.name.includes(word));

/** With the gate's answer the score is 0 at every point; without it, it is as before. */
function expectClosed(rule: Rule, before: Rule, name: string): void {
  const faults = pointsOf(before)
    .slice(0, 25)
    .flatMap((point) => {
      const scored = (gate: number) =>
        evaluateRule(rule, new Map([...point, [name, known(ratio(gate))]]), DEFAULT_SETTINGS).value;
      const applies = before.applicability ? point.get(before.applicability.input.name) : undefined;
      const away = applies?.state === "known" && applies.number.equals(0);
      const shut = away || isSame(scored(0), known(ratio(0))) ? [] : [{ point, shut: scored(0) }];
      const open = isSame(scored(1), evaluateRule(before, point, DEFAULT_SETTINGS).value)
        ? []
        : [{ point, open: scored(1) }];
      return [...shut, ...open];
    });
  expect(faults).toEqual([]);
}

/** Asked some hundred thousand times, where expect itself would take most of the time. */
const isSame = (a: Value, b: Value): boolean =>
  a.state === "known" && b.state === "known" ? a.number.equals(b.number) : JSON.stringify(a) === JSON.stringify(b);

describe("[L22] a closing gate is read with every form, or refused; it is never lost", () => {
  const sentences = collection().flatMap(({ full, text, name }) => {
    const before = read(text, full, name);
    return before.ok ? [{ full, text, name, before: before.rule }] : [];
  });

  it("the collection reads", () => expect(sentences.length).toBeGreaterThan(500));

  describe.each(JOINS)("%s", (_where, join) => {
    it.each(GATES)("%s", (printed, word) => {
      let gated = 0;
      let asked = 0;
      // each sentence meets every join with one gate, a numbered one with two
      const turn = GATES.findIndex(([own]) => own === printed);
      for (const [i, { full, text, name, before }] of sentences.entries()) {
        if (i % GATES.length !== turn && !(i % 4 === turn % 4 && /[①-⑧]/.test(text))) continue;
        const joined = join(text, printed);
        if (joined === null) continue;
        asked++;
        const reading = read(joined, full, name);
        if (!reading.ok) {
          expect(reading.reason.zh).not.toBe("");
          continue;
        }
        const gate = closing(reading.rule, word);
        if (!gate) throw new Error(`the gate is lost: ${full}分 ${joined}`);
        expectClosed(reading.rule, before, gate.input.name);
        gated++;
      }
      // refusing everything is no reading: 17 of 20 must carry the gate (该项 behind a comma may mean the last part)
      expect(gated / asked).toBeGreaterThan(0.85);
    });
  });

  it("[S9] formula and explanation carry every gate", () => {
    const reading = read("①有制度得2分；②执行有效得3分。存在截留的，本项不得分；未公开的，本项不得分。", "5");
    if (!reading.ok) throw new Error(reading.reason.zh);
    const formula = printFormula(compileRule(reading.rule, ({ name }) => f.name(name), DEFAULT_SETTINGS));
    const words = explainRule(reading.rule, DEFAULT_SETTINGS).map(({ zh }) => zh).join("\n"); // prettier-ignore
    expect(reading.rule.gates.map(({ input }) => input.name)).toEqual(["没有“存在截留”的情形", "公开"]);
    for (const { input } of reading.rule.gates) {
      expect(formula).toContain(input.name);
      expect(words).toContain(`前提：${input.name}`);
    }
  });
});

describe("[L22] a zero that may mean a part or the whole refuses the text", () => {
  it.each([
    ["4", "①目标明确得2分；②指标可量化得2分。材料不全的不得分。", "材料不全"],
    ["5", "①有制度得2分；②执行有效得3分。台账遗失的不得分。", "台账遗失"],
  ])("%s分 %s", (full, text, words) => {
    const reading = read(text, full);
    expect(reading.ok).toBe(false);
    expect(!reading.ok && reading.reason.zh).toContain(words);
    expect(!reading.ok && text.slice(reading.reason.position).startsWith(words)).toBe(true);
  });
});

describe("[L1] [L22] a cell wrapped by hand keeps its rule, a gate on a line of its own is read", () => {
  it.each([
    ["5", "单位成本≤30万元得5分；\n30万元<成本≤35万元得3分；\n>35万元\n不得分", []],
    ["5", "①有制度得2分；②有记录得3分\n如存在截\n留的，本项不得分", ["没有“存在截留”的情形"]],
    ["4", "本项得分等于分值乘以资料归档率\n被巡察通报的，实行一票否决，本项得0分。", ["没有“被巡察通报”的情形"]],
  ])("%s分 %s", (full, text, gates) => {
    const reading = read(text, full);
    expect(reading.ok && reading.rule.gates.map(({ input }) => input.name)).toEqual(gates);
    expect(reading.ok && reading.rule.ambiguities.map(({ about }) => about)).not.toContain("bandGap");
  });
});

describe("[L22] the other side of a score is no gate", () => {
  it.each([
    ["2", "及时公开得2分，未公开的该项不得分"],
    ["5", "按规定公开得5分，未公开或公开不及时的，本项不得分"],
    ["4", "①有制度得2分，否则该项不得分；②执行有效得2分，不符合的不得分"],
  ])("%s分 %s", (full, text) => {
    const reading = read(text, full);
    expect(reading.ok && reading.rule.gates).toEqual([]);
  });
});

describe("[L22] the shared standards", () => {
  const shared = JSON.parse(readFileSync(`${__dirname}/../../rules/standards.json`, "utf8")) as {
    readonly full: number;
    readonly text: string;
  }[];
  it.each(shared.map(({ full, text }) => [full, text] as const))("%s分 %s", (full, text) =>
    expect(read(text, String(full)).ok).toBe(true),
  );
});
