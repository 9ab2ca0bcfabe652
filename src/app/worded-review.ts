import type { WordedFinding } from "../core/findings/finding";
import { wordFindings } from "../core/findings/word";
import { readOurs } from "../core/ours/read-ours";
import type { Language } from "./failure-words";
import type { Reviewed } from "./review-workbook";
import { waiverState } from "../core/ours/waiver";

/** A finding with words, and whether a reviewer has waived it on the record (处理=豁免, with a reason, values unchanged). */
export interface ReportedFinding extends WordedFinding {
  readonly waived: boolean;
}

/** All findings in words, in the order of the sheets; a waiver whose values have changed has lapsed. */
export function reportFindings({ book, review }: Reviewed, lang: Language): readonly ReportedFinding[] {
  const record = readOurs(book).record;
  const readable = record === "unreadable" ? null : record;
  return wordFindings(review.findings, lang).map((worded) => ({
    ...worded,
    waived: waiverState(readable, worded) === "waived",
  }));
}
