import { strToU8, unzipSync, zipSync } from "fflate";
import { Archive } from "../../../src/host/xlsx/zip/archive";
import { crc32 } from "../../../src/host/xlsx/zip/crc32";
import { saveArchive } from "../../../src/host/xlsx/zip/save";
import { changedEntries, richWorkbook } from "./rich-package";

const text = (bytes: Uint8Array | null): string => (bytes ? new TextDecoder().decode(bytes) : "");
const bytes = (...numbers: number[]): number[] => numbers;
const u16 = (n: number): number[] => [n & 255, n >> 8];
const u32 = (n: number): number[] => [...u16(n & 0xffff), ...u16(n >>> 16)];
const u64 = (n: number): number[] => [...u32(n), ...u32(0)];
const ascii = (s: string): number[] => [...strToU8(s)];

interface EntryForm {
  readonly name: string;
  readonly content: string;
  /** Sizes after the data, as programs that write to a pipe do. */
  readonly descriptor?: boolean;
  readonly zip64?: boolean;
  /** An extra field in the local header only. */
  readonly extra?: number[];
  /** The name's signs are its bytes, in whatever code page. */
  readonly raw?: boolean;
}

/** A package written by hand, stored, in the forms that programs use. */
function handmade(entries: readonly EntryForm[], { prefix = "", comment = "", end64 = false } = {}): Uint8Array {
  const file: number[] = ascii(prefix);
  const records: number[] = [];
  for (const { name, content, descriptor = false, zip64 = false, extra = [], raw = false } of entries) {
    const nameBytes = raw ? Array.from(name, (sign) => sign.charCodeAt(0)) : ascii(name);
    const data = ascii(content);
    const crc = crc32(Uint8Array.from(data));
    const offset = file.length;
    const flags = descriptor ? 8 : 0;
    const local = descriptor
      ? [...u32(0), ...u32(0), ...u32(0)]
      : [...u32(crc), ...u32(data.length), ...u32(data.length)];
    file.push(
      ...u32(0x04034b50),
      ...u16(20),
      ...u16(flags),
      ...u16(0),
      ...u32(0x21_0000),
      ...local,
      ...u16(name.length),
      ...u16(extra.length),
      ...nameBytes,
      ...extra,
      ...data,
    );
    if (descriptor) file.push(...u32(0x08074b50), ...u32(crc), ...u32(data.length), ...u32(data.length));
    const field = zip64 ? [...u16(1), ...u16(24), ...u64(data.length), ...u64(data.length), ...u64(offset)] : [];
    const sizes = zip64 ? [...u32(0xffffffff), ...u32(0xffffffff)] : [...u32(data.length), ...u32(data.length)];
    records.push(
      ...u32(0x02014b50),
      ...u16(20),
      ...u16(20),
      ...u16(flags),
      ...u16(0),
      ...u32(0x21_0000),
      ...u32(crc),
      ...sizes,
      ...u16(name.length),
      ...u16(field.length),
      ...u16(0),
      ...u16(0),
      ...u16(0),
      ...u32(0),
      ...u32(zip64 ? 0xffffffff : offset),
      ...nameBytes,
      ...field,
    );
  }
  const start = file.length;
  const count = entries.length;
  const head64 = [
    ...u32(0x06064b50),
    ...u64(44),
    ...u16(45),
    ...u16(45),
    ...u32(0),
    ...u32(0),
    ...u64(count),
    ...u64(count),
    ...u64(records.length),
    ...u64(start),
  ];
  const locator = [...u32(0x07064b50), ...u32(0), ...u64(start + records.length), ...u32(1)];
  const numbers = end64
    ? [...u16(0xffff), ...u16(0xffff), ...u32(0xffffffff), ...u32(0xffffffff)]
    : [...u16(count), ...u16(count), ...u32(records.length), ...u32(start)];
  const end = bytes(...u32(0x06054b50), ...u16(0), ...u16(0), ...numbers, ...u16(comment.length), ...ascii(comment));
  return Uint8Array.from([...file, ...records, ...(end64 ? [...head64, ...locator] : []), ...end]);
}

const ENTRIES: readonly EntryForm[] = [
  { name: "a.xml", content: "<a/>" },
  { name: "xl\\b.xml", content: "<b/>", descriptor: true },
  { name: "/c.xml", content: "<c/>", zip64: true, extra: [0x99, 0x99, 2, 0, 1, 2] },
  { name: "empty.xml", content: "" },
];

describe("[X3] packages in the forms that programs write", () => {
  it.each<[title: string, file: Uint8Array]>([
    ["plain", handmade(ENTRIES)],
    ["with a comment", handmade(ENTRIES, { comment: "PK by hand" })],
    ["with a zip64 end record", handmade(ENTRIES, { end64: true })],
    ["behind other bytes that the offsets count", handmade(ENTRIES, { prefix: "PK: an installer stands here" })],
    ["behind other bytes that they do not count", Uint8Array.from([...ascii("PKSFX"), ...handmade(ENTRIES)])],
  ])("%s: every part is found, and copied byte for byte when another changes", (_, file) => {
    const archive = new Archive(file);
    expect(["A.xml", "xl/b.xml", "c.xml", "empty.xml"].map((name) => text(archive.bytes(name)))).toEqual([
      "<a/>",
      "<b/>",
      "<c/>",
      "",
    ]);
    const saved = saveArchive(
      archive,
      new Map([
        ["a.xml", strToU8("<changed/>")],
        ["new.xml", strToU8("<new/>")],
      ]),
    );
    const again = new Archive(saved);
    expect(["a.xml", "xl/b.xml", "c.xml", "empty.xml", "new.xml"].map((name) => text(again.bytes(name)))).toEqual([
      "<changed/>",
      "<b/>",
      "<c/>",
      "",
      "<new/>",
    ]);
    expect(again.directory.entries.map(({ name }) => name)).toEqual([
      "a.xml",
      "xl/b.xml",
      "c.xml",
      "empty.xml",
      "new.xml",
    ]);
  });

  it("headers, extra fields, descriptors and records of unchanged entries stay", () => {
    const file = handmade(ENTRIES.filter(({ zip64 }) => !zip64));
    const saved = saveArchive(new Archive(file), new Map([["a.xml", strToU8("<changed/>")]]));
    expect(changedEntries(file, saved)).toEqual(["a.xml"]);
  });

  it("names in another code page are told apart, and stay byte for byte when another part changes", () => {
    const gbk = [[0xcd, 0xbc], [0xb1, 0xed], [0xd3, 0xa1]].map((bytes) => String.fromCharCode(...bytes)); // 图, 表, 印
    const file = handmade([{ name: "a.xml", content: "<a/>" }, ...gbk.map((name, i) => ({ name: `xl/media/${name}.png`, content: `${i}`, raw: true }))]);
    const archive = new Archive(file);
    expect(archive.directory.entries.slice(1).map(({ name }) => text(archive.bytes(name)))).toEqual(["0", "1", "2"]);
    const saved = saveArchive(archive, new Map([["a.xml", strToU8("<changed/>")]]));
    expect(changedEntries(file, saved)).toEqual(["a.xml"]);
    expect(new Archive(saved).directory.entries.map(({ name }) => name)).toEqual(archive.directory.entries.map(({ name }) => name));
  }); // prettier-ignore

  it("a part taken out leaves the others in order", () => {
    const file = richWorkbook();
    const saved = saveArchive(new Archive(file), new Map([["xl/vbaProject.bin", null]]));
    expect(changedEntries(file, saved)).toEqual(["xl/vbaProject.bin"]);
    expect(Object.keys(unzipSync(saved))).toEqual(
      Object.keys(unzipSync(file)).filter((name) => name !== "xl/vbaProject.bin"),
    );
  });

  it("nothing changed gives the same file, and the same change the same bytes", () => {
    const file = richWorkbook();
    expect(saveArchive(new Archive(file), new Map())).toBe(file);
    const change = new Map([["customXml/item1.xml", strToU8("<other/>")]]);
    expect(Buffer.from(saveArchive(new Archive(file), change)).equals(saveArchive(new Archive(file), change))).toBe(
      true,
    );
  });

  it("a large part comes out whole, however it was packed", () => {
    const large = Uint8Array.from({ length: 700_000 }, (_, at) => (at * 7919 + (at >> 8)) & 255);
    for (const level of [0, 1, 9] as const) {
      expect(Buffer.from(new Archive(zipSync({ large }, { level })).bytes("large") ?? []).equals(large)).toBe(true);
    }
  });
});
