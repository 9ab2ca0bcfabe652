import { a1 } from "../workbook/address";
import type { FindingCode, Language } from "./catalogue";
import { SEVERITY } from "./catalogue";
import type { Finding, FindingOf, WordedFinding } from "./finding";
import { fingerprints } from "./fingerprint";
import { enUS } from "./messages/en-US";
import { enTitles } from "./messages/en-US-titles";
import type { CodeTexts, Messages } from "./messages/wording";
import { zhCN } from "./messages/zh-CN";
import { zhTitles } from "./messages/zh-CN-titles";

const MESSAGES: Readonly<Record<Language, Messages>> = { zh: zhCN, en: enUS };
const TITLES: Readonly<Record<Language, CodeTexts>> = { zh: zhTitles, en: enTitles };

/** Findings made ready for people, in their order: severity, words in one language, fingerprint (SPEC F1–F3). */
export function wordFindings(findings: readonly Finding[], language: Language): readonly WordedFinding[] {
  const prints = fingerprints(findings);
  return findings.map((finding, index) => ({
    finding,
    severity: SEVERITY[finding.code],
    message: messageOf(finding, language),
    fingerprint: prints[index] ?? "",
  }));
}

/** One message: what, where, why, how to mend. */
export function messageOf<C extends FindingCode>(finding: FindingOf<C>, language: Language): string {
  const cell = finding.at === null ? null : a1(finding.at);
  return MESSAGES[language][finding.code](finding.data, { sheet: finding.sheet, cell, path: finding.path });
}

/** The heading for a code: "未说明扣分原因". */
export const titleOf = (code: FindingCode, language: Language): string => TITLES[language][code].title;

/** What a code is about and why it matters, in a sentence. */
export const helpOf = (code: FindingCode, language: Language): string => TITLES[language][code].help;
