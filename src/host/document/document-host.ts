import { succeed } from "../../core/model/result";
import type { LostPart } from "../../core/workbook/lost-part";
import type { ReportText } from "../../core/workbook/report-text";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { compoundKind, isCompoundFile, type CompoundKind } from "../compound-file";
import { READ_ONLY, revealNothing, unreadableFile, unsupported } from "../file-host";
import type { FileProblem, HostResult, WorkbookHost } from "../port";
import { Unreadable } from "../xlsx/unreadable";
import { documentReport } from "./document-report";
import { documentSheets } from "./document-sheets";
import { lostParagraphs } from "./lost";
import { openDocument } from "./open-document";
import { readItems, type ReadItems } from "./read-items";

/** A Word document: its tables as the sheets of a workbook that is only read (SPEC I2), and all of it as a report. */
export interface DocumentHost extends WorkbookHost {
  /** Its paragraphs and tables as the text of a report; what is wrong with the file is a typed failure (SPEC I7). */
  report(): HostResult<ReportText>;
}

export function createDocumentHost(bytes: Uint8Array): DocumentHost {
  let read: HostResult<ReadItems> | null = null;
  const made = <T>(make: (items: ReadItems) => T): HostResult<T> => {
    read ??= readDocumentItems(bytes);
    return read.ok ? succeed(make(read.value)) : read;
  };
  return {
    capabilities: READ_ONLY,
    read: () => Promise.resolve(made(tablesOf)),
    report: () => made(documentReport),
    write: () => Promise.resolve(unsupported("写入 Word 文档", "writing into a Word document")),
    reveal: revealNothing,
  };
}

const tablesOf = (read: ReadItems): WorkbookSnapshot => ({
  sheets: documentSheets(read.items),
  names: [],
  calculation: "automatic",
  date1904: false,
  structureProtected: false,
  lost: lostOf(read),
});

/** The running text too: only tables are read as sheets. */
const lostOf = ({ items, lost }: ReadItems): readonly LostPart[] => {
  const lines = items.filter((item) => item.is === "paragraph" && item.text.trim() !== "").length;
  return lines > 0 ? [lostParagraphs(lines), ...lost] : lost;
};

/** What a document prints; what is wrong with the file is a typed failure. */
function readDocumentItems(bytes: Uint8Array): HostResult<ReadItems> {
  if (isCompoundFile(bytes)) return unreadableFile(COMPOUND[compoundKind(bytes)], { file: "document" });
  try {
    // a Node buffer is taken for the plain bytes that it is
    return succeed(readItems(openDocument(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return unreadableFile(error.problem, { detail: error.detail, file: "document" });
  }
}

/** A password hides what is behind it; any other compound file that is no workbook is taken for the older form of Word. */
const COMPOUND: Readonly<Record<CompoundKind, FileProblem>> = {
  encrypted: "encrypted",
  workbook: "not-a-document",
  "old-workbook": "not-a-document",
  other: "legacy-doc",
  damaged: "legacy-doc",
};
