import {
  canonical, compact, hasPartedDigits, isBlankText, trimmed, unspaced, visible,
} from "../../../src/core/model/text"; // prettier-ignore
import { cpuMs } from "../../support/cpu-clock";

/** Characters that nobody sees, each of another kind, with the place that Unicode gives it. */
const INVISIBLE: readonly (readonly [name: string, sign: string])[] = [
  ["soft hyphen", "\u00ad"],
  ["combining grapheme joiner", "\u034f"],
  ["Arabic letter mark", "\u061c"],
  ["Hangul filler", "\u3164"],
  ["half-width Hangul filler", "\uffa0"],
  ["zero-width space", "\u200b"],
  ["zero-width joiner", "\u200d"],
  ["left-to-right mark", "\u200e"],
  ["right-to-left mark", "\u200f"],
  ["left-to-right embedding", "\u202a"],
  ["pop directional formatting", "\u202c"],
  ["word joiner", "\u2060"],
  ["invisible times", "\u2062"],
  ["first strong isolate", "\u2068"],
  ["Mongolian vowel separator", "\u180e"],
  ["variation selector 16", "\ufe0f"],
  ["byte order mark", "\ufeff"],
  ["interlinear annotation anchor", "\ufff9"],
  ["variation selector 17", "\udb40\udd00"],
  ["a control character", "\u0007"],
];

describe("what nobody sees", () => {
  test.each(INVISIBLE)("[D1] %s in front, inside and behind says nothing", (_, sign) => {
    const typed = `${sign}9${sign}5${sign}`;
    expect(compact(typed)).toBe("95");
    expect(visible(typed)).toBe("95");
    expect(unspaced(typed)).toBe("95");
    expect(trimmed(`${sign} ${typed}\n`)).toBe(`9${sign}5`);
    expect(isBlankText(` ${sign}\u3000`)).toBe(true);
    expect(hasPartedDigits(typed)).toBe(false);
  });

  test.each(INVISIBLE)("[D1] %s keeps every place as it was", (_, sign) => {
    expect(canonical(`甲${sign}乙`)).toHaveLength(2 + sign.length);
  });

  test.each(["A", "５", "年", "😀", "é", "±", "□", "\ufffd"])("[D1] %s is seen", (sign) => {
    expect(visible(sign)).toBe(sign);
    expect(isBlankText(sign)).toBe(false);
  });

  test("[L12] a long run of blanks costs no more than its length", () => {
    const started = cpuMs();
    expect(trimmed(`甲${" ".repeat(200_000)}乙`)).toHaveLength(200_002);
    expect(cpuMs() - started).toBeLessThan(500);
  });
});

describe("digits that stand apart", () => {
  test.each(["9 5", "9\n5", "9\r\n5", "９　５", "9\u00a05", "9\u20095", "9.\u20055", "9 .5", "1 234", "≥9 5%", "9\u200b \u200b5", "\u202e59"])(
    "[R40] %j may be more than one number",
    (text) => expect(hasPartedDigits(text)).toBe(true),
  ); // prettier-ignore

  test.each(["95", " 95 ", "95 %", "9 分", "第 3 项", "18 场、2 次", "2023 年 12 月", "\u200b9\u200b5", "9\u00ad5", ""])(
    "[R40] %j is one, or several with words between them",
    (text) => expect(hasPartedDigits(text)).toBe(false),
  ); // prettier-ignore
});
