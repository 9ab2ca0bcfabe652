import type { Exact } from "../../../model/exact";
import type { SaidEnds, StatementOf } from "../clauses/tree";
import type { BandLine } from "./band-ends";
import type { Case } from "./choices";
import type { Item } from "./frame";

/** The awards of a text by what they hang on, in printed order. */
export interface Awards {
  readonly lines: readonly (BandLine & { readonly item: Item })[];
  readonly cases: readonly (Case & { readonly item: Item })[];
  /** 否则不得分, 其余得1分. */
  readonly rests: readonly {
    readonly score: Exact;
    readonly at: number;
    readonly item: Item;
    /** Lines printed before it. */
    readonly after: number;
    readonly casesBefore: number;
  }[];
  /** 每项1分, 各1分. */
  readonly shared: readonly { readonly mark: Exact; readonly at: number; readonly item: Item<StatementOf<"award">> }[];
  /** 优秀得9-10分. */
  readonly ranges: readonly (SaidEnds & {
    readonly words: string;
    readonly low: Exact;
    readonly high: Exact;
    readonly at: number;
    readonly item: Item;
  })[];
}
