import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { printFormula } from "../../formula/print";
import type { TableCell } from "../../model/scoring-table";
import { roundScoreNode } from "../../rules/rounding";
import { formulaShape } from "../../formula/formula-shape";
import type { WritableCells } from "../steps/writable-cells";
import { TAG_PREFIX, type Tag, wrappedAreas, wrappedReference } from "../../ours/tags";
import type { TableContext } from "../formulas/table-context";
import type { DraftedTable } from "./table-draft";
import type { Refusal } from "../steps/plan-result";
import { OWN_LOOK, type WantedName } from "../steps/wanted";
import { isInside } from "../../workbook/address";
import type { Settings } from "../../rules/setting-types";

/**
 * On request, blank score and rate cells of the unit's own table take the computed value by a formula; a filled cell
 * is never touched, and what we filled is told by the shape of its formula beside our tag (SPEC P12).
 */
export function fillTable(
  context: TableContext,
  drafted: DraftedTable,
  wanted: boolean,
  tags: readonly Tag[],
  ours: WritableCells,
): Filled {
  const { review, view, placement, draft, settings } = context;
  const { table } = review;
  const isTagged = (wrappedAreas(tags).get("fill") ?? []).some(({ sheet }) => sheet === table.sheet);
  const refusals: Refusal[] = [];
  let filled = 0;
  review.indicators.forEach(({ indicator }, index) => {
    const row = placement.rowOf(index);
    const isLone = indicator.scoreGroup === null;
    const pairs: readonly (readonly [TableCell | null, FillSource, Fill])[] = [
      [isLone ? indicator.score : null, "recomputed", scoreFill],
      [indicator.rateCell, "rate", rateFill],
    ];
    for (const [cell, from, fill] of pairs) {
      const column = placement.columns[from];
      if (!cell || cell.merged || column === undefined) continue;
      const source = f.cell({ row, column });
      const isOurs = isTagged && cell.formula !== null && isFill(cell.formula);
      // what nobody sees is not written into (SPEC P40)
      const isSeen = view.sheet.visibility === "visible";
      const isBlank = isSeen && cell.formula === null && cell.raw === null && !cell.struck && !cell.picture;
      if (isOurs) ours.addCell(table.sheet, cell.at.row, cell.at.column);
      if (!isOurs && !(wanted && isBlank && computes(context, drafted, index, from))) continue;
      const by = isOurs ? null : holderAt(context, cell);
      if (by) {
        refusals.push({ kind: "cell-held", at: { sheet: table.sheet, ...cell.at }, by });
        continue;
      }
      filled++;
      draft.put(
        cell.at.row,
        cell.at.column,
        { type: "formula", formula: printFormula(fill(source, settings, cell.factor)) },
        OWN_LOOK,
      );
    }
  });
  if (filled === 0) return { names: [], refusals };
  const name = `${TAG_PREFIX}fill.${table.id}`;
  return { names: [{ name, refersTo: wrappedReference(table.sheet, table.range), hidden: true }], refusals };
}

export interface Filled {
  readonly names: readonly WantedName[];
  /** Cells that were to be filled and can not be. */
  readonly refusals: readonly Refusal[];
}

/** What would be damaged by a content in its midst. */
function holderAt({ view }: TableContext, { at }: TableCell): "pivot" | "tableEdge" | "array" | null {
  for (const { by, area } of view.sheet.held ?? [])
    if ((by === "pivot" || by === "tableEdge" || by === "array") && isInside(at, area)) return by;
  return null;
}

/** Our column that a blank cell is filled from. */
type FillSource = "recomputed" | "rate";
type Fill = (source: FormulaNode, settings: Settings, factor: TableCell["factor"]) => FormulaNode;

/** Scores are rounded where they are shown or totalled, per setting; a cell of percentages, or out of a hundred, takes its own scale. */
const scoreFill: Fill = (source, settings, factor) => {
  const score = roundScoreNode(source, settings);
  return f.when(f.call("ISNUMBER", source), factor ? f.divide(score, f.number(factor)) : score, f.blank);
};
const rateFill = (source: FormulaNode): FormulaNode => f.when(f.call("ISNUMBER", source), source, f.blank);

/** Whether our column computes a value in that row, and by a formula that does not read the score itself. */
function computes({ review }: TableContext, { formulas }: DraftedTable, index: number, column: FillSource): boolean {
  const score = review.indicators[index]?.indicator.score;
  const reads = review.indicators[index]?.answers.some(({ cell }) => cell !== null && cell.at === score?.at);
  return !reads && formulas[index] !== undefined && formulas[index][column] !== null;
}

/** Whether a formula has the shape of one that we fill a blank cell with. */
export const isFill = (formula: string): boolean => FILL.test(formulaShape(formula));

const FILL = /^IF\(ISNUMBER\(#\),(?:#|ROUND(?:DOWN)?\(ROUND\(#,12\),\d\)(?:\/\(?[\d./]+\)?)?),""\)$/;
