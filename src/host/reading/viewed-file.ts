import { succeed } from "../../core/model/result";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { PackageHost } from "../looks";
import type { HostResult, Words, WorkbookHost } from "../port";
import { bookOfSheets } from "../xlsx/book-of-sheets";
import { createXlsxHost } from "../xlsx/xlsx-host";

/**
 * A workbook in a format that Pinghe only reads, to be looked at in the page (SPEC X18): content, formulas, merges and widths
 * are the file's, edges and fonts are plain. Nothing can be written into it, and `why` says so; its bytes stay the file's own.
 */
export function viewedFile(host: WorkbookHost, bytes: Uint8Array, why: Words): PackageHost {
  let read: Promise<HostResult<WorkbookSnapshot>> | null = null;
  const once = (): Promise<HostResult<WorkbookSnapshot>> =>
    (read ??= host.read().then((one) => (one.ok ? succeed({ ...one.value, readOnly: true }) : one)));
  return {
    ...host,
    onlyRead: why,
    read: once,
    bytes: () => bytes,
    looks: async () => {
      const book = await once();
      return book.ok ? createXlsxHost(bookOfSheets(book.value.sheets)).looks() : book;
    },
  };
}
