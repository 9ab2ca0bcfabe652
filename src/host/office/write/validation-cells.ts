import { relativeText } from "../../../core/formula/relative-text";
import { rectAt, type CellPosition, type Rect } from "../../../core/workbook/address";
import type { PlanStep } from "../../../core/workbook/write-plan";
import { SMALL, type Errand } from "../errands";
import { askValidation, asStep, type FoundValidation } from "./validation";

/** The validations of a sheet that is about to be emptied, asked cell by cell, so that neighbours are not mixed up. */
export class ValidationCells {
  private readonly answers: { readonly at: CellPosition; readonly answer: () => FoundValidation }[] = [];

  ask(sheet: Excel.Worksheet, areas: readonly Rect[]): readonly Errand[] {
    return areas.flatMap(({ top, left, bottom, right }) =>
      Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, index): Errand => {
        const height = bottom - top + 1;
        const at = { row: top + (index % height), column: left + Math.floor(index / height) };
        const run = (): void => {
          this.answers.push({ at, answer: askValidation(sheet, rectAt(at)) });
        };
        return { weight: SMALL, run };
      }),
    );
  }

  /** One step for cells below each other whose rule says the same. What a plan can not say is left out. */
  steps(sheet: string): readonly PlanStep[] {
    const steps: { shape: string; step: Extract<PlanStep, { do: "validate" }> }[] = [];
    for (const { at, answer } of this.answers) {
      const step = asStep(answer(), sheet, rectAt(at));
      if (step === null || step === "none") continue;
      const { rule, prompt, error, alert } = step;
      const shape = relativeText(JSON.stringify({ rule, prompt, error, alert }), at) ?? JSON.stringify(step);
      const last = steps.at(-1);
      const isBelow = last?.step.range.left === at.column && last.step.range.bottom === at.row - 1;
      if (last?.shape === shape && isBelow) last.step = { ...last.step, range: { ...last.step.range, bottom: at.row } };
      else steps.push({ shape, step });
    }
    return steps.map(({ step }) => step);
  }
}
