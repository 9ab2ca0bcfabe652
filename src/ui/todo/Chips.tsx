import { Button, makeStyles, mergeClasses, ToggleButton, tokens } from "@fluentui/react-components";
import { Search16Regular } from "@fluentui/react-icons";
import { lazy, Suspense, useLayoutEffect, useRef, useState } from "react";
import type { QueueGroup } from "../../app/pane/queue";
import type { QueueKind } from "../../app/pane/queue-item";
import { useWords } from "../i18n/words";

const FindBox = lazy(() => import(/* webpackChunkName: "find" */ "./FindBox"));

const useStyles = makeStyles({
  row: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    "@media (max-width: 300px)": { paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS },
  },
  chips: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, flexGrow: 1, minWidth: 0 },
  /** As high as a chip. */
  oneRow: { height: "24px", overflow: "hidden" },
  /** Kept in its place, so that it can be measured again. */
  beyond: { visibility: "hidden" },
  chip: {
    minWidth: 0,
    flexShrink: 0,
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
  const [isWhole, setIsWhole] = useState(false);
  const { box, fit } = useFirstRow(groups);
  const pressed = groups.findIndex(({ kind }) => kind === filter);
  // What is pressed can be pressed again.
  const isFolded = !isWhole && fit < groups.length && pressed < fit;
  return (
    <div className={s.row} role="group" aria-label={w.queue.filter}>
      <div ref={box} className={mergeClasses(s.chips, isFolded && s.oneRow)}>
        {groups.map(({ kind, items }, index) => (
          <ToggleButton
            key={kind}
            className={mergeClasses(s.chip, isFolded && index >= fit && s.beyond)}
            size="small"
            shape="circular"
            checked={filter === kind}
            onClick={() => onFilter(filter === kind ? null : kind)}
          >
            {w.queue.kinds[kind]}
            <span className={s.count}>{items.length}</span>
          </ToggleButton>
        ))}
      </div>
      {isFolded && (
        <Button
          className={s.chip}
          appearance="subtle"
          size="small"
          shape="circular"
          aria-label={w.queue.moreKinds(groups.length - fit)}
          title={w.queue.moreKinds(groups.length - fit)}
          onClick={() => setIsWhole(true)}
        >
          +{groups.length - fit}
        </Button>
      )}
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

/** How many of the chips stand in the first row of their box, told anew when it gets wider or narrower. */
function useFirstRow(groups: readonly QueueGroup[]) {
  const box = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState(groups.length);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = (): void => {
      const tops = [...element.children].map((chip) => (chip as HTMLElement).offsetTop);
      setFit(tops.filter((top) => top === tops[0]).length);
    };
    measure();
    if (typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [groups]);
  return { box, fit };
}
