import type { FundingColumn, ScoringTable } from "../model/scoring-table";
import { trimmed } from "../model/text";
import type { BaseDataEntry, BaseDataTable } from "../model/base-data";

/** The forms' own words for the columns whose figures a definition may use. */
const NAMES: Readonly<Partial<Record<FundingColumn, string>>> = {
  initialBudget: "年初预算数",
  budget: "全年预算数",
  executed: "全年执行数",
};

/**
 * The total row of each funding block (项目资金) as base data: 预算执行率=全年执行数/全年预算数 means these figures and no
 * others. Where several tables have such a block the same name fits them all, and none is taken (SPEC Q7, Q10).
 */
export const fundingValues = (tables: readonly ScoringTable[]): readonly BaseDataTable[] =>
  tables.flatMap(({ id, sheet, funding }) => {
    const total = funding?.total;
    if (!funding || !total) return [];
    const entries = (Object.keys(NAMES) as FundingColumn[]).flatMap((column): BaseDataEntry[] => {
      const cell = total.cells[column];
      const label = NAMES[column];
      if (!cell || label === undefined) return [];
      return [
        {
          label,
          context: [],
          block: total.label,
          at: cell.at,
          number: cell.stated?.number ?? null,
          year: null,
          yearOffset: 0,
          phase: null,
          unit: funding.moneyUnit,
          asText: cell.stated?.asText ?? false,
          ...(typeof cell.raw === "string" && { text: trimmed(cell.raw) }),
          rowAt: cell.at,
          headerText: label,
        },
      ];
    });
    return [{ id: `f-${id}`, sheet, range: funding.range, title: null, entries }];
  });
