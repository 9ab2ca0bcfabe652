import { columnName, columnIndex, type Rect } from "../../src/core/workbook/address";
import type { RangedRule, SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { usedRange } from "./apply-plan";

/** Where the rows and columns of a sheet come to stand, and its new name; what is not told stays. */
export interface SheetMove {
  readonly row?: (row: number) => number;
  readonly column?: (column: number) => number;
  readonly name?: string;
}

/** A sheet whose cells all moved, with every reference, rule, note and drawing following as in Excel. Nothing is recalculated. */
export function moveSheet(book: WorkbookSnapshot, from: string, move: SheetMove): WorkbookSnapshot {
  const follow = (formula: string, home: string | null): string => followed(formula, home, from, move);
  const sheets = book.sheets.map((sheet) => {
    const cells = sheet.cells.map((cell) => ({
      ...cell,
      ...(cell.formula !== undefined && { formula: follow(cell.formula, sheet.name) }),
    }));
    const rules = (list: readonly RangedRule[]): readonly RangedRule[] =>
      list.map((rule) => ({ ...rule, formula: rule.formula && follow(rule.formula, sheet.name) }));
    const same = {
      ...sheet,
      cells,
      validations: rules(sheet.validations),
      conditionalFormats: rules(sheet.conditionalFormats),
    };
    return sheet.name === from ? placed(same, move) : same;
  });
  const names = book.names.map((one) => ({
    ...one,
    scope: one.scope === from ? (move.name ?? from) : one.scope,
    refersTo: follow(one.refersTo, null),
  }));
  return { ...book, sheets, names };
}

function placed(sheet: SheetSnapshot, { row = same, column = same, name = sheet.name }: SheetMove): SheetSnapshot {
  const area = ({ top, bottom, left, right }: Rect): Rect => ({ top: row(top), bottom: row(bottom), left: column(left), right: column(right) }); // prettier-ignore
  const at = <T extends { readonly row: number; readonly column: number }>(one: T): T => ({ ...one, row: row(one.row), column: column(one.column) }); // prettier-ignore
  const rules = (list: readonly RangedRule[]): readonly RangedRule[] =>
    list.map((rule) => ({ ...rule, ranges: rule.ranges.map(area) }));
  const cells = sheet.cells.map((cell) => ({ ...at(cell), ...(cell.array && { array: area(cell.array) }) }));
  return {
    ...sheet,
    name,
    cells,
    used: usedRange(cells),
    merges: sheet.merges.map(area),
    unlocked: sheet.unlocked.map(area),
    hiddenRows: sheet.hiddenRows.map(row),
    hiddenColumns: sheet.hiddenColumns.map(column),
    validations: rules(sheet.validations),
    conditionalFormats: rules(sheet.conditionalFormats),
    printArea: sheet.printArea?.map(area) ?? null,
    columnWidths: Object.fromEntries(Object.entries(sheet.columnWidths).map(([key, width]) => [column(Number(key)), width])), // prettier-ignore
    ...(sheet.notes && { notes: sheet.notes.map(at) }),
    ...(sheet.drawings && { drawings: sheet.drawings.map((one) => ({ ...one, area: area(one.area) })) }),
    ...(sheet.tables && { tables: sheet.tables.map((one) => ({ ...one, range: area(one.range) })) }),
    ...(sheet.held && { held: sheet.held.map((one) => ({ ...one, area: area(one.area) })) }),
  };
}

const same = (index: number): number => index;

/** A sheet's name, and one corner or two; also whole columns and rows. */
const REFERENCE =
  /((?:'(?:[^']|'')*'|[\p{L}_][\p{L}\d_.]*)!)?(?:(\$?[A-Z]{1,3}\$?\d+)(?::(\$?[A-Z]{1,3}\$?\d+))?|(\$?[A-Z]{1,3}):(\$?[A-Z]{1,3}))(?![\w(])/gu;

function followed(
  formula: string,
  home: string | null,
  from: string,
  { row = same, column = same, name = from }: SheetMove,
): string {
  const corner = (text: string): string =>
    text.replace(
      /^(\$?)([A-Z]+)(?:(\$?)(\d+))?$/,
      (_, fixed: string, letters: string, fixedRow: string | undefined, digits: string | undefined) => {
        const moved = `${fixed}${columnName(column(columnIndex(letters) ?? 0))}`;
        return digits === undefined ? moved : `${moved}${fixedRow ?? ""}${row(Number(digits) - 1) + 1}`;
      },
    );
  const pieces = formula.split('"').map((piece, index) =>
    index % 2 === 1
      ? piece
      : piece.replace(REFERENCE, (all, prefix: string | undefined, ...corners: (string | undefined)[]) => {
          const sheet = prefix === undefined ? home : prefix.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");
          if (sheet !== from) return all;
          const [first, last, firstColumn, lastColumn] = corners;
          const range = [first ?? firstColumn, last ?? lastColumn].filter((one) => one !== undefined).map(corner).join(":");
          return `${prefix === undefined ? "" : `'${name.replaceAll("'", "''")}'!`}${range}`;
        }),
  ); // prettier-ignore
  return pieces.join('"');
}
