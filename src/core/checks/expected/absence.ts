import type { Expectation } from "../../audit/tried-formula";
import type { FormulaAbsence } from "../../review.types";

/** The formula that a cell should hold, or why none can be told. */
export type Due = Expectation | FormulaAbsence;

export const absent = (why: FormulaAbsence["why"], about: readonly string[] = []): FormulaAbsence => ({ why, about });

export const isAbsent = (due: object): due is FormulaAbsence => "why" in due;
