import { fail, succeed } from "../../core/model/result";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { revealNothing, unreadableFile } from "../file-host";
import type { HostCapabilities, HostFailure, HostResult, ReadOptions, WriteReceipt } from "../port";
import type { PackageHost } from "../looks";
import { bookLooks } from "./looks/book-looks";
import { bookKind, type BookKind } from "./package/book-kind";
import { finishBook, openBook, readSheets, worksheetCount, type ReadBook, type ReadSheet } from "./read/read-book";
import { refuse, Refused, stackOf } from "../refused";
import { Unreadable } from "./unreadable";
import { writePlan } from "./write/write-plan";

export interface XlsxHost extends PackageHost {
  /** What Excel takes the package for. */
  kind(): Promise<HostResult<BookKind>>;
}

const CAPABILITIES: HostCapabilities = {
  nativeUndo: false,
  deleteSheet: true,
  reveal: false,
  conditionalFormats: true,
  validations: true,
};

/**
 * The lossless host of an .xlsx, .xlsm or .xltx file (SPEC X). The bytes given are never changed; nothing is read
 * before `read` or `write` is called, and no fault of the file is thrown.
 */
export function createXlsxHost(bytes: Uint8Array): XlsxHost {
  // A Node buffer is taken for the plain bytes that it is.
  let file = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let book: ReadBook | null = null;
  const current = async (options: ReadOptions): Promise<ReadBook> => (book ??= await readInSteps(file, options));
  return {
    capabilities: CAPABILITIES,
    bytes: () => file,
    kind: () =>
      attempt(async (): Promise<HostResult<BookKind>> => {
        const { parts, workbook } = await current({});
        return succeed(bookKind(parts, workbook.part));
      }),
    looks: () => attempt(async () => succeed(bookLooks(await current({})))),
    read: (options = {}) =>
      attempt(async (): Promise<HostResult<WorkbookSnapshot>> => succeed((await current(options)).snapshot)),
    write: (plan, options = {}) =>
      attempt(async (): Promise<HostResult<WriteReceipt>> => {
        const written = writePlan(await current(options), plan);
        file = written.bytes;
        book = written.book;
        return succeed({ cellsWritten: written.cellsWritten, inverse: written.inverse });
      }),
    reveal: revealNothing,
  };
}

/** Reads sheet by sheet, reporting and giving way in between where the caller wants to know. */
async function readInSteps(file: Uint8Array, { signal, onProgress }: ReadOptions): Promise<ReadBook> {
  if (signal?.aborted) refuse({ kind: "cancelled" });
  const opened = openBook(file);
  const total = worksheetCount(opened);
  const sheets: ReadSheet[] = [];
  for (const sheet of readSheets(opened)) {
    sheets.push(sheet);
    onProgress?.(sheets.length, total);
    if (onProgress ?? signal) await new Promise((resume) => setTimeout(resume, 0));
    if (signal?.aborted) refuse({ kind: "cancelled" });
  }
  return finishBook(opened, sheets);
}

/** The host's one door: what is wrong with a file becomes a typed failure. */
async function attempt<T>(action: () => Promise<HostResult<T>>): Promise<HostResult<T>> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof Unreadable) return unreadableFile(error.problem, { detail: error.detail });
    if (error instanceof Refused) return fail(error.failure);
    return fail<HostFailure>({ kind: "host-error", code: "unexpected", detail: stackOf(error) });
  }
}
