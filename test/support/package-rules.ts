import { strFromU8, unzipSync } from "fflate";
import { parseA1, parseRect, type Rect } from "../../src/core/workbook/address";
import { elements, readXml, type XmlElement } from "./xml-tree";

/** The parts of a package as text, by name; parts that are no text are left out. */
export type Parts = ReadonlyMap<string, string>;

export const partsOf = (bytes: Uint8Array): Parts =>
  new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(?:xml|rels|vml)$/.test(name))
      .map(([name, content]) => [name, strFromU8(content)]),
  );

/** What Excel asks of a package beyond the schema; breaking one makes it offer a repair. Each names its faults. */
const PACKAGE_RULES = {
  "an Override stands once, for a part that is there": ({ parts, tree }) => {
    const names = elements(tree("[Content_Types].xml"), "Override").map(({ attributes }) => attributes.PartName ?? "");
    return [...repeated(names.map((name) => name.toLowerCase())), ...names.filter((name) => !hasPart(parts, name))];
  },
  "a relationship's id stands once, and what it leads to is there": ({ parts, tree }) =>
    [...parts.keys()]
      .filter((name) => name.endsWith(".rels"))
      .flatMap((name) => {
        const list = elements(tree(name), "Relationship").map(({ attributes }) => attributes);
        const folder = name.replace(/_rels\/[^/]*$/, "");
        const lost = list.filter(({ Target = "", TargetMode }) => TargetMode !== "External" && !hasPart(parts, Target.startsWith("/") ? Target : resolved(folder, Target)));
        return [...repeated(list.map(({ Id = "" }) => Id)), ...lost.map(({ Target = "" }) => Target)];
      }),
  "a relationship within the package stays in it, and names no other place": ({ parts, tree }) =>
    [...parts.keys()]
      .filter((name) => name.endsWith(".rels"))
      .flatMap((name) => elements(tree(name), "Relationship").map(({ attributes }) => attributes).filter(({ Target = "", TargetMode }) => TargetMode !== "External" && leavesPackage(name, Target)))
      .map(({ Target = "" }) => Target),
  "the calculation chain lists cells with a formula, on sheets that are there": ({ parts, tree, worksheetOf }) => {
    let sheetId = "";
    return (parts.has("xl/calcChain.xml") ? elements(tree("xl/calcChain.xml"), "c") : []).flatMap(({ attributes: { r = "", i } }) => {
      sheetId = i ?? sheetId;
      const sheet = worksheetOf(sheetId);
      const cell = sheet && elements(sheet, "c").find(({ attributes }) => attributes.r === r);
      return cell && elements(cell, "f").length > 0 ? [] : [`${sheetId}!${r}`];
    });
  },
  "a shared text that a cell names is in the list, whose uniqueCount is how many it holds": ({ parts, tree, worksheets }) => {
    const list = parts.has("xl/sharedStrings.xml") ? tree("xl/sharedStrings.xml") : null;
    const held = list ? elements(list, "si").length : 0;
    const { uniqueCount, count } = list?.attributes ?? {};
    const missing = worksheets.flatMap((sheet) => elements(sheet, "c").filter((cell) => cell.attributes.t === "s" && Number(elements(cell, "v")[0]?.text ?? 0) >= held));
    return [
      ...missing.map(({ attributes }) => attributes.r ?? ""),
      ...(uniqueCount !== undefined && Number(uniqueCount) !== held ? [`uniqueCount ${uniqueCount}`] : []),
      ...(count !== undefined && Number(count) < Number(uniqueCount ?? 0) ? [`count ${count}`] : []),
    ];
  },
  "a workbook has one styles part": ({ tree }) =>
    elements(tree("xl/_rels/workbook.xml.rels"), "Relationship")
      .filter(({ attributes }) => attributes.Type?.endsWith("/styles"))
      .slice(1)
      .map(({ attributes }) => attributes.Target ?? ""),
  "a sheet's id is from 1 to 65534 and stands once": ({ sheets }) => {
    const ids = sheets.map(({ attributes }) => Number(attributes.sheetId));
    return [...ids.filter((id) => !(id >= 1 && id <= 65_534)).map(String), ...repeated(ids.map(String))];
  },
  "a sheet's name has 1 to 31 characters, none of []:*?/\\, no apostrophe at an end, and stands once": ({ sheets }) => {
    const names = sheets.map(({ attributes }) => attributes.name ?? "");
    return [...names.filter((name) => !/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/.test(name)), ...repeated(names.map((name) => name.toLowerCase()))];
  },
  "a sheet is in sight, and the active one is": ({ sheets, workbook }) => {
    const views = elements(workbook, "workbookView").map(({ attributes }) => Number(attributes.activeTab ?? 0));
    const isSeen = (sheet: XmlElement | undefined): boolean => sheet !== undefined && (sheet.attributes.state ?? "visible") === "visible";
    const hidden = (views.length === 0 ? [0] : views).filter((tab) => !isSeen(sheets[tab]));
    return [...(sheets.some(isSeen) ? [] : ["all sheets are hidden"]), ...hidden.map(String)];
  },
  "a defined name is one, belongs to a sheet that exists, and stands once there": ({ workbook, sheets }) => {
    const names = elements(workbook, "definedName").map(({ attributes }) => attributes);
    const wrong = names.filter(({ name = "", localSheetId }) => !isNameText(name) || Number(localSheetId ?? 0) >= sheets.length);
    return [...wrong.map(({ name = "" }) => name), ...repeated(names.map(({ name = "", localSheetId = "" }) => `${localSheetId}!${name.toLowerCase()}`))];
  },
  "merged cells do not overlap": ({ worksheets }) =>
    worksheets.flatMap((sheet) => overlaps(elements(sheet, "mergeCell").map(({ attributes }) => attributes.ref ?? ""))),
  "a cell has one validation": ({ worksheets }) =>
    worksheets.flatMap((sheet) => overlaps(elements(sheet, "dataValidation").flatMap(({ attributes }) => (attributes.sqref ?? "").split(" ")))),
  "a list typed into a validation and its messages have at most 255 characters, a title 32": ({ worksheets }) =>
    worksheets.flatMap((sheet) =>
      elements(sheet, "dataValidation").flatMap(({ attributes: { prompt = "", error = "", promptTitle = "", errorTitle = "" }, children }) => [
        ...children.filter(({ text }) => text.length > 255).map(({ text }) => text.slice(0, 20)),
        ...[prompt, error].filter((text) => text.length > 255),
        ...[promptTitle, errorTitle].filter((text) => text.length > 32),
      ])),
  "a conditional format's priority is 1 or more and stands once, and its look exists": ({ worksheets, styles }) =>
    worksheets.flatMap((sheet) => {
      const rules = elements(sheet, "cfRule").map(({ attributes }) => attributes);
      const looks = styles ? listOf(styles, "dxfs").length : 0;
      const wrong = rules.filter(({ priority, dxfId }) => !(Number(priority) >= 1) || Number(dxfId ?? -1) >= looks);
      return [...wrong.map(({ priority = "?" }) => priority), ...repeated(rules.map(({ priority = "" }) => priority))];
    }),
  "a formula has at most 8,192 characters": ({ worksheets, workbook }) =>
    [...worksheets.flatMap((sheet) => elements(sheet, "f")), ...elements(workbook, "definedName")].filter(({ text }) => text.length > 8_192).map(({ text }) => text.slice(0, 20)),
  "a cell has at most 32,767 characters": ({ worksheets }) =>
    worksheets.flatMap((sheet) => elements(sheet, "c").filter((cell) => elements(cell, "t").reduce((sum, { text }) => sum + text.length, 0) > 32_767).map(({ attributes }) => attributes.r ?? "")),
  "rows and cells stand in order, each once, cells in their own row": ({ worksheets }) =>
    worksheets.flatMap((sheet) => {
      const rows = elements(sheet, "row");
      const misplaced = rows.filter((row, i) => Number(row.attributes.r) <= Number(rows[i - 1]?.attributes.r ?? 0));
      return [...misplaced.map(({ attributes }) => attributes.r ?? ""), ...rows.flatMap(cellsOutOfOrder)];
    }),
  "a style that a cell names exists, and what it names too": ({ worksheets, styles }) => {
    if (!styles) return worksheets.flatMap((sheet) => elements(sheet, "c").filter(({ attributes }) => Number(attributes.s ?? 0) > 0).map(({ attributes }) => attributes.r ?? ""));
    const formats = listOf(styles, "cellXfs");
    const named = ([attribute, list]: readonly [string, string]) => formats.filter(({ attributes }) => Number(attributes[attribute] ?? 0) >= listOf(styles, list).length).map(() => list);
    return [
      ...worksheets.flatMap((sheet) => elements(sheet, "c").filter(({ attributes }) => Number(attributes.s ?? 0) >= formats.length).map(({ attributes }) => attributes.r ?? "")),
      ...([["fontId", "fonts"], ["fillId", "fills"], ["borderId", "borders"], ["xfId", "cellStyleXfs"]] as const).flatMap(named),
    ];
  },
  "the first two fills are none and gray125": ({ styles }) => {
    const found = styles ? listOf(styles, "fills").slice(0, 2).map((fill) => elements(fill, "patternFill")[0]?.attributes.patternType ?? "") : ["none", "gray125"];
    return found.join() === "none,gray125" ? [] : [found.join()];
  },
  "the count of a list is how many stand in it": ({ styles, worksheets }) =>
    [...(styles ? [styles] : []), ...worksheets].flatMap(({ children }) =>
      children.filter(({ attributes, children: items }) => attributes.count !== undefined && Number(attributes.count) !== items.length).map(({ name }) => name)),
} satisfies Readonly<Record<string, (seen: Package) => readonly string[]>>; // prettier-ignore

export type PackageRule = keyof typeof PACKAGE_RULES;

interface Package {
  readonly parts: Parts;
  readonly tree: (part: string) => XmlElement;
  readonly workbook: XmlElement;
  readonly sheets: readonly XmlElement[];
  readonly worksheets: readonly XmlElement[];
  /** The worksheet that the workbook lists under the id. */
  readonly worksheetOf: (sheetId: string) => XmlElement | null;
  readonly styles: XmlElement | null;
}

/** The rules that a package breaks, each with what breaks it. */
export function packageFaults(
  parts: Parts,
): readonly { readonly rule: PackageRule; readonly faults: readonly string[] }[] {
  const tree = (part: string): XmlElement => readXml(parts.get(part) ?? "<none/>");
  const workbook = tree("xl/workbook.xml");
  const seen: Package = {
    parts,
    tree,
    workbook,
    sheets: elements(workbook, "sheet"),
    worksheetOf: (sheetId) => sheetById(tree, workbook, sheetId, parts),
    worksheets: [...parts.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).map(tree),
    styles: parts.has(stylesPart(tree)) ? tree(stylesPart(tree)) : null,
  };
  return (Object.keys(PACKAGE_RULES) as PackageRule[]).flatMap((rule) => {
    const faults = PACKAGE_RULES[rule](seen);
    return faults.length === 0 ? [] : [{ rule, faults }];
  });
}

function sheetById(tree: Package["tree"], workbook: XmlElement, sheetId: string, parts: Parts): XmlElement | null {
  const sheet = elements(workbook, "sheet").find(({ attributes }) => attributes.sheetId === sheetId);
  const relation = elements(tree("xl/_rels/workbook.xml.rels"), "Relationship").find(({ attributes }) => attributes.Id === sheet?.attributes["r:id"]); // prettier-ignore
  const part = relation && resolved("xl/", relation.attributes.Target ?? "");
  return part !== undefined && parts.has(part) ? tree(part) : null;
}

/** More steps up than there are folders, a drive or a scheme: no part of this package. */
function leavesPackage(relationships: string, target: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith("//")) return true;
  let depth = target.startsWith("/") ? 0 : relationships.split("/").length - 2;
  return target.split("/").some((step) => {
    depth += step === ".." ? -1 : step === "." || step === "" ? 0 : 1;
    return depth < 0;
  });
}

/** The part that the workbook names, wherever it stands. */
function stylesPart(tree: Package["tree"]): string {
  const relation = elements(tree("xl/_rels/workbook.xml.rels"), "Relationship").find(({ attributes }) =>
    attributes.Type?.endsWith("/styles"),
  );
  return resolved("xl/", relation?.attributes.Target ?? "styles.xml");
}

const hasPart = (parts: Parts, name: string): boolean => {
  const wanted = name.replace(/^\//, "").toLowerCase();
  // Parts that are no text are not listed; that they are there is not this check's concern.
  return !/\.(?:xml|rels)$/.test(wanted) || [...parts.keys()].some((part) => part.toLowerCase() === wanted);
};

const resolved = (folder: string, target: string): string => new URL(target, `file:///${folder}`).pathname.slice(1);

function repeated(values: readonly string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}

const listOf = (styles: XmlElement, name: string): readonly XmlElement[] =>
  styles.children.find((child) => child.name === name)?.children ?? [];

/** Excel's own names, or: a letter, _ or \ first; letters, digits, _ . \ ? after; no cell, no R1C1. */
const isNameText = (name: string): boolean =>
  /^_xlnm\.\w+$/.test(name) ||
  (/^[\p{L}_\\][\p{L}\p{N}\p{M}_.\\?]{0,254}$/u.test(name) &&
    !/^(?:[a-z]{1,3}\d{1,7}|r\d*(?:c\d*)?|c\d*)$/i.test(name));

function overlaps(references: readonly string[]): string[] {
  const rects = references.filter((text) => text !== "").map((text) => ({ text, rect: parseRect(text) }));
  const meet = (a: Rect | null, b: Rect | null): boolean =>
    a !== null && b !== null && a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
  return rects.flatMap(({ text, rect }, i) =>
    rects.slice(0, i).flatMap((other) => (meet(rect, other.rect) ? [`${other.text} ${text}`] : [])),
  );
}

function cellsOutOfOrder(row: XmlElement): string[] {
  let last = -1;
  return elements(row, "c").flatMap(({ attributes: { r = "" } }) => {
    const at = parseA1(r);
    const fits = at !== null && at.row === Number(row.attributes.r) - 1 && at.column > last;
    last = at?.column ?? last;
    return fits ? [] : [r];
  });
}
