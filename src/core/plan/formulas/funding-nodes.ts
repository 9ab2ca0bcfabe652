import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import type { CellPosition } from "../../workbook/address";
import { ONE, ratio, ZERO } from "../../model/exact";
import type { FundingColumn } from "../../model/scoring-table";
import { compileRule } from "../../rules/compile-rule";
import { shownScoreNode, subjectNodeForScore } from "../../rules/rounding";
import { PRINTED_DECIMALS } from "../../scores/funding-score";
import { recordCell, stateRows } from "./record-places";
import { statedNode } from "./stated-node";
import { tableCell, type TableContext } from "./table-context";
import { printedNode } from "./unchanged-node";

/** 预算执行率 and its score as they stand on 核验记录: the block itself stands above the table, where no column of ours reaches. */

/** 执行率 from the block's own cells; null where it has none of them. */
export function fundingRateNode(context: TableContext): FormulaNode | null {
  const total = context.review.table.funding?.total;
  const cell = (column: FundingColumn): FormulaNode | null => {
    const found = total?.cells[column];
    const ref = (at: CellPosition): FormulaNode => tableCell(context, at, "elsewhere");
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

/** The funding block's 复算分 from its rate beside; null where no rule judges it. */
export function fundingNode(context: TableContext): FormulaNode | null {
  const { funding } = context.review;
  const row = stateRows(context.review, context.record).rate;
  if (!funding?.rule || row === null || !fundingRateNode(context)) return null;
  const rate = recordCell(context, row, "recomputed", "elsewhere");
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
  const unchanged = printedNode(context, funding.rule, "elsewhere");
  return unchanged ? f.when(unchanged, score, f.blank) : score;
}
