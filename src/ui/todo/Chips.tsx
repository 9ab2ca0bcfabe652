import { Button, makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { Search16Regular } from "@fluentui/react-icons";
import { lazy, Suspense, useState } from "react";
import type { QueueGroup } from "../../app/pane/queue";
import type { QueueKind } from "../../app/pane/queue-item";
import { useWords } from "../i18n/words";

const FindBox = lazy(() => import(/* webpackChunkName: "find" */ "./FindBox"));

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    "@media (max-width: 300px)": { paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS },
  },
  chip: {
    minWidth: 0,
    paddingLeft: "10px",
    paddingRight: "10px",
    whiteSpace: "nowrap",
    "@media (max-width: 300px)": { paddingLeft: "6px", paddingRight: "6px" },
  },
  count: { fontVariantNumeric: "tabular-nums", marginLeft: "4px" },
});

export interface ChipsProps {
  readonly groups: readonly QueueGroup[];
  readonly filter: QueueKind | null;
  readonly onFilter: (kind: QueueKind | null) => void;
  /** Null where there is too little to look for. */
  readonly search: string | null;
  readonly onSearch: (text: string) => void;
}

/** What kinds there are, with their counts; pressed, only that kind, and pressed again all. */
export function Chips({ groups, filter, onFilter, search, onSearch }: ChipsProps) {
  const s = useStyles();
  const w = useWords();
  const [searching, setSearching] = useState(false);
  return (
    <div className={s.row} role="group" aria-label={w.queue.filter}>
      {groups.map(({ kind, items }) => (
        <ToggleButton
          key={kind}
          className={s.chip}
          size="small"
          shape="circular"
          checked={filter === kind}
          onClick={() => onFilter(filter === kind ? null : kind)}
        >
          {w.queue.kinds[kind]}
          <span className={s.count}>{items.length}</span>
        </ToggleButton>
      ))}
      {search !== null && !searching && (
        <Button
          appearance="subtle"
          size="small"
          icon={<Search16Regular />}
          aria-label={w.queue.find}
          title={w.queue.find}
          data-find
          onClick={() => setSearching(true)}
        />
      )}
      {search !== null && searching && (
        <Suspense fallback={null}>
          <FindBox
            text={search}
            onText={onSearch}
            onLeave={() => {
              onSearch("");
              setSearching(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
