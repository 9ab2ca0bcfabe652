import type { FindingCode, FindingData } from "./catalogue";
import type { FindingOf } from "./finding";
import type { CellPosition } from "../workbook/address";
import type { ScoringTable } from "../model/scoring-table";

/** What a finding says beside its code, table and cell. */
interface About<C extends FindingCode> {
  readonly data: FindingData[C];
  readonly path?: readonly string[];
  readonly subject?: string;
  readonly group?: string;
}

/** A finding about a cell of a table's sheet. */
export const findingAt = <C extends FindingCode>(
  code: C,
  table: ScoringTable,
  at: CellPosition,
  { data, path = [], subject = "", group }: About<C>,
): FindingOf<C> => ({
  code,
  table: table.id,
  sheet: table.sheet,
  at: { sheet: table.sheet, row: at.row, column: at.column },
  path,
  subject,
  data,
  ...(group === undefined ? {} : { group: `${code}:${table.id}:${group}` }),
});
