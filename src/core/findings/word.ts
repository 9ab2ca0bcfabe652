import { a1 } from "../workbook/address";
import type { FindingCode, Language } from "./catalogue";
import { CATALOGUE, severityOf } from "./catalogue";
import type { Finding, FindingOf, WordedFinding } from "./finding";
import { fingerprints } from "./fingerprint";
import type { PlaceNames } from "./place-names";

/**
 * Findings made ready for people, in their order: severity, words in one language, fingerprint (SPEC F1–F3). `places`: how
 * cells are named where they have no addresses.
 */
export function wordFindings(
  findings: readonly Finding[],
  language: Language,
  places: PlaceNames | null = null,
): readonly WordedFinding[] {
  const prints = fingerprints(findings);
  return findings.map((finding, index) => ({
    finding,
    severity: severityOf(finding.code),
    message: messageOf(finding, language, places),
    fingerprint: prints[index] ?? "",
  }));
}

/** One message: what, where, why, how to mend. */
export function messageOf<C extends FindingCode>(
  finding: FindingOf<C>,
  language: Language,
  places: PlaceNames | null = null,
): string {
  const { at, sheet, path } = finding;
  const cell = at && (places?.cell(at.sheet, at) ?? a1(at));
  const data = places ? places.named(finding.data, sheet) : finding.data;
  return (
    CATALOGUE[finding.code][language].message(data, { sheet, cell, path }) + sameCause(finding.also ?? [], language)
  );
}

/** What the same cause gave rise to, so that nothing of it is passed over in silence (SPEC F9). */
function sameCause(also: readonly FindingCode[], language: Language): string {
  if (also.length === 0) return "";
  const titles = also.map((code) => titleOf(code, language));
  return language === "zh"
    ? `同一原因引起的还有：${titles.join("、")}，改正后一并消除。`
    : ` The same cause: ${titles.join("; ")}; mending it ends these, too.`;
}

/** The heading for a code: "缺扣分原因". */
export const titleOf = (code: FindingCode, language: Language): string => CATALOGUE[code][language].title;

/** What a code is about and why it matters, in a sentence. */
export const helpOf = (code: FindingCode, language: Language): string => CATALOGUE[code][language].help;
