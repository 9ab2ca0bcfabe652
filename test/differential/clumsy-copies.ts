import { readFileSync } from "node:fs";
import { presentColumns, type AddedColumn } from "../../src/core/ours/added-columns";
import { readOurs, type Ours } from "../../src/core/ours/read-ours";
import { taggedArea } from "../../src/core/ours/tags";
import { NO_OPTIONS, review } from "../../src/core/review";
import type { TableReview } from "../../src/core/review.types";
import { a1, columnName, type CellPosition } from "../../src/core/workbook/address";
import { scoredCopy } from "../support/scored-copy";
import { INPUTS_2018, REFERENCE, REFERENCE_INPUTS, TABLE_2018 } from "../cli/memory-terminal";
import { snapshotOf } from "./filled-copy";
import { projectTemplate, PROJECT_SHEET, typed, UNITS } from "./prepared-cases";

/** A scored copy, and where in it a person puts a hand. */
export interface Copy {
  readonly workbook: Uint8Array;
  readonly options: readonly string[];
  readonly sheet: string;
  readonly table: TableReview;
  /** The names of our sheets that the copy has. */
  readonly ours: readonly string[];
  readonly column: (part: AddedColumn) => string | null;
  readonly columns: readonly AddedColumn[];
  readonly base: { readonly sheet: string; readonly rows: readonly BaseCells[]; readonly right: string } | null;
  readonly record: { readonly sheet: string; readonly list: string; readonly states: string };
}

interface BaseCells {
  readonly row: number;
  readonly label: string;
  readonly labelAt: string;
  readonly valueAt: string;
}

const file = (name: string): Uint8Array => new Uint8Array(readFileSync(name));

/** The reference table with a pack, a printed one, a project with a funding block and caps, one with base data of its own. */
export const SOURCES: Readonly<Record<string, { readonly workbook: () => Promise<Uint8Array>; readonly options: readonly string[] }>> = {
  reference: {
    workbook: () => Promise.resolve(file(REFERENCE)),
    options: ["--inputs", REFERENCE_INPUTS, "--pack", "department-hunan"],
  },
  printed: { workbook: () => Promise.resolve(file("test/workbooks/department-standards-printed.xlsx")), options: [] },
  project: {
    workbook: () => {
      const unit = { ...UNITS["missed here and there"], I2: null, I6: 9, I7: 7.5, I8: 15, I9: 15, H3: 7, I11: 9 };
      return typed(projectTemplate(), PROJECT_SHEET, unit);
    },
    options: ["--pack", "project-platform"],
  },
  baseData: {
    workbook: () => Promise.resolve(file(TABLE_2018)),
    options: ["--inputs", INPUTS_2018, "--pack", "department-hunan"],
  },
}; // prettier-ignore

export async function scoredCopies(): Promise<ReadonlyMap<string, Copy>> {
  const copies = new Map<string, Copy>();
  for (const [name, { workbook, options }] of Object.entries(SOURCES)) {
    copies.set(name, await describeCopy(await scoredCopy(await workbook(), ...options), options));
  }
  return copies;
}

async function describeCopy(workbook: Uint8Array, options: readonly string[]): Promise<Copy> {
  const book = await snapshotOf(workbook);
  const ours = readOurs(book);
  const [table] = review(book, NO_OPTIONS).tables;
  if (!table) throw new Error("no table");
  const { sheet, range } = table.table;
  const columns = presentColumns(ours.tags, sheet, range);
  const area = (part: string): string => {
    const found = taggedArea(ours.tags, "sheet", part)?.rect;
    if (!found) throw new Error(`no ${part}`);
    return `${a1({ row: found.top, column: found.left })}:${a1({ row: found.bottom, column: found.right })}`;
  };
  return {
    workbook,
    options,
    sheet,
    table,
    ours: book.sheets.map(({ name }) => name).filter((name) => ours.ownership.isOurSheet(name)),
    columns: Object.keys(columns) as AddedColumn[],
    column: (part) => {
      const at = columns[part];
      return at === undefined ? null : columnName(at);
    },
    base: baseCells(ours),
    record: { sheet: "核验记录", list: area("record"), states: area("states") },
  };
}

function baseCells({ base, tags }: Ours): Copy["base"] {
  if (!base || base === "unreadable") return null;
  const rows = base.rows.map(({ label, valueAt }) => ({
    row: valueAt.row + 1,
    label,
    labelAt: a1({ row: valueAt.row, column: base.columns.label }),
    valueAt: a1(valueAt),
  }));
  return { sheet: base.sheet, rows, right: columnName(taggedArea(tags, "sheet", "baseData")?.rect.right ?? 0) };
}

export const at = (cell: { readonly at: CellPosition } | null): string | null => cell && a1(cell.at);
