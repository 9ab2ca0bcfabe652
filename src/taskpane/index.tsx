import { createRoot } from "react-dom/client";
import { createPaneMemory } from "../app/pane/pane-memory";
import { createUndoJournal, type TextStore } from "../app/pane/undo-journal";
import { hash64 } from "../core/findings/fingerprint";
import { createOfficeHost } from "../host/office/office-host";
import { App } from "../ui/App";
import { languageOf } from "../ui/i18n/words";
import { createPaneStore } from "../ui/pane-store";
import { localStore } from "./local-store";
import { openSample } from "./open-sample";
import { connectRibbon, type RibbonCommand } from "./ribbon";
import { FollowTheme } from "./theme";

/** The task pane's entry: composes the Office host, what is remembered of this workbook, and the pane. */
const ribbon = connectRibbon();

void Office.onReady(() => {
  const root = document.getElementById("root");
  if (!root) return;
  const lang = languageOf(Office.context.displayLanguage);
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en-US";
  const { url } = Office.context.document;
  // A workbook that was never saved has no address: what is remembered of it would be taken for another's.
  const store: TextStore | null = localStore();
  const own = url ? store : null;
  const workbook = hash64(url);
  const memory = createPaneMemory(store, own ? workbook : null);
  const engine = () => import(/* webpackChunkName: "engine" */ "../app/pane/engine");
  const pane = createPaneStore({
    host: createOfficeHost(),
    engine,
    memory,
    journal: createUndoJournal(own, workbook),
    lang,
    openSample: Office.context.requirements.isSetSupported("ExcelApi", "1.8") ? openSample : null,
  });
  createRoot(root).render(<FollowTheme>{(theme) => <App store={pane} lang={lang} theme={theme} />}</FollowTheme>);
  const carryOut: Readonly<Record<RibbonCommand, () => Promise<void>>> = {
    check: () => pane.actions.begin(),
    write: () => pane.actions.begin().then(() => pane.actions.propose(false)),
    undo: () => pane.actions.undo(),
  };
  ribbon.listen((command) => void carryOut[command]());
  if (memory.habits.welcomed) void pane.actions.read();
  // On the first page it is fetched while the person reads; what goes wrong is said when it is needed.
  else engine().catch(() => undefined);
});
