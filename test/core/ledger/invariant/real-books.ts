import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createXlsxHost } from "../../../../src/host/xlsx/xlsx-host";
import { cleanDepartment, cleanProject } from "../../../faults/clean-tables";
import { Random } from "../../../faults/random";
import type { WorkbookSnapshot } from "../../../../src/core/workbook/snapshot";

const FOLDER = path.join(__dirname, "../../../workbooks");

const filesIn = (folder: string): readonly string[] =>
  readdirSync(path.join(FOLDER, folder)).flatMap((name) => (name.endsWith(".xlsx") ? [path.join(folder, name)] : []));

/** Public self-evaluation tables, as they were filled in. */
export const REAL = ["", "real"].flatMap(filesIn);
/** Small tables with one condition each that people met. */
export const BUGS = filesIn("bugs");

export async function bookOf(file: string): Promise<WorkbookSnapshot> {
  const read = await createXlsxHost(new Uint8Array(readFileSync(path.join(FOLDER, file)))).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

/** A made-up table, sound throughout; the same for the same seed, and what goes on with its randomness. */
export function madeTable(seed: number) {
  const random = new Random(seed);
  return { random, ...(seed % 2 === 0 ? cleanProject(random) : cleanDepartment(random)) };
}

/** With PINGHE_LEDGER_FULL=1 every change is made (some minutes); else one of so many. */
export const isFull = process.env.PINGHE_LEDGER_FULL === "1";
export const everyNth = (n: number): number => (isFull ? 1 : n);
