import { a1, type CellAddress } from "../../core/workbook/address";
import { ONE, toDouble } from "../../core/model/exact";
import type { Finding } from "../../core/findings/finding";
import { compact } from "../../core/model/text";
import { readOurs } from "../../core/ours/read-ours";
import { contentText } from "../../core/workbook/cell-content";
import { sheetViews, type SheetView } from "../../core/workbook/sheet-view";
import type { CellContent } from "../../core/workbook/write-plan";
import type { IndicatorReview } from "../../core/review.types";
import { roundScore } from "../../core/rules/rounding";
import type { Reviewed } from "../review-workbook";
import { indicatorKey } from "./indicator-key";
import { reasonPlaces } from "./reason-place";
import { roleFinder, type RoleChoice } from "./role-choices";
import { inputUse } from "../../core/ours/base-answers";
import type { Settings } from "../../core/rules/setting-types";

/** What the pane can do about a finding beyond showing its cell. */
export type Remedy =
  /** 佐证材料 to type. */
  | { readonly do: "text"; readonly at: CellAddress; readonly cell: string }
  /** A number or choice to fill in under 数据. */
  | { readonly do: "data"; readonly labels: readonly string[] }
  /** What a person may say that cells are (SPEC Z13). */
  | { readonly do: "role"; readonly choices: readonly RoleChoice[] }
  /** Something that one press puts into the cell: never over what a person wrote otherwise. */
  | {
      readonly do: "put";
      readonly what: PutKind;
      readonly at: CellAddress;
      readonly cell: string;
      readonly content: CellContent;
      /** The content as a person reads it. */
      readonly shown: string;
    };

/**
 * A number typed as text becomes the number it says; a blank score takes the recomputed one; a typed total takes the sum of
 * its scores; a cell of ours that was typed over gets its formula back.
 */
export type PutKind = "number" | "score" | "formula" | "reason" | "sum";

/** The remedy for each finding of a review; null where there is none that is safe. */
export function remedies(reviewed: Reviewed): (finding: Finding) => Remedy | null {
  const reasonAt = reasonFinder(reviewed);
  const indicatorOf = indicatorFinder(reviewed);
  const sourceAt = sourcePlaces(reviewed);
  const views = sheetViews(reviewed.book);
  const hasFormula = formulaFinder(views);
  const isWholeSum = sumFinder(reviewed);
  const rolesFor = roleFinder(reviewed, views);
  return (finding) => {
    switch (finding.code) {
      case "evidence-missing":
        return evidenceRemedy(indicatorOf(finding), sourceAt);
      case "input-missing":
        return { do: "data", labels: finding.data.missing };
      case "text-number-available":
        return { do: "data", labels: [finding.data.name] };
      case "number-as-text": {
        const { text, number } = finding.data;
        // Where a formula gives the text, the formula is what to mend.
        if (hasFormula(finding.at)) return null;
        // "5分" or "95%" mean more than a bare number: only what reads the same as a number is safe to change.
        const isSame = compact(text).normalize("NFKC") === number;
        return isSame ? put("number", finding.at, { type: "number", number: Number(number) }) : null;
      }
      case "note-not-cell":
        return noteRemedy(finding.data.text, reasonAt(finding), views);
      case "score-missing":
        return hasFormula(finding.at) ? null : scoreRemedy(indicatorOf(finding), reviewed.review.settings);
      case "total-mismatch":
      case "subtotal-mismatch":
        return hasFormula(finding.at) || !isWholeSum(finding)
          ? null
          : put("sum", finding.at, { type: "number", number: Number(finding.data.sum) });
      case "cell-not-understood":
      case "block-not-understood":
      case "column-unused":
      case "ambiguous-header": {
        const choices = rolesFor(finding);
        return choices.length > 0 ? { do: "role", choices } : null;
      }
      case "formula-overwritten":
        return put("formula", finding.at, { type: "formula", formula: finding.data.expected });
      default:
        return null;
    }
  };
}

/** Whether a formula stands at a cell. */
function formulaFinder(views: ReadonlyMap<string, SheetView>): (at: CellAddress | null) => boolean {
  return (at) => at !== null && views.get(at.sheet)?.cell(at.row, at.column)?.formula !== undefined;
}

/**
 * Whether what a total should be is beyond doubt: every score under it is there, and no funding block could count or not.
 */
function sumFinder({ review }: Reviewed): (finding: Finding) => boolean {
  return ({ table, path }) => {
    const found = review.tables.find((one) => one.table.id === table)?.table;
    if (!found || (path.length === 0 && found.funding?.total?.cells.score?.stated)) return false;
    const below = found.indicators.filter((each) => path.every((name, depth) => each.path[depth] === name));
    return below.length > 0 && below.every(({ score }) => score?.stated);
  };
}

const textRemedy = (at: CellAddress): Remedy => ({ do: "text", at, cell: a1(at) });

/** The cell for the reason of the indicator that a finding names; null where there is none yet. */
function reasonFinder(reviewed: Reviewed): (finding: Finding) => CellAddress | null {
  const places = new Map<string, CellAddress>();
  for (const { table } of reviewed.review.tables) {
    const placeOf = reasonPlaces(reviewed, table.id);
    table.indicators.forEach(({ path }, index) => {
      const { at } = placeOf(index);
      if (at) places.set(indicatorKey(table.id, path), at);
    });
  }
  return ({ table, path }) => (table === null ? null : (places.get(indicatorKey(table, path)) ?? null));
}

const put = (what: PutKind, at: CellAddress | null, content: CellContent): Remedy | null =>
  at && { do: "put", what, at, cell: a1(at), content, shown: contentText(content) };

/** What a note says, put into the reason's cell while that is blank (SPEC J9). */
function noteRemedy(text: string, at: CellAddress | null, views: ReadonlyMap<string, SheetView>): Remedy | null {
  const isTaken = at !== null && views.get(at.sheet)?.cell(at.row, at.column) !== undefined;
  return isTaken ? null : put("reason", at, { type: "text", text });
}

interface Found {
  readonly sheet: string;
  readonly one: IndicatorReview;
}

/** In the table's own column, else as 来源说明 in the indicator's first row of 基础数据 (SPEC J7, J8). */
function evidenceRemedy(found: Found | null, sourceAt: ReadonlyMap<string, CellAddress>): Remedy | null {
  if (!found) return null;
  const { sheet, one } = found;
  if (one.indicator.evidence) return textRemedy({ sheet, ...one.indicator.evidence.at });
  const at = sourceAt.get(compact(inputUse(sheet, one.indicator.path)));
  return at ? textRemedy(at) : null;
}

/** The recomputed score, rounded as scores are shown. A cell that several indicators share is the person's to fill. */
function scoreRemedy(found: Found | null, settings: Settings): Remedy | null {
  if (found?.one.recomputed.status !== "computed" || found.one.indicator.scoreGroup !== null) return null;
  const { score } = found.one.indicator;
  if (score?.raw !== null || score.formula !== null || score.struck || score.picture) return null;
  const number = toDouble(roundScore(found.one.recomputed.score, settings).div(score.factor ?? ONE));
  return put("score", { sheet: found.sheet, ...score.at }, { type: "number", number });
}

/** The indicator that a finding names; of two with one path the first. */
function indicatorFinder({ review }: Reviewed): (finding: Finding) => Found | null {
  const found = new Map<string, Found>();
  for (const { table, indicators } of review.tables) {
    for (const one of indicators) {
      const key = indicatorKey(table.id, one.indicator.path);
      if (!found.has(key)) found.set(key, { sheet: table.sheet, one });
    }
  }
  return ({ table, path }) => (table === null ? null : (found.get(indicatorKey(table, path)) ?? null));
}

/** 来源说明 of the first row in 基础数据 that belongs to an indicator, by 用于. */
function sourcePlaces({ book }: Reviewed): ReadonlyMap<string, CellAddress> {
  const base = readOurs(book).base;
  const places = new Map<string, CellAddress>();
  for (const { usedBy, sourceAt } of base === null || base === "unreadable" ? [] : base.rows) {
    if (!places.has(compact(usedBy))) places.set(compact(usedBy), sourceAt);
  }
  return places;
}
