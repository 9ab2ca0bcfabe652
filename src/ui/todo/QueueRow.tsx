import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons";
import { lazy, Suspense, useLayoutEffect, useRef } from "react";
import type { QueueItem } from "../../app/pane/queue-item";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { FactText } from "./FactText";

const OpenItem = lazy(() => import(/* webpackChunkName: "item" */ "./OpenItem"));

const useStyles = makeStyles({
  done: { color: tokens.colorNeutralForeground3 },
  saved: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: "4px",
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusSuccessForeground1,
  },
  failed: { backgroundColor: tokens.colorStatusDangerBackground1 },
});

interface QueueRowProps {
  readonly item: QueueItem;
  readonly state: PaneState;
  readonly store: PaneStore;
  readonly isStop: boolean;
  readonly position: number;
  readonly of: number;
  readonly onHeight: (height: number) => void;
}

/** One item: a line, and what can be done about it where it is open. */
export function QueueRow({ item, state, store, isStop, position, of, onHeight }: QueueRowProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const body = useRef<HTMLDivElement>(null);
  const { key, cell, name, fact } = item;
  const isOpen = state.open === key;
  const done = state.done.get(key);
  const failed = state.failed.has(key);
  useLayoutEffect(() => {
    if (isOpen && body.current) onHeight(body.current.offsetHeight);
  }, [isOpen, onHeight]);
  return (
    <li className={mergeClasses(isOpen && l.openRow)} aria-setsize={of} aria-posinset={position}>
      <button
        type="button"
        data-row={key}
        tabIndex={isStop ? 0 : -1}
        className={mergeClasses(l.line, failed && s.failed)}
        aria-expanded={isOpen}
        onClick={() => store.actions.open(isOpen ? null : key)}
      >
        <span className={l.cell}>{cell}</span>
        <span className={mergeClasses(l.cut, done && !isOpen && s.done)}>{name}</span>
        {done && !isOpen ? (
          <span className={s.saved}>
            {!done.isSaving && <Checkmark16Regular />} {done.isSaving ? w.queue.saving : w.queue.saved(done.cell)}
          </span>
        ) : failed ? (
          <span className={mergeClasses(s.saved, l.danger)}>{w.queue.notSaved}</span>
        ) : (
          <FactText fact={fact} />
        )}
      </button>
      {isOpen && (
        <div ref={body} className={l.openBody}>
          <Suspense fallback={null}>
            <OpenItem key={key} item={item} state={state} store={store} />
          </Suspense>
        </div>
      )}
    </li>
  );
}
