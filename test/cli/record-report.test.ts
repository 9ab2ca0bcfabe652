import { readOurs } from "../../src/core/ours/read-ours";
import { scalarText } from "../../src/core/workbook/cell-content";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { run } from "./memory-terminal";

const BOOK = "test/workbooks/reports/r02.xlsx";
const REPORT = "test/workbooks/reports/r02.txt";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
type Files = ReadonlyMap<string, Uint8Array>;

async function scored(argv: readonly string[], files: Files = new Map()): Promise<Files> {
  const { err, files: written } = await run(["score", ...argv, "--force"], files);
  expect(err).toBe("");
  return written;
}

/** 核验记录, its rows of the report: code, place, status as it is shown, the words. */
async function recordOf(files: Files, file: string): Promise<readonly Row[]> {
  const read = await createXlsxHost(files.get(file) ?? new Uint8Array()).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const { record } = readOurs(read.value);
  if (record === null || record === "unreadable") throw new Error("no record");
  return record.entries
    .filter(({ code }) => /^(?:report|parts)-/.test(code))
    .map(({ row, code, treatment, seal }) => {
      const text = (column: keyof typeof record.columns): string => {
        const cell = record.view.cell(row, record.columns[column]);
        return cell?.value == null ? "" : scalarText(cell.value);
      };
      return { code, cell: text("cell"), status: text("status"), message: text("message"), round: text("round"), treatment, sealed: seal?.status ?? null, row }; // prettier-ignore
    });
}

interface Row {
  readonly code: string;
  readonly cell: string;
  readonly status: string;
  readonly message: string;
  readonly round: string;
  readonly treatment: string;
  readonly sealed: string | null;
  readonly row: number;
}

const statuses = (rows: readonly Row[]): readonly string[] =>
  rows.map(({ code, status }) => `${code} ${status}`).sort();
const ALL = ["parts-exceed-whole", "report-claim-contradicts", "report-evidence-absent", "report-number-mismatch"];

describe("[P50] findings of the report in 核验记录", () => {
  it("have a row each, with the sentence, and a status that promises no more than was checked", async () => {
    const rows = await recordOf(await scored([BOOK, "--report", REPORT, "-o", "一.xlsx"]), "一.xlsx");
    expect(statuses(rows)).toEqual(ALL.map((code) => `${code} 核对报告时存在`));
    const [parts] = rows.filter(({ code }) => code === "parts-exceed-whole");
    expect([parts?.cell, parts?.message]).toEqual(["报告", expect.stringContaining("其中：设备购置11.2万元，耗材20.4万元，人员劳务14.5万元")]); // prettier-ignore
    const [number] = rows.filter(({ code }) => code === "report-number-mismatch");
    expect([number?.cell, number?.message]).toEqual(["E7", expect.stringContaining("老年人体检人数1230人")]);
  });

  it("a second write beside the same report writes nothing", async () => {
    const first = await scored([BOOK, "--report", REPORT, "-o", "一.xlsx"]);
    const { out } = await run(["score", "一.xlsx", "--report", REPORT, "-o", "二.xlsx"], first);
    expect(out).toContain("已写入 二.xlsx（0 个单元格）");
  });

  it("a later write without the report says that they were not checked, and never that they are gone", async () => {
    const first = await scored([BOOK, "--report", REPORT, "-o", "一.xlsx"]);
    const second = await scored(["一.xlsx", "-o", "二.xlsx"], first);
    const rows = await recordOf(second, "二.xlsx");
    expect(statuses(rows)).toEqual(ALL.map((code) => `${code} 本次未核对报告`));
    expect(rows.map(({ message }) => message)).toEqual((await recordOf(first, "一.xlsx")).map(({ message }) => message)); // prettier-ignore
    const { out } = await run(["score", "二.xlsx", "-o", "三.xlsx"], second);
    expect(out).toContain("已写入 三.xlsx（0 个单元格）");
    const { out: json } = await run(["check", "二.xlsx", "--format", "json"], second);
    expect(json).not.toContain("formula-overwritten");
  });

  it("beside a report in which it was put right it is 已消除, and stays so without a report", async () => {
    const first = await scored([BOOK, "--report", REPORT, "-o", "一.xlsx"]);
    const mended = new Map([...first, ["改.txt", utf8("各项绩效指标基本达标。全年完成老年人体检人数1180人。\n")]]);
    const second = await scored(["一.xlsx", "--report", "改.txt", "-o", "二.xlsx"], mended);
    const gone = "report-number-mismatch 已消除";
    expect(statuses(await recordOf(second, "二.xlsx"))).toContain(gone);
    const third = await scored(["二.xlsx", "-o", "三.xlsx"], second);
    expect(statuses(await recordOf(third, "三.xlsx"))).toContain(gone);
    // nobody spoke of a survey in either report
    expect(statuses(await recordOf(third, "三.xlsx"))).toContain("report-evidence-absent 本次未核对报告");
  });

  it("is found again in its row, in the round in which it first appeared, when the report is there again", async () => {
    const first = await scored([BOOK, "--report", REPORT, "-o", "一.xlsx"]);
    const second = await scored(["一.xlsx", "-o", "二.xlsx"], first);
    const third = await scored(["二.xlsx", "--report", REPORT, "-o", "三.xlsx"], second);
    expect(await recordOf(third, "三.xlsx")).toEqual(await recordOf(first, "一.xlsx"));
  });

  it("a paragraph put in front of its sentence leaves the row's seal as it was", async () => {
    const { readFileSync } = await import("node:fs");
    const longer = new Map([["长.txt", utf8(`关于报送自评报告的说明\n\n${readFileSync(REPORT, "utf8")}`)]]);
    const first = await scored([BOOK, "--report", REPORT, "-o", "一.xlsx"], longer);
    const { out } = await run(["score", "一.xlsx", "--report", "长.txt", "-o", "二.xlsx"], first);
    expect(out).toContain("已写入 二.xlsx（0 个单元格）");
  });
});
