import { f } from "../../formula/build";
import { decisive, maxExact, ratio, ZERO } from "../../model/exact";
import { known } from "../../model/value";
import { minus, takeOff } from "../arithmetic";
import type { Events } from "../clause";
import { withNumbers } from "../inputs";
import type { ClauseFault, RuleKind } from "../rule";
import { marksText, numberText } from "../wording";

/** 每出现一例不符合要求的扣1分，扣完为止: a counted number of events, each with its marks (SPEC S15). */
export const events: RuleKind<Events> = {
  inputs: (clause) => [clause.count],
  check,
  range: ({ deduct, full, floor }) =>
    deduct.compare(ZERO) < 0 ? { low: full, high: null } : { low: floor, high: full },
  continuous: () => false,
  scores: ({ deduct, full, floor }) => [deduct, full, floor],
  decides: () => true,

  evaluate: (clause, answers) =>
    withNumbers([clause.count], answers, (of) => {
      const count = decisive(of(clause.count));
      const counted = maxExact(ZERO, count.sub(ratio(clause.free)));
      const score = maxExact(clause.floor, clause.full.sub(counted.mul(clause.deduct)));
      const sign = adds(clause) ? "＋" : "−";
      const sum = `${numberText(clause.full)} ${sign} ${numberText(counted)}×${numberText(clause.deduct.abs())}`;
      const free = clause.free > 0n ? `（${clause.free}次以内不计）` : "";
      const freeEn = clause.free > 0n ? ` (${clause.free} forgiven)` : "";
      const result = marksText(score);
      return {
        value: known(score),
        steps: [
          {
            zh: `${clause.count.name} ${numberText(count)}${free}：${sum} → ${result.zh}`,
            en: `${clause.count.name} ${numberText(count)}${freeEn}: ${sum} → ${result.en}`,
          },
        ],
      };
    }),

  compile(clause, ref) {
    const count = ref(clause.count);
    const counted = clause.free > 0n ? f.call("MAX", f.number(ZERO), minus(count, ratio(clause.free))) : count;
    const score = takeOff(clause.full, counted, clause.deduct);
    return adds(clause) ? score : f.call("MAX", f.number(clause.floor), score);
  },

  explain(clause) {
    const full = marksText(clause.full);
    const change = marksText(clause.deduct.abs());
    const floor = marksText(clause.floor);
    const [does, doesEn] = adds(clause) ? ["加", "plus"] : ["扣", "minus"];
    const end = adds(clause) ? { zh: "", en: "" } : { zh: `，最低${floor.zh}`, en: `, not below ${floor.en}` };
    return {
      zh: `${full.zh}起，${clause.count.name}每1${clause.count.unit ?? "次"}${does}${change.zh}${clause.free > 0n ? `（${clause.free}次以内不扣）` : ""}${end.zh}`,
      en: `from ${full.en}, ${doesEn} ${change.en} for each of ${clause.count.name}${clause.free > 0n ? ` beyond ${clause.free}` : ""}${end.en}`,
    };
  },
};

const adds = (clause: Events): boolean => clause.deduct.compare(ZERO) < 0;

function check({ count, deduct, full, floor, free }: Events): readonly ClauseFault[] {
  const faults: ClauseFault[] = [];
  if (count.type !== "count")
    faults.push({ severity: "error", zh: "次数必须是计数", en: "the number of events must be a count" });
  if (deduct.equals(ZERO))
    faults.push({ severity: "error", zh: "每次扣分不能为0", en: "the marks per event must not be 0" });
  if (floor.compare(full) > 0)
    faults.push({
      severity: "error",
      zh: `最低分${numberText(floor)}高于满分${numberText(full)}`,
      en: `the lowest score ${numberText(floor)} is above the full ${numberText(full)}`,
    });
  if (free < 0n)
    faults.push({ severity: "error", zh: "不计的次数不能为负", en: "the forgiven number must not be negative" });
  return faults;
}
