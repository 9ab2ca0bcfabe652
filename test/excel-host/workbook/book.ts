import { createCalculation } from "../../../src/core/formula/calculate";
import type { CellScalar } from "../../../src/core/workbook/snapshot";
import { columnIndex, type Rect } from "../../../src/core/workbook/address";
import { refuse } from "../protocol/host-error";
import { bareSheet, localAddress, type Area } from "./area";
import { Sheet } from "./sheet";
import type { Calculation } from "../../../src/core/formula/calculation";
import { parseReference } from "../../../src/core/workbook/sheet-area";

export interface BookName {
  readonly name: string;
  readonly scope: Sheet | null;
  /** With "=". */
  formula: string;
  visible: boolean;
}

export interface BookChange {
  readonly kind: "changed" | "selected";
  readonly area: Area;
  readonly source: "Local" | "Remote";
  /** True where the add-in itself did it. */
  readonly byAddIn: boolean;
}

const PRINT_AREA = "Print_Area";

/** The emulated workbook. Formulas are calculated lazily, and only once something was changed since the file was saved. */
export class Book {
  sheets: Sheet[] = [];
  names: BookName[] = [];
  active: Sheet | null = null;
  selection: Area | null = null;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  date1904 = false;
  precisionAsDisplayed = false;
  isStructureProtected = false;
  isReadOnly = false;
  /** The user shows columns as numbers: names then refer to R1C1, as on Windows (office-js#1831). */
  isR1C1 = false;
  readonly listeners = new Set<(change: BookChange) => void>();
  /** True while a request of the add-in is carried out. */
  actsForAddIn = false;
  private isTouched = false;
  private calculation: Calculation | null = null;
  private lastSheet = 0;
  private lastFormat = 0;

  newSheet(name: string): Sheet {
    this.lastSheet++;
    const sheet = new Sheet(`{00000000-0001-0000-0000-${this.lastSheet.toString(16).padStart(12, "0")}}`, name);
    this.sheets.push(sheet);
    this.calculation = null;
    return sheet;
  }

  newFormatId(): string {
    this.lastFormat++;
    return `{C${this.lastFormat.toString(16).padStart(7, "0")}-0000-0000-0000-000000000000}`;
  }

  addSheet(name: string): Sheet {
    if (this.isStructureProtected) refuse("AccessDenied");
    if (!/^[^[\]:*?/\\]{1,31}$/.test(name) || /^'|'$/.test(name)) refuse("InvalidArgument");
    if (this.sheetNamed(name)) refuse("ItemAlreadyExists");
    return this.newSheet(name);
  }

  /** By name or by id. */
  sheetNamed(key: string): Sheet | null {
    const wanted = key.toLowerCase();
    return (
      this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id.toLowerCase() === wanted) ?? null
    );
  }

  nameOf(name: string, scope: Sheet | null): BookName | null {
    const wanted = name.toLowerCase();
    return this.names.find((one) => one.scope === scope && one.name.toLowerCase() === wanted) ?? null;
  }

  printArea(sheet: Sheet): readonly Rect[] | null {
    const found = this.nameOf(PRINT_AREA, sheet);
    return found && parseReference(found.formula).map(({ rect }) => rect);
  }

  setPrintArea(sheet: Sheet, areas: readonly Rect[]): void {
    const formula = `=${areas.map((rect) => `${bareSheet(sheet.name)}!${absolute(localAddress(rect))}`).join(",")}`;
    const found = this.nameOf(PRINT_AREA, sheet);
    if (found) found.formula = formula;
    else this.names.push({ name: PRINT_AREA, scope: sheet, formula, visible: true });
  }

  /** What the cell shows. */
  valueAt(sheet: Sheet, row: number, column: number): CellScalar {
    const cell = sheet.cell(row, column);
    if (!cell) return null;
    const isCalculated = cell.formula !== null || cell.array !== null;
    if (!isCalculated || !this.isTouched || this.calculationMode === "Manual") return cell.value;
    const result = this.calculated().valueAt({ sheet: sheet.name, row, column });
    return result.kind === "value" ? result.value : cell.value;
  }

  /** Becomes another workbook in one go, as when a co-author's changes arrive. */
  take({ sheets, names }: Book): void {
    this.sheets = sheets;
    this.names = names;
    this.calculation = null;
    this.touch();
  }

  /** Something was changed: formulas are calculated anew when they are asked for. */
  touch(): void {
    this.isTouched = true;
    this.calculation?.invalidate();
  }

  tell(kind: BookChange["kind"], area: Area, source: BookChange["source"] = "Local"): void {
    for (const listener of this.listeners) listener({ kind, area, source, byAddIn: this.actsForAddIn });
  }

  private calculated(): Calculation {
    this.calculation ??= createCalculation({
      sheets: this.sheets.map(({ name }) => name),
      cell: (name, row, column) => {
        const cell = this.sheetNamed(name)?.cell(row, column);
        return (
          cell && {
            value: cell.value,
            ...(cell.formula !== null && { formula: cell.formula }),
            ...(cell.array && { array: cell.array }),
          }
        );
      },
      used: (name) => this.sheetNamed(name)?.used(true)?.rect ?? null,
      resolveName: (name, sheet) =>
        (this.nameOf(name, this.sheetNamed(sheet)) ?? this.nameOf(name, null))?.formula.replace(/^=/, "") ?? null,
      isRowHidden: (name, row) => this.sheetNamed(name)?.hiddenRows.has(row) ?? false,
      date1904: this.date1904,
    });
    return this.calculation;
  }
}

/** "=S!$A$1" → "=S!R1C1". */
export const inR1C1 = (formula: string): string =>
  formula.replace(
    /\$([A-Z]{1,3})\$(\d+)/g,
    (_, column: string, row: string) => `R${row}C${(columnIndex(column) ?? 0) + 1}`,
  );

const absolute = (address: string): string => address.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
