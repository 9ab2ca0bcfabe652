import process from "node:process";
import { benchBatch } from "./batch";
import { benchFormulas } from "./formulas";
import { benchLanguage } from "./language";
import type { Line, SkippedLine } from "./measure";
import { benchMemory, PEAK, printPeak } from "./memory";
import { benchPackages } from "./packages";
import { benchPane } from "./pane/bench-pane";
import { benchForms, benchGenerated, benchReference } from "./reviewing";

// npm run bench [-- NAME…]: one JSON object per line on stdout, as each is measured; only the parts named, or all.
const PARTS: readonly (readonly [part: string, bench: () => Promise<readonly (Line | SkippedLine)[]>])[] = [
  ["reference", benchReference],
  ["100", () => benchGenerated(100)],
  ["1000", () => benchGenerated(1000)],
  ["10000", () => benchGenerated(10_000)],
  ["forms", () => benchForms(100, 100)],
  ["packages", benchPackages],
  ["language", benchLanguage],
  ["formulas", benchFormulas],
  ["batch", benchBatch],
  ["memory", benchMemory],
  ["pane", benchPane],
];

const named = process.argv.slice(2);
if (named[0] === PEAK) await printPeak(named[1] ?? "");
else {
  for (const [part, bench] of PARTS) {
    if (named.length > 0 && !named.includes(part)) continue;
    for (const line of await bench()) process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}
