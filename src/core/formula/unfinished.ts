import { sheetA1, type CellAddress } from "../workbook/address";
import { NotEvaluated } from "./evaluate/book";
import type { CalculatedCell } from "./calculation";

/** Why the calculation of a cell stops before it has a value: it waits for another, it waits for itself, or it can not be had. */

/** Unwinds to the outermost cell, which is begun again when `at` is known. */
export class Postponed extends Error {
  readonly at: CellAddress;
  constructor(at: CellAddress) {
    super("postponed");
    this.at = at;
  }
}

export class Circular extends NotEvaluated {
  readonly circle: readonly CellAddress[];
  constructor(circle: readonly CellAddress[], message = circleMessage(circle)) {
    super(message);
    this.circle = circle;
  }
}

function circleMessage(circle: readonly CellAddress[]): string {
  const first = circle.slice(0, 6).map(sheetA1).join(" → ");
  return `circular reference: ${first}${circle.length > 6 ? ` → … (${circle.length} cells)` : ""}`;
}

/** The first cause is kept, the cells between are not listed. */
export const dependent = (reason: string, at: CellAddress): string =>
  reason.includes(" (at ") ? reason : `${reason} (at ${sheetA1(at)})`;

export function notEvaluated(caught: unknown): CalculatedCell {
  if (caught instanceof Circular) return { kind: "notEvaluated", reason: caught.message, circle: caught.circle };
  if (caught instanceof NotEvaluated) return { kind: "notEvaluated", reason: caught.message };
  throw caught;
}
