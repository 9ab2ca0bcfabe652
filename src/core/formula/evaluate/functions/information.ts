import { isCellError, type CellErrorCode, type CellScalar } from "../../../workbook/snapshot";
import { fixed, type FunctionSpec, type FunctionTable } from "../declare";
import { error } from "../operand";

const asks = (test: (value: CellScalar) => boolean): FunctionSpec => fixed(["any"], (_, value) => test(value));

const ERROR_TYPES: Partial<Record<CellErrorCode, number>> = {
  "#NULL!": 1, "#DIV/0!": 2, "#VALUE!": 3, "#REF!": 4, "#NAME?": 5, "#NUM!": 6, "#N/A": 7, "#GETTING_DATA": 8,
  "#SPILL!": 9, "#CONNECT!": 10, "#BLOCKED!": 11, "#UNKNOWN!": 12, "#FIELD!": 13, "#CALC!": 14,
}; // prettier-ignore

export const INFORMATION: FunctionTable = {
  ISNUMBER: asks((value) => typeof value === "number"),
  ISTEXT: asks((value) => typeof value === "string"),
  ISNONTEXT: asks((value) => typeof value !== "string"),
  ISLOGICAL: asks((value) => typeof value === "boolean"),
  ISBLANK: asks((value) => value === null),
  ISERROR: asks(isCellError),
  ISERR: asks((value) => isCellError(value) && value.error !== "#N/A"),
  ISNA: asks((value) => isCellError(value) && value.error === "#N/A"),
  NA: fixed([], () => error("#N/A")),
  "ERROR.TYPE": fixed(["any"], (_, value) => (isCellError(value) ? (ERROR_TYPES[value.error] ?? error("#N/A")) : error("#N/A"))), // prettier-ignore
  N: fixed(["scalar"], (_, value) => (typeof value === "number" || typeof value === "boolean" ? Number(value) : 0)),
  T: fixed(["scalar"], (_, value) => (typeof value === "string" ? value : "")),
  HYPERLINK: fixed(["text", "scalar?"], (_, link, shown) => (shown === undefined ? link : shown)),
};
