/** What is used of unpdf; its own types want those of a canvas that nobody here draws on. */
declare module "unpdf" {
  interface TextItem {
    readonly str: string;
    readonly transform: readonly number[];
    readonly width: number;
    readonly height: number;
  }

  interface Page {
    /** Marked content beside text has no `str`. */
    getTextContent(): Promise<{ readonly items: readonly (TextItem | { readonly type: string })[] }>;
    cleanup(): void;
  }

  interface PdfDocument {
    readonly numPages: number;
    getPage(number: number): Promise<Page>;
  }

  interface Options {
    readonly verbosity: number;
    readonly isEvalSupported: boolean;
    readonly stopAtErrors: boolean;
  }

  export function getDocumentProxy(bytes: Uint8Array, options: Options): Promise<PdfDocument>;
}
