import { unreadable } from "../unreadable";
import { partKey, readDirectory, type ZipDirectory, type ZipEntry } from "./directory";
import { inflateEntry, refuseBomb } from "./inflate";
import { LIMITS } from "./limits";

const ZIP_START = 0x504b; // "PK"
const OLE_START = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A package that is only read; `saveArchive` makes the changed one. */
export class Archive {
  readonly file: Uint8Array;
  readonly directory: ZipDirectory;
  private readonly byKey = new Map<string, ZipEntry>();
  private readonly counted = new Set<ZipEntry>();
  private inflated = 0;

  constructor(file: Uint8Array) {
    if (file.length > LIMITS.fileSize)
      unreadable(
        "too-large",
        `文件有 ${file.length} 字节，上限 ${LIMITS.fileSize}`,
        `the file has ${file.length} bytes, at most ${LIMITS.fileSize}`,
      );
    refuseOtherKinds(file);
    this.file = file;
    this.directory = readDirectory(file);
    for (const entry of this.directory.entries) this.byKey.set(partKey(entry.name), entry);
  }

  has(name: string): boolean {
    return this.byKey.has(partKey(name));
  }

  /** The name under which the part stands in the package. */
  nameOf(name: string): string | null {
    return this.byKey.get(partKey(name))?.name ?? null;
  }

  /** The inflated bytes of a part; null where there is none. */
  bytes(name: string): Uint8Array | null {
    const entry = this.byKey.get(partKey(name));
    if (!entry) return null;
    refuseBomb(entry);
    if (!this.counted.has(entry)) {
      this.counted.add(entry);
      this.inflated += entry.size;
      if (this.inflated > LIMITS.totalSize)
        unreadable(
          "too-large",
          `各部件合计超过 ${LIMITS.totalSize} 字节`,
          `the parts have more than ${LIMITS.totalSize} bytes together`,
        );
    }
    return inflateEntry(this.file, entry);
  }
}

/** Says what the file is instead, where that can be told. */
function refuseOtherKinds(file: Uint8Array): void {
  if (OLE_START.every((byte, at) => file[at] === byte)) {
    if (holdsUtf16(file, "EncryptedPackage"))
      unreadable("encrypted", "有打开密码", "the workbook is protected by a password");
    unreadable("legacy-xls", "", "");
  }
  if (file.length < 4 || ((file[0] ?? 0) << 8) + (file[1] ?? 0) !== ZIP_START) unreadable("not-a-zip", "", "");
  if (file.length < 22) unreadable("truncated", "压缩包不完整", "the zip package is cut off");
}

function holdsUtf16(file: Uint8Array, text: string): boolean {
  const wanted = Uint8Array.from(text, (_, at) => text.charCodeAt(at));
  const first = wanted[0] ?? 0;
  for (let at = file.indexOf(first); at >= 0; at = file.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => file[at + 2 * index] === byte)) return true;
  }
  return false;
}
