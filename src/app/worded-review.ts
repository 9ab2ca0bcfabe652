import type { Finding, WordedFinding } from "../core/findings/finding";
import { wordFindings } from "../core/findings/word";
import { placeNames } from "../core/findings/place-names";
import { readOurs } from "../core/ours/read-ours";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";
import type { Language } from "./failure-words";
import type { Reviewed } from "./review-workbook";
import { waiverState } from "../core/ours/waiver";

/** A finding with words, and whether a reviewer has waived it on the record (处理=豁免, with a reason, values unchanged). */
export interface ReportedFinding extends WordedFinding {
  readonly waived: boolean;
  /** The cell as a person finds it in a document: 表2 第3行第4列; absent where it has an address. */
  readonly place?: string;
  /** The reason that waives it, as the reviewer wrote it; absent where it is not waived. */
  readonly waiver?: string;
}

/** All findings in words, in the order of the sheets; a waiver whose values have changed has lapsed. */
export const reportFindings = ({ book, review }: Reviewed, lang: Language): readonly ReportedFinding[] =>
  findingsInWords(book, review.findings, lang);

/** The same for any findings of a workbook. */
export function findingsInWords(
  book: WorkbookSnapshot,
  findings: readonly Finding[],
  lang: Language,
): readonly ReportedFinding[] {
  const record = readOurs(book).record;
  const readable = record === "unreadable" ? null : record;
  const places = placeNames(book, lang);
  return wordFindings(findings, lang, places).map((worded) => {
    const { at } = worded.finding;
    const place = (at && places?.cell(at.sheet, at)) ?? null;
    const said = { ...worded, ...(place !== null && { place }) };
    if (waiverState(book, readable, worded) !== "waived") return { ...said, waived: false };
    return { ...said, waived: true, waiver: readable?.byFingerprint.get(worded.fingerprint)?.opinion ?? "" };
  });
}
