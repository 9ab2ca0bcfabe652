import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { manyUnits, type Copying } from "./many-units";
import type { Line } from "./measure";

const UNITS = 1000;
const PROGRAM = path.resolve("dist/pinghe.js");

interface Summary {
  readonly common: readonly { readonly path: readonly string[]; readonly outliers: readonly { readonly file: string }[] | null }[];
  readonly copiedReasons: readonly (readonly { readonly file: string }[])[];
} // prettier-ignore

/** `batch` of the built command line over a folder of units with planted outliers and copies: time, memory, what it finds. */
export async function benchBatch(): Promise<Line[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "pinghe-bench-batch-"));
  try {
    const planted = manyUnits(UNITS);
    for (const [name, bytes] of planted.files) writeFileSync(path.join(folder, name), bytes);
    const out = path.join(tmpdir(), `${path.basename(folder)}.xlsx`);
    const { text, ms, peak, cpu } = await run(["batch", folder, "-o", out, "--format", "json"]);
    rmSync(out, { force: true });
    const found = JSON.parse(text) as Summary;
    const apart = found.common.flatMap(({ path: names, outliers }) =>
      (outliers ?? []).map(({ file }) => `${path.basename(file)}\n${names.at(-1) ?? ""}`),
    );
    const hits = apart.filter((one) => planted.outliers.has(one)).length;
    const groups = found.copiedReasons.map((places) => places.map(({ file }) => path.basename(file)));
    const isFound = (files: readonly string[]): boolean => groups.some((group) => files.every((file) => group.includes(file)));
    const line = (name: string, median: number, unit: string, size?: number): Line => ({ name, median, unit, runs: 1, ...(size !== undefined && { size }) });
    return [
      { ...line(`batch: ${UNITS} units, with the summary workbook`, Math.round(ms), "ms", UNITS), cpu },
      line("batch: peak memory", Math.round(peak), "MiB"),
      line("batch: planted outliers found", hits, `of ${planted.outliers.size}`),
      line("batch: other scores told as outliers", apart.length - hits, `of ${UNITS * 28 - planted.outliers.size}`),
      ...(["word for word", "other punctuation", "a number altered", "a clause added"] as const).map((how: Copying) => {
        const own = planted.copies.filter((copy) => copy.how === how);
        return line(`batch: copied reasons found, ${how}`, own.filter(({ files }) => isFound(files)).length, `of ${own.length}`);
      }),
      line("batch: groups of reasons told as copied that were not", groups.filter((group) => !planted.copies.some(({ files }) => files.every((file) => group.includes(file)))).length, `of ${groups.length}`),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} // prettier-ignore

interface Run {
  readonly text: string;
  readonly ms: number;
  /** MiB, and processor time of all threads in ms. */
  readonly peak: number;
  readonly cpu: number;
}

/** Status 1 (errors found) is a success here. The peak is that of the process with all its threads. */
function run(argv: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = Date.now();
    const child = spawn(process.execPath, [PROGRAM, ...argv], { stdio: ["ignore", "pipe", "inherit"] });
    let [text, peak, cpu] = ["", 0, 0];
    const watch = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid));
      cpu = Math.max(cpu, cpuOf(child.pid));
    }, 200);
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      if (code === 0 || code === 1) resolve({ text, ms: Date.now() - start, peak, cpu });
      else reject(new Error(`batch ended with ${code ?? "no status"}`));
    });
  });
}

/** In MiB; 0 where the system has no /proc. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid ?? 0}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** User and system time of all threads, in ms at the 100 ticks a second of Linux; 0 elsewhere. */
function cpuOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid ?? 0}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}
