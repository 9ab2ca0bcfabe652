import { isInside, type Rect } from "../../../core/workbook/address";
import { append } from "../../../core/workbook/lists-by-key";
import { references, type FormulaReferences } from "../../../core/formula/references";
import { cellKey, keyColumn, keyRow, type CellKey } from "../read/reference";
import type { FormulaCell } from "./formula-cell";

/** Areas of at most so many cells are found cell by cell, larger ones by asking each. */
const SMALL = 64;
/** Names that refer to names, so deep at most. */
const NAME_DEPTH = 8;

/** Which formulas read a cell or a name. */
export class ReadingIndex {
  /** Formulas whose text does not tell what they read: INDIRECT, OFFSET, tables, what can not be parsed. */
  readonly unknown: FormulaCell[] = [];
  private readonly byCell = new Map<string, FormulaCell[]>();
  private readonly byArea = new Map<string, { readonly rect: Rect; readonly reader: FormulaCell }[]>();
  private readonly byName = new Map<string, FormulaCell[]>();
  private readonly resolveName: (name: string, sheet: string) => string | null;

  constructor(formulas: readonly FormulaCell[], resolveName: (name: string, sheet: string) => string | null) {
    this.resolveName = resolveName;
    for (const reader of formulas) this.add(reader, reader.formula, reader.sheet, NAME_DEPTH);
  }

  readersOf(sheet: string, key: CellKey): FormulaCell[] {
    const at = { row: keyRow(key), column: keyColumn(key) };
    const areas = (this.byArea.get(sheet.toLowerCase()) ?? []).filter(({ rect }) => isInside(at, rect));
    return [...(this.byCell.get(cellName(sheet, key)) ?? []), ...areas.map(({ reader }) => reader)];
  }

  readersOfNames(names: ReadonlySet<string>): FormulaCell[] {
    return [...names].flatMap((name) => this.byName.get(name) ?? []);
  }

  private add(reader: FormulaCell, formula: string, sheet: string, depth: number): void {
    const found = references(formula, { sheet, row: keyRow(reader.key), column: keyColumn(reader.key) });
    if (!found.ok || isVeiled(found.value)) this.unknown.push(reader);
    if (!found.ok) return;
    for (const area of found.value.areas) this.addArea(reader, area.sheet, area.rect);
    for (const { name, sheet: scope } of found.value.names) {
      append(this.byName, name.toLowerCase(), reader);
      const meaning = this.resolveName(name, scope ?? sheet);
      if (meaning !== null && depth > 0) this.add(reader, `=${meaning}`, sheet, depth - 1);
    }
  }

  private addArea(reader: FormulaCell, sheet: string, rect: Rect): void {
    if ((rect.bottom - rect.top + 1) * (rect.right - rect.left + 1) > SMALL) {
      append(this.byArea, sheet.toLowerCase(), { rect, reader });
      return;
    }
    for (let row = rect.top; row <= rect.bottom; row++) {
      for (let column = rect.left; column <= rect.right; column++)
        append(this.byCell, cellName(sheet, cellKey(row, column)), reader);
    }
  }
}

const isVeiled = ({ tables, functions, areas }: FormulaReferences): boolean =>
  tables.length > 0 ||
  functions.some((fn) => fn === "INDIRECT" || fn === "OFFSET") ||
  areas.some(({ lastSheet }) => lastSheet !== null);

const cellName = (sheet: string, key: CellKey): string => `${sheet.toLowerCase()}\n${key}`;
