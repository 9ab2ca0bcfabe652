import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { toDouble, type Exact } from "../../model/exact";
import { EXECUTION_RATE, isExtraItem } from "../../model/named-indicators";
import { unspaced } from "../../model/text";
import { usedByText } from "../../ours/base-answers";
import { RECORD_COLUMNS, type RecordSheet } from "../../ours/record-sheet";
import { taggedArea, type Tag } from "../../ours/tags";
import type { IndicatorReview } from "../../review.types";
import { roundScoreNode } from "../../rules/rounding";
import { highest } from "../../workbook/long-lists";
import type { CellContent } from "../../workbook/write-plan";
import { liveContent } from "../columns/table-draft";
import { fundingNode, fundingRateNode } from "../formulas/funding-nodes";
import { FUNDING_LABEL, recordRange, STATE_COLUMN, STATE_HEADERS, stateRows } from "../formulas/record-places";
import { isJudged, ourCell, type RecordPlace, type TableContext } from "../formulas/table-context";
import { totalGuard } from "../formulas/total-guard";
import { totalRuleNodes } from "../formulas/total-rule-nodes";
import { LOOK, MARKS, PERCENT } from "../steps/cell-styles";
import { areaTag } from "../steps/names-difference";
import { textContent, type SheetDraft, type WantedName } from "../steps/wanted";
import { fundingState, shown, STATE_OPEN, stateNode, typedScore } from "./state-nodes";

/**
 * What each mark came to, row by row, to the right of the list of 核验记录: the one state of every indicator and of the
 * funding block as the cells stand now, so that the counts above are theirs (SPEC P44, V1).
 */
const WIDTHS = [34, 8, 9, 9, 16] as const;
const FIRST_ROW = 3;

/** Where the states of the first table stand: where they stood before, else one column beyond the list. */
export function firstPlace(sheet: string, record: RecordSheet | null, tags: readonly Tag[]): RecordPlace {
  const before = taggedArea(tags, "sheet", "states");
  const beyond = (record ? highest(Object.values(record.columns)) : RECORD_COLUMNS.length - 1) + 2;
  return { sheet, top: FIRST_ROW, left: before?.sheet === sheet ? before.rect.left : beyond };
}

/** Puts the states of all tables into the draft of 核验记录; the name says which cells they cover. */
export function draftStates(
  draft: SheetDraft,
  contexts: readonly TableContext[],
  tags: readonly Tag[],
): WantedName | null {
  for (const context of contexts) draftTableStates(draft, context);
  const [first] = contexts;
  const last = contexts.at(-1);
  const before = taggedArea(tags, "sheet", "states");
  if (!first || !last) {
    draft.emptyRest(before?.rect ?? null);
    return null;
  }
  const { top, left } = first.record;
  const area = {
    top,
    left,
    bottom: stateRows(last.review, last.record).bottom,
    right: left + STATE_HEADERS.length - 1,
  };
  draft.emptyRest(area);
  if (before?.sheet === draft.sheet) draft.emptyRest(before.rect);
  WIDTHS.forEach((width, index) => draft.widths.push({ column: left + index, width }));
  return areaTag("sheet", "states", { sheet: draft.sheet, rect: area });
}

const OPEN = f.text(STATE_OPEN);

type StateRow = Readonly<Partial<Record<keyof typeof STATE_COLUMN, CellContent>>>;

function draftTableStates(draft: SheetDraft, context: TableContext): void {
  const { review, record } = context;
  const rows = stateRows(review, record);
  const put = (row: number, contents: StateRow, rate = false): void => {
    for (const [column, at] of Object.entries(STATE_COLUMN)) {
      const isNumber = column !== "label" && column !== "state";
      const style = isNumber ? { ...LOOK.number, numberFormat: rate ? PERCENT : MARKS } : LOOK.text;
      draft.put(row, record.left + at, contents[column as keyof typeof STATE_COLUMN] ?? { type: "blank" }, style);
    }
  };
  const { title, sheet } = review.table;
  draft.put(record.top, record.left, textContent(title === null ? sheet : unspaced(title)), { bold: true });
  draft.put(record.top, record.left + STATE_COLUMN.state, liveContent(totalGuard(context), OPEN), LOOK.text);
  STATE_HEADERS.forEach((header, index) =>
    draft.put(rows.header, record.left + index, textContent(header), LOOK.header),
  );
  review.indicators.forEach((one, index) => put(rows.indicators.top + index, indicatorRow(context, one, index)));
  if (rows.funding !== null) put(rows.funding, fundingRow(context, rows.funding));
  if (rows.rate !== null)
    put(rows.rate, { label: textContent(EXECUTION_RATE), recomputed: liveContent(fundingRateNode(context)) }, true);
  const ruled = totalRuleNodes(context);
  [...rows.deductions, ...rows.caps].forEach((row, index) => {
    const rule = ruled[index];
    if (!rule) return;
    const recomputed = liveContent(rule.marks ?? f.blank);
    put(row, { label: textContent(rule.clause), typed: liveContent(rule.times ?? f.blank), recomputed });
  });
}

function indicatorRow(context: TableContext, one: IndicatorReview, index: number): StateRow {
  const { indicator } = one;
  const { score, fullMark, path } = indicator;
  const typed = score ? typedScore(context, score) : null;
  const recomputed = isJudged(one) ? ourCell(context, context.placement.rowOf(index), "recomputed", "elsewhere") : null;
  // 加分项 are no part of the whole whose marks are counted.
  const mark = isExtraItem(indicator) ? null : (fullMark?.number ?? null);
  return {
    label: textContent(usedByText(path)),
    mark: markContent(mark),
    typed: typed ? liveContent(shown(typed)) : { type: "blank" },
    recomputed: recomputed ? liveContent(shown(recomputed)) : { type: "blank" },
    state: liveContent(stateNode(context, one, index), OPEN),
  };
}

const markContent = (mark: Exact | null): CellContent =>
  mark ? { type: "number", number: toDouble(mark) } : { type: "blank" };

function fundingRow(context: TableContext, row: number): StateRow {
  const { funding, table } = context.review;
  const cell = table.funding?.total?.cells.score;
  const typed = cell ? typedScore(context, cell) : null;
  const node = fundingNode(context);
  return {
    label: textContent(FUNDING_LABEL),
    mark: markContent(funding?.fullMark ?? null),
    typed: typed ? liveContent(f.when(f.call("ISNUMBER", typed), typed, f.blank)) : { type: "blank" },
    recomputed: node
      ? liveContent(f.when(f.call("ISNUMBER", node), roundScoreNode(node, context.settings), f.blank))
      : { type: "blank" },
    state: liveContent(fundingState(context, row), OPEN),
  };
}

/** The marks of the table's rows that are in one of these states, as they stand. */
export function marksIn(context: TableContext, ...states: readonly string[]): FormulaNode {
  const { indicators, funding } = stateRows(context.review, context.record);
  const span = { top: indicators.top, bottom: funding ?? indicators.bottom };
  const [words, marks] = (["state", "mark"] as const).map((column) => recordRange(context, span, column, "elsewhere"));
  const sums = states.map((state) => f.call("SUMIF", words ?? f.blank, f.text(state), marks ?? f.blank));
  return sums.reduce(f.add);
}
