import { CHECKS, runChecks } from "../../../src/core/checks";
import type { Check } from "../../../src/core/checks/context";
import type { FindingCode } from "../../../src/core/findings/catalogue";
import type { Finding } from "../../../src/core/findings/finding";
import { messageOf } from "../../../src/core/findings/word";
import type { TableSpec } from "../../support/review-builder";
import { contextOf } from "../../support/review-builder";
import type { Settings } from "../../../src/core/rules/setting-types";

/** All findings of all checks for a table written down by hand. */
export function findingsOf(spec: TableSpec, settings: Partial<Settings> = {}): readonly Finding[] {
  const findings = runChecks(contextOf(spec, settings));
  for (const finding of findings) {
    for (const language of ["zh", "en"] as const) expect(messageOf(finding, language)).not.toMatch(/undefined|NaN/);
  }
  return findings;
}

/** "code @ last name of the path", of all findings or of some codes only. */
export const codesOf = (spec: TableSpec, ...only: FindingCode[]): readonly string[] =>
  findingsOf(spec)
    .filter((finding) => only.length === 0 || only.includes(finding.code))
    .map((finding) => `${finding.code} @ ${finding.path.at(-1) ?? ""}`);

export const dataOf = (spec: TableSpec, code: FindingCode): unknown =>
  findingsOf(spec).find((finding) => finding.code === code)?.data;

export const withCheck = (name: string, check: Check): Readonly<Record<string, Check>> => ({
  ...CHECKS,
  [name]: check,
});
