import type { XmlElement } from "../xlsx/xml/xml-element";

/** WordprocessingML in the transitional and the Strict form (ISO/IEC 29500). */
const WORD: readonly string[] = [
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

export const isWord = ({ namespace }: XmlElement): boolean => WORD.includes(namespace);

export const wordChild = (element: XmlElement | null, local: string): XmlElement | null =>
  element?.children.find((child) => child.local === local && isWord(child)) ?? null;

export const wordChildren = (element: XmlElement | null, local: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.local === local && isWord(child)) ?? [];

/** An attribute of the format's own; null where there is none. */
export const wordAttribute = (element: XmlElement | null, local: string): string | null =>
  WORD.map((namespace) => element?.qualified.get(`{${namespace}}${local}`)).find((value) => value !== undefined) ??
  null;

/** What `<w:name w:val="…"/>` below an element says; null where there is no such child or it says nothing. */
export const valueOf = (element: XmlElement | null, local: string): string | null =>
  wordAttribute(wordChild(element, local), "val");

/** A property that is switched on by standing there, and off by a value of its own. */
export function isOn(element: XmlElement | null, local: string): boolean {
  const property = wordChild(element, local);
  return property !== null && !["0", "false", "off"].includes(wordAttribute(property, "val") ?? "");
}

/** A whole number from 0 to `most`; null for anything else, so that no file makes a loop of a billion steps. */
export function count(text: string | null, most: number): number | null {
  const number = text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
  return number !== null && number <= most ? number : null;
}
