import type { FindingKind, Severity } from "./finding-kind";
import { amounts } from "./kinds/amounts";
import { besideCells } from "./kinds/beside-cells";
import { cellContent } from "./kinds/cell-content";
import { cells } from "./kinds/cells";
import { formulas } from "./kinds/formulas";
import { justification } from "./kinds/justification";
import { officials } from "./kinds/officials";
import { patterns } from "./kinds/patterns";
import { ours } from "./kinds/ours";
import { rates } from "./kinds/rates";
import { reading } from "./kinds/reading";
import { reportTable } from "./kinds/report-table";
import { reportText } from "./kinds/report-text";
import { rounds } from "./kinds/rounds";
import { scoreCells } from "./kinds/score-cells";
import { scores } from "./kinds/scores";
import { settings } from "./kinds/settings";
import { sums } from "./kinds/sums";

/** The languages in which findings are worded. */
export type Language = "zh" | "en";

const KINDS = {
  ...reading,
  ...cells,
  ...cellContent,
  ...besideCells,
  ...officials,
  ...settings,
  ...rates,
  ...amounts,
  ...scoreCells,
  ...sums,
  ...scores,
  ...justification,
  ...formulas,
  ...patterns,
  ...ours,
  ...rounds,
  ...reportText,
  ...reportTable,
};

export type FindingCode = keyof typeof KINDS;

/** What a finding of each code carries, as its kind says. */
export type FindingData = {
  readonly [C in FindingCode]: (typeof KINDS)[C] extends FindingKind<infer D> ? D : never;
};

/** Every kind of finding by its code. Codes are stable once released (SPEC F1); their order means nothing. */
export const CATALOGUE: { readonly [C in FindingCode]: FindingKind<FindingData[C]> } = KINDS;

export const FINDING_CODES = Object.keys(KINDS) as readonly FindingCode[];

/** Those that a narrative report beside the table raises. */
export const REPORT_CODES: ReadonlySet<string> = new Set(Object.keys({ ...reportText, ...reportTable }));

export const severityOf = (code: FindingCode): Severity => CATALOGUE[code].severity;
