/** How many parts a stretch of lines is cut into, each with a question of its own. */
const PARTS = 256;

/**
 * Where the rows, or the columns, of a sheet begin, in points, as far as it was asked. Excel says where a drawing lies in
 * points only; of a long sheet few lines are asked at first, then those between which a point was found.
 */
export class Ruler {
  private readonly starts = new Map<number, number>();
  /** The first line beyond those that are used; from there on all are taken to be as large as it is. */
  private readonly end: number;

  constructor(end: number) {
    this.end = end;
  }

  told(line: number, start: number): void {
    this.starts.set(line, start);
  }

  /** The lines to be asked next so that the line of each point can be told; none when it can. */
  missing(points: readonly number[]): readonly number[] {
    if (this.starts.size === 0) return [...cuts(0, this.end), this.end, this.end + 1];
    const spans = new Map(points.map((point) => this.span(point)).map((span) => [span.low, span]));
    return [...spans.values()].flatMap(({ low, high }) => (high - low > 1 ? cuts(low + 1, high) : []));
  }

  lineAt(point: number): number {
    const beyond = this.starts.get(this.end) ?? 0;
    const size = (this.starts.get(this.end + 1) ?? 0) - beyond;
    if (point >= beyond) return this.end + (size > 0 ? Math.floor((point - beyond) / size) : 0);
    return this.span(point).low;
  }

  /** The nearest known lines around a point: the last that begins at or before it, and the next one. */
  private span(point: number): { readonly low: number; readonly high: number } {
    let low = 0;
    let high = this.end;
    for (const [line, start] of this.starts)
      if (start <= point) low = Math.max(low, Math.min(line, this.end));
      else high = Math.min(high, line);
    return { low, high };
  }
}

/** At most PARTS lines from `from` up to and without `to`, evenly apart. */
function cuts(from: number, to: number): readonly number[] {
  const step = Math.max(1, Math.ceil((to - from) / PARTS));
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, part) => from + part * step);
}
