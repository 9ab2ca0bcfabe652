import { unreachable } from "../../../core/model/result";
import type { PlanStep } from "../../../core/workbook/write-plan";
import { AddSheetRun } from "./add-sheet";
import { ColumnWidthRun } from "./column-width";
import { ConditionalFormatRun } from "./conditional-format";
import { NameRun } from "./names";
import { FreezeRowsRun, PrintAreaRun } from "./page";
import { PutCellsRun } from "./put-cells";
import { RemoveSheetRun } from "./remove-sheet";
import type { StepRun } from "./step-run";
import { ValidationRun, type OtherSteps } from "./validation";

/** How a step of a plan is carried out in Excel; `others`: the steps before and after it that meet the same range. */
export function runOf(step: PlanStep, others: OtherSteps): StepRun {
  switch (step.do) {
    case "addSheet":
      return new AddSheetRun(step);
    case "removeSheet":
      return new RemoveSheetRun(step);
    case "putCells":
      return new PutCellsRun(step);
    case "defineName":
    case "removeName":
      return new NameRun(step);
    case "validate":
    case "removeValidation":
      return new ValidationRun(step, others);
    case "formatWhen":
    case "removeFormatWhen":
      return new ConditionalFormatRun(step);
    case "columnWidth":
      return new ColumnWidthRun(step);
    case "printArea":
      return new PrintAreaRun(step);
    case "freezeRows":
      return new FreezeRowsRun(step);
    default:
      return unreachable(step);
  }
}
