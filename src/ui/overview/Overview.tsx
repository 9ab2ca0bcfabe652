import { Select } from "@fluentui/react-components";
import type { TableSummary } from "../../app/pane/table-summary";
import type { TodoKind } from "../../app/todo";
import { rectA1, type CellAddress } from "../../core/workbook/address";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import { CoverageCard } from "./CoverageCard";
import { MissingCard } from "./MissingCard";
import { PartsCard } from "./PartsCard";
import { TotalsCard } from "./TotalsCard";

export interface OverviewProps {
  readonly tables: readonly TableSummary[];
  readonly table: TableSummary;
  readonly selected: CellAddress | null;
  readonly onTable: (id: string) => void;
  readonly onNext: () => void;
  readonly onKind: (kind: TodoKind) => void;
}

/** What is still missing comes first, then how much was recalculated, then the totals. */
export function Overview({ tables, table, selected, onTable, onNext, onKind }: OverviewProps) {
  const l = useLayout();
  const w = useWords();
  return (
    <div className={l.stack}>
      {tables.length > 1 && (
        <Select
          root={{ className: l.fit }}
          className={l.fit}
          aria-label={w.table}
          size="small"
          value={table.id}
          onChange={(_, { value }) => onTable(value)}
        >
          {tables.map((one) => (
            <option key={one.id} value={one.id}>
              {tableName(one, tables)}
            </option>
          ))}
        </Select>
      )}
      <MissingCard table={table} selected={selected} onNext={onNext} onKind={onKind} />
      <CoverageCard coverage={table.coverage} />
      <TotalsCard totals={table.totals} />
      {table.parts.length > 0 && <PartsCard parts={table.parts} />}
    </div>
  );
}

/** The sheet, with the table's range where the sheet has several, and the unit. */
function tableName({ sheet, range, unit }: TableSummary, tables: readonly TableSummary[]): string {
  const isShared = tables.filter((other) => other.sheet === sheet).length > 1;
  const place = isShared ? `${sheet} ${rectA1(range)}` : sheet;
  return unit === null ? place : `${place} · ${unit}`;
}
