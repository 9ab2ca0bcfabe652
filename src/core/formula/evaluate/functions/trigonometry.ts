import type { CellScalar } from "../../../workbook/snapshot";
import { NotEvaluated } from "../book";
import { fixed, type FunctionTable } from "../declare";
import { error } from "../operand";
import { finite } from "../operators";

/** Beyond it Excel's functions of an angle give up. */
const LARGEST_ANGLE = 2 ** 27;

const of = (run: (x: number) => number) => fixed(["number"], (_, x) => finite(run(x)));
/** Where a sine is next to nothing, its digits depend on how many of π the processor knows. */
const NEAR_ZERO = 1e-8;

/** `decides`: the values that the result rests on. */
const ofAngle = (run: (x: number) => CellScalar, ...decides: readonly ((x: number) => number)[]) =>
  fixed(["number"], (_, x) => {
    if (Math.abs(x) >= LARGEST_ANGLE) return error("#NUM!");
    const unsure = Math.abs(x) > 1 && decides.some((part) => Math.abs(part(x)) < NEAR_ZERO);
    if (unsure) throw new NotEvaluated("the sine or cosine of an angle where it is next to nothing");
    return run(x);
  });
const within = (holds: (x: number) => boolean, run: (x: number) => number) =>
  fixed(["number"], (_, x) => (holds(x) ? finite(run(x)) : error("#NUM!")));
/** One over another function, where that is not zero. */
const inverseOf =
  (run: (x: number) => number) =>
  (x: number): CellScalar => {
    const value = run(x);
    return value === 0 ? error("#DIV/0!") : finite(1 / value);
  };

export const TRIGONOMETRY: FunctionTable = {
  SIN: ofAngle((x) => finite(Math.sin(x)), Math.sin),
  COS: ofAngle((x) => finite(Math.cos(x)), Math.cos),
  TAN: ofAngle((x) => finite(Math.tan(x)), Math.sin, Math.cos),
  SEC: ofAngle(inverseOf(Math.cos), Math.cos),
  CSC: ofAngle(inverseOf(Math.sin), Math.sin),
  COT: ofAngle(inverseOf(Math.tan), Math.sin, Math.cos),
  ASIN: within((x) => Math.abs(x) <= 1, Math.asin),
  ACOS: within((x) => Math.abs(x) <= 1, Math.acos),
  ATAN: of(Math.atan),
  ACOT: of((x) => (x === 0 ? Math.PI / 2 : Math.atan(1 / x) + (x < 0 ? Math.PI : 0))),
  ATAN2: fixed(["number", "number"], (_, x, y) => (x === 0 && y === 0 ? error("#DIV/0!") : Math.atan2(y, x))),
  SINH: of(Math.sinh),
  COSH: of(Math.cosh),
  TANH: of(Math.tanh),
  SECH: of((x) => 1 / Math.cosh(x)),
  CSCH: fixed(["number"], (_, x) => inverseOf(Math.sinh)(x)),
  COTH: fixed(["number"], (_, x) => inverseOf(Math.tanh)(x)),
  ASINH: of(Math.asinh),
  ACOSH: within((x) => x >= 1, Math.acosh),
  ATANH: within((x) => Math.abs(x) < 1, Math.atanh),
  ACOTH: within((x) => Math.abs(x) > 1, (x) => Math.atanh(1 / x)), // prettier-ignore
  DEGREES: of((x) => (x / Math.PI) * 180),
  RADIANS: of((x) => (x / 180) * Math.PI),
  SQRTPI: fixed(["measured"], (_, x) => (x < 0 ? error("#NUM!") : finite(Math.sqrt(x * Math.PI)))),
  LOG: fixed(["number", "number?"], (_, x, base = 10) => {
    if (x <= 0 || base <= 0) return error("#NUM!");
    if (base === 1) return error("#DIV/0!");
    return finite(base === 10 ? Math.log10(x) : Math.log(x) / Math.log(base));
  }),
};
