import { highest } from "../../../workbook/long-lists";
import { isCellError, type CellError, type CellScalar } from "../../../workbook/snapshot";
import { NotEvaluated } from "../book";
import { toLogical } from "../coerce";
import { compareScalars, equalScalars } from "../compare";
import { fixed, repeating, withDefaults, type FunctionTable } from "../declare";
import { asGrid, error, gridOf, type Grid, type Operand, type Place } from "../operand";

/** Functions whose result is a block: turned, joined, cut, chosen from, put in order. */

type Row = readonly CellScalar[];

/** More cells than any table of these holds. */
const MOST = 200_000;

function rowsOf(operand: Operand, place: Place): readonly Row[] | CellError {
  const grid = asGrid(operand, place);
  if (!grid) return error("#VALUE!");
  if (grid.rows * grid.columns > MOST) throw new NotEvaluated("an array too large");
  return Array.from({ length: grid.rows }, (_, row) => cellsOf(grid, row));
}

const cellsOf = (grid: Grid, row: number): Row =>
  Array.from({ length: grid.columns }, (_, column) => grid.at(row, column));

const turned = (rows: readonly Row[]): readonly Row[] =>
  Array.from({ length: rows[0]?.length ?? 0 }, (_, column) => rows.map((row) => row[column] ?? null));

/** A block made of the rows of another; an empty one is Excel's #CALC!. */
const blockOf = (rows: readonly Row[]): Operand => ((rows[0]?.length ?? 0) === 0 ? error("#CALC!") : gridOf(rows));

const overRows = (operand: Operand, place: Place, run: (rows: readonly Row[]) => Operand): Operand => {
  const rows = rowsOf(operand, place);
  return "error" in rows ? rows : run(rows);
};

/** Below each other; narrower blocks are filled up with #N/A. */
function stacked(blocks: readonly (readonly Row[])[]): readonly Row[] {
  const width = highest(blocks.map(([row]) => row?.length ?? 0));
  const missing: CellScalar = error("#N/A");
  return blocks.flat().map((row) => [...row, ...Array.from({ length: width - row.length }, () => missing)]);
}

const stack = (across: boolean) =>
  repeating(["array"], ["array"], (place, [first], rest) => {
    const blocks: (readonly Row[])[] = [];
    for (const operand of [first, ...rest]) {
      const rows = rowsOf(operand, place);
      if ("error" in rows) return rows;
      blocks.push(across ? turned(rows) : rows);
    }
    const all = stacked(blocks);
    return blockOf(across ? turned(all) : all);
  });

/** The first so many, or with a negative number the last. */
const kept = (list: readonly Row[], count: number): readonly Row[] =>
  count >= 0 ? list.slice(0, count) : list.slice(count);
const dropped = (list: readonly Row[], count: number): readonly Row[] =>
  count >= 0 ? list.slice(count) : list.slice(0, count);

const cut = (along: (list: readonly Row[], count: number) => readonly Row[], takesNone: boolean) =>
  withDefaults(fixed(["array", "integer?", "integer?"], (place, from, down, across) =>
    overRows(from, place, (rows) => {
      if (!takesNone && (down === 0 || across === 0)) return error("#CALC!");
      const some = down === undefined ? rows : along(rows, down);
      return blockOf(across === undefined ? some : turned(along(turned(some), across)));
    }),
  )); // prettier-ignore

const chosen = (across: boolean) =>
  repeating(["array", "integer"], ["integer"], (place, [from, first], rest) =>
    overRows(from, place, (rows) => {
      const list = across ? turned(rows) : rows;
      const found = [first, ...rest].map((n) => (n === 0 ? undefined : list.at(n > 0 ? n - 1 : n)));
      const picked = found.flatMap((row) => (row ? [row] : []));
      return picked.length < found.length ? error("#VALUE!") : blockOf(across ? turned(picked) : picked);
    }),
  );

function filtered(rows: readonly Row[], include: readonly Row[], instead: CellScalar | undefined): Operand {
  const across = include.length === 1 && rows[0]?.length === include[0]?.length && rows.length !== 1;
  const [list, flags] = across ? [turned(rows), turned(include)] : [rows, include];
  if (flags.length !== list.length || flags.some((row) => row.length !== 1)) return error("#VALUE!");
  const keep: Row[] = [];
  for (const [at, row] of list.entries()) {
    const flag = toLogical(flags[at]?.[0] ?? null);
    if (isCellError(flag)) return flag;
    if (flag) keep.push(row);
  }
  if (keep.length === 0) return instead ?? error("#CALC!");
  return gridOf(across ? turned(keep) : keep);
}

function distinct(rows: readonly Row[], once: boolean, { mode }: Place): readonly Row[] {
  const isSame = (a: Row, b: Row): boolean =>
    a.every((one, at) => {
      const other = b[at] ?? null;
      if (isCellError(one) || isCellError(other)) return isCellError(one) && isCellError(other) && one.error === other.error; // prettier-ignore
      return (one === null) === (other === null) && equalScalars(one, other, mode);
    });
  if (rows.length > 5000) throw new NotEvaluated("UNIQUE over so many rows");
  const found: { readonly row: Row; count: number }[] = [];
  for (const row of rows) {
    const known = found.find((one) => isSame(one.row, row));
    if (known) known.count += 1;
    else found.push({ row, count: 1 });
  }
  return found.filter(({ count }) => !once || count === 1).map(({ row }) => row);
}

/** Equal rows keep their order; blanks come last, whichever way. */
function inOrder(
  rows: readonly Row[],
  keys: readonly { readonly of: Row; readonly down: boolean }[],
  { mode }: Place,
): readonly Row[] {
  const order = (a: CellScalar, b: CellScalar, down: boolean): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (isCellError(a) && isCellError(b) && a.error !== b.error)
      throw new NotEvaluated("the order of different errors");
    const side = isCellError(a) && isCellError(b) ? 0 : compareScalars(a, b, mode);
    return down ? -side : side;
  };
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => {
      for (const { of, down } of keys) {
        const side = order(of[a.at] ?? null, of[b.at] ?? null, down);
        if (side !== 0) return side;
      }
      return a.at - b.at;
    })
    .map(({ row }) => row);
}

function sequence(rows: number, columns: number, start: number, step: number): Operand {
  if (rows < 0 || columns < 0) return error("#VALUE!");
  if (rows * columns > MOST) throw new NotEvaluated("an array too large");
  if (rows === 0 || columns === 0) return error("#CALC!");
  return gridOf(Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => start + (r * columns + c) * step))); // prettier-ignore
}

export const SHAPES: FunctionTable = {
  TRANSPOSE: fixed(["array"], (place, from) => overRows(from, place, (rows) => blockOf(turned(rows)))),
  SEQUENCE: withDefaults(fixed(["integer?", "integer?", "number?", "number?"], (_, rows = 1, columns = 1, start = 1, step = 1) =>
    sequence(rows, columns, start, step),
  )), // prettier-ignore
  HSTACK: stack(true),
  VSTACK: stack(false),
  TAKE: cut(kept, false),
  DROP: cut(dropped, true),
  CHOOSEROWS: chosen(false),
  CHOOSECOLS: chosen(true),
  FILTER: withDefaults(fixed(["array", "array", "any?"], (place, from, include, instead) =>
    overRows(from, place, (rows) => overRows(include, place, (flags) => filtered(rows, flags, instead))),
  )), // prettier-ignore
  UNIQUE: withDefaults(
    fixed(["array", "logical?", "logical?"], (place, from, across = false, once = false) =>
      overRows(from, place, (rows) => {
        const found = distinct(across ? turned(rows) : rows, once, place);
        return blockOf(across ? turned(found) : found);
      }),
    ),
  ),
  SORT: withDefaults(
    fixed(["array", "integer?", "integer?", "logical?"], (place, from, by = 1, order = 1, across = false) =>
      overRows(from, place, (rows) => {
        const [list, lines] = across ? [turned(rows), rows] : [rows, turned(rows)];
        const of = lines[by - 1];
        if (!of || (order !== 1 && order !== -1)) return error("#VALUE!");
        const sorted = inOrder(list, [{ of, down: order === -1 }], place);
        return blockOf(across ? turned(sorted) : sorted);
      }),
    ),
  ),
};
