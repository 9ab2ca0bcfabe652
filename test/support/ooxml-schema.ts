import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { SaxesParser } from "saxes";
import { validateXML } from "xmllint-wasm";

/** The transitional schemas of ECMA-376, beside the repository. */
export const OOXML_FOLDER = path.resolve(__dirname, "../../../shared/ooxml-xsd");
export const ooxmlPresent = (): boolean => existsSync(OOXML_FOLDER);

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

/** Which schema holds a part; null for parts that Pinghe never writes. */
function schemaOf(part: string): string | null {
  if (part === "[Content_Types].xml") return "opc-contentTypes.xsd";
  if (part.endsWith(".rels")) return "opc-relationships.xsd";
  return /^xl\/(?:workbook|styles\d*|worksheets\/[^/]+|calcChain|sharedStrings)\.xml$/.test(part) ? "sml.xsd" : null;
}

/** What the official schemas say against these parts, by name; parts of kinds that Pinghe never writes are left out. */
export async function ooxmlFaults(parts: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const faults: string[] = [];
  const read = (fileName: string) => ({
    fileName,
    contents: readFileSync(path.join(OOXML_FOLDER, fileName), "utf8"),
  });
  const all = readdirSync(OOXML_FOLDER).filter((file) => file.endsWith(".xsd"));
  for (const schema of ["sml.xsd", "opc-contentTypes.xsd", "opc-relationships.xsd"]) {
    const names = [...parts.keys()].filter((name) => schemaOf(name) === schema);
    if (names.length === 0) continue;
    const { errors } = await validateXML({
      xml: names.map((name, i) => ({ fileName: `part${i}.xml`, contents: coreOf(parts.get(name) ?? "") })),
      schema: [read(schema)],
      preload: all.filter((file) => file !== schema).map(read),
    });
    const nameOf = (file: string | undefined): string => names[Number(/\d+/.exec(file ?? "")?.[0] ?? -1)] ?? "?";
    faults.push(...errors.map(({ message, loc }) => `${nameOf(loc?.fileName)}: ${message}`));
  }
  return faults;
}

/** A part without what the schema does not know: markup compatibility, extensions, attributes of other namespaces. */
function coreOf(xml: string): string {
  const pieces: string[] = [];
  let skipped = 0;
  let isRoot = true;
  const parser = new SaxesParser({ xmlns: true });
  const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  parser.on("opentag", (tag) => {
    const known = (tag.uri === MAIN || tag.uri.startsWith(PACKAGE)) && tag.local !== "extLst";
    if (skipped > 0 || !known) {
      skipped++;
      return;
    }
    const attributes = Object.values(tag.attributes).flatMap(({ uri, local, prefix, value }) => {
      if (prefix === "xmlns" || local === "xmlns") return [];
      if (uri === "") return [` ${local}="${escaped(value)}"`];
      if (uri === R) return [` r:${local}="${escaped(value)}"`];
      return [];
    });
    const root = isRoot ? ` xmlns="${tag.uri}" xmlns:r="${R}"` : "";
    isRoot = false;
    pieces.push(`<${tag.local}${root}${attributes.join("")}>`);
  });
  parser.on("closetag", (tag) => {
    if (skipped > 0) skipped--;
    else pieces.push(`</${tag.local}>`);
  });
  parser.on("text", (text) => {
    if (skipped === 0) pieces.push(escaped(text));
  });
  parser.write(xml).close();
  return pieces.join("");
}
