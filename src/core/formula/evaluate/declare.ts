import type { CellScalar } from "../../workbook/snapshot";
import type { Operand, Place } from "./operand";

/**
 * The declared function set (SPEC E5). A function says what its parameters are; `call.ts` alone coerces.
 * - number, integer, text, logical: one value, coerced; a block is taken value by value
 * - measured: a number, but no truth value, as the functions want it that came with the Analysis ToolPak
 * - scalar: one value as it is; any: the same, and errors are let in
 * - range: cells or a block as they are; anyRange: the same, and errors are let in
 * - array: as range, with its operators spread over blocks
 */
export type Kind =
  "number" | "measured" | "integer" | "text" | "logical" | "scalar" | "any" | "range" | "anyRange" | "array";
/** With "?", the parameter may be left off the end. */
export type Parameter = Kind | `${Kind}?`;

interface KindValue {
  readonly number: number;
  readonly measured: number;
  readonly integer: number;
  readonly text: string;
  readonly logical: boolean;
  readonly scalar: CellScalar;
  readonly any: CellScalar;
  readonly range: Operand;
  readonly anyRange: Operand;
  readonly array: Operand;
}

type ArgumentOf<P extends Parameter> = P extends `${infer K extends Kind}?`
  ? KindValue[K] | undefined
  : P extends Kind
    ? KindValue[P]
    : never;

type ArgumentsOf<P extends readonly Parameter[]> = { readonly [I in keyof P]: ArgumentOf<P[I]> };

export interface FunctionSpec {
  readonly kinds: readonly Kind[];
  /** How many of them can not be left off. */
  readonly required: number;
  /** Kinds that repeat at the end, as a group: SUMIFS takes pairs. */
  readonly rest: readonly Kind[];
  readonly run: (place: Place, args: readonly (Operand | undefined)[]) => Operand;
  /** What an argument left out between commas stands for: 0 or nothing, as in old functions, or what its parameter is by default. */
  readonly leftOut?: "default";
}

/** A function that takes an argument left out between commas for one that was not given. */
export const withDefaults = (spec: FunctionSpec): FunctionSpec => ({ ...spec, leftOut: "default" });

/** A function with a fixed list of parameters. */
export const fixed = <const P extends readonly Parameter[]>(
  parameters: P,
  run: (place: Place, ...args: ArgumentsOf<P>) => Operand,
): FunctionSpec => ({
  ...declared(parameters),
  rest: [],
  // call.ts has coerced each argument to its declared kind
  run: (place, args) => run(place, ...(args as unknown as ArgumentsOf<P>)),
});

/** A function whose last parameters repeat; they arrive as one list. */
export const repeating = <const P extends readonly Parameter[], const R extends readonly Kind[]>(
  parameters: P,
  rest: R,
  run: (place: Place, args: ArgumentsOf<P>, rest: readonly KindValue[R[number]][]) => Operand,
): FunctionSpec => ({
  ...declared(parameters),
  rest,
  run: (place, args) =>
    run(
      place,
      args.slice(0, parameters.length) as unknown as ArgumentsOf<P>,
      args.slice(parameters.length) as unknown as readonly KindValue[R[number]][],
    ),
});

const declared = (
  parameters: readonly Parameter[],
): { readonly kinds: readonly Kind[]; readonly required: number } => ({
  kinds: parameters.map((parameter) => parameter.replace("?", "") as Kind),
  required: parameters.filter((parameter) => !parameter.endsWith("?")).length,
});

export type FunctionTable = Readonly<Record<string, FunctionSpec>>;
