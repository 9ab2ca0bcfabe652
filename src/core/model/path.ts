import { nameKey, trimmed } from "./text";

/** The name by which people know a path: its last part. */
export const nameOf = (path: readonly string[]): string => path.at(-1) ?? "";

/** By what a path is the same wherever it stands: its names from the first level on, however they are typed. */
export const pathKey = (path: readonly string[]): string => path.map(nameKey).join("\u001f");

/** A row's label as a name: 年度资金总额： → 年度资金总额. */
export const nameOfRow = (label: string): string => trimmed(label).replace(/[:：]$/, "");
