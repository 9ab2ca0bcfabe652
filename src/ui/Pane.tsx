import { mergeClasses } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useState, useSyncExternalStore, type KeyboardEvent } from "react";
import { toDo } from "../app/pane/queue";
import { DraftsContext } from "./common/drafts";
import { useKeptFocus } from "./common/kept-focus";
import { isCommand, isInField } from "./common/keys";
import { useLayout } from "./common/layout";
import { MayWriteContext } from "./common/may-write";
import { useIsSmall } from "./common/small";
import { useWords } from "./i18n/words";
import { isOutdated, isReadOnly, shownQueue, shownReview, type PaneState } from "./pane-state";
import type { PaneStore } from "./pane-store";
import { Header, Tabs } from "./shell/Header";
import { Outline, Reading } from "./shell/Reading";
import { SelectionBar } from "./shell/SelectionBar";
import { useShell } from "./shell/shell-styles";
import { NotRead } from "./start/NotRead";
import { NoTable } from "./start/NoTable";
import type { NewWorkbook } from "./store/surroundings";
import { TodoTab } from "./todo/TodoTab";

const AuditTab = lazy(() => import(/* webpackChunkName: "audit" */ "./audit/AuditTab"));
const CleanPage = lazy(() => import(/* webpackChunkName: "clean" */ "./pages/CleanPage"));
const DataTab = lazy(() => import(/* webpackChunkName: "data" */ "./data/DataTab"));
// Asked for with the first paint, which does not wait for them.
const NoticeSlot = lazy(() =>
  import(/* webpackChunkName: "notices" */ "./shell/NoticeSlot").then((slot) => ({ default: slot.NoticeSlot })),
);
const Failed = lazy(() =>
  import(/* webpackChunkName: "notices" */ "./start/Failed").then((failed) => ({ default: failed.Failed })),
);
const CellPage = lazy(() => import(/* webpackChunkName: "cell" */ "./pages/CellPage"));
const ChangesPage = lazy(() => import(/* webpackChunkName: "changes" */ "./pages/ChangesPage"));
const OptionsPage = lazy(() => import(/* webpackChunkName: "options" */ "./pages/OptionsPage"));
const ReportPage = lazy(() => import(/* webpackChunkName: "report-page" */ "./pages/ReportPage"));
const RulesPage = lazy(() => import(/* webpackChunkName: "rules" */ "./pages/RulesPage"));
const ReviewTab = lazy(() => import(/* webpackChunkName: "review" */ "./review/ReviewTab"));
const SlipPage = lazy(() => import(/* webpackChunkName: "slip" */ "./pages/SlipPage"));
const WritePage = lazy(() => import(/* webpackChunkName: "write" */ "./pages/WritePage"));

/** The whole pane over one store: what is looked at, its tabs, what happened, and the selected cell. */
export function Pane({ store }: { readonly store: PaneStore }) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const s = useShell();
  const isSmall = useIsSmall();
  useEffect(() => store.start(), [store]);
  const [drafts] = useState(() => new Map<string, string>());
  const keepsFocus = useKeptFocus();
  return (
    <DraftsContext value={drafts}>
      <MayWriteContext value={!isReadOnly(state)}>
        {/* Keys that mean the same wherever the focus is. */}
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div
          className={mergeClasses(s.pane, isSmall && state.page === null && s.flowing)}
          {...keepsFocus}
          onKeyDown={(event) => takeKey(event, store)}
        >
          {state.page === null ? <Front store={store} state={state} /> : <OnTop store={store} state={state} />}
        </div>
      </MayWriteContext>
    </DraftsContext>
  );
}

/** Ctrl+Z takes the last save back outside of fields, where it is the text's own; Esc leaves a page. */
function takeKey(event: KeyboardEvent, { actions, getState }: PaneStore): void {
  if (isCommand(event) && event.key.toLowerCase() === "z" && !isInField(event)) void actions.undo();
  else if (event.key === "Escape" && getState().page !== null) actions.page(null);
  else if (isCommand(event) && event.key.toLowerCase() === "f") {
    const find = document.querySelector<HTMLElement>("[data-find]");
    if (!find) return;
    find.click();
  } else return;
  event.preventDefault();
}

function Front({ store, state }: FrontProps) {
  const l = useLayout();
  const s = useShell();
  const w = useWords();
  const isSmall = useIsSmall();
  const { actions } = store;
  const review = shownReview(state);
  const count = review ? toDo(shownQueue(state)).filter(({ key }) => !state.done.has(key)).length : null;
  return (
    <>
      <Header state={state} onTable={actions.table} />
      <Tabs
        state={state}
        counts={count === null ? {} : { todo: String(count) }}
        onTab={actions.tab}
        onRead={() => void actions.read()}
        onPage={actions.page}
      />
      <main
        className={mergeClasses(s.main, isSmall && s.inFlow)}
        tabIndex={-1}
        aria-busy={state.phase.status === "reading"}
      >
        <Reading state={state} onCancel={actions.cancel} />
        <Outline state={state} />
        <div role="tabpanel" aria-label={w.tabs[state.tab]} className={mergeClasses(isOutdated(state) && s.dimmed)}>
          <Suspense fallback={null}>
            <Tab store={store} state={state} />
          </Suspense>
        </div>
      </main>
      <p className={mergeClasses(l.text, l.hidden)} role="status">
        {state.phase.status === "ready" && count !== null && w.findingsAnnounced(count)}
      </p>
      <Suspense fallback={null}>
        <NoticeSlot state={state} store={store} />
      </Suspense>
      <SelectionBar
        state={state}
        onCell={() => actions.page("cell")}
        onWrite={() => void actions.propose(false)}
        onUndo={() => void actions.undo()}
      />
    </>
  );
}

interface FrontProps {
  readonly store: PaneStore;
  readonly state: PaneState;
}

function Tab({ store, state }: FrontProps) {
  const { actions } = store;
  const review = shownReview(state);
  const onRead = (): void => void actions.read();
  if (!review) {
    const { phase } = state;
    if (phase.status === "failed") return <Failed failure={phase.failure} onRetry={onRead} />;
    return phase.status === "idle" ? <NotRead onRead={onRead} /> : null;
  }
  if (review.tables.length === 0)
    return <NoTable store={store} review={review} selected={state.selected} onNew={opensNew(store)} />;
  switch (state.tab) {
    case "review":
      return <ReviewTab store={store} state={state} review={review} />;
    case "data":
      return <DataTab store={store} state={state} review={review} />;
    case "audit":
      return <AuditTab store={store} state={state} review={review} />;
    default:
      return <TodoTab store={store} state={state} review={review} />;
  }
}

function OnTop({ store, state }: FrontProps) {
  const { actions } = store;
  const review = shownReview(state);
  const onBack = (): void => actions.page(null);
  return (
    <Suspense fallback={null}>
      {state.page === "options" && (
        <OptionsPage
          habits={state.habits}
          onHabits={actions.habits}
          readOnly={isReadOnly(state)}
          onReadOnly={(readOnly) => void actions.setReadOnly(readOnly)}
          onNew={opensNew(store)}
          onBack={onBack}
        />
      )}
      {state.page === "cell" && review && <CellPage state={state} store={store} review={review} onBack={onBack} />}
      {state.page === "changes" && <ChangesPage state={state} store={store} onBack={onBack} />}
      {state.page === "clean" && review && <CleanPage state={state} store={store} review={review} onBack={onBack} />}
      {state.page === "slip" && review && <SlipPage state={state} store={store} review={review} onBack={onBack} />}
      {state.page === "report" && <ReportPage store={store} review={review} onBack={onBack} />}
      {state.page === "rules" && review && <RulesPage state={state} store={store} review={review} onBack={onBack} />}
      {state.page === "write" && state.proposal && (
        <WritePage
          proposal={state.proposal}
          work={state.work}
          onFillBlank={(fillBlank) => void actions.propose(fillBlank)}
          onConfirm={() => void actions.confirm()}
          onRules={() => actions.page("rules")}
          onBack={() => (state.work ? actions.cancel() : onBack())}
        />
      )}
      <NoticeSlot state={state} store={store} />
    </Suspense>
  );
}

const opensNew = ({ canOpenNew, actions }: PaneStore): ((what: NewWorkbook) => void) | null =>
  canOpenNew ? (what) => void actions.openNew(what) : null;
