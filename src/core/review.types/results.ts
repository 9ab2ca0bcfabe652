import type { TypedAnswer } from "../findings/kinds/rates";
import type { Exact } from "../model/exact";
import type { TableCell } from "../model/scoring-table";
import type { ExplanationStep } from "../rules/rule";
import type { RuleInput } from "../rules/rule-input";
import type { CellAddress } from "../workbook/address";

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

export type Justification = "notRequired" | "present" | "missing" | "placeholder" | "copied";

/**
 * The one state of a mark (SPEC V1): 一致, 不符, 未评分 (recomputed; the typed score is blank, no number, or one cell for
 * several), 缺数据, 无标准, 不适用.
 */
export type MarkState = "agreeing" | "differing" | "uncompared" | "notVerifiable" | "notJudged" | "notApplicable";

/** In marks, each in one state: the six states add up to `marks`, and the first three to `judged`. */
export interface Coverage extends Readonly<Record<MarkState, Exact>> {
  readonly marks: Exact;
  readonly judged: Exact;
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
  /** `number` is what the cell holds as a share of what this one does: the actual value of the target. */
  readonly of?: TableCell;
  /** Where it was typed in 基础数据, and the words that may stand there; none for a number. Absent where it was not. */
  readonly base?: { readonly at: CellAddress; readonly options: readonly string[] };
  /** Of a choice that a cell names in words: the words for each option, in order. */
  readonly words?: readonly (readonly string[])[];
  /** What stands in 基础数据 and is none of the options; absent where it answers, or nothing stands there. */
  readonly typed?: TypedAnswer;
}
