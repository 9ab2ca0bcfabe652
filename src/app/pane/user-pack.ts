import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { sheetA1 } from "../../core/workbook/address";
import type { ChosenPack } from "../../core/plan/rules-draft";
import { loadPack, withBase } from "../../core/rules/packs/index";
import { packText } from "../../core/rules/packs/pack-text";
import type { PackFile } from "../../core/rules/packs/schema";
import { readPackSheets } from "../../core/rules/packs/sheet/read-sheet";
import { chosenPackOf } from "../chosen-pack";
import type { Language } from "../failure-words";
import { fail, succeed, type Result } from "../../core/model/result";
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

/** The text of the pack that a workbook holds (SPEC M23); else its faults, each with its cell. */
export function readPackBook(book: WorkbookSnapshot, file: string, lang: Language): Result<string, readonly string[]> {
  const read = readPackSheets(book, file);
  if (!read.ok) return fail(read.failure.map(({ at, [lang]: words }) => (at ? `${sheetA1(at)} ${words}` : words)));
  const whole = withBase(read.value.pack);
  return whole.ok ? succeed(packText(whole.value)) : fail([`extends: ${whole.failure[lang]}`]);
}

/** A pack of the person's own as the sheet 规则 keeps it, whole (SPEC M22); null where its text does not read. */
export function userPackChoice(text: string, lang: Language): ChosenPack | null {
  const pack = userPack(text);
  return pack && chosenPackOf(pack, lang);
}

/** The pack of a text that was read before; null where it does not read any more (an older version of a pack file). */
export function userPack(text: string): PackFile | null {
  const read = loadPack(text);
  return read.ok ? read.value : null;
}

/** Whether a workbook can serve as a template. */
export const hasTable = (book: WorkbookSnapshot): boolean => readTables(book).tables.length > 0;
