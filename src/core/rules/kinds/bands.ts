import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import type { Exact } from "../../model/exact";
import { known, notVerifiable } from "../../model/value";
import type { Bands } from "../clause";
import { withNumbers } from "../inputs";
import { scoresRange } from "../range";
import type { ClauseFault, RuleKind, ScoreOutcome } from "../rule";
import { marksText, valueText } from "../wording";
import { compareNode, coversAll, gapsBetween, highNode, holds, isEmpty, lowNode, openEnds, overlapsOf, spanText, type Span } from "./spans"; // prettier-ignore

type Band = Bands["bands"][number];

/**
 * ≥90% 5分；80%（含）-90% 4分: the first printed band that holds the value gives the score (SPEC S11). A value that no band
 * holds has no score, and the gap is named; overlaps and gaps are faults of the standard.
 */
export const bands: RuleKind<Bands> = {
  inputs: (clause) => [clause.subject],
  check,
  range: ({ bands, otherwise }) => {
    const scores = [...bands.map((band) => band.score), ...(otherwise ? [otherwise] : [])];
    return scoresRange(scores);
  },
  applies: (clause, answers) => {
    const answer = answers.get(clause.subject.name);
    return clause.otherwise !== null || (answer?.state === "known" && bandOf(clause, answer.number) !== null);
  },
  continuous: () => false,
  scores: ({ bands, otherwise }) => [...bands.map(({ score }) => score), ...(otherwise ? [otherwise] : [])],
  decides: (clause) => clause.otherwise !== null || coversAll(clause.bands),

  evaluate: (clause, answers) =>
    withNumbers([clause.subject], answers, (of) => {
      const x = of(clause.subject);
      const value = `${clause.subject.name} ${valueText(clause.subject, x)}`;
      const band = bandOf(clause, x);
      const score = band?.score ?? clause.otherwise;
      if (score === null) return inGap(clause, value);
      const result = marksText(score);
      const place = band ? spanText(clause.subject, band) : null;
      return {
        value: known(score),
        steps: [
          {
            zh: `${value}，属于“${place ?? "其余"}”：${result.zh}`,
            en: `${value} falls under "${place ?? "otherwise"}": ${result.en}`,
          },
        ],
      };
    }),

  compile(clause, ref, _settings, otherwise) {
    const x = ref(clause.subject);
    const rest = clause.otherwise ? f.number(clause.otherwise) : (otherwise ?? f.blank);
    const printed = clause.bands.map((band) => ({ ...band, node: f.number(band.score) }));
    const below = gapsBetween(clause.bands).find((gap) => gap.low === null && gap.high !== null);
    const orders = [testsOf(x, printed)];
    if (below && rest.node !== "call") orders.push(testsOf(x, [{ ...below, node: rest }, ...printed]));
    const shortest = orders.reduce((best, tests) => (countTests(tests) < countTests(best) ? tests : best));
    return shortest.reduceRight<FormulaNode>((next, { conditions, node }) => whenAll(conditions, node, next), rest);
  },

  explain(clause) {
    const listed = clause.bands.map((band) => ({ span: spanText(clause.subject, band), marks: marksText(band.score) }));
    const rest = clause.otherwise && marksText(clause.otherwise);
    return {
      zh: [...listed.map(({ span, marks }) => `${span}计${marks.zh}`), ...(rest ? [`其余计${rest.zh}`] : [])].join(
        "；",
      ),
      en: [...listed.map(({ span, marks }) => `${span}: ${marks.en}`), ...(rest ? [`otherwise ${rest.en}`] : [])].join(
        "; ",
      ),
    };
  },
};

const bandOf = (clause: Bands, x: Exact): Band | null => clause.bands.find((band) => holds(band, x)) ?? null;

function inGap(clause: Bands, value: string): ScoreOutcome {
  return {
    value: notVerifiable([`评分标准未规定的区间（${clause.subject.name}）`]),
    steps: [
      {
        zh: `${value}，评分标准没有规定这个区间的得分`,
        en: `${value}: the standard gives no score for this range`,
      },
    ],
  };
}

interface BandTest {
  readonly conditions: readonly FormulaNode[];
  readonly node: FormulaNode;
}

/** Only the tests that earlier bands leave open; none where a value that comes this far is surely within. */
function testsOf(x: FormulaNode, spans: readonly (Span & { readonly node: FormulaNode })[]): readonly BandTest[] {
  const kept = spans.filter((span) => !isEmpty(span));
  const open = openEnds(kept);
  return kept.map((span, i) => ({ conditions: conditionNodes(x, span, open[i] ?? BOTH), node: span.node }));
}

const BOTH = { low: true, high: true };

function conditionNodes(x: FormulaNode, { low, high }: Span, open: typeof BOTH): readonly FormulaNode[] {
  if (low && high && low.value.equals(high.value)) return [compareNode(f.equal, x, low.value)];
  return [...(low && open.low ? [lowNode(x, low)] : []), ...(high && open.high ? [highNode(x, high)] : [])];
}

const countTests = (tests: readonly BandTest[]): number =>
  tests.reduce((count, { conditions }) => count + conditions.length, 0);

function whenAll(conditions: readonly FormulaNode[], then: FormulaNode, otherwise: FormulaNode): FormulaNode {
  const [first, second] = conditions;
  if (!first) return then;
  return f.when(second ? f.call("AND", first, second) : first, then, otherwise);
}

function check(clause: Bands): readonly ClauseFault[] {
  const { subject, bands, otherwise } = clause;
  const faults: ClauseFault[] = [];
  if (bands.length === 0) faults.push({ severity: "error", zh: "没有任何分档", en: "there is no band" });
  for (const band of bands.filter(isEmpty))
    faults.push({
      severity: "error",
      zh: `“${spanText(subject, band)}”不含任何值`,
      en: `"${spanText(subject, band)}" holds no value`,
    });
  for (const { shared, first, second } of overlapsOf(bands)) {
    if (first.score.equals(second.score)) continue;
    const [a, b] = [marksText(first.score), marksText(second.score)];
    const where = spanText(subject, shared);
    faults.push({
      severity: "error",
      zh: `分档重叠：${where} 既计${a.zh}又计${b.zh}`,
      en: `bands overlap: ${where} gives both ${a.en} and ${b.en}`,
    });
  }
  if (otherwise === null)
    for (const gap of gapsBetween(bands)) {
      const where = spanText(subject, gap);
      faults.push({
        severity: gap.low && gap.high ? "error" : "warning",
        zh: `分档有缺口：${where} 没有规定得分`,
        en: `the bands leave a gap: ${where} has no score`,
      });
    }
  return faults;
}
