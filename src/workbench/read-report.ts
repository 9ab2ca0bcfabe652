import type { ReportText } from "../core/workbook/report-text";
import { createDocumentHost } from "../host/document/document-host";
import { unreadableFile } from "../host/file-host";
import type { HostResult } from "../host/port";
import { readReportFile } from "../host/report-file";
import type { PaneSurroundings } from "../ui/pane-store";

/** A report beside the workbook, from its bytes. */
export const readReport: NonNullable<PaneSurroundings["readReport"]> = (file, bytes) =>
  readReportFile(file, bytes, { document: (given) => Promise.resolve(createDocumentHost(given)), pdf: readPdf });

async function readPdf(bytes: Uint8Array): Promise<HostResult<ReportText>> {
  const reader = await servedReader();
  return reader ? reader.readPdf(bytes) : unreadableFile("no-pdf-reader", { file: "pdf" });
}

/** What `pdf-reader.ts` leaves on the page. */
interface PdfReader {
  readonly readPdf: (bytes: Uint8Array) => Promise<HostResult<ReportText>>;
}

declare global {
  interface Window {
    pinghePdf?: PdfReader;
  }
}

let loading: Promise<PdfReader | null> | null = null;

/**
 * The reader of PDFs is as large as all the rest, so it stands beside the page and is asked for with the first PDF. Only a
 * server has it: the page that opens from a folder is one file.
 */
function servedReader(): Promise<PdfReader | null> {
  loading ??= load().then((reader) => {
    if (!reader) loading = null;
    return reader;
  });
  return loading;
}

function load(): Promise<PdfReader | null> {
  const { file, hash } = document.querySelector<HTMLElement>("meta[name=pdf-reader]")?.dataset ?? {};
  if (!file || !hash || !/^https?:$/.test(window.location.protocol)) return Promise.resolve(null);
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = file;
    // The page's policy takes this very file and no other.
    script.integrity = hash;
    script.addEventListener("load", () => resolve(window.pinghePdf ?? null));
    script.addEventListener("error", () => {
      script.remove();
      resolve(null);
    });
    document.head.append(script);
  });
}
