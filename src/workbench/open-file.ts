import type { CellAddress, Rect } from "../core/workbook/address";
import { lostText } from "../app/report-words";
import { createPaneMemory } from "../app/pane/pane-memory";
import type { TextStore, UndoJournal } from "../app/pane/undo-journal";
import { cleanWorkbook } from "../app/write-review";
import { succeed } from "../core/model/result";
import type { LostPart } from "../core/workbook/lost-part";
import type { HostResult, Words } from "../host/port";
import { isCompoundFile } from "../host/compound-file";
import { WorkbenchHost } from "../host/workbench/workbench-host";
import { createXlsHost } from "../host/xls/xls-host";
import { documentHost, isDocument } from "../host/reading/reading-host";
import { viewedFile } from "../host/reading/viewed-file";
import { bookOfSheets } from "../host/xlsx/book-of-sheets";
import { createXlsxHost } from "../host/xlsx/xlsx-host";
import { createPaneStore, type PaneStore } from "../ui/pane-store";
import type { PaneSession } from "../ui/pane-state";
import type { Language } from "../ui/i18n/words";
import type { NewWorkbook } from "../ui/store/surroundings";
import { engine } from "./engine";
import type { SavedPlace } from "./save-file";
import { readReport } from "./read-report";
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
  /** What a person must know of how it was opened; null where it was opened as it is. */
  readonly told: Words | null;
}

export interface Opening {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sheet?: string;
  /** Kept work is unsaved from the start. */
  readonly isUnsaved?: boolean;
  readonly told?: Words;
}

export interface PaneParts {
  readonly store: TextStore;
  readonly lang: Language;
  readonly openNew: (what: NewWorkbook) => Promise<boolean>;
  /** Opens a file that the page itself made, beside the others. */
  readonly openMade: (name: string, bytes: Uint8Array) => Promise<HostResult<void>>;
}

/** Opens a workbook from its bytes; nothing is kept of one that can not be read. */
export async function openFile(id: string, given: Opening, parts: PaneParts): Promise<HostResult<OpenFile>> {
  const opening = await inWorkbook(given);
  if (!opening.ok) return opening;
  return openWorkbook(id, opening.value, parts);
}

/** The tables of a Word document go into a workbook of their own, which is new: the document stays as it is (SPEC I2). */
async function inWorkbook(opening: Opening): Promise<HostResult<Opening>> {
  if (!isDocument(opening.name)) return succeed(opening);
  const tables = await (await documentHost(opening.bytes)).read();
  if (!tables.ok) return tables;
  const name = opening.name.replace(/\.[^.]+$/, ".xlsx");
  const { sheets, lost = [] } = tables.value;
  return succeed({
    ...opening,
    name,
    bytes: bookOfSheets(sheets),
    isUnsaved: true,
    told: fromDocument(opening.name, lost),
  });
}

const fromDocument = (document: string, lost: readonly LostPart[]): Words => ({
  zh: `“${document}”中的表格已放进新工作簿，文档本身不变。${lost.length > 0 ? `未读：${lostText(lost, "zh")}。` : ""}`,
  en: `The tables of ${document} stand in a new workbook; the document stays as it is.${lost.length > 0 ? ` Not read: ${lostText(lost, "en")}.` : ""}`,
});

const LEGACY = {
  zh: "旧格式的工作簿（.xls、.et）只供查看；要填写或写入，请在 Excel 或 WPS 中另存为 .xlsx",
  en: "A workbook of the old format (.xls, .et) is only looked at; save it as .xlsx in Excel or WPS to fill it in",
};

async function openWorkbook(id: string, opening: Opening, parts: PaneParts): Promise<HostResult<OpenFile>> {
  const { bytes } = opening;
  const host = await WorkbenchHost.open(
    isCompoundFile(bytes) ? viewedFile(createXlsHost(bytes), bytes, LEGACY) : createXlsxHost(bytes),
  );
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
    told: opening.told ?? host.value.onlyRead,
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
    readReport,
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
