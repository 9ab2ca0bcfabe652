import { isInside, type Rect } from "../../../core/workbook/address";
import { SheetView } from "../../../core/workbook/sheet-view";
import type { CellSnapshot } from "../../../core/workbook/snapshot";
import type { CellContent } from "../../../core/workbook/write-plan";
import type { ReadSheet } from "../read/read-book";
import { cellKey, keyColumn, keyRow, type CellKey } from "../read/reference";
import type { PartText } from "../xml/encoding";
import { ColumnsDraft } from "./columns-draft";
import { ConditionalFormatsDraft } from "./conditional-formats";
import { locate, type CellPlace, type SheetLayout } from "./sheet-layout";
import type { StylesDraft } from "./styles-draft";
import { ValidationsDraft } from "./validations";
import type { FormerCell } from "./former-content";

/** What a plan leaves at a cell. */
export interface PlannedCell {
  readonly content: CellContent;
  readonly style: number;
  /** The cell from before, where an inverse plan brings it back. */
  readonly former: FormerCell | null;
  /** The cell is taken out of the part altogether. */
  readonly gone: boolean;
}

/** One worksheet while a plan changes it: what stands in the file, and over it what was planned so far. */
export class SheetDraft {
  readonly name: string;
  /** Null for a sheet that the plan adds. */
  readonly read: ReadSheet | null;
  readonly source: PartText;
  readonly planned = new Map<CellKey, PlannedCell>();
  frozenRows: number | null = null;
  readonly layout: SheetLayout;
  readonly columns: ColumnsDraft;
  readonly validations: ValidationsDraft;
  readonly formats: ConditionalFormatsDraft;
  private readonly view: SheetView | null;
  private readonly places: ReadonlyMap<CellKey, CellPlace>;

  constructor(
    name: string,
    read: ReadSheet | null,
    source: PartText,
    wanted: Iterable<CellKey> | null,
    styles: () => StylesDraft,
  ) {
    this.name = name;
    this.read = read;
    this.source = source;
    this.layout = locate(source.text, wanted);
    this.columns = new ColumnsDraft(this.layout, source.text);
    this.validations = new ValidationsDraft(this.layout, source.text);
    this.formats = new ConditionalFormatsDraft(this.layout, source.text, styles);
    this.view = read ? new SheetView(read.snapshot) : null;
    this.places = new Map(
      [...this.layout.rows.values()].flatMap((row) => row.cells.map((cell) => [cell.key, cell] as const)),
    );
  }

  /** The cell as it stands in the file. */
  before(key: CellKey): CellSnapshot | undefined {
    return this.view?.cell(keyRow(key), keyColumn(key));
  }

  /** The cell as the plan's steps so far leave it. */
  cell(key: CellKey): CellSnapshot | undefined {
    const planned = this.planned.get(key);
    if (!planned) return this.before(key);
    if (planned.former) return planned.former.cell;
    const { content } = planned;
    const at = { row: keyRow(key), column: keyColumn(key) };
    if (content.type === "blank") return undefined;
    if (content.type === "formula") return { ...at, value: null, formula: content.formula };
    return { ...at, value: content.type === "number" ? content.number : content.text };
  }

  place(key: CellKey): CellPlace | undefined {
    return this.places.get(key);
  }

  /** The style with which the cell is shown. */
  styleOf(key: CellKey): number {
    const planned = this.planned.get(key);
    if (planned && !planned.gone) return planned.style;
    const place = planned ? undefined : this.places.get(key);
    return place?.style ?? this.defaultStyle(key);
  }

  /** The style of a cell that the part does not write out: its row's, else its column's. */
  defaultStyle(key: CellKey): number {
    const column = keyColumn(key);
    const run = this.layout.columns.find(({ first, last }) => column >= first && column <= last);
    return this.layout.rows.get(keyRow(key))?.style ?? run?.style ?? 0;
  }

  /** The array formula of several cells that covers the cell. */
  arrayAt(key: CellKey): Rect | undefined {
    return this.read?.content.arrays.find((area) => isInside({ row: keyRow(key), column: keyColumn(key) }, area));
  }

  /** Whether a merged cell hides this one. */
  isCovered(key: CellKey): boolean {
    const at = { row: keyRow(key), column: keyColumn(key) };
    const anchor = this.view?.anchor(at.row, at.column) ?? at;
    return anchor.row !== at.row || anchor.column !== at.column;
  }

  /** Whether the sheet's protection keeps a person from changing the cell. */
  isLocked(key: CellKey, locked: readonly boolean[]): boolean {
    if (!this.read?.snapshot.protected) return false;
    const at = { row: keyRow(key), column: keyColumn(key) };
    if (this.read.content.openRanges.some((range) => isInside(at, range))) return false;
    return locked[this.places.get(key)?.style ?? this.defaultStyle(key)] ?? true;
  }

  /** The cells that hold something, as the steps so far leave them. */
  *cellsNow(): Generator<CellSnapshot> {
    for (const cell of this.read?.snapshot.cells ?? [])
      if (!this.planned.has(cellKey(cell.row, cell.column))) yield cell;
    for (const key of this.planned.keys()) {
      const cell = this.cell(key);
      if (cell) yield cell;
    }
  }
}
