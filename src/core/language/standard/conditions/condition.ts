import type { Expression } from "../../../rules/definition";
import type { Range } from "./range";
import type { CompareOperator } from "../../../model/comparison-words";

/** One piece of a condition; the pieces of a condition must all hold. */
export type Piece =
  /** 否则, 其余. */
  | { readonly is: "rest" }
  /** 形象进度达到70%不足90%; an empty subject is the one figure that the text speaks of. */
  | { readonly is: "range"; readonly subject: string; readonly range: Range }
  /** 退回件数÷上报件数超过20%. */
  | { readonly is: "computed"; readonly of: Expression; readonly range: Range }
  /** 两者均为0: every amount of the formula. */
  | { readonly is: "each"; readonly range: Range }
  /** 结余额不高于上年结余额. */
  | { readonly is: "compared"; readonly of: string; readonly op: CompareOperator; readonly to: string }
  /** Words that a person answers, as printed. */
  | { readonly is: "words"; readonly words: string };

export type Condition = readonly Piece[];
