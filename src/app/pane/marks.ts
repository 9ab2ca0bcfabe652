import { decimalText, type Exact } from "../../core/model/exact";

/** Marks as they are shown, without zeros at the end. */
export const marks = (x: Exact): string => decimalText(x, 4);
