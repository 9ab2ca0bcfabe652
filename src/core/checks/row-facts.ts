import { sumExact, type Exact } from "../model/exact";
import { scoreGroups, type ScoreGroup } from "../model/score-groups";
import { sheetViews, type SheetView } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { IndicatorReview, TableReview } from "../review.types";
import { targetSides } from "../rules/target-sides";

/** What is asked of a row when its findings are set beside each other: what is due, and what its score is made from. */
export class RowFacts {
  private readonly group: ScoreGroup;
  private readonly reviews: readonly IndicatorReview[];
  /** Whether a formula stands in its score cell: a blank one is filled in by what the formula reads. */
  readonly scoreIsFormula: boolean;

  private constructor(group: ScoreGroup, reviews: readonly IndicatorReview[], view: SheetView | undefined) {
    this.group = group;
    this.reviews = reviews;
    this.scoreIsFormula = group.scores.some(({ at }) => view?.cell(at.row, at.column)?.formula !== undefined);
  }

  /** By table and path of each group's indicators, joined by line breaks. */
  static of(book: WorkbookSnapshot, tables: readonly TableReview[]): ReadonlyMap<string, RowFacts> {
    const views = sheetViews(book);
    const rows = new Map<string, RowFacts>();
    for (const { table, indicators } of tables) {
      const reviewOf = new Map(indicators.map((review) => [review.indicator, review]));
      for (const group of scoreGroups(table)) {
        const facts = new RowFacts(
          group,
          group.indicators.flatMap((one) => reviewOf.get(one) ?? []),
          views.get(table.sheet),
        );
        for (const { path } of group.indicators) rows.set([table.id, ...path].join("\n"), facts);
      }
    }
    return rows;
  }

  /** Null while not all of the group was recomputed. */
  get due(): Exact | null {
    const scores = this.reviews.flatMap(({ recomputed }) =>
      recomputed.status === "computed" ? [recomputed.score] : [],
    );
    return scores.length === 0 || scores.length < this.reviews.length ? null : sumExact(scores);
  }

  /** Whether the whole mark is due; null where it is not known. */
  get fullIsDue(): boolean | null {
    const { due } = this;
    const { fullMark } = this.group;
    return due === null || fullMark === null ? null : due.compare(fullMark) >= 0;
  }

  /** Whether the table's own 扣分 leaves what is due. */
  get deductionIsDue(): boolean {
    const { due } = this;
    const { deduction, fullMark } = this.group;
    if (due === null || deduction === null || fullMark === null) return false;
    return fullMark.sub(deduction).equals(due);
  }

  /** Whether what the rule waits for is the comparison of target and actual value. */
  get comparesTarget(): boolean {
    return this.reviews.some(
      ({ rule }) =>
        rule?.rule.clauses.some((clause) => targetSides(clause) !== null || clause.kind === "tiers") === true,
    );
  }
}
