/**
 * What a compound file (OLE, [MS-CFB]) holds, told from its directory alone: the container of .xls and .et, of a workbook
 * behind a password whatever its format, and of documents of other programs. Nothing of it is decrypted.
 */
export type CompoundKind =
  | "workbook"
  /** Excel 95 and older. */
  | "old-workbook"
  | "encrypted"
  | "other"
  /** Its directory can not be followed. */
  | "damaged";

const START = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const LAST_SECTOR = 0xfffffffa;
const ROOT = "Root Entry";
/** A stream below this size stands in the mini stream of the root. */
const MINI_LIMIT = 4096;
const MINI_SECTOR = 64;
/** Records of a workbook stream ([MS-XLS] 2.3). */
const FILE_PASS = 0x2f;
const BEGIN = 0x809;
const WRITE_PROTECT = 0x86;

export const isCompoundFile = (bytes: Uint8Array): boolean => START.every((byte, at) => bytes[at] === byte);

export function compoundKind(bytes: Uint8Array): CompoundKind {
  const streams = directoryOf(bytes);
  if (!streams) return "damaged";
  if (streams.has("EncryptedPackage")) return "encrypted";
  const book = streams.get("Workbook") ?? streams.get("Book");
  if (!book) return "other";
  if (isPasswordAsked(bytes, startOf(bytes, book, streams.get(ROOT)))) return "encrypted";
  return streams.has("Workbook") ? "workbook" : "old-workbook";
}

interface Stream {
  readonly sector: number;
  readonly size: number;
}

/** Where sectors stand and which follows which; -1 where the file does not say. */
class Sectors {
  readonly size: number;
  private readonly view: DataView;
  private readonly tables: readonly number[];

  constructor(view: DataView) {
    this.view = view;
    this.size = 2 ** Math.min(view.getUint16(30, true), 16);
    this.tables = this.listTables();
  }

  at = (sector: number): number => {
    const at = (sector + 1) * this.size;
    return sector < LAST_SECTOR && at + this.size <= this.view.byteLength ? at : -1;
  };

  /** The chain from a sector on; it ends where it would go round in a circle. */
  *chain(first: number): Generator<number> {
    const most = this.view.byteLength / this.size;
    for (let sector = first, count = 0; this.at(sector) >= 0 && count < most; count++) {
      yield sector;
      const perTable = this.size / 4;
      const table = this.at(this.tables[Math.floor(sector / perTable)] ?? LAST_SECTOR);
      if (table < 0) return;
      sector = this.view.getUint32(table + 4 * (sector % perTable), true);
    }
  }

  /** The sectors of the allocation table: 109 in the header, more in a chain of their own. */
  private listTables(): number[] {
    const tables = Array.from({ length: 109 }, (_, i) => this.view.getUint32(76 + 4 * i, true));
    const most = this.view.byteLength / this.size;
    let more = this.view.getUint32(68, true);
    for (let count = 0; this.at(more) >= 0 && count < most; count++) {
      const at = this.at(more);
      for (let entry = 0; entry < this.size - 4; entry += 4) tables.push(this.view.getUint32(at + entry, true));
      more = this.view.getUint32(at + this.size - 4, true);
    }
    return tables;
  }
}

function directoryOf(bytes: Uint8Array): ReadonlyMap<string, Stream> | null {
  if (bytes.length < 1024) return null;
  const view = viewOf(bytes);
  const sectors = new Sectors(view);
  if (sectors.size < 128) return null;
  const streams = new Map<string, Stream>();
  for (const sector of sectors.chain(view.getUint32(48, true))) {
    for (let at = sectors.at(sector), end = at + sectors.size; at < end; at += 128) {
      const length = Math.min(view.getUint16(at + 64, true), 64) / 2 - 1;
      const name = Array.from({ length: Math.max(0, length) }, (_, i) => String.fromCharCode(view.getUint16(at + 2 * i, true))).join(""); // prettier-ignore
      if (name !== "" && !streams.has(name))
        streams.set(name, { sector: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) });
    }
  }
  return streams.has(ROOT) ? streams : null;
}

/** Where the first bytes of a stream stand; -1 where the file does not say. */
function startOf(bytes: Uint8Array, { sector, size }: Stream, root: Stream | undefined): number {
  const sectors = new Sectors(viewOf(bytes));
  if (size >= MINI_LIMIT || !root) return sectors.at(sector);
  const offset = sector * MINI_SECTOR;
  let left = Math.floor(offset / sectors.size);
  for (const each of sectors.chain(root.sector)) if (left-- === 0) return sectors.at(each) + (offset % sectors.size);
  return -1;
}

/** Whether the record that asks for a password stands where it must: behind the first one, or a write protection. */
function isPasswordAsked(bytes: Uint8Array, start: number): boolean {
  const view = viewOf(bytes);
  for (let at = start; at >= 0 && at + 4 <= bytes.length;) {
    const record = view.getUint16(at, true);
    if (record === FILE_PASS) return true;
    if (record !== BEGIN && record !== WRITE_PROTECT) return false;
    at += 4 + view.getUint16(at + 2, true);
  }
  return false;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
