import * as XLSX from "xlsx";
import type { PlanStep } from "../../src/core/workbook/write-plan";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { timeBeside, timings, type Line, type Timing } from "./measure";
import { readBytes } from "./read-bytes";

const [ROWS, COLUMNS] = [10_000, 10];
export const CELLS = ROWS * COLUMNS;

/** A file of 100,000 cells as other software writes them: shared texts, numbers, and a formula in each row. */
export function hundredThousandCells(): Uint8Array {
  const rows = Array.from({ length: ROWS }, (_, r) => [
    `指标${r}`,
    `第${r % 100}项任务完成情况说明，按计划推进`,
    r % 7 === 0 ? "已完成" : "进行中",
    ...Array.from({ length: COLUMNS - 4 }, (__, c) => (c % 2 === 0 ? r + c : Math.round(r * 37.5 + c) / 100)),
    0,
  ]);
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  for (let r = 0; r < ROWS; r++) sheet[`J${r + 1}`] = { t: "n", f: `SUM(D${r + 1}:I${r + 1})`, v: r };
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "数据");
  return new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx", bookSST: true, compression: true }) as ArrayBuffer); // prettier-ignore
}

/** SheetJS as it reads by default, and with everything switched off that a table of values does without. */
const PEERS: readonly (readonly [name: string, options: XLSX.ParsingOptions])[] = [
  ["SheetJS, default", { type: "array" }],
  [
    "SheetJS, lean",
    {
      type: "array",
      dense: true,
      cellHTML: false,
      cellText: false,
      cellStyles: false,
      cellDates: false,
      bookVBA: false,
    },
  ],
];

/** Reading and writing a file of 100,000 cells, beside SheetJS reading and writing the same file in turns. */
export async function benchPackages(): Promise<Line[]> {
  const bytes = hundredThousandCells();
  const cells = (await readBytes(bytes)).sheets[0]?.cells.length;
  if (cells !== CELLS) throw new Error(`${cells ?? 0} cells were read`);
  const [ours, ...theirs] = await timings([
    () => readBytes(bytes),
    ...PEERS.map(
      ([, options]) =>
        () =>
          XLSX.read(bytes, options),
    ),
  ]);
  const [wrote, sheetJs] = await timings([() => writeColumn(bytes), () => writeColumnBySheetJs(bytes)]);
  return [
    ...PEERS.map(([peer], i) => beside("read 100,000 cells", ours, peer, theirs[i])),
    beside("read 100,000 cells and write a column of 10,000", wrote, "SheetJS, default", sheetJs),
  ];
}

function beside(name: string, ours: Timing | undefined, peer: string, theirs: Timing | undefined): Line {
  if (!ours || !theirs) throw new Error(`not timed: ${name}`);
  return timeBeside(name, ours, CELLS, peer, theirs);
}

const COLUMN = Array.from({ length: ROWS }, (_, r) => [r / 8]);
const STEPS: readonly PlanStep[] = [
  {
    do: "putCells",
    sheet: "数据",
    cells: COLUMN.map(([number = 0], row) => ({
      row,
      column: COLUMNS,
      expect: { value: null },
      content: { type: "number", number },
    })),
  },
];

/** Checked before, put, packed and read back: the whole of our write. */
async function writeColumn(bytes: Uint8Array): Promise<void> {
  const host = createXlsxHost(bytes);
  const written = await host.write({ guards: [], steps: STEPS });
  if (!written.ok) throw new Error(`not written: ${JSON.stringify(written)}`);
}

function writeColumnBySheetJs(bytes: Uint8Array): void {
  const book = XLSX.read(bytes, { type: "array" });
  XLSX.utils.sheet_add_aoa(book.Sheets["数据"] ?? {}, COLUMN, { origin: "K1" });
  XLSX.write(book, { type: "array", bookType: "xlsx", bookSST: true, compression: true });
}
