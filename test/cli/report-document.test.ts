import { buildDocument, tableXml, type TableData } from "../support/build-document";
import { run } from "./memory-terminal";

const FOLDER = "test/workbooks/reports";
const WORKBOOK = `${FOLDER}/r02.xlsx`;

interface Told {
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}

const ofReport = async (file: string, files?: ReadonlyMap<string, Uint8Array>): Promise<readonly string[]> => {
  const { out } = await run(["check", WORKBOOK, "--report", file, "--format", "json"], files);
  const { findings } = JSON.parse(out) as Told;
  return findings
    .filter(({ code }) => /^(?:report|parts)-/.test(code))
    .map(({ code, message }) => `${code} ${message}`);
};

test("[I7] the same report as .docx, with a header, a list, a table, tracked changes and a footnote, gives the findings of the .txt", async () => {
  const told = await ofReport(`${FOLDER}/r02.docx`);
  expect(told).toEqual(await ofReport(`${FOLDER}/r02.txt`));
  expect(told).toHaveLength(4);
});

test("[I7] a figure of the report's own table is no sentence", async () => {
  const table: TableData = { table: [["项目", "金额"], ["老年人体检人数", "1230人"]] };
  const files = new Map([["报告.docx", buildDocument(["老年人体检人数见下表。", { xml: tableXml(table) }])]]);
  expect((await ofReport("报告.docx", files)).filter((text) => text.includes("1230"))).toEqual([]);
}); // prettier-ignore

test.each([["报告.doc"], ["报告.docx"]])("[I6] %s that can not be read is refused in one line", async (file) => {
  const { status, out, err } = await run(["check", WORKBOOK, "--report", file], new Map([[file, new Uint8Array([1, 2, 3])]])); // prettier-ignore
  expect([status, out, err.trim().split("\n").length]).toEqual([2, "", 1]);
  expect(err).toContain("另存为 .docx");
});
