import { SaxesParser } from "saxes";
import { tooDeep, unreadable } from "../unreadable";
import { LIMITS } from "../zip/limits";
import { isMain } from "./namespaces";
import type { PartText } from "./encoding";
import type { XmlElement } from "./xml-element";

type Draft = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: XmlElement[] };

/** Reads a part into a tree; bad XML and a DTD are refused. */
export function parseXml({ text }: Pick<PartText, "text">, part: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Draft[] = [];
  const roots: XmlElement[] = [];
  let start = 0;
  parser.on("error", (error) => unreadable("bad-xml", `${part} 的 XML 写法有误`, `${part}: ${error.message}`));
  parser.on("doctype", () => unreadable("unsafe-xml", `${part} 声明了文档类型`, `${part} declares a document type`));
  parser.on("opentagstart", () => {
    if (open.length >= LIMITS.depth) tooDeep();
    start = text.lastIndexOf("<", parser.position - 1);
  });
  parser.on("opentag", (tag) => {
    const qualified = Object.values(tag.attributes).filter((attribute) => attribute.prefix !== "");
    const parent = open.at(-1) ?? null;
    const element: Draft = {
      local: tag.local,
      prefix: tag.prefix === "" ? "" : `${tag.prefix}:`,
      namespace: tag.uri,
      attributes: new Map(Object.entries(tag.attributes).map(([name, attribute]) => [name, attribute.value])),
      qualified: new Map(qualified.map((attribute) => [`{${attribute.uri}}${attribute.local}`, attribute.value])),
      children: [],
      text: "",
      start,
      openEnd: parser.position,
      closeStart: parser.position,
      end: parser.position,
      parent,
    };
    if (parent) parent.children.push(element);
    else roots.push(element);
    open.push(element);
  });
  const addText = (piece: string): void => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", (tag) => {
    const element = open.pop();
    if (!element) return;
    element.end = parser.position;
    element.closeStart = tag.isSelfClosing ? parser.position : text.lastIndexOf("<", parser.position - 1);
  });
  parser.write(text).close();
  return roots[0] ?? unreadable("bad-xml", `${part} 是空的`, `${part} is empty`);
}

/** The children of SpreadsheetML with the name. */
export const mainChildren = (element: XmlElement, local: string): readonly XmlElement[] =>
  element.children.filter((child) => child.local === local && isMain(child.namespace));

export const mainChild = (element: XmlElement, local: string): XmlElement | null =>
  element.children.find((child) => child.local === local && isMain(child.namespace)) ?? null;

/** A size that an attribute states; null where it states none that can be. */
export function positive(text: string | null): number | null {
  const number = Number(text ?? NaN);
  return number > 0 && Number.isFinite(number) ? number : null;
}

/** "1" and "true" are true; absent is `absent`. */
export const flag = (value: string | null | undefined, absent = false): boolean =>
  value === null || value === undefined ? absent : value === "1" || value === "true" || value === "on";
