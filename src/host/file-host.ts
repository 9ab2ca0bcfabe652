import { fail } from "../core/model/result";
import type { FileProblem, HostCapabilities, HostFailure, HostResult, ReportKind, Words } from "./port";

/** What can be done with a file that is only read. */
export const READ_ONLY: HostCapabilities = {
  nativeUndo: false,
  deleteSheet: false,
  reveal: false,
  conditionalFormats: false,
  validations: false,
};

/** What the host can not do, as part of a sentence. */
export const unsupported = <T>(zh: string, en: string): HostResult<T> =>
  fail<HostFailure>({ kind: "unsupported", what: { zh, en } });

/** Nobody has a file on the screen while it is read. */
export const revealNothing = (): Promise<HostResult<void>> =>
  Promise.resolve(unsupported("定位文件中的单元格", "showing a cell of a file"));

/** What is wrong with a file; of one that is no workbook with its kind, so that the advice fits it. */
export const unreadableFile = <T>(
  problem: FileProblem,
  about: { readonly detail?: Words; readonly file?: ReportKind } = {},
): HostResult<T> => fail<HostFailure>({ kind: "unreadable", problem, detail: { zh: "", en: "" }, ...about });
