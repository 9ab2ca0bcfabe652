/** What a sheet part states of the sizes of its rows or columns; the others have the size by default. */
export interface StatedSizes {
  /** By line; 0 for a hidden one. */
  readonly sizes: ReadonlyMap<number, number>;
  readonly byDefault: number;
  /** How many lines a sheet has. */
  readonly count: number;
}

interface StatedLine {
  readonly line: number;
  readonly start: number;
  /** Where the next line begins. */
  readonly end: number;
}

/** Where the lines of a sheet begin; found by the stated ones alone, however many lie between them. */
export class LineSizes {
  private readonly of: StatedSizes;
  /** Made when it is first asked for: most sheets have no drawing that needs it. */
  private stated: readonly StatedLine[] | null = null;

  constructor(of: StatedSizes) {
    this.of = of;
  }

  startOf(line: number): number {
    const before = this.lastThat((one) => one.line < line);
    return before ? before.end + (line - before.line - 1) * this.of.byDefault : line * this.of.byDefault;
  }

  /** The line that covers the point; the last of the sheet where it lies beyond. */
  lineAt(point: number): number {
    const { byDefault, count } = this.of;
    const before = this.lastThat(({ start }) => start <= point);
    if (before && point < before.end) return before.line;
    const [line, start] = before ? [before.line + 1, before.end] : [0, 0];
    return Math.min(count - 1, line + Math.max(0, Math.floor((point - start) / byDefault)));
  }

  /** The last stated line for which it is true; it is for none behind one for which it is not. */
  private lastThat(isBefore: (one: StatedLine) => boolean): StatedLine | undefined {
    const stated = (this.stated ??= statedLines(this.of));
    let low = 0;
    let high = stated.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const one = stated[middle];
      if (one && isBefore(one)) low = middle + 1;
      else high = middle;
    }
    return stated[low - 1];
  }
}

function statedLines({ sizes, byDefault }: StatedSizes): readonly StatedLine[] {
  let line = 0;
  let end = 0;
  return [...sizes]
    .sort(([a], [b]) => a - b)
    .map(([at, size]) => {
      const start = end + (at - line) * byDefault;
      line = at + 1;
      end = start + size;
      return { line: at, start, end };
    });
}
