import { pushAll } from "../../../core/workbook/long-lists";
import type { CellPosition, Rect } from "../../../core/workbook/address";
import { contentOfCell } from "../../../core/workbook/cell-content";
import type { CellWrite, PlanStep } from "../../../core/workbook/write-plan";
import { areasOf } from "../read/areas";
import { askSheetFacts, type SheetFacts } from "../read/sheet-facts";
import { askSheetLooks, type SheetLooks } from "../read/sheet-looks";
import type { StaleCell } from "../../port";
import { isRemovedSheet, REMOVED_MARK, removedReference } from "../removed-sheets";
import { CellStates } from "./cell-states";
import { askFormat, type FoundFormat } from "./conditional-format";
import { SMALL, type Errand } from "../errands";
import { formerOf } from "./former";
import { allOrNothing, type Objections, type Outcome, type Scene, type StepRun } from "./step-run";
import { ValidationCells } from "./validation-cells";

type RemoveSheet = Extract<PlanStep, { do: "removeSheet" }>;

/**
 * Empties a sheet of ours, marks and hides it; deleting it would clear the user's undo list for good. The inverse makes
 * it again from what a plan can say: cells with their looks, widths, rules.
 */
export class RemoveSheetRun implements StepRun {
  readonly sheets: readonly string[];
  private readonly step: RemoveSheet;
  private facts: (() => SheetFacts | null) | null = null;
  private looks: (() => SheetLooks) | null = null;
  private frozen: (() => number) | null = null;
  private readonly states = new CellStates();
  private readonly formats: (() => FoundFormat)[] = [];
  private validated: Excel.RangeAreas | null = null;
  private readonly validations = new ValidationCells();
  private names: readonly PlanStep[] = [];
  private again: readonly PlanStep[] = [];

  constructor(step: RemoveSheet) {
    this.step = step;
    this.sheets = [step.sheet];
  }

  ask(scene: Scene): readonly Errand[] {
    return [{ weight: 3 * SMALL, run: () => this.askSheet(scene) }];
  }

  askMore(scene: Scene): readonly Errand[] {
    const facts = this.facts?.() ?? null;
    if (scene.phase !== "before" || !facts) return [];
    const sheet = scene.sheet(this.step.sheet);
    const validated = this.validated && !this.validated.isNullObject ? areasOf(this.validated.address) : [];
    return [
      { weight: SMALL, run: () => (this.looks = askSheetLooks(sheet, facts)) },
      ...(facts.area ? this.states.ask(sheet, cellsIn(facts.area), "looks") : []),
      ...facts.formats
        .filter(({ type }) => type === "Custom")
        .map(({ id }) => ({ weight: SMALL, run: () => this.formats.push(askFormat(sheet, id)) })),
      ...this.validations.ask(sheet, validated),
    ];
  }

  check(scene: Scene, objections: Objections): void {
    const { sheet } = this.step;
    const facts = this.facts?.() ?? null;
    if (!facts) return;
    if (scene.isProtected(sheet)) objections.locked.push({ sheet, row: 0, column: 0 });
    if (this.step.onlyOurs) pushAll(objections.differences, this.foreign(scene, facts));
    this.names = facts.names.map(({ name, scope, refersTo, hidden }) => ({
      do: "defineName",
      name,
      scope,
      refersTo,
      hidden,
      expect: null,
    }));
    this.again = this.stepsAgain(facts);
  }

  put(scene: Scene): readonly Errand[] {
    const { sheet: name } = this.step;
    return [
      {
        weight: SMALL,
        run: () => {
          const sheet = scene.sheet(name);
          const all = sheet.getRange();
          all.clear();
          all.dataValidation.clear();
          all.conditionalFormats.clearAll();
          all.format.useStandardWidth = true;
          sheet.freezePanes.unfreeze();
          sheet.names.add(REMOVED_MARK, removedReference(name)).visible = false;
          sheet.visibility = "VeryHidden";
        },
      },
    ];
  }

  outcome(): Outcome {
    const facts = this.facts?.() ?? null;
    return allOrNothing(facts !== null && isRemovedSheet(facts), this.step, this.inverse);
  }

  get inverse(): readonly PlanStep[] {
    return this.again;
  }

  private askSheet(scene: Scene): void {
    const sheet = scene.sheet(this.step.sheet);
    this.facts = askSheetFacts(sheet, false);
    if (scene.phase !== "before") return;
    const frozen = sheet.freezePanes.getLocationOrNullObject().load("rowCount");
    this.frozen = () => (frozen.isNullObject ? 0 : frozen.rowCount);
    this.validated = sheet.getRange().getSpecialCellsOrNullObject("DataValidations").load("address");
  }

  /** What somebody wrote beside what the plan takes away: emptying the sheet would lose it. */
  private foreign(scene: Scene, { area }: SheetFacts): readonly StaleCell[] {
    return (area ? cellsIn(area) : []).flatMap((position): StaleCell[] => {
      const at = { sheet: this.step.sheet, ...position };
      const { cell } = this.states.at(at.row, at.column);
      return cell && !scene.isPut(at) ? [{ at, expected: null, found: cell.formula ?? cell.value }] : [];
    });
  }

  private stepsAgain({ area, printArea }: SheetFacts): readonly PlanStep[] {
    const { sheet } = this.step;
    const looks = this.looks?.();
    const rows = this.frozen?.() ?? 0;
    const cells = area ? cellsIn(area).map((at) => this.cellAgain(at)) : [];
    const widths = Object.entries(looks?.columnWidths ?? {});
    return [
      { do: "addSheet", sheet, after: null },
      ...(cells.length === 0 ? [] : [{ do: "putCells", sheet, cells } as const]),
      ...widths.map(([column, width]): PlanStep => ({ do: "columnWidth", sheet, column: Number(column), width })),
      ...(looks?.hiddenColumns ?? []).map((column): PlanStep => ({
        do: "columnWidth",
        sheet,
        column,
        width: null,
        hidden: true,
      })),
      ...this.validations.steps(sheet),
      ...this.formats.flatMap((answer): PlanStep[] => {
        const { ranges, formula, look } = answer();
        return ranges.map((range) => ({ do: "formatWhen", sheet, range, formula, look }));
      }),
      ...(rows === 0 ? [] : [{ do: "freezeRows", sheet, rows } as const]),
      ...(printArea ? [{ do: "printArea", sheet, area: printArea, expect: null } as const] : []),
      ...this.names,
    ];
  }

  private cellAgain({ row, column }: CellPosition): CellWrite {
    const state = this.states.at(row, column);
    return { row, column, expect: { value: null }, content: contentOfCell(state.cell), former: formerOf(state) };
  }
}

function cellsIn({ top, left, bottom, right }: Rect): readonly CellPosition[] {
  const cells: CellPosition[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push({ row, column });
  return cells;
}
