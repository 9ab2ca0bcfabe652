import { Select } from "@fluentui/react-components";
import type { TableSummary } from "../../app/pane/table-summary";
import type { TodoKind } from "../../app/todo";
import type { CellAddress } from "../../core/model/address";
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
          {tables.map(({ id, sheet, unit }) => (
            <option key={id} value={id}>
              {unit === null ? sheet : `${sheet} · ${unit}`}
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
