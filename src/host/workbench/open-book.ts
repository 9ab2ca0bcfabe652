import { isInside, rectA1, rectAt, type CellAddress, type Rect } from "../../core/workbook/address";
import { createCalculation, snapshotSource } from "../../core/formula/calculate";
import type { Calculation, CalculationSource } from "../../core/formula/calculation";
import { SheetView } from "../../core/workbook/sheet-view";
import type { CellScalar, CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { BookLooks } from "../looks";
import { TypedCells, withTyped } from "./typed-cells";

/** What a cell shows. `stored`: the value that the file holds, since its formula can not be calculated here. */
export interface ShownValue {
  readonly value: CellScalar;
  readonly stored: boolean;
}

/**
 * The open workbook as the grid shows it: what was read, with what was typed over it. Formulas are calculated by the
 * review's own evaluator, and only where they are looked at; an edit costs nothing but forgetting.
 */
export class OpenBook {
  readonly snapshot: WorkbookSnapshot;
  readonly looks: BookLooks;
  private readonly typed: TypedCells;
  private readonly views: ReadonlyMap<string, SheetView>;
  private readonly calculation: Calculation;
  private readonly arrays = new Map<string, readonly Rect[]>();

  constructor(snapshot: WorkbookSnapshot, looks: BookLooks, typed: TypedCells) {
    this.snapshot = snapshot;
    this.looks = looks;
    this.typed = typed;
    this.views = new Map(snapshot.sheets.map((sheet) => [sheet.name, new SheetView(sheet)]));
    this.calculation = createCalculation(this.source());
  }

  sheet(name: string): SheetSnapshot | null {
    return this.views.get(name)?.sheet ?? null;
  }

  /** As it was read, without what was typed since. */
  read(at: CellAddress): CellSnapshot | undefined {
    return this.views.get(at.sheet)?.cell(at.row, at.column);
  }

  cell(at: CellAddress): CellSnapshot | undefined {
    const typed = this.typed.at(at.sheet, at.row, at.column);
    return typed ? withTyped(this.read(at), typed) : this.read(at);
  }

  mergeAt(at: CellAddress): Rect | undefined {
    return this.views.get(at.sheet)?.mergeAt(at.row, at.column);
  }

  /** The merged area's first cell; the cell itself where none covers it. */
  anchor(at: CellAddress): CellAddress {
    const view = this.views.get(at.sheet);
    return view ? { sheet: at.sheet, ...view.anchor(at.row, at.column) } : at;
  }

  shown(at: CellAddress): ShownValue {
    const cell = this.cell(at);
    if (cell?.formula === undefined) return { value: cell?.value ?? null, stored: false };
    const result = this.calculation.valueAt(at);
    return result.kind === "value" ? { value: result.value ?? 0, stored: false } : { value: cell.value, stored: true };
  }

  /** Whether the sheet's protection forbids to change the cell. */
  isLocked(at: CellAddress): boolean {
    const sheet = this.sheet(at.sheet);
    return (sheet?.protected ?? false) && !sheet?.unlocked.some((area) => isInside(at, area));
  }

  /** Whether the cell is one of several that an array formula fills together. */
  isInArray(at: CellAddress): boolean {
    return this.arraysOf(at.sheet).some((array) => isInside(at, array));
  }

  /** Rows and columns that hold something, typed cells included. */
  used(sheet: string): Rect | null {
    let used = this.sheet(sheet)?.used ?? null;
    for (const { at } of this.typed.onSheet(sheet)) used = used ? around(used, at) : rectAt(at);
    return used;
  }

  invalidate(): void {
    this.calculation.invalidate();
  }

  private arraysOf(sheet: string): readonly Rect[] {
    const known = this.arrays.get(sheet);
    if (known) return known;
    const areas = new Map<string, Rect>();
    for (const { array } of this.sheet(sheet)?.cells ?? [])
      if (array && (array.top < array.bottom || array.left < array.right)) areas.set(rectA1(array), array);
    const found = [...areas.values()];
    this.arrays.set(sheet, found);
    return found;
  }

  private source(): CalculationSource {
    const base = snapshotSource(this.snapshot);
    return {
      ...base,
      cell: (sheet, row, column) => this.cell({ sheet, row, column }),
      used: (sheet) => this.used(sheet),
      rows: (sheet, column) => this.rows(sheet, column, base.rows?.(sheet, column) ?? []),
    };
  }

  private rows(sheet: string, column: number, known: readonly number[]): readonly number[] {
    const more = [...this.typed.onSheet(sheet)].filter(({ at }) => at.column === column).map(({ at }) => at.row);
    return more.length === 0 ? known : [...new Set([...known, ...more])].sort((a, b) => a - b);
  }
}

const around = (rect: Rect, { row, column }: CellAddress): Rect => ({
  top: Math.min(rect.top, row),
  left: Math.min(rect.left, column),
  bottom: Math.max(rect.bottom, row),
  right: Math.max(rect.right, column),
});
