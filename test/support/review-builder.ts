import type { CheckContext } from "../../src/core/checks/context";
import type { CellPosition } from "../../src/core/workbook/address";
import { a1 } from "../../src/core/workbook/address";
import type { Exact } from "../../src/core/model/exact";
import { decimalPlaces, exactFromDouble, exactFromText, ratio, sumExact } from "../../src/core/model/exact";
import { unjudged } from "./unjudged";
import type {
  ColumnRole,
  FundingColumn,
  FundingRow,
  Indicator,
  Level,
  ScoringTable,
  StatedNumber,
  TableCell,
} from "../../src/core/model/scoring-table";
import type { CellScalar, CellSnapshot } from "../../src/core/workbook/snapshot";
import type { IndicatorReview, TableReview } from "../../src/core/review.types";
import type { Settings } from "../../src/core/rules/setting-types";

/** One indicator's row, as a person would write it down. Text in a number's place is read as the table reader reads it: "5分", "95%". */
export interface RowSpec {
  /** "产出/数量指标/培训人数" */
  readonly path: string;
  readonly mark?: number | string;
  readonly score?: CellScalar;
  readonly review?: number;
  readonly reason?: CellScalar;
  readonly remark?: string;
  readonly evidence?: string;
  readonly target?: CellScalar;
  readonly operator?: string;
  readonly unit?: string;
  readonly actual?: CellScalar;
  readonly rate?: number | string;
  readonly standard?: string;
  /** This row's cells of these columns are merged with the row above. */
  readonly mergedWithAbove?: readonly ("score" | "mark" | "reason")[];
  readonly computed?: Partial<
    Pick<IndicatorReview, "rate" | "recomputed" | "rule" | "answers" | "unreadStandard" | "definition">
  >;
}

export type FundingSpec = Partial<Record<Exclude<FundingColumn, "reason">, number | string>> & {
  readonly label: string;
  readonly reason?: string;
};

export interface TableSpec {
  readonly rows: readonly RowSpec[];
  /** Stated marks of levels: { "投入": 20, "投入/目标设定": 5 }. */
  readonly levels?: Readonly<Record<string, number>>;
  /** Stated sub-totals of levels. */
  readonly subtotals?: Readonly<Record<string, number>>;
  readonly totals?: readonly { readonly label: string; readonly mark?: number; readonly score?: number }[];
  readonly funding?: {
    readonly total: FundingSpec;
    readonly parts: readonly FundingSpec[];
    readonly headers?: Partial<Record<FundingColumn, string>>;
  };
  readonly headers?: Partial<Record<ColumnRole, string>>;
  /** Number formats or values of other cells on the sheet, by position. */
  readonly cells?: readonly CellSnapshot[];
}

const SHEET = "评分表";
const HEADER_ROW = 20;
const COLUMN = { name: 2, mark: 3, target: 4, operator: 5, unit: 6, actual: 7, rate: 8, score: 9, review: 10, reason: 11, remark: 12, evidence: 13, standard: 14 } as const; // prettier-ignore
const FUNDING_COLUMNS = {
  initialBudget: 1,
  budget: 2,
  executed: 3,
  fullMark: 4,
  rate: 5,
  score: 6,
  reason: 7,
} as const;

export const SETTINGS: Settings = {
  partialSteps: "whole",
  roundingMode: "halfUp",
  roundingPlaces: 2,
  totalFrom: "shown",
  scoreFrom: "raw",
  tolerance: ratio(1n, 200n),
  reverseTarget: "A/B",
  overFulfilment: ratio(13n, 10n),
  notApplicable: "full",
  caps: "on",
};

/** A number as a cell states it; null for text that holds none. */
function stated(raw: CellScalar, at: CellPosition): StatedNumber | null {
  if (typeof raw === "number") {
    const number = exactFromDouble(raw);
    return { number, at, decimals: decimalPlaces(number), asText: false, embedded: false };
  }
  const match = typeof raw === "string" ? /^([+-]?[\d.]+)(%?)分?$/.exec(raw.trim()) : null;
  const number = match ? exactFromText(match[1] ?? "") : null;
  if (!number) return null;
  const percent = match?.[2] === "%";
  const decimals = decimalPlaces(number) + (percent ? 2 : 0);
  return { number: percent ? number.div(100) : number, at, decimals, asText: true, embedded: false };
}

const cellAt = (raw: CellScalar, at: CellPosition): TableCell => ({
  at,
  raw,
  formula: null,
  merged: null,
  stated: stated(raw, at),
});

/** Nothing accounted: these tables have no sheet that a reader walked. */
export const NO_LEDGER: CheckContext["ledger"] = { tables: [], baseData: [], outside: [], others: [] };

/** A context with one table, as the review would hand it to the checks. */
export function contextOf(spec: TableSpec, settings: Partial<Settings> = {}): CheckContext {
  const table = tableOf(spec);
  return {
    book: {
      sheets: [
        {
          name: SHEET,
          visibility: "visible",
          protected: false,
          unlocked: [],
          used: table.range,
          cells: [...cellsOf(table, spec), ...(spec.cells ?? [])].sort((a, b) => a.row - b.row || a.column - b.column),
          merges: [],
          hiddenRows: [],
          hiddenColumns: [],
          validations: [],
          conditionalFormats: [],
          printArea: null,
          columnWidths: {},
        },
      ],
      names: [],
      calculation: "automatic",
      date1904: false,
      structureProtected: false,
    },
    tables: [reviewOf(table, spec.rows)],
    baseData: [],
    quantities: [],
    settings: { ...SETTINGS, ...settings },
    ledger: NO_LEDGER,
    pack: null,
  };
}

export function tableOf(spec: TableSpec): ScoringTable {
  const indicators = indicatorsOf(spec.rows);
  const bottom = HEADER_ROW + spec.rows.length;
  return {
    id: "t1",
    sheet: SHEET,
    kind: "project",
    range: { top: HEADER_ROW, left: 0, bottom: bottom + (spec.totals?.length ?? 0), right: 14 },
    title: null,
    unit: null,
    year: 2021,
    headerRows: [HEADER_ROW],
    columns: columnsOf(spec),
    indicators,
    levels: levelsOf(spec, indicators),
    totalRows: (spec.totals ?? []).map((total, index) => {
      const row = bottom + 1 + index;
      return {
        row,
        label: total.label,
        fullMark: stated(total.mark ?? null, { row, column: COLUMN.mark }),
        score: total.score === undefined ? null : cellAt(total.score, { row, column: COLUMN.score }),
      };
    }),
    funding: fundingOf(spec.funding),
    placeholderRows: [],
    repeatedLevels: [],
  };
}

const ROLES = { mark: "fullMark", target: "target", operator: "targetOperator", unit: "unit", actual: "actual", rate: "rate", score: "score", review: "reviewScore", reason: "reason", remark: "remark", evidence: "evidence", standard: "standard" } as const satisfies Partial<Record<keyof typeof COLUMN, ColumnRole>>; // prettier-ignore
type Key = keyof typeof ROLES;
const KEYS = Object.keys(ROLES) as Key[];
const HEADERS: Partial<Record<ColumnRole, string>> = {
  fullMark: "分值",
  score: "自评分",
  reason: "扣分原因",
  remark: "备注",
  target: "年度指标值",
  actual: "实际完成值",
};

const has = (spec: TableSpec, key: Key): boolean => spec.rows.some((row) => key in row);

const columnsOf = (spec: TableSpec): ScoringTable["columns"] =>
  KEYS.filter((key) => has(spec, key)).map((key) => {
    const role = ROLES[key];
    return { role, column: COLUMN[key], header: spec.headers?.[role] ?? HEADERS[role] ?? role };
  });

function indicatorsOf(rows: readonly RowSpec[]): readonly Indicator[] {
  const rowOf = (index: number, key: "score" | "mark" | "reason"): number => {
    let at = index;
    while (at > 0 && rows[at]?.mergedWithAbove?.includes(key)) at--;
    return at;
  };
  return rows.map((spec, index) => {
    const row = HEADER_ROW + 1 + index;
    const cell = (key: Key): TableCell | null => {
      const anchor = key === "score" || key === "mark" || key === "reason" ? rowOf(index, key) : index;
      const source = rows[anchor];
      if (!rows.some((one) => key in one) || !source) return null;
      return cellAt(source[key] ?? null, { row: HEADER_ROW + 1 + anchor, column: COLUMN[key] });
    };
    const score = cell("score");
    const shared = rows.some(
      (one, other) =>
        other !== index && "score" in spec === "score" in one && rowOf(other, "score") === rowOf(index, "score"),
    );
    return {
      path: spec.path.split("/"),
      row,
      lastRow: row,
      nameAt: { row, column: COLUMN.name },
      sequence: null,
      fullMark: cell("mark")?.stated ?? null,
      score,
      scoreGroup: score && shared ? a1(score.at) : null,
      reviewScore: cell("review"),
      reviewOpinion: null,
      reason: cell("reason"),
      evidence: cell("evidence"),
      remark: cell("remark"),
      rateCell: cell("rate"),
      target: cell("target"),
      targetOperator: cell("operator"),
      unit: cell("unit"),
      actual: cell("actual"),
      standard: spec.standard === undefined ? null : { text: spec.standard, at: { row, column: COLUMN.standard } },
      explanation: null,
      description: null,
    };
  });
}

function levelsOf({ levels = {}, subtotals = {} }: TableSpec, indicators: readonly Indicator[]): readonly Level[] {
  const paths = new Map<string, readonly string[]>();
  for (const { path } of indicators) {
    for (let depth = 1; depth < path.length; depth++) paths.set(path.slice(0, depth).join("/"), path.slice(0, depth));
  }
  return [...paths].map(([key, path]) => {
    const members = indicators.flatMap((one, index) => (path.every((name, d) => one.path[d] === name) ? [index] : []));
    const row = indicators[members[0] ?? 0]?.row ?? 0;
    return {
      path,
      at: { row, column: path.length - 1 },
      statedMark: stated(levels[key] ?? null, { row, column: path.length - 1 }),
      statedScore: stated(subtotals[key] ?? null, { row, column: COLUMN.score }),
      members,
    };
  });
}

function fundingOf(spec: TableSpec["funding"]): ScoringTable["funding"] {
  if (!spec) return null;
  const rowOf = (row: FundingSpec, at: number): FundingRow => ({
    row: at,
    label: row.label,
    cells: Object.fromEntries(
      Object.entries(FUNDING_COLUMNS).flatMap(([key, column]) =>
        [spec.total, ...spec.parts].some((one) => key in one)
          ? [[key, cellAt(row[key as FundingColumn] ?? null, { row: at, column })]]
          : [],
      ),
    ),
  });
  const used = Object.entries(FUNDING_COLUMNS).filter(([key]) => [spec.total, ...spec.parts].some((one) => key in one));
  return {
    range: { top: 1, left: 0, bottom: 2 + spec.parts.length, right: 7 },
    moneyUnit: "万元",
    total: rowOf(spec.total, 2),
    parts: spec.parts.map((part, index) => rowOf(part, 3 + index)),
    columns: Object.fromEntries(used),
  };
}

/** The cells of the snapshot: values as typed, header texts above them. */
function cellsOf(table: ScoringTable, spec: TableSpec): readonly CellSnapshot[] {
  const cells = new Map<string, CellSnapshot>();
  const put = (at: CellPosition, value: CellScalar): void => {
    if (value !== null) cells.set(a1(at), { row: at.row, column: at.column, value });
  };
  for (const { column, header } of table.columns) put({ row: HEADER_ROW, column }, header);
  for (const [key, column] of Object.entries(FUNDING_COLUMNS)) {
    if (spec.funding) put({ row: 1, column }, spec.funding.headers?.[key as FundingColumn] ?? key);
  }
  for (const one of table.indicators) {
    put(one.nameAt, one.path.at(-1) ?? "");
    for (const cell of [
      one.score,
      one.reviewScore,
      one.reason,
      one.remark,
      one.evidence,
      one.target,
      one.actual,
      one.rateCell,
    ]) {
      if (cell) put(cell.at, cell.raw);
    }
    const mark = spec.rows[one.row - HEADER_ROW - 1]?.mark;
    if (one.fullMark && mark !== undefined) put(one.fullMark.at, mark);
  }
  for (const row of table.funding ? [table.funding.total, ...table.funding.parts] : []) {
    for (const cell of Object.values(row?.cells ?? {})) put(cell.at, cell.raw);
  }
  for (const { score } of table.totalRows) if (score) put(score.at, score.raw);
  return [...cells.values()];
}

/** A review in which nothing was computed but what the rows say. */
export function reviewOf(table: ScoringTable, rows: readonly RowSpec[] = []): TableReview {
  const marks: readonly Exact[] = table.indicators.flatMap((one) => one.fullMark?.number ?? []);
  const fullMark = sumExact(marks);
  return {
    table,
    indicators: table.indicators.map((indicator, index) => ({
      indicator,
      definition: null,
      rate: { status: "none" },
      rule: null,
      unreadStandard: null,
      answers: [],
      recomputed: { status: "notJudged", reason: "noStandard" },
      state: "notJudged",
      justification: "notRequired",
      ...rows[index]?.computed,
    })),
    levels: [],
    funding: null,
    coverage: unjudged(fullMark),
    totals: {
      fullMark,
      statedFullMark: table.totalRows[0]?.fullMark?.number ?? null,
      score: null,
      statedScore: table.totalRows[0]?.score?.stated?.number ?? null,
      recomputed: null,
      capped: null,
      grade: null,
    },
  };
}
