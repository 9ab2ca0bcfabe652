import type { CellNote } from "../../../core/workbook/snapshot";
import type { BookPackage, Relationship } from "../package/book-package";
import { saidInNote } from "../../note-text";
import { decodeEscapes } from "../xml/characters";
import type { XmlElement } from "../xml/xml-element";
import { readArea } from "./reference";

/**
 * Notes and threaded comments of a sheet, in row order. A thread stands in the file twice: as a thread, and as a note for
 * programs that know none; only the thread counts. The name that Excel puts in front of a note is its author's.
 */
export function readNotes(parts: BookPackage, relationships: readonly Relationship[]): readonly CellNote[] {
  const threads = roots(parts, relationships, "threadedComment").flatMap(threadsIn);
  const threaded = new Set(threads.map(placeOf));
  const notes = roots(parts, relationships, "comments").flatMap(notesIn);
  return [...threads, ...notes.filter((note) => !threaded.has(placeOf(note)))]
    .filter(({ text }) => text !== "")
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

const placeOf = ({ row, column }: CellNote): string => `${row},${column}`;

const roots = (parts: BookPackage, relationships: readonly Relationship[], type: string): readonly XmlElement[] =>
  relationships.filter((one) => one.type === type).flatMap(({ target }) => parts.tree(target)?.root ?? []);

const children = (element: XmlElement, local: string): readonly XmlElement[] =>
  element.children.filter((child) => child.local === local);

function notesIn(root: XmlElement): readonly CellNote[] {
  const authors = children(root, "authors").flatMap((list) => children(list, "author").map(({ text }) => text.trim()));
  return children(root, "commentList").flatMap((list) =>
    children(list, "comment").flatMap((comment) => {
      const author = authors[Number(comment.attributes.get("authorId") ?? -1)];
      return noteAt(comment, children(comment, "text").map(textIn).join(""), author);
    }),
  );
}

/** The `t` of a text and of its runs; phonetic guides are no text. */
const textIn = (element: XmlElement): string =>
  element.children
    .map((child) => (child.local === "t" ? child.text : child.local === "rPh" ? "" : textIn(child)))
    .join("");

function noteAt(element: XmlElement, text: string, author?: string): readonly CellNote[] {
  const area = readArea(element.attributes.get("ref") ?? "");
  return area ? [{ row: area.top, column: area.left, text: saidInNote(decodeEscapes(text), author) }] : [];
}

/** A thread's first comment and its answers, one a line. */
function threadsIn(root: XmlElement): readonly CellNote[] {
  const byCell = new Map<string, CellNote>();
  for (const comment of children(root, "threadedComment")) {
    const text = children(comment, "text")
      .map((one) => one.text)
      .join("");
    for (const note of noteAt(comment, text)) {
      const before = byCell.get(placeOf(note));
      byCell.set(placeOf(note), before ? { ...before, text: `${before.text}\n${note.text}` } : note);
    }
  }
  return [...byCell.values()];
}
