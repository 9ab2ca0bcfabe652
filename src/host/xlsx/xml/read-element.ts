import { CLOSE, OPEN, TEXT, type XmlScanner } from "./scanner";
import type { XmlElement } from "./xml-element";

type Draft = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: XmlElement[] };

/** Reads the element just opened, with all that it holds; the scanner is left at its end. */
export function readElement(x: XmlScanner): XmlElement {
  const root = opened(x, null);
  let current: Draft = root;
  for (;;) {
    const kind = x.next();
    if (kind === TEXT) current.text += x.text();
    else if (kind === OPEN) {
      const child = opened(x, current);
      current.children.push(child);
      current = child;
    } else if (kind === CLOSE) {
      current.closeStart = x.empty && x.end === current.openEnd ? x.end : x.start;
      current.end = x.end;
      if (!current.parent) return root;
      current = current.parent as Draft;
    }
  }
}

function opened(x: XmlScanner, parent: XmlElement | null): Draft {
  return {
    local: x.local,
    prefix: x.prefix,
    namespace: x.namespace,
    attributes: new Map(x.allAttributes()),
    qualified: new Map(),
    children: [],
    text: "",
    start: x.start,
    openEnd: x.end,
    closeStart: x.end,
    end: x.end,
    parent,
  };
}
