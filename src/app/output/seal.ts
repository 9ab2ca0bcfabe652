import { auditWorkbook } from "../audit-workbook";
import type { Language } from "../failure-words";
import type { Reviewed } from "../review-workbook";
import { reportFindings } from "../worded-review";
import type { ReviewOptions } from "../../core/review";
import { exactText } from "../../core/model/exact";
import { builtInPack } from "../../core/rules/packs/index";
import { packText } from "../../core/rules/packs/pack-text";
import { auditJson } from "./audit-json";
import { reviewJson, type ReportSource } from "./json";

/** What a package of that kind says it is, and the version of its layout. */
export const SEAL_FORMAT = "pinghe-seal";
const LAYOUT = 1;

/** All that another person needs to derive a review anew (SPEC G18). */
export interface Seal {
  readonly format: typeof SEAL_FORMAT;
  readonly layout: number;
  readonly version: string;
  readonly lang: Language;
  readonly file: { readonly name: string; readonly sha256: string; readonly contentHash: string };
  readonly given: SealedOptions;
  readonly derived: unknown;
}

export interface SealedOptions {
  /** Each quantity with its exact number as text; pairs, since a name may be any text. */
  readonly inputs: readonly (readonly [name: string, number: string])[];
  /** As typed: "key=value". */
  readonly settings: readonly string[];
  /** Null: none chosen; `text` only of a person's own pack. */
  readonly pack: { readonly id: string; readonly version: string; readonly text: string | null } | null;
}

export function sealedOptions({ inputs, pack }: ReviewOptions, settings: readonly string[]): SealedOptions {
  return {
    inputs: [...inputs].map(([name, number]) => [name, exactText(number)] as const),
    settings,
    pack: pack && { id: pack.id, version: pack.version, text: builtInPack(pack.id) === pack ? null : packText(pack) },
  };
}

/** Everything that was derived from the workbook: findings, values, verdicts, each as `check` and `audit` print it. */
export function derivedFrom(source: ReportSource, reviewed: Reviewed, lang: Language) {
  const { audit, findings } = auditWorkbook(reviewed, lang);
  return {
    check: reviewJson(source, reviewed.review, reportFindings(reviewed, lang), lang),
    audit: auditJson(source, reviewed.book, reviewed.review, audit, findings, lang),
  };
}

export const sealOf = (source: ReportSource, given: SealedOptions, derived: unknown, lang: Language): Seal => ({
  format: SEAL_FORMAT,
  layout: LAYOUT,
  version: source.version,
  lang,
  file: { name: source.file, sha256: source.sha256, contentHash: source.contentHash },
  given,
  derived,
});
