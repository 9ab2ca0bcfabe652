import type { DefinedName, WorkbookSnapshot } from "../../../core/workbook/snapshot";
import { RELATIONSHIPS, RELATIONSHIPS_STRICT, isMain } from "../xml/namespaces";
import { flag, mainChild, mainChildren } from "../xml/parse-part";
import { decodeEscapes } from "../xml/characters";
import type { PartText } from "../xml/encoding";
import { unreadable } from "../unreadable";
import type { BookPackage, Relationship } from "./book-package";
import type { XmlElement } from "../xml/xml-element";

/** The workbook part: its sheets in their order, names and settings. */
export interface Workbook {
  readonly part: string;
  readonly source: PartText;
  readonly root: XmlElement;
  readonly relationships: readonly Relationship[];
  /** All sheets, also those that are no worksheets: their places count for local names. */
  readonly sheets: readonly BookSheet[];
  readonly names: readonly BookName[];
  readonly calculation: WorkbookSnapshot["calculation"];
  readonly date1904: boolean;
  readonly structureProtected: boolean;
  readonly precisionAsDisplayed: boolean;
  readonly iterative: boolean;
  /** Marked as final, or recommended to be opened read-only. */
  readonly readOnly: boolean;
}

export interface BookSheet {
  readonly name: string;
  readonly element: XmlElement;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** Null for a chart, dialog or macro sheet. */
  readonly part: string | null;
  readonly relationshipId: string;
}

/** A defined name as it stands, with the place of its element. */
interface BookName extends DefinedName {
  readonly element: XmlElement;
  /** The place of its sheet among all sheets; null: the workbook. */
  readonly sheetIndex: number | null;
}

export const PRINT_AREA = "_xlnm.Print_Area";
export const isBuiltIn = (name: string): boolean => /^_xlnm\./i.test(name);

export function readWorkbook(parts: BookPackage): Workbook {
  const part = parts.workbookPart();
  const found = parts.tree(part);
  if (found?.root.local !== "workbook" || !isMain(found.root.namespace)) {
    return unreadable("not-a-workbook", `${part} 不是工作簿`, `${part} is no workbook`);
  }
  const { root, source } = found;
  const relationships = parts.relationships(part);
  const sheets = listed(root, "sheets", "sheet").map((element) => readSheetEntry(element, relationships, parts));
  if (sheets.length === 0) unreadable("bad-xml", "工作簿里没有工作表", "the workbook has no sheet");
  if (new Set(sheets.map((sheet) => sheet.name.toLowerCase())).size < sheets.length) {
    unreadable("bad-xml", "两张工作表同名", "two sheets have the same name");
  }
  const calcPr = mainChild(root, "calcPr");
  const calculation = calcPr?.attributes.get("calcMode");
  return {
    part,
    source,
    root,
    relationships,
    sheets,
    names: listed(root, "definedNames", "definedName").map((element) => readName(element, sheets)),
    calculation:
      calculation === "manual" ? "manual" : calculation === "autoNoTable" ? "automaticExceptTables" : "automatic",
    date1904: flag(mainChild(root, "workbookPr")?.attributes.get("date1904")),
    structureProtected: flag(mainChild(root, "workbookProtection")?.attributes.get("lockStructure")),
    iterative: flag(calcPr?.attributes.get("iterate")),
    precisionAsDisplayed: !flag(calcPr?.attributes.get("fullPrecision"), true),
    readOnly: flag(mainChild(root, "fileSharing")?.attributes.get("readOnlyRecommended")) || isMarkedFinal(parts),
  };
}

/** A custom property of the document says it ([MS-OSHARED] 2.3.3.2.1.8 does for the older format; Excel writes the same name). */
function isMarkedFinal(parts: BookPackage): boolean {
  const part = parts.related(parts.relationships(""), "custom-properties");
  const text = part === null ? "" : (parts.text(part)?.text ?? "");
  return /\bname="_MarkAsFinal"[^>]*>\s*<[^>]*>\s*(?:true|1)\s*</i.test(text);
}

const listed = (root: XmlElement, list: string, item: string): readonly XmlElement[] => {
  const element = mainChild(root, list);
  return element ? mainChildren(element, item) : [];
};

/** Sheets without cells of their own that are left out. */
const OTHER_SHEETS: ReadonlySet<string> = new Set(["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"]);

function readSheetEntry(element: XmlElement, relationships: readonly Relationship[], parts: BookPackage): BookSheet {
  const name = element.attributes.get("name");
  if (name === undefined || name === "") return unreadable("bad-xml", "有工作表没有名称", "a sheet without a name");
  const relationshipId =
    element.qualified.get(`{${RELATIONSHIPS}}id`) ?? element.qualified.get(`{${RELATIONSHIPS_STRICT}}id`) ?? "";
  const relation = relationships.find(({ id }) => id === relationshipId);
  if (!relation) return unreadable("bad-xml", `工作表“${name}”没有内容`, `the sheet ${name} has no part`);
  const state = element.attributes.get("state");
  const worksheet = relation.type === "worksheet";
  // A sheet is a part of its own package; nothing outside of it is ever opened.
  if (relation.external)
    unreadable(
      "bad-xml",
      `工作表“${name}”指向文件之外（${relation.target}）`,
      `the sheet ${name} is said to stand outside of the file (${relation.target})`,
    );
  if (worksheet && !parts.archive.has(relation.target))
    unreadable(
      "bad-xml",
      `缺少工作表“${name}”的内容 ${relation.target}`,
      `the part ${relation.target} of the sheet ${name} is missing`,
    );
  if (!worksheet && !OTHER_SHEETS.has(relation.type))
    unreadable("bad-xml", `工作表“${name}”的种类不明`, `the sheet ${name} is of no known kind`);
  return {
    name: decodeEscapes(name),
    element,
    visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
    part: worksheet ? relation.target : null,
    relationshipId,
  };
}

function readName(element: XmlElement, sheets: readonly BookSheet[]): BookName {
  const local = element.attributes.get("localSheetId");
  const sheetIndex = local === undefined ? null : Number(local);
  return {
    name: decodeEscapes(element.attributes.get("name") ?? ""),
    scope: sheetIndex === null ? null : (sheets[sheetIndex]?.name ?? null),
    refersTo: decodeEscapes(element.text),
    hidden: flag(element.attributes.get("hidden")),
    element,
    sheetIndex,
  };
}
