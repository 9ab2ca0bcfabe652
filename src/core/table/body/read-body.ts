import { highest } from "../../workbook/long-lists";
import type { CellPosition } from "../../workbook/address";
import type { Indicator, IndicatorPart, Level, PlaceholderRow, TotalRow } from "../../model/scoring-table";
import type { BodyRow } from "./body-rows";
import { BodyTotals, type TotalRead } from "./body-totals";
import { choiceNotes, withAlternatives, type OpenChoice } from "./alternatives";
import { cellOf, indicatorOf, withGroups } from "./indicator-cells";
import { setLevelMarks } from "./level-marks";
import { levelOf, LevelTree, repeatsOf } from "./level-tree";
import { lineKinds } from "./line-kind";
import { linesOf, type Line, type LineKind } from "./lines";
import { markDepth } from "./mark-level";
import { readName, styleOfNames, type NameStyle } from "../words/name-text";
import { outlineOf } from "./outline";
import { embeddedNumber } from "../cells/stated-number";
import type { TableLayout } from "../header/table-layout";
import { readTotal, withUnnamedTotal, type Total } from "./total-rows";
import { joinPieces } from "./word-paste";

/** The body of one table: everything between its header and its end. */
export interface BodyReading {
  readonly indicators: readonly Indicator[];
  readonly levels: readonly Level[];
  readonly totalRows: readonly TotalRow[];
  readonly placeholderRows: readonly PlaceholderRow[];
  readonly repeatedLevels: readonly { readonly path: readonly string[]; readonly at: CellPosition }[];
  /** Notes of a choice between indicators by which no mark is shared. */
  readonly openChoices: readonly OpenChoice[];
  readonly lastRow: number;
  /** The level that the only mark column speaks of, counted from 1, where it is not the indicators'. */
  readonly markLevel: number | null;
  /** What only the reader knows of its rows, for their account. */
  readonly rows: RowFacts;
}

interface RowFacts {
  /** Every cell that prints a level's name. */
  readonly levelCells: readonly CellPosition[];
  /** Rows that hold a level and no indicator. */
  readonly levelRows: ReadonlySet<number>;
  readonly placeholderRows: ReadonlySet<number>;
  /** Totals and sub-totals by their row; of those that belong to nothing only the label is understood. */
  readonly totals: ReadonlyMap<number, TotalRead>;
}

export function readBody(table: TableLayout, body: readonly BodyRow[]): BodyReading {
  const rows = withUnnamedTotal(table, body);
  const totals = rows.filter((each): each is Total => each.kind === "total" || each.kind === "subtotal");
  const main = totals.filter((each) => each.kind === "total").map((each) => readTotal(table, each));
  const stated = main.findLast((total) => total.fullMark !== null)?.fullMark ?? null;
  const lines = outlineOf(table, joinPieces(table, linesOf(table, rows), stated?.number ?? null));
  return new BodyReader(table, lines, totals).read(rows[rows.length - 1]?.row ?? table.header.bottom);
}

class BodyReader {
  private readonly table: TableLayout;
  private readonly lines: readonly Line[];
  private readonly totals: BodyTotals;
  private readonly kinds: readonly LineKind[];
  private readonly styles: readonly NameStyle[];
  private readonly tree: LevelTree;
  private readonly depthOfMarks: number | null;
  private readonly indicators: Indicator[] = [];
  private readonly placeholderRows: PlaceholderRow[] = [];
  /** How many depths stand above the table's own level columns (bands). */
  private readonly offset: number;

  constructor(table: TableLayout, lines: readonly Line[], totals: readonly Total[]) {
    this.table = table;
    this.lines = lines;
    const width = lines[0]?.names.length ?? 0;
    this.offset = table.levels.length > 1 ? width - table.levels.length : 0;
    this.styles = Array.from({ length: width }, (_, depth) => this.styleAt(depth));
    this.tree = new LevelTree(this.styles);
    const { tree, indicators, offset } = this;
    this.totals = new BodyTotals(totals, { table, lines, tree, indicators, offset });
    this.kinds = lineKinds(table, lines, this.styles);
    this.depthOfMarks = markDepth(table, lines, this.kinds);
  }

  read(end: number): BodyReading {
    for (const [i, line] of this.lines.entries()) {
      this.totals.takeAbove(line.rows[0] ?? 0);
      const count = this.indicators.length;
      this.takeLine(line, this.kinds[i] ?? "rest");
      if (this.indicators.length > count) this.reachDown(line, this.lines[i + 1]);
    }
    this.totals.takeAbove(Infinity);
    const totalRows = this.totals.ofTable;
    setLevelMarks(this.table, this.tree.nodes, this.indicators, this.depthOfMarks, (depth) => this.levelAt(depth));
    const used = this.tree.nodes.filter((node) => node.members.length > 0 || node.mark !== null);
    const leafMarks = this.depthOfMarks === null ? this.table.indicatorColumn("fullMark") : null;
    const levels = used.map(levelOf);
    const indicators = withGroups(this.table, this.indicators, leafMarks);
    const chosen = withAlternatives({ indicators, levels, totalRows, notes: choiceNotes(this.table, end) });
    return {
      indicators: chosen.indicators,
      openChoices: chosen.open,
      levels,
      totalRows,
      placeholderRows: [...this.placeholderRows, ...this.blankRows(end)].sort((a, b) => a.row - b.row),
      repeatedLevels: used.flatMap((node) => repeatsOf(node).map((at) => ({ path: node.path, at }))),
      lastRow: end,
      markLevel: this.depthOfMarks === null ? null : this.depthOfMarks - this.offset + 1,
      rows: {
        levelCells: this.tree.nodes.flatMap((node) => node.cells.map((cell) => cell.at)),
        levelRows: this.rowsOfKind("level"),
        placeholderRows: this.rowsOfKind("placeholder"),
        totals: this.totals.read,
      },
    };
  }

  private rowsOfKind(kind: LineKind): ReadonlySet<number> {
    return new Set(this.lines.flatMap((line, i) => (this.kinds[i] === kind ? line.rows : [])));
  }

  /** An indicator whose name is merged over several rows has them all, up to the next line. */
  private reachDown(line: Line, next: Line | undefined): void {
    const last = this.indicators[this.indicators.length - 1];
    const bottom = line.names.findLast((name) => name !== null)?.merge?.bottom ?? 0;
    const lastRow = Math.min(bottom, (next?.rows[0] ?? Infinity) - 1);
    if (last && lastRow > last.lastRow) this.indicators[this.indicators.length - 1] = { ...last, lastRow };
  }

  /** Rows that show nothing, within the table and beside no name that reaches down over them. */
  private blankRows(end: number): readonly PlaceholderRow[] {
    const taken = new Set(this.indicators.flatMap((each) => (each.lastRow > each.row ? rowsOf(each) : [])));
    const blank: PlaceholderRow[] = [];
    for (let row = this.table.header.bottom + 1; row < end; row++) {
      if (!taken.has(row) && this.table.cellsIn(row).length === 0) blank.push({ row, text: "" });
    }
    return blank;
  }

  private styleAt(depth: number): NameStyle {
    const named = this.lines.filter((line) => line.names[depth]);
    const texts = named.map((line) => line.names[depth]?.text ?? "");
    const level = this.levelAt(depth);
    const column = this.table.levelColumn("fullMark", level);
    const marks = named.map((line) => this.table.markIn(line.rows[0] ?? 0, column)?.number ?? null);
    const header = this.table.columns.find((each) => each.role === "level" && each.level === level)?.header;
    return styleOfNames(texts, column !== null, header, marks);
  }

  /** The table's own level at a depth, counted from 1; an outline in one column is that one level throughout. */
  private levelAt(depth: number): number {
    return this.table.levels.length > 1 ? depth - this.offset + 1 : 1;
  }

  private takeLine(line: Line, kind: LineKind): void {
    const depth = line.names.findLastIndex((name) => name !== null);
    if (kind === "rest") this.extendLast(line);
    else if (kind === "level") this.takeLevel(line, depth);
    else if (kind === "placeholder") this.takePlaceholder(line, depth);
    else if (kind === "breakdown") this.takePart(line, depth);
    else this.takeIndicator(line, depth);
  }

  private takePlaceholder(line: Line, depth: number): void {
    const name = line.names[depth];
    const row = line.rows[0] ?? 0;
    this.placeholderRows.push(name ? { row, column: name.at.column, text: name.text } : { row, text: "" });
    // the level above a blank name begins here all the same
    const isLevel = depth < line.names.length - 1 && this.table.levels.length > 1;
    this.tree.enter(line.names, isLevel ? depth + 1 : depth, line.afterPageBreak);
  }

  private takePart(line: Line, depth: number): void {
    const last = this.indicators.pop();
    const name = line.names[depth];
    if (!last || !name) return;
    // a dash sets a part apart and is none of its name
    const read = readName(name.text, this.styles[depth]).name.replace(/^[—–-]+/, "");
    const part: IndicatorPart = {
      row: line.rows[0] ?? 0,
      name: read,
      nameAt: name.at,
      target: cellOf(this.table, line, this.table.column("target")),
      actual: cellOf(this.table, line, this.table.column("actual")),
    };
    this.indicators.push({ ...last, parts: [...(last.parts ?? []), part] });
  }

  private takeLevel(line: Line, depth: number): void {
    this.tree.enter(line.names, depth + 1, line.afterPageBreak);
    const node = this.tree.at(depth);
    if (!node) return;
    for (const row of line.rows) {
      node.mark = this.table.markIn(row, this.table.indicatorColumn("fullMark")) ?? node.mark;
      node.score ??= this.table.numberIn(row, this.table.indicatorColumn("score"));
    }
  }

  private takeIndicator(line: Line, depth: number): void {
    const name = line.names[depth] ?? null;
    const read = name && readName(name.text, this.styles[depth]);
    const last = this.indicators[this.indicators.length - 1];
    if (name) this.tree.enter(line.names, depth, line.afterPageBreak);
    if (name) this.tree.close(depth);
    const parent = name ? this.tree.above(depth) : this.tree.deepest;
    const path = [...(parent?.path ?? []), ...(read ? [read.name] : this.nameAbove(line, last))];
    if (line.afterPageBreak && last && samePath(last.path, path) && !line.rows.some((row) => this.table.hasFigures(row))) {
      this.extendLast(line);
      return;
    }
    const nameMark = name && read?.mark ? embeddedNumber(read.mark, name.at) : null;
    this.indicators.push(indicatorOf(this.table, line, { path, name, nameMark, ...this.columnsFor(depth) }));
    const index = this.indicators.length - 1;
    for (const node of this.tree.inForce()) node.members.push(index);
  } // prettier-ignore

  /** Figures beside a name that reaches down over several rows are the same name's, also where its merge was lost. */
  private nameAbove(line: Line, last: Indicator | undefined): readonly string[] {
    const row = line.rows[0] ?? 0;
    const leaf = this.table.levels[this.table.levels.length - 1] ?? 0;
    const reaches = this.table.grid.shown(row, leaf) !== null;
    const name = last?.path[last.path.length - 1];
    const goesOn = last !== undefined && samePath(last.path.slice(0, -1), this.tree.deepest?.path ?? []);
    return (reaches || goesOn) && name !== undefined ? [name] : [];
  }

  /** An indicator that stands in a higher level's column has its mark there too, where that level has marks. */
  private columnsFor(depth: number): { readonly markColumn: number | null; readonly scoreColumn: number | null } {
    const level = this.levelAt(depth);
    const { table } = this;
    return {
      markColumn: this.depthOfMarks === null ? (table.levelColumn("fullMark", level) ?? table.indicatorColumn("fullMark")) : null,
      scoreColumn: table.levelColumn("score", level) ?? table.indicatorColumn("score"),
    };
  } // prettier-ignore

  private extendLast(line: Line): void {
    const last = this.indicators.pop();
    if (last) this.indicators.push({ ...last, lastRow: highest([last.lastRow, ...line.rows]) });
  }
}

const rowsOf = (each: Indicator): readonly number[] =>
  Array.from({ length: each.lastRow - each.row + 1 }, (_, i) => each.row + i);

const samePath = (a: readonly string[], b: readonly string[]): boolean => a.join("\n") === b.join("\n");
