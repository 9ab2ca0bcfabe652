import { sumExact, type Exact } from "../../model/exact";
import type { Indicator, TotalRow } from "../../model/scoring-table";
import type { CellPosition } from "../../workbook/address";
import type { TableLayout } from "../header/table-layout";
import type { LevelNode, LevelTree } from "./level-tree";
import type { Line } from "./lines";
import { readTotal, type Total } from "./total-rows";

/** `used`: it belongs to the table or to a level; of one that belongs to nothing only the label is understood. */
export interface TotalRead {
  readonly label: CellPosition;
  readonly total: TotalRow;
  readonly used: boolean;
}

/** What of the body a total may speak of; `tree` and `indicators` grow while it is read. */
interface BodySoFar {
  readonly table: TableLayout;
  readonly lines: readonly Line[];
  readonly tree: LevelTree;
  readonly indicators: readonly Indicator[];
  /** How many depths stand above the table's own level columns (bands). */
  readonly offset: number;
}

/** The totals and sub-totals of a body, top down, each given to the level that it speaks of, or to the table. */
export class BodyTotals {
  /** Those of the table. */
  readonly ofTable: TotalRow[] = [];
  /** All, by their row. */
  readonly read = new Map<number, TotalRead>();
  private readonly totals: readonly Total[];
  private readonly body: BodySoFar;
  private next = 0;
  /** First levels that began before the last total or sub-total. */
  private groupsBefore = 0;

  constructor(totals: readonly Total[], body: BodySoFar) {
    this.totals = totals;
    this.body = body;
  }

  /** Takes those above a row that have not been taken: what stands above them in the body must be read by then. */
  takeAbove(row: number): void {
    for (; (this.totals[this.next]?.row ?? Infinity) < row; this.next++) this.take(this.next);
  }

  private take(index: number): void {
    const total = this.totals[index];
    if (!total) return;
    const read = readTotal(this.body.table, total);
    const node = this.subtotalOf(total, index, read);
    const several = this.groupsBegan() > 1;
    const used = !(node && several && total.kind === "subtotal" && !this.isOf(node, total, read));
    this.read.set(total.row, { label: total.label, total: read, used });
    if (!used) return;
    if (!node) {
      this.ofTable.push(read);
      return;
    }
    node.subtotal = read;
    node.mark ??= read.fullMark;
    node.score = read.score?.stated ?? node.score;
  }

  /** How many first levels began since this was asked last. */
  private groupsBegan(): number {
    const groups = this.body.tree.nodes.filter(({ depth }) => depth === 0).length;
    const began = groups - this.groupsBefore;
    this.groupsBefore = groups;
    return began;
  }

  /** 小计 below several first levels is the last one's only where its name or its mark says so. */
  private isOf(node: LevelNode, total: Total, { fullMark }: TotalRow): boolean {
    if (node.depth > 0 || (total.kind === "subtotal" && speaksOf(total.of, node))) return true;
    return fullMark?.number.equals(this.marksOf(node)) === true;
  }

  /**
   * The group in whose column 小计 stands: where the level left of it goes on below, or where the mark is the group's own and
   * not that of the level (数量指标, 小计, 质量指标, 小计 within 产出).
   */
  private ownGroup({ row, label }: Total, index: number, depth: number, { fullMark }: TotalRow): LevelNode | null {
    const { table, tree, lines } = this.body;
    const [group, whole] = [tree.at(depth), tree.above(depth)];
    const next = lines.find((line) => (line.rows[0] ?? 0) > row)?.rows[0];
    if (!group || !whole || group === whole) return null;
    const level = next === undefined ? null : table.grid.shown(next, table.levels[0] ?? 0);
    const after = this.totals[index + 1];
    // the level's own 小计 is still to come
    const closes = after?.kind === "subtotal" && after.row < (next ?? Infinity) && after.label.column < label.column;
    const goesOn = closes || (next !== undefined && (level === null || level.row < row));
    const isOf = (node: LevelNode): boolean => fullMark?.number.equals(this.marksOf(node)) === true;
    return isOf(group) ? (goesOn || !isOf(whole) ? group : null) : goesOn && !isOf(whole) ? group : null;
  }

  private marksOf({ members }: LevelNode): Exact {
    return sumExact(members.flatMap((each) => this.body.indicators[each]?.fullMark?.number ?? []));
  }

  /** 小计 in a level's column speaks of the level left of it; 合计 does so too while that level still goes on. */
  private subtotalOf(total: Total, index: number, read: TotalRow): LevelNode | null {
    const { table, tree, lines, indicators, offset } = this.body;
    const column = table.levels.indexOf(total.label.column);
    const depth = column + offset;
    if (total.kind === "subtotal") {
      const named = tree.nodes.findLast((node) => speaksOf(total.of, node));
      if (named || column <= 0) return named ?? tree.at(0);
      return this.ownGroup(total, index, depth, read) ?? tree.above(depth) ?? null;
    }
    const first = table.levels[0] ?? 0;
    const within = column > 0 && table.grid.view.anchor(total.row, first).row < total.row;
    if (within) return tree.above(depth) ?? null;
    if (indicators.length === 0 || !this.totals.slice(index + 1).some((each) => each.kind === "total")) return null;
    if (column > 0) return tree.above(depth) ?? null;
    const [group, row] = [tree.at(0), total.row];
    const goesOn = lines.some((line) => (line.rows[0] ?? 0) > row);
    return group && (goesOn || this.isOf(group, total, read)) ? group : null;
  } // prettier-ignore
}

/** 基本指标小计 is that of 基本指标. */
const speaksOf = (name: string, node: LevelNode): boolean => name !== "" && node.path.at(-1)?.startsWith(name) === true;
