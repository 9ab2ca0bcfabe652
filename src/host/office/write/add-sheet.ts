import type { PlanStep } from "../../../core/workbook/write-plan";
import { askSheetFacts, type SheetFacts } from "../read/sheet-facts";
import { isRemovedSheet, REMOVED_MARK } from "../removed-sheets";
import { SMALL, type Errand } from "../errands";
import { allOrNothing, type Objections, type Outcome, type Scene, type StepRun } from "./step-run";

type AddSheet = Extract<PlanStep, { do: "addSheet" }>;

/**
 * Adds a sheet at the end: moving it to another place would clear the user's undo list. One of ours that was emptied and
 * hidden before is used again.
 */
export class AddSheetRun implements StepRun {
  readonly sheets: readonly string[] = [];
  private readonly step: AddSheet;
  private answer: (() => SheetFacts | null) | null = null;
  private isReused = false;

  constructor(step: AddSheet) {
    this.step = step;
  }

  ask(scene: Scene): readonly Errand[] {
    return [{ weight: SMALL, run: () => (this.answer = askSheetFacts(scene.sheet(this.step.sheet), false)) }];
  }

  check(_: Scene, objections: Objections): void {
    const { sheet } = this.step;
    const found = this.answer?.() ?? null;
    this.isReused = found !== null && isRemovedSheet(found);
    if (found && !this.isReused) objections.add({ kind: "name-conflict", name: sheet });
    if (!/^[^[\]:*?/\\]{1,31}$/.test(sheet) || /^'|'$/.test(sheet))
      objections.add({ kind: "unsupported", what: { zh: `工作表名称“${sheet}”`, en: `the sheet name ${sheet}` } });
  }

  put(scene: Scene): readonly Errand[] {
    const { sheet: name } = this.step;
    return [
      {
        weight: SMALL,
        run: () => {
          if (!this.isReused) {
            scene.context.workbook.worksheets.add(name);
            return;
          }
          const sheet = scene.sheet(name);
          sheet.names.getItem(REMOVED_MARK).delete();
          sheet.visibility = "Visible";
        },
      },
    ];
  }

  outcome(): Outcome {
    return allOrNothing(this.answer?.()?.visibility === "visible", this.step, this.inverse);
  }

  get inverse(): readonly PlanStep[] {
    return [{ do: "removeSheet", sheet: this.step.sheet, onlyOurs: true }];
  }
}
