import type { Language } from "../../core/findings/catalogue";
import type { CellAddress } from "../../core/workbook/address";
import { cellPassport, type CellPassport } from "../cell-passport";
import type { PaneReview } from "./pane-review";
import { selectedLine, type SelectedLine } from "./selected-line";

/** The account of a cell, with the indicator in whose rows it stands. */
export interface Passport extends CellPassport {
  readonly line: SelectedLine | null;
}

/** More neighbours are not listed: the pane is narrow. */
const SHOWN = 24;

export function passportOf(review: PaneReview, at: CellAddress, lang: Language): Passport {
  const passport = cellPassport(review, at, lang, SHOWN);
  const line = selectedLine(review.tables, at);
  return { ...passport, line, whose: line && passport.whose === "outside" ? "yours" : passport.whose };
}
