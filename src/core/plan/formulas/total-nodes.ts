import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import type { CellPosition, Rect } from "../../workbook/address";
import { decimalText, DECISION_PLACES, ONE, ratio, ZERO } from "../../model/exact";
import type { FundingColumn } from "../../model/scoring-table";
import type { TotalCap, TotalDeduction } from "../../review.types";
import { compileRule, NOT_APPLICABLE_TEXT } from "../../rules/compile-rule";
import { roundScoreNode, shownScoreNode, subjectNodeForScore } from "../../rules/rounding";
import { PRINTED_DECIMALS } from "../../scores/funding-score";
import {
  columnRange,
  markRange,
  mayBeDropped,
  nameRange,
  ourCell,
  recomputedRange,
  tableCell,
  totalsWithin,
  type CellCaller,
  type TableContext,
} from "./table-context";
import { statedNode } from "./stated-node";
import { rowsCount, rowsSaying, rowsSum, rowsSumIf, type SummedRows } from "./summed-rows";
import { printedNode } from "./unchanged-node";

/**
 * The recomputed total as a formula: the indicators' scores and the funding block's, blank until all are numbers, less a
 * pack's deductions and under its caps (SPEC P6, V4, V9).
 */
export function totalNode(context: TableContext, caller: CellCaller = "table"): FormulaNode | null {
  const parts = totalParts(context, caller);
  if (!parts) return null;
  const { rows, funding } = parts;
  const dropped = droppedNodes(context, caller);
  const simple = rows.names === null;
  const both = (call: "SUM" | "COUNT", ofRows: FormulaNode): FormulaNode => {
    if (!funding) return ofRows;
    return simple ? f.call(call, rows.cells, funding) : f.add(ofRows, f.call(call, funding));
  };
  const sum = both("SUM", rowsSum(rows));
  const count = both("COUNT", rowsCount(rows));
  const capped = cappedNode(context, caller, dropped ? f.multiply(sum, dropped.scale) : sum);
  const wanting = f.less(dropped ? f.add(count, dropped.count) : count, f.number(ratio(parts.count)));
  const total = roundScoreNode(capped, context.settings);
  return f.when(wanting, f.blank, dropped ? f.when(dropped.some, total, f.blank) : total);
}

interface Dropped {
  readonly count: FormulaNode;
  /** Whether any mark is left. */
  readonly some: FormulaNode;
  readonly scale: FormulaNode;
}

/** Marks that do not apply scale the rest to the whole (SPEC V3); null where the setting drops none. */
function droppedNodes(context: TableContext, caller: CellCaller): Dropped | null {
  const { review } = context;
  const rows = recomputedRows(context, caller);
  const marks = rows && markRange(context, rows.area, caller);
  if (!marks || !review.indicators.some((_, index) => mayBeDropped(context, index))) return null;
  const whole = f.number(review.totals.fullMark);
  const left = f.subtract(whole, rowsSumIf(rows, NOT_APPLICABLE_TEXT, marks));
  return {
    count: rowsSaying(rows, NOT_APPLICABLE_TEXT),
    some: f.greater(f.decisive(left), f.number(ZERO)),
    scale: f.divide(whole, left),
  };
}

interface TotalParts {
  readonly rows: SummedRows;
  readonly funding: FormulaNode | null;
  readonly count: number;
}

/** Null where the block's mark belongs to the total and nothing judges it. */
function totalParts(context: TableContext, caller: CellCaller): TotalParts | null {
  const { review } = context;
  const rows = recomputedRows(context, caller);
  if (!rows) return null;
  const count = review.indicators.length;
  if (!review.funding?.fullMark) return { rows, funding: null, count };
  const funding = fundingNode(context, caller);
  return funding && { rows, funding, count: count + 1 };
}

/** The recomputed scores; total rows among them are passed over by the names beside. */
export function recomputedRows(
  context: TableContext,
  caller: CellCaller,
): (SummedRows & { readonly area: Rect }) | null {
  const area = recomputedRange(context);
  if (!area) return null;
  const cells = f.range(area, { sheet: caller === "table" ? null : context.placement.sheet });
  if (!totalsWithin(context, area)) return { area, cells, names: null };
  const names = nameRange(context, area, caller);
  return names && { area, cells, names };
}

/** 执行率 from the block's own cells; null where it has none of them. */
function fundingRateNode(context: TableContext, caller: CellCaller): FormulaNode | null {
  const total = context.review.table.funding?.total;
  const cell = (column: FundingColumn): FormulaNode | null => {
    const found = total?.cells[column];
    const ref = (at: CellPosition): FormulaNode => tableCell(context, at, caller);
    // Figures typed as text count as the review reads them, for as long as they stand there.
    if (found?.stated && typeof found.raw === "string") return statedNode(found, found.stated.number, ref);
    return found ? ref(found.at) : null;
  };
  const executed = cell("executed");
  const budget = cell("budget");
  if (!executed || !budget) return null;
  const rate = f.when(f.equal(budget, f.number(ZERO)), f.blank, f.divide(executed, budget));
  return f.when(f.less(f.call("COUNT", executed, budget), f.number(ratio(2))), f.blank, rate);
}

/** The funding block's 复算分; null where no rule judges it. */
export function fundingNode(context: TableContext, caller: CellCaller): FormulaNode | null {
  const { funding } = context.review;
  const rate = fundingRateNode(context, caller);
  if (!funding?.rule || !rate) return null;
  const subject = subjectNodeForScore(rate, context.settings, PRINTED_DECIMALS);
  const guarded = subject === rate ? rate : f.when(f.less(f.call("COUNT", rate), f.number(ONE)), f.blank, subject);
  const reads = (type: string): FormulaNode => (type === "rate" ? guarded : f.blank);
  const { settings } = context;
  const score = compileRule(
    funding.rule.rule,
    (input) => reads(input.type),
    settings,
    (node) => shownScoreNode(node, settings),
  );
  const unchanged = printedNode(context, funding.rule, caller);
  return unchanged ? f.when(unchanged, score, f.blank) : score;
}

function cappedNode(context: TableContext, caller: CellCaller, sum: FormulaNode): FormulaNode {
  const rules = context.review.totalRules;
  if (!rules) return sum;
  const taken = rules.deductions.flatMap((rule) => {
    const count = deviationCount(context, caller, rule);
    return count ? [f.multiply(count, f.number(rule.deduct))] : [];
  });
  const left =
    taken.length === 0
      ? sum
      : f.call(
          "MAX",
          f.number(ZERO),
          taken.reduce((rest, one) => f.subtract(rest, one), sum),
        );
  const limits = rules.caps.flatMap((cap) => {
    const condition = capCondition(context, caller, cap);
    return condition ? [f.when(condition, f.number(cap.total), f.number(context.review.totals.fullMark))] : [];
  });
  return limits.length === 0 ? left : f.over("MIN", [left, ...limits]);
}

/** How many indicators lie so far from their targets; null where none can. */
function deviationCount(
  context: TableContext,
  caller: CellCaller,
  { atLeast, exceeds }: TotalDeduction,
): FormulaNode | null {
  const range = columnRange(context, "deviation", caller);
  if (!range) return null;
  const counted = (test: string): FormulaNode => f.call("COUNTIF", range, f.text(test));
  const limit = decimalText(atLeast, DECISION_PLACES);
  const above = counted(`>=${limit}`);
  return exceeds ? above : f.add(above, counted(`<=-${limit}`));
}

/** Whether a cap applies now; null where what it looks at stands nowhere. */
function capCondition(context: TableContext, caller: CellCaller, { when }: TotalCap): FormulaNode | null {
  if (when.kind === "question") {
    const answer = context.places.question(when.answer.input);
    const answered = f.equal(f.call("COUNT", answer), f.number(ONE));
    return f.when(answered, f.equal(answer, f.number(when.wanted)), f.boolean(false));
  }
  const rate = executionRateNode(context, caller);
  if (!rate) return null;
  const rounded = f.decisive(rate);
  const low = when.from && (when.from.closed ? f.atLeast : f.greater)(rounded, f.number(when.from.value));
  const high = when.to && (when.to.closed ? f.atMost : f.less)(rounded, f.number(when.to.value));
  const ends = [low, high].filter((end) => end !== null);
  const [only] = ends;
  const within = only && ends.length === 1 ? only : f.over("AND", ends);
  return f.when(f.equal(f.call("COUNT", rate), f.number(ONE)), within, f.boolean(false));
}

function executionRateNode(context: TableContext, caller: CellCaller): FormulaNode | null {
  const at = context.review.totalRules?.executionRate ?? null;
  if (at === null) return null;
  if (at === "funding") return fundingRateNode(context, caller);
  return ourCell(context, context.placement.rowOf(at), "rate", caller);
}

/** The clauses that apply now, in words; blank while none does. Null where the pack has none. */
export function cappedWords(context: TableContext, caller: CellCaller): FormulaNode | null {
  const rules = context.review.totalRules;
  if (!rules) return null;
  const zero = f.number(ZERO);
  const deducted = rules.deductions.flatMap((rule) => {
    const count = deviationCount(context, caller, rule);
    if (!count) return [];
    const words = f.concat(f.concat(f.text(`${rule.clause}（`), count), f.text("项）；"));
    return [f.when(f.greater(count, zero), words, f.blank)];
  });
  const capped = rules.caps.flatMap((cap) => {
    const condition = capCondition(context, caller, cap);
    return condition ? [f.when(condition, f.text(`${cap.clause}；`), f.blank)] : [];
  });
  const [first, ...rest] = [...deducted, ...capped];
  return first ? rest.reduce<FormulaNode>(f.concat, first) : null;
}
