import { placeKey } from "../workbook/address";
import {
  isNotUnderstood,
  isPassedOver,
  type AccountedCell,
  type CellRole,
  type CellState,
  type NotUsed,
} from "../model/account";
import { type Uses } from "./uses";

export interface Closed {
  readonly state: CellState;
  /** Why it is not used; null in every other state. */
  readonly unused: NotUsed | null;
}

/** What a role comes to where nothing of the review depends on its cell: shown or passed on, unless it is only said. */
const UNUSED: Readonly<Partial<Record<CellRole, NotUsed>>> = {
  attachment: "said",
  moneyUnit: "said",
  formLabel: "said",
  formValue: "said",
  prose: "said",
  note: "said",
  conclusion: "said",
  signature: "said",
  pageFurniture: "said",
  columnNumber: "said",
  sideLabel: "said",
  fundingLabel: "said",
  totalLabel: "said",
  baseNote: "said",
  placeholder: "template",
  target: "notCompared",
  actual: "notCompared",
  operator: "notCompared",
  unit: "notCompared",
  baseValue: "unbound",
};

/** A cell's state, from what came of it in this review (SPEC Z4). */
export function closeCell(cell: AccountedCell, uses: Uses): Closed {
  const used = uses.has(placeKey(cell.at));
  // a name that states its mark a second time is a name all the same
  if (isPassedOver(cell) && !(cell.why === "statedTwice" && used)) {
    const { why } = cell;
    return isNotUnderstood(why) ? { state: "notUnderstood", unused: null } : { state: "unused", unused: why };
  }
  if (used) return { state: "judged", unused: null };
  const unused = cell.role === null ? undefined : UNUSED[cell.role];
  return unused === undefined ? { state: "kept", unused: null } : { state: "unused", unused };
}
