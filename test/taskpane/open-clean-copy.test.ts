import { readFileSync } from "node:fs";
import path from "node:path";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { openCleanCopy } from "../../src/taskpane/open-clean-copy";
import { scoredCopy } from "../support/scored-copy";
import { openOfficePage, type OfficePage } from "../excel-host/jsdom";

const workbook = readFileSync(path.resolve(__dirname, "../workbooks/heshan-2021-self-evaluation.xlsx"));

const snapshot = async (bytes: Uint8Array) => createXlsxHost(bytes).read();

describe("[U16] the 报送版, over the real office.js", () => {
  let page: OfficePage;
  afterEach(() => page.close());

  it("opens a new workbook that holds what the unit's own file held, and lets the copy of the open one go", async () => {
    page = await openOfficePage({ workbook: await scoredCopy(workbook) });
    expect(await openCleanCopy()).toEqual({ ok: true, value: undefined });
    const [made] = page.host.created;
    expect(await snapshot(Buffer.from(made ?? "", "base64"))).toEqual(await snapshot(workbook));
    expect(page.host.copies.open).toBe(0);
  });

  it("is refused where nothing of ours is in the workbook, and opens nothing", async () => {
    page = await openOfficePage({ workbook });
    expect(await openCleanCopy()).toEqual({ ok: false, failure: { kind: "nothing-to-clean" } });
    expect(page.host.created).toEqual([]);
  });

  it("says what Office said where it gives no copy", async () => {
    page = await openOfficePage({ workbook });
    const take = () => new Promise((done) => Office.context.document.getFileAsync(Office.FileType.Compressed, done));
    await take();
    await take();
    expect(await openCleanCopy()).toMatchObject({ ok: false, failure: { kind: "host-error" } });
    expect(page.host.created).toEqual([]);
  });
});
