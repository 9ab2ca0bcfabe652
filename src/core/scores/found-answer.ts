import type { Exact } from "../model/exact";
import type { Indicator, TableCell } from "../model/scoring-table";
import { notVerifiable, type Value } from "../model/value";
import type { RateResult, RuleAnswer } from "../review.types";
import type { Rule, SourcedDefinition } from "../rules/rule";
import type { Settings } from "../rules/setting-types";
import type { ResolvedIndicator } from "../sources/resolve";

/** What an indicator is scored by. */
export interface Subject {
  readonly indicator: Indicator;
  readonly definition: SourcedDefinition | null;
  readonly rate: RateResult;
  readonly rule: Rule;
  /** The printed text or the pack's clause. */
  readonly text: string;
  readonly tiers: ResolvedIndicator["tiers"];
  readonly settings: Settings;
}

/** One answer: its value, and the cell or name by which a formula reads it. */
export interface Found {
  readonly value: Value;
  readonly reference: string | null;
  /** The table's cell it was read from. */
  readonly cell?: TableCell | null;
  /** The value is what the cell holds times this. */
  readonly scale?: Exact;
  /** The value is what the cell holds as a share of what this one does. */
  readonly of?: TableCell;
  /** Where it was typed in 基础数据. */
  readonly base?: RuleAnswer["base"];
  /** Of a choice that the cell names in words: the words for each option. */
  readonly words?: readonly (readonly string[])[];
  /** The key of `inputs` that answered. */
  readonly used?: string;
}

/** What is still to be given: by its name, or by the names of what it is made of. */
export const unanswered = (missing: readonly string[]): Found => ({
  value: notVerifiable(missing),
  reference: null,
});
