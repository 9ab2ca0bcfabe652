import type { FindingCode } from "../findings/catalogue";
import type { Finding } from "../findings/finding";
import type { IndicatorReview, LevelReview, TableReview, Verdict } from "../review.types";
import { MAX_COLUMNS, type CellPosition } from "../workbook/address";
import { sheetViews, type SheetView } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { recalculationOf } from "./recalculation";

/** What is found at a cell, by code. */
type CodesAt = (at: CellPosition) => ReadonlySet<FindingCode>;

const LOST: readonly FindingCode[] = ["broken-reference", "circular-reference"];
const WRONG: readonly FindingCode[] = [
  "score-mismatch",
  "score-outside-tier",
  "total-mismatch",
  "subtotal-mismatch",
  "rate-mismatch",
  "range-too-short",
  "double-counted",
  "hard-coded-constant",
];

/**
 * The three-way verdict of each score, sub-total and total (SPEC G8): what is typed or stored, what it recalculates to,
 * and what the rule gives, told by what the checks found at the cell. Null where there is nothing to compare.
 */
export function withVerdicts(
  book: WorkbookSnapshot,
  tables: readonly TableReview[],
  findings: readonly Finding[],
): readonly TableReview[] {
  const views = sheetViews(book);
  return tables.map((reviewed) => {
    const view = views.get(reviewed.table.sheet);
    if (!view) return reviewed;
    const codes = codesAt(findings.filter(({ sheet }) => sheet === reviewed.table.sheet));
    const judge = (at: CellPosition, compared: Verdict | null): Verdict | null =>
      verdictAt(book, view, at, codes(at), compared);
    const total = reviewed.table.totalRows.at(-1)?.score;
    return {
      ...reviewed,
      indicators: reviewed.indicators.map((one) => ({ ...one, verdict: ofIndicator(one, judge) })),
      levels: reviewed.levels.map((level) => ({ ...level, verdict: ofLevel(level, reviewed, judge) })),
      totalVerdict: total ? judge(total.at, reviewed.totals.score ? "typed" : null) : null,
    };
  });
}

type Judge = (at: CellPosition, compared: Verdict | null) => Verdict | null;

function ofIndicator({ indicator: { score }, recomputed }: IndicatorReview, judge: Judge): Verdict | null {
  return score ? judge(score.at, recomputed.status === "computed" ? "agrees" : null) : null;
}

function ofLevel({ path, scoreSum }: LevelReview, { table }: TableReview, judge: Judge): Verdict | null {
  const stated = table.levels.find((level) => level.path === path)?.statedScore;
  return stated ? judge(stated.at, scoreSum ? "typed" : null) : null;
}

/** `compared`: what a typed value is called that is what it was compared with; null where there is nothing to compare. */
function verdictAt(
  book: WorkbookSnapshot,
  view: SheetView,
  at: CellPosition,
  codes: ReadonlySet<FindingCode>,
  compared: Verdict | null,
): Verdict | null {
  const cell = view.cell(at.row, at.column);
  if (!cell || (cell.value === null && cell.formula === undefined)) return null;
  const has = (list: readonly FindingCode[]): boolean => list.some((code) => codes.has(code));
  if (has(["formula-overwritten"])) return "overwritten";
  if (cell.formula !== undefined) {
    if (has(LOST)) return "wrongFormula";
    if (has(["stale-value"])) return "stale";
    if (recalculationOf(book).formula(view.sheet, cell)?.isolated.kind !== "value") return "notRecalculated";
  }
  if (has(["text-skipped-by-sum", "number-as-text"])) return "textAsZero";
  if (has(WRONG)) return cell.formula === undefined ? "wrongInput" : "wrongFormula";
  if (has(["explained-by-rounding"])) return "rounding";
  return cell.formula === undefined ? compared : "agrees";
}

function codesAt(findings: readonly Finding[]): CodesAt {
  const byCell = new Map<number, Set<FindingCode>>();
  for (const { at, code } of findings) {
    if (!at) continue;
    const key = at.row * MAX_COLUMNS + at.column;
    byCell.set(key, (byCell.get(key) ?? new Set()).add(code));
  }
  const none: ReadonlySet<FindingCode> = new Set();
  return ({ row, column }) => byCell.get(row * MAX_COLUMNS + column) ?? none;
}
