import type { Finding } from "../../findings/finding";
import type { CellAddress, Rect } from "../../workbook/address";
import type { CellScalar } from "../../workbook/snapshot";
import type { WritePlan } from "../../workbook/write-plan";

/** What planning gives: the plan, what it has to tell, and what it would not do. */
export interface PlanResult {
  readonly plan: WritePlan;
  readonly findings: readonly Finding[];
  readonly refusals: readonly Refusal[];
}

/** Why a part of the plan, or all of it, is not done; each says precisely where and what. */
export type Refusal =
  /** More indicators and findings than are written into a workbook; nothing is planned. */
  | { readonly kind: "review-too-large"; readonly items: number; readonly limit: number; readonly atLeast?: true }
  /** No sheet can be added; nothing is planned. */
  | { readonly kind: "workbook-protected" }
  /** A sheet that we added before is protected now, and these cells would change; nothing is planned. */
  | { readonly kind: "sheet-protected"; readonly sheet: string; readonly cells: readonly CellAddress[] }
  /** The header row of a sheet that we added was changed, so that its rows can not be told; nothing is planned. */
  | { readonly kind: "sheet-unreadable"; readonly sheet: string; readonly range: Rect }
  /** The pack by which the workbook was scored is not at hand: writing would blank what it gave; nothing is planned. */
  | { readonly kind: "pack-unavailable"; readonly pack: string }
  /** Rows of 基础数据 whose labels stand twice: neither is taken. */
  | { readonly kind: "label-doubled"; readonly sheet: string; readonly labels: readonly string[] }
  /** 本轮轮次 says no number: the latest round of the list is taken. */
  | { readonly kind: "round-unreadable"; readonly at: CellAddress; readonly found: string; readonly round: number }
  /** The workbook has a name of its own that we would need; formulas that read it are left out. */
  | { readonly kind: "name-taken"; readonly name: string; readonly refersTo: string }
  /** `--inputs` gives a number where another was typed; the typed one stays. */
  | { readonly kind: "input-differs"; readonly label: string; readonly typed: string; readonly given: string }
  /** Somebody wrote into a cell that we need; it is left alone. */
  | { readonly kind: "cell-occupied"; readonly at: CellAddress; readonly found: CellScalar }
  /** A blank cell that was to be filled belongs to an object that would be damaged; it is left alone. */
  | { readonly kind: "cell-held"; readonly at: CellAddress; readonly by: "pivot" | "tableEdge" | "array" }
  /** Texts in our 扣分原因 whose rows moved away and can not be told apart; they stay where they are. */
  | {
      readonly kind: "reason-displaced";
      readonly sheet: string;
      readonly cells: readonly { readonly at: CellAddress; readonly name: string; readonly text: string }[];
    };
