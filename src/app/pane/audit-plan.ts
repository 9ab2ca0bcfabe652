import type { PlanResult } from "../../core/plan/steps/plan-result";
import { auditedSource, planAudit, type AuditedSource } from "../audit-sheet";
import { auditWorkbook } from "../audit-workbook";
import type { Language } from "../failure-words";
import type { Reviewed } from "../review-workbook";
import { sha256 } from "../sha256";

declare const PINGHE_VERSION: string;

/** By which content, rules and program an open workbook is audited; its file's bytes are not at hand. */
export const auditedHere = (reviewed: Reviewed): Promise<AuditedSource> =>
  auditedSource(reviewed, { sha256: null, version: PINGHE_VERSION }, sha256);

/** 公式核查表 for the open workbook. Excel keeps print titles itself: a name of ours for them would be refused there. */
export const planAuditHere = async (reviewed: Reviewed, lang: Language): Promise<PlanResult> =>
  planAudit(reviewed, auditWorkbook(reviewed, lang), await auditedHere(reviewed), false);
