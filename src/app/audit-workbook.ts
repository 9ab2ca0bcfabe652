import { auditBook, type WorkbookAudit } from "../core/audit/audit";
import { findingsInWords, type ReportedFinding } from "./worded-review";
import type { Language } from "./failure-words";
import type { Reviewed } from "./review-workbook";

export interface Audited {
  readonly audit: WorkbookAudit;
  readonly findings: readonly ReportedFinding[];
}

/** Audits a workbook that was reviewed: every formula of it, and in words what is wrong with formulas. */
export function auditWorkbook(reviewed: Reviewed, lang: Language): Audited {
  const audit = auditBook(reviewed.book, reviewed.review);
  return { audit, findings: findingsInWords(reviewed.book, audit.findings, lang) };
}
