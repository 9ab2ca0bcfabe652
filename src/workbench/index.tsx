import "./fill-ins";
import { createRoot } from "react-dom/client";
import { answerReviews } from "../app/pane/answer-reviews";
import { languageOf } from "../ui/i18n/words";
import { localStore } from "../ui/local-store";
import { GRID_STYLE } from "./grid/grid-style";
import { answerFiles } from "./batch/answer-files";
import { createBatchStore } from "./batch/batch-store";
import { BATCH_STYLE } from "./batch/batch-style";
import { startWorker } from "./engine";
import { REPORT_STYLE } from "./report/report-style";
import { keptWork } from "./kept-work";
import { followTheme } from "./follow-theme";
import { Workbench } from "./Workbench";
import { createWorkbenchStore } from "./workbench-store";

/** The browser workbench: the same pane without Excel, beside a grid that shows the workbook (SPEC B). */
const LANGUAGE = "pinghe.workbench.language";

function start(element: HTMLElement): void {
  const style = new CSSStyleSheet();
  style.replaceSync(GRID_STYLE + REPORT_STYLE + BATCH_STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  const texts = localStore();
  const lang = texts.getItem(LANGUAGE) === "en" ? "en" : languageOf(texts.getItem(LANGUAGE) ?? "zh");
  const store = createWorkbenchStore(texts, keptWork(), lang);
  store.subscribe(() => {
    const { lang: spoken } = store.getState();
    document.documentElement.lang = spoken === "zh" ? "zh-CN" : "en-US";
    texts.setItem(LANGUAGE, spoken);
  });
  const batch = createBatchStore(startWorker);
  const root = createRoot(element);
  followTheme((theme) => root.render(<Workbench store={store} batch={batch} theme={theme} />));
  void store.actions.restore().then(async (isRestored) => {
    if (!isRestored) await store.actions.openWorked();
  });
}

// The same script is the worker's: see engine.ts.
if (typeof document === "undefined") {
  answerReviews(self);
  answerFiles(self);
} else {
  const element = document.getElementById("root");
  if (element) start(element);
}
