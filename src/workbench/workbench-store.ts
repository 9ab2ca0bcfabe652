import { wordFailure } from "../app/failure-words";
import type { VerificationReport } from "../app/output/verification-report";
import type { TextStore } from "../app/pane/undo-journal";
import type { CellAddress, Rect } from "../core/workbook/address";
import { succeed } from "../core/model/result";
import type { HostResult, Words } from "../host/port";
import type { Language } from "../ui/i18n/words";
import type { NewWorkbook } from "../ui/store/surroundings";
import type { KeptWork } from "./kept-work";
import { isUnsaved, openFile, paneOf, type OpenFile, type Opening } from "./open-file";
import { makeReport } from "./report/make-report";
import { sampleFile } from "./samples";
import { saveFile } from "./save-file";
import { workbenchWords } from "./words";

interface WorkbenchNotice {
  readonly intent: "info" | "error";
  readonly text: string;
  /** Offers to throw away what was restored. */
  readonly discard?: readonly string[];
}

export interface WorkbenchState {
  readonly lang: Language;
  readonly files: readonly OpenFile[];
  readonly active: string | null;
  /** The name of a workbook that is being opened. */
  readonly opening: string | null;
  readonly notice: WorkbenchNotice | null;
  /** The report that stands over the page. */
  readonly report: VerificationReport | null;
  /** A file whose closing waits for an answer. */
  readonly closing: string | null;
}

export type WorkbenchStore = ReturnType<typeof createWorkbenchStore>;

/** Unlike any other on this machine, in browsers of 2021 too. */
const newId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

/** How long after a change the work is kept. */
const KEEP_MS = 800;

/** The open workbooks, and everything that opens, saves, keeps and closes them. */
export function createWorkbenchStore(store: TextStore, kept: KeptWork, first: Language) {
  let state: WorkbenchState = {
    lang: first,
    files: [],
    active: null,
    opening: null,
    notice: null,
    report: null,
    closing: null,
  };
  const listeners = new Set<() => void>();
  const keeping = new Map<string, ReturnType<typeof setTimeout>>();
  let isKeeping = true;

  const set = (change: Partial<WorkbenchState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const words = () => workbenchWords(state.lang);
  const file = (id: string): OpenFile | undefined => state.files.find((one) => one.id === id);
  const change = (id: string, changed: Partial<OpenFile>): void =>
    set({ files: state.files.map((one) => (one.id === id ? { ...one, ...changed } : one)) });
  const parts = () => ({ store, lang: state.lang, openNew, openMade });

  async function open(opening: Opening, id: string = newId()): Promise<boolean> {
    const opened = await openBeside(opening, id);
    if (opened.ok) return true;
    const why = wordFailure(opened.failure, state.lang);
    set({ notice: { intent: "error", text: words().notOpened(opening.name, why) } });
    return false;
  }

  /** Opens a workbook in a tab of its own; of one that can not be read nothing stays. */
  async function openBeside(opening: Opening, id: string): Promise<HostResult<void>> {
    set({ opening: opening.name, notice: null });
    const opened = await openFile(id, opening, parts());
    if (!opened.ok) {
      set({ opening: null });
      return opened;
    }
    const { host } = opened.value;
    host.onShown((shown) => {
      if (shown.kind === "failure") set({ notice: { intent: "error", text: wordFailure(shown.failure, state.lang) } });
      else if (shown.kind === "reveal") change(id, { sheet: shown.at.sheet });
      else {
        goOnFromLostSheet(id);
        set({});
        keepSoon(id);
      }
    });
    set({ opening: null, files: [...state.files, opened.value], active: id });
    return succeed(undefined);
  }

  /** A sheet that an undo took away can not stay in view. */
  function goOnFromLostSheet(id: string): void {
    const one = file(id);
    if (!one || one.host.book.sheet(one.sheet)) return;
    const { sheets } = one.host.book.snapshot;
    change(id, { sheet: (sheets.find(({ visibility }) => visibility === "visible") ?? sheets[0])?.name ?? "" });
  }

  const openNew = (what: NewWorkbook): Promise<boolean> => open(sampleFile(what));

  const openMade = (name: string, bytes: Uint8Array): Promise<HostResult<void>> =>
    openBeside({ name, bytes, isUnsaved: true }, newId());

  /** The sample of which all marks can be recomputed, with its rules taken; until somebody changes it, it is nobody's work. */
  async function openWorked(): Promise<void> {
    const id = newId();
    if (!(await open(sampleFile("worked"), id))) return;
    const pane = file(id)?.pane;
    await pane?.actions.read();
    await pane?.actions.choosePack("project");
    pane?.actions.dismissNotice();
    change(id, { savedVersion: file(id)?.host.version ?? 0 });
    clearTimeout(keeping.get(id));
  }

  function keepSoon(id: string): void {
    clearTimeout(keeping.get(id));
    keeping.set(
      id,
      setTimeout(() => void keepNow(id), KEEP_MS),
    );
  }

  async function keepNow(id: string): Promise<void> {
    const one = file(id);
    if (!one || !isKeeping) return;
    if (!isUnsaved(one)) return forget([id]);
    const saved = await one.host.save();
    if (saved.ok)
      await attempt(() => kept.keep(id, { name: one.name, sheet: one.sheet, bytes: saved.value, at: Date.now() }));
  }

  const forget = (ids: readonly string[]): Promise<void> => attempt(() => kept.forget(ids));

  /** A browser that keeps nothing is said so once; the page goes on without it. */
  async function attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch {
      if (isKeeping) set({ notice: { intent: "info", text: words().notKept } });
      isKeeping = false;
    }
  }

  async function save(id: string): Promise<void> {
    const one = file(id);
    if (!one) return;
    const bytes = await one.host.save();
    if (!bytes.ok) {
      failed(wordFailure(bytes.failure, state.lang));
      return;
    }
    const { version } = one.host;
    try {
      const place = await saveFile(one.place?.name ?? one.name, bytes.value, one.place);
      if (!place) return;
      change(id, { place, name: place.name, savedVersion: version });
      set({ notice: { intent: "info", text: words().saved(place.name) } });
      await forget([id]);
    } catch (error) {
      failed(error instanceof Error ? error.message : String(error));
    }
  }

  const failed = (why: string): void => set({ notice: { intent: "error", text: `${words().notSaved}：${why}` } });

  function close(id: string): void {
    const files = state.files.filter((one) => one.id !== id);
    set({ files, closing: null, active: state.active === id ? (files.at(-1)?.id ?? null) : state.active });
    clearTimeout(keeping.get(id));
    void forget([id]);
  }

  return {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    actions: {
      open,
      openNew,
      openWorked,
      openFiles: async (files: readonly File[]): Promise<void> => {
        for (const one of files) await open({ name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) });
      },
      save,
      close: (id: string): void => {
        const one = file(id);
        if (one && isUnsaved(one)) set({ closing: id });
        else close(id);
      },
      closeAnyway: close,
      report: async (id: string): Promise<void> => {
        const one = file(id);
        const made = one && (await makeReport(one, state.lang));
        if (made?.ok) set({ report: made.value });
        else if (made) set({ notice: { intent: "error", text: wordFailure(made.failure, state.lang) } });
      },
      closeReport: (): void => set({ report: null }),
      keepOpen: (): void => set({ closing: null }),
      activate: (id: string): void => set({ active: id }),
      showSheet: (id: string, sheet: string): void => change(id, { sheet }),
      select: (id: string, at: CellAddress, area: Rect): void => {
        change(id, { selected: { at, area } });
        file(id)?.host.selected(at);
      },
      problem: (problem: Words | null): void => {
        if (problem) set({ notice: { intent: "error", text: problem[state.lang] } });
        else if (state.notice?.intent === "error") set({ notice: null });
      },
      tell: (text: string): void => set({ notice: { intent: "info", text } }),
      dismiss: (): void => set({ notice: null }),
      /** The panes speak the other language at once: what was decided lies in the workbooks. */
      speak: (lang: Language): void => {
        set({ lang });
        set({ files: state.files.map((one) => ({ ...one, pane: paneOf(one.name, one.host, parts()) })) });
      },
      /** Opens what was kept of the last time; true where there was any. */
      restore: async (): Promise<boolean> => {
        let found: Awaited<ReturnType<KeptWork["all"]>> = [];
        await attempt(async () => void (found = await kept.all()));
        const restored: string[] = [];
        for (const [id, { name, bytes, sheet }] of found)
          if (await open({ name, bytes, sheet, isUnsaved: true }, id)) restored.push(id);
        if (restored.length === 0) return false;
        const names = state.files.map(({ name }) => name).join("、");
        set({ notice: { intent: "info", text: words().restored(names), discard: restored } });
        return true;
      },
      discard: (ids: readonly string[]): void => {
        for (const id of ids) close(id);
        set({ notice: null });
      },
    },
    hasUnsaved: (): boolean => state.files.some(isUnsaved),
  };
}
