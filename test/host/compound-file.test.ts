import { CFB as untyped } from "@e965/xlsx";
import { readFileSync } from "node:fs";
import { compoundKind, isCompoundFile, type CompoundKind } from "../../src/host/compound-file";
import { run } from "../cli/memory-terminal";

/** The part of the library that writes compound files, which its types leave open. */
const files = untyped as {
  readonly utils: { cfb_new(): unknown; cfb_add(file: unknown, path: string, content: Uint8Array): void };
  write(file: unknown, options: { readonly type: "buffer" }): Uint8Array;
};

/** A compound file with the streams. */
function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = files.utils.cfb_new();
  for (const [path, content] of Object.entries(streams)) files.utils.cfb_add(file, path, content);
  return Uint8Array.from(files.write(file, { type: "buffer" }));
}

const BEGIN = [0x09, 0x08, 4, 0, 0, 6, 5, 0];
const WRITE_PROTECT = [0x86, 0, 0, 0];
const FILE_PASS = [0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4];
const INTERFACE = [0xe1, 0, 2, 0, 0xb0, 4];
/** A workbook stream of so many bytes: below 4,096 it stands in the mini stream. */
const stream = (size: number, ...records: readonly number[][]): Uint8Array => {
  const bytes = new Uint8Array(size);
  bytes.set(records.flat());
  return bytes;
};
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));
const locked = bytesOf("test/workbooks/xls/password.xls");

/** More streams in front than one sector of the directory has room for. */
const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`/s${i}`, new Uint8Array(i * 40)]));

describe("[X1] what a compound file holds is told from its directory", () => {
  it.each<[title: string, bytes: Uint8Array, kind: CompoundKind]>([
    ["a workbook of Excel 97", bytesOf("test/workbooks/xls/odd-1900.xls"), "workbook"],
    ["the same behind a password, saved by LibreOffice", locked, "encrypted"],
    ["a small workbook stream behind a password", compound({ "/Workbook": stream(300, BEGIN, FILE_PASS) }), "encrypted"],
    ["a large one", compound({ "/Workbook": stream(9000, BEGIN, FILE_PASS) }), "encrypted"],
    ["4,096 bytes, the least that stands outside of the mini stream", compound({ "/Workbook": stream(4096, BEGIN, FILE_PASS) }), "encrypted"],
    ["4,095 bytes, the most that stands in it", compound({ "/Workbook": stream(4095, BEGIN, FILE_PASS) }), "encrypted"],
    ["write protected, and behind a password", compound({ "/Workbook": stream(300, BEGIN, WRITE_PROTECT, FILE_PASS) }), "encrypted"],
    ["write protected only", compound({ "/Workbook": stream(300, BEGIN, WRITE_PROTECT, INTERFACE) }), "workbook"],
    ["a number as that record's further down, where it asks for nothing", compound({ "/Workbook": stream(300, BEGIN, INTERFACE, FILE_PASS) }), "workbook"],
    ["an .xlsx behind a password", compound({ "/EncryptionInfo": new Uint8Array(900), "/EncryptedPackage": new Uint8Array(9000) }), "encrypted"],
    ["one among many streams", compound({ ...many, "/EncryptedPackage": new Uint8Array(90) }), "encrypted"],
    ["a workbook among many streams", compound({ ...many, "/Workbook": stream(300, BEGIN, FILE_PASS) }), "encrypted"],
    ["a text that only names such a stream", compound({ "/Workbook": stream(900, BEGIN, INTERFACE, [...Buffer.from("EncryptedPackage", "utf16le")]) }), "workbook"],
    ["a workbook of Excel 95", compound({ "/Book": stream(300, BEGIN, INTERFACE) }), "old-workbook"],
    ["the same behind a password", compound({ "/Book": stream(300, BEGIN, FILE_PASS) }), "encrypted"],
    ["a Word document", compound({ "/WordDocument": new Uint8Array(5000), "/1Table": new Uint8Array(50) }), "other"],
    ["nothing but its first bytes", locked.subarray(0, 8), "damaged"],
    ["its header only", locked.subarray(0, 512), "damaged"],
    ["a directory beyond its end", patched(locked, 48, 0x00ffffff), "damaged"],
    ["sectors of one byte", patched(locked, 30, 0), "damaged"],
  ])("%s", (_, bytes, kind) => {
    expect([isCompoundFile(bytes), compoundKind(bytes)]).toEqual([true, kind]);
  });

  it("a directory whose sectors follow each other in a circle ends", () => {
    const bytes = compound({ "/Workbook": stream(300, BEGIN) });
    const view = new DataView(bytes.buffer);
    const table = (view.getUint32(76, true) + 1) * 512;
    const directory = view.getUint32(48, true);
    view.setUint32(table + 4 * directory, directory, true);
    expect(compoundKind(bytes)).toBe("workbook");
  });
}); // prettier-ignore

function patched(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  new DataView(copy.buffer).setUint32(at, value, true);
  return copy;
}

describe("[X1] a workbook behind a password is one plain line that says what to do, whatever is asked of it", () => {
  const package_ = compound({ "/EncryptionInfo": new Uint8Array(900), "/EncryptedPackage": new Uint8Array(9000) });
  it.each<[title: string, bytes: Uint8Array, command: readonly string[]]>([
    ["check of an .xls", locked, ["check"]],
    ["score of an .xls", locked, ["score", "-o", "o.xlsx"]],
    ["check of an .xlsx", package_, ["check"]],
    ["score of an .xlsx", package_, ["score", "-o", "o.xlsx"]],
    ["clean of an .xlsx", package_, ["clean", "-o", "o.xlsx"]],
    ["audit of an .xlsx", package_, ["audit"]],
  ])("%s", async (_, bytes, [command = "", ...rest]) => {
    for (const [lang, words] of [
      ["zh", /^pinghe: 表\.xlsx: 工作簿设有打开密码，无法读取。请用 Excel 或 WPS 凭密码打开，取消密码（[^）]+），另存为 \.xlsx 后重试。\n$/],
      ["en", /^pinghe: 表\.xlsx: The workbook is protected by a password and can not be read\. Open it with the password in Excel or WPS, remove the password \([^)]+\), save it as \.xlsx and try again\.\n$/],
    ] as const) {
      const { status, err, files } = await run([command, "表.xlsx", ...rest, "--lang", lang], new Map([["表.xlsx", bytes]]));
      expect([status, err, files.has("o.xlsx")]).toEqual([2, expect.stringMatching(words), false]);
    }
  });
}); // prettier-ignore
