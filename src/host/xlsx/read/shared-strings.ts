import { decodeEscapes } from "../xml/characters";
import { CLOSE, END, OPEN, XmlScanner } from "../xml/scanner";
import type { BookPackage, Relationship } from "../package/book-package";

/** The shared texts in their order, without phonetic guides. */
export function readSharedStrings(parts: BookPackage, relationships: readonly Relationship[]): readonly string[] {
  const part = parts.related(relationships, "sharedStrings");
  const source = part === null ? null : parts.text(part);
  if (!source) return [];
  const strings: string[] = [];
  const x = new XmlScanner(source.text);
  while (x.next() !== END) {
    if (x.kind === OPEN && x.depth === 2 && x.local === "si" && x.main) strings.push(readText(x));
  }
  return strings;
}

/**
 * The text of a string item (`si`, `is`) just opened: its own `t` and those of its runs, never the phonetic ones.
 * Blanks around a `t` count only where `xml:space` preserves them.
 */
export function readText(x: XmlScanner): string {
  const depth = x.depth;
  let text = "";
  for (;;) {
    const kind = x.next();
    if (kind === CLOSE && x.depth === depth) return decodeEscapes(text);
    if (kind !== OPEN) continue;
    const local = x.local;
    if (local === "t" && x.main) {
      const preserve = x.attribute("xml:space") === "preserve";
      const run = x.content();
      text += preserve ? run : trimSpaces(run);
    } else if (local !== "r" || !x.main) x.skip();
  }
}

/** Only the blanks of XML: a full-width or no-break space belongs to the text. */
const trimSpaces = (text: string): string => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
