import { spawnSync } from "node:child_process";
import process from "node:process";
import { planReview } from "../../src/core/plan/plan-review";
import { review } from "../../src/core/review";
import { madeTable } from "./made-table";
import type { Line } from "./measure";
import { hundredThousandCells } from "./packages";
import { readBytes } from "./read-bytes";

/** What is done once, in a process of its own, to see how much memory it takes at most. */
const TASKS: Readonly<Record<string, () => Promise<unknown>>> = {
  "start of the program": () => Promise.resolve(),
  "make a file of 100,000 cells (SheetJS)": () => Promise.resolve(hundredThousandCells()),
  "make and read a file of 100,000 cells": () => readBytes(hundredThousandCells()),
  "make, read, check and plan 10000 indicators": async () => {
    const { bytes, options } = await madeTable(10_000);
    const book = await readBytes(bytes);
    return planReview(book, review(book, options), { lang: "zh" });
  },
};

export const PEAK = "--peak";

/** Runs one task and prints its peak: the other end of `benchMemory`. */
export async function printPeak(task: string): Promise<void> {
  await TASKS[task]?.();
  process.stdout.write(String(process.resourceUsage().maxRSS));
}

export const benchMemory = (): Promise<Line[]> =>
  Promise.resolve(
    Object.keys(TASKS).map((task): Line => {
      const { stdout, status } = spawnSync(process.execPath, [process.argv[1] ?? "", PEAK, task], { encoding: "utf8" });
      if (status !== 0) throw new Error(`no peak of: ${task}`);
      return { name: `peak memory: ${task}`, median: Math.round(Number(stdout) / 1024), unit: "MiB", runs: 1 };
    }),
  );
