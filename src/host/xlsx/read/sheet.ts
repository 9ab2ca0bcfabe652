import { pushAll } from "../../../core/workbook/long-lists";
import { boxAround, MAX_COLUMNS, MAX_ROWS, type Rect } from "../../../core/workbook/address";
import type { HeldArea, Holder, SheetSnapshot } from "../../../core/workbook/snapshot";
import { CLOSE, END, OPEN, XmlScanner } from "../xml/scanner";
import { flag, positive } from "../xml/parse-part";
import { isMain } from "../xml/namespaces";
import { unreadable } from "../unreadable";
import { EMU_PIXEL, EMU_POINT, type SheetRulers } from "./anchors";
import { CellReader, type CellContext } from "./cells";
import { columnWidths, hiddenColumns, readColumns, type ColumnRun } from "./columns";
import { LineSizes } from "./line-sizes";
import { readUnlocked } from "./locks";
import { readRangedRules, type RangedRules } from "./ranged-rules";
import { readArea, readAreas } from "./reference";

/** A sheet part as read. */
export interface SheetContent {
  /** What the workbook part says of the sheet (name, visibility, print area) is added later. */
  readonly snapshot: Omit<SheetSnapshot, "name" | "visibility" | "printArea">;
  /** All array formulas and what-if tables of more than one cell. */
  readonly arrays: readonly Rect[];
  /** Ranges that anybody may edit though the sheet is protected. */
  readonly openRanges: readonly Rect[];
  /** What the sheet part itself says to stand on blank cells. */
  readonly held: readonly HeldArea[];
  readonly rulers: SheetRulers;
}

interface Draft extends RangedRules {
  columns: ColumnRun[];
  cells: CellReader | null;
  readonly merges: Rect[];
  protected: boolean;
  /** Ranges that anybody may edit though the sheet is protected. */
  readonly openRanges: Rect[];
  readonly links: Rect[];
  rowsHiddenByDefault: boolean;
  /** In points; in characters. */
  rowHeight: number;
  columnWidth: number;
}

/** Reads a worksheet part in one pass; a second one finds the unlocked cells where the sheet is protected. */
export function readSheet(source: string, context: CellContext, locked: readonly boolean[]): SheetContent {
  const x = new XmlScanner(source);
  const draft: Draft = {
    columns: [],
    cells: null,
    merges: [],
    protected: false,
    openRanges: [],
    links: [],
    sparklines: [],
    validations: [],
    conditionalFormats: [],
    rowsHiddenByDefault: false,
    rowHeight: 15,
    columnWidth: 64 / PIXELS_A_CHARACTER,
  };
  while (x.next() !== END) {
    if (x.kind !== OPEN) continue;
    if (x.depth === 1) {
      if (x.local !== "worksheet" || !isMain(x.namespace))
        unreadable("bad-xml", `工作表部件以 ${x.local} 开头`, `a sheet part begins with ${x.local}`);
    } else readSection(x, draft, context);
  }
  const cells = draft.cells?.cells ?? [];
  const used = boxAround(cells);
  const snapshot = {
    protected: draft.protected,
    unlocked: draft.protected ? [...unlockedCells(source, draft.columns, locked), ...draft.openRanges] : [],
    used,
    cells,
    merges: draft.merges,
    hiddenRows: hiddenRows(draft, used),
    hiddenColumns: hiddenColumns(draft.columns),
    validations: draft.validations,
    conditionalFormats: draft.conditionalFormats,
    columnWidths: columnWidths(draft.columns),
  };
  return {
    snapshot,
    arrays: draft.cells?.arrays.all ?? [],
    openRanges: draft.openRanges,
    held: heldHere(draft),
    rulers: rulersOf(snapshot, draft),
  };
}

/** Of the usual fonts; of a wider one a drawing lies over fewer cells than are taken to be under it. */
const PIXELS_A_CHARACTER = 7;

function rulersOf({ hiddenRows, hiddenColumns, columnWidths }: SheetContent["snapshot"], draft: Draft): SheetRulers {
  const rows = new Map([...(draft.cells?.heights ?? [])].map(([row, height]) => [row, height * EMU_POINT]));
  for (const row of hiddenRows) rows.set(row, 0);
  const wide = (characters: number): number => Math.round(characters * PIXELS_A_CHARACTER) * EMU_PIXEL;
  const columns = new Map(Object.entries(columnWidths).map(([column, width]) => [Number(column), wide(width)]));
  for (const column of hiddenColumns) columns.set(column, 0);
  return {
    rows: new LineSizes({ sizes: rows, byDefault: draft.rowHeight * EMU_POINT, count: MAX_ROWS }),
    columns: new LineSizes({ sizes: columns, byDefault: wide(draft.columnWidth), count: MAX_COLUMNS }),
  };
}

function heldHere({ cells, links, sparklines }: Draft): readonly HeldArea[] {
  const by = (holder: Holder, areas: readonly Rect[]): HeldArea[] => areas.map((area) => ({ by: holder, area }));
  return [
    ...by("array", cells?.arrays.all ?? []),
    ...by("link", links),
    ...by("sparkline", sparklines),
    ...(cells?.blanks.finish() ?? []),
  ];
}

function readSection(x: XmlScanner, draft: Draft, context: CellContext): void {
  if (readRangedRules(x, draft)) return;
  switch (x.main ? x.local : "") {
    case "sheetFormatPr":
      draft.rowsHiddenByDefault = flag(x.attribute("zeroHeight"));
      draft.rowHeight = positive(x.attribute("defaultRowHeight")) ?? draft.rowHeight;
      draft.columnWidth = positive(x.attribute("defaultColWidth")) ?? draft.columnWidth;
      x.skip();
      return;
    case "cols":
      draft.columns = readColumns(x);
      return;
    case "sheetData":
      draft.cells = new CellReader(x, context, draft.columns).read();
      return;
    case "sheetProtection":
      draft.protected = flag(x.attribute("sheet"));
      x.skip();
      return;
    case "protectedRange":
      if (!NEEDS_PASSWORD.some((name) => x.attribute(name) !== null))
        pushAll(draft.openRanges, readAreas(x.attribute("sqref") ?? ""));
      x.skip();
      return;
    case "mergeCell": {
      const area = readArea(x.attribute("ref") ?? "");
      if (area) draft.merges.push(area);
      x.skip();
      return;
    }
    case "hyperlink": {
      const area = readArea(x.attribute("ref") ?? "");
      if (area) draft.links.push(area);
      x.skip();
      return;
    }
    case "hyperlinks":
    case "mergeCells":
    case "protectedRanges":
      // Their children come as sections of their own.
      return;
    default:
      x.skip();
  }
}

const NEEDS_PASSWORD = ["password", "algorithmName", "hashValue", "securityDescriptor"];

function hiddenRows(draft: Draft, used: Rect | null): number[] {
  const hidden = draft.cells?.hiddenRows ?? [];
  if (!draft.rowsHiddenByDefault || !used) return hidden.sort((a, b) => a - b);
  for (let row = 0; row <= used.bottom; row++) if (!draft.cells?.rows.has(row)) hidden.push(row);
  return hidden.sort((a, b) => a - b);
}

function unlockedCells(source: string, columns: readonly ColumnRun[], locked: readonly boolean[]): Rect[] {
  const x = new XmlScanner(source);
  while (x.next() !== END) {
    if (x.kind === OPEN && x.depth === 2 && x.local === "sheetData") return readUnlocked(x, columns, locked);
    if (x.kind === CLOSE && x.depth === 1) break;
  }
  return [];
}
