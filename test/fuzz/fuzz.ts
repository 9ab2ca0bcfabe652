import process from "node:process";
import { parseArgs } from "node:util";
import { BASES, fuzzOnce, KINDS, type FuzzOutcome } from "./fuzz-once";

// npm run fuzz [-- --cases N --seed S]: one JSON object a line for each fault, and one with the figures at the end.
const { values } = parseArgs({
  options: { cases: { type: "string", default: "2000" }, seed: { type: "string", default: "1" } },
});
const [cases, first] = [Number(values.cases), Number(values.seed)];

interface Found extends FuzzOutcome {
  readonly base: string;
  readonly kind: string;
  readonly seed: number;
}

const found: Found[] = [];
for (let i = 0; i < cases; i++) {
  const seed = first * 1_000_003 + i;
  const base = BASES[(first + Math.floor(i / KINDS.length)) % BASES.length] ?? "";
  const kind = KINDS[i % KINDS.length] ?? "";
  const one = { base, kind, seed, ...(await fuzzOnce(base, kind, seed)) };
  found.push(one);
  if (one.fault !== null) process.stdout.write(`${JSON.stringify(one)}\n`);
  if ((i + 1) % 250 === 0) process.stderr.write(`${i + 1} of ${cases}\n`);
}

const of = (outcome: FuzzOutcome["outcome"]): number => found.filter((one) => one.outcome === outcome).length;
const most = (size: (one: Found) => number): Found | undefined =>
  found.reduce<Found | undefined>((best, one) => (!best || size(one) > size(best) ? one : best), undefined);
const [slowest, heaviest] = [most(({ cpu }) => cpu), most(({ memory }) => memory)];
const seconds = found.reduce((sum, { cpu }) => sum + cpu, 0);
process.stdout.write(
  `${JSON.stringify({
    cases,
    seed: first,
    kinds: KINDS.length,
    workbooks: BASES.length,
    refused: of("refused"),
    read: of("read"),
    written: of("written"),
    faults: found.filter(({ fault }) => fault !== null).length,
    slowest: slowest && { cpuSeconds: slowest.cpu, kind: slowest.kind, base: slowest.base, seed: slowest.seed },
    heaviest: heaviest && { moreMB: heaviest.memory, kind: heaviest.kind, base: heaviest.base, seed: heaviest.seed },
    cpuSeconds: Math.round(seconds),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
  })}\n`,
);
process.exitCode = found.some(({ fault }) => fault !== null) ? 1 : 0;
