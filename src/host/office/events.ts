import { parseA1, type CellAddress } from "../../core/workbook/address";
import type { Unsubscribe, WorkbookChange } from "../port";

/** What the events of Excel need to know of the host. */
export interface EventWorld {
  /** By the sheet's id, as last read. */
  sheetName(id: string): string | null;
  /** Whether a write of ours is on its way. */
  isWriting(): boolean;
}

/** Tells of every change in the workbook; in a shared one also of those that others make. */
export const onChanged = (world: EventWorld, listener: (change: WorkbookChange) => void): Unsubscribe =>
  subscribe((sheets) =>
    sheets.onChanged.add(({ worksheetId, source, triggerSource }) => {
      const isOurs = triggerSource === "ThisLocalAddin" || (source === "Local" && world.isWriting());
      listener({ sheet: world.sheetName(worksheetId), own: isOurs });
      return Promise.resolve();
    }),
  );

/** Tells where the user went; only on sheets whose names are known from a read. */
export const onSelected = (world: EventWorld, listener: (at: CellAddress) => void): Unsubscribe =>
  subscribe((sheets) =>
    sheets.onSelectionChanged.add(({ worksheetId, address }) => {
      const sheet = world.sheetName(worksheetId);
      const at = parseA1(address.split(/[:,]/)[0] ?? "");
      if (sheet !== null && at) listener({ sheet, ...at });
      return Promise.resolve();
    }),
  );

type Handler = OfficeExtension.EventHandlerResult<unknown>;

/**
 * Registers a handler, which takes a round trip; whoever ends the subscription before that is heard all the same.
 * Events are hints: where Excel refuses the registration there are none.
 */
function subscribe(add: (sheets: Excel.WorksheetCollection) => Handler): Unsubscribe {
  let isEnded = false;
  const registered = Excel.run(async (context) => {
    const handler = add(context.workbook.worksheets);
    await context.sync();
    return handler;
  }).catch(() => null);
  return () => {
    if (isEnded) return;
    isEnded = true;
    void registered.then((handler) => handler && remove(handler)).catch(() => undefined);
  };
}

async function remove(handler: Handler): Promise<void> {
  await Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
}
