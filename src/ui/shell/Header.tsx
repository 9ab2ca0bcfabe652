import { Button } from "@fluentui/react-components";
import { ArrowClockwise20Regular, Settings20Regular } from "@fluentui/react-icons";
import type { TableSummary } from "../../app/pane/table-summary";
import { useWords, type Messages } from "../i18n/words";
import { useShell } from "./shell-styles";

export interface HeaderProps {
  readonly table: TableSummary | null;
  readonly showsOptions: boolean;
  readonly outdated: boolean;
  readonly busy: boolean;
  readonly onRead: () => void;
  readonly onOptions: () => void;
}

/** What is under review, reading it again, and the person's options. */
export function Header({ table, showsOptions, outdated, busy, onRead, onOptions }: HeaderProps) {
  const s = useShell();
  const w = useWords();
  return (
    <header className={s.header}>
      <div className={s.title}>
        <h1 className={s.name}>{w.product}</h1>
        <p className={s.about} aria-live="polite">
          {outdated ? w.outdated : about(table, w)}
        </p>
      </div>
      <Button
        appearance="subtle"
        icon={<ArrowClockwise20Regular />}
        aria-label={w.read}
        title={w.read}
        disabled={busy}
        onClick={onRead}
      />
      <Button
        appearance="subtle"
        icon={<Settings20Regular />}
        aria-label={w.preferences.title}
        title={w.preferences.title}
        aria-expanded={showsOptions}
        onClick={onOptions}
      />
    </header>
  );
}

function about(table: TableSummary | null, w: Messages): string {
  if (!table) return w.tagline;
  const { kind, unit, year } = table;
  return [...(unit === null ? [] : [unit]), ...(year === null ? [] : [w.year(year)]), w.kinds[kind]].join(" · ");
}
