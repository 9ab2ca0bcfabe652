import { emptySheet } from "../package/empty-sheet";
import type { WritePlan } from "../../../core/workbook/write-plan";
import { isBuiltIn, type BookSheet } from "../package/workbook";
import type { Styles } from "../package/styles";
import type { ReadBook } from "../read/read-book";
import { cellKey, type CellKey } from "../read/reference";
import { refuse, unsupported } from "../../refused";
import { parseXml } from "../xml/parse-part";
import { SheetDraft } from "./sheet-draft";
import { highestCellStyle } from "./style-list";
import { StylesDraft } from "./styles-draft";
import type { XmlElement } from "../xml/xml-element";

/** A sheet in its place among all; `draft` is there for worksheets that the plan touches. */
export interface SheetSlot {
  readonly name: string;
  /** The sheet's entry in the workbook part; null for an added one. */
  readonly entry: BookSheet | null;
  draft: SheetDraft | null;
  removed: boolean;
}

/** A defined name while a plan changes it. */
export interface NameDraft {
  readonly name: string;
  readonly scope: SheetSlot | null;
  refersTo: string;
  hidden: boolean;
  readonly element: XmlElement | null;
  removed: boolean;
}

/** A whole workbook while a plan changes it. */
export class BookDraft {
  readonly book: ReadBook;
  /** In the order of the workbook, removed ones included. */
  readonly slots: SheetSlot[];
  readonly names: NameDraft[];
  private readonly wanted: ReadonlyMap<string, readonly CellKey[] | null>;
  private readonly nameIndex = new Map<string, NameDraft>();
  private stylesDraft: StylesDraft | null = null;

  constructor(book: ReadBook, plan: WritePlan) {
    this.book = book;
    this.wanted = wantedCells(plan);
    this.slots = book.workbook.sheets.map((entry) => ({ name: entry.name, entry, draft: null, removed: false }));
    this.names = book.workbook.names.map(({ name, sheetIndex, refersTo, hidden, element }) => {
      const scope = sheetIndex === null ? null : (this.slots[sheetIndex] ?? null);
      return { name, scope, refersTo, hidden, element, removed: false };
    });
    for (const name of this.names) this.nameIndex.set(nameKey(name.name, name.scope?.name ?? null), name);
  }

  /** The styles part; one is made where the workbook has none. */
  readonly styles = (): StylesDraft =>
    (this.stylesDraft ??= new StylesDraft(
      this.book.styles ?? emptyStyles(this.book),
      highestCellStyle(this.book.sheets.map(({ source }) => source.text)),
    ));

  /** Whether a styles part has to be written. */
  get stylesText(): { readonly part: string; readonly text: string; readonly added: boolean } | null {
    const text = this.stylesDraft?.text() ?? null;
    return text === null || !this.stylesDraft
      ? null
      : { part: this.stylesDraft.styles.part, text, added: this.book.styles === null };
  }

  slot(name: string): SheetSlot | undefined {
    const wanted = name.toLowerCase();
    return this.slots.find((slot) => !slot.removed && slot.name.toLowerCase() === wanted);
  }

  /** The worksheet; the plan is refused where there is none. */
  sheet(name: string): SheetDraft {
    const slot = this.slot(name);
    if (!slot) return refuse({ kind: "sheet-missing", sheet: name });
    if (slot.draft) return slot.draft;
    const read = this.book.sheets.find(({ entry }) => entry === slot.entry);
    if (!read) return unsupported(`写入“${name}”（不是普通工作表）`, `writing into ${name}, which is no worksheet`);
    return (slot.draft = new SheetDraft(slot.name, read, read.source, this.wantedIn(name), this.styles));
  }

  addSheet(name: string, after: string | null): void {
    const previous = after === null ? undefined : this.slot(after);
    if (after !== null && !previous) refuse({ kind: "sheet-missing", sheet: after });
    const at = previous ? this.slots.indexOf(previous) + 1 : this.slots.length;
    const source = { text: emptySheet(this.book.workbook.root.namespace), encoding: "utf-8" } as const;
    const draft = new SheetDraft(name, null, source, this.wantedIn(name), this.styles);
    this.slots.splice(at, 0, { name, entry: null, draft, removed: false });
  }

  private wantedIn(name: string): readonly CellKey[] | null {
    const wanted = this.wanted.get(name);
    return wanted === undefined ? [] : wanted;
  }

  findName(name: string, scope: string | null): NameDraft | undefined {
    const found = this.nameIndex.get(nameKey(name, scope));
    return found && !found.removed && !found.scope?.removed ? found : undefined;
  }

  addName(name: string, scope: SheetSlot | null, refersTo: string, hidden: boolean): void {
    const draft: NameDraft = { name, scope, refersTo, hidden, element: null, removed: false };
    this.names.push(draft);
    this.nameIndex.set(nameKey(name, scope?.name ?? null), draft);
  }

  get liveSlots(): SheetSlot[] {
    return this.slots.filter(({ removed }) => !removed);
  }

  /** Names that a person sees, and the hidden ones; not Excel's own. */
  get liveNames(): NameDraft[] {
    return this.names.filter(({ name, removed, scope }) => !removed && !scope?.removed && !isBuiltIn(name));
  }
}

const nameKey = (name: string, scope: string | null): string => `${scope?.toLowerCase() ?? ""}\n${name.toLowerCase()}`;

/** Every cell that the plan writes, or whose look it copies; null is all of a sheet that it takes out. */
function wantedCells(plan: WritePlan): Map<string, CellKey[] | null> {
  const wanted = new Map<string, CellKey[] | null>();
  const want = (sheet: string, row: number, column: number): void => {
    const keys = wanted.get(sheet);
    if (keys === undefined) wanted.set(sheet, [cellKey(row, column)]);
    else keys?.push(cellKey(row, column));
  };
  for (const step of plan.steps) {
    if (step.do === "removeSheet") wanted.set(step.sheet, null);
    if (step.do !== "putCells") continue;
    for (const { row, column, style } of step.cells) {
      want(step.sheet, row, column);
      if (style?.like) want(style.like.sheet, style.like.row, style.like.column);
    }
  }
  return wanted;
}

/** The least that a styles part may hold. */
function emptyStyles(book: ReadBook): Styles {
  const { root, part } = book.workbook;
  const text =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${root.namespace}">` +
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
  const source = { text, encoding: "utf-8" } as const;
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  let name = `${folder}styles.xml`;
  for (let number = 2; book.parts.archive.has(name); number++) name = `${folder}styles${number}.xml`;
  return {
    part: name,
    source,
    root: parseXml(source, "styles"),
    formats: [undefined],
    locked: [true],
    struck: [false],
    drawn: [false],
  };
}
