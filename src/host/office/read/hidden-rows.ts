import { rangeOf } from "./areas";
import type { SheetContent } from "./read-content";

/** The hidden rows of sheets that have any, in one round trip of its own. */
export async function findHiddenRows(
  context: Excel.RequestContext,
  content: readonly SheetContent[],
): Promise<readonly (readonly number[])[]> {
  if (content.every(({ rowsToAsk }) => rowsToAsk === null)) return content.map(() => []);
  const asked = content.map(({ sheet, rowsToAsk }) => {
    if (!rowsToAsk) return () => [];
    const rows = rangeOf(sheet, rowsToAsk).getRowProperties({ rowHidden: true });
    return () => rows.value.flatMap(({ rowHidden }, index) => (rowHidden === true ? [index] : []));
  });
  await context.sync();
  return asked.map((answer) => answer());
}
