import { printFormula } from "../../src/core/formula/print";
import { buildWorkbook } from "../support/build-workbook";
import { describeWithLibreOffice, recalculate } from "./libreoffice";
import { randomCase, type CaseKind, type RuleCase } from "./random-rules";
import { randomSource } from "../support/random-source";
import { agree, evaluatorOf, expected, formulaNode, isTie, SCORE_COLUMN, SHEET, sheetRow } from "./rule-cases";

/** Cases per kind; the full run (npm run differential) sets 100,000. */
const CASES = Number(process.env.PINGHE_DIFFERENTIAL_CASES ?? 300);
const SEED = Number(process.env.PINGHE_DIFFERENTIAL_SEED ?? 2026);
const ROWS_PER_FILE = 20_000;
const TIMEOUT = 60_000 + CASES * 20;

const KINDS: readonly CaseKind[] = [
  "stepDeduct", "bands", "proportional", "target", "checklist", "events", "ordinal", "binary", "tiers",
  "cases", "quotient", "gap", "composed",
]; // prettier-ignore

function* casesOf(kind: CaseKind): Generator<RuleCase> {
  const random = randomSource(SEED + KINDS.indexOf(kind));
  for (let made = 0; made < CASES;) {
    const own = randomCase(kind, random);
    if (isTie(own)) continue;
    made++;
    yield own;
  }
}

/** A disagreement as a person can check it. */
const shown = (own: RuleCase, who: string, theirs: unknown): string =>
  `${printFormula(formulaNode(own, 0))} of ${JSON.stringify(own.cells)}: exact ${JSON.stringify(expected(own))}, ${who} ${JSON.stringify(theirs)}`;

describe("rules against our own formula evaluator", () => {
  it.each(KINDS)(
    "[S9] %s: exact score and formula agree, as Excel counts and in plain IEEE doubles",
    (kind) => {
      const differences: string[] = [];
      for (const own of casesOf(kind)) {
        const exact = expected(own);
        const evaluate = evaluatorOf(formulaNode(own, 0));
        for (const mode of ["excel", "ieee"] as const) {
          const value = evaluate(own, mode);
          if (!agree(exact, value) && differences.length < 10) differences.push(shown(own, mode, value));
        }
      }
      expect(differences).toEqual([]);
    },
    TIMEOUT,
  );
});

describeWithLibreOffice("rules against LibreOffice", () => {
  it(
    `[S9] ${CASES} cases of every kind: exact score and LibreOffice agree`,
    () => {
      const differences: string[] = [];
      const check = (batch: readonly RuleCase[]): void => {
        const book = buildWorkbook({ sheets: [{ name: SHEET, rows: batch.map(sheetRow) }] });
        const sheet = recalculate(new Map([["rules", book]]))
          .get("rules")
          ?.get(SHEET);
        for (const [row, own] of batch.entries()) {
          const value = sheet?.at(row, SCORE_COLUMN);
          if (!agree(expected(own), value) && differences.length < 10)
            differences.push(shown(own, "LibreOffice", value));
        }
      };
      let batch: RuleCase[] = [];
      for (const kind of KINDS)
        for (const own of casesOf(kind)) {
          batch.push(own);
          if (batch.length < ROWS_PER_FILE) continue;
          check(batch);
          batch = [];
        }
      if (batch.length > 0) check(batch);
      expect(differences).toEqual([]);
    },
    TIMEOUT * KINDS.length,
  );
});
