import type { Finding } from "./findings/finding";
import type { CellPosition } from "./workbook/address";
import type { Exact } from "./model/exact";
import type { Quantity } from "./model/quantity";
import type { Indicator, ScoringTable } from "./model/scoring-table";
import type { BindingProblem } from "./model/binding-problem";
import type { Comparison, Verdict } from "./review.types/comparison";
import type { Ledger } from "./review.types/ledger";
import type { Coverage, Justification, MarkState, RateResult, RuleAnswer, ScoreResult } from "./review.types/results";
import type { TotalRules } from "./review.types/total-rules";
import type { SourcedDefinition, SourcedRule } from "./rules/rule";
import type { PackFile } from "./rules/packs/schema";
import type { SettingSource } from "./rules/settings";
import type { Settings } from "./rules/setting-types";

export type * from "./review.types/comparison";
export type * from "./review.types/ledger";
export type * from "./review.types/results";
export type * from "./review.types/total-rules";

/** The whole result of reading, checking and computing one workbook. Plain data; nothing is written yet. */
export interface Review {
  readonly tables: readonly TableReview[];
  readonly quantities: readonly Quantity[];
  /** What binding could not settle, for a person to settle. */
  readonly problems: readonly BindingProblem[];
  readonly findings: readonly Finding[];
  /** Whether a narrative report lay beside the workbook, so that `findings` hold what it raises, too; absent for no. */
  readonly besideReport?: boolean;
  readonly settings: Settings;
  readonly settingSources: Readonly<Record<keyof Settings, SettingSource>>;
  readonly pack: {
    readonly id: string;
    readonly version: string;
    /** The version by which the workbook was judged when its choice was made, where that was another one. */
    readonly chosenVersion?: string;
    /** Packs that took this one's place since it was released. */
    readonly replacedBy?: readonly string[];
  } | null;
  /** The pack that judges, with all that it says; null where none does. */
  readonly packFile: PackFile | null;
  /** Packs that would judge more and that nobody has chosen; nothing counts by them (SPEC O2). */
  readonly offers: readonly Offer[];
  readonly ledger: Ledger;
}

/** A pack whose form a table has, with what it would come to. */
export interface Offer {
  /** The table's id, and its sheet. */
  readonly table: string;
  readonly sheet: string;
  /** The form that was recognised. */
  readonly form: string;
  readonly pack: string;
  readonly version: string;
  readonly document: string;
  /** The form's words that were found, each with its cell. */
  readonly because: readonly string[];
  /** False where the form is known but not whether these rules hold for it: `--pack auto` never takes it. */
  readonly certain: boolean;
  /** Marks that would be recomputed, as the cells stand. */
  readonly judged: Exact;
  /** Marks that would have a rule; more than `judged` while something is not filled in. */
  readonly covered: Exact;
  /** Typed scores that would differ. */
  readonly differing: number;
}

export interface TableReview {
  readonly table: ScoringTable;
  readonly indicators: readonly IndicatorReview[];
  readonly levels: readonly LevelReview[];
  readonly funding: FundingReview | null;
  readonly coverage: Coverage;
  readonly totals: Totals;
  /** Of the stated total score; absent until the checks have run. */
  readonly totalVerdict?: Verdict | null;
  /** What a pack does to the total; absent where no pack does anything, or by setting. */
  readonly totalRules?: TotalRules;
  /** Of each score, rate, sub-total and total cell; absent until the checks have run. */
  readonly comparisons?: readonly Comparison[];
}

/** Why a printed standard was not understood: at which words, and how the text could say it. */
interface UnreadText {
  readonly zh: string;
  readonly en: string;
  readonly near?: string;
  readonly wants?: { readonly zh: string; readonly en: string };
}

export interface IndicatorReview {
  readonly indicator: Indicator;
  /** The printed (or framework's) definition of its rate; null where there is none. */
  readonly definition: SourcedDefinition | null;
  readonly rate: RateResult;
  readonly rule: SourcedRule | null;
  /** Why a printed standard was not understood, in words with the place; null otherwise. */
  readonly unreadStandard: UnreadText | null;
  /** What the rule reads and the answers it was given. */
  readonly answers: readonly RuleAnswer[];
  readonly recomputed: ScoreResult;
  /** What the mark came to. */
  readonly state: MarkState;
  readonly justification: Justification;
  /** Of the score; absent until the checks have run. */
  readonly verdict?: Verdict | null;
  /** Of the rate that the table states; absent until the checks have run. */
  readonly rateVerdict?: Verdict | null;
  /** Evidence that the pack or the rows of 评价要点 ask for and nobody noted; absent otherwise. */
  readonly evidence?: "wanting";
}

export interface LevelReview {
  readonly path: readonly string[];
  readonly at: CellPosition;
  readonly statedMark: Exact | null;
  /** Sum of the marks the table lists below it. */
  readonly markSum: Exact;
  /** Null unless every member has a score. */
  readonly scoreSum: Exact | null;
  /** Null unless every member's score was recomputed. */
  readonly recomputedSum: Exact | null;
  /** Of the level's stated score; absent until the checks have run. */
  readonly verdict?: Verdict | null;
}

export interface FundingReview {
  readonly initialBudget: Exact | null;
  readonly budget: Exact | null;
  readonly executed: Exact | null;
  readonly rate: RateResult;
  /** The block's own 执行率 as its cell states it: 0.95 or 95. */
  readonly statedRate: Exact | null;
  readonly fullMark: Exact | null;
  readonly score: Exact | null;
  /** The pack's rule for 预算执行率; null where no pack judges it. */
  readonly rule: SourcedRule | null;
  readonly recomputed: ScoreResult;
  readonly state: MarkState;
}

export interface Totals {
  readonly fullMark: Exact;
  readonly statedFullMark: Exact | null;
  /** Sum of the scores typed; null where none is. */
  readonly score: Exact | null;
  readonly statedScore: Exact | null;
  /** Null until every mark is judged. */
  readonly recomputed: Exact | null;
  readonly capped: { readonly before: Exact; readonly after: Exact; readonly clause: string } | null;
  readonly grade: {
    readonly value: "优" | "良" | "中" | "差";
    readonly basis: "self" | "recomputed" | "reviewed";
  } | null;
}
