import { run } from "../cli/memory-terminal";

/** What `score` makes of a workbook, with the options given. */
export async function scoredCopy(workbook: Uint8Array, ...options: readonly string[]): Promise<Uint8Array> {
  const { files, err } = await run(["score", "b.xlsx", "-o", "s.xlsx", ...options], new Map([["b.xlsx", workbook]]));
  const copy = files.get("s.xlsx");
  if (!copy) throw new Error(`nothing was written: ${err}`);
  return copy;
}
