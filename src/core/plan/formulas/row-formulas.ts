import { f } from "../../formula/build";
import { printFormula } from "../../formula/print";
import type { FormulaNode } from "../../formula/written";
import type { AddedColumn } from "../../ours/added-columns";
import type { IndicatorReview } from "../../review.types";
import { actualAnswer, givenNode } from "./answer-nodes";
import { basisNode } from "./basis-node";
import { CONCLUSION, UNSAID } from "./conclusion";
import { judgedCells } from "./withdrawn-node";
import { conclusionNode, differenceNode, groupMembers, scoreCells, unsaidNode } from "./judgement-nodes";
import { memberInputs, rateNode, scoreNode, type NamedInput } from "./score-nodes";
import { isJudged, tableCell, targetCells, type TableContext } from "./table-context";
import { deviationNode, shownNumber, targetNodes } from "./target-nodes";
import { unbroken } from "./unbroken";
import { markBounds } from "./mark-bounds";

/** The columns of ours that hold a formula in an indicator's row, in the order in which they are drafted. */
export const FORMULA_COLUMNS = [
  "rate",
  "recomputed",
  "difference",
  "conclusion",
  "target",
  "actual",
  "deviation",
  "unsaid",
  "basis",
] as const satisfies readonly AddedColumn[];

/** The formulas of one indicator's row (SPEC P5); null where a column has nothing to say for it. */
export type RowFormulas = Readonly<Record<(typeof FORMULA_COLUMNS)[number], string | null>>;

/** Makes the formulas of a table's rows; those that differ only by their row are printed once. */
export class RowPrinter {
  private readonly context: TableContext;
  private readonly templates = new Map<string, readonly string[]>();

  constructor(context: TableContext) {
    this.context = context;
  }

  formulas(one: IndicatorReview, index: number): RowFormulas {
    const { context } = this;
    const inputs: NamedInput[] = [];
    const rate = rateNode(context, one, index, inputs);
    const recomputed = scoreNode(context, one, index, inputs);
    const read = {
      rate: fitting(rate),
      recomputed: fitting(recomputed),
      ...this.helpers(one, index),
      basis: this.basis(one, index, inputs),
    };
    return { ...read, ...this.judgement(one, index, inputs, read) };
  }

  /** What the row's other formulas read of target and actual value. */
  private helpers(one: IndicatorReview, index: number): Pick<RowFormulas, "target" | "actual" | "deviation"> {
    const { context } = this;
    const cells = targetCells(context, index);
    const nodes = cells && targetNodes(one.indicator, (at) => tableCell(context, at));
    if (!nodes) {
      const answer = isJudged(one) ? actualAnswer(one) : undefined;
      const column = context.placement.columns.actual;
      const node = answer && column !== undefined ? shownNumber(givenNode(context, one, answer)) : null;
      return { target: null, actual: fitting(node), deviation: null };
    }
    const [target, actual] = [shownNumber(nodes.target), shownNumber(nodes.actual)];
    return { target: fitting(target), actual: fitting(actual), deviation: fitting(deviationNode(cells)) };
  }

  /** 差异 and 核验结论, at the first indicator of those that share a score cell. */
  private judgement(
    one: IndicatorReview,
    index: number,
    inputs: readonly NamedInput[],
    read: Partial<RowFormulas>,
  ): Pick<RowFormulas, "difference" | "conclusion" | "unsaid"> {
    const { context } = this;
    const members = groupMembers(context, index);
    if (members === null) return { difference: null, conclusion: null, unsaid: null };
    const row = context.placement.rowOf(index);
    // What an actual value is compared with, and what it can not be, differs from row to row.
    const isPlain =
      members.length === 1 && inputs.length === 0 && one.indicator.actual === null && standsInItsRow(context, one, row);
    const shape = isPlain ? shapeOf(one) : null;
    const all = members.length === 1 ? inputs : members.flatMap((member) => memberInputs(context, member));
    const unsaid = this.print(shape && `unsaid ${shape}`, row, () => unsaidNode(context, one, index), f.text(UNSAID));
    const ours = filledColumns({ ...read, unsaid });
    return {
      difference: this.print(shape && `difference ${shape}`, row, () => differenceNode(scoreCells(context, members))),
      conclusion: this.print(
        shape && `conclusion ${shape},${ours.join(",")}`,
        row,
        () => conclusionNode(context, one, members, all, ours),
        BROKEN,
      ),
      unsaid,
    };
  }

  /** 核对依据; where nothing judges the row, it is the same but for the row. */
  private basis(one: IndicatorReview, index: number, inputs: readonly NamedInput[]): string | null {
    const { context } = this;
    const row = context.placement.rowOf(index);
    const isPlain = inputs.length === 0 && !isJudged(one) && one.definition === null;
    const shape = isPlain && standsInItsRow(context, one, row) ? shapeOf(one) : null;
    return this.print(shape && `basis ${shape}`, row, () => basisNode(context, one, index, inputs), BROKEN);
  }

  /** Prints the formula; where rows of that shape were printed before, only the row number is put in. */
  private print(
    shape: string | null,
    row: number,
    build: () => FormulaNode | null,
    instead?: FormulaNode,
  ): string | null {
    const known = shape === null ? undefined : this.templates.get(shape);
    if (known) return known.length === 1 ? null : known.join(String(row + 1));
    const node = build();
    const text = fitting(node, instead);
    if (shape !== null) this.templates.set(shape, text === null ? [""] : splitAtRow(text, row));
    return text;
  }
}

const filledColumns = (formulas: Partial<RowFormulas>): readonly (typeof FORMULA_COLUMNS)[number][] =>
  FORMULA_COLUMNS.filter((column) => typeof formulas[column] === "string");

const BROKEN = f.text(CONCLUSION.broken);

/** Excel allows a formula 8,192 characters. */
const LONGEST_FORMULA = 8192;

/** What stands in place of a formula that Excel would not take: nothing is left out unsaid (SPEC P42). */
const TOO_LONG = "公式过长，未写入";

/** A live formula as it is written; `instead` is what it shows where a cell that it reads is gone or holds an error. */
export function fitting(node: FormulaNode | null, instead?: FormulaNode): string | null {
  const text = node && printFormula(unbroken(node, instead));
  return text === null || text.length <= LONGEST_FORMULA ? text : printFormula(f.text(TOO_LONG));
}

/** The pieces between the row's number where it ends a reference: $C5, never 0.5 or "5". */
function splitAtRow(formula: string, row: number): readonly string[] {
  const number = String(row + 1);
  return formula.split(new RegExp(`(?<=[A-Z])${number}(?!\\d)`));
}

/** Whether everything that the row's formulas read stands in the row itself, so that one text serves all such rows. */
function standsInItsRow({ placement, view }: TableContext, { indicator }: IndicatorReview, row: number): boolean {
  const { nameAt, score, reason, fullMark } = indicator;
  if (!placement.beside || nameAt.row !== row || judgedCells(indicator).length > 0) return false;
  const reasonColumn = placement.columns.reason ?? reason?.at.column;
  if (reasonColumn !== undefined && view.cell(row, reasonColumn)?.unstruck !== undefined) return false;
  return [score?.at, reason?.at, fullMark?.at].every((at) => at === undefined || at.row === row);
}

const shapeOf = (one: IndicatorReview): string => {
  const { nameAt, score, reason, fullMark } = one.indicator;
  const columns = [nameAt.column, score?.at.column, reason?.at.column, fullMark?.at.column];
  // A reason's own words may stand in the formula.
  const words = one.justification === "placeholder" ? nameAt.row : "";
  const { mayBeNegative, isExtra } = markBounds([one.indicator]);
  return [...columns.map((column) => column ?? "-"), isJudged(one), words, mayBeNegative, isExtra].join(",");
};
