import { openBook } from "../read/read-book";
import { attributeEdits, applyEdits } from "../xml/edits";
import { encodePart } from "../xml/encoding";
import { partKey } from "../zip/directory";
import { saveArchive } from "../zip/save";
import type { BookPackage } from "./book-package";

/** What a package is to Excel, which opens none under another's extension. */
export type BookKind = "xlsx" | "xlsm" | "xltx" | "xltm";

const TYPES: readonly (readonly [BookKind, string])[] = [
  ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"],
  ["xlsm", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"],
  ["xltx", "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"],
  ["xltm", "application/vnd.ms-excel.template.macroEnabled.main+xml"],
];

const CONTENT_TYPES = "[Content_Types].xml";

/** A package whose content types name no kind is taken for a plain workbook, as Excel takes it. */
export function bookKind(parts: BookPackage, workbookPart: string): BookKind {
  const type = overrideOf(parts, workbookPart)?.attributes.get("ContentType")?.toLowerCase();
  return TYPES.find(([, name]) => name.toLowerCase() === type)?.[0] ?? "xlsx";
}

/** The template as a workbook of its own: only the kind in its content types changes. */
export function asWorkbook(bytes: Uint8Array): Uint8Array {
  const { parts, workbook } = openBook(bytes);
  const element = overrideOf(parts, workbook.part);
  const source = parts.text(CONTENT_TYPES);
  if (bookKind(parts, workbook.part) !== "xltx" || !element || !source) return bytes;
  const text = applyEdits(
    source.text,
    attributeEdits(source.text, element.start, { ContentType: TYPES[0]?.[1] ?? null }),
  );
  return saveArchive(parts.archive, new Map([[CONTENT_TYPES, encodePart({ ...source, text })]]));
}

function overrideOf(parts: BookPackage, part: string) {
  return parts
    .tree(CONTENT_TYPES)
    ?.root.children.find(
      ({ local, attributes }) =>
        local === "Override" && partKey((attributes.get("PartName") ?? "").replace(/^\//, "")) === partKey(part),
    );
}
