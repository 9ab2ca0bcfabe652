import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const BOOK = "xl/workbook.xml";

/** The workbook, recommended to be opened read-only (the element stands before workbookPr: ECMA-376, 18.2.27). */
export function recommendedReadOnly(workbook: Uint8Array, value = "1"): Uint8Array {
  const parts = unzipSync(workbook);
  const text = strFromU8(parts[BOOK] ?? new Uint8Array());
  const sharing = `<fileSharing readOnlyRecommended="${value}"/>`;
  const next = /<(?:workbookPr|workbookProtection|bookViews|sheets)\b/.exec(text);
  if (!next) throw new Error("no workbook part");
  return zipSync({ ...parts, [BOOK]: strToU8(text.slice(0, next.index) + sharing + text.slice(next.index)) });
}
