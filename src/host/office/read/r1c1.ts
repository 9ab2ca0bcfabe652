import { absoluteA1, MAX_COLUMNS, MAX_ROWS } from "../../../core/workbook/address";

/**
 * What a defined name refers to, with its cells in A1 style: where the user shows columns as numbers, Excel on Windows
 * gives them as R5C8 (office-js#1831). Texts and sheets' names in quotes stay as they are.
 */
export const a1Names = (refersTo: string): string =>
  refersTo.replace(QUOTED_OR_CELL, (all: string, row?: string, column?: string) => {
    const at = { row: Number(row) - 1, column: Number(column) - 1 };
    const isCell = row !== undefined && column !== undefined && at.row < MAX_ROWS && at.column < MAX_COLUMNS;
    return isCell ? absoluteA1(at) : all;
  });

const QUOTED_OR_CELL =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.\\])R([1-9]\d{0,6})C([1-9]\d{0,4})(?![\p{L}\p{N}_.(])/gu;
