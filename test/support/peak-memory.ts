import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";

const MEGABYTE = 2 ** 20;

/** What runs comes to, and the megabytes by which memory grew above what the process held before, at the most. */
export async function withPeak<T>(runs: () => Promise<T>): Promise<readonly [result: T, megabytes: number]> {
  const before = process.memoryUsage.rss();
  forgetPeak();
  const result = await runs();
  return [result, Math.max(0, peakBytes() - before) / MEGABYTE];
}

/** Linux forgets the highest use when asked; elsewhere it stays that of the whole process, which is never too small. */
function forgetPeak(): void {
  try {
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {
    // Another system, or a process that may not: `peakBytes` then tells of everything since the start.
  }
}

function peakBytes(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    // No /proc here.
  }
  return process.resourceUsage().maxRSS * 1024;
}
