import type { Exact } from "../model/exact";

/**
 * What printed texts leave open and a person decides. Each is shown wherever it decides a score,
 * is kept in the workbook's 规则 sheet and may be overridden by the reviewer, on record (SPEC S1).
 */
export interface Settings {
  /** 不足一个步长: whole counts complete steps only, started counts a begun step, proRata counts the share. */
  readonly partialSteps: "whole" | "started" | "proRata";
  readonly roundingMode: "halfUp" | "down";
  /** Decimals of a shown or totalled score. */
  readonly roundingPlaces: number;
  /** Whether a score is rounded where it is shown, so that a total adds what is shown, or only the total is. */
  readonly totalFrom: "shown" | "raw";
  /** Whether a score is taken from the raw or from the printed (rounded) rate. */
  readonly scoreFrom: "raw" | "printed";
  /** Largest difference in marks that is no mismatch. */
  readonly tolerance: Exact;
  /** 反向指标 missed: A/B, 1−(B−A)/A, or left to a person. */
  readonly reverseTarget: "A/B" | "1-(B-A)/A" | "manual";
  /** Completion from which over-fulfilment needs a reason, as a fraction: 1.3. */
  readonly overFulfilment: Exact;
  readonly notApplicable: "full" | "rescale";
  readonly caps: "on" | "off";
}
