import { isCellError, type CellScalar } from "../../workbook/snapshot";
import { NotEvaluated } from "./book";
import type { Argument } from "./call";
import { toLogical, toNumber } from "./coerce";
import { equalScalars } from "./compare";
import { error, isGrid, lift, valueOf, type Grid, type Operand, type Place } from "./operand";

type LazyFunction = (args: readonly Argument[], place: Place, spread: boolean) => Operand;

/** Functions that evaluate only the arguments they need: an error in the other branch does no harm. */
export const LAZY: Readonly<Record<string, LazyFunction>> = {
  IF(args, place, spread) {
    expectCount("IF", args, 2, 3);
    const [condition = null, then = null, otherwise] = args;
    const test = single(condition, place, spread);
    const branch = (yes: boolean): Operand => {
      if (yes) return operand(then, spread);
      return otherwise === undefined ? false : operand(otherwise, spread);
    };
    if (!isGrid(test)) return chosen(test, branch);
    const [yes, no] = [valueOf(branch(true), place, spread), valueOf(branch(false), place, spread)];
    return lift([test, yes, no], place, ([value = null, a = null, b = null]) => chosen(value, (met) => (met ? a : b)));
  },
  IFS(args, place, spread) {
    if (args.length === 0 || args.length % 2 !== 0) throw new NotEvaluated(`IFS with ${args.length} arguments`);
    for (let i = 0; i < args.length; i += 2) {
      const met = toLogical(scalar(args[i] ?? null, place, spread));
      if (isCellError(met)) return met;
      if (met) return operand(args[i + 1] ?? null, spread);
    }
    return error("#N/A");
  },
  SWITCH(args, place, spread) {
    if (args.length < 3) throw new NotEvaluated(`SWITCH with ${args.length} arguments`);
    const value = scalar(args[0] ?? null, place, spread);
    if (isCellError(value)) return value;
    for (let i = 1; i + 1 < args.length; i += 2) {
      const wanted = scalar(args[i] ?? null, place, spread);
      if (isCellError(wanted)) return wanted;
      if (equalScalars(value, wanted, place.mode)) return operand(args[i + 1] ?? null, spread);
    }
    return args.length % 2 === 0 ? operand(args.at(-1) ?? null, spread) : error("#N/A");
  },
  CHOOSE(args, place, spread) {
    if (args.length < 2) throw new NotEvaluated(`CHOOSE with ${args.length} arguments`);
    const index = toNumber(scalar(args[0] ?? null, place, spread), place.book.date1904 ?? false);
    if (typeof index !== "number") return index;
    const choice = args[Math.trunc(index)];
    return index >= 1 && choice !== undefined ? operand(choice, spread) : error("#VALUE!");
  },
  IFERROR: (args, place, spread) => instead("IFERROR", args, place, spread, isCellError),
  IFNA: (args, place, spread) =>
    instead("IFNA", args, place, spread, (value) => isCellError(value) && value.error === "#N/A"),
};

function chosen(test: CellScalar, branch: (met: boolean) => Operand): Operand {
  const met = toLogical(test);
  return isCellError(met) ? met : branch(met);
}

function instead(
  fn: string,
  args: readonly Argument[],
  place: Place,
  spread: boolean,
  replaces: (value: CellScalar) => boolean,
): Operand {
  expectCount(fn, args, 2, 2);
  const [first = null, second = null] = args;
  const value = single(first, place, spread);
  if (!isGrid(value)) return replaces(value) ? operand(second, spread) : value;
  return lift([value, valueOf(operand(second, spread), place, spread)], place, ([own = null, other = null]) =>
    replaces(own) ? other : own,
  );
}

/** An argument left out stands for 0. */
const operand = (arg: Argument, spread: boolean): Operand => (arg === null ? 0 : arg(spread));
const single = (arg: Argument, place: Place, spread: boolean): CellScalar | Grid =>
  valueOf(operand(arg, spread), place, spread);
const scalar = (arg: Argument, place: Place, spread: boolean): CellScalar => {
  const value = single(arg, place, spread);
  return isGrid(value) ? value.at(0, 0) : value;
};

function expectCount(fn: string, args: readonly Argument[], least: number, most: number): void {
  if (args.length < least || args.length > most) throw new NotEvaluated(`${fn} with ${args.length} arguments`);
}
