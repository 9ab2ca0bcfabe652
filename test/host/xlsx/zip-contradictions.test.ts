import { strFromU8, strToU8, zipSync } from "fflate";
import { wordFailure } from "../../../src/app/failure-words";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { RICH_PARTS, richWorkbook } from "./rich-package";

const SHEET = "xl/worksheets/sheet1.xml";
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;

type Change = (view: DataView, bytes: Uint8Array) => void;

/** The package with the header or the directory record of one part changed; `at` is the record's first byte. */
function changed(signature: number, change: (view: DataView, at: number) => void, part = SHEET): Uint8Array {
  const bytes = Uint8Array.from(richWorkbook());
  const view = new DataView(bytes.buffer);
  const nameAt = signature === LOCAL ? 30 : 46;
  for (let at = 0; at + 46 < bytes.length; at++) {
    const isRecord = view.getUint32(at, true) === signature;
    if (isRecord && strFromU8(bytes.subarray(at + nameAt, at + nameAt + part.length)) === part) change(view, at);
  }
  return bytes;
}

const atEnd = (change: Change): Uint8Array => {
  const bytes = Uint8Array.from(richWorkbook());
  change(new DataView(bytes.buffer, bytes.length - 22), bytes);
  return bytes;
};
const named = (text: string) => (view: DataView, at: number) =>
  strToU8(text).forEach((byte, i) => view.setUint8(at + 30 + i, byte));

const withParts = (more: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries({ ...RICH_PARTS, ...more }).map(([name, text]) => [name, strToU8(text)])));

async function wordsOf(bytes: Uint8Array): Promise<{ readonly zh: string; readonly en: string } | "read"> {
  const read = await createXlsxHost(bytes).read();
  return read.ok ? "read" : { zh: wordFailure(read.failure, "zh"), en: wordFailure(read.failure, "en") };
}

describe("[X19] a package that says two things of one part is refused in one line that names the part", () => {
  it.each<[title: string, bytes: Uint8Array, zh: RegExp, en: RegExp]>([
    ["another name", changed(LOCAL, named("xl/worksheets/sheet9.xml")), /sheet1\.xml 自己的文件头写的是名称 xl\/worksheets\/sheet9\.xml/, /sheet1\.xml states the name xl\/worksheets\/sheet9\.xml/],
    ["a name in capitals", changed(LOCAL, named("xl/worksheets/SHEET1.xml")), /写的是名称 xl\/worksheets\/SHEET1\.xml/, /states the name xl\/worksheets\/SHEET1\.xml/],
    ["another way of packing", changed(LOCAL, (view, at) => view.setUint16(at + 8, 0, true)), /sheet1\.xml 自己的文件头写的是压缩方式 0/, /sheet1\.xml states the packing method 0/],
    ["another check sum", changed(LOCAL, (view, at) => view.setUint32(at + 14, 1, true)), /sheet1\.xml .*另一个校验和/, /sheet1\.xml states another check sum/],
    ["another packed size", changed(LOCAL, (view, at) => view.setUint32(at + 18, view.getUint32(at + 18, true) + 1, true)), /sheet1\.xml .*另一个大小/, /sheet1\.xml states another size/],
    ["another size", changed(LOCAL, (view, at) => view.setUint32(at + 22, view.getUint32(at + 22, true) - 1, true)), /sheet1\.xml .*另一个大小/, /sheet1\.xml states another size/],
    ["encrypted in its header only", changed(LOCAL, (view, at) => view.setUint16(at + 6, 1, true)), /sheet1\.xml .*已加密/, /sheet1\.xml states that it is encrypted/],
    ["the same name twice", withParts({ "/xl/worksheets/sheet1.xml": "<a/>" }), /部件 xl\/worksheets\/sheet1\.xml 出现了两次/, /part xl\/worksheets\/sheet1\.xml stands twice/],
    ["names that differ by capitals", withParts({ "xl/worksheets/Sheet1.XML": "<a/>" }), /部件 xl\/worksheets\/Sheet1\.XML 出现了两次/, /part xl\/worksheets\/Sheet1\.XML stands twice/],
    ["names that differ by their slashes", withParts({ "xl\\worksheets\\sheet1.xml": "<a/>" }), /部件 xl\/worksheets\/sheet1\.xml 出现了两次/, /part xl\/worksheets\/sheet1\.xml stands twice/],
    ["a directory of more parts than it states", atEnd((end) => { end.setUint16(10, end.getUint16(10, true) - 1, true); }), /多于所写的 \d+ 个/, /more parts than the \d+ that it states/],
  ])("%s", async (_, bytes, zh, en) => {
    const words = await wordsOf(bytes);
    expect(words).toEqual({ zh: expect.stringMatching(zh) as string, en: expect.stringMatching(en) as string });
    expect(words).toMatchObject({ zh: expect.stringMatching(/^压缩包自相矛盾[^\n]+另存为 \.xlsx 后重试。（[^\n]+）$/) as string, en: expect.stringMatching(/^The package contradicts itself[^\n]+$/) as string });
  });

  it.each<[title: string, bytes: Uint8Array]>([
    ["the same in both places", richWorkbook()],
    ["sizes and check sum that its header leaves at 0", changed(LOCAL, (view, at) => [14, 18, 22].forEach((field) => view.setUint32(at + field, 0, true)))],
    ["sizes that its header says to follow the data", changed(LOCAL, (view, at) => { view.setUint16(at + 6, 8, true); [14, 18, 22].forEach((field) => view.setUint32(at + field, 7, true)); })],
    ["sizes that its header says to stand in a zip64 field", changed(LOCAL, (view, at) => [18, 22].forEach((field) => view.setUint32(at + field, 0xffffffff, true)))],
    ["other times and versions in the directory", changed(CENTRAL, (view, at) => { view.setUint16(at + 6, 45, true); view.setUint32(at + 12, 0x5a210000, true); })],
  ])("no contradiction: %s", async (_, bytes) => {
    expect(await wordsOf(bytes)).toBe("read");
  });
}); // prettier-ignore
