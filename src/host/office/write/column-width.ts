import type { PlanStep } from "../../../core/workbook/write-plan";
import { SMALL, type Errand } from "../errands";
import { askStandardWidth, charactersOf, DIGIT_PIXELS, pointsOf } from "../read/columns";
import { allOrNothing, type Objections, type Outcome, type Scene, type StepRun } from "./step-run";

type ColumnWidth = Extract<PlanStep, { do: "columnWidth" }>;

interface Column {
  /** In characters; null: the standard width. */
  readonly width: number | null;
  readonly hidden: boolean;
  /** Pixels of a digit. */
  readonly digit: number;
}

export class ColumnWidthRun implements StepRun {
  readonly sheets: readonly string[];
  private readonly step: ColumnWidth;
  private answer: (() => Column | null) | null = null;
  private before: Column | null = null;

  constructor(step: ColumnWidth) {
    this.step = step;
    this.sheets = [step.sheet];
  }

  ask(scene: Scene): readonly Errand[] {
    this.answer = null;
    const { sheet: name, column } = this.step;
    if (scene.phase === "before" && scene.isNew(name)) return [];
    return [{ weight: SMALL, run: () => (this.answer = askColumn(scene.sheet(name), column)) }];
  }

  check(scene: Scene, { locked }: Objections): void {
    const { sheet, column } = this.step;
    this.before = this.answer?.() ?? null;
    if (scene.isProtected(sheet)) locked.push({ sheet, row: 0, column });
  }

  put(scene: Scene): readonly Errand[] {
    const { sheet: name, column, width, hidden } = this.step;
    return [
      {
        weight: SMALL,
        run: () => {
          const range = scene.sheet(name).getCell(0, column).getEntireColumn();
          // A hidden column has no width in Excel.
          if (hidden) range.columnHidden = true;
          else if (width === null) range.format.useStandardWidth = true;
          else range.format.columnWidth = pointsOf(width, this.before?.digit ?? DIGIT_PIXELS);
          if (!hidden && this.before?.hidden) range.columnHidden = false;
        },
      },
    ];
  }

  outcome(): Outcome {
    const { width, hidden } = this.step;
    const now = this.answer?.() ?? null;
    const stands = now?.hidden === (hidden ?? false) && (now.hidden || isWidth(now, width));
    return allOrNothing(stands, this.step, this.inverse);
  }

  get inverse(): readonly PlanStep[] {
    const { sheet, column } = this.step;
    const { width, hidden } = this.before ?? { width: null, hidden: false };
    return [{ do: "columnWidth", sheet, column, width, ...(hidden && { hidden: true }) }];
  }
}

/** Excel keeps whole pixels, of the screen's own size; a width that comes near is no reason to put all back. */
const isWidth = ({ width, digit }: Column, planned: number | null): boolean =>
  width === null || planned === null ? width === planned : Math.abs(width - planned) * digit < NEAR_PIXELS;

const NEAR_PIXELS = 3;

function askColumn(sheet: Excel.Worksheet, column: number): () => Column | null {
  const range = sheet.getCell(0, column).load("columnHidden");
  const format = range.format.load("columnWidth,useStandardWidth");
  const standard = askStandardWidth(sheet);
  return () => {
    if (range.isNullObject) return null;
    const digit = standard();
    const isStandard = format.useStandardWidth || range.columnHidden;
    return { digit, hidden: range.columnHidden, width: isStandard ? null : charactersOf(format.columnWidth, digit) };
  };
}
