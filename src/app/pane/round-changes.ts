import { REPORT_CODES, type Language } from "../../core/findings/catalogue";
import type { Finding } from "../../core/findings/finding";
import { contentText } from "../../core/audit/content-text";
import { usedByText } from "../../core/ours/base-answers";
import { valuesText } from "../../core/plan/record/record-values";
import type { Reviewed } from "../review-workbook";
import { compareFindings, type FindingChanges } from "../rounds/compare-findings";
import { compareRounds, isUnchanged, type RoundsCompared } from "../rounds/compare-rounds";
import { FIELD_WORDS } from "../rounds/field-words";
import { recordedRound, type RecordedRound } from "../rounds/recorded-round";
import type { Round } from "../rounds/round";
import { roundOfReview } from "../rounds/round-of-review";
import { nothingWords, otherUnits, ROUND_WORDS } from "../rounds/round-words";
import { sha256 } from "../sha256";
import { reportFindings, type ReportedFinding } from "../worded-review";
import { changeGroups, findingGroups, type ChangeGroup } from "./change-lines";

/** 本轮变化: what became of the workbook since an earlier round. */
export interface PaneChanges {
  readonly from: "record" | "file";
  /** With what it is compared, in words. */
  readonly against: string;
  /** What the reader should know before the figures: another unit or year, columns that could not be compared. */
  readonly notes: readonly string[];
  readonly counts: string;
  /** That nothing changed; null where something did. */
  readonly nothing: string | null;
  readonly groups: readonly ChangeGroup[];
}

/** A round beside the workbook, from a file that a person chose. */
export interface EarlierRound {
  readonly file: string;
  readonly round: Round;
}

export interface SinceEarlier {
  readonly changes: PaneChanges | null;
  /** What changed and should not have, or not alone (SPEC Y4). */
  readonly raised: readonly Finding[];
}

/** The workbook beside an earlier round: the file that was chosen, else what 核验记录 tells of the round before (SPEC Y20). */
export async function sinceEarlier(
  reviewed: Reviewed,
  earlier: EarlierRound | null,
  lang: Language,
): Promise<SinceEarlier> {
  if (earlier) return sinceFile(reviewed, earlier, lang);
  const recorded = recordedRound(reviewed.book);
  return { changes: recorded && sinceRecord(reviewed, recorded, lang), raised: [] };
}

/** A review as a round, with the hash of its content only where that is asked. What only tells who read is no part of it. */
export const roundNow = (reviewed: Reviewed, findings: readonly ReportedFinding[], lang: Language, contentHash = ""): Round =>
  workbookOnly(roundOfReview({ file: "", sha256: "", contentHash, version: "" }, reviewed, findings, lang)); // prettier-ignore

/** Excel tells the pane less of a workbook than its file does, and a report lies beside it: neither is a change of the workbook. */
const isBeside = (code: string): boolean => code === "not-looked-at" || REPORT_CODES.has(code);

const workbookOnly = (round: Round): Round => ({
  ...round,
  findings: round.findings.filter(({ code }) => !isBeside(code)),
});

/** A page that is not served securely hashes nothing: then content is not known to be the same. */
export const contentHashOf = ({ book }: Reviewed): Promise<string> => sha256(contentText(book)).catch(() => "");

async function sinceFile(reviewed: Reviewed, { file, round }: EarlierRound, lang: Language): Promise<SinceEarlier> {
  const reported = reportFindings(reviewed, lang);
  const compared = compareRounds(workbookOnly(round), roundNow(reviewed, reported, lang));
  const nothing = isUnchanged(compared) ? await nothingIn(reviewed, compared, lang) : null;
  const changes: PaneChanges = {
    from: "file",
    against: file,
    notes: [...otherUnits(compared, lang), ...otherPack(compared, lang), ...notCompared(compared, lang)],
    counts: countsText(compared.findings, lang),
    nothing,
    groups: changeGroups(compared, reported, lang),
  };
  return { changes, raised: compared.raised };
}

async function nothingIn(reviewed: Reviewed, { before, now }: RoundsCompared, lang: Language): Promise<string> {
  const contentHash = before.contentHash === "" ? "" : await contentHashOf(reviewed);
  return nothingWords({ before, now: { ...now, contentHash } }, lang);
}

function otherPack({ before, now }: RoundsCompared, lang: Language): readonly string[] {
  return before.pack === now.pack ? [] : [WORDS[lang].otherPack(before.pack, now.pack)];
}

const notCompared = ({ notCompared: fields }: RoundsCompared, lang: Language): readonly string[] =>
  fields.length === 0 ? [] : [ROUND_WORDS[lang].notCompared(fields.map((field) => FIELD_WORDS[field][lang]))];

/** The record holds findings only, with their figures as text; those that only an earlier file raises are none of it. */
function sinceRecord(
  reviewed: Reviewed,
  { round, findings: before, indicators }: RecordedRound,
  lang: Language,
): PaneChanges {
  const reported = reportFindings(reviewed, lang);
  const now = roundNow(reviewed, reported, lang);
  const paths = new Set(now.tables.flatMap(({ indicators }) => indicators.map(({ path }) => usedByText(path))));
  const figures = new Map(before.map(({ fingerprint, data }) => [fingerprint, data.replace(/[^；; ]+ → /g, "")]));
  const figuresOf = new Map(reported.map(({ fingerprint, finding }) => [fingerprint, finding]));
  const findings = compareFindings(
    before.filter(({ code }) => !isBeside(code) && !OF_A_FILE.has(code)).map((one) => ({ ...one, data: figures.get(one.fingerprint) ?? "" })),
    now.findings.map((one) => ({ ...one, data: sameFigures(figuresOf.get(one.fingerprint), figures.get(one.fingerprint), lang) })),
    (path) => indicators.has(usedByText(path)) && !paths.has(usedByText(path)),
  ); // prettier-ignore
  const isSame =
    [findings.fixed, findings.removed, findings.added].every((list) => list.length === 0) &&
    findings.open.every(({ changed }) => !changed);
  return {
    from: "record",
    against: WORDS[lang].recorded(round),
    notes: [WORDS[lang].onlyFindings],
    counts: countsText(findings, lang),
    nothing: isSame ? WORDS[lang].sameFindings : null,
    groups: findingGroups(findings, reported, now, lang),
  };
}

/** What an earlier file raised: no review by the record alone finds it again. */
const OF_A_FILE: ReadonlySet<string> = new Set(["score-changed-reason-not", "standard-changed-after"]);

/** The record may be written in the other language: figures that read the same in one of the two are the same. */
function sameFigures(finding: Finding | undefined, before: string | undefined, lang: Language): string {
  if (!finding) return "";
  const said = (["zh", "en"] as const).map((one) => valuesText(finding, one));
  return said.find((one) => one === before) ?? valuesText(finding, lang);
}

const countsText = ({ fixed, removed, open, added }: FindingChanges, lang: Language): string =>
  WORDS[lang].counts(fixed.length, open.length, added.length, removed.length);

const WORDS = {
  zh: {
    recorded: (round: number) => `核验记录第 ${round} 轮`,
    onlyFindings: "核验记录只记问题；要比较分数、标准和原因，请选择上一轮的文件。",
    sameFindings: "问题与上一轮相同。",
    otherPack: (before: string | null, now: string | null) =>
      `规则不同：上一轮按 ${before ?? "表内所印标准"}，这一轮按 ${now ?? "表内所印标准"}。`,
    counts: (fixed: number, open: number, added: number, removed: number) =>
      `问题：已消除 ${fixed} · 仍在 ${open} · 新增 ${added}${removed > 0 ? ` · 随指标删去 ${removed}` : ""}`,
  },
  en: {
    recorded: (round: number) => `round ${round} of the record`,
    onlyFindings:
      "The record holds findings only; choose the file of the earlier round to compare scores, standards and reasons.",
    sameFindings: "The findings are those of the earlier round.",
    otherPack: (before: string | null, now: string | null) =>
      `Other rules: the earlier round was judged by ${before ?? "the printed standards"}, this one by ${now ?? "the printed standards"}.`,
    counts: (fixed: number, open: number, added: number, removed: number) =>
      `Findings: ${fixed} fixed · ${open} open · ${added} new${removed > 0 ? ` · ${removed} removed with their indicators` : ""}`,
  },
} as const;
