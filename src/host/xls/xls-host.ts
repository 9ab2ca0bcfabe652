import { fail } from "../../core/model/result";
import type { FileProblem, HostCapabilities, HostFailure, HostResult, WorkbookHost } from "../port";
import { readXls } from "./read-xls";

const CAPABILITIES: HostCapabilities = {
  nativeUndo: false,
  deleteSheet: false,
  reveal: false,
  conditionalFormats: false,
  validations: false,
};

/** A legacy workbook (.xls, .et), only to be read (SPEC X18): whoever would write into it is told to save it as .xlsx. */
export function createXlsHost(bytes: Uint8Array): WorkbookHost {
  return {
    capabilities: CAPABILITIES,
    read: () => {
      const read = readXls(bytes);
      return Promise.resolve(read.ok ? read : unreadable(read.failure));
    },
    write: () => Promise.resolve(unreadable("legacy-xls")),
    reveal: () =>
      Promise.resolve(
        fail<HostFailure>({ kind: "unsupported", what: { zh: "定位文件中的单元格", en: "showing a cell of a file" } }),
      ),
  };
}

const unreadable = <T>(problem: FileProblem): HostResult<T> =>
  fail<HostFailure>({ kind: "unreadable", problem, detail: { zh: "", en: "" } });
