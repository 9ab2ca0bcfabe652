import { READ_ONLY, revealNothing, unreadableFile } from "../file-host";
import type { WorkbookHost } from "../port";
import { readXls } from "./read-xls";

/** A legacy workbook (.xls, .et), only to be read (SPEC X18): whoever would write into it is told to save it as .xlsx. */
export function createXlsHost(bytes: Uint8Array): WorkbookHost {
  return {
    capabilities: READ_ONLY,
    read: () => {
      const read = readXls(bytes);
      return Promise.resolve(read.ok ? read : unreadableFile(read.failure));
    },
    write: () => Promise.resolve(unreadableFile("legacy-xls")),
    reveal: revealNothing,
  };
}
