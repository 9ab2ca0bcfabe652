import type { Exact } from "../../core/model/exact";
import { lostMarks, scoreGroups } from "../../core/model/score-groups";
import type { ScoringTable, TableCell } from "../../core/model/scoring-table";
import { isPlaceholder } from "../../core/language/reason";
import { EXECUTION_RATE } from "../../core/model/named-indicators";
import type { FundingReview, TableReview } from "../../core/review.types";
import { isBlankValue } from "../../core/model/text";
import { scalarText } from "../../core/workbook/cell-content";

/** What was deducted: of one indicator, or of several that share a score cell. */
export interface Deduction {
  readonly names: readonly string[];
  readonly fullMark: Exact | null;
  readonly score: Exact | null;
  readonly lost: Exact;
  /** As the table gives it; null where it gives none, or one that explains nothing (无, /). */
  readonly reason: string | null;
}

/** Those of the funding block first, as it stands first in the form. */
export const deductionsOf = (reviewed: TableReview): readonly Deduction[] => [
  ...(reviewed.funding ? ofFunding(reviewed.funding, reviewed.table) : []),
  ...ofIndicators(reviewed),
];

function ofFunding({ fullMark, score }: FundingReview, { funding }: ScoringTable): readonly Deduction[] {
  if (!fullMark || !score || fullMark.compare(score) <= 0) return [];
  const said = textIn(funding?.total?.cells.reason ?? null);
  const reason = said !== null && isPlaceholder(said) ? null : said;
  return [{ names: [EXECUTION_RATE], fullMark, score, lost: fullMark.sub(score), reason }];
}

function ofIndicators({ table, indicators }: TableReview): readonly Deduction[] {
  const empty = new Set(indicators.flatMap((one) => (one.justification === "placeholder" ? [one.indicator] : [])));
  return scoreGroups(table).flatMap((group) => {
    const lost = lostMarks(group);
    if (!lost) return [];
    const reasons = group.indicators.filter((one) => !empty.has(one)).flatMap(({ reason }) => textIn(reason) ?? []);
    return [
      {
        names: group.indicators.map(({ path }) => path.at(-1) ?? ""),
        fullMark: group.fullMark,
        score: group.score,
        lost,
        reason: reasons.length > 0 ? [...new Set(reasons)].join("；") : null,
      },
    ];
  });
}

const textIn = (cell: TableCell | null): string | null =>
  !cell || cell.picture || isBlankValue(cell.raw) ? null : scalarText(cell.raw).trim();
