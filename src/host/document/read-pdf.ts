import { succeed } from "../../core/model/result";
import type { LostPart } from "../../core/workbook/lost-part";
import type { Block, ReportText } from "../../core/workbook/report-text";
import { unreadableFile } from "../file-host";
import type { FileProblem, HostResult } from "../port";
import { printedLines, type PrintedPiece } from "./pdf-lines";

const LARGEST = 64_000_000;
/** A report has some fifty. */
const MOST_PAGES = 1000;

/**
 * The lines of a PDF, each a block: a PDF tells neither headings nor tables. A page without text (a scan) is named in `lost`; a
 * file of such pages alone is refused. The reader of PDFs is loaded only here.
 */
export async function readPdf(bytes: Uint8Array): Promise<HostResult<ReportText>> {
  if (bytes.length > LARGEST) return unreadablePdf("too-large");
  const { getDocumentProxy } = await import(/* webpackChunkName: "pdf" */ "unpdf");
  let pages: readonly (readonly string[])[];
  try {
    // what it is given it takes for its own
    const document = await getDocumentProxy(bytes.slice(), {
      verbosity: 0,
      isEvalSupported: false,
      stopAtErrors: false,
    });
    if (document.numPages > MOST_PAGES) return unreadablePdf("too-large");
    pages = await linesOf(document);
  } catch (error) {
    // its errors tell by their name alone what is wrong with a file
    return unreadablePdf(error instanceof Error && error.name === "PasswordException" ? "encrypted" : "not-a-document");
  }
  if (pages.every((lines) => lines.length === 0)) return unreadablePdf("no-text");
  const lines = pages.flatMap((page, i) => page.map((text) => ({ text, page: i + 1 })));
  const blocks = lines.map(({ text, page }, block): Block => ({ is: "paragraph", text, level: null, listNumber: null, page, at: { block, from: 0, to: text.length } })); // prettier-ignore
  const lost = pages.flatMap((lines, i) => (lines.length === 0 ? [pageWithoutText(i + 1)] : []));
  return succeed({ blocks, source: "pdf", lost });
}

const pageWithoutText = (page: number): LostPart => ({
  zh: `第 ${page} 页没有文字（多为扫描件）`,
  en: `page ${page}, which has no text (most often a scan)`,
});

type PdfDocument = Awaited<ReturnType<(typeof import("unpdf"))["getDocumentProxy"]>>;

async function linesOf(document: PdfDocument): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item): readonly PrintedPiece[] => {
      if (!("str" in item)) return [];
      const [, , , , x = 0, y = 0] = item.transform;
      return [{ text: item.str, x, y, width: item.width, height: item.height }];
    });
    pages.push(printedLines(pieces));
    page.cleanup();
  }
  return pages;
}

const unreadablePdf = <T>(problem: FileProblem): HostResult<T> => unreadableFile(problem, { file: "pdf" });
