import {
  Button,
  Input,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
  Tooltip,
} from "@fluentui/react-components";
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  DismissRegular,
  DocumentTextRegular,
  FolderOpenRegular,
  SaveRegular,
  SearchRegular,
} from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import type { Language } from "../ui/i18n/words";
import type { BatchState, BatchStore } from "./batch/batch-store";
import { chosenFiles } from "./batch/folder-files";
import { findText } from "./find-text";
import { isUnsaved, type OpenFile } from "./open-file";
import { useLayout } from "./workbench-layout";
import type { WorkbenchState, WorkbenchStore } from "./workbench-store";
import { workbenchWords, type WorkbenchWords } from "./words";

export interface ToolbarProps {
  readonly store: WorkbenchStore;
  readonly batch: BatchStore;
  /** The folder that is reviewed, or was. */
  readonly folder: BatchState | null;
  readonly state: WorkbenchState;
  readonly file: OpenFile | null;
  readonly isFinding: boolean;
  readonly onFinding: (isFinding: boolean) => void;
}

/** Open, save, undo, find; and the open workbooks as tabs. */
export function Toolbar({ store, batch, folder, state, file, isFinding, onFinding }: ToolbarProps) {
  const words = workbenchWords(state.lang);
  const layout = useLayout();
  const picker = useRef<HTMLInputElement>(null);
  const { actions } = store;
  return (
    <>
      <div className={layout.toolbar} role="toolbar" aria-label={words.title}>
        <input
          ref={picker}
          type="file"
          accept=".xlsx,.xlsm,.xls,.et,.docx,.docm,.pdf,.txt"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            void actions.openFiles([...(currentTarget.files ?? [])]);
            // The same file may be chosen again.
            currentTarget.value = "";
          }}
        />
        <Tooltip content={words.openHint} relationship="description">
          <Button
            appearance="primary"
            size="small"
            icon={<FolderOpenRegular />}
            onClick={() => picker.current?.click()}
          >
            {words.open}
          </Button>
        </Tooltip>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button size="small" appearance="subtle">
              {words.samples}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {(["worked", "sample", "department", "project"] as const).map((what) => (
                <MenuItem
                  key={what}
                  onClick={() => void (what === "worked" ? actions.openWorked() : actions.openNew(what))}
                >
                  {words[what]}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
        <FolderButtons batch={batch} folder={folder} lang={state.lang} words={words} />
        {file && <FileButtons file={file} store={store} words={words} />}
        <span className={layout.space} />
        {file && isFinding && <Find file={file} store={store} words={words} onClose={() => onFinding(false)} />}
        {file && !isFinding && (
          <Button size="small" appearance="subtle" icon={<SearchRegular />} onClick={() => onFinding(true)}>
            {words.find}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={() => actions.speak(state.lang === "zh" ? "en" : "zh")}>
          {words.other}
        </Button>
      </div>
      {state.files.length > 0 && (
        <div className={layout.files}>
          <TabList
            size="small"
            selectedValue={state.active}
            onTabSelect={(_, { value }) => actions.activate(String(value))}
            aria-label={words.files}
          >
            {state.files.map((one) => (
              <Tab key={one.id} value={one.id}>
                {one.name}
                {isUnsaved(one) && <span title={words.unsaved}> •</span>}
              </Tab>
            ))}
          </TabList>
          {file && (
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={words.close(file.name)}
              onClick={() => actions.close(file.id)}
            />
          )}
        </div>
      )}
    </>
  );
}

function FolderButtons({
  batch,
  folder,
  lang,
  words,
}: {
  readonly batch: BatchStore;
  readonly folder: BatchState | null;
  readonly lang: Language;
  readonly words: WorkbenchWords;
}) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        {...{ webkitdirectory: "" }}
        onChange={({ currentTarget }) => {
          const files = chosenFiles(currentTarget.files ?? []);
          if (files.length > 0) batch.actions.start(files, lang);
          currentTarget.value = "";
        }}
      />
      <Tooltip content={words.folderHint} relationship="description">
        <Button size="small" appearance="subtle" onClick={() => picker.current?.click()}>
          {words.folder}
        </Button>
      </Tooltip>
      {folder && !folder.isShown && (
        <Button size="small" appearance="subtle" onClick={() => batch.actions.show(true)}>
          {words.batch}
        </Button>
      )}
    </>
  );
}

function FileButtons({
  file,
  store,
  words,
}: {
  readonly file: OpenFile;
  readonly store: WorkbenchStore;
  readonly words: WorkbenchWords;
}) {
  const { host, id } = file;
  return (
    <>
      <Button size="small" icon={<SaveRegular />} onClick={() => void store.actions.save(id)}>
        {words.save}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<DocumentTextRegular />}
        onClick={() => void store.actions.report(id)}
      >
        {words.report}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUndoRegular />}
        aria-label={words.undo}
        disabled={!host.canUndo}
        onClick={() => void host.undo()}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowRedoRegular />}
        aria-label={words.redo}
        disabled={!host.canRedo}
        onClick={() => void host.redo()}
      />
    </>
  );
}

function Find({
  file,
  store,
  words,
  onClose,
}: {
  readonly file: OpenFile;
  readonly store: WorkbenchStore;
  readonly words: WorkbenchWords;
  readonly onClose: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  // Whoever asked for it by key goes on typing.
  useEffect(() => field.current?.focus(), []);
  const next = (text: string): void => {
    const found = findText(file.host.book, text, file.selected?.at ?? { sheet: file.sheet, row: -1, column: -1 });
    if (found) void file.host.reveal(found);
    else store.actions.tell(words.noneFound(text));
  };
  return (
    <Input
      size="small"
      input={{ ref: field }}
      aria-label={words.find}
      placeholder={words.findHint}
      contentBefore={<SearchRegular />}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") next(event.currentTarget.value);
        if (event.key === "Escape") onClose();
      }}
    />
  );
}
