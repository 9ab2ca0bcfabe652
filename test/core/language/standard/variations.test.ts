import fc from "fast-check";
import { readStandard } from "../../../../src/core/language/standard/read";
import { exactText, type Exact } from "../../../../src/core/model/exact";
import type { Rule } from "../../../../src/core/rules/rule";
import { CHOICE_SENTENCES } from "./sentences-choices";
import { PRINTED_SENTENCES } from "./sentences-printed";
import { BAND_SENTENCES, PROPORTION_SENTENCES, STEP_SENTENCES } from "./sentences-rates";
import { exact, read, ruleOf, sentences, type Sentence } from "./support";
import { cpuMs } from "../../../support/cpu-clock";

const ALL: readonly Sentence[] = [
  PRINTED_SENTENCES,
  STEP_SENTENCES,
  BAND_SENTENCES,
  PROPORTION_SENTENCES,
  CHOICE_SENTENCES,
].flatMap(sentences);
const sentence = fc.constantFrom(...ALL);

/** A rule as text: two readings are the same rule where this is equal. */
const shown = (rule: Rule): string =>
  JSON.stringify(rule, (_, value: unknown) => {
    if (typeof value === "bigint") return String(value);
    return isExact(value) ? exactText(value) : value;
  });
const isExact = (value: unknown): value is Exact =>
  typeof value === "object" && value !== null && "s" in value && "n" in value && "d" in value;

const FULL_WIDTH: Readonly<Record<string, string>> = {
  "%": "％",
  "(": "（",
  ")": "）",
  ",": "，",
  ";": "；",
  "<": "＜",
  ">": "＞",
  "=": "＝",
  "≤": "≦",
  "≥": "≧",
  "-": "－",
  "~": "～",
};
const HALF_WIDTH: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(FULL_WIDTH).map(([half, full]) => [full, half]),
);

describe("[L1] typing does not change the rule", () => {
  it("full-width and half-width signs and digits are one", () => {
    fc.assert(
      fc.property(sentence, fc.infiniteStream(fc.boolean()), ({ text, full }, coin) => {
        const typed = Array.from(text, (unit) => {
          if (coin.next().value !== true) return unit;
          const digit = /\d/.test(unit) ? String.fromCharCode(unit.charCodeAt(0) + 0xfee0) : unit;
          return FULL_WIDTH[unit] ?? HALF_WIDTH[unit] ?? digit;
        }).join("");
        expect(shown(ruleOf(typed, full))).toBe(shown(ruleOf(text, full)));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    [
      "增\n 长2倍以上（含）得4分；1倍（含）-2倍得2分；1倍以\n 下不得分",
      "增长2倍以上（含）得4分；1倍（含）-2倍得2分；1倍以下不得分",
    ],
    ["≥90%得4分；80%-90%得2分；低于80%的不\n得分", "≥90%得4分；80%-90%得2分；低于80%的不得分"],
    [
      "制度健全得2分；执行有效得2分；未建立制度\n的，本项不得分",
      "制度健全得2分；执行有效得2分；未建立制度的，本项不得分",
    ],
    ["按规定公开得5分，\n未公开或公开\n不及时不得分", "按规定公开得5分，未公开或公开不及时不得分"],
    ["按规定公开得5分\n，未公开或公开\n不及时不得分", "按规定公开得5分，未公开或公开不及时不得分"],
    [
      "得5分：执行\n率≥90%；得3分：50%≤执行率<90%；得0分：执\n行率<50%",
      "得5分：执行率≥90%；得3分：50%≤执行率<90%；得0分：执行率<50%",
    ],
    [
      "得5分：执行率≥90%；得3分\n ：50%≤执行率<90%；得0分\n ：执行率<50%",
      "得5分：执行率≥90%；得3分：50%≤执行率<90%；得0分：执行率<50%",
    ],
    ["5分：制度健全；3分：制度基本健全；0分\n ：无制度", "5分：制度健全；3分：制度基本健全；0分：无制度"],
    [
      "出现事故的，每起扣1分\n，扣完为止；瞒报的，本项得0分\n。",
      "出现事故的，每起扣1分，扣完为止；瞒报的，本项得0分。",
    ],
  ])("a line wrapped by hand begins no sentence of its own: %j", (wrapped, whole) => {
    const full = whole.includes("5分") ? "5" : "4";
    expect(shown(ruleOf(wrapped, full))).toBe(shown(ruleOf(whole, full)));
  });

  it("spaces and line breaks inside a sentence mean nothing", () => {
    fc.assert(
      fc.property(sentence, fc.infiniteStream(fc.integer({ min: 0, max: 9 })), ({ text, full }, dice) => {
        // not beside a digit or a point: "1. 90%" and "1.90%" do differ
        const typed = Array.from(text, (unit, i) =>
          /[\d.a-eA-E、）)一二三四五六七八九]/.test(unit + (text[i + 1] ?? "")) || dice.next().value !== 0
            ? unit
            : `${unit}\n `,
        ).join("");
        expect(shown(ruleOf(typed, full))).toBe(shown(ruleOf(text, full)));
      }),
      { numRuns: 400 },
    );
  });

  const pairs: readonly (readonly [string, string, string])[] = [
    ["≥90%得5分，<90%不得分", "大于等于90%得5分，小于90%不得分", "5"],
    ["≥90%得5分，<90%不得分", "不低于90%的，计5分；低于90%的，计0分。", "5"],
    ["≥90%得5分，<90%不得分", "达到90%记满分，未达到90%不计分", "5"],
    ["≤100%得5分；每超过1%扣0.5分", "不高于100%得5分；每高出一个百分点减0.5分，扣完为止", "5"],
    ["80%（含）-90%得3分，90%（含）以上得5分，其余不得分", "80%（含80%）~90%得3分，90%及以上（含）得5分，其余0分", "5"],
    ["≥90%得5分；80%（含）-90%得3分；低于80%不得分", "低于80%不得分；80%（含）至90%得3分；≥90%得5分", "5"],
    ["每出现一次扣1分，扣完为止", "每出现1次扣一分，直至扣完", "5"],
    ["执行率×分值，满分为止", "执行率*分值，最高不超过满分", "5"],
  ];
  it.each(pairs)("%s = %s", (a, b, full) => {
    const plain = (text: string): string => {
      const rule = ruleOf(text, full);
      const clauses = rule.clauses.map((clause) =>
        clause.kind === "bands"
          ? { ...clause, bands: [...clause.bands].sort((x, y) => x.score.compare(y.score)) }
          : clause,
      );
      return shown({ ...rule, clauses });
    };
    expect(plain(a)).toBe(plain(b));
  });
});

describe("[L12] damaged text", () => {
  const damage = fc.tuple(
    sentence,
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom("delete", "double", "swap", "insert"),
        fc.constantFrom(...Array.from("得扣分%每超过低于（）、，。；-~1590一半含①≥<=*/为满")),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  );

  it("never crashes the reader", () => {
    fc.assert(
      fc.property(damage, ([{ text, full }, edits]) => {
        let damaged = text;
        for (const [place, edit, unit] of edits) {
          const at = place % (damaged.length || 1);
          const own = damaged.charAt(at);
          const put = { delete: "", double: own + own, swap: damaged.charAt(at + 1) + own, insert: unit + own }[edit];
          damaged = damaged.slice(0, at) + put + damaged.slice(at + (edit === "swap" ? 2 : 1));
        }
        const reading = read(damaged, full);
        expect(typeof reading.ok).toBe("boolean");
      }),
      { numRuns: 4000 },
    );
  });

  it("a changed number of a rate sentence changes the rule or is refused", () => {
    const rated = fc.constantFrom(
      ...[STEP_SENTENCES, BAND_SENTENCES]
        .flatMap(sentences)
        .filter(({ text }) => !/2021|12月|十|百分之|成|＝|\d、|\d\. |一、/.test(text)),
    );
    fc.assert(
      fc.property(rated, fc.nat(), fc.integer({ min: 1, max: 8 }), ({ text, full }, pick, add) => {
        const numbers = [...text.matchAll(/\d+(?:\.\d+)?/g)].filter(
          (match) => !/[(（][含不]*$/.test(text.slice(0, match.index)) && match[0] !== "0",
        );
        const chosen = numbers[pick % numbers.length];
        if (!chosen) return;
        const value = exact(chosen[0])
          .add(exact(String(add)))
          .toString();
        const changed = text.slice(0, chosen.index) + value + text.slice(chosen.index + chosen[0].length);
        const reading = read(changed, full);
        if (reading.ok) expect(shown(reading.rule)).not.toBe(shown(ruleOf(text, full)));
      }),
      { numRuns: 2000 },
    );
  });

  it("long and repetitive text takes time in proportion", () => {
    const start = cpuMs();
    for (const unit of ["每", "90%", "得", "（", "①", "不足", "以上", "得5分，", "-", "按", "≥90%得5分；"])
      read(unit.repeat(Math.floor(3900 / unit.length)), "5");
    expect(cpuMs() - start).toBeLessThan(3000);
  });

  it("reads thousands of sentences a second", () => {
    const fulls = ALL.map(({ full }) => exact(full));
    for (const [i, { text }] of ALL.entries()) readStandard(text, fulls[i] ?? exact("5"));
    const start = cpuMs();
    let count = 0;
    while (cpuMs() - start < 300) {
      for (const [i, { text }] of ALL.entries()) readStandard(text, fulls[i] ?? exact("5"));
      count += ALL.length;
    }
    // a slow, busy machine must still pass: the figure itself is printed by the benchmark
    expect(count / (cpuMs() - start)).toBeGreaterThan(0.5);
  });
});
