import { createStore, delMany, entries, setMany, type UseStore } from "idb-keyval";

/** A workbook as it stood, kept on this machine so that a crash or a reload loses nothing. */
interface KeptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sheet: string;
  /** Milliseconds since 1970, by which older work is found. */
  readonly at: number;
}

export interface KeptWork {
  /** What was kept, oldest first. */
  all(): Promise<readonly (readonly [id: string, file: KeptFile])[]>;
  keep(id: string, file: KeptFile): Promise<void>;
  forget(ids: readonly string[]): Promise<void>;
}

/** Pages opened from the disk may share one store with others: hence a database of our own (WORKBENCH.md, Build). */
export function keptWork(): KeptWork {
  let store: UseStore | null = null;
  const open = (): UseStore => (store ??= createStore("pinghe-workbench", "files"));
  return {
    async all() {
      const found = await entries<string, unknown>(open());
      return found
        .flatMap(([id, file]): (readonly [string, KeptFile])[] => (isKept(file) ? [[id, file]] : []))
        .sort(([, a], [, b]) => a.at - b.at);
    },
    keep: (id, file) => setMany([[id, file]], open()),
    forget: (ids) => delMany([...ids], open()),
  };
}

/** What an older version left there is none. */
const isKept = (value: unknown): value is KeptFile =>
  typeof value === "object" &&
  value !== null &&
  "name" in value &&
  typeof value.name === "string" &&
  "bytes" in value &&
  value.bytes instanceof Uint8Array &&
  "sheet" in value &&
  typeof value.sheet === "string" &&
  "at" in value &&
  typeof value.at === "number";
