import { unreadable } from "../unreadable";
import { LIMITS } from "./limits";
import { nameText, refuseOtherHeader } from "./local-header";

/**
 * Reads the directory of a zip package (APPNOTE 6.3): where each entry's bytes stand. It inflates nothing.
 * Zip64, data descriptors, backslashes in names and bytes before the first entry are read;
 * encrypted, overlapping, duplicate and split packages, and entries that say otherwise than the directory, are refused.
 */
export interface ZipEntry {
  /** With forward slashes, without a leading one. */
  readonly name: string;
  /** The entry's record in the directory, as it stands. */
  readonly record: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the local header begins, where the packed bytes begin, and where the next entry begins. */
  readonly start: number;
  readonly dataStart: number;
  readonly end: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  readonly comment: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const MASK32 = 0xffffffff;
const ENCRYPTED_FLAGS = 0x1 | 0x40 | 0x2000;

export const partKey = (name: string): string => name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();

export function readDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const where = locate(view, end);
  if (where.count > LIMITS.entries)
    unreadable(
      "too-large",
      `压缩包有 ${where.count} 个部件，上限 ${LIMITS.entries}`,
      `${where.count} parts, at most ${LIMITS.entries}`,
    );
  const raw = readRecords(view, bytes, where);
  const commentLength = Math.min(view.getUint16(end + 20, true), bytes.length - end - 22);
  return {
    entries: placeEntries(view, bytes, raw, where.start),
    comment: bytes.subarray(end + 22, end + 22 + commentLength),
  };
}

/** The end record: the last one whose directory can be where it says. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  return unreadable("truncated", "文件末尾的压缩目录缺失", "the zip directory at the end of the file is missing");
}

interface Whereabouts {
  readonly count: number;
  readonly start: number;
  readonly end: number;
  /** Bytes in front of the package that its offsets do not count. */
  readonly shift: number;
}

function locate(view: DataView, end: number): Whereabouts {
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  const disk = view.getUint16(end + 4, true);
  let limit = end;
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR64) {
    const at = whole64(view, locator + 8);
    if (at + 56 > locator || view.getUint32(at, true) !== END64)
      unreadable("truncated", "压缩目录损坏", "the zip64 end record is damaged");
    count = whole64(view, at + 32);
    size = whole64(view, at + 40);
    offset = whole64(view, at + 48);
    limit = at;
  } else if (disk !== 0 && disk !== 0xffff) unreadable("unsupported-zip", "分卷压缩包", "a package in several volumes");
  const start = limit - size;
  if (start < 0 || start < offset)
    unreadable("truncated", "压缩目录与文件不符", "the zip directory does not fit the file");
  return { count, start, end: limit, shift: start - offset };
}

interface RawEntry extends Omit<ZipEntry, "dataStart" | "end"> {
  readonly index: number;
}

function readRecords(view: DataView, bytes: Uint8Array, where: Whereabouts): RawEntry[] {
  const seen = new Set<string>();
  const raw: RawEntry[] = [];
  let at = where.start;
  for (let index = 0; index < where.count; index++) {
    if (at + 46 > where.end || view.getUint32(at, true) !== CENTRAL)
      unreadable("truncated", "压缩目录损坏", "the zip directory is damaged");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > where.end) unreadable("truncated", "压缩目录损坏", "the zip directory is damaged");
    if (view.getUint16(at + 8, true) & ENCRYPTED_FLAGS)
      unreadable("encrypted", "压缩包已加密", "the zip entries are encrypted");
    const name = nameText(bytes.subarray(at + 46, at + 46 + nameLength));
    if (seen.has(name.toLowerCase()))
      unreadable(
        "inconsistent-zip",
        `部件 ${name} 出现了两次（名称不分大小写）`,
        `the part ${name} stands twice (names do not tell capitals apart)`,
      );
    seen.add(name.toLowerCase());
    const sizes = readSizes(view, at, nameLength, extraLength);
    raw.push({
      index,
      name,
      record: bytes.subarray(at, next),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...sizes,
      start: sizes.start + where.shift,
    });
    at = next;
  }
  // A signature of the directory may stand behind its last record; a record may not.
  if (at + 4 <= where.end && view.getUint32(at, true) === CENTRAL)
    unreadable(
      "inconsistent-zip",
      `压缩目录列出的部件多于所写的 ${where.count} 个`,
      `the zip directory lists more parts than the ${where.count} that it states`,
    );
  return raw;
}

/** Sizes and offset, from the zip64 field where the record points there. */
function readSizes(view: DataView, at: number, nameLength: number, extraLength: number) {
  let packedSize = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let start = view.getUint32(at + 42, true);
  const extraStart = at + 46 + nameLength;
  let field = findExtra(view, extraStart, extraStart + extraLength, 1);
  const take = (present: number): number => {
    if (present !== MASK32) return present;
    if (!field || field.at + 8 > field.end)
      return unreadable("truncated", "压缩目录缺少字段", "a zip64 field is missing");
    const value = whole64(view, field.at);
    field = { at: field.at + 8, end: field.end };
    return value;
  };
  size = take(size);
  packedSize = take(packedSize);
  start = take(start);
  return { packedSize, size, start };
}

/** The extra field with the id, between its first and last byte. */
export function findExtra(view: DataView, from: number, to: number, id: number): { at: number; end: number } | null {
  for (let at = from; at + 4 <= to;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === id && end <= to) return { at: at + 4, end };
    at = end;
  }
  return null;
}

/** Finds the packed bytes of each entry and sees that no two share a byte. */
function placeEntries(view: DataView, bytes: Uint8Array, raw: readonly RawEntry[], directoryStart: number): ZipEntry[] {
  const inFile = [...raw].sort((a, b) => a.start - b.start);
  const entries = new Array<ZipEntry>(raw.length);
  inFile.forEach((entry, position) => {
    const { index, ...rest } = entry;
    const end = inFile[position + 1]?.start ?? directoryStart;
    if (entry.start + 30 > directoryStart || view.getUint32(entry.start, true) !== LOCAL) {
      unreadable("truncated", `部件 ${entry.name} 损坏`, `the entry ${entry.name} is damaged`);
    }
    const dataStart =
      entry.start + 30 + view.getUint16(entry.start + 26, true) + view.getUint16(entry.start + 28, true);
    if (dataStart + entry.packedSize > directoryStart)
      unreadable("truncated", `部件 ${entry.name} 不完整`, `the entry ${entry.name} is cut off`);
    if (dataStart + entry.packedSize > end)
      unreadable("inconsistent-zip", `部件 ${entry.name} 与另一部件重叠`, `the entry ${entry.name} overlaps another`);
    refuseOtherHeader(view, bytes, entry);
    entries[index] = { ...rest, dataStart, end };
  });
  return entries;
}

function whole64(view: DataView, at: number): number {
  if (at < 0 || at + 8 > view.byteLength)
    return unreadable("truncated", "压缩目录不完整", "the zip directory is cut off");
  const value = view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
  return Number.isSafeInteger(value)
    ? value
    : unreadable("truncated", "压缩目录中的大小不合理", "a size beyond all bounds");
}
