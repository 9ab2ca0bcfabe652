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
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { App } from "../ui/App";
import { THEMES, type ThemeName } from "../ui/theme";
import { FormulaBar } from "./FormulaBar";
import { Grid } from "./Grid";
import { isUnsaved } from "./open-file";
import { ReportPage } from "./report/ReportPage";
import { SheetTabs } from "./SheetTabs";
import { Toolbar } from "./Toolbar";
import { useLayout } from "./workbench-layout";
import type { WorkbenchStore } from "./workbench-store";
import { workbenchWords } from "./words";

export interface WorkbenchProps {
  readonly store: WorkbenchStore;
  readonly theme: ThemeName;
}

/** At the left the workbook as in Excel, at the right the same pane as in Excel. */
export function Workbench({ store, theme }: WorkbenchProps) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const words = workbenchWords(state.lang);
  const layout = useLayout();
  const [isFinding, setFinding] = useState(false);
  const file = state.files.find(({ id }) => id === state.active) ?? null;
  const closing = state.files.find(({ id }) => id === state.closing) ?? null;
  useWarnBeforeLeaving(store);
  useDrop(store);
  return (
    // No class on the provider itself: it copies its className to every portal, where a height would cover the page.
    <FluentProvider theme={THEMES[theme]}>
      <div className={layout.page}>
        <section className={layout.book} aria-label={words.grid}>
          <Toolbar store={store} state={state} file={file} isFinding={isFinding} onFinding={setFinding} />
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

/** A file dropped anywhere on the page is opened. */
function useDrop(store: WorkbenchStore): void {
  useEffect(() => {
    const allow = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      // The list is emptied when the event is over.
      void store.actions.openFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", allow);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", allow);
      window.removeEventListener("drop", drop);
    };
  }, [store]);
}
