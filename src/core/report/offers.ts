import { decimalPlaces, decimalText, type Exact } from "../model/exact";
import type { Finding } from "../findings/finding";
import { OFFERED_BY_REPORT } from "../findings/of-report";
import type { SaidInReport } from "../findings/said-in-report";
import { nameKey } from "../model/text";
import { baseValue } from "./relations/rounding";
import type { Statement } from "./types";
import { OFFERED } from "./words/amounts";
import { saidAt, type ReportContext } from "./checks/context";
import type { ReportReading } from "./read-report";

/** A number of the text that a person may take as an input; never taken by itself. */
export interface ReportOffer extends SaidInReport {
  readonly quantity: string;
  readonly value: Exact;
  readonly statement: Statement;
}

/** Inputs that the text states, where it states one value of them. */
export const offersOf = (reading: ReportReading): readonly ReportOffer[] =>
  OFFERED.flatMap(({ quantity, label }) => {
    const stated = reading.statements.filter(
      (one) => one.role === "stated" && one.depth === 0 && one.measure.dimension === "人" && label.test(one.label),
    );
    const [first] = stated;
    if (!first || stated.some((one) => !baseValue(one).equals(baseValue(first)))) return [];
    const said = saidAt(reading, reading.prose.sentences[first.sentence] ?? first);
    return [{ ...said, quantity, value: baseValue(first), statement: first }];
  });

/** For a quantity that a definition asks for and nobody gave. */
export const offerFindings = ({ quantities }: ReportContext, offers: readonly ReportOffer[]): readonly Finding[] =>
  offers.flatMap(({ quantity, value, quote }) => {
    const wanted = quantities.find((one) => one.source === null && nameKey(one.name) === nameKey(quantity));
    const [use] = wanted?.usedBy ?? [];
    if (!wanted || !use) return [];
    return [
      {
        code: "text-number-available",
        table: use.table,
        sheet: null,
        at: null,
        path: use.path,
        subject: `${OFFERED_BY_REPORT}${nameKey(quantity)}`,
        data: { name: wanted.name, number: decimalText(value, decimalPlaces(value)), excerpt: quote },
      } as const,
    ];
  });
