import type { CellError, CellScalar } from "../../workbook/snapshot";
import { unreachable } from "../../model/result";
import { NotEvaluated } from "./book";
import { toLogical, toNumber, toText } from "./coerce";
import type { FunctionSpec, Kind } from "./declare";
import { error, isErrorOperand, isGrid, lift, valueOf, type Operand, type Place } from "./operand";

/** An argument as written: null where it is left out between commas. */
export type Argument = ((spread: boolean) => Operand) | null;

/**
 * Coerces the arguments to their declared kinds, from the left, and runs the function: the first error passes through,
 * whether it stood there or comes of coercion, and where a single value is wanted and a block stands, the function runs for each value.
 */
export function callFunction(
  fn: string,
  spec: FunctionSpec,
  args: readonly Argument[],
  place: Place,
  spread: boolean,
): Operand {
  const kinds = kindsOf(fn, spec, args.length);
  const refused = (kind: Kind | undefined, index: number): boolean =>
    args[index] === null && (kind === "measured" || (spec.leftOut === "default" && index < spec.required));
  if (kinds.some(refused)) throw new NotEvaluated(`${fn} with an argument left out`);
  const given = spec.leftOut === "default" ? args.map((arg) => arg ?? undefined) : args;
  const operands = kinds.map((kind, index) => operandFor(kind, given[index], place, spread));
  const lifted = operands.flatMap((operand, index) =>
    isSingle(kinds[index]) && isGrid(operand ?? null) ? [index] : [],
  );
  if (lifted.length === 0) return runWith(spec, kinds, operands, place);
  return lift(lifted.map((index) => operands[index] as CellScalar), place, (scalars) => {
    const own = [...operands];
    lifted.forEach((index, n) => (own[index] = scalars[n]));
    return runWith(spec, kinds, own, place);
  }); // prettier-ignore
}

function runWith(
  spec: FunctionSpec,
  kinds: readonly (Kind | undefined)[],
  operands: readonly (Operand | undefined)[],
  place: Place,
): Operand {
  const coerced: (Operand | undefined)[] = [];
  for (const [index, operand] of operands.entries()) {
    const kind = kinds[index];
    const value = operand === undefined || kind === undefined ? undefined : coerce(kind, operand, place);
    if (value !== undefined && !letsErrorsIn(kind) && isErrorOperand(value)) return value;
    coerced.push(value);
  }
  return spec.run(place, coerced);
}

/** The kind of each argument; refuses a number of arguments that the function does not take. */
function kindsOf(fn: string, { kinds, required, rest }: FunctionSpec, count: number): readonly (Kind | undefined)[] {
  const beyond = count - kinds.length;
  const fits = count >= required && (beyond <= 0 || (rest.length > 0 && beyond % rest.length === 0));
  if (!fits) throw new NotEvaluated(`${fn} with ${count} arguments`);
  if (beyond <= 0) return kinds;
  return [...kinds, ...Array.from({ length: beyond }, (_, index) => rest[index % rest.length])];
}

function operandFor(
  kind: Kind | undefined,
  arg: Argument | undefined,
  place: Place,
  spread: boolean,
): Operand | undefined {
  if (arg === undefined || kind === undefined) return undefined;
  if (arg === null) return null;
  if (kind === "range" || kind === "anyRange") return arg(spread);
  return kind === "array" ? arg(true) : valueOf(arg(spread), place, spread);
}

const isSingle = (kind: Kind | undefined): boolean => kind !== "range" && kind !== "anyRange" && kind !== "array";
const letsErrorsIn = (kind: Kind | undefined): boolean => kind === "any" || kind === "anyRange";

function coerce(kind: Kind, operand: Operand, place: Place): Operand {
  // A kind that takes one value never meets a block here: callFunction has taken it apart.
  const scalar = operand as CellScalar;
  switch (kind) {
    case "number":
      return toNumber(scalar, place.book.date1904 ?? false);
    case "measured":
      return typeof scalar === "boolean" ? error("#VALUE!") : toNumber(scalar, place.book.date1904 ?? false);
    case "integer":
      return truncated(toNumber(scalar, place.book.date1904 ?? false));
    case "text":
      return toText(scalar);
    case "logical":
      return toLogical(scalar);
    case "scalar":
    case "any":
    case "range":
    case "anyRange":
    case "array":
      return operand;
    default:
      return unreachable(kind);
  }
}

const truncated = (number: number | CellError): number | CellError =>
  typeof number === "number" ? Math.trunc(number) : number;
