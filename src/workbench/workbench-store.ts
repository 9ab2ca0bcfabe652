import { wordFailure } from "../app/failure-words";
import type { VerificationReport } from "../app/output/verification-report";
import type { TextStore } from "../app/pane/undo-journal";
import type { CellAddress, Rect } from "../core/workbook/address";
import { succeed } from "../core/model/result";
import type { HostResult, Words } from "../host/port";
import type { Language } from "../ui/i18n/words";
import type { NewWorkbook } from "../ui/store/surroundings";
import type { KeptWork } from "./kept-work";
import { createWorkKeeper } from "./work-keeper";
import { isUnsaved, openFile, paneOf, type OpenFile, type Opening } from "./open-file";
import { isReport, isReportOnly } from "../host/report-file";
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

  const set = (change: Partial<WorkbenchState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const words = () => workbenchWords(state.lang);
  const file = (id: string): OpenFile | undefined => state.files.find((one) => one.id === id);
  const change = (id: string, changed: Partial<OpenFile>): void =>
    set({ files: state.files.map((one) => (one.id === id ? { ...one, ...changed } : one)) });
  const parts = () => ({ store, lang: state.lang, openNew, openMade });
  const work = createWorkKeeper(kept, file, (notice) =>
    set({
      notice:
        notice.kind === "keeps-nothing"
          ? { intent: "info", text: words().notKept }
          : { intent: "error", text: words().notKeptOne(notice.name, wordFailure(notice.failure, state.lang)) },
    }),
  );

  async function open(opening: Opening, id: string = newId()): Promise<boolean> {
    const why = await refusal(opening, id);
    if (why !== null) set({ notice: { intent: "error", text: why } });
    return why === null;
  }

  /** Opens a workbook; why it could not be opened, or null. */
  async function refusal(opening: Opening, id: string = newId()): Promise<string | null> {
    const opened = await openBeside(opening, id);
    return opened.ok ? null : words().notOpened(opening.name, wordFailure(opened.failure, state.lang));
  }

  /** Of a Word document the tables are opened; what can be nothing but a report is laid beside the workbook in view. */
  const openFiles = (files: readonly File[]): Promise<void> => openOrLay(files, isReportOnly);

  /** Where a workbook is open, or dropped with it, a Word document is the report beside it. */
  const dropFiles = (files: readonly File[]): Promise<void> =>
    openOrLay(files, state.active !== null || files.some(({ name }) => !isReport(name)) ? isReport : isReportOnly);

  /** One after another; those that could not be opened are told together once all were tried. */
  async function openOrLay(files: readonly File[], isBeside: (name: string) => boolean): Promise<void> {
    const refused: string[] = [];
    const reports = files.filter(({ name }) => isBeside(name));
    for (const one of files.filter((file) => !reports.includes(file))) {
      const why = await refusal({ name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) });
      if (why !== null) refused.push(why);
    }
    const why = await layReports(reports);
    if (why !== null) refused.push(why);
    if (refused.length > 0) set({ notice: { intent: "error", text: refused.join(" ") } });
  }

  /** The pane of the workbook in view tells what came of it, and what is wrong with the file. */
  async function layReports([report, ...others]: readonly File[]): Promise<string | null> {
    if (!report) return null;
    const beside = state.files.find(({ id }) => id === state.active);
    if (!beside) return words().reportFirst(report.name);
    await beside.pane.actions.layReport(report.name, new Uint8Array(await report.arrayBuffer()));
    return others.length === 0 ? null : words().oneReport(report.name, others.map(({ name }) => name).join(words().comma)); // prettier-ignore
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
        work.keepSoon(id);
      }
    });
    set({ opening: null, files: [...state.files, opened.value], active: id });
    const { told } = opened.value;
    if (told) set({ notice: { intent: "info", text: told[state.lang] } });
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
    // Reading may have taken long enough for it to have been kept already.
    await work.forget(id);
  }

  async function save(id: string): Promise<void> {
    const one = file(id);
    if (!one) return;
    const { onlyRead } = one.host;
    if (onlyRead) {
      set({ notice: { intent: "info", text: onlyRead[state.lang] } });
      return;
    }
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
      await work.forget(id);
    } catch (error) {
      failed(error instanceof Error ? error.message : String(error));
    }
  }

  const failed = (why: string): void => set({ notice: { intent: "error", text: `${words().notSaved}：${why}` } });

  function close(id: string): void {
    const files = state.files.filter((one) => one.id !== id);
    set({ files, closing: null, active: state.active === id ? (files.at(-1)?.id ?? null) : state.active });
    void work.forget(id);
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
      openFiles,
      dropFiles,
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
      /** The panes speak the other language at once: what was decided lies in the workbooks, all else goes along. */
      speak: (lang: Language): void => {
        set({ lang });
        const spoken = ({ name, host, journal, pane }: OpenFile) =>
          paneOf(name, host, journal, parts(), pane.getState());
        set({ files: state.files.map((one) => ({ ...one, pane: spoken(one) })) });
      },
      /** Opens what was kept of the last time; true where there was any. */
      restore: async (): Promise<boolean> => {
        const restored: string[] = [];
        const refused: string[] = [];
        for (const [id, { name, bytes, sheet }] of await work.all()) {
          const why = await refusal({ name, bytes, sheet, isUnsaved: true }, id);
          if (why === null) restored.push(id);
          else refused.push(why);
        }
        if (restored.length === 0 && refused.length === 0) return false;
        const names = state.files.map(({ name }) => name).join("、");
        const text = [...(restored.length > 0 ? [words().restored(names)] : []), ...refused].join(" ");
        set({ notice: { intent: refused.length > 0 ? "error" : "info", text, discard: restored } });
        return restored.length > 0;
      },
      discard: (ids: readonly string[]): void => {
        for (const id of ids) close(id);
        set({ notice: null });
      },
    },
    hasUnsaved: (): boolean => state.files.some(isUnsaved),
  };
}
