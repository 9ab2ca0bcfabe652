import type { FindingCode } from "../findings/catalogue";
import type { Finding } from "../findings/finding";
import type { TableReview } from "../review.types";
import { sheetA1 } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { figureFollows } from "./sum-causes";
import { RowFacts } from "./row-facts";
import { append } from "../workbook/lists-by-key";

/**
 * One cause gives one finding (SPEC F9): of several about one row or cell, the one whose mending ends the others speaks,
 * and the others are named in it (`also`). An error never vanishes into a warning but where a row is not filled in yet.
 */
interface Cause {
  readonly speaks: readonly FindingCode[];
  readonly follow: readonly FindingCode[];
  /** What both must have in common. */
  readonly within: "row" | "cell";
  /** Which of the findings of these codes speak; absent: all. */
  readonly if?: (speaker: Finding) => boolean;
  /** Absent: always. */
  readonly when?: (follower: Finding, row: RowFacts | null) => boolean;
}

const REASON: readonly FindingCode[] = ["justification-missing", "justification-placeholder", "justification-copied"];

const CAUSES: readonly Cause[] = [
  // The score that is due ends all that the typed one gave rise to.
  { speaks: ["target-missed-but-full"], follow: ["score-mismatch"], within: "row" },
  { speaks: ["score-mismatch"], follow: ["target-met-but-deducted"], within: "row" },
  // A score that can not be is a fault of its own, whatever is due.
  { speaks: ["score-mismatch"], follow: ["score-precision"], within: "cell" },
  { speaks: ["score-mismatch"], follow: REASON, within: "row", when: (reason, row) => asksForMarks(reason) && row?.fullIsDue === true },
  { speaks: ["score-mismatch"], follow: ["evidence-missing"], within: "row", when: (_evidence, row) => row?.fullIsDue === false },
  { speaks: ["score-mismatch"], follow: ["deduction-mismatch"], within: "row", when: (_deduction, row) => row?.deductionIsDue === true },
  { speaks: ["score-outside-tier"], follow: ["target-missed-but-full", "target-met-but-deducted"], within: "row" },
  { speaks: ["score-outside-tier"], follow: ["score-precision"], within: "cell" },
  { speaks: ["score-negative", "score-over-full"], follow: ["score-precision"], within: "cell" },
  { speaks: ["score-negative"], follow: [...REASON, "target-met-but-deducted"], within: "row" },
  { speaks: ["target-missed-but-full"], follow: ["evidence-missing"], within: "row" },
  // A deduction without words: that the target was met is part of the same question.
  { speaks: ["justification-missing", "justification-placeholder"], follow: ["target-met-but-deducted"], within: "row" },
  // A row that is not filled in yet.
  { speaks: ["score-missing"], follow: ["justification-missing"], within: "row", when: (reason) => !asksForMarks(reason) },
  { speaks: ["input-missing", "answer-missing", "target-not-comparable"], follow: ["score-missing"], within: "row", when: (_score, row) => row?.scoreIsFormula === true },
  // What stands in a cell that can not be read or can not be is neither compared nor asked for again.
  { speaks: ["error-value", "date-not-number", "number-open", "input-impossible", "unit-scale", "percent-scale"], follow: ["target-not-comparable"], within: "cell" },
  { speaks: ["date-not-number", "number-open", "display-differs"], follow: ["cell-not-understood"], within: "cell", when: (cell) => cell.code === "cell-not-understood" && cell.data.range === null },
  { speaks: ["input-impossible"], follow: ["over-fulfilment"], within: "cell" },
  { speaks: ["input-impossible"], follow: ["target-missed-but-full", "target-met-but-deducted", "target-impossible"], within: "row", if: ({ subject }) => subject === "actual" },
  { speaks: ["target-not-comparable", "date-not-number", "number-open"], follow: ["answer-missing"], within: "row", when: (_answer, row) => row?.comparesTarget === true },
]; // prettier-ignore

/** A reason for marks that are lost, not for a missed target or a low rate. */
const asksForMarks = (reason: Finding): boolean =>
  reason.code === "justification-missing" ? reason.data.cause === "deduction" : true;

/** Findings in the given order, each cause once; `isWaived`: a finding that a reviewer waived speaks for itself alone. */
export function oneFindingACause(
  findings: readonly Finding[],
  { book, tables }: { readonly book: WorkbookSnapshot; readonly tables: readonly TableReview[] },
  isWaived: (finding: Finding) => boolean = () => false,
): readonly Finding[] {
  const speakerOf = new Map<Finding, Finding>();
  const rows = RowFacts.of(book, tables);
  const near = byPlace(findings);
  for (const cause of CAUSES) {
    // Whom a finding speaks for depends on its place alone: a second one at that place has nobody left (SPEC X17).
    const spoken = new Set<string>();
    for (const speaker of findings) {
      if (!cause.speaks.includes(speaker.code) || cause.if?.(speaker) === false || isWaived(speaker)) continue;
      const key = cause.within === "row" ? rowKey(speaker) : cellKey(speaker);
      const place = `${key ?? ""}\n\n${rowKey(speaker) ?? ""}`;
      if (spoken.has(place)) continue;
      spoken.add(place);
      const row = rows.get(rowKey(speaker) ?? "") ?? null;
      for (const follower of (key === null ? undefined : near.get(key)) ?? []) {
        if (speakerOf.has(follower) || !cause.follow.includes(follower.code)) continue;
        if (cause.when?.(follower, row) ?? true) speakerOf.set(follower, speaker);
      }
    }
  }
  for (const [follower, speaker] of figureFollows(findings, tables)) {
    if (!isWaived(speaker)) speakerOf.set(follower, speaker);
  }
  return withConsequences(findings, speakerOf);
}

function withConsequences(findings: readonly Finding[], speakerOf: ReadonlyMap<Finding, Finding>): readonly Finding[] {
  const also = new Map<Finding, FindingCode[]>();
  for (const follower of findings) {
    const speaker = lastSpeaker(follower, speakerOf);
    if (speaker === follower) continue;
    const codes = also.get(speaker) ?? [];
    if (!codes.includes(follower.code)) codes.push(follower.code);
    also.set(speaker, codes);
  }
  return findings.flatMap((finding) => {
    if (speakerOf.has(finding)) return [];
    const codes = also.get(finding);
    return [codes ? { ...finding, also: codes } : finding];
  });
}

/** A follower that speaks for others follows with them. */
function lastSpeaker(finding: Finding, speakerOf: ReadonlyMap<Finding, Finding>): Finding {
  const speaker = speakerOf.get(finding);
  return speaker ? lastSpeaker(speaker, speakerOf) : finding;
}

const rowKey = ({ table, path }: Finding): string | null =>
  table === null || path.length === 0 ? null : [table, ...path].join("\n");

const cellKey = ({ at }: Finding): string | null => at && sheetA1(at);

function byPlace(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const near = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const key of [rowKey(finding), cellKey(finding)]) {
      if (key !== null) append(near, key, finding);
    }
  }
  return near;
}
