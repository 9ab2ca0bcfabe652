import process from "node:process";

/** One line of the report: `median` in `unit`, of `runs` in one process, warmed up. */
export interface Line {
  readonly name: string;
  readonly median: number;
  readonly unit: string;
  /** Processor time of all threads, in ms. */
  readonly cpu?: number;
  readonly runs: number;
  /** How much there was to do, and the processor time of one in ms: by it linear growth can be seen. */
  readonly size?: number;
  readonly each?: number;
  readonly perSecond?: number;
  /** How long a peer took for the same in the same run, and our share of it: below 1 we are faster. */
  readonly peer?: string;
  readonly peerMedian?: number;
  readonly ratio?: number;
  /** What it may be at most, and whether it is. */
  readonly budget?: number;
  readonly within?: boolean;
}

/** A budget that could not be measured here, and why. */
export interface SkippedLine {
  readonly name: string;
  readonly unit: string;
  readonly budget: number;
  readonly skipped: string;
}

export interface Effort {
  /** Milliseconds of processor time to measure for, after half as much of warm-up. */
  readonly time: number;
  readonly least: number;
  readonly most: number;
}

export const EFFORT: Effort = { time: 2500, least: 5, most: 300 };

/** What an action took, as medians of many runs. */
export interface Timing {
  /** Milliseconds by the clock, and of processor time (all threads), which other programs disturb less. */
  readonly clock: number;
  readonly cpu: number;
  readonly runs: number;
}

/** Runs the actions in turns, first for warm-up, until the compiler has seen what is run often. */
export async function timings(actions: readonly (() => unknown)[], effort: Effort = EFFORT): Promise<Timing[]> {
  const taken = actions.map((): { clock: number[]; cpu: number[] } => ({ clock: [], cpu: [] }));
  const round = async (record: boolean): Promise<void> => {
    for (const [i, action] of actions.entries()) {
      const [clock, cpu] = await timed(action);
      if (!record) continue;
      taken[i]?.clock.push(clock);
      taken[i]?.cpu.push(cpu);
    }
  };
  const start = process.cpuUsage();
  const spent = (): number => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000 / actions.length;
  };
  do await round(false);
  while (spent() < effort.time / 2);
  const begun = spent();
  let runs = 0;
  for (; runs < effort.least || (runs < effort.most && spent() - begun < effort.time); runs++) await round(true);
  return taken.map(({ clock, cpu }) => ({ clock: medianOf(clock), cpu: medianOf(cpu), runs }));
}

async function timed(action: () => unknown): Promise<readonly [clock: number, cpu: number]> {
  const before = process.cpuUsage();
  const start = performance.now();
  const pending = action();
  if (pending instanceof Promise) await pending;
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return [clock, (user + system) / 1000];
}

export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** Four figures that count, no more than a measurement is good for. */
export const figures = (number: number): number => Number(number.toPrecision(4));

export const timeLine = (name: string, { clock, cpu, runs }: Timing, size?: number): Line => ({
  name,
  median: figures(clock),
  unit: "ms",
  cpu: figures(cpu),
  runs,
  ...(size === undefined ? {} : { size, each: figures(cpu / size) }),
});

/** The same beside a peer that did the same in turns with us. */
export const timeBeside = (name: string, ours: Timing, size: number, peer: string, theirs: Timing): Line => ({
  ...timeLine(name, ours, size),
  peer,
  peerMedian: figures(theirs.clock),
  ratio: figures(ours.clock / theirs.clock),
});

/** The time of one action. */
export async function timing(action: () => unknown): Promise<Timing> {
  const [only] = await timings([action]);
  if (!only) throw new Error("nothing was timed");
  return only;
}
