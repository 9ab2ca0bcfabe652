import { certainOffer } from "../chosen-pack";
import { wordFailure, type Language } from "../failure-words";
import type { ReportSource } from "../output/json";
import { reviewWorkbook, type Reviewed } from "../review-workbook";
import { roundOfReview } from "../rounds/round-of-review";
import { reportFindings } from "../worded-review";
import type { ReviewOptions } from "../../core/review";
import { builtInPack } from "../../core/rules/packs/index";
import type { WorkbookHost } from "../../host/port";
import type { BatchFile } from "./batch-unit";

/** By what the files of a batch are reviewed. */
export interface BatchRules {
  readonly options: ReviewOptions;
  /** Each file by the one pack that is offered for certain; a file of which that can not be said is a row that says so. */
  readonly isPackOffered: boolean;
  readonly lang: Language;
  readonly wordNoPack: (offered: readonly string[], lang: Language) => string;
}

/** One file of a batch (SPEC Y7): what is wrong with it is its row; a fault of ours is thrown. */
export async function reviewUnitFile(
  file: string,
  host: WorkbookHost,
  rules: BatchRules,
  sourceOf: (reviewed: Reviewed) => ReportSource,
): Promise<BatchFile> {
  const { lang, options } = rules;
  const failed = (failure: string): BatchFile => ({ file, round: null, failure });
  let reviewed = await reviewWorkbook(host, options);
  if (reviewed.ok && rules.isPackOffered) {
    const certain = certainOffer(reviewed.value.review);
    const pack = "pack" in certain ? builtInPack(certain.pack) : null;
    if (pack) reviewed = await reviewWorkbook(host, { ...options, pack });
    // A workbook that holds a choice already needs no other.
    else if (!reviewed.value.review.pack)
      return failed(rules.wordNoPack("offered" in certain ? certain.offered : [], lang));
  }
  if (!reviewed.ok) return failed(wordFailure(reviewed.failure, lang));
  const findings = reportFindings(reviewed.value, lang);
  const round = roundOfReview(sourceOf(reviewed.value), reviewed.value, findings, lang);
  return { file, round: { ...round, file }, failure: null };
}
