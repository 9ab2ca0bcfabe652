import type { BatchFile } from "../../app/batch/batch-unit";
import type { BatchSummary } from "../../app/batch/batch-summary";
import { sortFolder, type OtherFiles } from "../../app/batch/batch-folder";
import type { Language } from "../../ui/i18n/words";
import type { FolderFile } from "./batch-messages";
import { batchWords } from "./batch-page-words";

/** A folder that is being reviewed, or was. */
export interface BatchState {
  readonly lang: Language;
  readonly files: readonly FolderFile[];
  readonly others: readonly OtherFiles[];
  readonly done: number;
  readonly isRunning: boolean;
  /** Of what is done so far; null while it runs. */
  readonly summary: BatchSummary | null;
  readonly pack: string | null;
  /** The units of the list that were to report. */
  readonly expected: readonly string[] | null;
  readonly notice: string | null;
  readonly isShown: boolean;
}

export type BatchStore = ReturnType<typeof createBatchStore>;

/** How often the page is told how far the work is, in milliseconds. */
const TOLD_EVERY = 200;

/** A folder reviewed as `batch` reviews it. What does the work is loaded with the first folder. */
export function createBatchStore(startWorker: () => Worker | null) {
  let state: BatchState | null = null;
  let read = new Map<string, BatchFile>();
  let running: AbortController | null = null;
  const listeners = new Set<() => void>();
  const put = (next: BatchState | null): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const change = (changed: Partial<BatchState>): void => {
    if (state) put({ ...state, ...changed });
  };
  const loaded = () => import("./batch-work");

  function start(files: readonly FolderFile[], lang: Language): void {
    running?.abort();
    read = new Map();
    const sorted = sortFolder(files.map(({ path }) => path));
    const taken = new Set(sorted.reviewed);
    const kept = state ?? { pack: null, expected: null };
    put({
      ...{ lang, files: files.filter(({ path }) => taken.has(path)), others: sorted.others, done: 0, isRunning: false },
      ...{ summary: null, pack: kept.pack, expected: kept.expected, notice: null, isShown: true },
    });
    if (state?.files.length === 0) change({ notice: batchWords(lang).nothing });
    void run();
  }

  /** Reviews what is not reviewed yet. */
  async function run(): Promise<void> {
    if (!state) return;
    const called = new AbortController();
    running = called;
    const { files, pack, lang } = state;
    change({ isRunning: true, summary: null });
    const { reviewFolder } = await loaded();
    let told = 0;
    const onRead = (one: BatchFile): void => {
      read.set(one.file, one);
      if (Date.now() - told < TOLD_EVERY) return;
      told = Date.now();
      change({ done: read.size });
    };
    const waiting = files.filter(({ path }) => !read.has(path));
    await reviewFolder(waiting, { pack, lang }, startWorker, onRead, called.signal);
    if (running !== called) return;
    running = null;
    await summarise();
  }

  /** What is done so far, in the order of the folder. */
  async function summarise(): Promise<void> {
    const { summariseBatch } = await loaded();
    if (!state || running) return;
    const { files, expected, others } = state;
    const done = files.flatMap(({ path }) => read.get(path) ?? []);
    change({ done: done.length, isRunning: false, summary: summariseBatch(done, { expected, others }) });
  }

  /** Says that it writes, which takes seconds for a thousand units, and then what came of it. */
  async function saving(save: (summary: BatchSummary, lang: Language) => Promise<string | null>): Promise<void> {
    if (!state?.summary) return;
    change({ notice: batchWords(state.lang).writing });
    // The page paints it first.
    await new Promise((resume) => setTimeout(resume, 50));
    change({ notice: await save(state.summary, state.lang) });
  }

  async function readRoster(file: File): Promise<void> {
    const { unitsOnList } = await loaded();
    if (!state) return;
    const units = await unitsOnList(file, state.lang);
    change(units.ok ? { expected: units.value, notice: null } : { notice: units.failure });
    if (state.summary) await summarise();
  }

  return {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    actions: {
      start,
      stop: (): void => running?.abort(),
      goOn: (): void => {
        change({ notice: null });
        void run();
      },
      show: (isShown: boolean): void => change({ isShown }),
      choosePack: (pack: string | null): void => {
        running?.abort();
        read = new Map();
        change({ pack, done: 0 });
        void run();
      },
      readRoster,
      saveSummary: async (): Promise<void> => {
        const { saveSummary } = await loaded();
        await saving((summary, lang) => saveSummary(summary, lang));
      },
      saveSlips: async (due: string | null): Promise<void> => {
        const { saveSlips } = await loaded();
        await saving(({ files }, lang) => saveSlips(files, due, lang));
      },
      /** The file behind a row. */
      fileAt: (path: string): FolderFile | undefined => state?.files.find((file) => file.path === path),
      tell: (notice: string): void => change({ notice }),
    },
  };
}
