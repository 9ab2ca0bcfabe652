import type { Place } from "../workbook/report-text";

/** The sentence of a report that a finding is about, as printed but for blanks, and where it stands. */
export interface SaidInReport {
  readonly quote: string;
  readonly place: Place;
}
