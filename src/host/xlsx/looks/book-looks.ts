import type { BookLooks, SheetLooks } from "../../looks";
import type { ReadBook } from "../read/read-book";
import { readSheetLooks } from "./sheet-looks";
import { styleLooks } from "./style-looks";

/** How a workbook that was read looks. Each sheet is scanned once, when it is first shown. */
export function bookLooks({ parts, workbook, styles, sheets }: ReadBook): BookLooks {
  const part = parts.related(workbook.relationships, "theme");
  const theme = part === null ? null : (parts.tree(part)?.root ?? null);
  const scanned = new Map<string, SheetLooks>();
  return {
    looks: styleLooks(styles, theme),
    sheet(name) {
      const known = scanned.get(name);
      if (known) return known;
      const sheet = sheets.find(({ entry }) => entry.name === name);
      if (!sheet) return null;
      const looks = readSheetLooks(sheet.source.text);
      scanned.set(name, looks);
      return looks;
    },
  };
}
