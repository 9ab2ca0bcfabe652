import { readFileSync } from "node:fs";
import { ruleTree } from "../../../../src/app/rule-tree";
import { pointsOf } from "../../../../src/core/language/standard/rule/points";
import { ZERO } from "../../../../src/core/model/exact";
import type { Rule } from "../../../../src/core/rules/rule";
import { evaluateRule, ruleInputs } from "../../../../src/core/rules/score";
import { DEFAULT_SETTINGS } from "../../../../src/core/rules/settings";
import { type Collected, collection } from "./collection";
import { exact, read } from "./support";

const STATED = readFileSync(`${__dirname}/statements.txt`, "utf8")
  .split("\n")
  .flatMap((line): Collected[] => {
    const [, full, name, text] = /^([\d.]+) \| (?:\{(.*?)\})?(.*)$/.exec(line) ?? [];
    return full !== undefined && text !== undefined ? [{ full, text, name }] : [];
  });

interface Read extends Collected {
  readonly rule: Rule;
}

/** Every text of this folder that reads, with its rule. */
const TEXTS: readonly Read[] = [...collection(), ...STATED].flatMap((one) => {
  const reading = read(one.text, one.full, one.name);
  return reading.ok ? [{ ...one, rule: reading.rule }] : [];
});

const treeOf = (text: string, { full, name }: Collected): string => {
  const reading = read(text, full, name);
  return reading.ok ? ruleTree(reading.rule) : `refused ${reading.reason.code} ${reading.reason.near}`;
};

const isListed = (text: string): boolean => /①|1\.|1、|\(1\)|（1）/.test(text);

/** Ways to print the same, each over every text that it changes. */
const SAME: readonly (readonly [string, (text: string, full: string) => string])[] = [
  ["计 for 得", (text) => text.replace(/(?<![所心不取获])得(?=\d+(?:\.\d+)?分)/g, "计")],
  ["评 for 得", (text) => text.replace(/得(?=\d+(?:\.\d+)?分)/g, "评")],
  ["则得 for 得", (text) => text.replace(/，得(?=\d|满)/g, "，则得")],
  ["扣除 for 扣", (text) => text.replace(/扣(?=\d+(?:\.\d+)?分)/g, "扣除")],
  ["减 for 扣", (text) => text.replace(/扣(?=\d+(?:\.\d+)?分)/g, "减")],
  ["得0分 for 不得分", (text) => text.replace(/(?<!本项|该项|指标)不得分/g, "得0分")],
  ["得全部分值 for 得满分", (text) => text.replace(/得满分/g, "得全部分值")],
  ["直至扣完 for 扣完为止", (text) => text.replace(/，扣完为止/g, "，直至扣完")],
  ["不低于 for ≥", (text) => text.replace(/(?<=[\u4e00-\u9fa5])≥(?=\d)/g, "不低于")],
  ["不足 for 低于", (text) => text.replace(/(?<![不未])低于(?=\d+(?:\.\d+)?%)/g, "不足")],
  ["no 的 before a score", (text) => text.replace(/的，(?=[得计扣不])/g, "，")],
  ["a full stop at the end, or none", (text) => (/[。；]$/.test(text) ? text.slice(0, -1) : `${text}。`)],
  ["full stops for semicolons", (text) => (isListed(text) ? text : text.replace(/；/g, "。"))],
  ["lines for sentences", (text) => text.replace(/；/g, "；\n")],
  ["a blank behind a comma", (text) => text.replace(/，/g, "， ")],
  ["full-width digits", (text) => text.replace(/[0-9%]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))],
  ["评分标准： in front", (text) => `评分标准：${text}`],
  ["the full mark in front", (text, full) => `本项满分${full}分。${text}`],
  ["evidence behind", (text) => text.replace(/[。；]?$/, "。评价依据：相关文件和台账。")],
  ["its source in brackets", (text) => text.replace(/[。；]?$/, "。（资料来源：财务系统）")],
];

describe("[L1] [L21] what is printed another way and means the same reads the same", () => {
  it("there are texts to try", () => {
    expect(TEXTS.length).toBeGreaterThan(800);
  });

  it.each(SAME)("%s", (_, printed) => {
    const differ = TEXTS.flatMap((one) => {
      const other = printed(one.text, one.full);
      const [before, after] = other === one.text ? ["", ""] : [ruleTree(one.rule), treeOf(other, one)];
      return before === after ? [] : [`${other}: ${after}, not ${before}`];
    });
    expect(differ).toEqual([]);
  });

  it("every change of print changes texts", () => {
    const changed = SAME.map(([title, printed]) => [
      title,
      TEXTS.filter((one) => printed(one.text, one.full) !== one.text).length > 10,
    ]);
    expect(changed.filter(([, enough]) => !enough)).toEqual([]);
  });
});

describe("[L9] the best that a rule gives is the mark, and nothing less than nothing", () => {
  it("at every generated point of every text, tiers aside, which a person scores within", () => {
    const wrong = TEXTS.filter(({ rule }) => rule.clauses.every(({ kind }) => kind !== "tiers")).filter(
      ({ rule, full }) => {
        const scores = pointsOf(rule).flatMap((point) => {
          const { value } = evaluateRule(rule, point, DEFAULT_SETTINGS);
          return value.state === "known" ? [value.number] : [];
        });
        const isBelow = scores.some((score) => score.compare(ZERO) < 0);
        const isAbove = scores.some((score) => score.compare(exact(full)) > 0);
        return isBelow || isAbove || !scores.some((score) => score.equals(exact(full)));
      },
    );
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

/** Where a further condition may be slipped in: behind the words of a condition, before its score. */
const BEFORE_A_SCORE = /(?<=[\u4e00-\u9fa5%）\d])的?(?=，?[得计](?:\d|满分))/g;

describe("[L2] a further condition is asked, or refuses the text", () => {
  it("且须经审计确认 before any score of any text: passed over in no more than 31 places, which may only fall", () => {
    const places = TEXTS.flatMap((one) =>
      [...one.text.matchAll(BEFORE_A_SCORE)].map(({ index }) => ({
        ...one,
        text: `${one.text.slice(0, index)}且须经审计确认${one.text.slice(index)}`,
      })),
    );
    const lost = places.filter(({ text, full, name }) => {
      const reading = read(text, full, name);
      return (
        reading.ok &&
        !ruleInputs(reading.rule).some((input) => [input.name, ...(input.options ?? [])].join().includes("审计确认"))
      );
    });
    expect(places.length).toBeGreaterThan(1200);
    expect(lost.length).toBeLessThanOrEqual(31);
  });
});
