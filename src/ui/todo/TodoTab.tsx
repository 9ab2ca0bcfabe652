import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowRight16Regular } from "@fluentui/react-icons";
import { lazy, Suspense, useState } from "react";
import { groupsOf, nextItem, toDo } from "../../app/pane/queue";
import type { PaneReview } from "../../app/pane/pane-review";
import { useLayout } from "../common/layout";
import { useIsSmall } from "../common/small";
import { useWords } from "../i18n/words";
import { shownQueue, shownTables, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { Chips } from "./Chips";
import { FactText } from "./FactText";
import { Figures } from "./Figures";
import { OfferCard } from "./OfferCard";
import { DoneKind, QueueList } from "./QueueList";

const ChangesCard = lazy(() =>
  import(/* webpackChunkName: "changes" */ "./ChangesCard").then((card) => ({ default: card.ChangesCard })),
);

const ReportLine = lazy(() =>
  import(/* webpackChunkName: "report-line" */ "./ReportLine").then((line) => ({ default: line.ReportLine })),
);
const AllDone = lazy(() => import(/* webpackChunkName: "all-done" */ "./AllDone"));

const useStyles = makeStyles({
  nextBox: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} 0` },
  next: {
    width: "100%",
    justifyContent: "flex-start",
    minWidth: 0,
    columnGap: tokens.spacingHorizontalS,
    paddingLeft: tokens.spacingHorizontalM,
    paddingRight: tokens.spacingHorizontalS,
  },
  label: { flexShrink: 0, whiteSpace: "nowrap" },
  what: { fontWeight: tokens.fontWeightRegular, textAlign: "start" },
  sticky: { position: "sticky", top: 0, zIndex: 2, backgroundColor: tokens.colorNeutralBackground1 },
});

/** From how many items on there is something to look for. */
const SEARCH_FROM = 20;

export interface TodoTabProps {
  readonly state: PaneState;
  readonly store: PaneStore;
  readonly review: PaneReview;
}

/** All that wants a person, worst first, below what the table comes to. While an item is open only the list is there. */
export function TodoTab({ state, store, review }: TodoTabProps) {
  const s = useStyles();
  const w = useWords();
  const isSmall = useIsSmall();
  const [search, setSearch] = useState("");
  const { actions } = store;
  const tables = shownTables(state);
  const [table] = tables;
  const all = shownQueue(state);
  const items = all.filter((item) => item.key === state.open || matches(item, search));
  const left = all.filter(({ key, kind }) => !state.done.has(key) || kind === state.filter);
  const isOpen = state.open !== null;
  const next = nextItem(all, null, ({ key }) => state.done.has(key));
  return (
    <>
      {!isOpen && table && tables.length === 1 && (
        <Figures table={table} rules={review.rules.pack?.title ?? w.byTable} onRules={() => actions.page("rules")} />
      )}
      {!isOpen && (
        <Suspense fallback={null}>
          {review.report && <ReportLine report={review.report} onLook={() => actions.page("report")} />}
          {review.changes && !state.hidesChanges && <ChangesCard changes={review.changes} store={store} />}
        </Suspense>
      )}
      {!isOpen && <OfferCard state={state} store={store} review={review} />}
      {!isOpen && next && (
        <div className={s.nextBox}>
          <Button appearance="primary" className={s.next} onClick={() => actions.open(next.key)}>
            <span className={s.label}>{w.queue.next}</span>
            <Name text={`${next.cell} ${next.name}`} />
            <FactText fact={next.fact} plain />
            <ArrowRight16Regular />
          </Button>
        </div>
      )}
      {all.length > 0 && (
        <div className={mergeClasses(isOpen && !isSmall && s.sticky)}>
          {!(isOpen && isSmall) && (
            <Chips
              groups={groupsOf(left)}
              filter={state.filter}
              onFilter={actions.filter}
              search={all.length >= SEARCH_FROM ? search : null}
              onSearch={setSearch}
            />
          )}
        </div>
      )}
      {toDo(all).length === 0 && (
        <Suspense fallback={null}>
          <AllDone state={state} store={store} />
        </Suspense>
      )}
      <QueueList state={state} store={store} items={items} />
      <DoneKind state={state} store={store} />
    </>
  );
}

function Name({ text }: { readonly text: string }) {
  const l = useLayout();
  const s = useStyles();
  return <span className={mergeClasses(l.cut, s.what)}>{text}</span>;
}

const matches = (
  { cell, name, path }: { cell: string; name: string; path: readonly string[] },
  text: string,
): boolean => {
  const wanted = text.trim().toLowerCase();
  return wanted === "" || [cell, name, ...path].some((one) => one.toLowerCase().includes(wanted));
};
