import { planClean } from "../../../src/core/plan/clean";
import type { CellContent, WritePlan } from "../../../src/core/workbook/write-plan";
import { planReview } from "../../../src/core/plan/plan-review";
import { review } from "../../../src/core/review";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { createOfficeHost } from "../../../src/host/office/office-host";
import type { WorkbookHost } from "../../../src/host/port";
import type { ExcelHost, WireRecord } from "../../excel-host/excel-host";
import { openOfficePage, type OfficePage } from "../../excel-host/jsdom";
import { comparable } from "../../contract/comparable";
import { failureOf, readFrom, writeTo } from "../../contract/hosts";
import { realTable, REFERENCE } from "../../contract/workbooks";

let page: OfficePage;
let excel: ExcelHost;
let host: WorkbookHost;
beforeEach(async () => {
  page = await openOfficePage({ workbook: REFERENCE, preset: "365" });
  excel = page.host;
  host = createOfficeHost({ cellEdit: 0 });
});
afterEach(() => page.close());

async function writeReview() {
  const book = await readFrom(host);
  const { plan } = planReview(book, review(book), { lang: "zh" });
  excel.log.length = 0;
  return { before: book, receipt: await writeTo(host, plan) };
}

/** Members that clear the user's undo list (FACTS, "Undo"; office-js-docs, excel-add-ins-undo-capabilities). */
const CLEARS_UNDO =
  /^(?:Worksheet\.(?:Delete|Copy|Name=|Position=|Visibility=|StandardWidth=)|WorksheetProtection\.(?!Protected)|WorkbookProtection\.|Workbook\.(?:Save|Close|Insert)|WorksheetCollection\.AddFromBase64|Style)/;

const clearing = (trips: readonly WireRecord[]): readonly string[] =>
  trips.flatMap(({ members }) => [...members].filter((member) => CLEARS_UNDO.test(member)));

/** Of the 5 MB that Excel on the web takes or gives in one request. */
const A_QUARTER = 1_250_000;

describe.each([
  ["the reference table", REFERENCE, false],
  ["the table of 2018 with its base data", realTable("department-2018-with-base-data.xlsx"), false],
  ["the reference table on a protected sheet", REFERENCE, true],
] as const)("%s, read, written and taken back", (_, bytes, isProtected) => {
  it("[H3][H7][H11] takes at most two round trips to read, three to write, none heavy, none that clears the undo list", async () => {
    page.close();
    page = await openOfficePage({ workbook: bytes, preset: "2024" });
    excel = page.host;
    host = createOfficeHost({ cellEdit: 0 });
    for (const sheet of excel.book.sheets) sheet.isProtected = isProtected;
    const tripsOf = async (action: () => Promise<unknown>): Promise<readonly WireRecord[]> => {
      excel.log.length = 0;
      await action();
      return excel.trips;
    };
    const book = await readFrom(host);
    const { plan } = planReview(book, review(book), { lang: "zh" });
    expect(plan.steps.length).toBeGreaterThan(5);
    let inverse: WritePlan = { guards: [], steps: [] };
    const read = await tripsOf(() => readFrom(host));
    const write = await tripsOf(async () => ({ inverse } = await writeTo(host, plan)));
    const undo = await tripsOf(() => writeTo(host, inverse));
    expect(read.length).toBeLessThanOrEqual(2);
    expect(write.length).toBeLessThanOrEqual(3);
    expect(undo.length).toBeLessThanOrEqual(3);
    expect(clearing([...read, ...write])).toEqual([]);
    // The one exception: a sheet of ours is hidden, for it can not be deleted without harm either.
    expect([...new Set(clearing(undo))]).toEqual(["Worksheet.Visibility="]);
    for (const { requestBytes, responseBytes } of [...read, ...write, ...undo])
      expect(Math.max(requestBytes, responseBytes)).toBeLessThan(A_QUARTER);
    expect(comparable(await readFrom(host))).toEqual(comparable(book));
  });
});

it("[H7] a sheet of ours is emptied and hidden, not deleted, is read no more, and is used again", async () => {
  const { receipt, before } = await writeReview();
  const after = comparable(await readFrom(host));
  const undone = await writeTo(host, receipt.inverse);
  expect(excel.book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ["自评指标计分表", "Visible"],
    ["基础数据", "VeryHidden"],
    ["核验记录", "VeryHidden"],
  ]);
  expect(excel.log.some(({ members }) => members.has("Worksheet.Delete"))).toBe(false);
  expect(comparable(await readFrom(host))).toEqual(comparable(before));
  await writeTo(host, undone.inverse);
  expect(comparable(await readFrom(host))).toEqual(after);
  expect(excel.book.sheets).toHaveLength(3);
});

it("[H5] what a person wrote on a sheet of ours is not lost when the write is taken back", async () => {
  const { receipt } = await writeReview();
  excel.type("基础数据", "P40", "已与人事处核对");
  const before = await readFrom(host);
  expect(await failureOf(host, receipt.inverse)).toEqual({
    kind: "stale",
    differences: [{ at: { sheet: "基础数据", row: 39, column: 15 }, expected: null, found: "已与人事处核对" }],
  });
  expect(await readFrom(host)).toEqual(before);
});

it("[H11] in a workbook that shows columns as numbers our own names are still known", async () => {
  excel.book.isR1C1 = true;
  const { receipt, before } = await writeReview();
  const { plan } = planReview(before, review(before), { lang: "zh" });
  expect(plan.steps.some((step) => step.do === "defineName")).toBe(true);
  const own = createXlsxHost(REFERENCE);
  await writeTo(own, plan);
  expect(comparable(await readFrom(host))).toEqual(comparable(await readFrom(own)));
  await writeTo(host, receipt.inverse);
  expect(comparable(await readFrom(host))).toEqual(comparable(before));
});

it("[H5] a write of formulas where calculation is manual is no mismatch, and the snapshot says so", async () => {
  excel.book.calculationMode = "Manual";
  const { receipt } = await writeReview();
  expect((await readFrom(host)).calculation).toBe("manual");
  await writeTo(host, receipt.inverse);
});

it("[H4] rows that a filter hides are written too, each cell where it belongs", async () => {
  const [sheet] = excel.book.sheets;
  sheet?.filter(5, 6, 9, 22);
  const { receipt, before } = await writeReview();
  expect(excel.trips.length).toBeLessThanOrEqual(3);
  const unfiltered = createXlsxHost(REFERENCE);
  await writeTo(unfiltered, planReview(before, review(before), { lang: "zh" }).plan);
  const shown = (book: WorkbookSnapshot): unknown =>
    comparable({ ...book, sheets: book.sheets.map((one) => ({ ...one, hiddenRows: [] })) });
  expect(shown(await readFrom(host))).toEqual(shown(await readFrom(unfiltered)));
  await writeTo(host, receipt.inverse);
  expect(comparable(await readFrom(host))).toEqual(comparable(before));
});

describe("an unlocked cell of a protected sheet that is formatted as text", () => {
  const put = (content: CellContent): WritePlan => ({
    guards: [],
    steps: [
      { do: "putCells", sheet: "自评指标计分表", cells: [{ row: 50, column: 1, expect: { value: null }, content }] },
    ],
  });
  beforeEach(() => {
    const [sheet] = excel.book.sheets;
    if (!sheet) return;
    sheet.isProtected = true;
    sheet.unlocked = [{ top: 50, left: 1, bottom: 50, right: 1 }];
    sheet.ensure(50, 1).format = "@";
  });

  it("[H4][H6] takes a text, without an apostrophe that would show", async () => {
    await writeTo(host, put({ type: "text", text: "2021年" }));
    expect(excel.book.sheets[0]?.cell(50, 1)).toMatchObject({ value: "2021年", format: "@" });
  });

  it("[H6] takes no look: on a protected sheet Excel forbids formatting, also where a cell is not locked", async () => {
    const styled: WritePlan = {
      guards: [],
      steps: [
        {
          do: "putCells",
          sheet: "自评指标计分表",
          cells: [{ row: 50, column: 1, expect: { value: null }, content: { type: "text", text: "甲" }, style: { bold: true } }],
        },
      ],
    }; // prettier-ignore
    const cells = [{ sheet: "自评指标计分表", row: 50, column: 1 }];
    expect(await failureOf(host, styled)).toEqual({ kind: "protected", sheet: "自评指标计分表", cells });
    expect(excel.book.sheets[0]?.cell(50, 1)).toMatchObject({ value: null });
  });

  it("[H4][H6] takes no number and no formula: these would become texts", async () => {
    expect(await failureOf(host, put({ type: "number", number: 5 }))).toMatchObject({ kind: "unsupported" });
    expect(await failureOf(host, put({ type: "formula", formula: "=1+1" }))).toMatchObject({ kind: "unsupported" });
    expect(excel.book.sheets[0]?.cell(50, 1)).toMatchObject({ value: null, format: "@" });
  });
});

it("[H5] looks come back too: what a cell had before it was ours", async () => {
  const [sheet] = excel.book.sheets;
  const cell = sheet?.ensure(4, 6);
  if (cell) cell.look = { "fill/color": "#00FF00", "fill/pattern": "Solid", "font/bold": true };
  const { receipt } = await writeReview();
  expect(sheet?.look(4, 6, "fill/color")).not.toBe("#00FF00");
  await writeTo(host, receipt.inverse);
  expect([sheet?.look(4, 6, "fill/color"), sheet?.look(4, 6, "font/bold")]).toEqual(["#00FF00", true]);
  expect(sheet?.look(5, 6, "fill/pattern")).toBe("None");
});

it("[H5] the 报送版 of a written workbook is the workbook before it was written", async () => {
  const { before } = await writeReview();
  await writeTo(host, planClean(await readFrom(host)));
  expect(comparable(await readFrom(host))).toEqual(comparable(before));
});

it("[H10] tells of changes and where the user goes, and which changes are its own", async () => {
  await readFrom(host);
  const changes: unknown[] = [];
  const visited: unknown[] = [];
  const stop = host.onChanged?.((change) => changes.push(change));
  host.onSelected?.((at) => visited.push(at));
  await settled();
  excel.type("自评指标计分表", "D5", 4);
  excel.type("自评指标计分表", "D6", 4, "Remote");
  excel.select("自评指标计分表", "C7");
  await settled();
  await writeTo(host, {
    guards: [],
    steps: [
      {
        do: "putCells",
        sheet: "自评指标计分表",
        cells: [{ row: 40, column: 0, expect: { value: null }, content: { type: "number", number: 1 } }],
      },
    ],
  });
  await settled();
  const sheet = "自评指标计分表";
  expect(changes).toEqual([
    { sheet, own: false },
    { sheet, own: false },
    { sheet, own: true },
  ]);
  expect(visited).toEqual([{ sheet, row: 6, column: 2 }]);
  stop?.();
  await settled();
  excel.type(sheet, "D5", 5);
  await settled();
  expect(changes).toHaveLength(3);
});

it("[H10] shows a cell; a hidden sheet stays hidden", async () => {
  expect(await host.reveal({ sheet: "自评指标计分表", row: 22, column: 3 })).toEqual({ ok: true, value: undefined });
  expect(excel.book.selection?.address).toBe("自评指标计分表!D23");
  expect(await host.reveal({ sheet: "没有", row: 0, column: 0 })).toMatchObject({ failure: { kind: "sheet-missing" } });
});

it("[H10] says what it can do", () => {
  expect(host.capabilities).toEqual({
    nativeUndo: false,
    deleteSheet: false,
    reveal: true,
    conditionalFormats: true,
    validations: true,
  });
});

/** Until registrations and events have gone their way. */
const settled = (): Promise<void> => new Promise((resume) => setTimeout(resume, 60));
