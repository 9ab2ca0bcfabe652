import { wordsOf } from "../text/words-of";
import type { Finding } from "../../findings/finding";
import { decimalText, type Exact } from "../../model/exact";
import { statedTotalOf } from "../../model/stated-total";
import { nameOf } from "../../model/path";
import type { TableReview } from "../../review.types";
import type { CellPosition } from "../../workbook/address";
import { a1 } from "../../workbook/address";
import { topicOf } from "../claims/topics";
import { clauseStart } from "../text/clauses";
import type { Statement } from "../types";
import { GRADE, LEVEL_SCORE, OTHER_SCORE, OTHER_SCORING, TOTAL_SCORE } from "../words/scores";
import { cellFinding, saidAt, type CheckedReport, type ReportContext } from "./context";

/** Total, grade and the scores of levels and indicators as the text gives them, beside those of the table. */
export function scores(context: ReportContext): CheckedReport {
  const findings: Finding[] = [];
  const agreeing: Statement[] = [];
  const ofTables = scoresOf(context.tables);
  for (const one of context.statements) {
    if (one.measure.name !== "分" || one.depth > 0 || one.isAbout || isOtherYear(context, one)) continue;
    const stated = scoreStated(context, ofTables, one);
    if (!stated) continue;
    if (stated.values.some((value) => value.equals(one.value))) agreeing.push(one);
    else if (stated.finding) findings.push(stated.finding);
  }
  return { findings: [...findings, ...grades(context)], agreeing };
}

const isOtherYear = ({ tables }: ReportContext, { year }: Statement): boolean =>
  year !== null && tables.every(({ table }) => table.year !== null && table.year !== year);

interface StatedScore {
  /** All that the table may mean by it. */
  readonly values: readonly Exact[];
  readonly finding: Finding | null;
}

/** What the tables say that a text may repeat. */
interface ScoresOfTables {
  readonly totals: readonly Exact[];
  /** Of levels and indicators; none where several tables may be meant. */
  readonly named: readonly NamedScore[];
}

function scoresOf(tables: readonly TableReview[]): ScoresOfTables {
  const [reviewed] = tables;
  return { totals: tables.flatMap(totalsOf), named: reviewed && tables.length === 1 ? namedScores(reviewed) : [] };
}

function scoreStated(context: ReportContext, ofTables: ScoresOfTables, one: Statement): StatedScore | null {
  const { prose } = context;
  const words = wordsOf(prose, one);
  const sentenceFrom = prose.sentences[one.sentence]?.from ?? 0;
  const clause = prose.text.slice(clauseStart(prose.text, one.from, ";。\n", sentenceFrom), one.from);
  if (OTHER_SCORE.test(words) || OTHER_SCORING.test(clause)) return null;
  if (TOTAL_SCORE.test(one.label)) return totalStated(context, ofTables.totals, one);
  return LEVEL_SCORE.test(words) ? namedScore(context, ofTables.named, one, words) : null;
}

/** With several tables the total may be any of theirs; it contradicts only where there is one. */
function totalStated(context: ReportContext, values: readonly Exact[], one: Statement): StatedScore | null {
  const [reviewed] = context.tables;
  if (!reviewed || values.length === 0) return null;
  if (context.tables.length > 1) return { values, finding: null };
  const at = statedTotalOf(reviewed.table)?.cell.at ?? null;
  const [value] = values;
  return { values, finding: value ? mismatch(context, reviewed, one, { of: "total", name: null, value, at }) : null };
}

function totalsOf({ totals, funding, table }: TableReview): readonly Exact[] {
  const stated = totals.statedScore ?? totals.score;
  const heads = (table.headTotals ?? []).flatMap(({ score }) => score?.stated?.number ?? []);
  const withFunding = totals.score && funding?.score ? [totals.score.add(funding.score)] : [];
  const own = [stated, totals.score, totals.capped?.after ?? null].flatMap((value) => value ?? []);
  return [...own, ...heads, ...withFunding];
}

interface Stated {
  readonly of: "total" | "grade" | "level" | "score";
  readonly name: string | null;
  readonly value: Exact;
  readonly at: CellPosition | null;
}

/** The score of a level or an indicator, with the words by which a text names it. */
interface NamedScore extends Stated {
  readonly topic: string;
  readonly reviewed: TableReview;
}

/** 投入得18分, 预算执行率得9.5分: the name of one level or indicator right in front. */
function namedScore(
  context: ReportContext,
  scored: readonly NamedScore[],
  one: Statement,
  words: string,
): StatedScore | null {
  const said = words.replace(LEVEL_SCORE, "");
  const named = scored.filter(({ topic }) => said.endsWith(topic));
  const [first] = named;
  if (!first || named.some(({ topic }) => topic !== first.topic)) return null;
  const values = named.map(({ value }) => value);
  return { values, finding: mismatch(context, first.reviewed, one, first) };
}

function namedScores(reviewed: TableReview): readonly NamedScore[] {
  const named = (path: readonly string[]) => ({ reviewed, name: nameOf(path), topic: topicOf(nameOf(path)).name });
  const ofLevels = reviewed.levels.flatMap(({ path, at, scoreSum }) =>
    scoreSum ? [{ of: "level" as const, ...named(path), value: scoreSum, at }] : [],
  );
  const ofIndicators = reviewed.table.indicators.flatMap(({ path, score }) =>
    score?.stated ? [{ of: "score" as const, ...named(path), value: score.stated.number, at: score.at }] : [],
  );
  return [...ofLevels, ...ofIndicators];
}

function mismatch(context: ReportContext, reviewed: TableReview, one: Statement, { of, name, value, at }: Stated): Finding {
  const said = saidAt(context, { from: one.labelFrom, to: one.to });
  const cell = at && a1(at);
  const data = { ...said, of, name, inText: decimalText(one.value, one.decimals), inTable: decimalText(value, 4), cell };
  return cellFinding("report-score-mismatch", reviewed, at, data, { subject: said.quote });
} // prettier-ignore

/** The grade that the text gives, where the table's total has one. */
function grades(context: ReportContext): readonly Finding[] {
  const [reviewed] = context.tables;
  const grade = reviewed?.totals.grade;
  if (context.tables.length !== 1 || !reviewed || grade?.basis !== "self") return [];
  return [...context.prose.text.matchAll(GRADE)].flatMap((match) => {
    const said = saidAt(context, { from: match.index, to: match.index + match[0].length });
    if ((match[1] ?? "").startsWith(grade.value)) return [];
    const data = {
      ...said,
      of: "grade" as const,
      name: null,
      inText: match[1] ?? "",
      inTable: grade.value,
      cell: null,
    };
    return [cellFinding("report-score-mismatch", reviewed, null, data, { subject: said.quote })];
  });
}
