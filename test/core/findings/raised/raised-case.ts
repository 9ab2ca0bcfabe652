import type { FindingCode } from "../../../../src/core/findings/catalogue";
import type { Finding } from "../../../../src/core/findings/finding";

/** A workbook in which a review finds something at a place told beforehand. */
export interface RaisedCase {
  /** A sentence: what is wrong with the workbook. */
  readonly title: string;
  readonly findings: () => readonly Finding[];
  /** Some of what is found: code and cell, "-" where there is none. */
  readonly raises: readonly `${FindingCode} ${string}`[];
}
