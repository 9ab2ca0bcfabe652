import { readFileSync } from "node:fs";
import { webcrypto } from "node:crypto";
import path from "node:path";
import { TextDecoder, TextEncoder } from "node:util";
import * as engine from "../../src/app/pane/engine";
import { createPaneMemory, NEW_PERSON, type PaneHabits } from "../../src/app/pane/pane-memory";
import type { PaneReview } from "../../src/app/pane/pane-review";
import { createUndoJournal, type TextStore } from "../../src/app/pane/undo-journal";
import type { CellAddress } from "../../src/core/workbook/address";
import { readReport } from "../../src/taskpane/read-report";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import type { Unsubscribe, WorkbookChange, WorkbookHost } from "../../src/host/port";
import { createPaneStore, type PaneStore, type PaneSurroundings } from "../../src/ui/pane-store";
import type { Language } from "../../src/ui/i18n/words";
import { shownReview, shownTables } from "../../src/ui/pane-state";
import type { QueueItem, QueueKind } from "../../src/app/pane/queue-item";
import type { TableSummary } from "../../src/app/pane/table-summary";
import type { DataRow } from "../../src/app/pane/data-row";

// jsdom has none of these; every browser has.
Object.assign(globalThis, { TextDecoder, TextEncoder });
if (typeof window !== "undefined") {
  const list = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined };
  Object.assign(window, { matchMedia: () => list, isSecureContext: true });
  Object.defineProperty(window, "crypto", { value: webcrypto });
  Element.prototype.scrollIntoView = () => undefined;
}

/** A pane over a real workbook: its host notes what was revealed, and lets a test play the person at the sheet. */
export interface PaneFixture {
  readonly store: PaneStore;
  readonly host: WorkbookHost;
  readonly revealed: readonly CellAddress[];
  readonly texts: TextStore;
  change(change: WorkbookChange): void;
  select(at: CellAddress): void;
}

export interface FixtureOptions {
  readonly lang?: Language;
  readonly texts?: TextStore;
  readonly habits?: Partial<PaneHabits>;
  readonly session?: PaneSurroundings["session"];
  readonly openNew?: PaneSurroundings["openNew"];
  readonly openCleanCopy?: PaneSurroundings["openCleanCopy"];
  /** Stands in for parts of the engine. */
  readonly engine?: Partial<typeof engine>;
  /** Stands in for verbs of the host. */
  readonly host?: Partial<WorkbookHost>;
}

export const HESHAN = "heshan-2021-self-evaluation.xlsx";
export const SHEET = "自评指标计分表";

export const workbook = (name: string): Uint8Array => readFileSync(path.resolve(__dirname, "../workbooks", name));

export function paneOn(bytes: Uint8Array, options: FixtureOptions = {}): PaneFixture {
  const { lang = "zh", texts = textStore(), openNew = null } = options;
  const revealed: CellAddress[] = [];
  const onChanged = new Set<(change: WorkbookChange) => void>();
  const onSelected = new Set<(at: CellAddress) => void>();
  const listen = <T>(listeners: Set<T>, listener: T): Unsubscribe => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const host: WorkbookHost = {
    ...createXlsxHost(bytes),
    reveal: (at) => {
      revealed.push(at);
      return Promise.resolve({ ok: true, value: undefined });
    },
    onChanged: (listener) => listen(onChanged, listener),
    onSelected: (listener) => listen(onSelected, listener),
    ...options.host,
  };
  const memory = createPaneMemory(texts, "heshan");
  memory.saveHabits({ ...NEW_PERSON, ...options.habits });
  const store = createPaneStore({
    host,
    engine: () => Promise.resolve({ ...engine, ...options.engine }),
    memory: createPaneMemory(texts, "heshan"),
    journal: createUndoJournal(texts, "heshan"),
    session: options.session,
    lang,
    openNew,
    openCleanCopy: options.openCleanCopy ?? null,
    readFile: (file) => createXlsxHost(file).read(),
    readReport,
  });
  return {
    store,
    host,
    revealed,
    texts,
    change: (change) => onChanged.forEach((listener) => listener(change)),
    select: (at) => onSelected.forEach((listener) => listener(at)),
  };
}

/** What localStorage is to the pane; `limit` is the number of characters it takes in all. */
export function textStore(limit = Infinity): TextStore & { readonly size: () => number } {
  const texts = new Map<string, string>();
  const size = (): number => [...texts.values()].reduce((sum, text) => sum + text.length, 0);
  return {
    size,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => {
      if (size() - (texts.get(key)?.length ?? 0) + value.length > limit) throw new Error("QuotaExceededError");
      texts.set(key, value);
    },
    removeItem: (key) => void texts.delete(key),
  };
}

/** A pane that has read its workbook. */
export async function opened(options: FixtureOptions = {}, bytes = workbook(HESHAN)): Promise<PaneFixture> {
  const pane = paneOn(bytes, options);
  await pane.store.actions.read();
  return pane;
}

export const reviewOf = ({ store }: PaneFixture): PaneReview => {
  const review = shownReview(store.getState());
  if (!review) throw new Error("nothing was reviewed");
  return review;
};

export const rowOf = (pane: PaneFixture, label: string): DataRow => {
  const row = reviewOf(pane)
    .data.flatMap(({ rows }) => rows)
    .find((one) => one.label === label);
  if (!row) throw new Error(`no row ${label}`);
  return row;
};

/** 待办 of one kind, as it is shown. */
export const itemsOf = ({ store }: PaneFixture, kind: QueueKind): readonly QueueItem[] =>
  store.getState().queue.filter((item) => item.kind === kind);

export function itemAt(pane: PaneFixture, kind: QueueKind, cell: string): QueueItem {
  const found = itemsOf(pane, kind).find((item) => item.cell === cell);
  if (!found) throw new Error(`nothing of ${kind} at ${cell}`);
  return found;
}

export function tableOf({ store }: PaneFixture): TableSummary {
  const [table] = shownTables(store.getState());
  if (!table) throw new Error("no table is shown");
  return table;
}

/** Writes the whole result. */
export async function written(pane: PaneFixture): Promise<void> {
  await pane.store.actions.propose(false);
  await pane.store.actions.confirm();
}

/** Judged by the pack of Hunan, with one score computed (在职人员控制率 from 69 and 77) and all of it written. */
export async function scoredByHunan(pane: PaneFixture): Promise<void> {
  const { store } = pane;
  await store.actions.choosePack("department-hunan");
  for (const [label, text] of [
    ["在职人员数", "69"],
    ["编制数", "77"],
  ] as const) {
    await store.actions.fill(rowOf(pane, label), text);
    await store.settled();
  }
  await written(pane);
}
