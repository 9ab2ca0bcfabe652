import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { formulaBook } from "../support/formula-book";
import type { GridCell, GridRow } from "../support/grid";
import type { Random } from "./random";

/** An annex with formulas: groups of projects with a sub-total each, a total, and what each project's cells hold. */
export interface CleanAnnex {
  readonly rows: readonly GridRow[];
  /** Rows of projects, by group, from 0. */
  readonly groups: readonly (readonly number[])[];
  readonly total: number;
}

/** Columns: name, budget, spent, left (B−C), rate (C/B). */
export function cleanAnnex(random: Random): CleanAnnex {
  const rows: GridRow[] = [["项目", "预算数", "支出数", "结余", "执行率"]];
  const groups: number[][] = [];
  const sums: number[] = [];
  for (let group = 0; group < random.whole(2, 3); group++) {
    const own: number[] = [];
    for (let n = random.whole(4, 9); n > 0; n--) {
      const row = rows.length + 1;
      const budget = random.whole(2000, 90_000) / 10;
      own.push(rows.length);
      rows.push([`${"甲乙丙"[group] ?? "丁"}项目${n}`, budget, Math.round(budget * random.whole(40, 99)) / 100, `=B${row}-C${row}`, `=C${row}/B${row}`]); // prettier-ignore
    }
    const [first = 0, last = 0] = [own[0], own.at(-1)];
    sums.push(rows.length);
    rows.push(["小计", ...["B", "C", "D"].map((column) => `=SUM(${column}${first + 1}:${column}${last + 1})`), `=C${rows.length + 1}/B${rows.length + 1}`]); // prettier-ignore
    groups.push(own);
  }
  const total = rows.length;
  rows.push(["合计", ...["B", "C", "D"].map((column) => `=${sums.map((row) => `${column}${row + 1}`).join("+")}`), `=C${total + 1}/B${total + 1}`]); // prettier-ignore
  return { rows, groups, total };
}

/** The annex with some cells replaced, calculated as Excel would. */
export function annexBook({ rows }: CleanAnnex, replaced: ReadonlyMap<string, GridCell> = new Map()): WorkbookSnapshot {
  return formulaBook([{ name: "附表", rows: rows.map((row, r) => row.map((cell, c) => replaced.get(`${r},${c}`) ?? cell)) }]); // prettier-ignore
}
