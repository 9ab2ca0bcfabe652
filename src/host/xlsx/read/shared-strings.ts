import { decodeEscapes } from "../xml/characters";
import { CLOSE, END, OPEN, XmlScanner } from "../xml/scanner";
import { flag } from "../xml/parse-part";
import { type TextRun } from "./text-runs";
import type { BookPackage, Relationship } from "../package/book-package";

/** The workbook's shared texts. */
export interface SharedStrings {
  /** In their order, without phonetic guides. */
  readonly strings: readonly string[];
  /** The runs of those that have a look of their own in places, by their place. */
  readonly runs: ReadonlyMap<number, readonly TextRun[]>;
}

export function readSharedStrings(parts: BookPackage, relationships: readonly Relationship[]): SharedStrings {
  const part = parts.related(relationships, "sharedStrings");
  const source = part === null ? null : parts.text(part);
  const runs = new Map<number, readonly TextRun[]>();
  if (!source) return { strings: [], runs };
  const strings: string[] = [];
  const x = new XmlScanner(source.text);
  while (x.next() !== END) {
    if (x.kind !== OPEN || x.depth !== 2 || x.local !== "si" || !x.main) continue;
    const { text, runs: own } = readText(x);
    if (own.some(({ struck }) => struck !== null)) runs.set(strings.length, own);
    strings.push(text);
  }
  return { strings, runs };
}

/**
 * The text of a string item (`si`, `is`) just opened: its own `t` and those of its runs, never the phonetic ones.
 * Blanks around a `t` count only where `xml:space` preserves them.
 */
export function readText(x: XmlScanner): { readonly text: string; readonly runs: readonly TextRun[] } {
  const depth = x.depth;
  const runs: TextRun[] = [];
  let text = "";
  let struck: boolean | null = null;
  for (;;) {
    const kind = x.next();
    if (kind === CLOSE && x.depth === depth) return { text: decodeEscapes(text), runs };
    if (kind !== OPEN) continue;
    const local = x.local;
    if (local === "t" && x.main) {
      const preserve = x.attribute("xml:space") === "preserve";
      const content = x.content();
      const run = preserve ? content : trimSpaces(content);
      text += run;
      runs.push({ text: decodeEscapes(run), struck });
    } else if (local === "r" && x.main) struck = null;
    else if (local === "rPr" && x.main) struck = isStruck(x);
    else x.skip();
  }
}

/** Whether the look of a run, whose element was just opened, strikes it through. */
function isStruck(x: XmlScanner): boolean {
  const depth = x.depth;
  let struck = false;
  for (;;) {
    const kind = x.next();
    if (kind === CLOSE && x.depth === depth) return struck;
    if (kind === OPEN && x.local === "strike" && x.main) struck = flag(x.attribute("val"), true);
  }
}

/** Only the blanks of XML: a full-width or no-break space belongs to the text. */
const trimSpaces = (text: string): string => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
