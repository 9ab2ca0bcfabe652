import type { PutKind } from "./remedies";
import type { WritePlan } from "../../core/workbook/write-plan";

/** Where the pane keeps small texts between openings; `localStorage` fits, and a browser that forbids it gives null. */
export interface TextStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A write that can be taken back: what it was, and the plan that restores what stood there. */
export interface UndoEntry {
  readonly what: UndoKind;
  readonly inverse: WritePlan;
  /** What the pane had kept until this write stored it, by label: kept again once the write is undone. */
  readonly inputs?: Readonly<Record<string, string>>;
}

type UndoKind =
  "review" | "reason" | "evidence" | "waiver" | "data" | PutKind | "opinion" | "rules" | "slip" | "audit" | "partial";

/** Writes of the whole result, of which the last ten are kept; all else are saves, of which the last fifty are. */
const WRITES: ReadonlySet<UndoKind> = new Set(["review", "slip", "audit", "partial"]);

/**
 * Our own undo (Office 2021, 2024 and WPS have none for add-ins): the last writes of one workbook, newest last, surviving
 * a reload of the pane. Where nothing can be stored it lasts as long as the pane.
 */
export interface UndoJournal {
  entries(): readonly UndoEntry[];
  push(entry: UndoEntry): void;
  /** Takes the newest entry off, after it was undone. */
  pop(): void;
}

const KEPT_WRITES = 10;
const KEPT_SAVES = 50;

export function createUndoJournal(store: TextStore | null, workbook: string): UndoJournal {
  const key = `pinghe.undo.${workbook}`;
  let entries = readEntries(store, key);
  const save = (): void => {
    for (;;) {
      if (entries.length === 0) {
        attempt(() => store?.removeItem(key));
        return;
      }
      if (attempt(() => store?.setItem(key, JSON.stringify(entries)))) return;
      // The store is full: older writes are forgotten there before newer ones; the last one stays in memory at least.
      if (entries.length === 1) return;
      entries = entries.slice(1);
    }
  };
  return {
    entries: () => entries,
    push(entry) {
      entries = kept([...entries, entry]);
      save();
    },
    pop() {
      entries = entries.slice(0, -1);
      save();
    },
  };
}

/** Saves never push a write out, nor writes a save. */
function kept(entries: readonly UndoEntry[]): readonly UndoEntry[] {
  const isWrite = ({ what }: UndoEntry): boolean => WRITES.has(what);
  const writes = new Set(entries.filter(isWrite).slice(-KEPT_WRITES));
  const saves = new Set(entries.filter((entry) => !isWrite(entry)).slice(-KEPT_SAVES));
  return entries.filter((entry) => writes.has(entry) || saves.has(entry));
}

function readEntries(store: TextStore | null, key: string): readonly UndoEntry[] {
  let text: string | null = null;
  attempt(() => (text = store?.getItem(key) ?? null));
  const parsed = parseJson(text);
  return Array.isArray(parsed) ? parsed.filter(isEntry) : [];
}

/** What an older version or another program left there is no entry. */
const isEntry = (value: unknown): value is UndoEntry =>
  typeof value === "object" &&
  value !== null &&
  "what" in value &&
  "inverse" in value &&
  typeof value.inverse === "object" &&
  value.inverse !== null &&
  "steps" in value.inverse &&
  Array.isArray(value.inverse.steps);

/** Text that does not parse is as good as none. */
export function parseJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** False where the store refuses (full, forbidden); the caller goes on without it. */
export function attempt(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
