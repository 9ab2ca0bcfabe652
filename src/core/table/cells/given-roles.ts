import { isStillMeant, SET_ASIDE, type CellRoleGiven } from "../../ours/cell-roles";
import { isInside, placeKey } from "../../workbook/address";
import type { CellSnapshot, SheetSnapshot } from "../../workbook/snapshot";
import { type GivenRoles } from "./readable-cell";
import { moneyRole } from "../words/funding-words";
import { readHeader } from "../words/header-role";

export interface GivenReading {
  readonly roles: GivenRoles;
  readonly used: readonly CellRoleGiven[];
  /**
   * A role that no column has, one for a cell that holds no words (a number never becomes a head), or one for a cell that
   * holds something else than when it was given: rows may have been put in between.
   */
  readonly unusable: readonly CellRoleGiven[];
}

/** What a person said of the cells of one sheet, as far as it can be used; of one cell the last word counts. */
export function givenRoles({ name, cells }: SheetSnapshot, given: readonly CellRoleGiven[]): GivenReading {
  const own = given.filter(({ sheet }) => sheet === name);
  const byPlace = new Map(own.length > 0 ? cells.map((cell) => [placeKey(cell), cell] as const) : []);
  const isUsable = (each: CellRoleGiven): boolean => {
    const cell = byPlace.get(placeKey(each.cell));
    const value = cell?.value ?? null;
    if (value === null || !isStillMeant(each, value)) return false;
    if (each.as === SET_ASIDE) return true;
    return typeof value === "string" && isOneCell(each) && (readHeader(each.as) !== null || moneyRole(each.as) !== null);
  }; // prettier-ignore
  const used = own.filter(isUsable);
  return {
    roles: new Map(used.flatMap((each) => placesOf(each, cells).map((place) => [place, each.as === SET_ASIDE ? null : each.as]))), // prettier-ignore
    used,
    unusable: own.filter((each) => !isUsable(each)),
  };
}

const isOneCell = ({ areas: [first, ...others] }: CellRoleGiven): boolean =>
  others.length === 0 && first?.top === first?.bottom && first?.left === first?.right;

const placesOf = ({ areas }: CellRoleGiven, cells: readonly CellSnapshot[]): readonly number[] =>
  cells.filter((cell) => areas.some((area) => isInside(cell, area))).map(placeKey);
