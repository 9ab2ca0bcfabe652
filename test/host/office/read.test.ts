import { MAX_COLUMNS, MAX_ROWS } from "../../../src/core/workbook/address";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { planReview } from "../../../src/core/plan/plan-review";
import { review } from "../../../src/core/review";
import { createOfficeHost } from "../../../src/host/office/office-host";
import { openOfficePage, type OfficePage } from "../../excel-host/jsdom";
import type { ExcelHostOptions, WireRecord } from "../../excel-host/excel-host";
import type { Preset } from "../../excel-host/presets";
import { refuse } from "../../excel-host/protocol/host-error";
import { comparable } from "../../contract/comparable";
import { readFrom, snapshotOf } from "../../contract/hosts";
import { pinnedWorkbook, REAL_TABLES, REFERENCE, richWorkbook } from "../../contract/workbooks";
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

/** Bytes of the heaviest request or answer. */
const heaviest = (trips: readonly WireRecord[]): number =>
  Math.max(...trips.flatMap(({ requestBytes, responseBytes }) => [requestBytes, responseBytes]));

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
    const rows = Array.from({ length: 20_000 }, (_, row) => [
      `第${row}项指标的评分标准：完成得满分，每差一个百分点扣半分`,
      row,
      row % 7 === 0 ? null : row / 8,
      { formula: `=B${row + 1}*2`, value: row * 2 },
    ]);
    const bytes = buildWorkbook({ sheets: [{ name: "大表", rows }] });
    page = await openOfficePage({ workbook: bytes });
    const steps: string[] = [];
    const whole = await createOfficeHost().read({ onProgress: (done, total) => steps.push(`${done}/${total}`) });
    if (!whole.ok) throw new Error(whole.failure.kind);
    await expectSame(whole.value, bytes);
    expect(page.host.trips).toHaveLength(5);
    expect(steps).toEqual(["1/4", "2/4", "3/4", "4/4"]);
    expect(heaviest(page.host.trips)).toBeLessThan(4_000_000);
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

describe("sheets that can not be asked together with the others", () => {
  const bytes = buildWorkbook({
    sheets: ["甲", "乙", "丙"].map((name, index) => ({ name, cells: { A1: name, B2: index } })),
    names: [
      { name: "甲数", refersTo: "'甲'!$B$2" },
      { name: "乙数", refersTo: "'乙'!$B$2", scope: "乙" },
    ],
  });

  it.each([0, 1, 3])("[H11] a chart sheet at place %i has no cells: the others are read", async (place) => {
    page = await openOfficePage({ workbook: bytes });
    const { book } = page.host;
    const chart = book.newSheet("图表");
    chart.hasNoCells = true;
    book.sheets = [...book.sheets.filter((sheet) => sheet !== chart)].toSpliced(place, 0, chart);
    await expectSame(await readFrom(createOfficeHost({ cellEdit: 0 })), bytes);
  });

  it("[H11] a first trip that fails for whatever reason is asked again sheet by sheet", async () => {
    page = await openOfficePage({ workbook: bytes });
    const [first] = page.host.book.sheets;
    const fails = (does: boolean) => () => {
      if (first) first.hasNoCells = does;
    };
    page.host.inject({ before: fails(true), then: fails(false) });
    await expectSame(await readFrom(createOfficeHost({ cellEdit: 0 })), bytes);
  });

  it("[H11] a hundred sheets, some of a hundred columns, take few round trips, each well below 4 MB", async () => {
    const many = buildWorkbook({
      sheets: Array.from({ length: 100 }, (_, index) => ({
        name: `表${index}`,
        cells: { A1: "得分", [index % 10 === 0 ? "CV3" : "T3"]: index },
        widths: { B: 20 },
      })),
    });
    await expectSame(await read(many), many);
    const trips = page?.host.trips ?? [];
    expect(trips).toHaveLength(5);
    expect(heaviest(trips)).toBeLessThan(3_000_000);
  });
});

describe("what a workbook has", () => {
  it("[H11] a cell of its own at the end of the sheet does not make it a million rows", async () => {
    const bytes = buildWorkbook({ sheets: [{ name: "表", cells: { A1: 1, B1048576: "末" } }] });
    await expectSame(await read(bytes), bytes);
    expect(page?.host.trips).toHaveLength(3);
  });

  it("[H11] looks down to the last row of a sheet make no work: two round trips, only what holds something", async () => {
    const bytes = buildWorkbook({ sheets: [{ name: "表", cells: { A1: "得分", B2: 5 } }] });
    page = await openOfficePage({ workbook: bytes });
    const cell = page.host.book.sheets[0]?.ensure(MAX_ROWS - 1, 9);
    if (cell) cell.look = { "font/bold": true };
    await expectSame(await readFrom(createOfficeHost({ cellEdit: 0 })), bytes);
    expect(page.host.trips).toHaveLength(2);
    expect(heaviest(page.host.trips)).toBeLessThan(100_000);
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

  describe("beside the cells", () => {
    const seen = ({ unseen = [] }: WorkbookSnapshot): readonly string[] => unseen;

    it("[H13] notes, threads, drawings, tables and struck-through cells take three round trips more, and leave the undo list alone", async () => {
      const book = await read(pinnedWorkbook());
      await expectSame(book, pinnedWorkbook());
      expect(seen(book)).toEqual([]);
      expect(page?.host.trips.map(({ error, isUndoable }) => [error, isUndoable])).toEqual(Array(5).fill([null, true]));
    });

    it.each<[Preset, readonly string[]]>([
      ["2021", ["notes"]],
      ["2024", ["notes"]],
      ["365", []],
    ])("[H13] Excel %s does not tell %j", async (preset, unseen) => {
      expect(seen(await read(pinnedWorkbook(), { preset }))).toEqual(unseen);
    });

    it("[H13] what Excel refuses to tell is not looked at, and the rest is", async () => {
      page = await openOfficePage({ workbook: pinnedWorkbook() });
      const [sheet] = page.host.book.sheets;
      for (const shape of sheet?.shapes ?? [])
        Object.defineProperty(shape, "text", { get: () => refuse("GeneralException") });
      const book = await readFrom(createOfficeHost({ cellEdit: 0 }));
      expect(seen(book)).toEqual(["drawings"]);
      expect(book.sheets[0]?.notes).toHaveLength(2);
      expect(book.sheets[0]?.tables).toHaveLength(1);
    });

    it("[H13] a sheet whose lists Excel refuses is read without them", async () => {
      page = await openOfficePage({ workbook: pinnedWorkbook() });
      const [sheet] = page.host.book.sheets;
      if (sheet) Object.defineProperty(sheet, "shapes", { get: () => refuse("GeneralException") });
      const book = await readFrom(createOfficeHost({ cellEdit: 0 }));
      expect(seen(book)).toEqual(["notes", "comments", "drawings", "tables"]);
      expect(book.sheets[0]?.cells).toHaveLength(12);
    });

    it("[H13] where a drawing lies is told on a long sheet, below it, in hidden rows, and for the members of groups", async () => {
      const bytes = buildWorkbook({ sheets: [{ name: "表", cells: { A1: 1, A5000: "末" }, hiddenRows: [11, 12] }] });
      page = await openOfficePage({ workbook: bytes });
      const [sheet] = page.host.book.sheets;
      const box = (top: number, left: number, bottom: number, right: number) => {
        const at = { left: (sheet?.columnLeft(left) ?? 0) + 2, top: (sheet?.rowTop(top) ?? 0) + 2 };
        return { ...at, width: (sheet?.columnLeft(right + 1) ?? 0) - 2 - at.left, height: (sheet?.rowTop(bottom + 1) ?? 0) - 2 - at.top }; // prettier-ignore
      };
      const image = { type: "Image", text: "", members: [] } as const;
      const words = { type: "GeometricShape", text: "见附件\r第二行", members: [] } as const;
      sheet?.shapes.push(
        { ...image, ...box(12, 2, 14, 3) },
        { ...words, ...box(4321, 1, 4330, 1) },
        { ...image, ...box(6000, 30, 6001, 31) },
        { type: "Group", text: "", members: [{ ...image, ...box(1, 1, 1, 1) }, { type: "Group", text: "", members: [{ ...words, ...box(1, 1, 1, 1) }], ...box(1, 1, 1, 1) }], ...box(20, 1, 25, 2) }, // prettier-ignore
        { ...image, type: "Line", ...box(30, 1, 30, 2) },
      );
      const book = await readFrom(createOfficeHost({ cellEdit: 0 }));
      const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
      expect(book.sheets[0]?.drawings).toEqual([
        { kind: "picture", area: area(12, 2, 14, 3), text: "" },
        { kind: "text", area: area(4321, 1, 4330, 1), text: "见附件\n第二行" },
        { kind: "picture", area: area(6000, 30, 6001, 31), text: "" },
        { kind: "picture", area: area(20, 1, 25, 2), text: "" },
        { kind: "text", area: area(20, 1, 25, 2), text: "见附件\n第二行" },
      ]);
      expect(book.sheets[0]?.held).toHaveLength(5);
    });

    it("[H13] a text struck through in part is known to be so, and not which part", async () => {
      page = await openOfficePage({ workbook: REFERENCE });
      const cell = page.host.book.sheets[0]?.cell(4, 3);
      if (cell) cell.look = { "font/strikethrough": null };
      const book = await readFrom(createOfficeHost({ cellEdit: 0 }));
      expect(seen(book)).toEqual(["struck"]);
    });

    it("[H13] whether Excel calculates with what is shown is told", async () => {
      page = await openOfficePage({ workbook: REFERENCE });
      page.host.book.precisionAsDisplayed = true;
      expect((await readFrom(createOfficeHost({ cellEdit: 0 }))).precisionAsDisplayed).toBe(true);
    });
  });

  it.each([false, true])("[H11] whether days count from 1904 is not told, nor guessed: %s", async (date1904) => {
    const bytes = buildWorkbook({
      sheets: [{ name: "表", cells: { A1: { value: 42_000, format: "yyyy-mm-dd" } } }],
      date1904,
    });
    expect((await read(bytes)).date1904).toBeNull();
    expect(page?.host.trips).toHaveLength(2);
  });

  it.each(REAL_TABLES)("[H11] $name: no finding and no plan depends on the year from which days count", ({ bytes }) => {
    const judged = async (date1904: boolean | null) => {
      const book = { ...(await snapshotOf(bytes)), date1904 };
      const reviewed = review(book);
      return { findings: reviewed.findings, plan: planReview(book, reviewed, { lang: "zh" }).plan };
    };
    return Promise.all([judged(true), judged(null)]).then(([from1904, unknown]) => {
      expect(from1904).toEqual(unknown);
    });
  });

  const HIDDEN: readonly (readonly [what: string, columns: readonly number[]])[] = [
    ["beside the table", [6, 7]],
    ["far to the right", [300, 301]],
    ["all that are not used", Array.from({ length: MAX_COLUMNS - 4 }, (_, at) => at + 4)],
  ];
  it.each(HIDDEN)("[H11] hidden columns beyond what is used are told: %s", async (_, columns) => {
    const bytes = buildWorkbook({ sheets: [{ name: "表", cells: { A1: "得分", D2: 5 }, widths: { A: 30, B: 12 } }] });
    page = await openOfficePage({ workbook: bytes });
    for (const column of columns) page.host.book.sheets[0]?.hiddenColumns.add(column);
    const book = await readFrom(createOfficeHost({ cellEdit: 0 }));
    expect(book.sheets[0]?.hiddenColumns).toEqual(columns);
    expect(comparable({ ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, hiddenColumns: [] })) })).toEqual(
      comparable(await snapshotOf(bytes)),
    );
  });

  it("[H11] where all columns were widened at once, the widths are still in characters", async () => {
    page = await openOfficePage({ workbook: buildWorkbook({ sheets: [{ name: "表", cells: { A1: 1, B1: 2 } }] }) });
    const [sheet] = page.host.book.sheets;
    for (let column = 0; column < MAX_COLUMNS; column++) sheet?.columnPixels.set(column, 140);
    const book = await readFrom(createOfficeHost({ cellEdit: 0 }));
    expect(book.sheets[0]?.columnWidths).toMatchObject({ 0: 20, 1: 20 });
  });

  it("[H11] the hidden rows of a very long sheet come in parts", async () => {
    const bytes = buildWorkbook({
      sheets: [{ name: "表", cells: { A1: 1, A60000: "末" }, hiddenRows: [3, 30_000, 59_999] }],
    });
    await expectSame(await read(bytes), bytes);
    expect(heaviest(page?.host.trips ?? [])).toBeLessThan(4_000_000);
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
