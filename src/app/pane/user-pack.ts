import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { loadPack } from "../../core/rules/packs/index";
import type { PackFile } from "../../core/rules/packs/schema";
import { readTables } from "../../core/table/read-tables";

/** The faults of a pack file, "12 indicators.3.standard: …", in their order; none where it reads. */
export function packFaults(text: string): readonly string[] {
  const read = loadPack(text);
  if (read.ok) return [];
  return read.failure.map(({ line, path, message }) =>
    [String(line), path === "" ? message : `${path}: ${message}`].join(" "),
  );
}

/** The pack of a text that was read before; null where it does not read any more (an older version of a pack file). */
export function userPack(text: string): PackFile | null {
  const read = loadPack(text);
  return read.ok ? read.value : null;
}

/** Whether a workbook can serve as a template. */
export const hasTable = (book: WorkbookSnapshot): boolean => readTables(book).tables.length > 0;
