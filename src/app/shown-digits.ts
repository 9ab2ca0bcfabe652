import type { CellScalar } from "../core/workbook/snapshot";

/** In the 15 digits that Excel shows: what two additions differ in beyond them is nothing to look at. */
export const inShownDigits = (value: CellScalar): CellScalar =>
  typeof value === "number" ? Number(value.toPrecision(15)) : value;
