import { a1, rectA1 } from "../../core/workbook/address";
import { scalarText } from "../../core/workbook/cell-content";
import { decimalPlaces, decimalText, roundHalfUp, toDouble, ZERO, type Exact } from "../../core/model/exact";
import type { IndicatorReview, MarkState, Review, TableReview } from "../../core/review.types";
import { settingLines } from "../pane/rule-details";
import type { Language } from "../failure-words";
import { offerLines, packNotes } from "../offer-words";
import { ledgerLine } from "../ledger-words";
import { MARK_STATES } from "../state-words";
import { reportFindings, type ReportedFinding } from "../worded-review";
import type { Reviewed } from "../review-workbook";
import type { ReportSource } from "./json";

/**
 * What the printed 核验报告 says, as data: nothing in it is not in the review, and numbers are texts ready to print.
 * Marks are rounded to two places where they are shown (SPEC N6).
 */
export interface VerificationReport {
  readonly source: ReportSource;
  /** The rules chosen, with version; null where only what the table prints was used. */
  readonly rules: string | null;
  /** Settings that somebody changed. */
  readonly settings: readonly { readonly label: string; readonly value: string }[];
  /** Numbers that were given beside the workbook, which its hash does not cover: label and number. */
  readonly given: readonly { readonly label: string; readonly value: string }[];
  /** The file of the official template that the tables were held against. */
  readonly template: string | null;
  /** The file of the narrative report that lay beside the workbook; its findings stand among the others. */
  readonly narrative: string | null;
  readonly tables: readonly ReportedTable[];
  readonly findings: readonly ReportedFinding[];
  readonly notes: readonly string[];
}

export interface ReportedTable {
  readonly sheet: string;
  readonly range: string;
  readonly unit: string | null;
  readonly year: number | null;
  readonly fullMark: string;
  readonly score: string | null;
  readonly recomputed: string | null;
  readonly grade: TableReview["totals"]["grade"];
  readonly judged: string;
  readonly cells: string | null;
  readonly states: readonly { readonly state: MarkState; readonly marks: string; readonly share: number }[];
  readonly parts: readonly ReportedPart[];
  readonly rows: readonly ReportedRow[];
}

/** A first-level part: its marks by state, as shares of the part. */
export interface ReportedPart {
  readonly name: string;
  readonly mark: string;
  readonly score: string | null;
  readonly shares: readonly { readonly state: MarkState; readonly share: number }[];
}

/** One indicator, three values side by side: typed, recalculated, and their difference. */
interface ReportedRow {
  readonly path: readonly string[];
  readonly cell: string;
  readonly fullMark: string | null;
  readonly score: string | null;
  readonly recomputed: string | null;
  /** Self score less recalculated score (PANE.md, Further decisions). */
  readonly difference: string | null;
  readonly state: MarkState;
  readonly reason: string | null;
}

/** What the review went by that does not stand in the workbook. */
export interface GivenBeside {
  readonly inputs: ReadonlyMap<string, Exact>;
  readonly template: string | null;
  readonly narrative: string | null;
}

export function verificationReport(
  source: ReportSource,
  reviewed: Reviewed,
  lang: Language,
  beside: GivenBeside,
): VerificationReport {
  const { review } = reviewed;
  return {
    source,
    rules: review.pack && `${review.pack.id} ${review.pack.version}`,
    settings: changedSettings(review, lang),
    given: [...beside.inputs].map(([label, number]) => ({ label, value: decimalText(number, decimalPlaces(number)) })),
    template: beside.template,
    narrative: beside.narrative,
    tables: review.tables.map((table, i) => tableOf(table, review, i, lang)),
    findings: reportFindings(reviewed, lang),
    notes: [...packNotes(review, lang), ...offerLines(review, lang)],
  };
}

const changedSettings = (review: Review, lang: Language): VerificationReport["settings"] =>
  settingLines(review, lang)
    .filter(({ source: by }) => by !== "default")
    .map(({ label, value }) => ({ label, value }));

function tableOf(reviewed: TableReview, review: Review, index: number, lang: Language): ReportedTable {
  const { table, totals, coverage, indicators } = reviewed;
  const account = review.ledger.tables[index]?.cells;
  return {
    sheet: table.sheet,
    range: rectA1(table.range),
    unit: table.unit,
    year: table.year,
    fullMark: shown(totals.fullMark),
    score: totals.score && shown(totals.score),
    recomputed: totals.recomputed && shown(totals.recomputed),
    grade: totals.grade,
    judged: shown(coverage.judged),
    cells: account ? ledgerLine(account, lang) : null,
    states: sharesOf((state) => coverage[state], coverage.marks).map(({ state, share }) => ({
      state,
      share,
      marks: shown(coverage[state]),
    })),
    parts: partsOf(reviewed),
    rows: indicators.map(rowOf),
  };
}

function partsOf({ levels, indicators }: TableReview): readonly ReportedPart[] {
  return levels
    .filter(({ path }) => path.length === 1)
    .map((level) => {
      const own = indicators.filter(({ indicator }) => indicator.path[0] === level.path[0]);
      const marksIn = (state: MarkState): Exact =>
        own
          .filter((one) => one.state === state)
          .reduce((sum, { indicator }) => sum.add(indicator.fullMark?.number ?? ZERO), ZERO);
      return {
        name: level.path[0] ?? "",
        mark: shown(level.markSum),
        score: level.scoreSum && shown(level.scoreSum),
        shares: sharesOf(marksIn, level.markSum),
      };
    });
}

function sharesOf(marks: (state: MarkState) => Exact, whole: Exact): ReportedPart["shares"] {
  if (whole.compare(ZERO) <= 0) return [];
  return MARK_STATES.map((state) => ({ state, share: toDouble(marks(state).div(whole)) })).filter(
    ({ share }) => share > 0,
  );
}

function rowOf({ indicator, recomputed, state }: IndicatorReview): ReportedRow {
  const score = indicator.score?.stated?.number ?? null;
  const computed = recomputed.status === "computed" ? recomputed.score : null;
  return {
    path: indicator.path,
    cell: a1(indicator.score?.at ?? indicator.nameAt),
    fullMark: indicator.fullMark && shown(indicator.fullMark.number),
    score: score && shown(score),
    recomputed: computed && shown(computed),
    difference: score && computed && shown(score.sub(computed)),
    state,
    reason: indicator.reason ? scalarText(indicator.reason.raw) : null,
  };
}

const PLACES = 2;
const shown = (value: Exact): string => decimalText(roundHalfUp(value, PLACES), PLACES);
