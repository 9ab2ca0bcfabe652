import { escapeAttribute } from "./characters";
import { XmlScanner } from "./scanner";
import type { XmlElement } from "./xml-element";

/** A change of a source text: the characters from `start` to `end` give way to `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Makes all changes at once; whatever they do not cover stays as it is. Insertions at one place keep their order. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const inOrder = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  const pieces: string[] = [];
  let at = 0;
  for (const { edit } of inOrder) {
    if (edit.start < at) throw new Error(`edits overlap at ${edit.start}`);
    pieces.push(source.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  pieces.push(source.slice(at));
  return pieces.join("");
}

/** Sets attributes of the tag that begins at `start`; null takes one out. Attributes that are right are left alone. */
export function attributeEdits(
  source: string,
  start: number,
  attributes: Readonly<Record<string, string | null>>,
): Edit[] {
  const x = new XmlScanner(source, start);
  x.next();
  const edits: Edit[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const place = x.attributePlace(name);
    if (value === (place ? x.attribute(name) : null)) continue;
    const text = value === null ? "" : `${name}="${escapeAttribute(value)}"`;
    if (!place) edits.push({ start: x.attributesStart, end: x.attributesStart, text: ` ${text}` });
    else edits.push({ start: value === null ? place.start - 1 : place.start, end: place.end, text });
  }
  return edits;
}

/** Puts text behind the last child of an element, also of one that is closed in itself: `<a/>` becomes `<a>…</a>`. */
export function appendEdits(source: string, element: XmlElement, text: string): Edit[] {
  const { closeStart, end, start } = element;
  if (text === "") return [];
  if (closeStart !== end) return [{ start: closeStart, end: closeStart, text }];
  const slash = source.lastIndexOf("/", end - 1);
  const name = /^<([^\s/>]+)/.exec(source.slice(start, end))?.[1] ?? "";
  return [{ start: slash, end, text: `>${text}</${name}>` }];
}

/** The text of one tag or element with its attributes set. */
export const withAttributes = (element: string, attributes: Readonly<Record<string, string | null>>): string =>
  applyEdits(element, attributeEdits(element, 0, attributes));

/** Attributes as they are written in a tag: ` a="1" b="2"`; those that are undefined are left out. */
export const attributeText = (attributes: Iterable<readonly [string, string | number | undefined]>): string =>
  [...attributes]
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeAttribute(String(value))}"`]))
    .join("");
