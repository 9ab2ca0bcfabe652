import { a1, columnName, rectA1, type CellPosition } from "../../core/workbook/address";
import { exactText, roundHalfUp, toDouble, type Exact } from "../../core/model/exact";
import type { FundingRow, ScoringTable, TableColumn, TotalRow } from "../../core/model/scoring-table";
import type {
  Examined,
  FundingReview,
  IndicatorReview,
  RateResult,
  ScoreResult,
  TableLedger,
  TableReview,
} from "../../core/review.types";
import type { SourcedDefinition, SourcedRule } from "../../core/rules/rule";
import { printExpression } from "../../core/language/definition/print";
import type { Language } from "../failure-words";
import { paramsJson } from "../rule-json";
import { openQuestions } from "../todo";
import { comparisonJson } from "./comparison-json";
import { cellsJson, examinedJson } from "./ledger-json";
import { answersJson, rowTexts } from "./row-json";

/** One table of the report of `check`: its columns, indicators, levels, funding block and totals. */
export function tableJson(reviewed: TableReview, ledger: TableLedger | undefined, lang: Language) {
  const { table, indicators, levels, funding, coverage, totals } = reviewed;
  return {
    sheet: table.sheet,
    range: rectA1(table.range),
    kind: table.kind,
    unit: table.unit,
    year: table.year,
    columns: columnsJson(table),
    indicators: indicators.map((one, i) => indicatorJson(one, ledger?.examined[i], lang)),
    levels: levels.map((level) => ({
      path: level.path,
      cell: a1(level.at),
      statedMark: double(level.statedMark),
      markSum: toDouble(level.markSum),
      scoreSum: double(level.scoreSum),
      recomputedSum: double(level.recomputedSum),
      verdict: level.verdict ?? null,
    })),
    funding: funding && fundingJson(funding, table),
    coverage: {
      marks: toDouble(coverage.marks),
      judged: toDouble(coverage.judged),
      notJudged: toDouble(coverage.notJudged),
      notVerifiable: toDouble(coverage.notVerifiable),
      notApplicable: toDouble(coverage.notApplicable),
      agreeing: toDouble(coverage.agreeing),
      differing: toDouble(coverage.differing),
      uncompared: toDouble(coverage.uncompared),
    },
    cells: ledger ? cellsJson(ledger.cells) : null,
    comparisons: (reviewed.comparisons ?? []).map((one) => comparisonJson(table.sheet, one)),
    totals: {
      rows: table.totalRows.map(totalRowJson),
      head: (table.headTotals ?? []).map(totalRowJson),
      fullMark: toDouble(totals.fullMark),
      score: double(totals.score),
      statedFullMark: double(totals.statedFullMark),
      statedScore: double(totals.statedScore),
      recomputed: double(totals.recomputed),
      capped: totals.capped && {
        before: toDouble(totals.capped.before),
        after: toDouble(totals.capped.after),
        clause: totals.capped.clause,
      },
      grade: totals.grade,
      verdict: reviewed.totalVerdict ?? null,
      unanswered: openQuestions(reviewed),
    },
  };
}

const totalRowJson = ({ row, label, fullMark, score }: TotalRow) => ({
  row: row + 1,
  label,
  fullMark: double(fullMark?.number ?? null),
  score: double(score?.stated?.number ?? null),
});

function fundingJson(funding: FundingReview, { funding: block }: ScoringTable) {
  const { initialBudget, budget, executed, fullMark, score } = funding;
  const rows = block ? [...(block.total ? [block.total] : []), ...block.parts] : [];
  return {
    initialBudget: double(initialBudget),
    budget: double(budget),
    executed: double(executed),
    rate: rateJson(funding.rate),
    fullMark: double(fullMark),
    score: double(score),
    recomputed: recomputedJson(funding.recomputed),
    state: funding.state,
    statedRate: double(funding.statedRate),
    columns: Object.fromEntries(Object.entries(block?.columns ?? {}).map(([role, column]) => [role, columnName(column)])),
    rows: rows.map(({ row, label, cells }) => ({ row: row + 1, label, ...statedNumbers(cells) })),
    tableTotal: block?.tableTotal
      ? { fullMark: toDouble(block.tableTotal.fullMark.number), score: double(block.tableTotal.score?.stated?.number ?? null) }
      : null,
  };
} // prettier-ignore

const statedNumbers = (cells: FundingRow["cells"]): Readonly<Record<string, number | null>> =>
  Object.fromEntries(Object.entries(cells).map(([role, cell]) => [role, double(cell.stated?.number ?? null)]));

function columnsJson(table: ScoringTable) {
  const first = (matches: (column: TableColumn) => boolean): string | null => {
    const column = table.columns.find(matches);
    return column ? columnName(column.column) : null;
  };
  const role = (name: TableColumn["role"]): string | null => first((column) => column.role === name);
  const level = (number: number): string | null => first((c) => c.role === "level" && c.level === number);
  return {
    level1: level(1),
    level2: level(2),
    level3: level(3),
    fullMark: markColumns(table),
    score: role("score"),
    standard: role("standard"),
    reason: role("reason"),
    sequence: role("sequence"),
    explanation: role("explanation"),
    description: role("description"),
    target: role("target"),
    targetOperator: role("targetOperator"),
    unit: role("unit"),
    actual: role("actual"),
    reviewScore: role("reviewScore"),
    evidence: role("evidence"),
    rate: role("rate"),
    deduction: role("deduction"),
    reviewOpinion: role("reviewOpinion"),
    remark: role("remark"),
  };
}

/** The 分值 columns, or the column of names that carry the marks. */
function markColumns(table: ScoringTable): string[] {
  const own = table.columns.filter((column) => column.role === "fullMark").map((column) => column.column);
  const carriers = table.indicators.flatMap((indicator) => (indicator.fullMark ? [indicator.fullMark.at.column] : []));
  const columns = own.length > 0 ? own : [...new Set(carriers)].sort((a, b) => a - b);
  return columns.map(columnName);
}

function indicatorJson(reviewed: IndicatorReview, examined: Examined | undefined, lang: Language) {
  const { indicator, rule, recomputed } = reviewed;
  return {
    path: indicator.path,
    row: indicator.row + 1,
    fullMark: double(indicator.fullMark?.number ?? null),
    score: double(indicator.score?.stated?.number ?? null),
    scoreGroup: indicator.scoreGroup,
    cells: { name: a1(indicator.nameAt), score: cell(indicator.score), reason: cell(indicator.reason) },
    rate: rateJson(reviewed.rate),
    recomputed: recomputedJson(recomputed),
    state: reviewed.state,
    rule: rule && ruleJson(rule),
    justification: reviewed.justification,
    verdict: reviewed.verdict ?? null,
    rateVerdict: reviewed.rateVerdict ?? null,
    definition: reviewed.definition && definitionJson(reviewed.definition),
    sequence: indicator.sequence,
    statedRate: double(indicator.rateCell?.stated?.number ?? null),
    deduction: double(indicator.deduction?.stated?.number ?? null),
    reviewScore: double(indicator.reviewScore?.stated?.number ?? null),
    examined: examined ? examinedJson(examined, lang) : null,
    texts: rowTexts(indicator),
    answers: answersJson(reviewed.answers),
  };
}

const cell = (of: { readonly at: CellPosition } | null): string | null => (of ? a1(of.at) : null);

function rateJson(rate: RateResult) {
  return {
    status: rate.status,
    value: rate.status === "computed" ? toDouble(roundHalfUp(rate.number, 12)) : null,
    exact: rate.status === "computed" ? exactText(rate.number) : null,
    missing: rate.status === "notVerifiable" ? rate.missing : [],
  };
}

function recomputedJson(score: ScoreResult) {
  return {
    status: score.status,
    score: score.status === "computed" ? toDouble(score.score) : null,
    exact: score.status === "computed" ? exactText(score.score) : null,
    missing: score.status === "notVerifiable" ? score.missing : [],
  };
}

function ruleJson(sourced: SourcedRule) {
  const kinds = sourced.rule.clauses.map((clause) => clause.kind);
  return {
    kind: kinds[0] ?? null,
    clauses: kinds,
    source: sourced.source,
    text: sourced.text,
    at: sourced.at,
    params: paramsJson(sourced.rule),
  };
}

const definitionJson = ({ definition, source, at }: SourcedDefinition) => ({
  source,
  at,
  variables: definition.variables,
  expression: printExpression(definition.expression),
});

const double = (x: Exact | null): number | null => (x ? toDouble(x) : null);
