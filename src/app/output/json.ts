import { a1 } from "../../core/workbook/address";
import { toDouble } from "../../core/model/exact";
import type { Finding } from "../../core/findings/finding";
import type { Review } from "../../core/review.types";
import type { Language } from "../failure-words";
import { offerFacts } from "../offer-words";
import { packBasis } from "../pack-words";
import { wordProblem } from "../problem-words";
import type { ReportedFinding } from "../worded-review";
import { countBySeverity } from "./count";
import { baseDataJson, outsideJson } from "./ledger-json";
import { quantityJson } from "./row-json";
import { tableJson } from "./table-json";

/**
 * The report of `check` and `score` as one JSON object. The fields are a contract for scripts (DESIGN "Command line"):
 * more may be added, none is renamed or removed.
 */
export interface ReportSource {
  readonly file: string;
  readonly sha256: string;
  readonly contentHash: string;
  readonly version: string;
  /** What of a document was not looked at, in the words of the report's language; absent where nothing is lost. */
  readonly lost?: readonly string[];
}

export type ReviewJson = ReturnType<typeof reviewJson>;

export function reviewJson(source: ReportSource, review: Review, findings: readonly ReportedFinding[], lang: Language) {
  return {
    ...source,
    pack: review.pack,
    basis: packBasis(review, lang),
    offers: offersJson(review, lang),
    settings: chosenSettings(review),
    tables: review.tables.map((reviewed, i) => tableJson(reviewed, review.ledger.tables[i], lang)),
    quantities: review.quantities.map(quantityJson),
    baseData: review.ledger.baseData.map(baseDataJson),
    outside: outsideJson(review.ledger),
    otherSheets: review.ledger.others.map(({ sheet, cells }) => ({ sheet, cells })),
    problems: review.problems.map((problem) => ({ ...problem, message: wordProblem(problem, lang) })),
    findings: findings.map(findingJson),
    summary: countBySeverity(findings),
  };
}

/** Packs that fit and nobody has chosen: what each would judge, in marks, and how many typed scores would differ. */
export const offersJson = (review: Review, lang: Language) =>
  offerFacts(review, lang).map(({ offer: { judged, covered, ...offer }, ...words }) => ({
    ...offer,
    judged: toDouble(judged),
    covered: toDouble(covered),
    ...words,
  }));

/** Only what somebody chose: the defaults are documented, and an empty object says that nobody changed them. */
function chosenSettings(review: Review): Record<string, string | number> {
  const chosen: Record<string, string | number> = {};
  for (const key of Object.keys(review.settings) as (keyof typeof review.settings)[]) {
    const value = review.settings[key];
    if (review.settingSources[key] !== "default") chosen[key] = typeof value === "object" ? toDouble(value) : value;
  }
  return chosen;
}

/** What follows from the same cause is named in the data of the one that speaks (SPEC F9). */
const dataOf = ({ data, also }: Finding): object => (also ? { ...data, also } : data);

export function findingJson({ finding, severity, message, fingerprint, waived, waiver, place }: ReportedFinding) {
  return {
    code: finding.code,
    severity,
    sheet: finding.sheet,
    cell: finding.at ? a1(finding.at) : null,
    ...(place !== undefined && { place }),
    path: finding.path,
    message,
    fingerprint,
    waived,
    waiver: waived ? (waiver ?? "") : null,
    group: finding.group ?? null,
    data: dataOf(finding),
  };
}
