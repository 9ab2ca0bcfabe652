import { fingerprints } from "../../src/core/findings/fingerprint";
import { severityOf } from "../../src/core/findings/catalogue";
import type { Finding } from "../../src/core/findings/finding";
import { review } from "../../src/core/review";
import { cleanDepartment, cleanProject, type CleanTable } from "./clean-tables";
import { FAULTS } from "./plant";
import { Random } from "./random";

export interface FaultClass {
  readonly fault: string;
  readonly planted: number;
  readonly found: number;
  readonly recall: number;
  /** Tables that had a finding of the same kind before the fault was planted. */
  readonly falseAlarms: number;
  /** A few that were not found, to look at. */
  readonly missed: readonly string[];
}

export interface Measured {
  readonly tables: number;
  /** Clean tables with at least one finding of severity error: each is a false alarm. */
  readonly falseErrors: number;
  readonly falseCodes: readonly string[];
  readonly classes: readonly FaultClass[];
}

/** Plants every class of fault once into each of `count` clean tables, and counts what the review finds. */
export function measureFaults(count: number, seed: number): Measured {
  const random = new Random(seed);
  const tallies = new Map<string, { planted: number; found: number; falseAlarms: number; missed: string[] }>();
  const falseCodes = new Set<string>();
  let falseErrors = 0;
  for (let i = 0; i < count; i++) {
    const clean: CleanTable = i % 2 === 0 ? cleanDepartment(random) : cleanProject(random);
    const before = review(clean.book, clean.options);
    const errors = before.findings.filter(({ code }) => severityOf(code) === "error");
    if (errors.length > 0) falseErrors++;
    for (const { code } of errors) falseCodes.add(code);
    const [table] = before.tables;
    if (!table) throw new Error("the clean table does not read");
    const known = new Set(fingerprints(before.findings));
    for (const [fault, plant] of Object.entries(FAULTS)) {
      const planted = plant(clean, table.table, random);
      if (!planted) continue;
      const after = review(planted.book, clean.options).findings;
      const fresh = newFindings(after, known);
      const tally = tallies.get(fault) ?? { planted: 0, found: 0, falseAlarms: 0, missed: [] };
      tallies.set(fault, tally);
      tally.planted++;
      if (before.findings.some(({ code }) => planted.codes.includes(code))) tally.falseAlarms++;
      if (fresh.some(({ code }) => planted.codes.includes(code))) tally.found++;
      else if (tally.missed.length < 3)
        tally.missed.push(`table ${i} of seed ${seed}: ${fresh.map(({ code }) => code).join(" ") || "nothing new"}`);
    }
  }
  const classes = [...tallies].map(([fault, tally]) => ({ fault, ...tally, recall: tally.found / tally.planted }));
  return { tables: count, falseErrors, falseCodes: [...falseCodes], classes };
}

function newFindings(after: readonly Finding[], known: ReadonlySet<string>): readonly Finding[] {
  const prints = fingerprints(after);
  return after.filter((_, i) => !known.has(prints[i] ?? ""));
}
