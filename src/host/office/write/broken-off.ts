import { sheetA1 } from "../../../core/workbook/address";
import type { PlanStep, WritePlan } from "../../../core/workbook/write-plan";
import type { HostFailure } from "../../port";
import { codeOf, failureOf } from "../failures";

/** Excel reported no error, and yet these cells and parts are as they were. */
export const notTaken = ({ steps }: WritePlan): HostFailure => ({
  kind: "not-taken",
  parts: steps.flatMap(namesOf).slice(0, NAMED),
});

const NAMED = 12;

function namesOf(step: PlanStep): readonly string[] {
  if (step.do === "putCells") return step.cells.map((at) => sheetA1({ sheet: step.sheet, ...at }));
  return ["name" in step ? step.name : step.sheet];
}

/** Whether Excel refused the request before it did anything of it; with other codes a batch breaks off half-way. */
export function isRefusedWhole(error: unknown): boolean {
  return failureOf(error).kind === "cell-edit-mode" || REFUSED_WHOLE.has(codeOf(error) ?? "");
}

const REFUSED_WHOLE: ReadonlySet<string> = new Set(["ActivityLimitReached", "RequestPayloadSizeLimitExceeded"]);
