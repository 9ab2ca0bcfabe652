import type { CellAddress, Rect } from "../core/workbook/address";
import { createPaneMemory } from "../app/pane/pane-memory";
import type { TextStore, UndoJournal } from "../app/pane/undo-journal";
import { cleanWorkbook } from "../app/write-review";
import { succeed } from "../core/model/result";
import type { HostResult } from "../host/port";
import { isCompoundFile } from "../host/compound-file";
import { WorkbenchHost } from "../host/workbench/workbench-host";
import { createXlsHost } from "../host/xls/xls-host";
import { createXlsxHost } from "../host/xlsx/xlsx-host";
import { createPaneStore, type PaneStore } from "../ui/pane-store";
import type { PaneSession } from "../ui/pane-state";
import type { Language } from "../ui/i18n/words";
import type { NewWorkbook } from "../ui/store/surroundings";
import { engine } from "./engine";
import type { SavedPlace } from "./save-file";
import { sharedJournal } from "./shared-journal";

/** A workbook that is open in the page, with the pane that looks at it. */
export interface OpenFile {
  readonly id: string;
  readonly name: string;
  readonly host: WorkbenchHost;
  readonly pane: PaneStore;
  readonly journal: UndoJournal;
  readonly sheet: string;
  readonly selected: { readonly at: CellAddress; readonly area: Rect } | null;
  /** The host's version that was last saved; other than its own: there is something to save. */
  readonly savedVersion: number;
  readonly place: SavedPlace | null;
}

export interface Opening {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sheet?: string;
  /** Kept work is unsaved from the start. */
  readonly isUnsaved?: boolean;
}

export interface PaneParts {
  readonly store: TextStore;
  readonly lang: Language;
  readonly openNew: (what: NewWorkbook) => Promise<boolean>;
  /** Opens a file that the page itself made, beside the others. */
  readonly openMade: (name: string, bytes: Uint8Array) => Promise<HostResult<void>>;
}

/** Opens a workbook from its bytes; nothing is kept of one that can not be read. */
export async function openFile(id: string, opening: Opening, parts: PaneParts): Promise<HostResult<OpenFile>> {
  const host = await WorkbenchHost.open(createXlsxHost(opening.bytes));
  if (!host.ok) return host;
  const { sheets } = host.value.book.snapshot;
  const first =
    sheets.find(({ name }) => name === opening.sheet) ?? sheets.find(({ visibility }) => visibility === "visible");
  const journal = sharedJournal(host.value);
  return succeed({
    id,
    name: opening.name,
    host: host.value,
    pane: paneOf(opening.name, host.value, journal, parts),
    journal,
    sheet: (first ?? sheets[0])?.name ?? "",
    selected: null,
    savedVersion: opening.isUnsaved ? -1 : host.value.version,
    place: null,
  });
}

export function paneOf(
  name: string,
  host: WorkbenchHost,
  journal: UndoJournal,
  { store, lang, openNew, openMade }: PaneParts,
  session?: PaneSession,
): PaneStore {
  return createPaneStore({
    host,
    engine,
    // What a person decided lies in the workbook; only habits belong to the machine.
    memory: createPaneMemory(store, null),
    journal,
    session,
    lang,
    openNew,
    openCleanCopy: async () => {
      const copy = await cleanCopyOf(host);
      return copy.ok ? openMade(cleanName(name, lang), copy.value) : copy;
    },
    readFile: (bytes) => (isCompoundFile(bytes) ? createXlsHost(bytes) : createXlsxHost(bytes)).read(),
  });
}

async function cleanCopyOf(host: WorkbenchHost): Promise<HostResult<Uint8Array>> {
  const bytes = await host.save();
  if (!bytes.ok) return bytes;
  const copy = createXlsxHost(bytes.value);
  const cleaned = await cleanWorkbook(copy);
  return cleaned.ok ? succeed(copy.bytes()) : cleaned;
}

/** 部门自评.xlsx → 部门自评-报送版.xlsx */
const cleanName = (name: string, lang: Language): string =>
  name.replace(/(\.[^.]+)?$/, (extension) => `${lang === "zh" ? "-报送版" : "-clean"}${extension}`);

export const isUnsaved = ({ host, savedVersion }: OpenFile): boolean => host.version !== savedVersion;
