import type { CellWrite } from "../../../core/workbook/write-plan";
import type { CellState } from "./cell-states";
import { typedAgain } from "./content";
import type { Look } from "./look";

/** By which this host knows its own text in an inverse plan again. */
const PREFIX = "office:";

interface Former {
  readonly put: string | number | boolean;
  readonly format: string;
  readonly look: Look | null;
}

/** All that is needed to bring a cell back. */
export function formerOf({ cell, format, look }: CellState): string {
  const former: Former = { put: typedAgain(cell), format, look: look && withoutLock(look) };
  return `${PREFIX}${JSON.stringify(former)}`;
}

/** Only the lock is asked of cells whose look does not change; it is no look to bring back. */
const withoutLock = (look: Look): Look | null =>
  Object.keys(look).every((name) => name === "protection") ? null : look;

export function readFormer({ former }: CellWrite): Former | null {
  return former?.startsWith(PREFIX) ? (JSON.parse(former.slice(PREFIX.length)) as Former) : null;
}
