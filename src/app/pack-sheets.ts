import { packSheets } from "../core/rules/packs/sheet/write-sheet";
import type { PackFile } from "../core/rules/packs/schema";
import type { CellScalar } from "../core/workbook/snapshot";
import type { WritePlan } from "../core/workbook/write-plan";
import { plainSheetsPlan } from "./plain-sheets";

/** The first sheet of a pack's workbook, which is there before the plan is written. */
export const firstPackSheet = (pack: PackFile): string => packSheets(pack)[0]?.name ?? "";

/** The plan that writes a pack into a new workbook (SPEC M23). */
export const packPlan = (pack: PackFile): WritePlan =>
  plainSheetsPlan(
    packSheets(pack).map((sheet) => ({ ...sheet, widths: (sheet.rows[sheet.header] ?? []).map(widthOf) })),
  );

/** Sentences need room; marks and flags do not. */
const WIDE: ReadonlySet<CellScalar> = new Set(["评分标准", "计算公式", "其他公式", "依据", "内容", "数据", "档次"]);

const widthOf = (label: CellScalar): number => (WIDE.has(label) ? 48 : 18);
