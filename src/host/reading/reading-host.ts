import { isCompoundFile } from "../compound-file";
import type { DocumentHost } from "../document/document-host";
import type { WorkbookHost } from "../port";
import { reportKind } from "../report-file";
import { createXlsxHost } from "../xlsx/xlsx-host";

export const isDocument = (file: string): boolean => reportKind(file) === "document";

/** Which host reads a file, by its name and its first bytes; readers of other formats are loaded only for them (SPEC X18). */
export async function readingHost(file: string, bytes: Uint8Array): Promise<WorkbookHost> {
  if (isDocument(file)) return documentHost(bytes);
  if (!isCompoundFile(bytes)) return createXlsxHost(bytes);
  const { createXlsHost } = await import(/* webpackMode: "eager" */ "../xls/xls-host");
  return createXlsHost(bytes);
}

/** A document by its reader, which is loaded only for one. */
export async function documentHost(bytes: Uint8Array): Promise<DocumentHost> {
  const { createDocumentHost } = await import(/* webpackMode: "eager" */ "../document/document-host");
  return createDocumentHost(bytes);
}
