import type { Exact } from "../../../model/exact";
import type { Span, Token } from "../words/token";

/** An amount of marks as printed, before the full mark is known to it. */
export type Amount =
  | { readonly type: "marks"; readonly value: Exact; readonly per: string | null }
  /** 得满分（5分）: `stated` is the number in the brackets. */
  | { readonly type: "full"; readonly stated: Exact | null }
  | { readonly type: "share"; readonly share: Exact }
  /** 得3-5分; `shares`: 得90%-100%的分值, fractions of the full mark. */
  | ({ readonly type: "range"; readonly low: Exact; readonly high: Exact; readonly shares: boolean } & SaidEnds);

/** 8（含）—10分: which ends of a range the text gives to it; null where it does not say. */
export interface SaidEnds {
  readonly lowClosed: boolean | null;
  readonly highClosed: boolean | null;
}

/** What one piece of the text says, in printed order. Conditions stay tokens until it is known what they must be. */
export type Statement = Span &
  (
    | {
        readonly type: "award";
        readonly condition: readonly Token[];
        readonly amount: Amount;
        readonly bonus: boolean;
        /** 各得1分. */ readonly all: boolean;
      }
    | { readonly type: "deduct"; readonly condition: readonly Token[]; readonly amount: Amount }
    /** 按比例计分: `base` is what stands between 按 and 计分. */
    | {
        readonly type: "proportion";
        readonly condition: readonly Token[];
        readonly base: readonly Token[];
        readonly loss: boolean;
      }
    /** 得分=执行率×分值. */
    | { readonly type: "formula"; readonly condition: readonly Token[]; readonly formula: readonly Token[] }
    /** 扣完为止. */
    | { readonly type: "tail" }
    /** 满分为止, 最高不超过分值. */
    | { readonly type: "cap" }
    | {
        readonly type: "limit";
        readonly which: "least" | "most";
        readonly of: "score" | "loss";
        readonly amount: Amount;
      }
    /** 满分5分, 共5分. */
    | { readonly type: "stated"; readonly value: Exact }
    | { readonly type: "heading"; readonly tokens: readonly Token[]; readonly mark: Exact | null }
    | { readonly type: "marker"; readonly style: string; readonly ordinal: number }
    | { readonly type: "note"; readonly tokens: readonly Token[] }
  );

export type StatementOf<T extends Statement["type"]> = Extract<Statement, { readonly type: T }>;
