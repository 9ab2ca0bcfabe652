import { isBlankValue } from "../model/text";
import type { Finding } from "../findings/finding";
import { sumExact } from "../model/exact";
import type { FundingRow, ScoringTable, StatedNumber, TableCell } from "../model/scoring-table";
import type { SheetView } from "../workbook/sheet-view";
import type { Check } from "./context";
import { viewsOf } from "./context";
import { compareSum, ROUNDED_MONEY, shown } from "./figures";
import { brokenDown, directParts } from "./funding-parts";
import { fundingRows, ROLE_NAMES } from "./number-as-text";
import { rateFindings } from "./completion-rates";
import { findingAt } from "../findings/finding-at";
import { nameOfRow } from "../model/path";

const MONEY = ["initialBudget", "budget", "executed"] as const;

type MoneyColumn = (typeof MONEY)[number];

/** 年度资金总额 must be the sum of its parts, column by column; a blank part adds nothing (SPEC C7). */
export const fundingTotals: Check = ({ tables, settings }) =>
  tables.flatMap(({ table }) =>
    MONEY.flatMap((column) => {
      const { funding } = table;
      const stated = funding?.total?.cells[column]?.stated;
      if (!funding || !stated) return [];
      const label = nameOfRow(funding.total.label);
      const readings = directParts(funding).map((parts) => parts.flatMap(({ cells }) => cells[column]?.stated ?? []));
      const verdicts = readings.map((parts) => compareSum(stated, parts, settings.tolerance, ROUNDED_MONEY));
      if ((readings[0] ?? []).length === 0 || verdicts.includes("equal")) return [];
      const sum = sumExact((readings[0] ?? []).map((part) => part.number));
      const figures = { stated: shown(stated.number), subject: column, path: [label] };
      return verdicts.includes("rounding")
        ? rounded(table, stated, figures, sum)
        : mismatch(table, stated, figures, sum);
    }),
  );

interface Compared {
  readonly stated: string;
  readonly subject: MoneyColumn;
  readonly path: readonly string[];
}

const mismatch = (
  table: ScoringTable,
  at: StatedNumber,
  { stated, subject, path }: Compared,
  sum: StatedNumber["number"],
) =>
  findingAt("funding-total-mismatch", table, at.at, {
    path,
    subject,
    data: { column: ROLE_NAMES[subject], stated, sum: shown(sum) },
    group: "total",
  });

const rounded = (
  table: ScoringTable,
  at: StatedNumber,
  { stated, subject, path }: Compared,
  sum: StatedNumber["number"],
) =>
  findingAt("explained-by-rounding", table, at.at, {
    path,
    subject,
    data: { what: `${path.join("")}（${ROLE_NAMES[subject]}）`, stated, computed: shown(sum) },
  });

/** A source that is itself broken down (其中：中央、省级) is the sum of what stands below it (SPEC C18). */
export const fundingBreakdowns: Check = ({ tables, settings }) =>
  tables.flatMap(({ table }) =>
    (table.funding ? brokenDown(table.funding) : []).flatMap(({ whole, parts }) =>
      MONEY.flatMap((column): Finding[] => {
        const stated = whole.cells[column]?.stated;
        const known = parts.flatMap(({ cells }) => cells[column]?.stated ?? []);
        if (!stated || known.length < parts.length) return [];
        if (compareSum(stated, known, settings.tolerance, ROUNDED_MONEY) !== "different") return [];
        const sum = sumExact(known.map(({ number }) => number));
        if (parts.length === 1 && sum.compare(stated.number) < 0) return [];
        const name = nameOfRow(whole.label);
        const data = {
          name,
          what: ROLE_NAMES[column],
          stated: shown(stated.number),
          sum: shown(sum),
          parts: parts.map(({ label }) => nameOfRow(label)),
        };
        return [findingAt("breakdown-mismatch", table, stated.at, { path: [name], subject: column, data })];
      }),
    ),
  );

/** Money executed beyond the year's budget, for the total and for each part (SPEC C7). */
export const executionOverBudget: Check = ({ tables }) =>
  tables.flatMap(({ table }) =>
    fundingRows(table).flatMap(({ label, cells }) => {
      const executed = cells.executed?.stated;
      const budget = cells.budget?.stated;
      if (!executed || !budget || executed.number.compare(budget.number) <= 0) return [];
      return findingAt("execution-over-budget", table, executed.at, {
        path: [nameOfRow(label)],
        data: { executed: shown(executed.number), budget: shown(budget.number) },
      });
    }),
  );

/** What 执行率 is computed from and the block has no column for, or left blank beside the other figure (SPEC R19). */
export const fundingInputs: Check = ({ tables }) =>
  tables.flatMap(({ table }) => {
    const { funding } = table;
    const total = funding?.total;
    if (!funding || !total) return [];
    const { budget, executed, rate, score, fullMark } = total.cells;
    const isMissing = (column: "budget" | "executed", other: TableCell | undefined): boolean =>
      funding.columns[column] === undefined ||
      (isBlank(total.cells[column]) &&
        (other?.stated != null || funding.parts.some(({ cells }) => cells[column]?.stated)));
    const missing = [
      ...(isMissing("budget", executed) ? [ROLE_NAMES.budget] : []),
      ...(isMissing("executed", budget) ? [ROLE_NAMES.executed] : []),
    ];
    const used = [budget, executed, rate, score].some((cell) => cell?.stated != null);
    if (missing.length === 0 || !used) return [];
    const at = rate?.at ?? executed?.at ?? budget?.at ?? { row: total.row, column: funding.range.left };
    const marks = fullMark?.stated ? shown(fullMark.stated.number) : null;
    const name = `${nameOfRow(total.label)} ${ROLE_NAMES.rate}`.trim();
    const data = { name, missing, marks };
    return [findingAt("input-missing", table, at, { path: [nameOfRow(total.label)], subject: "funding", data })];
  });

const isBlank = (cell: TableCell | undefined): boolean =>
  cell !== undefined && isBlankValue(cell.raw) && cell.formula === null;

/** A column of the block in another unit than the rest: what it holds is compared with nothing (SPEC R29). */
export const fundingUnits: Check = ({ tables }) =>
  tables.flatMap(({ table }) =>
    (table.funding?.otherUnits ?? []).map(({ role, head, unit }) =>
      findingAt("funding-units-differ", table, head.at, {
        subject: role,
        data: { column: ROLE_NAMES[role], unit, others: table.funding?.moneyUnit ?? "" },
      }),
    ),
  );

/** 执行率 = 全年执行数 / 全年预算数, and nothing else in the place of either (SPEC C8, R19). */
export const fundingRates: Check = (context) => {
  const { tables } = context;
  const views = viewsOf(context);
  return tables.flatMap(({ table }) =>
    fundingRows(table).flatMap((row) => fundingRate(views.get(table.sheet), table, row)),
  );
};

function fundingRate(view: SheetView | undefined, table: ScoringTable, { label, cells }: FundingRow): Finding[] {
  const cell = cells.rate;
  const executed = cells.executed?.stated;
  const budget = cells.budget?.stated;
  if (!cell?.stated || !executed || !budget || budget.number.compare(0) <= 0) return [];
  const name = nameOfRow(label);
  const about = { name: `${name} ${ROLE_NAMES.rate}`, path: [name], subject: "rate" };
  return rateFindings(view, table, about, cell, executed, budget);
}
