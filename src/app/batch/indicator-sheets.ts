import { compareExact, percentText, type Exact } from "../../core/model/exact";
import type { CellScalar } from "../../core/workbook/snapshot";
import type { Language } from "../failure-words";
import type { BatchSummary } from "./batch-summary";
import { marksOf, placed, type SummarySheet } from "./summary-sheet";
import { BATCH_WORDS } from "./batch-words";
import type { CommonIndicator } from "./common-indicators";

/** One row an indicator that several units have, with the sheet on which all their values stand. */
export function indicatorList({ common }: BatchSummary, lang: Language): SummarySheet {
  const w = BATCH_WORDS[lang];
  const rows = common.map((indicator, i): readonly CellScalar[] => {
    const rates = indicator.values.flatMap(({ rate }) => (rate ? [rate] : [])).sort(compareExact);
    const [low, high] = [rates[0], rates.at(-1)];
    const { outliers } = indicator;
    const remark = outliers === null ? w.tooFew : indicator.isFlat ? w.flat : "";
    return [indicator.path.join(" › "), indicator.values.length, shownRate(low), shownRate(middleOf(rates)), shownRate(high), outliers?.length ?? "—", remark, sheetName(indicator, i)]; // prettier-ignore
  });
  return { name: w.sheets.common, heads: w.commonHeads, widths: [48, 8, 10, 10, 10, 8, 28, 32], rows };
}

/** Every score that stands apart from those of the others, in one list. */
export function outlierList({ common }: BatchSummary, lang: Language): SummarySheet {
  const w = BATCH_WORDS[lang];
  const rows = common.flatMap(({ path, outliers }) =>
    (outliers ?? []).map(({ at, fullMark, score, rate }): readonly CellScalar[] => [
      path.join(" › "), at.name, at.file, placed(at), marksOf(fullMark), marksOf(score), shownRate(rate),
    ]),
  );
  return { name: w.sheets.outliers, heads: w.outlierHeads, widths: [48, 28, 40, 20, 8, 8, 10], rows };
} // prettier-ignore

/** A sheet for each such indicator: what every unit was to reach, reached and scored, and who stands apart. */
export function indicatorSheets({ common }: BatchSummary, lang: Language): readonly SummarySheet[] {
  const w = BATCH_WORDS[lang];
  return common.map((indicator, i) => ({
    name: sheetName(indicator, i),
    heads: w.valueHeads,
    widths: [28, 40, 20, 20, 20, 8, 8, 10, 12],
    rows: indicator.values.map((value): readonly CellScalar[] => [
      value.at.name, value.at.file, placed(value.at), value.target ?? "", value.actual ?? "",
      marksOf(value.fullMark), marksOf(value.score), shownRate(value.rate), indicator.outliers?.includes(value) ? w.outlier : "",
    ]),
  }));
} // prettier-ignore

const shownRate = (rate: Exact | null | undefined): string => (rate ? percentText(rate, 1) : "—");

/** The lower of the two in the middle: a rate that a unit has. */
const middleOf = (sorted: readonly Exact[]): Exact | undefined => sorted[(sorted.length - 1) >> 1];

/** The number makes it one of its kind; a name of a sheet has at most 31 characters, and not all signs. */
const sheetName = ({ path }: CommonIndicator, i: number): string =>
  Array.from(`${i + 1} ${(path.at(-1) ?? "").replace(/[\\/?*[\]:\u0000-\u001f]+/g, "_")}`) // eslint-disable-line no-control-regex -- no sheet's name holds them
    .slice(0, 31)
    .join("")
    .replace(/'+$/, "");
