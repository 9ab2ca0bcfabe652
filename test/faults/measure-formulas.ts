import { auditBook } from "../../src/core/audit/audit";
import { severityOf } from "../../src/core/findings/catalogue";
import { review } from "../../src/core/review";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { annexBook, cleanAnnex } from "./formula-sheets";
import type { FaultClass, Measured } from "./measure";
import { FORMULA_FAULTS } from "./plant-formulas";
import { Random } from "./random";

const suspicions = (book: WorkbookSnapshot) =>
  auditBook(book, review(book)).findings.filter(({ code }) => severityOf(code) !== "info");

/** Plants every fault of formulas once into each of `count` annexes and counts what the audit suspects. */
export function measureFormulaFaults(count: number, seed: number): Measured {
  const random = new Random(seed);
  const classes = new Map<string, { planted: number; found: number; falseAlarms: number; missed: string[] }>();
  const falseCodes = new Set<string>();
  let falseErrors = 0;
  for (let i = 0; i < count; i++) {
    const annex = cleanAnnex(random);
    const clean = suspicions(annexBook(annex));
    if (clean.length > 0) falseErrors++;
    for (const { code } of clean) falseCodes.add(code);
    for (const [fault, plant] of Object.entries(FORMULA_FAULTS)) {
      const planted = plant(annex, random);
      if (!planted) continue;
      const { book, codes } = planted;
      const found = suspicions(book);
      const tally = classes.get(fault) ?? { planted: 0, found: 0, falseAlarms: 0, missed: [] };
      classes.set(fault, tally);
      tally.planted++;
      // A fault may well show in what reads it; another cell's formula that is called wrong is an alarm too many.
      tally.falseAlarms += Math.max(0, found.filter(({ code }) => !codes.includes(code)).length);
      if (found.some(({ code }) => codes.includes(code))) tally.found++;
      else if (tally.missed.length < 3) tally.missed.push(`${annex.layout} annex ${i} of seed ${seed}: ${found.map(({ code }) => code).join(" ") || "nothing"}`); // prettier-ignore
    }
  }
  const listed = [...classes].map(([fault, tally]): FaultClass => ({ fault, ...tally, recall: tally.found / tally.planted })); // prettier-ignore
  return { tables: count, falseErrors, falseCodes: [...falseCodes], classes: listed };
}
