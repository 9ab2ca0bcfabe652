import type { PlanStep, WritePlan } from "../../../core/workbook/write-plan";
import type { HostFailure, WriteOptions, WriteReceipt } from "../../port";
import { Refused, refuse } from "../../refused";
import { failureOf } from "../failures";
import { supports, UNGROUPABLE, type Patience } from "../session";
import { Writing, type Trouble } from "./writing";

/**
 * Carries a plan out in Excel, where a batch that fails half-way stays done half-way: checks everything in the trip
 * before the put, puts, and reads back in the same trip. Where that is not as planned, what was written is put back,
 * itself as a plan with its own checks, so that nobody's later work is overwritten (SPEC H3, H5).
 */
export async function writePlan(plan: WritePlan, patience: Patience, options: WriteOptions): Promise<WriteReceipt> {
  if (!isGroupable(plan)) return writeOnce(new Writing(plan), patience, options);
  try {
    return await writeOnce(new Writing(plan, "as one entry"), patience, options);
  } catch (error) {
    if (!isUngroupable(error)) throw error;
    return writeOnce(new Writing(plan), patience, options);
  }
}

/** Hiding a sheet, as removeSheet does, can not be undone by the user on Windows and Mac. */
const isGroupable = ({ steps }: WritePlan): boolean =>
  supports("1.20") && steps.every((step) => step.do !== "removeSheet");

/** Nothing of the plan is left then: it was put back. */
const isUngroupable = (error: unknown): boolean =>
  error instanceof Refused && error.failure.kind === "host-error" && error.failure.code === UNGROUPABLE;

async function writeOnce(writing: Writing, patience: Patience, options: WriteOptions): Promise<WriteReceipt> {
  const trouble = await writing.attempt(patience, options);
  if (trouble === null) return { cellsWritten: cellsOf(writing.plan), inverse: writing.standing.inverse };
  return putBack(writing, trouble, patience);
}

/** Ends in a failure either way: the cause where nothing of ours is left, else what is left and how to take it back. */
async function putBack(writing: Writing, { failure, isSeen }: Trouble, patience: Patience): Promise<never> {
  const standing = isSeen ? writing.standing : await writing.lookAgain(patience);
  // Where nobody can look any more, all of it may stand.
  const inverse = standing?.inverse ?? writing.inverse;
  const differences = standing?.differences ?? [];
  const left = inverse.steps.length === 0 ? inverse : await carryOut(inverse, patience);
  if (left.steps.length === 0) refuse(await explained(writing.plan, failure, patience));
  return refuse({ kind: "partially-applied", inverse: left, cause: failure, differences });
}

/** Excel's own word does not tell that something was protected or changed in the meantime. */
async function explained(plan: WritePlan, failure: HostFailure, patience: Patience): Promise<HostFailure> {
  const isTold = failure.kind !== "host-error" && failure.kind !== "not-taken";
  if (isTold || (failure.kind === "host-error" && failure.code === UNGROUPABLE)) return failure;
  return (await new Writing(plan).objection(patience)) ?? failure;
}

/** Carries a plan out as far as it goes; what is left of it. */
async function carryOut(plan: WritePlan, patience: Patience): Promise<WritePlan> {
  const writing = new Writing(plan);
  try {
    if ((await writing.attempt(patience, {})) === null) return { guards: [], steps: [] };
  } catch (error) {
    return carryOutElsewhere(plan, failureOf(error), patience);
  }
  return (await writing.lookAgain(patience))?.left ?? plan;
}

/** Where a sheet is protected by now, what is on other sheets is carried out all the same. */
async function carryOutElsewhere(plan: WritePlan, failure: HostFailure, patience: Patience): Promise<WritePlan> {
  if (failure.kind !== "protected") return plan;
  const isThere = (step: PlanStep): boolean => "sheet" in step && step.sheet === failure.sheet;
  const elsewhere = plan.steps.filter((step) => !isThere(step));
  if (elsewhere.length === plan.steps.length) return plan;
  const left = elsewhere.length === 0 ? [] : (await carryOut({ guards: [], steps: elsewhere }, patience)).steps;
  return { guards: [], steps: [...left, ...plan.steps.filter(isThere)] };
}

const cellsOf = ({ steps }: WritePlan): number =>
  steps.reduce((sum, step) => sum + (step.do === "putCells" ? step.cells.length : 0), 0);
