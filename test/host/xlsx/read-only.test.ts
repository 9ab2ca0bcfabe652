import { strToU8, unzipSync, strFromU8, zipSync } from "fflate";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { createOfficeHost } from "../../../src/host/office/office-host";
import { openOfficePage } from "../../excel-host/jsdom";
import { buildWorkbook } from "../../support/build-workbook";
import { recommendedReadOnly } from "../../support/read-only-book";

const PLAIN = buildWorkbook({ sheets: [{ name: "表", rows: [["指标名称", "分值"]] }] });

const edited = (part: string, edit: (text: string) => string): Readonly<Record<string, Uint8Array>> => {
  const parts = unzipSync(PLAIN);
  return { ...parts, [part]: strToU8(edit(strFromU8(parts[part] ?? new Uint8Array()))) };
};

const sharing = (value: string): Uint8Array => recommendedReadOnly(PLAIN, value);

const RELATION =
  '<Relationship Id="rIdCustom" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/>';

const marked = (name: string, value: string): Uint8Array =>
  zipSync({
    ...edited("_rels/.rels", (text) => text.replace("</Relationships>", `${RELATION}</Relationships>`)),
    "docProps/custom.xml": strToU8(
      `<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${name}"><vt:bool>${value}</vt:bool></property></Properties>`,
    ),
  });

const readOnlyOf = async (bytes: Uint8Array): Promise<unknown> => {
  const read = await createXlsxHost(bytes).read();
  return read.ok ? (read.value.readOnly ?? false) : read.failure;
};

test.each<[string, Uint8Array, boolean]>([
  ["nothing said", PLAIN, false],
  ["recommended to be opened read-only", sharing("1"), true],
  ["recommended, the other spelling", sharing("true"), true],
  ["recommended, and taken back", sharing("0"), false],
  ["marked as final", marked("_MarkAsFinal", "true"), true],
  ["marked as final, and taken back", marked("_MarkAsFinal", "false"), false],
  ["another property of the document", marked("Approved", "true"), false],
])("[U17] a file: %s", async (_, bytes, expected) => {
  expect(await readOnlyOf(bytes)).toBe(expected);
}); // prettier-ignore

test("[U17] Excel tells that the workbook is open for reading only", async () => {
  const page = await openOfficePage({ workbook: sharing("1") });
  const read = await createOfficeHost().read();
  page.close();
  expect(read).toMatchObject({ ok: true, value: { readOnly: true } });
});
