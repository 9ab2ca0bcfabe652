import type { CellAddress } from "../workbook/address";
import type { FormulaNode } from "../formula/written";
import type { Definition } from "./definition";
import type { Exact } from "../model/exact";
import type { Value } from "../model/value";
import type { Clause, ClauseKind } from "./clause";
import type { RuleInput } from "./rule-input";
import type { Settings } from "./setting-types";

/**
 * A scoring rule as data. From it come a check, an exact score, a live formula and an explanation (DESIGN "The idea").
 */
export interface Rule {
  readonly fullMark: Exact;
  readonly clauses: readonly Clause[];
  /**
   * How the clauses' scores compose: sum of parts, the lowest, or the first that applies. In `first` a `bands` clause
   * without `otherwise` applies where a band holds the value, a `binary` where its condition is met, any other kind and
   * the last clause always (SPEC S4). Several deductions from one mark are a `sum` whose later clauses have full 0.
   */
  readonly combine: "sum" | "min" | "first";
  /** 未设置…的，该项不得分: conditions that must all hold, else the score of the first that does not. */
  readonly gates: readonly Gate[];
  /** 没有…项目的按满分计算: when the rule does not apply, and what that is worth. */
  readonly applicability: Applicability | null;
  /** The most the rule can give; null: the full mark. */
  readonly cap: Exact | null;
  /** What the text leaves open, in words, with the setting that decides it; empty where nothing is open. */
  readonly ambiguities: readonly Ambiguity[];
}

export interface Gate {
  /** Answered 1 where the condition holds. */
  readonly input: RuleInput;
  readonly otherwise: Exact;
}

export interface Applicability {
  /** Answered 1 where the rule applies; unanswered, the rule's own inputs show whether it does (SPEC S6). */
  readonly input: RuleInput;
  readonly treatment: "full" | "zero" | "setting";
}

export interface Ambiguity {
  readonly about: "partialSteps" | "bandGap" | "bandOverlap" | "openEnd" | "cap" | "direction" | "unit" | "other";
  readonly zh: string;
  readonly en: string;
}

export type RuleSource = "template" | "pack" | "table" | "workbook";

/** A rule with the place it came from, as it is shown to a person. */
export interface SourcedRule {
  readonly rule: Rule;
  readonly source: RuleSource;
  /** The printed text or the pack's clause. */
  readonly text: string;
  /** A1 of the printed text with its sheet, or the pack's id and rule id. */
  readonly at: string;
  /** True where the pack it comes from is official; a pack's rule is usual otherwise. */
  readonly official?: true;
  /** The table's cell that prints it, where that is none of the row's own. */
  readonly printedAt?: CellAddress;
}

/** Whether a rule is what is usual elsewhere, neither printed in the table nor laid down by an office. */
export const isUsualRule = ({ source, official }: SourcedRule): boolean =>
  (source === "pack" || source === "workbook") && official !== true;

export type RuleReading =
  { readonly ok: true; readonly rule: Rule } | { readonly ok: false; readonly reason: StandardProblem };

/** What kind of thing in a text was not read, and in which phase of reading it showed (SPEC L50). */
export type RefusalCode =
  | "condition"
  | "effect"
  | "scope"
  | "marks"
  | "two-readings"
  | "not-placed"
  | "idle-clause"
  | "judgement"
  | "elsewhere";
export type RefusalPhase = "words" | "conditions" | "clauses" | "scopes" | "rule";

/** Why a printed standard could not be read: words for a person, where in the text, and what would help. */
export interface StandardProblem {
  readonly code: RefusalCode;
  readonly phase: RefusalPhase;
  /** The sentence in which the reader stopped, as places of the typed text; `end` is behind the last sign. */
  readonly span: { readonly at: number; readonly end: number };
  /** Where the reader stopped. */
  readonly position: number;
  readonly near: string;
  readonly zh: string;
  readonly en: string;
  /** How the text could say it so that it reads. */
  readonly wants: { readonly zh: string; readonly en: string };
}

/** Answers for a rule's inputs by name. */
export type RuleAnswers = ReadonlyMap<string, Value>;

/** A score with the steps that led to it. */
export interface ScoreOutcome {
  readonly value: Value;
  readonly steps: readonly ExplanationStep[];
}

/** One line of arithmetic with the numbers put in, in both languages. */
export interface ExplanationStep {
  readonly zh: string;
  readonly en: string;
}

/** Lowest and highest score a clause can give; null: no end on that side. */
export interface ScoreRange {
  readonly low: Exact | null;
  readonly high: Exact | null;
}

/**
 * One file per kind implements this; `kinds/index.ts` holds the one exhaustive record.
 * `check` guards `evaluate`; `evaluate` never touches formulas and `compile` never computes: SPEC fixes what both must give.
 */
export interface RuleKind<C extends Clause> {
  /** What the clause reads. */
  readonly inputs: (clause: C) => readonly RuleInput[];
  /** What it can not do without; absent: all inputs. A kind that says less puts guards of its own around the rest. */
  readonly needs?: (clause: C) => readonly RuleInput[];
  /** Faults in the clause itself (overlapping bands, a zero step…); empty where it is sound. */
  readonly check: (clause: C) => readonly ClauseFault[];
  readonly range: (clause: C) => ScoreRange;
  /** Whether it gives any score between two others; else only the marks of `scores`, their sums and their differences. */
  readonly continuous: (clause: C, settings: Settings) => boolean;
  /** The marks it names, besides those that come of `continuous`. */
  readonly scores: (clause: C) => readonly Exact[];
  /** Whether the clause applies to these (usable) answers where the first that applies counts; absent: always. */
  readonly applies?: (clause: C, answers: RuleAnswers) => boolean;
  /** Whether usable answers always give a score; false: `compile` may come to "" (a gap between bands…). */
  readonly decides: (clause: C, settings: Settings) => boolean;
  /** The exact score, unrounded. */
  readonly evaluate: (clause: C, answers: RuleAnswers, settings: Settings) => ScoreOutcome;
  /**
   * The score in functions that Excel 2016, WPS and LibreOffice understand, for usable inputs: `inputs.ts` puts the guard
   * around it. `ref` gives the reference that stands for an input; `otherwise` is the formula for where the clause does
   * not apply, and stands in for its own remainder.
   */
  readonly compile: (clause: C, ref: InputReference, settings: Settings, otherwise?: FormulaNode) => FormulaNode;
  /** The rule in words, no numbers put in. */
  readonly explain: (clause: C, settings: Settings) => ExplanationStep;
}

/** The reference (cell, name or expression) that stands for an input in a formula. */
export type InputReference = (input: RuleInput) => FormulaNode;

export interface ClauseFault {
  readonly severity: "error" | "warning";
  readonly zh: string;
  readonly en: string;
}

/** A rate's definition with the place it came from. */
export interface SourcedDefinition {
  readonly definition: Definition;
  readonly source: RuleSource;
  readonly at: string;
}

export type { Clause, ClauseKind };
