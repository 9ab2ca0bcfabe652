import { shownDate } from "../../formula/date-format";
import { isPicture } from "../../formula/picture";
import type { NotUsed } from "../../model/account";
import { isBlankText } from "../../model/text";
import { placeKey, type CellPosition } from "../../workbook/address";
import type { CellScalar, CellSnapshot, SheetSnapshot } from "../../workbook/snapshot";

/** What a person said that cells are, by place: the words of a head, or null where the cell is to be left aside. */
export type GivenRoles = ReadonlyMap<number, string | null>;

export const NOTHING_GIVEN: GivenRoles = new Map();
/** A filled cell that its reader does not see, and why. */
export interface SilencedCell extends CellPosition {
  readonly why: NotUsed;
}

interface ReadableSheet {
  readonly sheet: SheetSnapshot;
  readonly silenced: readonly SilencedCell[];
}

/**
 * The sheet as its reader takes it: what is struck through is withdrawn (SPEC R42), a picture says nothing, whatever a
 * program that can not show it puts in its place (SPEC R43), and what a person said of a cell goes before its own words
 * (SPEC Z10). The snapshot stays as it was.
 */
export function readableSheet(snapshot: SheetSnapshot, given: GivenRoles): ReadableSheet {
  if (given.size === 0 && !snapshot.cells.some(isAltered)) return { sheet: snapshot, silenced: [] };
  const silenced: SilencedCell[] = [];
  const cells = snapshot.cells.map((cell) => {
    const said = given.get(placeKey(cell));
    if (!isAltered(cell) && said === undefined) return cell;
    const value = said === undefined ? valueOf(cell) : said;
    if (value === null && isFilled(cell.value)) silenced.push({ row: cell.row, column: cell.column, why: whyOf(cell, said) });
    return { ...cell, value };
  }); // prettier-ignore
  return { sheet: { ...snapshot, cells }, silenced };
}

const isAltered = (cell: CellSnapshot): boolean => cell.unstruck !== undefined || isPicture(cell);

const valueOf = ({ unstruck }: CellSnapshot): CellScalar =>
  unstruck === undefined || isBlankText(unstruck) ? null : unstruck;

const whyOf = ({ unstruck }: CellSnapshot, said: string | null | undefined): NotUsed =>
  said === null ? "setAside" : unstruck === undefined ? "picture" : "withdrawn";

const isFilled = (value: CellScalar): boolean => value !== null && !(typeof value === "string" && isBlankText(value));

/** The date that a cell shows; null for any other cell. */
export const dateIn = ({ value, numberFormat }: CellSnapshot, date1904: boolean): string | null =>
  typeof value === "number" ? shownDate(value, numberFormat, date1904) : null;
