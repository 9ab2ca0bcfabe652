import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  Checkmark16Regular,
  ChevronDown16Regular,
  ChevronRight16Regular,
  ErrorCircle16Filled,
  Info16Regular,
  Warning16Filled,
} from "@fluentui/react-icons";
import { lazy, Suspense, useLayoutEffect, useRef, useState, type ReactElement } from "react";
import { linesOf, type QueueLine } from "../../app/pane/queue-lines";
import type { QueueGroup } from "../../app/pane/queue";
import type { QueueItem } from "../../app/pane/queue-item";
import type { TableSummary } from "../../app/pane/table-summary";
import type { Severity } from "../../core/findings/finding-kind";
import { moveAmongRows } from "../common/keys";
import { useLayout } from "../common/layout";
import { StateBar } from "../common/StateBar";
import { useScrolled, windowOf } from "../common/window";
import { useWords } from "../i18n/words";
import { shownQueue, shownTables, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { FactText } from "./FactText";

const OpenItem = lazy(() => import(/* webpackChunkName: "item" */ "./OpenItem"));

const ICONS: Readonly<Record<Severity, ReactElement>> = {
  error: <ErrorCircle16Filled />,
  warning: <Warning16Filled />,
  info: <Info16Regular />,
};

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  head: { position: "sticky", top: 0, zIndex: 1, cursor: "pointer" },
  belowChips: { top: "42px" },
  icon: { display: "flex", flexShrink: 0 },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorNeutralForeground2 },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: 0 },
  name: { flexGrow: 1 },
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
  table: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tableLine: { display: "flex", columnGap: tokens.spacingHorizontalS, alignItems: "baseline", minWidth: 0 },
  rest: { padding: `6px ${tokens.spacingHorizontalM}`, backgroundColor: tokens.colorNeutralBackground2 },
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
              <Row
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

interface HeadProps {
  readonly line: Extract<QueueLine, { is: "head" }>;
  readonly state: PaneState;
  readonly onTurn: () => void;
}

function Head({ line: { group, folded }, state, onTurn }: HeadProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const { kind, items, severity } = group;
  const left = items.filter(({ key }) => !state.done.has(key));
  return (
    <li className={mergeClasses(s.head, state.open !== null && s.belowChips)}>
      <button type="button" className={l.head} aria-expanded={!folded} onClick={onTurn}>
        <span className={mergeClasses(s.icon, s[severity])} role="img" aria-label={w.queue.severity[severity]}>
          {ICONS[severity]}
        </span>
        <span className={s.title}>{w.queue.kinds[kind]}</span>
        <span className={mergeClasses(l.quiet, l.cut)}>{countText(group, left.length, w)}</span>
        {folded ? <ChevronRight16Regular /> : <ChevronDown16Regular />}
      </button>
    </li>
  );
}

function countText({ kind, items, marks }: QueueGroup, left: number, w: ReturnType<typeof useWords>): string {
  if (left < items.length) return w.queue.left(left, "0");
  if (kind === "differs" && marks !== "0") return w.queue.differs(items.length, marks);
  return w.queue.count(items.length, kind === "table" || kind === "formula" ? "0" : marks);
}

function TableHead({ table }: { readonly table: TableSummary | undefined }) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  if (!table) return null;
  const { sheet, totals, states } = table;
  return (
    <li className={s.table}>
      <div className={s.tableLine}>
        <h2 className={mergeClasses(s.title, l.cut)}>{sheet}</h2>
        <span className={l.quiet}>{w.queue.tableHead(totals.typed ?? w.figures.none, states.judged, states.full)}</span>
      </div>
      <StateBar shares={states.shares} thin />
    </li>
  );
}

interface RestProps {
  readonly line: Extract<QueueLine, { is: "rest" }>;
  readonly onUnfold: () => void;
}

function Rest({ line: { groups }, onUnfold }: RestProps) {
  const s = useStyles();
  const w = useWords();
  const texts = groups.map(({ kind, items }) => `${w.queue.kinds[kind]} ${items.length}`).join(w.dot);
  return (
    <li className={s.rest}>
      <Link as="button" onClick={onUnfold}>
        {w.queue.restOfTable(texts)} ›
      </Link>
    </li>
  );
}

interface RowProps {
  readonly item: QueueItem;
  readonly state: PaneState;
  readonly store: PaneStore;
  readonly isStop: boolean;
  readonly position: number;
  readonly of: number;
  readonly onHeight: (height: number) => void;
}

function Row({ item, state, store, isStop, position, of, onHeight }: RowProps) {
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
