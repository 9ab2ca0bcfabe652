import { Button, mergeClasses } from "@fluentui/react-components";
import { ArrowClockwise20Regular, Settings20Regular } from "@fluentui/react-icons";
import type { TableSummary } from "../../app/pane/table-summary";
import { useLayout } from "../common/layout";
import { useWords, type Messages } from "../i18n/words";
import { isOutdated, shownReview, shownTable, type PaneState } from "../pane-state";
import { useShell } from "./shell-styles";

export interface HeaderProps {
  readonly state: PaneState;
  readonly showsOptions: boolean;
  readonly onRead: () => void;
  readonly onOptions: () => void;
}

/** What is under review and whether that is its newest state, reading it again, and the person's options. */
export function Header({ state, showsOptions, onRead, onOptions }: HeaderProps) {
  const l = useLayout();
  const s = useShell();
  const w = useWords();
  const isReading = state.phase.status === "reading";
  const outdated = isOutdated(state) && !isReading;
  const counts = isReading ? null : shownReview(state)?.counts;
  return (
    <header className={s.header}>
      <div className={s.title}>
        <h1 className={s.name}>{w.product}</h1>
        <p className={s.about}>{outdated ? w.outdated : isReading ? w.reading : about(shownTable(state), w)}</p>
        <p className={mergeClasses(l.text, l.hidden)} role="status">
          {outdated ? w.outdated : counts && w.findingsAnnounced(counts.errors, counts.warnings)}
        </p>
      </div>
      <Button
        appearance="subtle"
        icon={<ArrowClockwise20Regular />}
        aria-label={w.read}
        title={w.read}
        disabled={isReading || state.work !== null}
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
