/**
 * Rows or columns along one edge of the grid: where each begins and how large it is, in pixels. Hidden ones have no
 * size. Building it for a hundred thousand takes a few milliseconds, so it is made anew and never patched.
 */
export class Axis {
  readonly count: number;
  private readonly starts: Float64Array;

  constructor(count: number, sizeOf: (index: number) => number) {
    this.count = count;
    this.starts = new Float64Array(count + 1);
    for (let i = 0; i < count; i++) this.starts[i + 1] = (this.starts[i] ?? 0) + sizeOf(i);
  }

  get total(): number {
    return this.starts[this.count] ?? 0;
  }

  start(index: number): number {
    return this.starts[Math.min(Math.max(index, 0), this.count)] ?? 0;
  }

  end(index: number): number {
    return this.start(index + 1);
  }

  size(index: number): number {
    return this.end(index) - this.start(index);
  }

  isHidden(index: number): boolean {
    return this.size(index) === 0;
  }

  /** The one at a distance from the edge, never a hidden one where there is any other; the last beyond the end. */
  at(position: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.end(middle) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The next one in a direction that can be seen; where there is none, `from`. */
  next(from: number, step: 1 | -1): number {
    for (let index = from + step; index >= 0 && index < this.count; index += step) {
      if (!this.isHidden(index)) return index;
    }
    return from;
  }
}
