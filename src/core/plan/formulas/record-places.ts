import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { EXECUTION_RATE } from "../../model/named-indicators";
import type { TableReview } from "../../review.types";
import type { CellCaller, RecordPlace, TableContext } from "./table-context";

/**
 * The rows of 核验记录 that tell what each mark of a table came to, and what its total is made of beside the scores: the
 * funding block's rate and score, and each of a pack's deductions and caps in a cell of its own, so that the formulas
 * which read them stay short (SPEC P42, P44).
 */
export const STATE_HEADERS = ["指标", "满分", "自评分", "复算分", "状态"] as const;
/** Columns, counted from the first. */
export const STATE_COLUMN = { label: 0, mark: 1, typed: 2, recomputed: 3, state: 4 } as const;
type StateColumn = keyof typeof STATE_COLUMN;

export interface StateRows {
  readonly header: number;
  readonly indicators: { readonly top: number; readonly bottom: number };
  /** Null where the block has no mark. */
  readonly funding: number | null;
  /** 预算执行率 of the block; null where nothing reads it. */
  readonly rate: number | null;
  readonly deductions: readonly number[];
  readonly caps: readonly number[];
  readonly bottom: number;
}

export function stateRows({ indicators, funding, totalRules }: TableReview, { top }: RecordPlace): StateRows {
  const header = top + 1;
  const first = header + 1;
  let next = first + indicators.length;
  const take = (count: number): readonly number[] => Array.from({ length: count }, () => next++);
  const [ofFunding = null] = take(funding?.fullMark ? 1 : 0);
  const readsRate = funding !== null && (funding.rule !== null || totalRules?.executionRate === "funding");
  const [rate = null] = take(readsRate ? 1 : 0);
  const deductions = take(totalRules?.deductions.length ?? 0);
  const caps = take(totalRules?.caps.length ?? 0);
  return {
    header,
    indicators: { top: first, bottom: first + indicators.length - 1 },
    funding: ofFunding,
    rate,
    deductions,
    caps,
    bottom: next - 1,
  };
}

/** What stands below the indicators, each row with its label: a formula that reads one of them by its place asks for it. */
export function specialRows(review: TableReview, place: RecordPlace): readonly SpecialRow[] {
  const { funding, rate, deductions, caps } = stateRows(review, place);
  const rules = review.totalRules;
  return [
    ...(funding === null ? [] : [{ row: funding, label: FUNDING_LABEL }]),
    ...(rate === null ? [] : [{ row: rate, label: EXECUTION_RATE }]),
    ...deductions.map((row, index) => ({ row, label: rules?.deductions[index]?.clause ?? "" })),
    ...caps.map((row, index) => ({ row, label: rules?.caps[index]?.clause ?? "" })),
  ];
}

interface SpecialRow {
  readonly row: number;
  readonly label: string;
}

export const FUNDING_LABEL = "项目资金（预算执行率）";

/** One of these cells; absolute, so that sorting them binds no row to another's number. */
export const recordCell = (
  { record }: TableContext,
  row: number,
  column: StateColumn,
  caller: CellCaller,
): FormulaNode =>
  f.cell(
    { row, column: record.left + STATE_COLUMN[column] },
    { sheet: caller === "table" ? record.sheet : null, absolute: true },
  );

export const recordRange = (
  { record }: TableContext,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  column: StateColumn,
  caller: CellCaller,
): FormulaNode => {
  const at = record.left + STATE_COLUMN[column];
  return f.range(
    { top, bottom, left: at, right: at },
    { sheet: caller === "table" ? record.sheet : null, absolute: true },
  );
};
