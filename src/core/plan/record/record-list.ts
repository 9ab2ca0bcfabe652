import { highest } from "../../workbook/long-lists";
import { areaTag } from "../steps/names-difference";
import type { WantedName, WantedValidation } from "../steps/wanted";
import { TREATMENTS, WAIVED, type RecordSheet } from "../../ours/record-sheet";

/** The name that marks the list, from its header to its last row. */
export const recordTag = (
  sheet: string,
  columns: RecordSheet["columns"],
  rows: { readonly top: number; readonly bottom: number },
): WantedName =>
  areaTag("sheet", "record", { sheet, rect: { ...rows, left: 0, right: highest(Object.values(columns)) } });

/** 处理 is chosen from a list in all rows. */
export const treatmentValidation = (
  { treatment }: RecordSheet["columns"],
  rows: { readonly top: number; readonly bottom: number },
): WantedValidation => ({
  range: { ...rows, left: treatment, right: treatment },
  rule: { type: "list", source: TREATMENTS },
  prompt: `选“${WAIVED}”须在“复核意见”栏写明理由；数值变化后豁免失效`,
  error: `请从列表中选择：${TREATMENTS.join("、")}`,
  alert: "stop",
});

/** The status of a finding that is gone, in the place of the formula that tells whether it still stands (SPEC P10). */
export const SETTLED = "已消除";
