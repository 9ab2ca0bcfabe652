import type { TypedAnswer } from "./findings/kinds/rates";
import type { Finding } from "./findings/finding";
import type { CellPosition, Rect } from "./workbook/address";
import type { CellScalar } from "./workbook/snapshot";
import type { CellLedger, OtherSheet } from "./model/account";
import type { BaseDataTable } from "./model/base-data";
import type { Exact } from "./model/exact";
import type { Quantity } from "./model/quantity";
import type { Indicator, ScoringTable, TableCell } from "./model/scoring-table";
import type { BindingProblem } from "./model/binding-problem";
import type { Bound } from "./rules/clause";
import type { ExplanationStep, SourcedDefinition, SourcedRule } from "./rules/rule";
import type { PackFile } from "./rules/packs/schema";
import type { SettingSource } from "./rules/settings";
import type { RuleInput } from "./rules/rule-input";
import type { Settings } from "./rules/setting-types";

/** The whole result of reading, checking and computing one workbook. Plain data; nothing is written yet. */
export interface Review {
  readonly tables: readonly TableReview[];
  readonly quantities: readonly Quantity[];
  /** What binding could not settle, for a person to settle. */
  readonly problems: readonly BindingProblem[];
  readonly findings: readonly Finding[];
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

/** Every cell's account, closed, and what was examined of each indicator (SPEC Z). */
export interface Ledger {
  /** In the order of the review's tables. */
  readonly tables: readonly TableLedger[];
  readonly baseData: readonly BaseLedger[];
  /** Filled cells far from every table, by sheet. */
  readonly outside: readonly { readonly sheet: string; readonly area: Rect; readonly cells: number }[];
  /** Sheets on which nothing was read, though something stands on them. */
  readonly others: readonly OtherSheet[];
}

export interface TableLedger {
  readonly table: ScoringTable;
  readonly cells: CellLedger;
  /** In the order of the table's indicators. */
  readonly examined: readonly Examined[];
}

export interface BaseLedger {
  readonly base: BaseDataTable;
  readonly cells: CellLedger;
}

/** What was examined of one indicator, aspect by aspect: never silent about one that could not be. */
export interface Examined {
  /** shared: the mark stands in a cell of several indicators, or in a level's. */
  readonly mark: "ok" | "none" | "shared";
  readonly score: "ok" | "blank" | "notANumber" | "none";
  readonly reason: Justification;
  readonly rate: RateResult["status"];
  readonly target: "met" | "missed" | "unclear" | "incomparable" | "blank" | "none";
  readonly recomputed: ScoreResult["status"];
  readonly evidence: "present" | "blank" | "wanting" | "none";
  /** What target and actual value were read as; null where there is neither. */
  readonly reading: { readonly target: ExaminedReading | null; readonly actual: ExaminedReading | null } | null;
  /** Why an aspect could not be compared or judged. */
  readonly why: Readonly<Partial<Record<"mark" | "score" | "rate" | "target" | "recomputed", BilingualText>>>;
}

/** A target or an actual value as it was read, in one line, and the numbers in it: none for words, two for a range. */
export interface ExaminedReading {
  readonly text: string;
  readonly numbers: readonly Exact[];
}

export interface BilingualText {
  readonly zh: string;
  readonly en: string;
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

/** A cell of a scoring table that follows from others: one score, a rate, a level's or the table's sum. */
export interface ComparedCell {
  readonly kind: "score" | "rate" | "level" | "total";
  /** A level and a total state scores, marks, or both. */
  readonly of: "score" | "mark" | "rate";
  readonly at: CellPosition;
  readonly path: readonly string[];
  /** What it is called: the last name of its path, or what the row says (合计). */
  readonly name: string;
}

/** What a cell holds, what it recalculates to and what the rule gives, side by side, with one verdict (SPEC G8). */
export interface Comparison extends ComparedCell {
  readonly formula: string | null;
  /** The formula that the table's own rule asks for, in this sheet's cells; null where none can be told. */
  readonly expected: string | null;
  /** Typed, or stored for the formula. */
  readonly held: CellScalar;
  /** The number that it states, 5分 and 95% being numbers; null where it states none. */
  readonly stated: Exact | null;
  /** From the stored values of the cells that the formula reads; null for what is typed, or can not be recalculated. */
  readonly isolated: CellScalar;
  /** What a full recalculation gives; null as above. */
  readonly recalculated: CellScalar;
  /** In the cell's own scale: 95 where it counts percent. */
  readonly rule: Exact | null;
  readonly verdict: Verdict | null;
}

/** Caps on a table's total and deductions from it, with the answers to their questions (SPEC V4, V9). */
export interface TotalRules {
  readonly caps: readonly TotalCap[];
  readonly deductions: readonly TotalDeduction[];
  /** Where 预算执行率 stands: the funding block, or the indicator of that index; null where nowhere. */
  readonly executionRate: "funding" | number | null;
}

export interface TotalCap {
  readonly total: Exact;
  readonly clause: string;
  readonly when:
    | { readonly kind: "executionRate"; readonly from: Bound | null; readonly to: Bound | null }
    | { readonly kind: "question"; readonly answer: RuleAnswer; readonly wanted: Exact };
}

/** Taken off the total for each indicator whose actual value is this far from its target. */
export interface TotalDeduction {
  readonly clause: string;
  /** |B ÷ A − 1|, as a fraction; B ÷ A − 1 where only what exceeds the target counts. */
  readonly atLeast: Exact;
  readonly exceeds: boolean;
  readonly deduct: Exact;
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

export interface RuleAnswer {
  readonly input: RuleInput;
  readonly number: Exact | null;
  /** The defined name or cell by which a formula reads it; null where it has none yet. */
  readonly reference: string | null;
  /** The table's cell that states it, where one does; a formula reads the number there. */
  readonly cell: TableCell | null;
  /** `number` is what the cell holds times this; absent: as it stands. */
  readonly scale?: Exact;
  /** Of a choice that a cell names in words: the words for each option, in order. */
  readonly words?: readonly (readonly string[])[];
  /** What stands in 基础数据 and is none of the options; absent where it answers, or nothing stands there. */
  readonly typed?: TypedAnswer;
}

/** A rate as a fraction: exact, or why there is none. */
export type RateResult =
  | {
      readonly status: "computed";
      readonly number: Exact;
      readonly steps: readonly ExplanationStep[];
      /** Names whose number can not be: the arithmetic stands, no score is made of it. Absent where there is none. */
      readonly impossible?: readonly string[];
    }
  | { readonly status: "notVerifiable"; readonly missing: readonly string[] }
  | { readonly status: "notApplicable"; readonly reason: "zeroBase" | "stated" }
  | { readonly status: "none" };

export type ScoreResult =
  | { readonly status: "computed"; readonly score: Exact; readonly steps: readonly ExplanationStep[] }
  | { readonly status: "notJudged"; readonly reason: "noStandard" | "unreadable" | "noFullMark" }
  | { readonly status: "notVerifiable"; readonly missing: readonly string[] }
  | { readonly status: "notApplicable" };

/**
 * Of a score, rate, sub-total or total: how what is typed or stored, what it recalculates to and what the rule gives compare
 * (SPEC G8). Null where there is nothing to compare.
 */
export type Verdict =
  | "agrees"
  | "overwritten"
  | "stale"
  | "textAsZero"
  | "rounding"
  | "wrongFormula"
  | "wrongInput"
  | "typed"
  | "notRecalculated";

export type Justification = "notRequired" | "present" | "missing" | "placeholder" | "copied";

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

/**
 * The one state of a mark (SPEC V1): 一致, 不符, 已复算而没有可比的得分 (blank, no number, or one cell for several), 缺数据,
 * 无标准, 不适用.
 */
export type MarkState = "agreeing" | "differing" | "uncompared" | "notVerifiable" | "notJudged" | "notApplicable";

/** In marks, each in one state: the six states add up to `marks`, and the first three to `judged`. */
export interface Coverage extends Readonly<Record<MarkState, Exact>> {
  readonly marks: Exact;
  readonly judged: Exact;
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
