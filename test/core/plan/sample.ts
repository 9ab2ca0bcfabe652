import { readDefinition } from "../../../src/core/language/definition";
import { parseA1 } from "../../../src/core/workbook/address";
import { exactFromDouble, exactFromText, ratio, sumExact, ZERO, type Exact } from "../../../src/core/model/exact";
import type { Indicator, ScoringTable, TableCell } from "../../../src/core/model/scoring-table";
import { readOurs } from "../../../src/core/ours/read-ours";
import { SheetView } from "../../../src/core/workbook/sheet-view";
import type { CellScalar, CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { bindQuantities } from "../../../src/core/quantities/bind";
import type { IndicatorReview, Review, TableReview } from "../../../src/core/review.types";
import type { Finding } from "../../../src/core/findings/finding";
import type { Rule } from "../../../src/core/rules/rule";
import { ruleInputs } from "../../../src/core/rules/score";
import { emptySheet, usedRange } from "../../support/apply-plan";
import { SETTINGS } from "../../support/review-builder";
import { unjudged } from "../../support/unjudged";

/**
 * A small department table in one fixed layout, and a reader for that layout alone, so that tests of planning can sort,
 * insert, delete and copy rows and have them read again. Columns: 一级 A, 三级指标（with its mark） B, 自评分 C, 指标说明 D,
 * and 扣分原因 E where `reasons` is set.
 */
export interface SampleRow {
  readonly name: string;
  readonly score: CellScalar;
  readonly text?: string;
  readonly reason?: string;
}

export const SHEET = "自评表";
export const ROWS: readonly SampleRow[] = [
  { name: "在职人员控制率（5分）", score: 5, text: "在职人员控制率=（在职人员数/编制数）×100%。" },
  { name: "预算执行率（4分）", score: 3, text: "预算执行率=（预算执行数/预算数）×100%。" },
  { name: "管理制度健全性（2分）", score: 2 },
  { name: "资金结余（3分）", score: null },
];

export interface SampleOptions {
  readonly reasons?: boolean;
  readonly total?: boolean;
}

const HEADERS = ["一级指标", "三级指标", "自评分", "指标说明"];

export function sampleBook(rows: readonly SampleRow[] = ROWS, options: SampleOptions = {}): WorkbookSnapshot {
  return {
    sheets: [sampleSheet(SHEET, rows, options)],
    names: [],
    calculation: "automatic",
    date1904: false,
    structureProtected: false,
  };
}

export function sampleSheet(
  name: string,
  rows: readonly SampleRow[],
  { reasons, total }: SampleOptions = {},
): SheetSnapshot {
  const headers = reasons ? [...HEADERS, "扣分原因"] : HEADERS;
  const grid: CellScalar[][] = [
    ["2021年度整体支出绩效自评表"],
    headers,
    ...rows.map((row, index) => [
      index === 0 ? "投入" : null,
      row.name,
      row.score,
      row.text ?? null,
      row.reason ?? null,
    ]),
  ];
  if (total) grid.push(["合计", null, 10]);
  const cells = grid.flatMap((line, row) =>
    line.flatMap((value, column): CellSnapshot[] => (value === null ? [] : [{ row, column, value }])),
  );
  return { ...emptySheet(name), cells, used: usedRange(cells) };
}

/** Rules by the indicator's name: what a pack would say. */
const RULES: Readonly<Record<string, Rule>> = {
  在职人员控制率: ruleOf(5, {
    kind: "stepDeduct",
    subject: { name: "在职人员控制率", type: "rate", unit: null },
    side: "above",
    threshold: ratio(1),
    step: ratio(1, 100),
    deduct: ratio(1, 2),
    full: ratio(5),
    floor: ZERO,
    partialSteps: "whole",
  }),
  资金结余: ruleOf(3, {
    kind: "ordinal",
    choice: { name: "结余情况", type: "choice", unit: null, options: ["无结余", "有结余，不超过上年", "超过上年"] },
    scores: [ratio(3), ratio(2), ZERO],
  }),
};

function ruleOf(fullMark: number, clause: Rule["clauses"][number]): Rule {
  const full = ratio(fullMark);
  return {
    fullMark: full,
    clauses: [clause],
    combine: "sum",
    gates: [],
    applicability: null,
    cap: null,
    ambiguities: [],
  };
}

export interface ReviewOptions {
  readonly inputs?: Readonly<Record<string, number>>;
  readonly rules?: boolean;
}

/** Reads every sheet of that layout and reviews it, as far as planning looks at a review. */
export function reviewSample(book: WorkbookSnapshot, { inputs = {}, rules = true }: ReviewOptions = {}): Review {
  const own = readOurs(book).ownership;
  const tables = book.sheets
    .filter(({ name }) => !own.isOurSheet(name))
    .flatMap((sheet) => readSample(book, sheet) ?? [])
    .map((table, index) => ({ ...table, id: `t${index + 1}` }));
  const uses = tables.flatMap((table) => table.indicators.flatMap((indicator) => definitionOf(table, indicator)));
  const given = new Map(Object.entries(inputs).map(([name, number]) => [name, exactFromDouble(number)]));
  const { quantities } = bindQuantities({ book, uses, baseTables: [], inputs: given });
  const reviews = tables.map((table) => reviewTable(table, rules));
  const sources = Object.fromEntries(Object.keys(SETTINGS).map((key) => [key, "default"])) as Review["settingSources"];
  return {
    tables: reviews,
    quantities,
    problems: [],
    findings: findingsOf(reviews),
    settings: SETTINGS,
    settingSources: sources,
    pack: null,
    packFile: null,
    offers: [],
    ledger: { tables: [], baseData: [], outside: [], others: [] },
  };
}

function readSample(book: WorkbookSnapshot, sheet: SheetSnapshot): ScoringTable | null {
  const header = sheet.cells.find(({ value }) => value === "三级指标");
  if (!header) return null;
  const view = new SheetView(sheet);
  const own = readOurs(book).ownership;
  const value = (row: number, column: number): CellScalar =>
    own.isOurCell(sheet.name, { row, column }) ? null : view.value(row, column);
  const headerRow = header.row;
  const hasReasons = value(headerRow, 4) === "扣分原因";
  const indicators: Indicator[] = [];
  const totals: ScoringTable["totalRows"][number][] = [];
  const last = sheet.cells.reduce((max, { row }) => Math.max(max, row), headerRow);
  for (let row = headerRow + 1; row <= last; row++) {
    const name = value(row, 1);
    const cell = (column: number): TableCell =>
      tableCell(value(row, column), view.cell(row, column)?.formula, row, column);
    if (value(row, 0) === "合计") totals.push({ row, label: "合计", fullMark: null, score: cell(2) });
    if (typeof name === "string") indicators.push(indicatorOf(name, row, cell, hasReasons));
  }
  const bottom = Math.max(headerRow, ...indicators.map(({ row }) => row), ...totals.map(({ row }) => row));
  return {
    id: "", sheet: sheet.name, kind: "department", title: null, unit: null, year: 2021,
    range: { top: headerRow, bottom, left: 0, right: hasReasons ? 4 : 3 },
    headerRows: [headerRow],
    columns: [
      { role: "level", level: 1, column: 0, header: "一级指标" }, { role: "level", level: 3, column: 1, header: "三级指标" },
      { role: "score", column: 2, header: "自评分" }, { role: "description", column: 3, header: "指标说明" },
      ...(hasReasons ? [{ role: "reason" as const, column: 4, header: "扣分原因" }] : []),
    ],
    indicators,
    levels: [{ path: ["投入"], at: { row: headerRow + 1, column: 0 }, statedMark: null, statedScore: null, members: indicators.map((_, i) => i) }],
    totalRows: totals, funding: null, placeholderRows: [], repeatedLevels: [],
  }; // prettier-ignore
}

const tableCell = (raw: CellScalar, formula: string | undefined, row: number, column: number): TableCell => ({
  at: { row, column },
  raw,
  formula: formula ?? null,
  merged: null,
  stated:
    typeof raw === "number"
      ? { number: exactFromDouble(raw), at: { row, column }, decimals: 0, asText: false, embedded: false }
      : null,
});

function indicatorOf(
  printed: string,
  row: number,
  cell: (column: number) => TableCell,
  hasReasons: boolean,
): Indicator {
  const [, name = printed, mark] = /^(.*)（(\d+)分）$/.exec(printed) ?? [];
  const full = mark === undefined ? null : exactFromText(mark);
  const text = cell(3);
  return {
    path: ["投入", name], row, lastRow: row, nameAt: { row, column: 1 }, sequence: null,
    fullMark: full && { number: full, at: { row, column: 1 }, decimals: 0, asText: true, embedded: true },
    score: cell(2), scoreGroup: null, reviewScore: null, reviewOpinion: null, reason: hasReasons ? cell(4) : null,
    evidence: null, remark: null, rateCell: null, target: null, targetOperator: null, unit: null, actual: null,
    standard: null, explanation: null,
    description: typeof text.raw === "string" ? { text: text.raw, at: text.at } : null,
  }; // prettier-ignore
}

function definitionOf(table: ScoringTable, indicator: Indicator) {
  const reading = indicator.description ? readDefinition(indicator.description.text) : null;
  return reading?.ok ? [{ table, indicator, definition: reading.definition }] : [];
}

function reviewTable(table: ScoringTable, withRules: boolean): TableReview {
  const indicators = table.indicators.map((indicator): IndicatorReview => {
    const [use] = definitionOf(table, indicator);
    const rule = withRules ? RULES[indicator.path.at(-1) ?? ""] : undefined;
    return {
      indicator,
      definition: use ? { definition: use.definition, source: "table", at: "D3" } : null,
      rate: { status: "none" },
      rule: rule ? { rule, source: "pack", text: "", at: "" } : null,
      unreadStandard: null,
      answers: rule ? ruleInputs(rule).map((input) => ({ input, number: null, reference: null, cell: null })) : [],
      recomputed: rule ? { status: "notVerifiable", missing: [] } : { status: "notJudged", reason: "noStandard" },
      state: "notJudged",
      justification: "notRequired",
    };
  });
  const marks = sumExact(table.indicators.map(({ fullMark }) => fullMark?.number ?? ZERO));
  return {
    table,
    indicators,
    levels: table.levels.map((level) => ({
      path: level.path,
      at: level.at,
      statedMark: null,
      markSum: marks,
      scoreSum: null,
      recomputedSum: null,
    })),
    funding: null,
    coverage: unjudged(marks),
    totals: {
      fullMark: marks,
      statedFullMark: null,
      score: null,
      statedScore: null,
      recomputed: null,
      capped: null,
      grade: null,
    },
  };
}

/** The findings that a sample shows: blank scores, and deductions without a reason in the table's own column. */
function findingsOf(reviews: readonly TableReview[]): readonly Finding[] {
  return reviews.flatMap(({ table, indicators }) =>
    indicators.flatMap(({ indicator }): Finding[] => {
      const { score, fullMark, path } = indicator;
      if (!score || !fullMark) return [];
      const at = { sheet: table.sheet, ...score.at };
      const common = { table: table.id, sheet: table.sheet, at, path, subject: "" };
      const name = path.at(-1) ?? "";
      const full = fullMark.number.toFraction();
      if (score.raw === null) return [{ ...common, code: "score-missing", data: { name, fullMark: full } }];
      const lost: Exact | null = score.stated && fullMark.number.sub(score.stated.number);
      if (!lost || lost.compare(ZERO) <= 0 || indicator.reason?.raw) return [];
      return [
        {
          ...common,
          code: "justification-missing",
          data: { name, deducted: lost.toFraction(), noColumn: !indicator.reason, cause: "deduction" },
        },
      ];
    }),
  );
}

/** The value that a cell shows, by A1 text. */
export function shown(book: WorkbookSnapshot, sheet: string, address: string): CellScalar {
  const at = parseA1(address);
  const found = book.sheets.find(({ name }) => name === sheet);
  if (!at || !found) throw new Error(`no such cell: ${sheet} ${address}`);
  return new SheetView(found).value(at.row, at.column);
}

export function formulaAt(book: WorkbookSnapshot, sheet: string, address: string): string | undefined {
  const at = parseA1(address);
  const found = book.sheets.find(({ name }) => name === sheet);
  return at && found ? new SheetView(found).cell(at.row, at.column)?.formula : undefined;
}
