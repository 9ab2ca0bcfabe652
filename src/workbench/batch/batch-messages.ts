import type { BatchFile } from "../../app/batch/batch-unit";
import type { Language } from "../../app/failure-words";

/** A file of a folder, under its path from the folder on; its bytes are read only where it is reviewed. Null: it is gone. */
export interface FolderFile {
  readonly path: string;
  readonly blob: Blob | null;
}

export interface PageRules {
  /** A built-in pack by its id, "auto" for the one that each workbook is offered for certain, null for what it says itself. */
  readonly pack: string | null;
  readonly lang: Language;
}

/** To a worker: review one file. */
export interface FileRequest extends FolderFile, PageRules {
  readonly do: "review-file";
}

/** From it: what the review said. */
export interface FileAnswer {
  readonly do: "reviewed-file";
  readonly read: BatchFile;
}
