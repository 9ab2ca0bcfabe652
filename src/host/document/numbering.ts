import type { XmlElement } from "../xlsx/xml/xml-element";
import { listNumeral } from "./list-numeral";
import { count, isOn, valueOf, wordAttribute, wordChild, wordChildren } from "./word-xml";

/** Which list a paragraph belongs to, and how deep. */
export interface ListPlace {
  readonly list: string;
  readonly depth: number;
}

interface Depth {
  readonly start: number;
  readonly format: string;
  /** "%1、", "%1.%2". */
  readonly pattern: string;
  readonly legal: boolean;
}

interface List {
  /** Lists of one form count on through each other. */
  readonly form: string;
  readonly starts: ReadonlyMap<number, number>;
}

const DEEPEST = 8;
const LARGEST = 32_767;

/** The automatic numbers of a document, as they are printed; asked for paragraph by paragraph, from the first to the last. */
export class Numbering {
  private readonly forms = new Map<string, ReadonlyMap<number, Depth>>();
  private readonly lists = new Map<string, List>();
  private readonly counters = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(root: XmlElement | null) {
    for (const form of wordChildren(root, "abstractNum"))
      this.forms.set(wordAttribute(form, "abstractNumId") ?? "", depthsOf(form));
    for (const list of wordChildren(root, "num")) {
      const starts = wordChildren(list, "lvlOverride").flatMap((override) => {
        const start = count(valueOf(override, "startOverride"), LARGEST);
        return start === null ? [] : [[count(wordAttribute(override, "ilvl"), DEEPEST) ?? 0, start] as const];
      });
      this.lists.set(wordAttribute(list, "numId") ?? "", {
        form: valueOf(list, "abstractNumId") ?? "",
        starts: new Map(starts),
      });
    }
  }

  /** The number printed before the next paragraph of the list: "（一）"; null for a bullet, or where the list is not known. */
  next({ list: id, depth }: ListPlace): string | null {
    const list = this.lists.get(id);
    const depths = list && this.forms.get(list.form);
    const own = depths?.get(depth);
    if (!list || !depths || !own) return null;
    const counters = this.counters.get(list.form) ?? [];
    this.counters.set(list.form, counters);
    const key = `${id} ${depth}`;
    const restart = this.begun.has(key) ? undefined : list.starts.get(depth);
    this.begun.add(key);
    counters[depth] = restart ?? (counters[depth] === undefined ? own.start : counters[depth] + 1);
    counters.length = depth + 1;
    if (own.format === "bullet" || own.format === "none") return null;
    return own.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = own.legal ? "decimal" : (depths.get(at)?.format ?? "decimal");
      return listNumeral(counters[at] ?? depths.get(at)?.start ?? 1, format);
    });
  }
}

function depthsOf(form: XmlElement): ReadonlyMap<number, Depth> {
  return new Map(
    wordChildren(form, "lvl").map((level) => [
      count(wordAttribute(level, "ilvl"), DEEPEST) ?? 0,
      {
        start: count(valueOf(level, "start"), LARGEST) ?? 0,
        format: valueOf(level, "numFmt") ?? "decimal",
        pattern: valueOf(level, "lvlText") ?? "",
        legal: isOn(level, "isLgl"),
      },
    ]),
  );
}

/** The list that paragraph properties name; null where they name none, "0" where they take the paragraph out of its style's. */
export function listPlace(properties: XmlElement | null): Partial<ListPlace> | null {
  const numbered = wordChild(properties, "numPr");
  if (!numbered) return null;
  const list = valueOf(numbered, "numId");
  const depth = count(valueOf(numbered, "ilvl"), DEEPEST);
  return { ...(list !== null && { list }), ...(depth !== null && { depth }) };
}
