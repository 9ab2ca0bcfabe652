import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  FluentProvider,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { App } from "../ui/App";
import { THEMES, type ThemeName } from "../ui/theme";
import type { BatchStore } from "./batch/batch-store";
import { droppedThings, filesOf, MOST_OPENED } from "./batch/folder-files";
import { openUnit } from "./batch/open-unit";
import { FormulaBar } from "./FormulaBar";
import { Grid } from "./Grid";
import { isUnsaved } from "./open-file";
import { ReportPage } from "./report/ReportPage";
import { SheetTabs } from "./SheetTabs";
import { Toolbar } from "./Toolbar";
import { useLayout } from "./workbench-layout";
import type { WorkbenchStore } from "./workbench-store";
import { workbenchWords } from "./words";

const BatchPage = lazy(() => import("./batch/BatchPage"));

export interface WorkbenchProps {
  readonly store: WorkbenchStore;
  readonly batch: BatchStore;
  readonly theme: ThemeName;
}

/** At the left the workbook as in Excel, at the right the same pane as in Excel. */
export function Workbench({ store, batch, theme }: WorkbenchProps) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const folder = useSyncExternalStore(batch.subscribe, batch.getState);
  const words = workbenchWords(state.lang);
  const layout = useLayout();
  const [isFinding, setFinding] = useState(false);
  const file = state.files.find(({ id }) => id === state.active) ?? null;
  const closing = state.files.find(({ id }) => id === state.closing) ?? null;
  useWarnBeforeLeaving(store);
  useDrop(store, batch);
  return (
    // No class on the provider itself: it copies its className to every portal, where a height would cover the page.
    <FluentProvider theme={THEMES[theme]}>
      <div className={layout.page}>
        <section className={layout.book} aria-label={words.grid}>
          <Toolbar
            store={store}
            batch={batch}
            folder={folder}
            state={state}
            file={file}
            isFinding={isFinding}
            onFinding={setFinding}
          />
          {state.notice && (
            <MessageBar
              intent={state.notice.intent === "error" ? "error" : "info"}
              politeness={state.notice.intent === "error" ? "assertive" : "polite"}
              className={layout.notice}
            >
              <MessageBarBody>{state.notice.text}</MessageBarBody>
              <MessageBarActions
                containerAction={
                  <Button
                    appearance="transparent"
                    size="small"
                    aria-label={words.dismiss}
                    icon={<DismissRegular />}
                    onClick={store.actions.dismiss}
                  />
                }
              >
                {state.notice.discard && (
                  <Button size="small" onClick={() => store.actions.discard(state.notice?.discard ?? [])}>
                    {words.discard}
                  </Button>
                )}
              </MessageBarActions>
            </MessageBar>
          )}
          {file ? (
            <>
              <FormulaBar key={file.id} file={file} store={store} words={words} />
              <Grid key={`grid-${file.id}`} file={file} store={store} onFind={() => setFinding(true)} />
              <SheetTabs file={file} store={store} words={words} />
            </>
          ) : (
            <p className={layout.empty}>{state.opening === null ? words.empty : words.opening(state.opening)}</p>
          )}
        </section>
        <div className={layout.pane}>
          {file && <App key={`${file.id}-${state.lang}`} store={file.pane} lang={state.lang} theme={theme} />}
        </div>
      </div>
      {folder?.isShown && (
        <Suspense fallback={null}>
          <BatchPage batch={batch} state={folder} onOpen={(path, sheet) => void openUnit(store, batch, path, sheet)} />
        </Suspense>
      )}
      {state.report && <ReportPage report={state.report} lang={state.lang} onClose={store.actions.closeReport} />}
      <Dialog open={closing !== null} onOpenChange={(_, { open }) => !open && store.actions.keepOpen()}>
        <DialogSurface>
          <DialogBody>
            <DialogContent>{closing && words.closeUnsaved(closing.name)}</DialogContent>
            <DialogActions>
              <Button appearance="primary" onClick={store.actions.keepOpen}>
                {words.keepOpen}
              </Button>
              <Button onClick={() => closing && store.actions.closeAnyway(closing.id)}>{words.closeAnyway}</Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </FluentProvider>
  );
}

/** Closing the page asks while anything is unsaved. */
function useWarnBeforeLeaving(store: WorkbenchStore): void {
  const current = useRef(store);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (current.current.getState().files.some(isUnsaved)) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);
}

/** A file dropped anywhere on the page is opened; a folder, or many files, are compared with each other. */
function useDrop(store: WorkbenchStore, batch: BatchStore): void {
  useEffect(() => {
    const allow = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      const dropped = droppedThings(event.dataTransfer);
      if (dropped.folders.length === 0 && dropped.files.length <= MOST_OPENED)
        void store.actions.dropFiles(dropped.files);
      else void filesOf(dropped).then((files) => batch.actions.start(files, store.getState().lang));
    };
    window.addEventListener("dragover", allow);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", allow);
      window.removeEventListener("drop", drop);
    };
  }, [store, batch]);
}
