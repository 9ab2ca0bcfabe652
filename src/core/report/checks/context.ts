import { excerpt } from "../../findings/excerpt";
import type { FindingCode, FindingData } from "../../findings/catalogue";
import type { Finding, FindingOf } from "../../findings/finding";
import type { SaidInReport } from "../../findings/said-in-report";
import { decimalText, type Exact } from "../../model/exact";
import { compact } from "../../model/text";
import type { Quantity } from "../../model/quantity";
import type { TableReview } from "../../review.types";
import type { CellPosition } from "../../workbook/address";
import type { ReportReading } from "../read-report";
import type { Span } from "../text/prose";
import type { Statement } from "../types";

/** The report beside the tables to which it belongs. */
export interface ReportContext extends ReportReading {
  readonly tables: readonly TableReview[];
  /** Scoring tables that the report itself holds. */
  readonly ownTables: readonly TableReview[];
  readonly quantities: readonly Quantity[];
}

export interface CheckedReport {
  readonly findings: readonly Finding[];
  /** Statements that were held against a cell and agree. */
  readonly agreeing: readonly Statement[];
}

/** A span as printed, without the mark at its end, and where it stands. */
export function saidAt({ prose }: Pick<ReportReading, "prose">, span: Span): SaidInReport {
  const quote = prose.printed.slice(span.from, span.to).replace(/[。；;，,、\s]+$/, "");
  return { quote, place: prose.placeOf(span) };
}

/** A finding about the text alone: it has no cell. What it is about is the sentence, never its offset (SPEC F1). */
export const textFinding = <C extends FindingCode>(code: C, data: FindingData[C], sentence: string): FindingOf<C> => ({
  code,
  table: null,
  sheet: null,
  at: null,
  path: [],
  subject: compact(excerpt(sentence, 200)),
  data,
});

interface About {
  readonly path?: readonly string[];
  readonly subject: string;
}

/** A finding about the text beside a cell of the table. */
export const cellFinding = <C extends FindingCode>(
  code: C,
  { table }: TableReview,
  at: CellPosition | null,
  data: FindingData[C],
  { path = [], subject }: About,
): FindingOf<C> => ({
  code,
  table: table.id,
  sheet: table.sheet,
  at: at && { sheet: table.sheet, row: at.row, column: at.column },
  path,
  subject: compact(excerpt(subject, 200)),
  data,
});

/** A number with its unit, as printed: 45.60万元. */
export const printedStatement = ({ prose }: Pick<ReportReading, "prose">, one: Statement): string =>
  prose.printed.slice(one.from, one.to);

/** An amount in base units in the unit of a statement, with its decimals: 461000 beside 45.60万元 is 46.10万元. */
export function inUnitOf({ measure, decimals }: Statement, base: Exact, places = decimals): string {
  const [whole = "", fraction = ""] = decimalText(base.div(measure.factor), places).split(".");
  return `${whole}${places > 0 ? `.${fraction.padEnd(places, "0")}` : ""}${measure.name}`;
}
