import { lowest } from "../../../core/workbook/long-lists";
import { deflateSync } from "fflate";
import type { Archive } from "./archive";
import { crc32 } from "./crc32";
import { findExtra, partKey, type ZipEntry } from "./directory";

/** New bytes of parts by name; null takes the part out. */
export type PartChanges = ReadonlyMap<string, Uint8Array | null>;

interface Piece {
  /** Local header, packed bytes and whatever follows them. */
  readonly local: readonly Uint8Array[];
  /** The directory record, whose offset is still to be set. */
  readonly record: Uint8Array;
}

/**
 * The changed package. Entries that are not changed keep every byte: header, extra fields, packed data, data
 * descriptor and padding; the order of entries and of the directory is kept; new parts come last (SPEC X3).
 * The same changes give the same bytes: new entries carry no time of day.
 */
export function saveArchive(archive: Archive, changes: PartChanges): Uint8Array {
  if (changes.size === 0) return archive.file;
  const byKey = new Map([...changes].map(([name, bytes]) => [partKey(name), { name, bytes }]));
  const pieces = new Map<ZipEntry | string, Piece>();
  for (const entry of archive.directory.entries) {
    const change = byKey.get(partKey(entry.name));
    if (!change) pieces.set(entry, keptPiece(archive.file, entry));
    else if (change.bytes) pieces.set(entry, newPiece(nameBytes(entry), change.bytes, entry.record));
  }
  for (const { name, bytes } of byKey.values()) {
    if (bytes && !archive.has(name)) pieces.set(name, newPiece(new TextEncoder().encode(name), bytes, null));
  }
  return assemble(archive, pieces);
}

function assemble(archive: Archive, pieces: ReadonlyMap<ZipEntry | string, Piece>): Uint8Array {
  const startOf = (key: ZipEntry | string): number => (typeof key === "string" ? Infinity : key.start);
  const inFile = [...pieces.keys()].sort((a, b) => (startOf(a) === startOf(b) ? 0 : startOf(a) - startOf(b)));
  const first = lowest([...archive.directory.entries.map((entry) => entry.start), archive.file.length]);
  const out: Uint8Array[] = [archive.file.subarray(0, first)];
  const offsets = new Map<ZipEntry | string, number>();
  let position = first;
  for (const key of inFile) {
    offsets.set(key, position);
    for (const bytes of pieces.get(key)?.local ?? []) {
      out.push(bytes);
      position += bytes.length;
    }
  }
  const directoryStart = position;
  for (const [key, piece] of pieces) {
    out.push(withOffset(piece.record, offsets.get(key) ?? 0));
    position += piece.record.length;
  }
  out.push(endRecord(pieces.size, directoryStart, position - directoryStart, archive.directory.comment));
  return concat(out);
}

const keptPiece = (file: Uint8Array, entry: ZipEntry): Piece => ({
  local: [file.subarray(entry.start, entry.end)],
  record: entry.record,
});

const nameBytes = (entry: ZipEntry): Uint8Array => {
  const view = viewOf(entry.record);
  return entry.record.subarray(46, 46 + view.getUint16(28, true));
};

const UTF8_FLAG = 0x800;
/** 1 January 1980, the first day a zip knows. */
const NO_DATE = 0x0021;

/** A part with new bytes; what the old record says of its maker, time and rights stays. */
function newPiece(name: Uint8Array, bytes: Uint8Array, old: Uint8Array | null): Piece {
  const deflated = deflateSync(bytes);
  const stored = deflated.length >= bytes.length;
  const packed = stored ? bytes : deflated;
  const before = old && viewOf(old);
  const record = new Uint8Array(46 + name.length);
  const view = viewOf(record);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, before?.getUint16(4, true) ?? 20, true);
  view.setUint16(6, 20, true);
  view.setUint16(8, before ? before.getUint16(8, true) & UTF8_FLAG : UTF8_FLAG, true);
  view.setUint16(10, stored ? 0 : 8, true);
  view.setUint16(12, before?.getUint16(12, true) ?? 0, true);
  view.setUint16(14, before?.getUint16(14, true) ?? NO_DATE, true);
  view.setUint32(16, crc32(bytes), true);
  view.setUint32(20, packed.length, true);
  view.setUint32(24, bytes.length, true);
  view.setUint16(28, name.length, true);
  view.setUint16(36, before?.getUint16(36, true) ?? 0, true);
  view.setUint32(38, before?.getUint32(38, true) ?? 0, true);
  record.set(name, 46);
  return { local: [localHeader(record, name), packed], record };
}

/** A local header says the same as the first fields of the directory record. */
function localHeader(record: Uint8Array, name: Uint8Array): Uint8Array {
  const header = new Uint8Array(30 + name.length);
  header.set(record.subarray(6, 30), 4);
  const view = viewOf(header);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(28, 0, true);
  header.set(name, 30);
  return header;
}

function withOffset(record: Uint8Array, offset: number): Uint8Array {
  // Not slice(): of a Node buffer that is a view, and the file given must not change.
  const copy = new Uint8Array(record);
  const view = viewOf(copy);
  if (view.getUint32(42, true) !== 0xffffffff) {
    view.setUint32(42, offset, true);
    return copy;
  }
  // The offset stands last in the zip64 field, after those sizes that are there too.
  const extraStart = 46 + view.getUint16(28, true);
  const field = findExtra(view, extraStart, extraStart + view.getUint16(30, true), 1);
  const before = [20, 24].filter((at) => view.getUint32(at, true) === 0xffffffff).length;
  if (field) view.setBigUint64(field.at + 8 * before, BigInt(offset), true);
  return copy;
}

function endRecord(count: number, start: number, size: number, comment: Uint8Array): Uint8Array {
  const end = new Uint8Array(22 + comment.length);
  const view = viewOf(end);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
  view.setUint16(20, comment.length, true);
  end.set(comment, 22);
  return end;
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
