import { hash64 } from "../../findings/fingerprint";
import type { CellPosition } from "../../workbook/address";
import { exactText } from "../../model/exact";
import type { IndicatorReview, Review } from "../../review.types";
import { LOOK } from "../steps/cell-styles";
import type { CellContent, CellStyle } from "../../workbook/write-plan";
import { HUMAN_COLUMNS, type RecordColumn } from "../../ours/record-sheet";
import { linkContent } from "../columns/table-draft";
import { usedByText } from "../../ours/base-answers";

/**
 * 复核意见 on indicators whose table has no column for it: a row each of 核验记录, beside those of the findings (SPEC P17).
 * It is a person's from the start; planning only keeps its link and its place.
 */
export const OPINION_CODE = "opinion";

/** The indicator that an opinion is about. */
export interface OpinionSubject {
  readonly fingerprint: string;
  readonly sheet: string;
  readonly at: CellPosition;
  readonly path: readonly string[];
}

/** Never by address, as the fingerprints of findings. */
export const opinionFingerprint = (table: string, path: readonly string[]): string =>
  hash64(JSON.stringify([table, OPINION_CODE, path]));

/** Every indicator of a review by the fingerprint of its opinion. */
export const opinionSubjects = ({ tables }: Review): ReadonlyMap<string, OpinionSubject> =>
  new Map(
    tables.flatMap(({ table: { id, sheet, indicators } }) =>
      indicators.map(({ path, score, nameAt }) => {
        const fingerprint = opinionFingerprint(id, path);
        return [fingerprint, { fingerprint, sheet, at: score?.at ?? nameAt, path }] as const;
      }),
    ),
  );

/** The values under an opinion: it is a verdict on these, and is open again once they are others. */
export const opinionValues = ({ indicator, recomputed, rate, answers }: IndicatorReview): string =>
  hash64(
    JSON.stringify([
      indicator.score?.raw ?? null,
      indicator.fullMark && exactText(indicator.fullMark.number),
      recomputed.status === "computed" ? exactText(recomputed.score) : recomputed.status,
      rate.status === "computed" ? exactText(rate.number) : rate.status,
      answers.map(({ number }) => number && exactText(number)),
    ]),
  );

/** What Pinghe keeps true in the row of an opinion; all else in it is typed. */
export const opinionContents = ({
  fingerprint,
  sheet,
  at,
  path,
}: OpinionSubject): Readonly<Partial<Record<RecordColumn, CellContent>>> => ({
  fingerprint: text(fingerprint),
  severity: text("复核"),
  code: text(OPINION_CODE),
  cell: linkContent(sheet, at),
  path: text(usedByText(path)),
  message: text("复核人对本指标的意见"),
});

export const opinionLook = (column: RecordColumn): CellStyle =>
  HUMAN_COLUMNS.includes(column) ? LOOK.input : LOOK.text;

const text = (words: string): CellContent => ({ type: "text", text: words });
