import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  type MessageBarIntent,
} from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useEffect } from "react";
import { wordFailure } from "../../app/failure-words";
import type { HostFailure } from "../../host/port";
import { useLayout } from "../common/layout";
import { useLanguage, useWords, type Language, type Messages } from "../i18n/words";
import { useShell } from "./shell-styles";
import { shownReview, type Notice, type PaneState } from "../pane-state";

/** How long good news stands; a failure stands until it is dismissed. */
const SHOWN_MS = 8000;

export interface NoticeBarProps {
  readonly state: PaneState;
  readonly onDismiss: () => void;
  readonly onRetry: () => void;
}

/** What happened or went wrong, said to screen readers too. A failed reading stands while an older review is shown. */
export function NoticeBar({ state, onDismiss, onRetry }: NoticeBarProps) {
  const w = useWords();
  const lang = useLanguage();
  const l = useLayout();
  const s = useShell();
  const { phase, notice } = state;
  const passes = notice !== null && intentOf(notice) !== "error";
  useEffect(() => {
    if (!passes) return;
    const timer = setTimeout(onDismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [passes, notice, onDismiss]);
  const failure: HostFailure | null = phase.status === "failed" && shownReview(state) ? phase.failure : null;
  return (
    <div role="status" className={s.notices}>
      {failure && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{wordFailure(failure, lang)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={onRetry}>
              {w.retry}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {/* What was kept says so beside its field: a bar would push the next field away from under the hand. */}
      {notice?.kind === "kept" && <span className={l.hidden}>{noticeText(notice, w, lang)}</span>}
      {notice && notice.kind !== "kept" && (
        <MessageBar intent={intentOf(notice)} layout="multiline">
          <MessageBarBody>{noticeText(notice, w, lang)}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button appearance="transparent" icon={<Dismiss16Regular />} aria-label={w.close} onClick={onDismiss} />
            }
          />
        </MessageBar>
      )}
    </div>
  );
}

const INTENTS: Readonly<Partial<Record<Notice["kind"], MessageBarIntent>>> = {
  failure: "error",
  "file-refused": "error",
  "undo-stale": "error",
  "new-refused": "warning",
  "nothing-to-undo": "info",
};

const intentOf = ({ kind }: Notice): MessageBarIntent => INTENTS[kind] ?? "success";

export function noticeText(notice: Notice, w: Messages, lang: Language): string {
  switch (notice.kind) {
    case "wrote":
      return w.write.done(notice.places);
    case "typed":
      return w.typed(notice.cell);
    case "kept":
      return w.kept(notice.label);
    case "undone":
      return w.undo.done(w.undo.kinds[notice.entry]);
    case "nothing-to-undo":
      return w.undo.none;
    case "undo-stale":
      return w.undo.stale(w.list(notice.cells.slice(0, 5)));
    case "file-refused":
      return w.files.refused(notice.file, notice.faults);
    case "new-refused":
      return w.start.newRefused;
    case "failure":
      return wordFailure(notice.failure, lang);
  }
}
