/** A run of a cell's text: struck through, not, or as the cell's own font is (null). */
export interface TextRun {
  readonly text: string;
  readonly struck: boolean | null;
}

/** What is left of a text without the runs that are struck through; undefined where none is. */
export function unstruckText(runs: readonly TextRun[], cellIsStruck: boolean): string | undefined {
  const kept = runs.filter(({ struck }) => !(struck ?? cellIsStruck));
  return kept.length === runs.length ? undefined : kept.map(({ text }) => text).join("");
}
