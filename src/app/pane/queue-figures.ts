import type { Finding } from "../../core/findings/finding";
import { compareExact, exactFromText, ZERO, type Exact } from "../../core/model/exact";
import type { IndicatorReview, TableReview } from "../../core/review.types";
import { marks } from "./marks";
import type { Fact, QueueKind } from "./queue-item";

/** The indicator that a finding is about. */
export interface Place {
  readonly table: TableReview;
  readonly one: IndicatorReview;
  readonly index: number;
}

/** Marks that are at stake at an item. */
export function stakeOf(kind: QueueKind, finding: Finding, place: Place | undefined): Exact {
  const mark = place?.one.indicator.fullMark?.number ?? ZERO;
  const score = place?.one.indicator.score?.stated?.number ?? null;
  switch (kind) {
    case "differs": {
      const { recomputed } = place?.one ?? {};
      return score && recomputed?.status === "computed" ? score.sub(recomputed.score).abs() : ZERO;
    }
    case "unscored":
      return mark;
    case "unexplained":
      return score ? mark.sub(score) : ZERO;
    case "lacking":
      // A mark without a standard waits for no data (SPEC V11).
      return place?.one.recomputed.status === "notVerifiable" ? mark : ZERO;
    case "table":
    case "formula":
      return apart(finding);
    default:
      return ZERO;
  }
}

/** How far two figures of a finding are apart. */
function apart(finding: Finding): Exact {
  const pair = figures(finding);
  const [stated, due] = [exactFromText(pair?.stored ?? ""), exactFromText(pair?.due ?? "")];
  return stated && due ? stated.sub(due).abs() : ZERO;
}

function figures({ data }: Finding): { readonly stored: string; readonly due: string } | null {
  if ("stated" in data && "sum" in data) return { stored: data.stated, due: data.sum };
  if ("stored" in data && "calculated" in data) return { stored: data.stored, due: data.calculated };
  if ("inText" in data && "inTable" in data) return { stored: data.inText, due: data.inTable };
  if ("stated" in data && "computed" in data) return { stored: data.stated, due: data.computed };
  return null;
}

export function factOf(kind: QueueKind, finding: Finding, place: Place | undefined, stake: Exact): Fact {
  const { indicator, recomputed } = place?.one ?? {};
  const score = indicator?.score?.stated?.number ?? null;
  const mark = indicator?.fullMark?.number ?? null;
  switch (kind) {
    case "differs":
      if (score && recomputed?.status === "computed" && !score.equals(recomputed.score))
        return { is: "change", from: marks(score), to: marks(recomputed.score) };
      return pairOf(finding);
    case "unscored":
      return { is: "blank", full: mark && marks(mark) };
    case "unexplained":
      return score && mark
        ? { is: "deducted", score: marks(score), full: marks(mark), by: marks(mark.sub(score)) }
        : { is: "none" };
    case "lacking":
      return compareExact(stake, ZERO) > 0 ? { is: "marks", marks: marks(stake) } : { is: "none" };
    case "table":
    case "formula":
    case "report":
      return pairOf(finding);
    default:
      return { is: "none" };
  }
}

function pairOf(finding: Finding): Fact {
  const pair = figures(finding);
  return pair && pair.stored.length <= 12 && pair.due.length <= 12 ? { is: "unequal", ...pair } : { is: "none" };
}
