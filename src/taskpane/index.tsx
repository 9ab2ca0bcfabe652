import { createRoot } from "react-dom/client";
import { createPaneMemory } from "../app/pane/pane-memory";
import { createUndoJournal } from "../app/pane/undo-journal";
import { hash64 } from "../core/findings/fingerprint";
import { createOfficeHost } from "../host/office/office-host";
import { App } from "../ui/App";
import { languageOf, type Language } from "../ui/i18n/words";
import { createPaneStore, type PaneStore } from "../ui/pane-store";
import { firstPaint } from "./first-paint";
import { NoOffice } from "./NoOffice";
import { awaitOffice, type Lack } from "./office-library";
import { lastLanguage, rememberLanguage } from "./last-language";
import { localStore } from "../ui/local-store";
import { engineBeside } from "../ui/store/engine-beside";
import { openNew } from "./open-new";
import { connectRibbon, type RibbonCommand } from "./ribbon";
import { startReviewer } from "./start-reviewer";
import { createStartingPane, goOn } from "./starting";
import { FollowTheme } from "./theme";
import { followVisibility } from "./visibility";

/**
 * The task pane's entry: composes the Office host, what is remembered of this workbook, and the pane. The pane is painted
 * before Office is ready, and the engine is loaded meanwhile.
 */
const hasOffice = typeof Office !== "undefined";
const ribbon = hasOffice ? connectRibbon() : null;
const store = localStore();
const element = document.getElementById("root");
if (element) start(element);

function start(element: HTMLElement): void {
  const root = createRoot(element);
  const show = (pane: PaneStore, lang: Language): void => {
    document.documentElement.lang = lang === "zh" ? "zh-CN" : "en-US";
    root.render(<FollowTheme>{(theme) => <App store={pane} lang={lang} theme={theme} />}</FollowTheme>);
  };
  const lacks = (lack: Lack): void => root.render(<FollowTheme>{(theme) => <NoOffice lack={lack} theme={theme} />}</FollowTheme>); // prettier-ignore
  const painted = firstPaint();
  const load = () => painted.then(() => import(/* webpackChunkName: "engine" */ "../app/pane/engine"));
  const engine = engineBeside(load, startReviewer);
  const ready = new Promise<void>((ready) => awaitOffice(hasOffice ? () => Office.onReady() : null, { lacks, ready }));
  if (!hasOffice) return;
  const starting = createStartingPane(store, lastLanguage(store), {
    engine,
    openNew: (what) => ready.then(() => openNew(what)),
  });
  show(starting, lastLanguage(store));
  // What goes wrong is said when it is needed.
  engine().catch(() => undefined);
  void ready.then(() => {
    const lang = languageOf(Office.context.displayLanguage);
    rememberLanguage(store, Office.context.displayLanguage);
    const pane = createPane(engine, lang);
    show(pane, lang);
    const carryOut: Readonly<Record<RibbonCommand, () => Promise<void>>> = {
      check: () => pane.actions.read(),
      audit: () => {
        pane.actions.tab("audit");
        return pane.actions.read();
      },
      write: () => pane.actions.read().then(() => pane.actions.propose(false)),
      undo: () => pane.actions.undo(),
    };
    ribbon?.listen((command) => void carryOut[command]());
    followVisibility(pane);
    goOn(starting, pane);
  });
}

function createPane(engine: Parameters<typeof createPaneStore>[0]["engine"], lang: Language): PaneStore {
  const {
    document: { url },
    requirements,
  } = Office.context;
  const canOpen = requirements.isSetSupported("ExcelApi", "1.8");
  // A workbook that was never saved has no address: what is remembered of it would be taken for another's.
  const own = url ? store : null;
  const workbook = hash64(url);
  return createPaneStore({
    host: createOfficeHost(),
    engine,
    memory: createPaneMemory(store, own ? workbook : null),
    journal: createUndoJournal(own, workbook),
    lang,
    openNew: canOpen ? openNew : null,
    openCleanCopy:
      canOpen && requirements.isSetSupported("CompressedFile", "1.1")
        ? // It knows the core, which the first paint does not wait for.
          () => import(/* webpackChunkName: "clean-copy" */ "./open-clean-copy").then((copy) => copy.openCleanCopy())
        : null,
    readReport: (file, bytes) =>
      import(/* webpackChunkName: "file-report" */ "./read-report").then(({ readReport }) => readReport(file, bytes)),
    readFile: (bytes) =>
      import(/* webpackChunkName: "file" */ "./read-file").then(({ readWorkbookFile }) => readWorkbookFile(bytes)),
  });
}
