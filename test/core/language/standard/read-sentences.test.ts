import { ratio } from "../../../../src/core/model/exact";
import { CHOICE_SENTENCES, COMPOSED_SENTENCES, TIER_SENTENCES } from "./sentences-choices";
import { BLIND_SENTENCES } from "./sentences-blind";
import { FAMILY_SENTENCES } from "./sentences-families";
import { CHANGE_SENTENCES, EXCESS_SENTENCES, JOINT_SENTENCES, UNION_SENTENCES, WEIGHT_SENTENCES } from "./sentences-changes"; // prettier-ignore
import { CASE_SENTENCES, ELEMENT_SENTENCES, GAP_SENTENCES, PART_SENTENCES, QUOTIENT_SENTENCES, TARGET_SENTENCES } from "./sentences-composed"; // prettier-ignore
import { FIGURE_SENTENCES } from "./sentences-figures";
import { JUDGED_SENTENCES } from "./sentences-judged";
import { CUT_SENTENCES, END_SENTENCES, LEVEL_SENTENCES, START_SENTENCES } from "./sentences-levels";
import { PRINTED_SENTENCES } from "./sentences-printed";
import { PUBLIC_SENTENCES } from "./sentences-public";
import { RAISED_SENTENCES, REMARK_SENTENCES, TOP_SENTENCES } from "./sentences-raised";
import { WRITTEN_SENTENCES } from "./sentences-written";
import { BAND_SENTENCES, PROPORTION_SENTENCES, STEP_SENTENCES } from "./sentences-rates";
import { exact, kindsOf, ruleOf, sameNumber, scoreAt, sentences, type Sentence } from "./support";

/** “{预算执行率}得分…”: the indicator's name stands in braces before the text. */
const NAMED = /^\{(.*?)\}/;

function itReads({ full, kind, points, text }: Sentence): void {
  it(`${full}分 ${text}`, () => {
    const rule = ruleOf(text.replace(NAMED, ""), full, NAMED.exec(text)?.[1]);
    const kinds = kindsOf(rule);
    expect(kind.includes("+") ? kinds.join("+") : kinds[0]).toBe(kind);
    expect(points.map(([at]) => `${at}:${scoreAt(rule, at)}`)).toEqual(
      points.map(([at, score]) => `${at}:${sameNumber(score)}`),
    );
  });
}

describe("[L1] the shared collection reads with all its points", () => sentences(PRINTED_SENTENCES).forEach(itReads));
describe("[L7] step deductions", () => sentences(STEP_SENTENCES).forEach(itReads));
describe("[L6] bands", () => sentences(BAND_SENTENCES).forEach(itReads));
describe("[L10] proportions and formulas", () => sentences(PROPORTION_SENTENCES).forEach(itReads));
describe("[L8] points, levels, counts and targets", () => sentences(CHOICE_SENTENCES).forEach(itReads));
describe("[L2] ordinary sentences over one figure", () => sentences(FIGURE_SENTENCES).forEach(itReads));
describe("[L8] ordinary sentences that ask a person", () => sentences(JUDGED_SENTENCES).forEach(itReads));
describe("[L13] levels that lose marks once", () => sentences(LEVEL_SENTENCES).forEach(itReads));
describe("[L13] counts that end all at once", () => sentences(CUT_SENTENCES).forEach(itReads));
describe("[L7] starts in words", () => sentences(START_SENTENCES).forEach(itReads));
describe("[L6] grades, scores of others and bare numbers as conditions", () =>
  sentences(END_SENTENCES).forEach(itReads));
describe("[L9] parts that add up", () => sentences(COMPOSED_SENTENCES).forEach(itReads));

describe("[L16] falls, rises and excesses", () => sentences(`${CHANGE_SENTENCES}${EXCESS_SENTENCES}`).forEach(itReads));
describe("[L6] several ranges for one score", () => sentences(UNION_SENTENCES).forEach(itReads));
describe("[L19] a base and more for each step beyond it", () => sentences(RAISED_SENTENCES).forEach(itReads));
describe("[L6] 100 % at the top, whole numbers, the other side of one end", () =>
  sentences(TOP_SENTENCES).forEach(itReads));
describe("[L3] remarks, and one thing said twice", () => sentences(REMARK_SENTENCES).forEach(itReads));
describe("[L2] ordinary sentences, written down before they were read", () =>
  sentences(BLIND_SENTENCES).forEach(itReads));
describe("[L44] [L45] [L46] [L47] [L48] [L49] sentences of public standards, written down before they were read", () =>
  sentences(PUBLIC_SENTENCES).forEach(itReads));
describe("[L17] conditions on two figures", () => sentences(JOINT_SENTENCES).forEach(itReads));
describe("[L9] parts by their weights", () => sentences(WEIGHT_SENTENCES).forEach(itReads));

describe("[L27] [L28] families of real tables", () => sentences(FAMILY_SENTENCES).forEach(itReads));

describe("[L23] conditions on several figures, or on words and a figure", () =>
  sentences(CASE_SENTENCES).forEach(itReads));
describe("[L40] a formula over several named quantities", () => sentences(QUOTIENT_SENTENCES).forEach(itReads));
describe("[L41] the row's target with a cut, and a way for either side", () =>
  sentences(TARGET_SENTENCES).forEach(itReads));
describe("[L42] steps over last year's value", () => sentences(GAP_SENTENCES).forEach(itReads));
describe("[L43] parts with a shortfall or a zero of their own", () => sentences(PART_SENTENCES).forEach(itReads));
describe("[L26] elements that stand apart from their scores", () => sentences(ELEMENT_SENTENCES).forEach(itReads));

describe("[L52] [L53] [L54] [L55] [L56] sentences of public tables, written down before they were read", () =>
  sentences(WRITTEN_SENTENCES).forEach(itReads));

describe("[L11] tiers", () => {
  for (const { full, kind, points, text } of sentences(TIER_SENTENCES)) {
    it(`${full}分 ${text}`, () => {
      const [clause] = ruleOf(text, full).clauses;
      expect(kind).toBe("tiers");
      if (clause?.kind !== "tiers") throw new Error("not tiers");
      const percent = (share: typeof clause.mark): string => share.mul(ratio(100)).toFraction(false);
      const spans = clause.tiers.map(
        ({ name, low, high }) =>
          `${name}${low.closed ? "[" : "("}${percent(low.value)},${percent(high.value)}${high.closed ? "]" : ")"}`,
      );
      expect(spans).toEqual(points.map(([span]) => span));
      expect(clause.mark.equals(exact(full))).toBe(true);
    });
  }
});
