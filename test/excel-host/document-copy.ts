import { safeArray } from "./safe-array";

/** Office's numbers for the three steps by which a page takes a copy of the open file. */
const GET_COPY = 77;
const GET_CHUNK = 80;
const RELEASE_COPY = 81;
const OUT_OF_MEMORY_COPIES = 5001;
/** Office keeps no more copies in memory than this. */
const MOST_COPIES = 2;

/**
 * The open workbook's file, handed over in slices: as it was opened, since the emulated Excel writes no files. Copies that
 * are not released block the next one, as in Office.
 */
export class DocumentCopies {
  private readonly file: Uint8Array | null;
  private readonly held = new Set<number>();
  private next = 1;

  constructor(file: Uint8Array | null) {
    this.file = file;
  }

  /** The answer to one of the three calls; null where it is none of them. */
  answer(dispatchId: number, [first, offset, size]: readonly unknown[]): readonly unknown[] | null {
    if (dispatchId === GET_COPY) {
      if (!this.file || this.held.size >= MOST_COPIES) return [OUT_OF_MEMORY_COPIES, null];
      const handle = this.next++;
      this.held.add(handle);
      return [0, safeArray([handle, this.file.length])];
    }
    if (dispatchId === GET_CHUNK) {
      const from = Number(offset);
      const data = this.held.has(Number(first)) && this.file ? [...this.file.slice(from, from + Number(size))] : null;
      return data ? [0, safeArray([safeArray(data), data.length])] : [OUT_OF_MEMORY_COPIES, null];
    }
    if (dispatchId === RELEASE_COPY) {
      this.held.delete(Number(first));
      return [0, null];
    }
    return null;
  }

  get open(): number {
    return this.held.size;
  }
}
