import type { CellPosition } from "../../src/core/workbook/address";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { formulaBook } from "../support/formula-book";
import type { GridCell, GridRow } from "../support/grid";
import type { Random } from "./random";

/** A line of one formula, copied from cell to cell. */
export interface CleanRun {
  readonly cells: readonly CellPosition[];
  /** What somebody writes into one of the cells whose copy slipped: a row or column beside the right one. */
  readonly slipped: (at: CellPosition) => readonly string[];
  /** With a $ where the others move along. */
  readonly pinned: (at: CellPosition) => string;
}

/** A sum over typed numbers; each of `short` leaves one of them out. */
export interface CleanSum {
  readonly at: CellPosition;
  readonly over: readonly CellPosition[];
  readonly short: readonly string[];
}

/** An annex with formulas, all of them right. */
export interface CleanAnnex {
  readonly layout: string;
  readonly rows: readonly GridRow[];
  readonly runs: readonly CleanRun[];
  readonly sums: readonly CleanSum[];
  /** A total over sub-totals, and the formula that adds their parts as well; null where there are no sub-totals. */
  readonly twice: { readonly at: CellPosition; readonly formula: string } | null;
}

const letter = (column: number): string => "ABCDEFGHIJKLMNOP".charAt(column);
const down = (column: number, rows: readonly number[]): readonly CellPosition[] => rows.map((row) => ({ row, column }));

/** Columns: name, budget, spent, left (B−C), rate (C/B); groups with a sub-total each, and a total. */
function grouped(random: Random): CleanAnnex {
  const rows: GridRow[] = [["项目", "预算数", "支出数", "结余", "执行率"]];
  const runs: CleanRun[] = [];
  const sums: CleanSum[] = [];
  const subtotals: number[] = [];
  for (let group = 0; group < random.whole(2, 3); group++) {
    const own: number[] = [];
    for (let n = random.whole(4, 9); n > 0; n--) {
      const row = rows.length + 1;
      const budget = random.whole(2000, 90_000) / 10;
      own.push(rows.length);
      rows.push([`${"甲乙丙"[group] ?? "丁"}项目${n}`, budget, Math.round(budget * random.whole(40, 99)) / 100, `=B${row}-C${row}`, `=C${row}/B${row}`]); // prettier-ignore
    }
    const [first = 0, last = 0] = [own[0], own.at(-1)];
    subtotals.push(rows.length);
    rows.push(["小计", ...["B", "C", "D"].map((column) => `=SUM(${column}${first + 1}:${column}${last + 1})`), `=C${rows.length + 1}/B${rows.length + 1}`]); // prettier-ignore
    runs.push(difference(own));
    for (const column of [1, 2]) sums.push(sumDown(column, own, last + 1));
  }
  const at = rows.length;
  rows.push(["合计", ...["B", "C", "D"].map((column) => `=${subtotals.map((row) => `${column}${row + 1}`).join("+")}`), `=C${at + 1}/B${at + 1}`]); // prettier-ignore
  const column = random.whole(1, 2);
  const twice = { at: { row: at, column }, formula: `=SUM(${letter(column)}2:${letter(column)}${at})` };
  return { layout: "grouped", rows, runs, sums, twice };
}

/** What is left, in column D of some rows. */
const difference = (own: readonly number[]): CleanRun => ({
  cells: down(3, own),
  slipped: ({ row }) => [`=B${row + 1}-C${row + 2}`, `=B${row}-C${row + 1}`, `=B${row + 1}-C${row}`],
  pinned: ({ row }) => `=B${row + 1}-C$${(own[0] ?? 0) + (row === own[0] ? 2 : 1)}`,
});

function sumDown(column: number, own: readonly number[], row: number): CleanSum {
  const [first = 0, last = 0] = [own[0], own.at(-1)];
  const name = letter(column);
  return {
    at: { row, column },
    over: down(column, own),
    short: [`=SUM(${name}${first + 2}:${name}${last + 1})`, `=SUM(${name}${first + 1}:${name}${last})`],
  };
}

/** Departments down, months across; a sum at the end of each row and below each column. */
function monthly(random: Random): CleanAnnex {
  const months = random.whole(4, 9);
  const departments = random.whole(5, 9);
  const total = months + 1;
  const own = Array.from({ length: departments }, (_, n) => n + 1);
  const rows: GridRow[] = [["部门", ...Array.from({ length: months }, (_, n) => `${n + 1}月`), "合计"]];
  for (const row of own) {
    const amounts = Array.from({ length: months }, () => random.whole(100, 9000) / 10);
    rows.push([`部门${row}`, ...amounts, `=SUM(B${row + 1}:${letter(months)}${row + 1})`]);
  }
  rows.push(["合计", ...Array.from({ length: total }, (_, n) => `=SUM(${letter(n + 1)}2:${letter(n + 1)}${departments + 1})`)]); // prettier-ignore
  const across = Array.from({ length: months }, (_, n) => n + 1);
  const run: CleanRun = {
    cells: down(total, own),
    slipped: ({ row }) => [`=SUM(B${row}:${letter(months)}${row})`, `=SUM(B${row + 2}:${letter(months)}${row + 2})`],
    pinned: ({ row }) => `=SUM(B$${row === 1 ? 3 : 2}:${letter(months)}$${row === 1 ? 3 : 2})`,
  };
  const rowSums = own.map((row): CleanSum => ({
    at: { row, column: total },
    over: across.map((column) => ({ row, column })),
    short: [`=SUM(C${row + 1}:${letter(months)}${row + 1})`, `=SUM(B${row + 1}:${letter(months - 1)}${row + 1})`],
  }));
  const sums = [...across.map((column) => sumDown(column, own, departments + 1)), ...rowSums];
  return { layout: "monthly", rows, runs: [run], sums, twice: null };
}

/** Prices looked up, amounts rounded and guarded, and one total: what a finance office fills in. */
function priced(random: Random): CleanAnnex {
  const count = random.whole(6, 14);
  const own = Array.from({ length: count }, (_, n) => n + 1);
  const rows: GridRow[] = [["品目", "数量", "单价", "金额", "", "定额", "超定额"]];
  for (const row of own) {
    const n = row + 1;
    const [amount, price] = [random.whole(2, 90), random.whole(100, 9000) / 100];
    const norm = random.whole(1000, 90_000) / 10;
    rows.push([`品目${row}`, amount, price, `=ROUND(B${n}*C${n},2)`, null, norm, `=IF(D${n}>F${n},D${n}-F${n},0)`]);
  }
  rows.push(["合计", `=SUM(B2:B${count + 1})`, null, `=SUM(D2:D${count + 1})`, null, `=SUM(F2:F${count + 1})`, `=SUM(G2:G${count + 1})`]); // prettier-ignore
  const run: CleanRun = {
    cells: down(3, own),
    slipped: ({ row }) => [`=ROUND(B${row + 1}*C${row === 1 ? 3 : row},2)`, `=ROUND(B${row === count ? row : row + 2}*C${row + 1},2)`], // prettier-ignore
    pinned: ({ row }) => `=ROUND(B${row + 1}*C$${row === 1 ? 3 : 2},2)`,
  };
  const sums = [1, 5].map((column) => sumDown(column, own, count + 1));
  return { layout: "priced", rows, runs: [run], sums, twice: null };
}

const LAYOUTS = [grouped, monthly, priced];

export const cleanAnnex = (random: Random): CleanAnnex => random.pick(LAYOUTS)(random);

/** The annex with some cells replaced, calculated as Excel would. */
export function annexBook({ rows }: CleanAnnex, replaced: ReadonlyMap<string, GridCell> = new Map()): WorkbookSnapshot {
  return formulaBook([{ name: "附表", rows: rows.map((row, r) => row.map((cell, c) => replaced.get(`${r},${c}`) ?? cell)) }]); // prettier-ignore
}
