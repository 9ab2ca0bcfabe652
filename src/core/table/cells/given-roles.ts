import { SET_ASIDE, type CellRoleGiven } from "../../ours/cell-roles";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { placeKey, type GivenRoles } from "./readable-cell";
import { moneyRole } from "../words/funding-words";
import { readHeader } from "../words/header-role";

export interface GivenReading {
  readonly roles: GivenRoles;
  readonly used: readonly CellRoleGiven[];
  /** A role that no column has, or one for a cell that holds no words: a number never becomes a head. */
  readonly unusable: readonly CellRoleGiven[];
}

/** What a person said of the cells of one sheet, as far as it can be used; of one cell the last word counts. */
export function givenRoles({ name, cells }: SheetSnapshot, given: readonly CellRoleGiven[]): GivenReading {
  const own = given.filter(({ cell }) => cell.sheet === name);
  const byPlace = new Map(own.length > 0 ? cells.map((cell) => [placeKey(cell), cell] as const) : []);
  const isUsable = ({ cell, as }: CellRoleGiven): boolean =>
    as === SET_ASIDE
      ? byPlace.has(placeKey(cell))
      : typeof byPlace.get(placeKey(cell))?.value === "string" && (readHeader(as) !== null || moneyRole(as) !== null);
  const used = own.filter(isUsable);
  return {
    roles: new Map(used.map(({ cell, as }) => [placeKey(cell), as === SET_ASIDE ? null : as])),
    used,
    unusable: own.filter((each) => !isUsable(each)),
  };
}
