import type { Finding } from "../findings/finding";
import { compact } from "../model/text";
import type { CellPosition } from "../workbook/address";
import type { Exact } from "../model/exact";
import { sumExact } from "../model/exact";
import type { ScoringTable } from "../model/scoring-table";
import { cellsInRows, type SheetView } from "../workbook/sheet-view";
import type { Check } from "./context";
import { viewsOf } from "./context";
import { shown } from "./figures";
import type { Grade } from "../rules/grade";
import { gradeOf } from "../rules/grade";
import { scoreGroups } from "../model/score-groups";
import { statedTotalOf } from "../model/stated-total";
import { findingAt } from "../findings/finding-at";

/** Rows above and below the table in which a grade for it may stand. */
const NEARBY = 8;

/** A stated grade against that of the stated total; without one, of the scores' sum. A legend of all grades states none (SPEC C12). */
export const statedGrade: Check = (context) => {
  const { tables } = context;
  const views = viewsOf(context);
  return tables.flatMap(({ table, totals }): Finding[] => {
    const view = views.get(table.sheet);
    const alone = !tables.some((other) => other.table !== table && other.table.sheet === table.sheet);
    const found = view ? findGrades(view, table, alone) : [];
    const total = gradedTotal(table);
    const fullMark = totals.statedFullMark ?? totals.fullMark;
    // grades are defined on 100 marks; parts of a table, cut off in print, have none
    if (!total || !(fullMark.equals(100) || fullMark.add(fundingMarkOf(table)).equals(100))) return [];
    const expected = gradeOf(total);
    return found.flatMap(({ grade, text, at }, index) => {
      const data = { stated: text, expected, score: shown(total) };
      // grades are told apart by their order, never by their address
      const subject = index === 0 ? "" : String(index);
      return grade === expected ? [] : [findingAt("grade-mismatch", table, at, { subject, data })];
    });
  });
};

const fundingMarkOf = (table: ScoringTable): Exact | number =>
  table.funding?.total?.cells.fullMark?.stated?.number ?? 0;

/** The stated total, else the sum of the scores; null where one of them is wanting. */
function gradedTotal(table: ScoringTable): Exact | null {
  const total = statedTotalOf(table);
  if (total) return total.stated.number;
  const groups = scoreGroups(table);
  const scores = groups.flatMap((group) => group.score ?? []);
  if (groups.length === 0 || scores.length < groups.length) return null;
  const { fullMark, score } = table.funding?.total?.cells ?? {};
  const ofFunding = score?.stated?.number ?? null;
  if (fullMark?.stated && ofFunding === null) return null;
  return sumExact(scores).add(ofFunding ?? 0);
}

/** A longer text is a report of its own, which states no grade of this table. */
const LONGEST = 600;

interface FoundGrade {
  readonly grade: Grade;
  readonly text: string;
  readonly at: CellPosition;
}

const LABEL =
  /(?:等级|等次|档次|评级|评价级别|评价结果|自评结果|评价结论|自评结论)(?:评定|定|确定|判定|属于|达到)?(?:为|是|:|\()*/g;
const GRADES: Readonly<Record<string, Grade>> = {
  优: "优",
  优秀: "优",
  良: "良",
  良好: "良",
  中: "中",
  中等: "中",
  差: "差",
  较差: "差",
};
const WORD = "(优秀?|良好?|中等?|较?差)";
const BOXES = "□☐○";
const TICKS = "☑√✓✔■●☒";

/** Every grade that the lines around a table state, in their order; a text with several different ones states none. */
function findGrades(view: SheetView, table: ScoringTable, alone: boolean): readonly FoundGrade[] {
  const all: FoundGrade[] = [];
  const top = alone ? table.range.top - NEARBY : table.range.top;
  const bottom = alone ? table.range.bottom + NEARBY : table.range.bottom;
  const skipped = new Set([...table.headerRows, ...table.indicators.map((indicator) => indicator.row)]);
  for (const { row, column, value } of cellsInRows(view.sheet, [{ top, bottom }])) {
    if (skipped.has(row) || typeof value !== "string" || value.length > LONGEST) continue;
    const text = compact(value);
    const found = [...text.matchAll(LABEL)].flatMap((label) => {
      const rest = text.slice(label.index + label[0].length);
      return (rest === "" ? besides(view, row, column) : readGrade(rest, { row, column })) ?? [];
    });
    const [first] = found;
    if (first && found.every(({ grade }) => grade === first.grade)) all.push(first);
  }
  return all;
}

/** The cell to the right of a label, past its merge. */
function besides(view: SheetView, row: number, column: number): FoundGrade | null {
  const right = (view.mergeAt(row, column)?.right ?? column) + 1;
  const value = view.shown(row, right);
  return typeof value === "string" ? readGrade(compact(value), view.anchor(row, right)) : null;
}

/** One grade alone, or the one that is ticked; several are a legend. */
function readGrade(text: string, at: CellPosition): FoundGrade | null {
  const boxesLead = new RegExp(`^[${BOXES}${TICKS}]`).test(text);
  const ticked = new RegExp(boxesLead ? `[${TICKS}]${WORD}` : `${WORD}[${TICKS}]`).exec(text);
  const word =
    ticked?.[1] ?? new RegExp(`^"?${WORD}"?(?:等?级|等次|档)?(?:[)。.]?$|[,;。](?!${WORD}))`).exec(text)?.[1] ?? "";
  const grade = GRADES[word];
  return grade ? { grade, text: word, at } : null;
}
