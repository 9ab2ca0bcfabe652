import type { FindingCode } from "./catalogue";
import type { FindingOf } from "./finding";

/** Findings that tell where a table, or a setting, departs from what an office laid down or from what is usual. */
const DIFFERENCE_CODES = [
  "standard-altered",
  "definition-altered",
  "mark-altered",
  "standard-differs",
  "definition-differs",
  "mark-differs",
  "setting-differs",
] as const satisfies readonly FindingCode[];

type DifferenceCode = (typeof DIFFERENCE_CODES)[number];
export type DifferenceFinding = { [Code in DifferenceCode]: FindingOf<Code> }[DifferenceCode];

const CODES: ReadonlySet<string> = new Set(DIFFERENCE_CODES);

export const isDifference = (finding: { readonly code: FindingCode }): finding is DifferenceFinding =>
  CODES.has(finding.code);

/** Whether the source outranks the table, so that the table's own words do not judge (SPEC M2). */
export const outranksTable = ({ code }: DifferenceFinding): boolean =>
  code.endsWith("-altered") || code === "setting-differs";
