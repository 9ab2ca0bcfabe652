import type { XmlElement } from "../xlsx/xml/xml-element";
import { listPlace, type ListPlace } from "./numbering";
import { count, isOn, valueOf, wordAttribute, wordChild, wordChildren } from "./word-xml";

/** What a paragraph's style says of it; each part null where it says nothing. */
export interface ParagraphStyle {
  readonly level: number | null;
  readonly list: Partial<ListPlace> | null;
}

const NOTHING: ParagraphStyle = { level: null, list: null };
const RUNNING_TEXT = 9;
/** Styles rest on styles; a circle of them ends here. */
const MOST_STEPS = 32;

/** The styles of a document's paragraphs, each with what it takes from those it rests on. */
export class ParagraphStyles {
  private readonly byId = new Map<string, XmlElement>();
  private readonly standard: string | null;

  constructor(root: XmlElement | null) {
    const styles = wordChildren(root, "style").filter((style) => (wordAttribute(style, "type") ?? "") === "paragraph");
    for (const style of styles) this.byId.set(wordAttribute(style, "styleId") ?? "", style);
    const standard = styles.find((style) => ["1", "true", "on"].includes(wordAttribute(style, "default") ?? ""));
    this.standard = standard ? wordAttribute(standard, "styleId") : null;
  }

  /** Null: the style of a paragraph that names none. */
  of(id: string | null): ParagraphStyle {
    let found = NOTHING;
    let next = id ?? this.standard;
    for (let step = 0; next !== null && step < MOST_STEPS; step++) {
      const style = this.byId.get(next);
      if (!style) break;
      const properties = wordChild(style, "pPr");
      found = {
        level: found.level ?? levelOf(properties) ?? levelInName(valueOf(style, "name") ?? ""),
        list: found.list ?? listPlace(properties),
      };
      next = valueOf(style, "basedOn");
    }
    return found;
  }
}

/** 1 for the highest outline level; 0 where the properties say that it is running text; null where they say nothing. */
export function levelOf(properties: XmlElement | null): number | null {
  const outline = count(valueOf(properties, "outlineLvl"), RUNNING_TEXT);
  return outline === null ? null : outline === RUNNING_TEXT ? 0 : outline + 1;
}

function levelInName(name: string): number | null {
  const [, digit] = /^(?:heading|标题) ?([1-9])$/i.exec(name) ?? [];
  return digit === undefined ? null : Number(digit);
}

/** Whether the end of the paragraph itself is tracked as deleted: it then runs on into the next one. */
export const runsOn = (properties: XmlElement | null): boolean => {
  const mark = wordChild(properties, "rPr");
  return isOn(mark, "del") || isOn(mark, "moveFrom");
};
