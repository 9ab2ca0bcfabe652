import { ZERO, type Exact } from "../../src/core/model/exact";
import type { Coverage } from "../../src/core/review.types";

/** The coverage of a table of which no mark has a standard. */
export const unjudged = (marks: Exact): Coverage => ({
  marks,
  judged: ZERO,
  agreeing: ZERO,
  differing: ZERO,
  uncompared: ZERO,
  notVerifiable: ZERO,
  notJudged: marks,
  notApplicable: ZERO,
});
