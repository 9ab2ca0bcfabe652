import type { CellAddress } from "../../../core/workbook/address";
import type { PlanStep } from "../../../core/workbook/write-plan";
import type { HostFailure, StaleCell } from "../../port";
import type { Errand } from "../errands";

/** The workbook as the steps of a plan meet it in one phase: the same sheet is asked for once. */
export interface Scene {
  readonly context: Excel.RequestContext;
  /** Before the put; during it and right after, in the same round trip; or later, when something had failed. */
  readonly phase: "before" | "put" | "after";
  /** May be a null object, until it is known to be there. */
  sheet(name: string): Excel.Worksheet;
  /** Sheets that the plan adds: nothing is on them before. */
  isNew(sheet: string): boolean;
  isProtected(sheet: string): boolean;
  /** Whether the plan itself puts this cell: then it has its own expectation of what stands there. */
  isPut(at: CellAddress): boolean;
}

/** What speaks against carrying a plan out. */
export class Objections {
  readonly differences: StaleCell[] = [];
  readonly locked: CellAddress[] = [];
  private first: HostFailure | null = null;

  add(failure: HostFailure): void {
    this.first ??= failure;
  }

  /** First what is stale, then what is locked, then anything else. */
  get failure(): HostFailure | null {
    if (this.differences.length > 0) return { kind: "stale", differences: this.differences };
    const [locked] = this.locked;
    if (locked)
      return {
        kind: "protected",
        sheet: locked.sheet,
        cells: this.locked.filter(({ sheet }) => sheet === locked.sheet),
      };
    return this.first;
  }
}

/** What came of a step. */
export interface Outcome {
  /** Takes back what of it stands. */
  readonly inverse: readonly PlanStep[];
  /** What of it does not stand and could still be done. */
  readonly left: readonly PlanStep[];
  readonly isAsPlanned: boolean;
  /** Cells that are neither as before nor as planned. */
  readonly differences: readonly StaleCell[];
}

/** One step of a plan while it is carried out. */
export interface StepRun {
  /** Sheets that must be there, unless the plan adds them. */
  readonly sheets: readonly string[];
  /** Asks how things stand: before the put, and again after it. */
  ask(scene: Scene): readonly Errand[];
  /** Before and later: asks what only an answer told to ask for; most steps need nothing more. */
  askMore?(scene: Scene): readonly Errand[];
  /** Takes the answers as the state before. */
  check(scene: Scene, objections: Objections): void;
  put(scene: Scene): readonly Errand[];
  /** Takes all of it back; known once it was checked. */
  readonly inverse: readonly PlanStep[];
  /** Compares the answers after the put with the plan. */
  outcome(): Outcome;
}

/** The outcome of a step that either stands or does not. */
export const allOrNothing = (stands: boolean, step: PlanStep, inverse: readonly PlanStep[]): Outcome => ({
  inverse: stands ? inverse : [],
  left: stands ? [] : [step],
  isAsPlanned: stands,
  differences: [],
});
