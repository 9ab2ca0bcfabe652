import { readFileSync } from "node:fs";
import path from "node:path";
import { readWorkbookFile } from "../../src/taskpane/read-file";

const bytesOf = (file: string): Uint8Array =>
  new Uint8Array(readFileSync(path.resolve(__dirname, "../workbooks", file)));

describe("[U10] a workbook beside the open one, whatever it is called", () => {
  it.each([
    ["a package", "heshan-2021-self-evaluation.xlsx"],
    ["Excel 97–2003", "xls/heshan-2021-self-evaluation.xls"],
  ])("%s is read", async (_, file) => {
    const read = await readWorkbookFile(bytesOf(file));
    const names = read.ok ? read.value.sheets.map(({ name }) => name) : [];
    expect(names).toEqual(["自评指标计分表"]);
  });

  it("one behind a password is refused as that", async () => {
    const read = await readWorkbookFile(bytesOf("xls/password.xls"));
    expect(read).toMatchObject({ ok: false, failure: { kind: "unreadable", problem: "encrypted" } });
  });
});
