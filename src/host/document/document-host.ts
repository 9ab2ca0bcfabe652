import { fail, succeed } from "../../core/model/result";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { compoundKind, isCompoundFile, type CompoundKind } from "../compound-file";
import type { FileProblem, HostCapabilities, HostFailure, HostResult, Words, WorkbookHost } from "../port";
import { Unreadable } from "../xlsx/unreadable";
import { documentSheets } from "./document-sheets";
import { openDocument } from "./open-document";
import { readItems, type ReadItems } from "./read-items";

const CAPABILITIES: HostCapabilities = {
  nativeUndo: false,
  deleteSheet: false,
  reveal: false,
  conditionalFormats: false,
  validations: false,
};

/** The tables of a Word document as the sheets of a workbook that is only read (SPEC I2). */
export function createDocumentHost(bytes: Uint8Array): WorkbookHost {
  return {
    capabilities: CAPABILITIES,
    read: () => Promise.resolve(readTables(bytes)),
    write: () => Promise.resolve(unsupported("写入 Word 文档", "writing into a Word document")),
    reveal: () => Promise.resolve(unsupported("定位文件中的单元格", "showing a cell of a file")),
  };
}

const unsupported = <T>(zh: string, en: string): HostResult<T> =>
  fail<HostFailure>({ kind: "unsupported", what: { zh, en } });

function readTables(bytes: Uint8Array): HostResult<WorkbookSnapshot> {
  const read = readDocumentItems(bytes);
  if (!read.ok) return read;
  return succeed({
    sheets: documentSheets(read.value.items),
    names: [],
    calculation: "automatic",
    date1904: false,
    structureProtected: false,
    lost: lostOf(read.value),
  });
}

/** The running text too: only tables are read as sheets. */
const lostOf = ({ items, lost }: ReadItems): readonly string[] => {
  const lines = items.filter((item) => item.is === "paragraph" && item.text.trim() !== "").length;
  return lines > 0 ? [`正文 ${lines} 段`, ...lost] : lost;
};

/** What a document prints; what is wrong with the file is a typed failure. */
export function readDocumentItems(bytes: Uint8Array): HostResult<ReadItems> {
  if (isCompoundFile(bytes)) return unreadable(COMPOUND[compoundKind(bytes)], { zh: "", en: "" });
  try {
    return succeed(readItems(openDocument(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return unreadable(error.problem, error.detail);
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

const unreadable = <T>(problem: FileProblem, detail: Words): HostResult<T> =>
  fail<HostFailure>({ kind: "unreadable", problem, detail, file: "document" });
