import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { auditBook } from "../../src/core/audit/audit";
import { createCalculation } from "../../src/core/formula/calculate";
import type { CalculationSource, SourceCell } from "../../src/core/formula/calculation";
import { review } from "../../src/core/review";
import type { CellSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { bookOf, sheetOf } from "../support/grid";
import { buildWorkbook } from "../support/build-workbook";
import { timeLine, timings, type Effort, type Line, type Timing } from "./measure";
import { readBytes } from "./read-bytes";

/** Each takes a good part of a second: a few runs tell. */
const FEW: Effort = { time: 1000, least: 3, most: 20 };

async function timing(action: () => unknown): Promise<Timing> {
  const [only] = await timings([action], FEW);
  if (!only) throw new Error("nothing was timed");
  return only;
}

const ROWS = 10_000;
/** Column C of row n (from 1), beside keys in A and numbers in B. */
const COLUMNS: Readonly<Record<string, (row: number) => string>> = {
  "plain formula": (row) => `=A${row}*2+B${row}`,
  "running SUM": (row) => `=SUM(B$1:B${row})`,
  "SUMIF by key": (row) => `=SUMIF(A$1:A$${ROWS},A${row},B$1:B$${ROWS})`,
  "SUMIF above a bound": (row) => `=SUMIF(A$1:A$${ROWS},">"&A${row},B$1:B$${ROWS})`,
  "COUNTIF above a bound": (row) => `=COUNTIF(A$1:A$${ROWS},">"&A${row})`,
  "SUMIFS between bounds": (row) => `=SUMIFS(B$1:B$${ROWS},A$1:A$${ROWS},">"&A${row},A$1:A$${ROWS},"<"&B${row})`,
  "AVERAGEIFS between bounds": (row) =>
    `=AVERAGEIFS(B$1:B$${ROWS},B$1:B$${ROWS},">="&B${row},A$1:A$${ROWS},"<="&A${row})`,
  XLOOKUP: (row) => `=XLOOKUP(A${row},A$1:A$${ROWS},B$1:B$${ROWS})`,
  "SUMPRODUCT of a condition over 100 rows": (row) => `=SUMPRODUCT((A$1:A$100>A${row})*B$1:B$100)`,
  RANK: (row) => `=RANK(A${row},A$1:A$${ROWS})`,
  "VLOOKUP exact": (row) => `=VLOOKUP(A${row},A$1:B$${ROWS},2,FALSE)`,
  "VLOOKUP approximate": (row) => `=VLOOKUP(A${row}+0.5,A$1:B$${ROWS},2)`,
  "INDEX and MATCH": (row) => `=INDEX(B:B,MATCH(A${row},A:A,0))`,
};

/** Ten thousand formulas of each kind, calculated as a whole; then audits of large workbooks. */
export async function benchFormulas(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [name, formula] of Object.entries(COLUMNS)) {
    const source = sourceOf(formula);
    const action = () => {
      const calculation = createCalculation(source);
      for (let row = 0; row < ROWS; row++) calculation.valueAt({ sheet: "S", row, column: 2 });
    };
    lines.push({ ...timeLine(`${ROWS} × ${name}`, await timing(action), ROWS), budget: 500 });
  }
  return [...lines, await audited("100000 formulas", filledBook(25_000)), ...(await benchFile()), ...(await benchCorpus())]; // prettier-ignore
}

function sourceOf(formula: (row: number) => string): CalculationSource {
  const cells = Array.from({ length: ROWS }, (_, row): readonly SourceCell[] => [
    { value: row * 3 },
    { value: (row * 7919) % ROWS },
    { value: null, formula: formula(row + 1) },
  ]);
  return {
    sheets: ["S"],
    cell: (_, row, column) => cells[row]?.[column],
    used: () => ({ top: 0, left: 0, bottom: ROWS - 1, right: 2 }),
    resolveName: () => null,
  };
}

/** Four formulas a row beside two numbers. */
function filledBook(rows: number): WorkbookSnapshot {
  const cells: CellSnapshot[] = [];
  for (let row = 0; row < rows; row++) {
    const [a, b, n] = [row % 97, (row % 89) + 1, row + 1];
    cells.push({ row, column: 0, value: a }, { row, column: 1, value: b });
    cells.push({ row, column: 2, value: a + b, formula: `=A${n}+B${n}` });
    cells.push({ row, column: 3, value: a * b, formula: `=A${n}*B${n}` });
    cells.push({ row, column: 4, value: Math.round((a / b) * 100) / 100, formula: `=ROUND(A${n}/B${n},2)` });
    cells.push({ row, column: 5, value: a > b ? "超" : "", formula: `=IF(A${n}>B${n},"超","")` });
  }
  return bookOf([{ ...sheetOf("附表", []), cells, used: { top: 0, left: 0, bottom: rows - 1, right: 5 } }]);
}

async function audited(name: string, book: WorkbookSnapshot): Promise<Line> {
  const formulas = book.sheets.reduce((sum, { cells }) => sum + cells.filter(({ formula }) => formula !== undefined).length, 0); // prettier-ignore
  return timeLine(`audit ${name}`, await timing(() => auditBook({ ...book }, review(book))), formulas);
}

/** A file of five megabytes, read and audited. */
async function benchFile(): Promise<Line[]> {
  const rows = Array.from({ length: 60_000 }, (_, row) => [
    `项目${(row * 7919) % 60_000}`,
    ((row * 104_729) % 1_000_003) / 100,
    ((row * 15_485_863) % 999_983) / 100,
    { formula: `B${row + 1}-C${row + 1}`, value: 0 },
  ]);
  const bytes = buildWorkbook({ sheets: [{ name: "附表", rows }] });
  const action = async () => {
    const book = await readBytes(bytes);
    return auditBook(book, review(book));
  };
  return [timeLine(`read and audit ${(bytes.length / 2 ** 20).toFixed(1)} MB`, await timing(action), rows.length)];
}

/** The workbooks of PINGHE_CORPUS in one process, where it is set. */
async function benchCorpus(): Promise<Line[]> {
  const folder = process.env.PINGHE_CORPUS;
  if (!folder) return [];
  const files = readdirSync(folder).filter((name) => /\.xls[xm]$/i.test(name));
  const books = files.map((name) => new Uint8Array(readFileSync(path.join(folder, name))));
  const action = async () => {
    for (const bytes of books) {
      const book = await readBytes(bytes);
      auditBook(book, review(book));
    }
  };
  return [timeLine(`read and audit the ${files.length} workbooks of PINGHE_CORPUS`, await timing(action), files.length)]; // prettier-ignore
}
