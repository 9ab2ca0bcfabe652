/** Addresses as runs: three and more right below each other are one, D23–D29. */
export function runsOf(cells: readonly string[]): readonly string[] {
  const runs: string[][] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    if (run && below(run.at(-1) ?? "") === cell) run.push(cell);
    else runs.push([cell]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run : [`${run[0] ?? ""}–${run.at(-1) ?? ""}`]));
}

/** D23 → D24. */
const below = (cell: string): string => cell.replace(/\d+$/, (row) => String(Number(row) + 1));
