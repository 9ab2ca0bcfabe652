import { planReview } from "../../../src/core/plan/plan-review";
import type { WritePlan } from "../../../src/core/workbook/write-plan";
import { review } from "../../../src/core/review";
import { createOfficeHost } from "../../../src/host/office/office-host";
import type { HostFailure, WorkbookHost } from "../../../src/host/port";
import type { ExcelHost } from "../../excel-host/excel-host";
import { openOfficePage, type OfficePage } from "../../excel-host/jsdom";
import { OFFICE_ERROR } from "../../excel-host/protocol/wire";
import { bookOf } from "../../excel-host/workbook/load-book";
import { comparable } from "../../contract/comparable";
import { failureOf, readFrom, writeTo } from "../../contract/hosts";
import { REFERENCE } from "../../contract/workbooks";
import { insertRows } from "../../support/edit-sheet";

const SHEET = "自评指标计分表";
const NO_PATIENCE = { cellEdit: 0 };

let page: OfficePage;
let excel: ExcelHost;
let host: WorkbookHost;
beforeEach(async () => {
  page = await openOfficePage({ workbook: REFERENCE, preset: "365" });
  excel = page.host;
  host = createOfficeHost(NO_PATIENCE);
});
afterEach(() => page.close());

async function planned(): Promise<WritePlan> {
  const book = await readFrom(host);
  return planReview(book, review(book), { lang: "zh" }).plan;
}

describe("a batch that fails half-way", () => {
  it.each([0, 1, 2, 5, 12, 30, 60, 90])(
    "[H5] at its change %i: all is put back, and Excel's word is given",
    async (index) => {
      const before = await readFrom(host);
      const plan = await planned();
      excel.inject({ onWrite: true, after: 1, action: { index, code: "GeneralException" } });
      const failure = await failureOf(host, plan);
      expect(failure).toMatchObject({ kind: "host-error", code: "GeneralException" });
      expect(comparable(await readFrom(host))).toEqual(comparable(before));
    },
  );

  it("[H5] what a co-author wrote over in the meantime stays, the rest is put back", async () => {
    const plan = await planned();
    excel.inject({
      onWrite: true,
      after: 1,
      action: { index: 40, code: "GeneralException" },
      then: (excelNow) => excelNow.type(SHEET, "G3", "合著者", "Remote"),
    });
    expect(await failureOf(host, plan)).toEqual({
      kind: "stale",
      differences: [{ at: { sheet: SHEET, row: 2, column: 6 }, expected: null, found: "合著者" }],
    });
    const [sheet, ...others] = (await readFrom(host)).sheets;
    expect(others).toEqual([]);
    expect(sheet?.cells.filter(({ column }) => column > 5)).toEqual([
      expect.objectContaining({ row: 2, column: 6, value: "合著者" }),
    ]);
  });

  it("[H5] what can not be put back is said, with the plan that takes exactly that back", async () => {
    const before = await readFrom(host);
    const plan = await planned();
    excel.inject({ onWrite: true, after: 1, action: { index: 40, code: "GeneralException" } });
    excel.inject({ onWrite: true, after: 1, officeError: OFFICE_ERROR.activityLimit });
    const failure = await failureOf(host, plan);
    if (failure.kind !== "partially-applied") throw new Error(`it ended otherwise: ${failure.kind}`);
    expect(failure.cause).toMatchObject({ kind: "host-error", code: "GeneralException" });
    expect(comparable(await readFrom(host))).not.toEqual(comparable(before));
    await writeTo(host, failure.inverse);
    expect(comparable(await readFrom(host))).toEqual(comparable(before));
  });

  it("[H5] an answer that is too large comes after the change: it is put back", async () => {
    const before = await readFrom(host);
    const plan = await planned();
    excel.inject({ onWrite: true, after: 1, lostAnswer: OFFICE_ERROR.responseTooLarge });
    expect(await failureOf(host, plan)).toMatchObject({ kind: "too-large" });
    expect(comparable(await readFrom(host))).toEqual(comparable(before));
  });
});

describe("a co-author", () => {
  it("[H3] who changes a cell after the read: stale, nothing is written", async () => {
    const plan = await planned();
    excel.type(SHEET, "D5", 3, "Remote");
    const changed = await readFrom(host);
    expect(await failureOf(host, plan)).toMatchObject({
      kind: "stale",
      differences: [{ at: { sheet: SHEET, row: 4, column: 3 }, expected: 5, found: 3 }],
    });
    expect(await readFrom(host)).toEqual(changed);
  });

  it("[H3] who inserts a row after the read: stale, nothing is written", async () => {
    const plan = await planned();
    excel.book.take(bookOf(insertRows(await readFrom(host), SHEET, 6)));
    const changed = await readFrom(host);
    expect(await failureOf(host, plan)).toMatchObject({ kind: "stale" });
    expect(await readFrom(host)).toEqual(changed);
  });

  it("[H3] who inserts a row between the check and the put: found by the read-back, and put back", async () => {
    const plan = await planned();
    const inserted = bookOf(insertRows(await readFrom(host), SHEET, 6));
    excel.inject({ onWrite: true, after: 1, before: ({ book }) => book.take(inserted) });
    expect(await failureOf(host, plan)).toMatchObject({ kind: "stale" });
    const after = await readFrom(host);
    expect(after.sheets.map(({ name }) => name)).toEqual([SHEET]);
    expect(after.sheets[0]?.cells.every(({ column }) => column < 6)).toBe(true);
  });
});

describe("protection", () => {
  const protect = ({ book }: ExcelHost): void => {
    const [sheet] = book.sheets;
    if (sheet) sheet.isProtected = true;
  };

  it("[H3][H6] put on after the read: the locked cells are listed, nothing is written", async () => {
    const plan = await planned();
    protect(excel);
    const before = await readFrom(host);
    const failure = await failureOf(host, plan);
    expect(failure).toMatchObject({ kind: "protected", sheet: SHEET });
    expect(failure.kind === "protected" && failure.cells.length).toBeGreaterThan(20);
    expect(await readFrom(host)).toEqual(before);
  });

  it("[H3][H5][H6] put on between the check and the put: the same is said, and what was added is put back", async () => {
    const before = await readFrom(host);
    const plan = await planned();
    excel.inject({ onWrite: true, after: 1, before: protect });
    expect(await failureOf(host, plan)).toMatchObject({ kind: "protected", sheet: SHEET });
    for (const sheet of excel.book.sheets) sheet.isProtected = false;
    expect(comparable(await readFrom(host))).toEqual(comparable(before));
  });
});

it("[H5] what Excel drops without an error is named, and nothing is left of the rest", async () => {
  const before = await readFrom(host);
  const plan = await planned();
  // A merged cell that a co-author made in the meantime hides G6 and G7.
  excel.inject({
    onWrite: true,
    after: 1,
    before: ({ book: { sheets } }) => {
      if (sheets[0]) sheets[0].merges = [...sheets[0].merges, { top: 4, left: 6, bottom: 6, right: 6 }];
    },
  });
  expect(await failureOf(host, plan)).toEqual({
    kind: "unsupported",
    what: { zh: "写入被合并单元格遮住的单元格", en: "writing into a cell that a merged cell hides" },
  });
  if (excel.book.sheets[0]) excel.book.sheets[0].merges = excel.book.sheets[0].merges.slice(0, -1);
  expect(comparable(await readFrom(host))).toEqual(comparable(before));
});

describe("a cell that the user is editing", () => {
  it("[H9] is waited for", async () => {
    excel.beginCellEdit();
    setTimeout(() => excel.endCellEdit(), 300);
    expect((await createOfficeHost({ cellEdit: 5_000 }).read()).ok).toBe(true);
  });

  it("[H9] and when that takes too long it is said; nothing is written later either", async () => {
    const plan = await planned();
    const before = await readFrom(host);
    excel.beginCellEdit();
    expect(await failureOf(host, plan)).toEqual({ kind: "cell-edit-mode" });
    excel.endCellEdit();
    expect(await readFrom(host)).toEqual(before);
  });

  it("[H9] that is begun between the check and the put: everything is checked again", async () => {
    const plan = await planned();
    excel.inject({ onWrite: true, after: 1, officeError: OFFICE_ERROR.cellEditMode });
    const trips = excel.trips.length;
    expect((await createOfficeHost({ cellEdit: 5_000 }).write(plan)).ok).toBe(true);
    expect(excel.trips.length - trips).toBe(4);
  });
});

it.each<[string, number, HostFailure]>([
  ["429", OFFICE_ERROR.activityLimit, { kind: "busy", retryAfterSeconds: null }],
  ["a lost session", OFFICE_ERROR.sessionLost, { kind: "session-lost" }],
  [
    "a request above 5 MB",
    OFFICE_ERROR.requestTooLarge,
    { kind: "too-large", limit: { zh: "一次请求 5 MB", en: "5 MB in one request" } },
  ],
])("[H8] %s is a typed failure, and nothing is written", async (_, officeError, failure) => {
  const plan = await planned();
  const before = await readFrom(host);
  excel.inject({ officeError });
  expect(await host.read()).toEqual({ ok: false, failure });
  excel.inject({ onWrite: true, after: 1, officeError });
  expect(await failureOf(host, plan)).toEqual(failure);
  expect(await readFrom(host)).toEqual(before);
});

it("[H5] an answer that is lost with the session comes after the change: it is put back", async () => {
  const before = await readFrom(host);
  const plan = await planned();
  excel.inject({ onWrite: true, after: 1, lostAnswer: OFFICE_ERROR.sessionLost });
  expect(await failureOf(host, plan)).toEqual({ kind: "session-lost" });
  expect(comparable(await readFrom(host))).toEqual(comparable(before));
});

it.each([
  ["FormulaLengthExceedsLimit", "too-large"],
  ["MemoryLimitReached", "too-large"],
  ["RequestAborted", "busy"],
  ["ServiceNotAvailable", "busy"],
] as const)("[H5][H8] %s in the middle of a batch: what was done before it is put back", async (code, kind) => {
  const before = await readFrom(host);
  const plan = await planned();
  excel.inject({ onWrite: true, after: 1, action: { index: 40, code } });
  expect(await failureOf(host, plan)).toMatchObject({ kind });
  expect(comparable(await readFrom(host))).toEqual(comparable(before));
});

it("[H5] a session that stays lost after the put leaves the plan that takes all of it back", async () => {
  const before = await readFrom(host);
  const plan = await planned();
  excel.inject({ onWrite: true, after: 1, lostAnswer: OFFICE_ERROR.sessionLost });
  for (const officeError of [OFFICE_ERROR.sessionLost, OFFICE_ERROR.sessionLost]) excel.inject({ officeError });
  const failure = await failureOf(host, plan);
  if (failure.kind !== "partially-applied") throw new Error(`it ended otherwise: ${failure.kind}`);
  expect(failure.cause).toEqual({ kind: "session-lost" });
  await writeTo(host, failure.inverse);
  expect(comparable(await readFrom(host))).toEqual(comparable(before));
});

it("[H8] a write that is stopped before it begins asks nothing of Excel", async () => {
  const plan = await planned();
  const trips = excel.trips.length;
  const stop = new AbortController();
  stop.abort();
  expect(await host.write(plan, { signal: stop.signal })).toEqual({ ok: false, failure: { kind: "cancelled" } });
  expect(excel.trips.length).toBe(trips);
});

it("[H8] a write that is stopped during the put is done, and says so: its receipt takes it back", async () => {
  const plan = await planned();
  const before = await readFrom(host);
  const stop = new AbortController();
  excel.inject({ onWrite: true, after: 1, before: () => stop.abort() });
  const result = await host.write(plan, { signal: stop.signal });
  if (!result.ok) throw new Error(result.failure.kind);
  await writeTo(host, result.value.inverse);
  expect(comparable(await readFrom(host))).toEqual(comparable(before));
});

it("[H8] waiting for a cell that is being edited can be stopped", async () => {
  excel.beginCellEdit();
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 100);
  const result = await createOfficeHost({ cellEdit: 60_000 }).read({ signal: stop.signal });
  expect(result).toEqual({ ok: false, failure: { kind: "cancelled" } });
});

it("[H8] a write that is stopped before the put writes nothing", async () => {
  const plan = await planned();
  const before = await readFrom(host);
  const stop = new AbortController();
  const result = await host.write(plan, { signal: stop.signal, onProgress: () => stop.abort() });
  expect(result).toEqual({ ok: false, failure: { kind: "cancelled" } });
  expect(await readFrom(host)).toEqual(before);
});
