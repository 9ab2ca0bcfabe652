import { Button, makeStyles } from "@fluentui/react-components";
import { useLayoutEffect, useRef, useState } from "react";
import { linesOf, type QueueLine } from "../../app/pane/queue-lines";
import type { QueueItem } from "../../app/pane/queue-item";
import { moveAmongRows } from "../common/keys";
import { useLayout } from "../common/layout";
import { useScrolled, windowOf } from "../common/window";
import { useWords } from "../i18n/words";
import { shownQueue, shownTables, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { Head, Rest, TableHead } from "./QueueHeads";
import { QueueRow } from "./QueueRow";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
});

const HEIGHTS: Readonly<Record<QueueLine["is"], number>> = { table: 50, head: 28, row: 32, rest: 32 };

export interface QueueListProps {
  readonly state: PaneState;
  readonly store: PaneStore;
  readonly items: readonly QueueItem[];
}

/** 待办, kind by kind: one tab stop, one item open. */
export function QueueList({ state, store, items }: QueueListProps) {
  const s = useStyles();
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLUListElement>(null);
  const [openHeight, setOpenHeight] = useState(300);
  const tables = shownTables(state);
  const { open, filter } = state;
  const lines = linesOf({ items, tables: tables.map(({ id }) => id), filter, turned, open });
  const heights = lines.map((line) => HEIGHTS[line.is] + (line.is === "row" && line.key === open ? openHeight : 0));
  const [top, height] = useScrolled(list, lines.length > 200);
  const { from, to, before, after } = windowOf(heights, top, height);
  const turn = (key: string): void => {
    const next = new Set(turned);
    if (!next.delete(key)) next.add(key);
    setTurned(next);
  };
  const rows = lines.filter((line) => line.is === "row");
  const stop = rows.some(({ key }) => key === open) ? open : (rows[0]?.key ?? null);
  const position = new Map(rows.map(({ key }, index) => [key, index + 1]));
  return (
    // The keys are those of the rows inside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul ref={list} className={s.list} onKeyDown={moveAmongRows}>
      {before > 0 && <li aria-hidden="true" style={{ height: before }} />}
      {lines.slice(from, to).map((line) => {
        switch (line.is) {
          case "table":
            return <TableHead key={line.key} table={tables.find(({ id }) => id === line.table)} />;
          case "head":
            return <Head key={line.key} line={line} state={state} onTurn={() => turn(line.key)} />;
          case "rest":
            return <Rest key={line.key} line={line} onUnfold={() => turn(line.key)} />;
          case "row":
            return (
              <QueueRow
                key={line.key}
                item={line.item}
                state={state}
                store={store}
                isStop={line.key === stop}
                position={position.get(line.key) ?? 0}
                of={rows.length}
                onHeight={setOpenHeight}
              />
            );
        }
      })}
      {after > 0 && <li aria-hidden="true" style={{ height: after }} />}
    </ul>
  );
}

/** For what is all done in a filter: the way on. */
export function DoneKind({ state, store }: Omit<QueueListProps, "items">) {
  const l = useLayout();
  const w = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { filter, done } = state;
  const own = shownQueue(state).filter(({ kind }) => kind === filter);
  const isDone = filter !== null && own.length > 0 && own.every(({ key }) => done.has(key));
  useLayoutEffect(() => {
    if (isDone) box.current?.querySelector("button")?.focus();
  }, [isDone]);
  if (!isDone) return null;
  return (
    <div ref={box} className={l.padded}>
      <Button
        appearance="primary"
        onClick={() => {
          store.actions.filter(null);
          store.actions.openNext();
        }}
      >
        {w.queue.doneKind(w.queue.kinds[filter])} · {w.queue.nextKind} →
      </Button>
    </div>
  );
}
