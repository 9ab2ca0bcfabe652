import { BookPackage, type Relationship } from "../xlsx/package/book-package";
import { unreadable } from "../xlsx/unreadable";
import { Archive } from "../xlsx/zip/archive";
import type { XmlElement } from "../xlsx/xml/xml-element";
import { isWord, wordChild } from "./word-xml";

/** Bytes of one part: a report of three hundred pages has some ten million. */
const LARGEST_PART = 48_000_000;

/** The parts of a Word document that are read; null where the document has no such part. */
export interface OpenDocument {
  readonly body: XmlElement;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly footnotes: XmlElement | null;
  readonly endnotes: XmlElement | null;
}

/** Opens the package under the limits of every package (SPEC X2); raises `Unreadable` where it is no Word document. */
export function openDocument(bytes: Uint8Array): OpenDocument {
  const parts = new BookPackage(new Archive(bytes));
  const main = parts.relationships("").find(({ type, external }) => type === "officeDocument" && !external);
  const root = main && parts.archive.has(main.target) ? treeOf(parts, main.target) : null;
  const body = root?.local === "document" && isWord(root) ? wordChild(root, "body") : null;
  if (!main || !body) return unreadable("not-a-document", "没有文档部件", "no document part");
  const relationships = parts.relationships(main.target);
  const part = (kind: string): XmlElement | null => relatedTree(parts, relationships, kind);
  return {
    body,
    styles: part("styles"),
    numbering: part("numbering"),
    footnotes: part("footnotes"),
    endnotes: part("endnotes"),
  };
}

function relatedTree(parts: BookPackage, relationships: readonly Relationship[], kind: string): XmlElement | null {
  const name = parts.related(relationships, kind);
  return name === null ? null : treeOf(parts, name);
}

function treeOf(parts: BookPackage, part: string): XmlElement | null {
  const size = parts.archive.sizeOf(part) ?? 0;
  if (size > LARGEST_PART)
    unreadable("too-large", `部件 ${part} 有 ${size} 字节，上限 ${LARGEST_PART}`, `${part} has ${size} bytes, at most ${LARGEST_PART}`); // prettier-ignore
  return parts.tree(part)?.root ?? null;
}
