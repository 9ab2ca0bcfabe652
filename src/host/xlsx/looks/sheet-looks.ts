import { MAX_COLUMNS, type CellPosition } from "../../../core/workbook/address";
import type { SheetLooks } from "../../looks";
import { CLOSE, END, OPEN, XmlScanner } from "../xml/scanner";
import { flag, positive } from "../xml/parse-part";
import { readColumns, type ColumnRun } from "../read/columns";
import { cellKey, keyColumn, readReference, readRowNumber } from "../read/reference";

interface Draft {
  columns: readonly ColumnRun[];
  readonly cellStyles: Map<number, number>;
  readonly rowStyles: Map<number, number>;
  readonly styled: CellPosition[];
  readonly rowHeights: Map<number, number>;
  defaultHeight: number;
  defaultWidth: number;
  frozenRows: number;
  frozenColumns: number;
  gridLines: boolean;
}

/** Points and characters where a sheet states none. */
const DEFAULT_HEIGHT = 15;
const DEFAULT_WIDTH = 8.43;

/** How a sheet part that was read before looks; cells without content are kept, since they carry fills and edges. */
export function readSheetLooks(source: string): SheetLooks {
  const x = new XmlScanner(source);
  const draft: Draft = {
    columns: [],
    cellStyles: new Map(),
    rowStyles: new Map(),
    styled: [],
    rowHeights: new Map(),
    defaultHeight: DEFAULT_HEIGHT,
    defaultWidth: DEFAULT_WIDTH,
    frozenRows: 0,
    frozenColumns: 0,
    gridLines: true,
  };
  while (x.next() !== END) if (x.kind === OPEN && x.depth > 1 && x.main) readSection(x, draft);
  return finished(draft);
}

function readSection(x: XmlScanner, draft: Draft): void {
  switch (x.local) {
    case "sheetView":
      draft.gridLines = flag(x.attribute("showGridLines"), true);
      return;
    case "pane":
      if (x.attribute("state")?.startsWith("frozen")) {
        draft.frozenRows = count(x.attribute("ySplit"));
        draft.frozenColumns = count(x.attribute("xSplit"));
      }
      return;
    case "sheetFormatPr":
      draft.defaultHeight = positive(x.attribute("defaultRowHeight")) ?? DEFAULT_HEIGHT;
      draft.defaultWidth =
        positive(x.attribute("defaultColWidth")) ?? positive(x.attribute("baseColWidth")) ?? DEFAULT_WIDTH;
      return;
    case "cols":
      draft.columns = readColumns(x);
      return;
    case "sheetData":
      readRows(x, draft);
      return;
    case "sheetViews":
      return;
    default:
      x.skip();
  }
}

const count = (text: string | null): number => Math.max(0, Math.trunc(Number(text ?? 0)) || 0);

function readRows(x: XmlScanner, draft: Draft): void {
  const depth = x.depth;
  let row = -1;
  let column = -1;
  for (;;) {
    const kind = x.next();
    if (kind === CLOSE && x.depth === depth) return;
    if (kind !== OPEN || !x.main) continue;
    if (x.local === "row") {
      const number = x.attribute("r");
      row = number === null ? row + 1 : readRowNumber(number);
      column = -1;
      readRow(x, row, draft);
    } else if (x.local === "c") {
      const reference = x.attribute("r");
      column = reference === null ? column + 1 : keyColumn(readReference(reference));
      const style = x.attribute("s");
      if (style !== null) {
        draft.cellStyles.set(cellKey(row, column), Number(style));
        draft.styled.push({ row, column });
      }
    }
  }
}

function readRow(x: XmlScanner, row: number, draft: Draft): void {
  const height = positive(x.attribute("ht"));
  if (height !== null) draft.rowHeights.set(row, height);
  if (flag(x.attribute("customFormat"))) draft.rowStyles.set(row, Number(x.attribute("s") ?? 0));
}

function finished(draft: Draft): SheetLooks {
  const { cellStyles, rowStyles, columns, ...looks } = draft;
  const columnStyle = (column: number): number =>
    columns.find(({ first, last }) => first <= column && column <= last)?.style ?? 0;
  return {
    ...looks,
    styleAt: (row, column) =>
      (column < MAX_COLUMNS ? cellStyles.get(cellKey(row, column)) : undefined) ??
      rowStyles.get(row) ??
      columnStyle(column),
  };
}
