import type { Exact } from "../model/exact";
import type { Measure } from "../model/measure";
import type { Span } from "./text/prose";

/** Which of the figures of one name a number is: 年初预算, 全年预算, 执行数… */
export type Phase = "initialBudget" | "adjustedBudget" | "executed" | "final" | "target" | "actual" | "lastYear";

/** What a number does in its sentence: stated is a quantity of its own, all others belong to one. */
export type Role =
  | "stated"
  | "delta" // 增加12万元
  | "growth" // 增长5.32%
  | "share" // 占40%
  | "rate" // 执行率95%, 完成预算的95%
  | "previous" // 较上年2.08
  | "difference" // 差值为3
  | "points"; // 提高2个百分点

/** A number of the text that has a unit. Offsets are those of `Prose.text`. */
export interface Statement extends Span {
  /** The words in front of the number that say what it is, without year, 其中 and verbs; empty where there are none. */
  readonly label: string;
  /** Words that part one quantity from another of its name: 同口径, 政府性基金, 本级. */
  readonly qualifiers: readonly string[];
  readonly year: number | null;
  readonly phase: Phase | null;
  /** True for 约30万元 and 95%以上: it may confirm, and contradicts nothing. */
  readonly isAbout: boolean;
  /** As printed, in `measure`; a decrease is negative. */
  readonly value: Exact;
  readonly decimals: number;
  readonly measure: Measure;
  readonly role: Role;
  /** Of a number with its words in front: the first of them. */
  readonly labelFrom: number;
  /** How many brackets stand open around it. */
  readonly depth: number;
  /** Index of its sentence. */
  readonly sentence: number;
}

/** Why nothing may be concluded from numbers that stand together. */
type OpenReason = "openList" | "readingsDiffer" | "noBase" | "unlike";

/** How a computed number stands to the stated one. Three answers, never two. */
export type Verdict =
  | { readonly is: "holds"; readonly rounded: boolean }
  | { readonly is: "contradicts"; readonly computed: Exact; readonly hint: Hint | null }
  | { readonly is: "open"; readonly why: OpenReason };

/** How a wrong percentage most likely came about. */
export type Hint = "dividedByThisYear";

/** Numbers of the text that are bound by arithmetic, with what came of it. */
export type Relation =
  | PartsRelation
  | {
      readonly is: "growth";
      readonly of: Statement;
      readonly delta: Statement | null;
      readonly percent: Statement | null;
      readonly previous: Statement | null;
      /** Which of the numbers the others contradict, where they do: the percentage, or the amount before. */
      readonly wrong: Statement;
      readonly verdict: Verdict;
    }
  | {
      readonly is: "share" | "rate";
      readonly part: Statement;
      readonly whole: Statement;
      readonly percent: Statement;
      readonly verdict: Verdict;
    }
  | {
      readonly is: "difference";
      readonly a: Statement;
      readonly b: Statement;
      readonly result: Statement;
      readonly verdict: Verdict;
    }
  | {
      readonly is: "count";
      readonly stated: number;
      readonly listed: number;
      /** 个股室: what is counted. */
      readonly noun: string;
      readonly span: Span;
      readonly items: readonly Span[];
      readonly verdict: Verdict;
    };

export interface PartsRelation {
  readonly is: "parts";
  readonly whole: Statement;
  readonly parts: readonly Statement[];
  readonly list: "complete" | "sample" | "open";
  readonly verdict: Verdict;
}
