import { cellKey, type Rect } from "../../workbook/address";
import type { CellContent, CellStyle, FormatLook, ValidationRule } from "../../workbook/write-plan";

/**
 * What a sheet should hold of ours when a plan has been carried out. Planning states it; `difference.ts`
 * alone compares it with what was read, so that running twice gives no steps (SPEC P2).
 */
export interface WantedSheet {
  readonly sheet: string;
  /** For a sheet of ours: the sheet after which it is added; absent for the unit's sheets. */
  readonly added?: { readonly after: string | null; readonly freezeRows: number };
  readonly cells: ReadonlyMap<number, WantedCell>;
  readonly widths: readonly { readonly column: number; readonly width: number; readonly hidden?: true }[];
  readonly validations: readonly WantedValidation[];
  readonly formats: readonly WantedFormat[];
  /** Absent: the print area is left as it is. */
  readonly printArea?: readonly Rect[];
}

export interface WantedCell {
  readonly row: number;
  readonly column: number;
  /** Null: a person's cell; whatever is in it stays. */
  readonly content: CellContent | null;
  readonly style: CellStyle;
}

export interface WantedName {
  readonly name: string;
  readonly refersTo: string;
  readonly hidden: boolean;
}

export interface WantedValidation {
  readonly range: Rect;
  readonly rule: ValidationRule;
  readonly prompt: string | null;
  readonly error: string | null;
  readonly alert: "stop" | "warning";
}

export interface WantedFormat {
  readonly range: Rect;
  /** The formula for a range whose first row is given, since Excel moves it with its range. */
  readonly formula: (firstRow: number) => string;
  readonly look: FormatLook;
  /** The shapes by which one of ours is told, those of earlier versions too. */
  readonly shapes: ReadonlySet<string>;
}

/** Keeps a cell's own look. */
export const OWN_LOOK: CellStyle = {};

/** Collects the cells of one sheet; a cell stated twice is a bug. */
export class SheetDraft {
  readonly sheet: string;
  readonly cells = new Map<number, WantedCell>();
  readonly widths: { column: number; width: number; hidden?: true }[] = [];
  readonly validations: WantedValidation[] = [];
  readonly formats: WantedFormat[] = [];
  printArea: readonly Rect[] | undefined;
  added: { after: string | null; freezeRows: number } | undefined;

  constructor(sheet: string) {
    this.sheet = sheet;
  }

  put(row: number, column: number, content: CellContent | null, style: CellStyle): void {
    const key = cellKey(row, column);
    if (this.cells.has(key)) throw new Error(`cell planned twice: ${this.sheet} ${row},${column}`);
    this.cells.set(key, { row, column, content, style });
  }

  cellAt(row: number, column: number): WantedCell | undefined {
    return this.cells.get(cellKey(row, column));
  }

  /** Empties every cell of an area that holds nothing of ours any more. */
  emptyRest(area: Rect | null): void {
    for (let row = area?.top ?? 0; area && row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++)
        if (!this.cellAt(row, column)) this.put(row, column, { type: "blank" }, {});
  }

  finish(): WantedSheet {
    const { sheet, cells, widths, validations, formats } = this;
    return {
      sheet,
      cells,
      widths,
      validations,
      formats,
      ...(this.added && { added: this.added }),
      ...(this.printArea && { printArea: this.printArea }),
    };
  }
}

export const textContent = (text: string): CellContent => (text === "" ? { type: "blank" } : { type: "text", text });
