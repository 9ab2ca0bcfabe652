import { isCellError, type CellError, type CellScalar } from "../../../workbook/snapshot";
import { toLogical } from "../coerce";
import { fixed, repeating, type FunctionTable } from "../declare";
import { error, gridsOf, isGrid, isReference, visit, type Operand, type Place } from "../operand";

/** Logical values in cells, text and blanks passed over; direct arguments are coerced, but for "", which counts as no argument. */
function logicals(operands: readonly Operand[], place: Place): readonly boolean[] | CellError {
  const found: boolean[] = [];
  const failures: CellError[] = [];
  const add = (value: CellScalar): void => {
    const logical = toLogical(value);
    if (isCellError(logical)) failures.push(logical);
    else found.push(logical);
  };
  for (const operand of operands) {
    if (isReference(operand) || isGrid(operand)) {
      for (const grid of gridsOf(operand, place)) visit(grid, (value) => passedOver(value) || add(value));
    } else if (operand !== "") add(operand);
  }
  return failures[0] ?? (found.length === 0 ? error("#VALUE!") : found);
}

const passedOver = (value: CellScalar): boolean => value === null || typeof value === "string";

const over = (run: (values: readonly boolean[]) => boolean) =>
  repeating(["anyRange"], ["anyRange"], (place, [first], rest) => {
    const values = logicals([first, ...rest], place);
    return "error" in values ? values : run(values);
  });

export const LOGIC: FunctionTable = {
  AND: over((values) => values.every(Boolean)),
  OR: over((values) => values.some(Boolean)),
  XOR: over((values) => values.filter(Boolean).length % 2 === 1),
  NOT: fixed(["logical"], (_, value) => !value),
  TRUE: fixed([], () => true),
  FALSE: fixed([], () => false),
};
