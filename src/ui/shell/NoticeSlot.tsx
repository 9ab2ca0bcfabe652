import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  type MessageBarIntent,
} from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { wordFailure } from "../../app/failure-words";
import { shownAddress, type CellAddress } from "../../core/workbook/address";
import { useLanguage, useWords, type Language, type Messages } from "../i18n/words";
import type { Notice, SaveTrouble } from "../pane-notice";
import { isOutdated, shownReview, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { useShell } from "./shell-styles";

export interface NoticeSlotProps {
  readonly state: PaneState;
  readonly store: PaneStore;
}

/** One place for all that happened, above the bar and out of what scrolls: it stands until it is closed or solved. */
export function NoticeSlot({ state, store }: NoticeSlotProps) {
  const s = useShell();
  const shown = useShownNotice(state, store);
  const isError = shown?.intent === "error";
  return (
    <div className={s.slot}>
      {shown && isError && (
        <div role="alert">
          <Slot {...shown} />
        </div>
      )}
      <div role="status">{shown && !isError && <Slot {...shown} />}</div>
    </div>
  );
}

interface Shown {
  readonly intent: MessageBarIntent;
  readonly title?: string;
  readonly body: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss: (() => void) | null;
}

function Slot({ intent, title, body, actions, onDismiss }: Shown) {
  const w = useWords();
  return (
    <MessageBar intent={intent} layout="multiline" politeness={intent === "error" ? "assertive" : "polite"}>
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>} {body}
      </MessageBarBody>
      <MessageBarActions
        {...(onDismiss
          ? {
              containerAction: (
                <Button
                  appearance="transparent"
                  icon={<Dismiss16Regular />}
                  aria-label={w.close}
                  title={w.close}
                  onClick={onDismiss}
                />
              ),
            }
          : {})}
      >
        {actions}
      </MessageBarActions>
    </MessageBar>
  );
}

/** A reading that failed while an older one is shown, then what happened, then that the figures are old. */
function useShownNotice(state: PaneState, store: PaneStore): Shown | null {
  const w = useWords();
  const lang = useLanguage();
  const { actions } = store;
  const { phase, notice } = state;
  const readAgain = (
    <Button size="small" appearance="primary" onClick={() => void actions.read()}>
      {w.read}
    </Button>
  );
  if (notice && intentOf(notice) === "error") return noticeShown(notice, store, w, lang);
  if (phase.status === "failed" && shownReview(state))
    return { intent: "error", body: wordFailure(phase.failure, lang), actions: readAgain, onDismiss: null };
  if (notice) return noticeShown(notice, store, w, lang);
  if (isOutdated(state) && phase.status === "ready" && state.changes > 0)
    return { intent: "warning", body: w.notices.changed(state.changes), actions: readAgain, onDismiss: null };
  if (phase.status === "ready" && phase.reviewed.rules.areGone && state.page === null) {
    const rules = (
      <Button size="small" appearance="primary" onClick={() => actions.page("rules")}>
        {w.rules.title}
      </Button>
    );
    return { intent: "warning", body: w.notices.rulesGone, actions: rules, onDismiss: null };
  }
  return null;
}

const INTENTS: Readonly<Partial<Record<Notice["kind"], MessageBarIntent>>> = {
  failure: "error",
  "save-failed": "error",
  "file-refused": "error",
  "report-refused": "error",
  "earlier-refused": "error",
  "undo-partly": "warning",
  blanking: "warning",
  "new-refused": "warning",
  "worker-lost": "warning",
  "copy-refused": "warning",
  "nothing-to-undo": "info",
  "read-only": "info",
};

const intentOf = (notice: Notice): MessageBarIntent =>
  notice.kind === "failure" && notice.failure.kind === "cell-edit-mode" ? "info" : (INTENTS[notice.kind] ?? "success");

function noticeShown(notice: Notice, store: PaneStore, w: Messages, lang: Language): Shown {
  const { actions } = store;
  const intent = intentOf(notice);
  const onDismiss = actions.dismissNotice;
  const plain = (body: ReactNode): Shown => ({ intent, body, onDismiss });
  switch (notice.kind) {
    case "wrote": {
      const undo = (
        <Button size="small" onClick={() => void actions.undo()}>
          {w.undo.button}
        </Button>
      );
      return { ...plain(w.write.done(notice.places)), actions: undo };
    }
    case "undone": {
      const kept = notice.kept.length > 0 ? ` ${w.undo.kept(w.list(notice.kept))}` : "";
      return plain(`${w.undo.done(w.undo.kinds[notice.entry], notice.cells)}${kept}`);
    }
    case "nothing-to-undo":
      return plain(w.undo.none);
    case "undo-partly":
      return {
        ...plain(
          <>
            {w.undo.partly(w.undo.kinds[notice.entry], notice.cells, notice.kept.length)}
            <Places cells={notice.kept} onReveal={(at) => void actions.reveal(at)} />
          </>,
        ),
        actions: (
          <>
            {notice.cells > 0 && (
              <Button size="small" appearance="primary" onClick={() => void actions.undoPartly(false)}>
                {w.undo.rest(notice.cells)}
              </Button>
            )}
            <Button size="small" onClick={() => void actions.undoPartly(true)}>
              {w.undo.whole(notice.kept.length)}
            </Button>
            <Button size="small" appearance="subtle" onClick={onDismiss}>
              {w.undo.not}
            </Button>
          </>
        ),
      };
    case "new-refused":
      return plain(w.start.newRefused);
    case "worker-lost":
      return plain(w.notices.workerLost);
    case "read-only":
      return plain(w.preferences.readOnlyRefused);
    case "rules-kept":
      return plain(w.notices.rulesKept);
    case "copied":
      return plain(w.notices.copied);
    case "copy-refused":
      return plain(w.notices.copyRefused);
    case "slip-written":
      return plain(w.notices.slip(notice.count));
    case "audit-written":
      return plain(w.notices.audit);
    case "batch":
      return plain(w.notices.batch(notice.count));
    case "clean-opened":
      return plain(w.clean.opened);
    case "file-refused":
      return plain(w.files.refused(notice.file, notice.faults));
    case "report-read": {
      const look = (
        <Button size="small" onClick={() => actions.page("report")}>
          {w.report.look}
        </Button>
      );
      const told = plain(w.report.read(notice.file, notice.found));
      // The page of the report says all of it already.
      return store.getState().page === "report" ? told : { ...told, actions: look };
    }
    case "report-refused":
      return { ...plain(wordFailure(notice.failure, lang)), title: w.report.refused(notice.file) };
    case "earlier-refused": {
      const { file, why } = notice;
      return plain(w.changes.refused(file, typeof why === "string" ? why : wordFailure(why, lang)));
    }
    case "blanking":
      return plain(w.write.blanking(notice.count));
    case "save-failed": {
      const { key, reviewing } = notice.item;
      const back = (key !== null || reviewing) && (
        <Button
          size="small"
          appearance="primary"
          onClick={() => {
            if (key !== null) {
              actions.tab("todo");
              actions.open(key);
            } else if (reviewing) {
              actions.tab("review");
              actions.review(reviewing, null);
            }
          }}
        >
          {w.notices.goBack}
        </Button>
      );
      const words = `${troubleText(notice.why, lang)} ${w.notices.stillThere}`;
      return { ...plain(words), title: w.notices.notSaved(notice.item.cell), ...(back ? { actions: back } : {}) };
    }
    case "failure":
      return plain(wordFailure(notice.failure, lang));
  }
}

const troubleText = (why: SaveTrouble, lang: Language): string =>
  why.kind === "refusals" ? why.texts.join(" ") : wordFailure(why, lang);

/** The first of the cells that were changed, as links. */
function Places({
  cells,
  onReveal,
}: {
  readonly cells: readonly CellAddress[];
  readonly onReveal: (at: CellAddress) => void;
}) {
  const shown = cells.slice(0, 5);
  return (
    <>
      {shown.map((at, index) => (
        <span key={shownAddress(at)}>
          {index > 0 && " "}
          <Link as="button" inline onClick={() => onReveal(at)}>
            {shownAddress(at)}
          </Link>
        </span>
      ))}
      {cells.length > shown.length && " …"}
    </>
  );
}
