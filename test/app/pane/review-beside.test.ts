import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { answerReviews } from "../../../src/app/pane/answer-reviews";
import { NO_CHOICES, type ReviewChoices } from "../../../src/app/pane/pane-choices";
import { reviewBook, type PaneReview } from "../../../src/app/pane/pane-review";
import { reviewBeside, type ReviewWorker } from "../../../src/app/pane/review-beside";
import type { Progress } from "../../../src/app/review-workbook";
import type { ReportFile } from "../../../src/core/workbook/report-text";
import type { CellSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { formulaBook } from "../../support/formula-book";
import { madeTable } from "../../bench/made-table";
import { readBytes } from "../../bench/read-bytes";

const BOOKS = path.resolve(__dirname, "../../workbooks");
const FILES = ["", "real", "bugs", "v0.1.0"].flatMap((folder) =>
  readdirSync(path.join(BOOKS, folder)).flatMap((file) => (file.endsWith(".xlsx") ? [path.join(folder, file)] : [])),
);
const CHOICES: ReviewChoices = { ...NO_CHOICES, template: null, report: null, earlier: null };

/** A worker's line with the worker's own code behind it: what crosses it is cloned as between two threads. */
class LineToWorker implements ReviewWorker {
  readonly asked: { readonly do: string }[] = [];
  isEnded = false;
  private readonly end = new EventTarget();
  private readonly page: MessagePort;
  private readonly worker: MessagePort;

  /** `isDeaf`: the worker has started, and never answers. */
  constructor(isDeaf = false) {
    const { port1, port2 } = new MessageChannel();
    [this.page, this.worker] = [port1, port2];
    const onMessage = (listener: (event: { readonly data: unknown }) => void): void => {
      port2.on("message", (data: unknown) => listener({ data }));
    };
    answerReviews({
      postMessage: (message) => port2.postMessage(message),
      addEventListener: (_type, listener) => !isDeaf && onMessage(listener),
    });
  }

  postMessage(message: { readonly do: string }): void {
    this.asked.push(message);
    this.page.postMessage(message);
  }

  addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void {
    if (type === "message") this.page.on("message", (data: unknown) => listener({ data }));
    else this.end.addEventListener(type, () => listener({ data: null }));
  }

  terminate(): void {
    this.isEnded = true;
    this.page.close();
    this.worker.close();
  }

  die(type: "error" | "messageerror"): void {
    this.end.dispatchEvent(new Event(type));
  }
}

const lines: LineToWorker[] = [];
const newLine = (isDeaf = false): LineToWorker => {
  const line = new LineToWorker(isDeaf);
  lines.push(line);
  return line;
};
afterEach(() => {
  for (const line of lines.splice(0)) line.terminate();
});

/** A workbook of so many cells: a table of one indicator and a list beside it that is no table. */
function bookOf(cells: number): WorkbookSnapshot {
  const rows = [
    ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "评分标准", "得分"],
    ["产出", "数量指标", "培训人数", 10, 100, 95, "达到目标值得满分，未达到的按完成比例得分", 9.5],
  ];
  const book = formulaBook([{ name: "评分表", rows }]);
  const more = Array.from({ length: cells - 16 }, (_, row): CellSnapshot => ({
    row: row + 20,
    column: 20,
    value: row,
  }));
  return { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, cells: [...sheet.cells, ...more] })) };
}

/** 95 people were trained; the report says 59. */
function reportOf(characters: number): ReportFile {
  const said = "全年培训人数59人。";
  const texts = [said, "各".repeat(characters - said.length)];
  const blocks = texts.map((text, block) => ({ is: "paragraph" as const, text, level: null, listNumber: null, at: { block, from: 0, to: text.length } })); // prettier-ignore
  return { file: "报告.txt", text: { blocks, source: "txt", lost: [] }, tables: null };
}

async function reviewed(book: WorkbookSnapshot, review = reviewBook, progress: Progress = {}): Promise<PaneReview> {
  const result = await review(book, CHOICES, "zh", progress);
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

describe("[U21] a review beside the page", () => {
  it.each(FILES)("of %s is the one that the page would make, to the last exact number", async (file) => {
    const small = await readBytes(readFileSync(path.join(BOOKS, file)));
    const [first, ...others] = small.sheets;
    if (!first) throw new Error("no sheet");
    const note: CellSnapshot = { row: 1_048_000, column: 16_000, value: "x" };
    const many = Array.from({ length: 1000 }, (_, i) => ({ ...note, column: note.column - 1000 + i }));
    const book = { ...small, sheets: [{ ...first, cells: [...first.cells, ...many] }, ...others] };
    const line = newLine();
    const beside = reviewBeside(() => line, reviewBook);
    expect(await reviewed(book, beside)).toStrictEqual(await reviewed(book));
    expect(line.asked.map((one) => one.do)).toEqual(["review"]);
  });

  it.each([
    [9_999, []],
    [10_000, ["report", "review"]],
  ])("beside a report of %s characters is asked of the worker: %j", async (characters, asked) => {
    const line = newLine();
    const beside = reviewBeside(() => line, reviewBook);
    const result = await beside(bookOf(20), { ...CHOICES, report: reportOf(characters) }, "zh");
    expect(result.ok).toBe(true);
    expect(line.asked.map((one) => one.do)).toEqual(asked);
  });

  it("[U23] sends a report once, and gives what the page would make of it", async () => {
    const report = reportOf(20_000);
    const line = newLine();
    const beside = reviewBeside(() => line, reviewBook);
    const here = await reviewBook(bookOf(20), { ...CHOICES, report }, "zh");
    expect(here.ok && here.value.queue.filter(({ kind }) => kind === "report").length).toBeGreaterThan(0);
    for (let round = 0; round < 2; round++)
      expect(await beside(bookOf(20), { ...CHOICES, report }, "zh")).toStrictEqual(here);
    expect(line.asked.map((one) => one.do)).toEqual(["report", "review", "review"]);
    const without = await beside(bookOf(1000), CHOICES, "zh");
    expect(without.ok && without.value.report).toBeNull();
  });

  it.each([
    [999, 0],
    [1000, 1],
  ])("of %s cells is asked of the worker %s times", async (cells, times) => {
    const line = newLine();
    const start = jest.fn(() => line);
    const { tables } = await reviewed(bookOf(cells), reviewBeside(start, reviewBook));
    expect(tables[0]?.indicators[0]?.figures.recomputed?.toFraction()).toBe("19/2");
    expect(start).toHaveBeenCalledTimes(times);
  });

  it("that is called off ends at once, also where the worker is deaf, and the next one comes", async () => {
    const line = newLine(true);
    const beside = reviewBeside(() => line, reviewBook);
    const off = new AbortController();
    const first = beside(bookOf(1000), CHOICES, "zh", { signal: off.signal });
    off.abort();
    expect(await first).toEqual({ ok: false, failure: { kind: "cancelled" } });
    expect(await beside(bookOf(1000), CHOICES, "zh", { signal: off.signal })).toEqual(await first);
    expect(line.asked.map((one) => one.do)).toEqual(["review", "cancel"]);
  });

  it("is stopped in the worker when a newer one is asked for, which comes from the same worker", async () => {
    const line = newLine();
    const beside = reviewBeside(() => line, reviewBook);
    const off = new AbortController();
    const first = beside(bookOf(1000), CHOICES, "zh", { signal: off.signal });
    off.abort();
    const second = reviewed(bookOf(1001), beside);
    expect((await first).ok).toBe(false);
    expect((await second).book.sheets[0]?.cells).toHaveLength(1001);
    expect(line.asked.map((one) => one.do)).toEqual(["review", "cancel", "review"]);
  });

  it.each(["error", "messageerror"] as const)(
    "whose worker dies in the middle by %s is made by the page, which is told so once",
    async (type) => {
      const line = newLine(true);
      const start = jest.fn(() => line);
      const beside = reviewBeside(start, reviewBook);
      const onWorkerLost = jest.fn();
      const first = reviewed(bookOf(1000), beside, { onWorkerLost });
      // The line tells first that the worker has started.
      await new Promise((resume) => setTimeout(resume, 50));
      line.die(type);
      expect((await first).tables).toHaveLength(1);
      expect((await reviewed(bookOf(1000), beside, { onWorkerLost })).tables).toHaveLength(1);
      expect(onWorkerLost).toHaveBeenCalledTimes(1);
      expect(line.isEnded).toBe(true);
      expect(start).toHaveBeenCalledTimes(1);
    },
  );

  it("whose worker could not be loaded is made by the page, and nobody misses it", async () => {
    const line = newLine(true);
    const onWorkerLost = jest.fn();
    const first = reviewed(
      bookOf(1000),
      reviewBeside(() => line, reviewBook),
      { onWorkerLost },
    );
    line.die("error");
    expect((await first).tables).toHaveLength(1);
    expect(onWorkerLost).not.toHaveBeenCalled();
  });

  it.each([
    ["refuses workers", () => { throw new DOMException("refused", "SecurityError"); }],
    ["has none", () => null],
  ])("where the browser %s is made by the page", async (_, start) => {
    expect((await reviewed(bookOf(1000), reviewBeside(start, reviewBook))).tables).toHaveLength(1);
  }); // prettier-ignore

  it("tells how far it is, by the steps of a whole review", async () => {
    const told: number[] = [];
    const onProgress = (done: number, total: number): void => void told.push(done / total);
    const beside = reviewBeside(() => newLine(), reviewBook);
    await reviewed(await readBytes((await madeTable(150)).bytes), beside, { onProgress });
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it("in which a fault of ours is thrown is thrown on the page", async () => {
    const broken = bookOf(1000).sheets.map((sheet) => ({ ...sheet, merges: null }));
    const book = { sheets: broken, names: [] } as unknown as WorkbookSnapshot;
    await expect(
      reviewed(
        book,
        reviewBeside(() => newLine(), reviewBook),
      ),
    ).rejects.toThrow(/TypeError/);
  });
});
