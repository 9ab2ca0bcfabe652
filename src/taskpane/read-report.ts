import { readReportFile } from "../host/report-file";
import type { PaneSurroundings } from "../ui/pane-store";

/** A report beside the workbook, from its bytes; each reader is loaded only for a file of its kind. */
export const readReport: NonNullable<PaneSurroundings["readReport"]> = (file, bytes) =>
  readReportFile(file, bytes, {
    document: async (given) => {
      const { createDocumentHost } = await import(/* webpackChunkName: "file-docx" */ "../host/document/document-host");
      return createDocumentHost(given);
    },
    pdf: async (given) => {
      const { readPdf } = await import(/* webpackChunkName: "file-pdf" */ "../host/document/read-pdf");
      return readPdf(given);
    },
  });
