import type { PackFile } from "./schema";

/**
 * A pack with all that it took over, as one text that reads as the same pack: JSON, which is YAML. So it can travel in a
 * workbook (SPEC M22). What its file leaves to the defaults is left out.
 */
export const packText = (pack: PackFile): string => JSON.stringify(plainPack(pack));

/** The pack as plain data without empty lists; `extends` goes, since what it took over stands in the lists. */
export function plainPack(pack: PackFile): Record<string, unknown> {
  return plain({ ...pack, extends: undefined }) as Record<string, unknown>;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (isEmpty(inner) ? [] : [[key, plain(inner)]])),
  );
}

/** Lists and maps that the schema fills in where a file says nothing. */
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === "object" && value !== null && Object.keys(value).length === 0);
