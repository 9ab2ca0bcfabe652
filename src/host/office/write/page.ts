import { rectA1, type Rect } from "../../../core/workbook/address";
import type { PlanStep } from "../../../core/workbook/write-plan";
import { areasOf } from "../read/areas";
import { SMALL, type Errand } from "../errands";
import { allOrNothing, type Objections, type Outcome, type Scene, type StepRun } from "./step-run";

type PrintArea = Extract<PlanStep, { do: "printArea" }>;
type FreezeRows = Extract<PlanStep, { do: "freezeRows" }>;

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
