/** Refused: it is no answer to what was asked. Failed: it is one, but the workbook did not take it, which was told. */
export type Outcome = "done" | "refused" | "failed";
