import { compoundKind, isCompoundFile, type CompoundKind } from "../../compound-file";
import { unreadable } from "../unreadable";
import { partKey, readDirectory, type ZipDirectory, type ZipEntry } from "./directory";
import { inflateEntry, refuseBomb } from "./inflate";
import { LIMITS } from "./limits";

const ZIP_START = 0x504b; // "PK"

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

  /** The inflated size that the part claims; null where there is none. */
  sizeOf(name: string): number | null {
    return this.byKey.get(partKey(name))?.size ?? null;
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
  if (isCompoundFile(file)) refuseCompound(compoundKind(file));
  if (file.length < 4 || ((file[0] ?? 0) << 8) + (file[1] ?? 0) !== ZIP_START) unreadable("not-a-zip", "", "");
  if (file.length < 22) unreadable("truncated", "压缩包不完整", "the zip package is cut off");
}

function refuseCompound(kind: CompoundKind): never {
  if (kind === "encrypted") unreadable("encrypted", "", "");
  if (kind === "damaged") unreadable("truncated", "", "");
  if (kind === "other")
    unreadable(
      "not-a-workbook",
      "是其他程序的文件，如 Word 文档（.doc）",
      "a file of another program, such as a Word document (.doc)",
    );
  return unreadable("legacy-xls", "", "");
}
