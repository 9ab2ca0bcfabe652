import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { run } from "../cli/memory-terminal";
import { packageFaults, partsOf } from "../support/package-rules";
import { withPeak } from "../support/peak-memory";
import { CHANGES } from "./changes";
import { DAMAGES, random, type Mutation } from "./damages";

const MUTATIONS: ReadonlyMap<string, Mutation> = new Map(Object.entries({ ...DAMAGES, ...CHANGES }));
export const KINDS = [...MUTATIONS.keys()];

const FOLDERS = ["test/workbooks", "test/workbooks/bugs"];
export const BASES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".xlsx"))
    .map((name) => `${folder}/${name}`),
).sort();

export interface FuzzOutcome {
  readonly outcome: "refused" | "read" | "written";
  /** What must not be, in words; null where all is well. */
  readonly fault: string | null;
  /** Seconds of CPU time. */
  readonly cpu: number;
  /** Megabytes by which memory grew at the most; what is garbage already is counted. */
  readonly memory: number;
  readonly bytes: number;
}

/** What reading, scoring and cleaning one workbook of the seeds may take (SPEC X17); more is a fault. */
const CPU_SECONDS = 10;
const MEMORY_MB = 400;

/** Scores one changed workbook and cleans it again; says what came of it. */
export async function fuzzOnce(base: string, kind: string, seed: number): Promise<FuzzOutcome> {
  const pick = random(seed);
  const file = MUTATIONS.get(kind)?.(readFileSync(base), pick) ?? new Uint8Array();
  const before = process.cpuUsage();
  const [{ outcome, fault }, memory] = await withPeak(() => scoreAndClean(file));
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  return { outcome, fault: fault ?? tooMuch(cpu, memory), cpu, memory: Math.round(memory), bytes: file.length };
}

function tooMuch(cpu: number, memory: number): string | null {
  if (cpu > CPU_SECONDS) return `took ${cpu.toFixed(1)} s of CPU`;
  return memory > MEMORY_MB ? `took ${memory.toFixed(0)} MB more` : null;
}

async function scoreAndClean(file: Uint8Array): Promise<Pick<FuzzOutcome, "outcome" | "fault">> {
  const read = await snapshot(file);
  const scored = await run(["score", "f.xlsx", "-o", "s.xlsx"], new Map([["f.xlsx", file]]));
  const outcome = scored.files.has("s.xlsx") ? "written" : read ? "read" : "refused";
  const said = wrongWords(scored.err);
  if (said) return { outcome, fault: said };
  const written = scored.files.get("s.xlsx");
  if (!written || !read) return { outcome, fault: written && !read ? "written without being read" : null };
  const had = faultsOf(file);
  const [broken] = had ? packageFaults(partsOf(written)).filter(({ rule }) => !had.has(rule)) : [];
  if (broken) return { outcome, fault: `${broken.rule}: ${broken.faults.join(" ")}` };
  const cleaned = await run(["clean", "s.xlsx", "-o", "c.xlsx"], scored.files);
  const after = cleaned.files.get("c.xlsx");
  if (!after) return { outcome, fault: cleaned.err.includes("没有评核写入的内容") ? null : `clean: ${cleaned.err}` };
  return { outcome, fault: lost(read, await snapshot(after)) };
}

/** The rules that the file breaks itself; null where a part that nobody reads does not even unpack. */
function faultsOf(file: Uint8Array): ReadonlySet<string> | null {
  try {
    return new Set(packageFaults(partsOf(file)).map(({ rule }) => rule));
  } catch {
    return null;
  }
}

const wrongWords = (err: string): string | null => (/程序出了差错|核对没有通过|\n\s+at |internal/.test(err) ? err.trim() : null); // prettier-ignore

async function snapshot(file: Uint8Array): Promise<WorkbookSnapshot | null> {
  const read = await createXlsxHost(file).read();
  return read.ok ? read.value : null;
}

/** The first thing of the unit's that is not as before. */
function lost(before: WorkbookSnapshot, after: WorkbookSnapshot | null): string | null {
  if (!after) return "what was cleaned does not read";
  for (const [index, sheet] of before.sheets.entries())
    for (const key of Object.keys(sheet) as (keyof typeof sheet)[])
      if (JSON.stringify(sheet[key]) !== JSON.stringify(after.sheets[index]?.[key]))
        return `${sheet.name}: ${key} is not as before`;
  return JSON.stringify(before.names) === JSON.stringify(after.names) ? null : "names are not as before";
}
