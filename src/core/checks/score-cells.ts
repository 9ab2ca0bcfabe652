import { compact } from "../model/text";
import { displayText } from "../formula/number-format";
import type { Finding } from "../findings/finding";
import type { Exact } from "../model/exact";
import { DECISION_PLACES, ONE, decimalPlaces, decimalText, decisive } from "../model/exact";
import type { Indicator, ScoringTable, TableCell } from "../model/scoring-table";
import type { SheetView } from "../workbook/sheet-view";
import { isCellError } from "../workbook/snapshot";
import type { Check, CheckContext } from "./context";
import { viewsOf } from "./context";
import { cellText, shown } from "./figures";
import type { ScoreGroup } from "../model/score-groups";
import { scoreGroups } from "../model/score-groups";
import { findingAt } from "../findings/finding-at";
import { mayBeNegative } from "../model/named-indicators";
import { nameOf, nameOfRow } from "../model/path";

/** What a score cell itself can have wrong: blank, no number, below zero, above the mark, too many decimals (SPEC C2). */
export const scoreCells: Check = (context) =>
  context.tables.flatMap(({ table }) => {
    const { settings } = context;
    const view = viewsOf(context).get(table.sheet);
    const groups = scoreGroups(table);
    const nothingScored = groups.every((group) => group.scores.every((cell) => cellText(cell.raw) === ""));
    return [
      ...groups.flatMap((group) => groupScore(table, view, group, nothingScored, settings)),
      ...fundingScore(table, view, nothingScored, settings),
      ...table.indicators.flatMap((indicator) => reviewScore(table, view, indicator, settings)),
    ];
  });

interface Scored {
  readonly name: string;
  readonly path: readonly string[];
  readonly subject: string;
  readonly mayBeNegative: boolean;
  /** The sheet, for what a cell shows. */
  readonly view: SheetView | undefined;
  readonly fullMark: ScoreGroup["fullMark"];
}

function groupScore(
  table: ScoringTable,
  view: SheetView | undefined,
  group: ScoreGroup,
  nothingScored: boolean,
  settings: CheckContext["settings"],
): Finding[] {
  const { fullMark } = group;
  return group.scores.flatMap((cell, index) => {
    const path = (group.indicators.find((one) => one.score?.at.row === cell.at.row) ?? group.indicators[0])?.path ?? [];
    const scored: Scored = {
      name: nameOf(path),
      path,
      subject: "",
      mayBeNegative: group.indicators.some(mayBeNegative),
      view,
      fullMark,
    };
    if (isBlank(cell)) return [missing(table, cell, scored, nothingScored)];
    // several scores under one shared mark: their sum is held against it, once
    return filled(table, cell, index === 0 ? group.score : null, scored, settings);
  });
}

function fundingScore(
  table: ScoringTable,
  view: SheetView | undefined,
  nothingScored: boolean,
  settings: CheckContext["settings"],
): Finding[] {
  const total = table.funding?.total;
  const cell = total?.cells.score;
  if (!total || !cell) return [];
  const fullMark = total.cells.fullMark?.stated?.number ?? null;
  const name = nameOfRow(total.label);
  const path = [name];
  const scored: Scored = { name, path, subject: "funding", mayBeNegative: false, view, fullMark };
  if (!isBlank(cell)) return filled(table, cell, cell.stated?.number ?? null, scored, settings);
  return fullMark ? [missing(table, cell, scored, nothingScored)] : [];
}

function reviewScore(
  table: ScoringTable,
  view: SheetView | undefined,
  indicator: Indicator,
  settings: CheckContext["settings"],
): Finding[] {
  const cell = indicator.reviewScore;
  if (!cell || isBlank(cell) || cell.merged) return [];
  const { path, fullMark } = indicator;
  const scored: Scored = {
    name: nameOf(path),
    path,
    subject: "reviewScore",
    mayBeNegative: mayBeNegative(indicator),
    view,
    fullMark: fullMark?.number ?? null,
  };
  return filled(table, cell, cell.stated?.number ?? null, scored, settings);
}

const missing = (table: ScoringTable, { at }: TableCell, scored: Scored, nothingScored: boolean): Finding =>
  findingAt("score-missing", table, at, {
    path: scored.path,
    subject: scored.subject,
    data: { name: scored.name, fullMark: scored.fullMark === null ? null : shown(scored.fullMark) },
    ...(nothingScored ? { group: "nothing-scored" } : {}),
  });

/** What stands in a row without a mark that is struck out, does not apply, or asks for no score: 一票否决 无. */
const NOT_SCORED = /^(?:[-/—–－]+|无|否|没有|未发生|不涉及|不适用|不存在|不扣分|不加分)$/;

/** `score` is what is held against the full mark: the cell's number, or the sum of the cells that share a mark; null: nothing is. */
function filled(
  table: ScoringTable,
  cell: TableCell,
  score: ScoreGroup["score"],
  { name, path, subject, mayBeNegative, fullMark, view }: Scored,
  settings: CheckContext["settings"],
): Finding[] {
  const about = { path, subject };
  if (isCellError(cell.raw)) return []; // error-value says it
  const number = cell.stated?.number;
  if (!number) {
    if (fullMark === null && NOT_SCORED.test(compact(cellText(cell.raw)))) return [];
    return [findingAt("score-not-a-number", table, cell.at, { ...about, data: { name, text: shownText(view, cell) } })];
  }
  if (number.s < 0n && !mayBeNegative) {
    return [findingAt("score-negative", table, cell.at, { ...about, data: { name, score: shown(number) } })];
  }
  const findings: Finding[] = [];
  if (fullMark && score && exceeds(score, fullMark)) {
    const data = { name, score: shown(score), fullMark: shown(fullMark) };
    findings.push(findingAt("score-over-full", table, cell.at, { ...about, data }));
  }
  const typed = number.div(cell.factor ?? ONE);
  if (hasMoreDecimals(typed, Math.max(settings.roundingPlaces, 2))) {
    findings.push(
      findingAt("score-precision", table, cell.at, {
        ...about,
        data: { name, score: decimalText(typed, DECISION_PLACES) },
      }),
    );
  }
  return findings;
}

/** A mark below zero bounds what may be taken off. */
const exceeds = (score: Exact, fullMark: Exact): boolean =>
  fullMark.s < 0n ? score.compare(0) > 0 || score.compare(fullMark) < 0 : score.compare(fullMark) > 0;

/** Beyond the noise that binary arithmetic leaves in the 12th place. */
const hasMoreDecimals = (number: Exact, places: number): boolean =>
  10n ** BigInt(places) % number.d !== 0n && decimalPlaces(decisive(number)) > places;

const shownText = (view: SheetView | undefined, { at, raw, date }: TableCell): string =>
  date ?? (typeof raw === "number" ? displayText(raw, view?.cell(at.row, at.column)?.numberFormat) : cellText(raw));

const isBlank = (cell: TableCell): boolean => cellText(cell.raw) === "";
