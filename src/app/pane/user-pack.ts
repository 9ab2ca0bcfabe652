import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { loadPack } from "../../core/rules/packs/index";
import type { PackFile } from "../../core/rules/packs/schema";
import type { Language } from "../failure-words";
import { fail, type Result } from "../../core/model/result";
import { readText } from "../text-file";
import { readTables } from "../../core/table/read-tables";

/** The text of a pack file that reads as a pack; else its faults in their order, "12 indicators.3.standard: …". */
export function readPackFile(bytes: Uint8Array, lang: Language): Result<string, readonly string[]> {
  const text = readText(bytes);
  if (!text.ok) return fail([text.failure[lang]]);
  const read = loadPack(text.value);
  if (read.ok) return text;
  return fail(
    read.failure.map(({ line, path, [lang]: message }) =>
      [String(line), path === "" ? message : `${path}: ${message}`].join(" "),
    ),
  );
}

/** The pack of a text that was read before; null where it does not read any more (an older version of a pack file). */
export function userPack(text: string): PackFile | null {
  const read = loadPack(text);
  return read.ok ? read.value : null;
}

/** Whether a workbook can serve as a template. */
export const hasTable = (book: WorkbookSnapshot): boolean => readTables(book).tables.length > 0;
