import type { XmlElement } from "../xlsx/xml/xml-element";
import type { Lost } from "./lost";
import { symbolText } from "./symbols";
import { isOn, isWord, wordAttribute, wordChild } from "./word-xml";

const COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const MATH = /\/officeDocument\/(?:2006\/)?math$/;

/** The printed text of a paragraph and what stands in it beside text. */
export class RunText {
  text = "";
  /** The same without what is struck through. */
  unstruck = "";
  pictures = 0;
  /** Of its notes, in the order of their marks. */
  readonly notes: { readonly kind: "footnote" | "endnote"; readonly id: string }[] = [];
  private readonly lost: Lost;

  constructor(lost: Lost) {
    this.lost = lost;
  }

  /** Takes in all that an element prints; deleted text, field codes and properties print nothing. */
  read(element: XmlElement, struck = false): void {
    if (element.namespace === COMPATIBILITY) this.readAlternative(element, struck);
    else if (MATH.test(element.namespace)) this.readMath(element, struck);
    else if (isWord(element)) this.readWord(element, struck);
    else this.readChildren(element, struck);
  }

  private readWord(element: XmlElement, struck: boolean): void {
    const printed = this.printedBy(element);
    if (printed !== null) this.put(printed, struck);
    else if (element.local === "r") this.readRun(element, struck);
    else if (element.local === "sym") this.readSymbol(element, struck);
    else if (DRAWN.has(element.local)) this.readDrawing(element);
    else if (element.local === "footnoteReference") this.notes.push({ kind: "footnote", id: idOf(element) });
    else if (element.local === "endnoteReference") this.notes.push({ kind: "endnote", id: idOf(element) });
    else if (!SILENT.has(element.local)) this.readChildren(element, struck);
  }

  /** Null for an element that is more than characters. */
  private printedBy(element: XmlElement): string | null {
    if (element.local === "t") return element.text;
    if (element.local !== "br") return CHARACTERS.get(element.local) ?? null;
    return /^(?:page|column)$/.test(wordAttribute(element, "type") ?? "") ? "" : "\n";
  }

  private readChildren(element: XmlElement, struck: boolean): void {
    for (const child of element.children) this.read(child, struck);
  }

  private put(text: string, struck: boolean): void {
    this.text += text;
    if (!struck) this.unstruck += text;
  }

  private readRun(run: XmlElement, struck: boolean): void {
    const look = wordChild(run, "rPr");
    if (isOn(look, "vanish")) {
      const hidden = new RunText(this.lost);
      hidden.readChildren(run, false);
      if (hidden.text.trim() !== "") this.lost.add("hidden");
      return;
    }
    this.readChildren(run, struck || isOn(look, "strike") || isOn(look, "dstrike"));
  }

  private readSymbol(element: XmlElement, struck: boolean): void {
    const text = symbolText(wordAttribute(element, "font") ?? "", wordAttribute(element, "char") ?? "");
    if (text === null) this.lost.add("symbol");
    else this.put(text, struck);
  }

  private readDrawing(element: XmlElement): void {
    if (hasDescendant(element, "txbxContent")) this.lost.add("textBox");
    else if (element.local === "object") this.lost.add("object");
    else {
      this.pictures += 1;
      this.lost.add("picture");
    }
  }

  /** Of several forms of one thing the first is what a program of today shows. */
  private readAlternative(element: XmlElement, struck: boolean): void {
    const choice = element.local === "AlternateContent" ? element.children[0] : null;
    if (choice) this.readChildren(choice, struck);
    else this.readChildren(element, struck);
  }

  /** A fraction as it is spoken, 在职人员数/编制数; other forms by their parts in order. */
  private readMath(element: XmlElement, struck: boolean): void {
    if (element.local === "t") {
      this.put(element.text, struck);
      return;
    }
    if (element.local !== "f") {
      this.readChildren(element, struck);
      return;
    }
    for (const child of element.children) {
      if (child.local === "den") this.put("/", struck);
      if (child.local === "num" || child.local === "den") this.readMath(child, struck);
    }
  }
}

const CHARACTERS: ReadonlyMap<string, string> = new Map([["tab", "\t"], ["ptab", "\t"], ["cr", "\n"], ["noBreakHyphen", "-"]]); // prettier-ignore
const DRAWN: ReadonlySet<string> = new Set(["drawing", "pict", "object"]);
const idOf = (element: XmlElement): string => wordAttribute(element, "id") ?? "";

/** Elements that print nothing of their own. */
const SILENT: ReadonlySet<string> = new Set(
  "pPr rPr sdtPr sdtEndPr del moveFrom delText delInstrText instrText rt fldData tblPr tcPr trPr softHyphen".split(" "),
);

function hasDescendant(element: XmlElement, local: string): boolean {
  return element.local === local || element.children.some((child) => hasDescendant(child, local));
}
