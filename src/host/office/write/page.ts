import { rectA1, type Rect } from "../../../core/model/address";
import type { PlanStep } from "../../../core/plan/plan";
import { areasOf } from "../read/areas";
import { askStandardWidth, charactersOf, DIGIT_PIXELS, pointsOf } from "../read/columns";
import { SMALL, type Errand } from "../errands";
import { allOrNothing, type Objections, type Outcome, type Scene, type StepRun } from "./step-run";

type ColumnWidth = Extract<PlanStep, { do: "columnWidth" }>;
type PrintArea = Extract<PlanStep, { do: "printArea" }>;
type FreezeRows = Extract<PlanStep, { do: "freezeRows" }>;

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

export class PrintAreaRun implements StepRun {
  readonly sheets: readonly string[];
  private readonly step: PrintArea;
  private answer: (() => readonly Rect[] | null) | null = null;
  private before: readonly Rect[] | null = null;

  constructor(step: PrintArea) {
    this.step = step;
    this.sheets = [step.sheet];
  }

  ask(scene: Scene): readonly Errand[] {
    this.answer = null;
    const { sheet } = this.step;
    if (scene.phase === "before" && scene.isNew(sheet)) return [];
    return [
      {
        weight: SMALL,
        run: () => {
          const area = scene.sheet(sheet).pageLayout.getPrintAreaOrNullObject().load("address");
          this.answer = () => (area.isNullObject ? null : areasOf(area.address));
        },
      },
    ];
  }

  check(_: Scene, objections: Objections): void {
    const { sheet, expect } = this.step;
    this.before = this.answer?.() ?? null;
    if (!sameRects(this.before, expect)) objections.add({ kind: "name-conflict", name: `'${sheet}'!Print_Area` });
  }

  put(scene: Scene): readonly Errand[] {
    const { sheet: name, area } = this.step;
    return [
      {
        weight: SMALL,
        run: () => {
          const sheet = scene.sheet(name);
          if (area && area.length > 0) sheet.pageLayout.setPrintArea(area.map(rectA1).join(","));
          // The API can not take a print area away; the name that holds it can be deleted.
          else sheet.names.getItemOrNullObject("Print_Area").delete();
        },
      },
    ];
  }

  outcome(): Outcome {
    return allOrNothing(sameRects(this.answer?.() ?? null, this.wanted), this.step, this.inverse);
  }

  get inverse(): readonly PlanStep[] {
    return [{ do: "printArea", sheet: this.step.sheet, area: this.before, expect: this.wanted }];
  }

  private get wanted(): readonly Rect[] | null {
    const { area } = this.step;
    return area && area.length > 0 ? area : null;
  }
}

const sameRects = (a: readonly Rect[] | null, b: readonly Rect[] | null): boolean =>
  (a?.map(rectA1).join(",") ?? "") === (b?.map(rectA1).join(",") ?? "");

export class FreezeRowsRun implements StepRun {
  readonly sheets: readonly string[];
  private readonly step: FreezeRows;
  private answer: (() => number) | null = null;
  private before = 0;

  constructor(step: FreezeRows) {
    this.step = step;
    this.sheets = [step.sheet];
  }

  ask(scene: Scene): readonly Errand[] {
    this.answer = null;
    const { sheet } = this.step;
    if (scene.phase === "before" && scene.isNew(sheet)) return [];
    return [
      {
        weight: SMALL,
        run: () => {
          const frozen = scene.sheet(sheet).freezePanes.getLocationOrNullObject().load("rowCount");
          this.answer = () => (frozen.isNullObject ? 0 : frozen.rowCount);
        },
      },
    ];
  }

  check(): void {
    this.before = this.answer?.() ?? 0;
  }

  put(scene: Scene): readonly Errand[] {
    const { sheet, rows } = this.step;
    return [
      {
        weight: SMALL,
        run: () => {
          const { freezePanes } = scene.sheet(sheet);
          if (rows === 0) freezePanes.unfreeze();
          else freezePanes.freezeRows(rows);
        },
      },
    ];
  }

  outcome(): Outcome {
    return allOrNothing(this.answer?.() === this.step.rows, this.step, this.inverse);
  }

  get inverse(): readonly PlanStep[] {
    const { sheet, rows } = this.step;
    return rows === this.before ? [] : [{ do: "freezeRows", sheet, rows: this.before }];
  }
}
