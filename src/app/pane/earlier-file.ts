import { fail, succeed, type Result } from "../../core/model/result";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { HostFailure, HostResult, Words } from "../../host/port";
import { isReportText } from "../file-kind";
import type { Language } from "../failure-words";
import type { Progress, Reviewed } from "../review-workbook";
import { readRound } from "../rounds/read-round";
import type { Round } from "../rounds/round";
import { readText } from "../text-file";
import { reportFindings } from "../worded-review";
import type { ReviewChoices } from "./pane-choices";
import type { ReviewBook } from "./pane-review";
import { contentHashOf, roundNow, type EarlierRound } from "./round-changes";
import { hasTable } from "./user-pack";

/** A file of an earlier round as it was chosen: a workbook, to be reviewed by the rules of now, or a report that was read. */
export type EarlierFile = { readonly file: string } & ({ readonly book: WorkbookSnapshot } | { readonly round: Round });

const NO_TABLE: Words = { zh: "里面没有找到指标计分表。", en: "there is no scoring table in it." };

/** Reads what a person chose, told by its content: a report begins with a brace, all else is taken for a workbook. */
export async function readEarlier(
  file: string,
  bytes: Uint8Array,
  readBook: (bytes: Uint8Array) => Promise<HostResult<WorkbookSnapshot>>,
  lang: Language,
): Promise<Result<EarlierFile, HostFailure | string>> {
  if (isReportText(bytes)) {
    const text = readText(bytes);
    if (!text.ok) return fail(text.failure[lang]);
    const round = readRound(text.value);
    return round.ok ? succeed({ file, round: round.value }) : fail(round.failure[lang]);
  }
  const book = await readBook(bytes);
  if (!book.ok) return book;
  return hasTable(book.value) ? succeed({ file, book: book.value }) : fail(NO_TABLE[lang]);
}

/** The rounds of chosen files, as long as rules and language are the same. */
const known = new WeakMap<EarlierFile, { readonly by: string; readonly round: EarlierRound }>();

/**
 * The round of a chosen file by the rules of now. A workbook is reviewed anew only where the rules are others; what was typed
 * for the open workbook is no part of the earlier one.
 */
export async function earlierRound(
  reviewBook: ReviewBook,
  earlier: EarlierFile,
  choices: ReviewChoices,
  lang: Language,
  progress: Progress,
): Promise<HostResult<EarlierRound>> {
  const { file } = earlier;
  if ("round" in earlier) return succeed({ file, round: earlier.round });
  const { pack, userPack, settings, template } = choices;
  const by = JSON.stringify([lang, pack, userPack, settings, template?.file]);
  const before = known.get(earlier);
  if (before?.by === by) return succeed(before.round);
  const reviewed = await reviewBook(earlier.book, { ...choices, inputs: {}, report: null }, lang, progress);
  if (!reviewed.ok) return reviewed;
  const round = { file, round: await reviewedRound(reviewed.value, lang) };
  known.set(earlier, { by, round });
  return succeed(round);
}

const reviewedRound = async (reviewed: Reviewed, lang: Language): Promise<Round> =>
  roundNow(reviewed, reportFindings(reviewed, lang), lang, await contentHashOf(reviewed));
