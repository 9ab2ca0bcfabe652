import { trimmed } from "./text";
/** The name by which people know a path: its last part. */
export const nameOf = (path: readonly string[]): string => path.at(-1) ?? "";

/** A row's label as a name: 年度资金总额： → 年度资金总额. */
export const nameOfRow = (label: string): string => trimmed(label).replace(/[:：]$/, "");
