import type { CompareOperator } from "../../../model/comparison-words";
import type { Exact } from "../../../model/exact";
import type { Wording } from "./problem";

/** Offsets into the canonical text. */
export interface Span {
  readonly at: number;
  readonly end: number;
}

/** What a printed number counts. `rate` numbers are fractions already: 5% and 5个百分点 are both 1/20. */
export type Unit =
  | { readonly of: "rate" }
  | { readonly of: "marks"; /** 0.5分/次. */ readonly per: string | null }
  | { readonly of: "counter"; readonly name: string }
  | { readonly of: "none" };

/** The operator that says the same with its sides exchanged. */
export const MIRROR: Readonly<Record<CompareOperator, CompareOperator>> = {
  ">=": "<=",
  ">": "<",
  "<=": ">=",
  "<": ">",
  "=": "=",
};

export type NumberToken = Span & {
  readonly type: "number";
  readonly value: Exact;
  readonly unit: Unit;
  /** ±5%. */
  readonly spread: boolean;
};

type WordToken = Span & { readonly type: "word"; readonly text: string };

export type Token = Span &
  (
    | NumberToken
    | WordToken
    | {
        readonly type: "compare";
        readonly op: CompareOperator;
        /** 完成, 达到: 以下 behind the number says more. */ readonly soft?: boolean;
      }
    /** 以上, 以下, 以内, 以外 after a number; `between` is 之间. */
    | { readonly type: "after"; readonly op: ">=" | "<=" | ">" | "between" }
    /** （含）, （不含）, （含100%）. */
    | { readonly type: "ends"; readonly closed: boolean; readonly value: Exact | null }
    | { readonly type: "dash"; readonly minus: boolean }
    /** `all`: 各得, the same for each of several. */
    | { readonly type: "verb"; readonly act: "award" | "deduct" | "bonus"; readonly all: boolean }
    | { readonly type: "full" } // 满分
    | { readonly type: "zero" } // 不得分
    | { readonly type: "keep" } // 不扣分
    | { readonly type: "weight" } // 分值, 权重
    | { readonly type: "score" } // 得分, 计分: the word, without a number
    | { readonly type: "loss" } // 扣分, 减分: the word, without a number
    | { readonly type: "by" } // 按
    | { readonly type: "each" } // 每
    | { readonly type: "respectively" } // 分别, 依次
    | { readonly type: "tail" } // 扣完为止
    | { readonly type: "cap" } // 满分为止
    | { readonly type: "limit"; readonly which: "least" | "most"; readonly word: string }
    | { readonly type: "total" } // 共, 合计
    | { readonly type: "rest"; readonly word: "else" | "others" } // 否则; 其余
    | { readonly type: "equals" }
    | { readonly type: "operator"; readonly op: "*" | "/" | "+" | "-" }
    | { readonly type: "open" | "close" | "comma" | "pause" | "stop" | "colon" | "break" }
    | { readonly type: "marker"; readonly style: string; readonly ordinal: number }
    | { readonly type: "refused"; readonly wording: Wording }
  );

export type TokenType = Token["type"];
