import { Button, mergeClasses } from "@fluentui/react-components";
import { FileButton } from "../common/FileButton";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import { shownReview, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { PageFrame } from "../shell/PageFrame";
import { Reading } from "../shell/Reading";
import { ChangeGroups } from "../todo/ChangeGroups";
import { ChangesHead } from "../todo/ChangesCard";

/** What a file dialog offers: a workbook of the earlier round, or the report of it. */
const ENDINGS = ".xlsx,.xlsm,.xls,.json";

export interface ChangesPageProps {
  readonly state: PaneState;
  readonly store: PaneStore;
  readonly onBack: () => void;
}

/** The earlier round: which one, everything that changed since, and the choice of another. */
export default function ChangesPage({ state, store, onBack }: ChangesPageProps) {
  const l = useLayout();
  const w = useWords();
  const { actions } = store;
  const changes = shownReview(state)?.changes ?? null;
  return (
    <PageFrame title={w.changes.title} onBack={onBack}>
      <Reading state={state} onCancel={actions.cancel} />
      <div className={l.padded}>
        {changes ? <ChangesHead changes={changes} /> : <p className={l.text}>{w.changes.none}</p>}
        <div className={mergeClasses(l.row, l.wrap)}>
          {store.canReadFile && (
            <FileButton
              label={state.earlier ? w.changes.replace : w.changes.choose}
              accept={ENDINGS}
              onFile={actions.compareWith}
            />
          )}
          {state.earlier && (
            <Button size="small" onClick={() => void actions.compareNoMore()}>
              {w.changes.remove}
            </Button>
          )}
        </div>
        <p className={mergeClasses(l.text, l.quiet)}>{w.changes.about}</p>
        {changes && <ChangeGroups groups={changes.groups} onReveal={(at) => void actions.reveal(at)} />}
      </div>
    </PageFrame>
  );
}
