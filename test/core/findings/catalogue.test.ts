import { readdirSync } from "node:fs";
import path from "node:path";
import { FINDING_CODES, type FindingCode } from "../../../src/core/findings/catalogue";
import type { Finding } from "../../../src/core/findings/finding";
import { helpOf, messageOf, titleOf } from "../../../src/core/findings/word";
import { a1 } from "../../../src/core/workbook/address";
import { RAISED_CASES, raisedFindings } from "./raised";
import { sampleFinding } from "./samples";

const KINDS = path.join(__dirname, "../../../src/core/findings/kinds");

let raised: ReadonlyMap<FindingCode, Finding>;
beforeAll(() => (raised = raisedFindings()));

describe("the catalogue", () => {
  it.each(RAISED_CASES.map((each) => [each.title, each] as const))("raises for %s", (_title, { findings, raises }) => {
    const found = findings().map(({ code, at }) => `${code} ${at ? a1(at) : "-"}`);
    expect(raises).not.toEqual([]);
    expect(found).toEqual(expect.arrayContaining([...raises]));
  });

  it("[F1] holds no code that nothing raises", () => {
    expect(FINDING_CODES.filter((code) => !raised.has(code))).toEqual([]);
  });

  it("[F1] holds every code of every file in findings/kinds, each from one file alone", async () => {
    const files = readdirSync(KINDS).map((name) => path.join(KINDS, name));
    const modules = (await Promise.all(files.map((file) => import(file)))) as readonly Record<string, object>[];
    const codes = modules.flatMap((exported) => Object.values(exported).flatMap((kinds) => Object.keys(kinds)));
    expect(codes.sort()).toEqual([...FINDING_CODES].sort());
  });
});

const OF_NO_CELL = new Set([
  "no-table",
  "missing-indicator",
  "manual-calculation",
  "not-looked-at",
  "iterative-calculation",
  "rule-crashed",
  // what a report says: its sentence comes first, the cells behind it
  ...FINDING_CODES.filter((code) => code.startsWith("report-")),
  "parts-listed-short",
]);

/** What chooses words and is none itself. */
const STEERING: ReadonlySet<string> = new Set([
  "cause",
  "claim",
  "changedColumn",
  "changedColumns",
  "of",
  "hint",
  "place",
]);

/** Every text that a finding carries in this language; what only steers the wording, or what is offered, is left out. */
function factsOf(data: object, language: "zh" | "en"): string[] {
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) => {
    if (STEERING.has(key) || typeof value === "boolean" || value === null) return [];
    if (typeof value === "string") return [value];
    if (Array.isArray(value)) return value as string[];
    return [(value as { zh: string; en: string })[language]];
  });
}

/** A finding as it was raised, at D23. */
function findingOf(code: FindingCode): Finding {
  const data = raised.get(code)?.data;
  if (!data) throw new Error(`nothing raises ${code}`);
  return sampleFinding(code, data);
}

describe("the wording of a code", () => {
  it.each(FINDING_CODES)("[F1] %s has a title and a help that says more, in both languages", (code) => {
    for (const language of ["zh", "en"] as const) {
      expect(titleOf(code, language)).not.toBe("");
      expect(helpOf(code, language).length).toBeGreaterThan(titleOf(code, language).length / 2);
    }
  });

  it.each(FINDING_CODES)("[F3] %s says its facts and its cell in both languages", (code) => {
    const finding = findingOf(code);
    for (const language of ["zh", "en"] as const) {
      const message = messageOf(finding, language);
      // quotation marks within a quotation are the inner ones
      const plain = (text: string): string => text.replace(/[‘’]/g, (mark) => (mark === "‘" ? "“" : "”"));
      for (const fact of factsOf(finding.data, language)) expect(plain(message)).toContain(plain(fact));
      if (!OF_NO_CELL.has(code)) expect(message).toMatch(/^D23[：:]/);
      expect(message).not.toMatch(/undefined|null|NaN|\[object/);
      expect(message).toMatch(/[。.]$/);
    }
  });
});
