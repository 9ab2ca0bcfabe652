import type { Finding } from "../../src/core/findings/finding";
import { a1 } from "../../src/core/workbook/address";
import { decimalText, toDouble } from "../../src/core/model/exact";
import { SheetView } from "../../src/core/workbook/sheet-view";
import type { CellScalar, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { CONCLUSION } from "../../src/core/plan/formulas/conclusion";
import { review, type ReviewOptions } from "../../src/core/review";
import type { Review, TableReview } from "../../src/core/review.types";
import { roundScore, shownScore } from "../../src/core/rules/rounding";
import { same } from "./agreement";
import { parseReference } from "../../src/core/workbook/sheet-area";

/** What a live cell shows against what the review of the same workbook says. */
export interface Disagreement {
  readonly what: string;
  readonly at: string;
  readonly live: CellScalar;
  readonly reviewed: unknown;
}

/** What 无误 must not stand beside. */
const FAULTS: ReadonlySet<Finding["code"]> = new Set<Finding["code"]>([
  "score-missing", "score-not-a-number", "score-negative", "score-over-full", "score-mismatch", "score-outside-tier",
  "justification-missing", "justification-placeholder", "target-missed-but-full", "over-fulfilment",
]); // prettier-ignore

/** Every place where our live cells and the review of the workbook differ, as it is stored now. */
export function disagreements(book: WorkbookSnapshot, options: ReviewOptions): readonly Disagreement[] {
  const reviewed = review(book, options);
  return reviewed.tables.flatMap((table, index) => [
    ...rowDisagreements(book, reviewed, table),
    ...summaryDisagreements(book, reviewed, table, index),
  ]);
}

function rowDisagreements(book: WorkbookSnapshot, reviewed: Review, table: TableReview): readonly Disagreement[] {
  const { id, sheet } = table.table;
  const column = (part: string): { sheet: string; column: number; top: number } | null => {
    const name = book.names.find((one) => one.name.toLowerCase() === `_pinghe.${id}.${part}`);
    const [area] = parseReference(name?.refersTo ?? "");
    return area ? { sheet: area.sheet, column: area.rect.left, top: area.rect.top } : null;
  };
  return table.indicators.flatMap(({ indicator, rate, recomputed }, index) => {
    const faults = reviewed.findings.filter(
      (one) => one.table === id && one.sheet === sheet && one.at?.row === indicator.row && FAULTS.has(one.code),
    );
    const shown = (part: string): { at: string; value: CellScalar } | null => {
      const place = column(part);
      const found = book.sheets.find(({ name }) => name === place?.sheet);
      if (!place || !found) return null;
      const row = place.sheet === sheet ? indicator.row : place.top + 1 + index;
      return { at: a1({ row, column: place.column }), value: new SheetView(found).value(row, place.column) };
    };
    const against = (part: string, value: CellScalar): readonly Disagreement[] => {
      const live = shown(part);
      return !live || same(live.value, value) ? [] : [{ what: part, at: live.at, live: live.value, reviewed: value }];
    };
    const score = recomputed.status === "notApplicable" ? CONCLUSION.notApplicable : null;
    const words = shown("conclusion");
    const isFine = words?.value === CONCLUSION.fine && faults.length > 0;
    return [
      ...against("rate", rate.status === "computed" ? toDouble(rate.number) : null),
      ...against(
        "recomputed",
        recomputed.status === "computed" ? toDouble(shownScore(recomputed.score, reviewed.settings)) : score,
      ),
      ...(isFine
        ? [{ what: "conclusion", at: words.at, live: words.value, reviewed: faults.map(({ code }) => code) }]
        : []),
    ];
  });
}

function summaryDisagreements(
  book: WorkbookSnapshot,
  { settings }: Review,
  { totals, coverage }: TableReview,
  index: number,
): readonly Disagreement[] {
  const record = book.sheets.find(({ name }) => name === "核验记录");
  const line = record?.cells.filter(({ value }) => value === "总计")[index];
  if (!record || !line) throw new Error("no line 总计");
  const view = new SheetView(record);
  const at = { row: line.row, column: line.column + 3 };
  const total = totals.recomputed && toDouble(roundScore(totals.recomputed, settings));
  const words = `已复算 ${decimalText(coverage.judged, 2)} / ${decimalText(coverage.marks, 2)} 分`;
  const live = [view.value(at.row, at.column), view.value(at.row - 2, 4)] as const;
  return [
    ...(same(live[0], total) ? [] : [{ what: "total", at: a1(at), live: live[0], reviewed: total }]),
    ...(live[1] === words ? [] : [{ what: "coverage", at: `E${at.row - 1}`, live: live[1], reviewed: words }]),
  ];
}
