import { fail, succeed } from "../../core/model/result";
import type { HostCapabilities, HostResult, WorkbookHost } from "../port";
import { onChanged, onSelected, type EventWorld } from "./events";
import { failureOf } from "./failures";
import { readWorkbook } from "./read/read-workbook";
import { revealCell } from "./reveal";
import { inExcel, supports, type Patience } from "./session";
import { writePlan } from "./write/write-plan";

/** Ten seconds for a cell that the user is editing. */
const PATIENCE: Patience = { cellEdit: 10_000 };

/** So long after a write of ours a local change still counts as its echo, where Excel does not say who made it. */
const AFTER_WRITE = 300;

/**
 * The workbook that is open in Excel, behind the port (SPEC H). Office must be ready; nothing is thrown, and nothing is
 * asked before a verb is called.
 */
export function createOfficeHost(patience: Patience = PATIENCE): WorkbookHost {
  let sheetNames: ReadonlyMap<string, string> = new Map();
  let writes = 0;
  const world: EventWorld = { sheetName: (id) => sheetNames.get(id) ?? null, isWriting: () => writes > 0 };
  return {
    capabilities: capabilities(),
    read: (options = {}) =>
      attempt(async () => {
        const read = await inExcel((context) => readWorkbook(context, options), patience, options.signal);
        sheetNames = read.sheetNames;
        return read.snapshot;
      }),
    write: (plan, options = {}) =>
      attempt(async () => {
        writes++;
        try {
          return await writePlan(plan, patience, options);
        } finally {
          // Excel tells of a change after the batch that made it.
          setTimeout(() => writes--, AFTER_WRITE);
        }
      }),
    reveal: (at) => attempt(() => inExcel((context) => revealCell(context, at), patience)),
    onChanged: (listener) => onChanged(world, listener),
    onSelected: (listener) => onSelected(world, listener),
  };
}

const capabilities = (): HostCapabilities => ({
  nativeUndo: supports("1.20"),
  deleteSheet: false,
  reveal: true,
  conditionalFormats: supports("1.6"),
  validations: supports("1.8"),
});

/** The host's one door: what Office refuses becomes a typed failure. */
async function attempt<T>(action: () => Promise<T>): Promise<HostResult<T>> {
  try {
    return succeed(await action());
  } catch (error) {
    return fail(failureOf(error));
  }
}
