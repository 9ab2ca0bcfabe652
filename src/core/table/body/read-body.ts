import { highest } from "../../workbook/long-lists";
import type { CellPosition } from "../../workbook/address";
import { sumExact } from "../../model/exact";
import type { Indicator, IndicatorPart, Level, PlaceholderRow, TotalRow } from "../../model/scoring-table";
import type { BodyRow } from "./body-rows";
import { withAlternatives } from "./alternatives";
import { cellOf, indicatorOf, withGroups } from "./indicator-cells";
import { setLevelMarks } from "./level-marks";
import { levelOf, LevelTree, repeatsOf, type LevelNode } from "./level-tree";
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
  readonly totals: ReadonlyMap<
    number,
    { readonly label: CellPosition; readonly total: TotalRow; readonly used: boolean }
  >;
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
  private readonly totals: readonly Total[];
  private readonly kinds: readonly LineKind[];
  private readonly styles: readonly NameStyle[];
  private readonly tree: LevelTree;
  private readonly depthOfMarks: number | null;
  private readonly indicators: Indicator[] = [];
  private readonly totalRows: TotalRow[] = [];
  private readonly placeholderRows: PlaceholderRow[] = [];
  private readonly totalsRead = new Map<number, { label: CellPosition; total: TotalRow; used: boolean }>();
  /** First levels that began before the last total or sub-total. */
  private groupsBefore = 0;
  /** How many depths stand above the table's own level columns (bands). */
  private readonly offset: number;

  constructor(table: TableLayout, lines: readonly Line[], totals: readonly Total[]) {
    this.table = table;
    this.lines = lines;
    this.totals = totals;
    const width = lines[0]?.names.length ?? 0;
    this.offset = table.levels.length > 1 ? width - table.levels.length : 0;
    this.styles = Array.from({ length: width }, (_, depth) => this.styleAt(depth));
    this.tree = new LevelTree(this.styles);
    this.kinds = lineKinds(table, lines, this.styles);
    this.depthOfMarks = markDepth(table, lines, this.kinds);
  }

  read(end: number): BodyReading {
    let next = 0;
    for (const [i, line] of this.lines.entries()) {
      for (; (this.totals[next]?.row ?? Infinity) < (line.rows[0] ?? 0); next++) this.takeTotal(next);
      const count = this.indicators.length;
      this.takeLine(line, this.kinds[i] ?? "rest");
      if (this.indicators.length > count) this.reachDown(line, this.lines[i + 1]);
    }
    for (; next < this.totals.length; next++) this.takeTotal(next);
    setLevelMarks(this.table, this.tree.nodes, this.indicators, this.depthOfMarks, (depth) => this.levelAt(depth));
    const used = this.tree.nodes.filter((node) => node.members.length > 0 || node.mark !== null);
    const leafMarks = this.depthOfMarks === null ? this.table.indicatorColumn("fullMark") : null;
    const levels = used.map(levelOf);
    const indicators = withGroups(this.table, this.indicators, leafMarks);
    return {
      indicators: withAlternatives({ indicators, levels, totalRows: this.totalRows }),
      levels,
      totalRows: this.totalRows,
      placeholderRows: [...this.placeholderRows, ...this.blankRows(end)].sort((a, b) => a.row - b.row),
      repeatedLevels: used.flatMap((node) => repeatsOf(node).map((at) => ({ path: node.path, at }))),
      lastRow: end,
      markLevel: this.depthOfMarks === null ? null : this.depthOfMarks - this.offset + 1,
      rows: {
        levelCells: this.tree.nodes.flatMap((node) => node.cells.map((cell) => cell.at)),
        levelRows: this.rowsOfKind("level"),
        placeholderRows: this.rowsOfKind("placeholder"),
        totals: this.totalsRead,
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

  private takeTotal(index: number): void {
    const total = this.totals[index];
    if (!total) return;
    const read = readTotal(this.table, total);
    const node = this.subtotalOf(total, index, read);
    const several = this.groupsBegan() > 1;
    const used = !(node && several && total.kind === "subtotal" && !this.isOf(node, total, read));
    this.totalsRead.set(total.row, { label: total.label, total: read, used });
    if (!used) return;
    if (!node) {
      this.totalRows.push(read);
      return;
    }
    node.mark ??= read.fullMark;
    node.score = read.score?.stated ?? node.score;
  }

  /** How many first levels began since this was asked last. */
  private groupsBegan(): number {
    const groups = this.tree.nodes.filter(({ depth }) => depth === 0).length;
    const began = groups - this.groupsBefore;
    this.groupsBefore = groups;
    return began;
  }

  /** 小计 below several first levels is the last one's only where its name or its mark says so. */
  private isOf(node: LevelNode, total: Total, { fullMark }: TotalRow): boolean {
    if (node.depth > 0 || (total.kind === "subtotal" && speaksOf(total.of, node))) return true;
    const marks = node.members.flatMap((each) => this.indicators[each]?.fullMark?.number ?? []);
    return fullMark?.number.equals(sumExact(marks)) === true;
  }

  /** 小计 in a level's column speaks of the level left of it; 合计 does so too while that level still goes on. */
  private subtotalOf(total: Total, index: number, read: TotalRow): LevelNode | null {
    const column = this.table.levels.indexOf(total.label.column);
    const depth = column + this.offset;
    if (total.kind === "subtotal") {
      const named = this.tree.nodes.findLast((node) => speaksOf(total.of, node));
      return named ?? (column > 0 ? (this.tree.above(depth) ?? null) : this.tree.at(0));
    }
    const first = this.table.levels[0] ?? 0;
    const within = column > 0 && this.table.grid.view.anchor(total.row, first).row < total.row;
    if (within) return this.tree.above(depth) ?? null;
    if (this.indicators.length === 0 || !this.totals.slice(index + 1).some((each) => each.kind === "total")) return null;
    if (column > 0) return this.tree.above(depth) ?? null;
    const [group, row] = [this.tree.at(0), total.row];
    const goesOn = this.lines.some((line) => (line.rows[0] ?? 0) > row);
    return group && (goesOn || this.isOf(group, total, read)) ? group : null;
  } // prettier-ignore
}

const rowsOf = (each: Indicator): readonly number[] =>
  Array.from({ length: each.lastRow - each.row + 1 }, (_, i) => each.row + i);

/** 基本指标小计 is that of 基本指标. */
const speaksOf = (name: string, node: LevelNode): boolean => name !== "" && node.path.at(-1)?.startsWith(name) === true;

const samePath = (a: readonly string[], b: readonly string[]): boolean => a.join("\n") === b.join("\n");
