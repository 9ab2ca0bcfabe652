import type { CellPosition } from "../../workbook/address";
import type { Level, StatedNumber, TotalRow } from "../../model/scoring-table";
import type { NameCell } from "./lines";
import { readName, type NameStyle } from "../words/name-text";
import { embeddedNumber } from "../cells/stated-number";

/** A level while it is being read; the same path printed again is the same level (SPEC R4). */
export interface LevelNode {
  readonly path: readonly string[];
  readonly depth: number;
  /** Every cell that prints it, and how many lines stand beside each. */
  readonly cells: {
    readonly at: CellPosition;
    lines: number;
    readonly repeated: boolean;
    /** The mark that this cell, or its row, states for the level. */
    mark: StatedNumber | null;
  }[];
  readonly members: number[];
  mark: StatedNumber | null;
  score: StatedNumber | null;
  /** The row 小计 that closes it. */
  subtotal?: TotalRow;
}

/** Follows the names down the table: a blank cell means the same as above, a new name ends what stood below the old. */
export class LevelTree {
  readonly nodes: LevelNode[] = [];
  private readonly byPath = new Map<string, LevelNode>();
  private readonly current: (LevelNode | null)[] = [];
  private readonly styles: readonly NameStyle[];

  constructor(styles: readonly NameStyle[]) {
    this.styles = styles;
  }

  /** The innermost level in force above that depth; undefined where none is. */
  above(depth: number): LevelNode | undefined {
    return this.current.slice(0, depth).findLast((node) => node !== null) ?? undefined;
  }

  at(depth: number): LevelNode | null {
    return this.current[depth] ?? null;
  }

  get deepest(): LevelNode | undefined {
    return this.above(this.current.length);
  }

  /** The levels in force, outermost first. */
  inForce(): readonly LevelNode[] {
    return this.current.filter((node) => node !== null);
  }

  /** Takes the names that begin in a line above the given depth. */
  enter(names: readonly (NameCell | null)[], depth: number, afterPageBreak: boolean): void {
    for (const [i, name] of names.slice(0, depth).entries()) if (name) this.open(name, i, afterPageBreak);
    for (const node of this.current.slice(0, depth)) {
      const cell = node?.cells[node.cells.length - 1];
      if (cell) cell.lines++;
    }
  }

  /** A name that begins where the indicators stand: what stood below it is over. */
  close(depth: number): void {
    this.current.length = Math.min(this.current.length, depth);
  }

  private open(name: NameCell, depth: number, afterPageBreak: boolean): void {
    const read = readName(name.text, this.styles[depth]);
    const path = [...(this.above(depth)?.path ?? []), read.name];
    const key = `${depth}\n${path.join("\n")}`;
    const known = this.byPath.get(key);
    const before = this.current[depth];
    const repeated = known !== undefined && (known !== before || afterPageBreak);
    const node = known ?? { path, depth, cells: [], members: [], mark: null, score: null };
    if (!known) {
      this.byPath.set(key, node);
      this.nodes.push(node);
    }
    const mark = read.mark && embeddedNumber(read.mark, name.at);
    node.mark ??= mark;
    node.cells.push({ at: name.at, lines: 0, repeated, mark });
    if (node !== before) this.current.length = Math.min(this.current.length, depth);
    while (this.current.length < depth) this.current.push(null);
    this.current[depth] = node;
  }
}

/**
 * The cells that print a level again (a page break). A table that writes the level into every row, one line to a cell,
 * repeats nothing: that is how it is filled in.
 */
export function repeatsOf(node: LevelNode): readonly CellPosition[] {
  const filledDown = node.cells.every((cell) => cell.lines <= 1 && !cell.repeated);
  return filledDown ? [] : node.cells.slice(1).map((cell) => cell.at);
}

/** The level as the table states it. */
export function levelOf(node: LevelNode): Level {
  const again = node.cells.slice(1).flatMap(({ mark }) => (mark && mark !== node.mark ? [mark] : []));
  return {
    path: node.path,
    at: node.cells[0]?.at ?? { row: 0, column: 0 },
    statedMark: node.mark,
    ...(again.length > 0 ? { marksAgain: again } : {}),
    statedScore: node.score,
    ...(node.subtotal ? { subtotal: node.subtotal } : {}),
    members: node.members,
  };
}
