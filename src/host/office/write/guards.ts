import type { Guard, WritePlan } from "../../../core/workbook/write-plan";
import type { CellAddress } from "../../../core/workbook/address";
import type { StaleCell } from "../../port";
import { CellStates } from "./cell-states";
import { meets } from "./content";
import type { Errand } from "../errands";
import type { Scene } from "./step-run";

/** The cells that a plan relied on: asked before the put, and again after it. */
export class Guards {
  readonly sheets: readonly string[];
  private readonly guards: readonly Guard[];
  /** Cells that the plan itself changes: after it they tell nothing. */
  private readonly written: ReadonlySet<string>;
  private states = new Map<string, CellStates>();
  private isAfter = false;

  constructor({ guards, steps }: WritePlan) {
    this.guards = guards;
    this.sheets = [...new Set(guards.map(({ at }) => at.sheet))];
    this.written = new Set(
      steps.flatMap((step) =>
        step.do === "putCells" ? step.cells.map((at) => key({ ...at, sheet: step.sheet })) : [],
      ),
    );
  }

  isPut(at: CellAddress): boolean {
    return this.written.has(key(at));
  }

  ask(scene: Scene): readonly Errand[] {
    this.isAfter = scene.phase !== "before";
    this.states = new Map(this.sheets.map((sheet) => [sheet, new CellStates()]));
    return [...this.states].flatMap(([sheet, states]) => {
      const cells = this.guards.filter(({ at }) => at.sheet === sheet).map(({ at }) => at);
      return states.ask(scene.sheet(sheet), cells, "content");
    });
  }

  /** The cells that are not as the plan relied on. */
  get differences(): readonly StaleCell[] {
    return this.guards.flatMap(({ at, expect }): StaleCell[] => {
      const cell = this.states.get(at.sheet)?.at(at.row, at.column).cell;
      if (meets(cell, expect) || (this.isAfter && this.isPut(at))) return [];
      const expected = "formula" in expect ? expect.formula : expect.value;
      return [{ at, expected, found: cell?.formula ?? cell?.value ?? null }];
    });
  }
}

const key = ({ sheet, row, column }: CellAddress): string => `${row},${column},${sheet}`;
