import { readFileSync } from "node:fs";
import { deflateSync, strToU8, zipSync } from "fflate";
import type { FileProblem } from "../../../src/host/port";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { pack, RICH_PARTS, richWorkbook, sheetWorkbook } from "./rich-package";
import { cpuMs } from "../../support/cpu-clock";

const without = (part: string): Uint8Array =>
  pack(Object.fromEntries(Object.entries(RICH_PARTS).filter(([name]) => name !== part)));
const withPart = (part: string, change: (text: string) => string): Uint8Array =>
  richWorkbook({ [part]: change(RICH_PARTS[part] ?? "") });
const sheet = (inner: string): Uint8Array => sheetWorkbook(inner);
const row = (cells: string): Uint8Array => sheet(`<sheetData><row>${cells}</row></sheetData>`);

/** The file with one number of each directory record set anew, and in the entries' own headers, where it stands two bytes before. */
function patched(file: Uint8Array, offset: number, value: number, headersToo = true): Uint8Array {
  const copy = Uint8Array.from(file);
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 <= copy.length; at++) {
    if (view.getUint32(at, true) === CENTRAL) view.setUint32(at + offset, value, true);
    if (headersToo && view.getUint32(at, true) === LOCAL) view.setUint32(at + offset - 2, value, true);
  }
  return copy;
}
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** A sheet of 600 MB that packs into a few hundred KB. */
function bomb(): Uint8Array {
  const packed = deflateSync(new Uint8Array(4 * 2 ** 20));
  const file = zipSync({
    ...Object.fromEntries(Object.entries(RICH_PARTS).map(([name, text]) => [name, strToU8(text)])),
    "xl/worksheets/sheet1.xml": new Uint8Array(4 * 2 ** 20),
  });
  expect(packed.length).toBeLessThan(10_000);
  return patched(file, 24, 600 * 2 ** 20);
}

describe("[X1] a file that is no readable workbook is told apart, without a throw", () => {
  it.each<[title: string, problem: FileProblem, bytes: Uint8Array]>([
    ["nothing at all", "not-a-zip", new Uint8Array(0)],
    ["a text file", "not-a-zip", strToU8("指标,得分\n投入,20")],
    ["an old .xls", "legacy-xls", new Uint8Array(readFileSync("test/workbooks/xls/odd-1900.xls"))],
    ["a workbook behind a password", "encrypted", new Uint8Array(readFileSync("test/workbooks/xls/password.xls"))],
    ["an encrypted zip", "encrypted", patched(richWorkbook(), 8, 0x00080001)],
    ["half a file", "truncated", richWorkbook().subarray(0, 3000)],
    ["a file without its last bytes", "truncated", richWorkbook().subarray(0, -30)],
    ["a wrong check sum", "truncated", patched(richWorkbook(), 16, 1)],
    ["a wrong size", "truncated", patched(richWorkbook(), 24, 10)],
    ["a bomb", "zip-bomb", bomb()],
    ["an unknown way of packing", "unsupported-zip", patched(richWorkbook(), 10, 14)],
    ["entries that overlap", "inconsistent-zip", patched(richWorkbook(), 42, 0, false)],
    ["a part that stands twice", "inconsistent-zip", richWorkbook({ "XL/Workbook.xml": "<x/>" })],
    ["a zip of something else", "not-a-workbook", zipSync({ "a.txt": strToU8("a") })],
    [
      "an OpenDocument table",
      "not-a-workbook",
      zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": strToU8("<a/>") }),
    ],
    ["a Word document", "not-a-workbook", withPart("xl/workbook.xml", () => '<w:document xmlns:w="urn:w"/>')],
    [
      "a binary workbook",
      "binary-xlsb",
      withPart("_rels/.rels", (text) => text.replace("xl/workbook.xml", "xl/workbook.bin")),
    ],
    ["a missing sheet part", "bad-xml", without("xl/worksheets/sheet1.xml")],
    ["missing relationships", "bad-xml", without("xl/_rels/workbook.xml.rels")],
    [
      "a document type in a sheet",
      "unsafe-xml",
      withPart("xl/worksheets/sheet1.xml", (text) =>
        text.replace("<worksheet", "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet"),
      ),
    ],
    [
      "a document type in a small part",
      "unsafe-xml",
      withPart("xl/workbook.xml", (text) =>
        text.replace("<workbook", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><workbook"),
      ),
    ],
    ["an entity that nobody declared", "bad-xml", row('<c t="str"><v>&secret;</v></c>')],
    ["a tag that is not closed", "bad-xml", row("<c><v>1</v>")],
    ["tags that cross", "bad-xml", row("<c><v>1</c></v>")],
    ["an attribute twice", "bad-xml", row('<c r="A1" s="0" r="A1"/>')],
    ["a value without quotes", "bad-xml", row("<c r=A1/>")],
    ["a < in a value", "bad-xml", row('<c r="<"/>')],
    ["a control character", "bad-xml", row('<c t="str"><v>\u0001</v></c>')],
    [
      "bytes that are no UTF-8",
      "bad-xml",
      withPart("xl/vbaProject.bin", (text) => text).length > 0 ? invalidUtf8() : new Uint8Array(),
    ],
    ["a prefix that stands for nothing", "bad-xml", sheet("<y:sheetData/>")],
    ["a cell that does not exist", "bad-xml", row('<c r="XFE1"><v>1</v></c>')],
    ["a row that does not exist", "bad-xml", sheet('<sheetData><row r="1048577"/></sheetData>')],
    ["a cell in another row", "bad-xml", sheet('<sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData>')],
    ["a row twice", "bad-xml", sheet('<sheetData><row r="1"/><row r="1"/></sheetData>')],
    [
      "a cell twice",
      "bad-xml",
      sheet('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>'),
    ],
    ["a shared text that is not there", "bad-xml", row('<c t="s"><v>9</v></c>')],
    ["a sheet that is no sheet", "bad-xml", sheetWorkbook("", { root: "<a>", close: "</a>" })],
    ["shared formulas of a gigabyte", "too-large", sheet(hugeFormulas())],
  ])("%s: %s", async (_, problem, bytes) => {
    const result = await createXlsxHost(bytes).read();
    expect(result.ok ? "read" : result.failure).toMatchObject({ kind: "unreadable", problem });
  });

  it("a stopped read is cancelled", async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await createXlsxHost(richWorkbook()).read({ signal: stop.signal })).toEqual({
      ok: false,
      failure: { kind: "cancelled" },
    });
  });
});

function invalidUtf8(): Uint8Array {
  const parts = Object.fromEntries(Object.entries(RICH_PARTS).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({
    ...parts,
    "xl/worksheets/sheet1.xml": Uint8Array.from([...strToU8("<worksheet>"), 0xff, 0xfe, 0xc3]),
  });
}

function hugeFormulas(): string {
  const formula = Array.from({ length: 1_600 }, (_, at) => `A${at + 1}`).join("+");
  const followers = Array.from(
    { length: 20_000 },
    (_, at) => `<row r="${at + 2}"><c r="A${at + 2}"><f t="shared" si="0"/></c></row>`,
  );
  return `<sheetData><row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A20001">${formula}</f></c></row>${followers.join("")}</sheetData>`;
}

describe("[X2] what a file claims costs nothing", () => {
  it.each([
    [
      "a million rows in the dimension",
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    ],
    [
      "an array formula over the whole sheet",
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c></row></sheetData>',
    ],
    [
      "merges, validations and formats over the whole sheet",
      '<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting><dataValidations><dataValidation sqref="A:XFD"/></dataValidations>',
    ],
    [
      "all columns hidden, a thousand times",
      `<cols>${'<col min="1" max="16384" hidden="1" width="9"/>'.repeat(1000)}</cols><sheetData/>`,
    ],
  ])("%s", async (_, inner) => {
    const start = cpuMs();
    const result = await createXlsxHost(sheetWorkbook(inner)).read();
    expect(result.ok).toBe(true);
    expect(cpuMs() - start).toBeLessThan(1_000);
  });
});
