import type { FindingCode, FindingData } from "../../../src/core/findings/catalogue";

/**
 * Codes that are worded and that no check raises yet, with an example of what each will carry. This list may only shrink:
 * a code that is raised leaves it, and a new code comes with the check that raises it.
 */
export const WAITING = {
  "formula-differs": { expected: "=C4/C5", found: "=C4/C6" },
  "range-too-short": { formula: "=SUM(D3:D29)", covers: "D29", needs: "D30" },
  "hard-coded-constant": { formula: "=C4/77", constant: "77" },
  "stale-value": { formula: "=C4/C5", stored: "0.9", calculated: "0.95" },
  "text-skipped-by-sum": { formula: "=SUM(D3:D30)", cells: ["D4", "D9"] },
  "double-counted": { formula: "=SUM(D3:D30,D5)", cells: ["D5"] },
  "inconsistent-formula": { formula: "=F4*E5", neighbours: "=F4*E4" },
  "empty-reference": { formula: "=C4/C99", cells: ["C99"] },
  "merged-reference": { formula: "=B4+1", cells: ["B4"] },
  "external-link": { formula: "=[1]Sheet1!A1", target: "决算.xlsx" },
  "circular-reference": { cells: ["D4", "D5"] },
  "hidden-cells": { what: "第4–6行" },
  "not-recalculated": { formula: "=WEBSERVICE(A1)", reason: "WEBSERVICE" },
} satisfies Partial<FindingData>;

export const WAITING_CODES = Object.keys(WAITING) as readonly FindingCode[];
