import type { Finding } from "../../findings/finding";
import { baseValue, compareSum } from "../relations/rounding";
import type { Statement } from "../types";
import { NO_SUBJECT, ONE_OF_MANY, STATES } from "../words/conflicts";
import { ANY_BASE, ANY_PART } from "../words/rates";
import type { ReportReading } from "../read-report";
import { printedStatement, saidAt, textFinding } from "./context";

/** A name as short as 资金 is that of many amounts. */
const SHORTEST_NAME = 4;

/**
 * One figure with two values: the same full name as the subject of two sentences, in the same year and state (年初, 预算,
 * 支出…), said exactly twice. What a list takes apart belongs to its whole, what several projects have is each one's own.
 */
export function valueConflicts(reading: ReportReading): readonly Finding[] {
  const inLists = new Set(reading.relations.flatMap((relation) => (relation.is === "parts" ? relation.parts : [])));
  const byName = new Map<string, Statement[]>();
  for (const one of reading.statements) {
    if (inLists.has(one) || !isSubject(reading, one)) continue;
    const key = keyOf(reading, one);
    byName.set(key, [...(byName.get(key) ?? []).slice(0, 2), one]);
  }
  return [...byName.values()].flatMap(([first, second, third]) => {
    if (!first || !second || third || first.sentence === second.sentence || isSame(first, second)) return [];
    const said = saidAt(reading, { from: second.labelFrom, to: second.to });
    const values = { first: printedStatement(reading, first), second: printedStatement(reading, second) };
    return [textFinding("report-value-conflict", { ...said, name: second.label, ...values }, said.quote)];
  });
}

/** The first amount of its sentence, with a name of its own. */
function isSubject({ prose }: ReportReading, { label, labelFrom, sentence, role, depth, measure }: Statement): boolean {
  const isNamed = label.length >= SHORTEST_NAME && !ANY_BASE.test(label) && !ANY_PART.test(label);
  if (!isNamed || role !== "stated" || depth > 0 || measure.name === "分") return false;
  const start = prose.sentences[sentence]?.from ?? 0;
  return NO_SUBJECT.test(prose.text.slice(start, labelFrom)) && !ONE_OF_MANY.test(contextOf(prose, sentence) + label);
}

/** The headings above a sentence. */
function contextOf({ sentences, text }: ReportReading["prose"], sentence: number): string {
  const under = sentences[sentence]?.under ?? null;
  const heading = under === null ? undefined : sentences[under];
  return heading ? text.slice(heading.from, heading.to) : "";
}

function keyOf({ prose }: ReportReading, { label, year, phase, qualifiers, measure, sentence }: Statement): string {
  const { from, to } = prose.sentences[sentence] ?? { from: 0, to: 0 };
  const states = [...new Set([...(contextOf(prose, sentence) + prose.text.slice(from, to)).matchAll(STATES)].map(([word]) => word))];
  return [label, year, phase, measure.dimension, ...qualifiers, "", ...states.sort()].join("|");
} // prettier-ignore

const isSame = (a: Statement, b: Statement): boolean => baseValue(a).equals(baseValue(b)) || compareSum(a, [b]) === 0;
