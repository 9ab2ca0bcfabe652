import { compact } from "../../model/text";
import { lastColumn, textOf, type GridCell } from "../cells/sheet-grid";

/** 预期目标, 年度总体目标, 年初设定目标 and 实际完成情况, 目标完成情况: the heads of a form's goals. */
const GOAL = /^(?:年度|年初|总体|预期|绩效|设定|工作|项目|部门|整体)*目标(?:[(].*[)])?$/;
const OUTCOME = /^(?:年度|全年|总体|预期|绩效|目标)*(?:实际)?(?:完成|实现)情况(?:[(].*[)])?$/;

/**
 * The block of a form that sets goals in words and says what came of them, row by row below two heads. It lasts as long as
 * rows follow each other with words below the first of these.
 */
export class GoalBlock {
  private heads: readonly GridCell[] = [];
  private last = -1;

  /** Takes the next filled row; rows come in their order. */
  enter(row: number, cells: readonly GridCell[]): void {
    const found = headsIn(cells);
    if (found.length > 0) this.heads = found;
    else if (row > this.last + 1 || !cells.some((cell) => this.holds(cell) && typeof cell.value === "string"))
      this.heads = [];
    this.last = row;
  }

  /** Whether the cell stands below one of the heads. */
  holds(cell: GridCell): boolean {
    return this.heads.some((head) => head.row < cell.row && cell.column >= head.column && cell.column <= lastColumn(head)); // prettier-ignore
  }
}

function headsIn(cells: readonly GridCell[]): readonly GridCell[] {
  const texts = cells.map((cell) => ({ cell, text: compact(textOf(cell.value).slice(0, 40)) }));
  const goals = texts.filter(({ text }) => GOAL.test(text));
  const outcomes = texts.filter(({ text }) => OUTCOME.test(text));
  const [goal] = goals.slice(-1);
  // the label of the block may say goal, too: the head is the one nearest to what came of it
  return goal && outcomes.length > 0 ? [goal.cell, ...outcomes.map(({ cell }) => cell)] : [];
}
