import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import type { PaneFinding } from "../app/pane/pane-findings";
import { DraftsContext } from "./common/drafts";
import { useKeptFocus } from "./common/kept-focus";
import { useLayout } from "./common/layout";
import { useWords } from "./i18n/words";
import { Overview } from "./overview/Overview";
import { shownReview, shownTable, type PaneState } from "./pane-state";
import type { PaneStore } from "./pane-store";
import { Footer } from "./shell/Footer";
import { Header } from "./shell/Header";
import { NoticeBar } from "./shell/NoticeBar";
import { Reading } from "./shell/Reading";
import { Sections } from "./shell/Sections";
import { useShell } from "./shell/shell-styles";
import { Failed } from "./start/Failed";
import { NotRead } from "./start/NotRead";
import { NoTable } from "./start/NoTable";
import { Welcome } from "./start/Welcome";
import type { NewWorkbook } from "./store/surroundings";
import type { FindingActions } from "./findings/finding-actions";

const WriteDialog = lazy(() => import(/* webpackChunkName: "write" */ "./write/WriteDialog"));
const Findings = lazy(() => import(/* webpackChunkName: "findings" */ "./findings/Findings"));
const Options = lazy(() => import(/* webpackChunkName: "options" */ "./options/Options"));
const DataSection = lazy(() => import(/* webpackChunkName: "data" */ "./data/DataSection"));
const RulesSection = lazy(() => import(/* webpackChunkName: "rules" */ "./rules/RulesSection"));

/** The whole pane over one store: header, four sections, and what may be written or taken back. */
export function Pane({ store }: { readonly store: PaneStore }) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const l = useLayout();
  const s = useShell();
  const w = useWords();
  useEffect(() => store.start(), [store]);
  const [showsOptions, setShowsOptions] = useState(false);
  const [drafts] = useState(() => new Map<string, string>());
  const { actions } = store;
  const review = shownReview(state);
  const onNew = opensNew(store);
  const keepsFocus = useKeptFocus();
  if (!state.habits.welcomed) {
    return (
      <div {...keepsFocus}>
        <Welcome onBegin={() => void actions.begin()} onSkip={actions.skip} onNew={onNew} notice={state.notice} />
      </div>
    );
  }
  return (
    <div className={s.pane} {...keepsFocus}>
      <Header
        state={state}
        showsOptions={showsOptions}
        onRead={() => void actions.read()}
        onOptions={() => setShowsOptions(!showsOptions)}
      />
      <Sections
        section={state.section}
        errors={review?.counts.errors ?? 0}
        onSection={(section) => {
          setShowsOptions(false);
          actions.section(section);
        }}
      />
      <main className={s.main} tabIndex={-1} aria-busy={state.phase.status === "reading"}>
        <NoticeBar state={state} onDismiss={actions.dismissNotice} onRetry={() => void actions.read()} />
        <Reading phase={state.phase} work={state.work} onCancel={actions.cancel} />
        <div
          className={l.stack}
          role="tabpanel"
          aria-label={showsOptions ? w.preferences.title : w.sections[state.section]}
        >
          <Suspense fallback={null}>
            {showsOptions ? (
              <Options habits={state.habits} onHabits={actions.habits} onClose={() => setShowsOptions(false)} />
            ) : (
              <DraftsContext value={drafts}>
                <Section store={store} state={state} />
              </DraftsContext>
            )}
          </Suspense>
        </div>
      </main>
      <Footer state={state} onWrite={() => void actions.propose(false)} onUndo={() => void actions.undo()} />
      {state.proposal && (
        <Suspense fallback={null}>
          <WriteDialog
            proposal={state.proposal}
            work={state.work}
            onFillBlank={(fillBlank) => void actions.propose(fillBlank)}
            onConfirm={() => void actions.confirm()}
            onCancel={() => (state.work ? actions.cancel() : actions.closeProposal())}
          />
        </Suspense>
      )}
    </div>
  );
}

function Section({ store, state }: { readonly store: PaneStore; readonly state: PaneState }) {
  const { actions } = store;
  const review = shownReview(state);
  const table = shownTable(state);
  if (!review) {
    switch (state.phase.status) {
      case "failed":
        return <Failed failure={state.phase.failure} onRetry={() => void actions.read()} />;
      case "idle":
        return <NotRead onBegin={() => void actions.begin()} onNew={opensNew(store)} />;
      default:
        return null;
    }
  }
  if (!table) {
    return <NoTable sheets={review.book.sheets.map(({ name }) => name)} onNew={opensNew(store)} />;
  }
  switch (state.section) {
    case "overview":
      return (
        <Overview
          tables={review.tables}
          table={table}
          selected={state.selected}
          onTable={actions.table}
          onNext={() => void actions.next()}
          onKind={(kind) => void actions.nextOf(kind)}
        />
      );
    case "findings":
      return (
        <Findings
          groups={review.groups}
          counts={review.counts}
          coverage={table.coverage}
          open={state.finding}
          actions={findingActions(store)}
        />
      );
    case "data":
      return (
        <DataSection
          groups={review.data}
          notes={review.notes}
          wanted={state.wanted}
          onFill={actions.fill}
          onReveal={(at) => void actions.reveal(at)}
        />
      );
    case "rules":
      return <RulesSection store={store} state={state} review={review} table={table} />;
  }
}

const opensNew = ({ canOpenNew, actions }: PaneStore): ((what: NewWorkbook) => void) | null =>
  canOpenNew ? (what) => void actions.openNew(what) : null;

const findingActions = ({ actions }: PaneStore): FindingActions => ({
  open: ({ fingerprint, at }: PaneFinding) => {
    actions.openFinding(fingerprint);
    if (at) void actions.reveal(at);
  },
  close: () => actions.openFinding(null),
  putText: actions.putText,
  mend: actions.mend,
  wantData: actions.wantData,
  writeFirst: () => void actions.propose(false),
  waive: actions.waive,
});
