import type { XmlElement } from "../xlsx/xml/xml-element";
import type { DocumentCell, DocumentItem, DocumentParagraph, DocumentRow, DocumentTable } from "./document-item";
import type { LostPart } from "../../core/workbook/lost-part";
import { Lost } from "./lost";
import { Numbering, listPlace } from "./numbering";
import type { OpenDocument } from "./open-document";
import { levelOf, ParagraphStyles, runsOn } from "./paragraph-styles";
import { RunText } from "./run-text";
import { count, isOn, isWord, valueOf, wordAttribute, wordChild, wordChildren } from "./word-xml";

/** A table of Word has at most 63 columns; other programs write more. */
const MOST_COLUMNS = 1024;

export interface ReadItems {
  readonly items: readonly DocumentItem[];
  /** What the document holds and the items do not, in words. */
  readonly lost: readonly LostPart[];
}

/** The paragraphs and tables of a document in reading order; headers and footers of pages are no part of it. */
export function readItems(document: OpenDocument): ReadItems {
  const reader = new ItemReader(document);
  return { items: reader.itemsIn(document.body), lost: reader.lost.words() };
}

class ItemReader {
  readonly lost = new Lost();
  private readonly styles: ParagraphStyles;
  private readonly numbering: Numbering;
  private readonly notes: Readonly<Record<"footnote" | "endnote", ReadonlyMap<string, XmlElement>>>;
  /** A paragraph whose end was deleted, to be joined with the next one. */
  private unended: RunText | null = null;

  constructor({ styles, numbering, footnotes, endnotes }: OpenDocument) {
    this.styles = new ParagraphStyles(styles);
    this.numbering = new Numbering(numbering);
    const byId = (root: XmlElement | null, name: string) =>
      new Map(wordChildren(root, name).map((note) => [wordAttribute(note, "id") ?? "", note]));
    this.notes = { footnote: byId(footnotes, "footnote"), endnote: byId(endnotes, "endnote") };
  }

  itemsIn(parent: XmlElement): readonly DocumentItem[] {
    const items: DocumentItem[] = [];
    this.collect(parent, items);
    return items;
  }

  private collect(parent: XmlElement, items: DocumentItem[]): void {
    for (const child of parent.children) {
      if (isWord(child) && child.local === "p") {
        const paragraph = this.paragraph(child);
        if (paragraph) items.push(paragraph);
      } else if (isWord(child) && child.local === "tbl") items.push(this.table(child));
      else if (!isDeleted(child)) this.collect(child, items);
    }
  }

  /** Null where the paragraph runs on into the next one. */
  private paragraph(element: XmlElement): DocumentParagraph | null {
    const properties = wordChild(element, "pPr");
    const run = this.unended ?? new RunText(this.lost);
    run.read(element);
    this.unended = runsOn(properties) ? run : null;
    if (this.unended) return null;
    const style = this.styles.of(valueOf(properties, "pStyle"));
    const list = { ...style.list, ...listPlace(properties) };
    const level = levelOf(properties) ?? style.level;
    return {
      is: "paragraph",
      text: run.text,
      unstruck: run.unstruck === run.text ? null : run.unstruck,
      level: level === 0 ? null : level,
      listNumber: list.list === undefined ? null : this.numbering.next({ list: list.list, depth: list.depth ?? 0 }),
      pictures: run.pictures,
      notes: run.notes.map(({ kind, id }) => this.noteText(kind, id)).filter((text) => text !== ""),
    };
  }

  private noteText(kind: "footnote" | "endnote", id: string): string {
    const note = this.notes[kind].get(id);
    if (!note) return "";
    this.lost.add("note");
    const run = new RunText(new Lost());
    run.read(note);
    return run.text.trim();
  }

  private table(element: XmlElement): DocumentTable {
    const grid = wordChildren(wordChild(element, "tblGrid"), "gridCol").map(
      (column) => count(wordAttribute(column, "w"), LARGEST_WIDTH) ?? 0,
    );
    return { is: "table", grid, rows: within(element, "tr").flatMap((row) => this.row(row)) };
  }

  /** None where the row is tracked as deleted. */
  private row(element: XmlElement): readonly DocumentRow[] {
    const properties = wordChild(element, "trPr");
    const before = count(valueOf(properties, "gridBefore"), MOST_COLUMNS) ?? 0;
    const cells: DocumentCell[] = [];
    for (const cell of within(element, "tc")) {
      const look = wordChild(cell, "tcPr");
      // its paragraphs are read all the same, so that automatic numbers count on
      const items = this.itemsIn(cell);
      this.unended = null;
      const span = count(valueOf(look, "gridSpan"), MOST_COLUMNS) ?? 1;
      const last = cells.at(-1);
      if (isOn(look, "cellDel")) continue;
      if (last && isContinued(look, "hMerge")) cells[cells.length - 1] = { ...last, span: last.span + span };
      else cells.push({ span: Math.max(1, span), continues: isContinued(look, "vMerge"), items });
    }
    return isOn(properties, "del") ? [] : [{ before, cells }];
  }
}

const LARGEST_WIDTH = 31_680;

/** A merge that names no start goes on with the cell before it. */
const isContinued = (look: XmlElement | null, merge: "hMerge" | "vMerge"): boolean =>
  wordChild(look, merge) !== null && valueOf(look, merge) !== "restart";

const isDeleted = (element: XmlElement): boolean => isWord(element) && /^(?:del|moveFrom|sectPr)$/.test(element.local);

/** The rows of a table or cells of a row, also those within content controls. */
function within(parent: XmlElement, local: "tr" | "tc"): readonly XmlElement[] {
  return parent.children.flatMap((child) => {
    if (!isWord(child)) return [];
    if (child.local === local) return [child];
    return /^(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(child.local) ? within(child, local) : [];
  });
}
