import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { decisive, maxExact, minExact, ONE, sumExact, ZERO, type Exact } from "../../model/exact";
import { known } from "../../model/value";
import { times } from "../arithmetic";
import type { Checklist } from "../clause";
import { withNumbers } from "../inputs";
import type { ClauseFault, RuleKind } from "../rule";
import { marksText, numberText } from "../wording";

/** ①…1分；②…1分: an item met adds its mark, or an item missed takes it off (SPEC S14). */
export const checklist: RuleKind<Checklist> = {
  inputs: (clause) => clause.items.map((item) => item.input),
  check,
  range: (clause) => ({ low: ZERO, high: clause.mode === "award" ? awarded(clause) : clause.full }),
  continuous: () => false,
  scores: ({ items, full }) => [full, ...items.map(({ mark }) => mark)],
  decides: () => true,

  evaluate: (clause, answers) =>
    withNumbers(checklist.inputs(clause), answers, (of) => {
      const met = clause.items.filter((item) => decisive(of(item.input)).equals(ONE));
      const missed = clause.items.filter((item) => !met.includes(item));
      const counted = clause.mode === "award" ? met : missed;
      const marks = sumExact(counted.map((item) => item.mark));
      const score = clause.mode === "award" ? minExact(clause.full, marks) : maxExact(ZERO, clause.full.sub(marks));
      const result = marksText(score);
      const listed = counted.map((item) => numberText(item.mark)).join("＋") || "0";
      const sum = clause.mode === "award" ? listed : `${numberText(clause.full)} −（${listed}）`;
      const names = missed.map((item) => item.input.name).join("、") || "—";
      return {
        value: known(score),
        steps: [
          {
            zh: `${clause.items.length}项中符合${met.length}项，不符合：${names}：${sum} → ${result.zh}`,
            en: `${met.length} of ${clause.items.length} items met, not met: ${names}: ${sum} → ${result.en}`,
          },
        ],
      };
    }),

  compile(clause, ref) {
    if (clause.mode === "award") {
      const sum = total(clause.items.map(({ input, mark }) => times(ref(input), mark)));
      return awarded(clause).equals(sumOf(clause)) ? sum : f.call("MIN", f.number(clause.full), sum);
    }
    const missed = total(clause.items.map(({ input, mark }) => times(f.subtract(f.number(ONE), ref(input)), mark)));
    const score = f.subtract(f.number(clause.full), missed);
    return sumOf(clause).compare(clause.full) > 0 ? f.call("MAX", f.number(ZERO), score) : score;
  },

  explain(clause) {
    const items = clause.items.map(({ input, mark }) => ({ name: input.name, marks: marksText(mark) }));
    const full = marksText(clause.full);
    if (clause.mode === "award")
      return {
        zh: `符合一项计一项的分：${items.map(({ name, marks }) => `${name}${marks.zh}`).join("；")}，最高${full.zh}`,
        en: `each item met adds its marks: ${items.map(({ name, marks }) => `${name} ${marks.en}`).join("; ")}; at most ${full.en}`,
      };
    return {
      zh: `满分${full.zh}，缺一项扣一项的分：${items.map(({ name, marks }) => `${name}${marks.zh}`).join("；")}，扣完为止`,
      en: `full ${full.en}; each item missed takes off: ${items.map(({ name, marks }) => `${name} ${marks.en}`).join("; ")}; not below 0`,
    };
  },
};

const sumOf = (clause: Checklist): Exact => sumExact(clause.items.map((item) => item.mark));
const awarded = (clause: Checklist): Exact => minExact(clause.full, sumOf(clause));

const total = (nodes: readonly FormulaNode[]): FormulaNode =>
  nodes.length === 0 ? f.number(ZERO) : nodes.reduce((sum, node) => f.add(sum, node));

function check(clause: Checklist): readonly ClauseFault[] {
  const faults: ClauseFault[] = [];
  if (clause.items.length === 0) faults.push({ severity: "error", zh: "没有任何检查项", en: "there is no item" });
  if (clause.items.some((item) => item.mark.compare(ZERO) <= 0))
    faults.push({ severity: "error", zh: "检查项的分值必须大于0", en: "an item's mark must be greater than 0" });
  const sum = sumOf(clause);
  const differs = clause.mode === "award" ? !sum.equals(clause.full) : sum.compare(clause.full) > 0;
  if (clause.items.length > 0 && differs)
    faults.push({
      severity: "warning",
      zh: `各项分值合计${numberText(sum)}分，满分${numberText(clause.full)}分`,
      en: `the items' marks add up to ${numberText(sum)}, the full mark is ${numberText(clause.full)}`,
    });
  return faults;
}
