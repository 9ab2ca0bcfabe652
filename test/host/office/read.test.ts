import type { WorkbookSnapshot } from "../../../src/core/model/snapshot";
import { createOfficeHost } from "../../../src/host/office/office-host";
import { openOfficePage, type OfficePage } from "../../excel-host/jsdom";
import type { ExcelHostOptions } from "../../excel-host/excel-host";
import { comparable } from "../../contract/comparable";
import { readFrom, snapshotOf } from "../../contract/hosts";
import { REAL_TABLES, REFERENCE, richWorkbook } from "../../contract/workbooks";
import { buildWorkbook } from "../../support/build-workbook";

let page: OfficePage | null = null;
afterEach(() => {
  page?.close();
  page = null;
});

async function read(workbook: Uint8Array, options: Partial<ExcelHostOptions> = {}): Promise<WorkbookSnapshot> {
  page = await openOfficePage({ workbook, ...options });
  return readFrom(createOfficeHost({ cellEdit: 0 }));
}

const expectSame = async (book: WorkbookSnapshot, bytes: Uint8Array): Promise<void> =>
  expect(comparable(book)).toEqual(comparable(await snapshotOf(bytes)));

describe("round trips", () => {
  it.each(REAL_TABLES)(
    "[H11] $name: two, well below 4 MB, which leave the user's undo list alone",
    async ({ bytes }) => {
      await read(bytes);
      const trips = page?.host.trips ?? [];
      expect(trips.map(({ error, isUndoable }) => [error, isUndoable])).toEqual([
        [null, true],
        [null, true],
      ]);
      for (const { requestBytes, responseBytes } of trips) expect(requestBytes + responseBytes).toBeLessThan(400_000);
    },
  );

  it("[H11] a large sheet comes in blocks, with progress, and can be stopped", async () => {
    const rows = Array.from({ length: 9_000 }, (_, row) => [
      `指标${row}`,
      row,
      row % 7 === 0 ? null : row / 8,
      "达标",
      { formula: `=B${row + 1}*2`, value: row * 2 },
    ]);
    const bytes = buildWorkbook({ sheets: [{ name: "大表", rows }] });
    page = await openOfficePage({ workbook: bytes });
    const steps: string[] = [];
    const whole = await createOfficeHost().read({ onProgress: (done, total) => steps.push(`${done}/${total}`) });
    if (!whole.ok) throw new Error(whole.failure.kind);
    await expectSame(whole.value, bytes);
    expect(page.host.trips).toHaveLength(3);
    expect(steps).toEqual(["1/2", "2/2"]);
    const stop = new AbortController();
    const stopped = await createOfficeHost().read({ signal: stop.signal, onProgress: () => stop.abort() });
    expect(stopped).toEqual({ ok: false, failure: { kind: "cancelled" } });
  });

  it("[H11] where Excel refuses an answer as too large, it is asked for in smaller parts", async () => {
    const rows = Array.from({ length: 2_000 }, (_, row) => [`指标${row}`, "说明".repeat(40)]);
    const bytes = buildWorkbook({ sheets: [{ name: "长文", rows }] });
    await expectSame(await read(bytes, { payloadLimit: 300_000 }), bytes);
    expect(page?.host.trips.filter(({ officeError }) => officeError !== null).length).toBeGreaterThan(0);
  });

  it("[H11] more sheets than are asked for unseen take one round trip more", async () => {
    const sheets = Array.from({ length: 15 }, (_, index) => ({ name: `表${index}`, cells: { B2: index } }));
    const bytes = buildWorkbook({ sheets });
    await expectSame(await read(bytes), bytes);
    expect(page?.host.trips).toHaveLength(4);
  });
});

describe("what a workbook has", () => {
  it("[H11] a cell of its own at the end of the sheet does not make it a million rows", async () => {
    const bytes = buildWorkbook({ sheets: [{ name: "表", cells: { A1: 1, B1048576: "末" } }] });
    await expectSame(await read(bytes), bytes);
    expect(page?.host.trips).toHaveLength(3);
  });

  it("[H11] array formulas are told with their ranges", async () => {
    const bytes = buildWorkbook({
      sheets: [
        {
          name: "表",
          cells: {
            A1: 2,
            A2: 3,
            C1: { formula: "=A1:A2*2", array: "C1:C2", value: 4 },
            C2: { value: 6 },
            D1: { formula: "=A1", value: 2 },
          },
        },
      ],
    });
    await expectSame(await read(bytes), bytes);
  });

  it.each([false, true])("[H11] days that count from 1904: %s", async (date1904) => {
    const bytes = buildWorkbook({
      sheets: [{ name: "表", cells: { A1: { value: 42_000, format: "yyyy-mm-dd" } } }],
      date1904,
    });
    expect((await read(bytes)).date1904).toBe(date1904);
  });

  it("[H11] validations that stand side by side are told apart", async () => {
    const bytes = await richWorkbook();
    const book = await read(bytes);
    expect(book.sheets[0]?.validations).toEqual([
      { ranges: [{ top: 2, left: 2, bottom: 3, right: 2 }], formula: "=C3<=B3" },
      { ranges: [{ top: 2, left: 3, bottom: 3, right: 3 }], formula: '="是,否"' },
    ]);
  });

  it("[H11] an empty workbook has sheets without cells", async () => {
    const bytes = buildWorkbook({ sheets: [{ name: "空" }] });
    await expectSame(await read(bytes), bytes);
  });
});

it("what the emulated Excel does not implement fails by its name", async () => {
  page = await openOfficePage({ workbook: REFERENCE });
  const flash = Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1").flashFill();
    await context.sync();
  });
  await expect(flash).rejects.toMatchObject({
    code: "ApiNotFound",
    message: expect.stringContaining("Range.FlashFill") as string,
  });
});
