import fc from "fast-check";
import { readPoints } from "../../../src/core/language/points";

const texts = (printed: string): readonly string[] => readPoints(printed).map(({ text }) => text);

describe("[M12] 评价要点", () => {
  test.each<[string, string, readonly string[]]>([
    ["circled, one a line", "评价要点：\n①资产保存是否完整；\n②资产配置是否合理；\n③资产处置是否规范。", ["资产保存是否完整", "资产配置是否合理", "资产处置是否规范"]],
    ["two in one line", "评价要点：\n①是否已制定资产管理制度；②制度是否合法、合规、完整；\n③制度是否得到有效执行。", ["是否已制定资产管理制度", "制度是否合法、合规、完整", "制度是否得到有效执行"]],
    ["an explanation after the last point", "评价要点：\n①是否按规定内容公开；\n②是否按规定时限公开。\n预决算信息是指与部门预算相关的信息。", ["是否按规定内容公开", "是否按规定时限公开"]],
    ["a number alone that is not the first", "评价要点：④", []],
    ["a sentence goes on after a comma", "①资产账务管理是否合规，是否帐实相符；②处置收入是否及时上缴。", ["资产账务管理是否合规，是否帐实相符", "处置收入是否及时上缴"]],
    ["bracketed figures", "考核内容:(1)程序合规;(2)手续齐全.", ["程序合规", "手续齐全"]],
    ["full-width brackets and Chinese figures", "评分要点：（一）程序合规；（二）手续齐全；", ["程序合规", "手续齐全"]],
    ["points and decimals", "1.增长不低于1.5倍；2.成本不超过2.5万元。", ["增长不低于1.5倍", "成本不超过2.5万元"]],
    ["pauses", "1、程序合规\n2、手续齐全", ["程序合规", "手续齐全"]],
    ["letters", "评价要点：a.程序合规；b.手续齐全", ["程序合规", "手续齐全"]],
    ["a break from Word within a point", "评价要点：\n①是否符合国家法律法规、国民经\n济和社会发展总体规划；\n②是否符合职责。", ["是否符合国家法律法规、国民经济和社会发展总体规划", "是否符合职责"]],
    ["a list within a point", "①制度健全：（1）有办法；（2）有细则；②执行有效。", ["制度健全：（1）有办法；（2）有细则", "执行有效"]],
    ["a single point under its heading", "评价要点：①是否公开。", ["是否公开"]],
    ["a single number without a heading is no list", "①是否公开。", []],
    ["a definition is no list", "在职人员控制率=（在职人员数/编制数）×100%。", []],
    ["a list in the middle of a text", "本年度开展了以下工作：①培训；②宣传。", []],
    ["a year is no number of a list", "2021.12前完成", []],
    ["words between heading and list", "评价要点：包括但不限于①培训；②宣传。", []],
    ["numbers that do not start at one", "②培训；③宣传。", []],
    ["a gap ends the list", "①培训；③宣传。", []],
    ["nothing", "", []],
  ])("%s", (_, printed, expected) => expect(texts(printed)).toEqual(expected)); // prettier-ignore

  it("positions are those of the printed text", () => {
    expect(readPoints("评价要点：①甲；②乙").map(({ position }) => position)).toEqual([5, 8]);
  });

  it("[property] a printed list reads back, whatever its marks", () => {
    const word = fc.stringMatching(/^[管理制度健全合规完整执行有效程序手续资产处置]{2,12}$/);
    const marks = [
      (n: number) => String.fromCharCode(0x245f + n),
      (n: number) => `（${n}）`,
      (n: number) => `(${n})`,
      (n: number) => `${n}.`,
      (n: number) => `${n}、`,
    ];
    const separator = fc.constantFrom("；", "；\n", "。\n", ";");
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 9 }), fc.constantFrom(...marks), separator, (words, mark, end) => {
        const printed = `评价要点：\n${words.map((one, i) => `${mark(i + 1)}${one}`).join(end)}`;
        expect(texts(printed)).toEqual(words);
      }),
    ); // prettier-ignore
  });

  it("[property] never throws and takes linear time", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => void readPoints(text)));
    expect(readPoints(`评价要点：${"①是否".repeat(20_000)}`)).toHaveLength(1);
  });
});
