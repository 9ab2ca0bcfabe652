import type { Finding } from "../../findings/finding";
import { maxExact, ratio, ZERO } from "../../model/exact";
import type { Exact } from "../../model/exact";
import type { FundingBlock, FundingRow, TableCell } from "../../model/scoring-table";
import type { Check } from "../context";
import { shown, shownCell } from "../figures";
import { explainsNothing } from "../../language/reason";
import type { Settings } from "../../rules/setting-types";
import { findingAt } from "../../findings/finding-at";
import { nameOfRow } from "../../model/path";

const NINETY_PERCENT = ratio(9n, 10n);

/**
 * The funding block loses marks by arithmetic (rate × mark), which needs no words; a rate below 90 % does,
 * and so does a score below what the rate gives (SPEC J6).
 */
export const fundingReason: Check = ({ tables, settings }) =>
  tables.flatMap(({ table }): Finding[] => {
    const { columns } = table;
    const total = table.funding?.total;
    const cause = total ? causeOf(total, settings) : null;
    if (!total || !cause) return [];
    const { cells } = total;
    const label = nameOfRow(total.label);
    const given = reasonOf(table.funding);
    const text = shownCell(given);
    const at = (text === "" ? cells.score : given)?.at ?? cells.rate?.at ?? { row: total.row, column: 0 };
    const deducted = shown(lossOf(total) ?? ZERO);
    const about = { path: [label], subject: "funding" };
    if (text === "") {
      // Our own column 扣分原因 has no cell for the funding block.
      const noColumn = table.funding.columns.reason === undefined && !columns.some(({ role }) => role === "reason");
      return [
        findingAt("justification-missing", table, at, { ...about, data: { name: label, deducted, noColumn, cause } }),
      ];
    }
    return explainsNothing(text)
      ? [findingAt("justification-placeholder", table, at, { ...about, data: { name: label, text, deducted } })]
      : [];
  });

/** The total's own reason; where it is blank, that of the first source that gives one. */
function reasonOf({ total, parts }: FundingBlock): TableCell | null {
  const given = [...(total ? [total] : []), ...parts].flatMap(({ cells }) => cells.reason ?? []);
  return given.find((cell) => shownCell(cell) !== "") ?? null;
}

function causeOf(row: FundingRow, settings: Settings): "deduction" | "execution" | null {
  const lost = lossOf(row);
  const rate = rateOf(row);
  const score = row.cells.score?.stated;
  const mark = row.cells.fullMark?.stated?.number;
  if (lost && score && mark) {
    const byRate = rate ? rate.mul(mark) : mark;
    const allowance = maxExact(settings.tolerance, ratio(1n, 2n * 10n ** BigInt(Math.min(score.decimals, 15))));
    if (byRate.sub(score.number).compare(allowance) > 0) return "deduction";
  }
  return rate && rate.compare(NINETY_PERCENT) < 0 ? "execution" : null;
}

function lossOf({ cells }: FundingRow): Exact | null {
  const [mark, score] = [cells.fullMark?.stated?.number, cells.score?.stated?.number];
  const lost = mark && score ? mark.sub(score) : null;
  return lost && lost.compare(0) > 0 ? lost : null;
}

/** Executed over the year's budget; as stated where they are not given. */
function rateOf({ cells }: FundingRow): Exact | null {
  const executed = cells.executed?.stated?.number;
  const budget = cells.budget?.stated?.number;
  if (!executed || !budget) return cells.rate?.stated?.number ?? null;
  return budget.compare(0) > 0 ? executed.div(budget) : null;
}
