import type { Rect } from "../../../core/workbook/address";
import { isCellError, type CellScalar, type CellSnapshot } from "../../../core/workbook/snapshot";
import { decodeEscapes } from "../xml/characters";
import { CLOSE, OPEN, type XmlScanner } from "../xml/scanner";
import { flag } from "../xml/parse-part";
import { unreadable } from "../unreadable";
import { LIMITS } from "../zip/limits";
import { ArrayAreas } from "./array-areas";
import { BlankLooks } from "./blank-looks";
import { readValue } from "./cell-value";
import type { ColumnRun } from "./columns";
import { cellKey, keyColumn, keyRow, readArea, readReference, readRowNumber } from "./reference";
import { movableFormula, type MovableFormula } from "./shared-formula";
import { unstruckText, type TextRun } from "./text-runs";
import { readText } from "./shared-strings";

/** What the workbook says that the cells of all its sheets need; the counters bound what they may cost. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly formats: readonly (string | undefined)[];
  readonly date1904: boolean;
  /** Runs of shared texts that have looks of their own, by the text's place. */
  readonly runs: ReadonlyMap<number, readonly TextRun[]>;
  /** Whether a style strikes through, by its index. */
  readonly struck: readonly boolean[];
  /** Whether the workbook keeps pictures in cells, which it shows there as rich values. */
  readonly hasPictures: boolean;
  /** Whether a style prints a border or a fill on a blank cell, by its index. */
  readonly drawn: readonly boolean[];
  cellsLeft: number;
  formulaTextLeft: number;
}

export const cellContext = (
  strings: readonly string[],
  formats: readonly (string | undefined)[],
  date1904: boolean,
): CellContext => ({
  strings,
  formats,
  date1904,
  runs: new Map(),
  struck: [],
  hasPictures: false,
  drawn: [],
  cellsLeft: LIMITS.cells,
  formulaTextLeft: LIMITS.formulaText,
});

interface Follower {
  readonly index: number;
  readonly shared: string;
}

/** Reads the cells of a sheet: the scanner stands at the open `sheetData`, and is left at its end. */
export class CellReader {
  readonly cells: CellSnapshot[] = [];
  readonly hiddenRows: number[] = [];
  /** Heights that rows state, in points. */
  readonly heights = new Map<number, number>();
  /** Rows that the file writes out. */
  readonly rows = new Set<number>();
  readonly arrays = new ArrayAreas();
  readonly blanks: BlankLooks;
  private readonly x: XmlScanner;
  private readonly context: CellContext;
  private readonly shared = new Map<string, MovableFormula>();
  /** Followers whose master had not come yet. */
  private readonly waiting: Follower[] = [];
  private row = -1;
  private column = -1;
  private ordered = true;
  private lastKey = -1;

  constructor(x: XmlScanner, context: CellContext, columns: readonly ColumnRun[]) {
    this.x = x;
    this.context = context;
    this.blanks = new BlankLooks(columns, context.drawn);
  }

  read(): this {
    const { x } = this;
    const depth = x.depth;
    for (;;) {
      const kind = x.next();
      if (kind === CLOSE && x.depth === depth) break;
      if (kind !== OPEN) continue;
      if (x.local === "row" && x.main) this.readRow();
      else x.skip();
    }
    this.resolveWaiting();
    if (!this.ordered) this.sort();
    return this;
  }

  private readRow(): void {
    const { x } = this;
    const number = x.attribute("r");
    this.row = number === null ? this.row + 1 : readRowNumber(number);
    this.column = -1;
    if (this.rows.has(this.row))
      unreadable("bad-xml", `第 ${this.row + 1} 行出现了两次`, `row ${this.row + 1} stands twice`);
    this.rows.add(this.row);
    if (flag(x.attribute("hidden"))) this.hiddenRows.push(this.row);
    const height = Number(x.attribute("ht") ?? NaN);
    if (height >= 0) this.heights.set(this.row, height);
    this.blanks.startRow(this.row, flag(x.attribute("customFormat")) ? Number(x.attribute("s") ?? 0) : null);
    const depth = x.depth;
    for (;;) {
      const kind = x.next();
      if (kind === CLOSE && x.depth === depth) {
        this.blanks.endRow();
        return;
      }
      if (kind !== OPEN) continue;
      if (x.local === "c" && x.main) this.readCell();
      else x.skip();
    }
  }

  private readCell(): void {
    const { x } = this;
    const reference = x.attribute("r");
    const key = reference === null ? cellKey(this.row, this.column + 1) : readReference(reference);
    const row = keyRow(key);
    this.column = keyColumn(key);
    if (row !== this.row)
      unreadable("bad-xml", `${reference} 出现在第 ${this.row + 1} 行`, `${reference} stands in row ${this.row + 1}`);
    const style = x.attribute("s");
    if (x.empty) {
      this.blanks.add(this.column, Number(style ?? 0));
      x.next();
      return;
    }
    const type = x.attribute("t");
    const isRich = this.context.hasPictures && type === "e" && x.attribute("vm") !== null;
    this.readContent(key, type, style === null ? 0 : Number(style), isRich);
  }

  private readContent(key: number, type: string | null, style: number, isRich: boolean): void {
    const { x } = this;
    const depth = x.depth;
    let value: CellScalar = null;
    let formula: string | undefined;
    let own: Rect | undefined;
    let follows: string | null = null;
    let runs: readonly TextRun[] | undefined;
    for (;;) {
      const kind = x.next();
      if (kind === CLOSE && x.depth === depth) break;
      if (kind !== OPEN) continue;
      const local = x.main ? x.local : "";
      if (local === "v") {
        const content = x.content();
        value = readValue(type, content, this.context.strings, this.context.date1904);
        if (type === "s") runs = this.context.runs.get(Number(content));
      } else if (local === "f") ({ formula, own, follows } = this.readFormula(key));
      else if (local === "is" && type === "inlineStr") ({ text: value, runs } = readText(x));
      else x.skip();
    }
    const array = own ?? this.arrays.at(keyRow(key), this.column);
    if (value === null && formula === undefined && follows === null) {
      this.blanks.add(this.column, style);
      return;
    }
    this.blanks.hold(this.column);
    if (follows !== null && formula === undefined) this.waiting.push({ index: this.cells.length, shared: follows });
    this.add(key, value, formula, array, this.context.formats[style]);
    this.addLook(value, runs, style, isRich);
  }

  private readFormula(key: number) {
    const { x } = this;
    const type = x.attribute("t");
    const area = type === "array" || type === "dataTable" ? readArea(x.attribute("ref") ?? "") : null;
    const shared = type === "shared" ? x.attribute("si") : null;
    const table = type === "dataTable" ? dataTable(x) : null;
    const text = decodeEscapes(x.content());
    const formula = table ?? (text === "" ? undefined : `=${text}`);
    if (area) this.arrays.add(area);
    const own = area ?? undefined;
    if (shared === null) return { formula, own, follows: null };
    if (formula !== undefined) {
      this.shared.set(shared, movableFormula(formula, { row: keyRow(key), column: keyColumn(key) }));
      return { formula, own, follows: null };
    }
    return { formula: this.written(shared, key), own, follows: shared };
  }

  /** The shared formula as it reads at the cell. */
  private written(shared: string, key: number): string | undefined {
    const formula = this.shared.get(shared)?.at({ row: keyRow(key), column: keyColumn(key) });
    this.context.formulaTextLeft -= formula?.length ?? 0;
    if (this.context.formulaTextLeft < 0)
      unreadable(
        "too-large",
        `共享公式合计超过 ${LIMITS.formulaText} 个字符`,
        `more than ${LIMITS.formulaText} characters of shared formulas`,
      );
    return formula;
  }

  private add(
    key: number,
    value: CellScalar,
    formula: string | undefined,
    array: Rect | undefined,
    format: string | undefined,
  ): void {
    if (--this.context.cellsLeft < 0)
      unreadable("too-large", `超过 ${LIMITS.cells} 个单元格`, `more than ${LIMITS.cells} cells`);
    if (key <= this.lastKey) this.ordered = false;
    this.lastKey = key;
    const cell: { -readonly [K in keyof CellSnapshot]: CellSnapshot[K] } = {
      row: this.row,
      column: this.column,
      value,
    };
    if (formula !== undefined) cell.formula = formula;
    if (array !== undefined) cell.array = array;
    if (format !== undefined) cell.numberFormat = format;
    this.cells.push(cell);
  }

  /** What is struck through in the cell just added, and whether it is a picture. */
  private addLook(value: CellScalar, runs: readonly TextRun[] | undefined, style: number, isRich: boolean): void {
    const isStruck = this.context.struck[style] ?? false;
    const picture = isRich && isCellError(value) && value.error === "#VALUE!";
    if (!runs && !isStruck && !picture) return;
    const unstruck = unstruckText(runs ?? [{ text: "", struck: null }], isStruck);
    const cell = this.cells.pop();
    if (!cell) return;
    this.cells.push({ ...cell, ...(unstruck !== undefined && { unstruck }), ...(picture && { picture: true }) });
  }

  private resolveWaiting(): void {
    for (const { index, shared } of this.waiting) {
      const cell = this.cells[index];
      const formula = cell && this.written(shared, cellKey(cell.row, cell.column));
      if (cell && formula !== undefined) this.cells[index] = { ...cell, formula };
    }
  }

  private sort(): void {
    this.cells.sort((a, b) => a.row - b.row || a.column - b.column);
    this.cells.forEach((cell, index) => {
      const before = this.cells[index - 1];
      if (before?.row === cell.row && before.column === cell.column)
        unreadable("bad-xml", "同一单元格出现了两次", "a cell stands twice");
    });
  }
}

/** A what-if table as Excel shows it: {=TABLE(B1,B2)}. */
function dataTable(x: XmlScanner): string {
  const first = x.attribute("r1") ?? "";
  if (flag(x.attribute("dt2D"))) return `=TABLE(${first},${x.attribute("r2") ?? ""})`;
  return flag(x.attribute("dtr")) ? `=TABLE(${first},)` : `=TABLE(,${first})`;
}
