import type { CellPosition } from "../../workbook/address";
import { a1 } from "../../workbook/address";
import type { Exact } from "../../model/exact";
import type { Indicator, ScoringTable, TableCell } from "../../model/scoring-table";
import type { Justification } from "../../review.types";
import type { Comparison } from "../../targets/compare";
import { compareTarget } from "../../targets/compare";
import type { NumberReading } from "../../targets/read";
import { readActual, readTarget } from "../../targets/read";
import { shownCell } from "../figures";
import type { ScoreGroup } from "../../model/score-groups";
import { lostMarks, scoreGroups } from "../../model/score-groups";
import { compact } from "../../model/text";
import { explainsNothing, reasonKey, soundsLikeReason, type ReasonContext } from "../../language/reason";
import type { Settings } from "../../rules/setting-types";

/** What must be justified, and how far it is (SPEC J1–J4; DOMAIN "What must be justified"). */
export interface JudgedReason {
  readonly group: ScoreGroup;
  readonly status: Justification;
  /** Marks lost beyond the tolerance; null where none are, or where it is not known. */
  readonly lost: Exact | null;
  /** Null where the group has no target, or several indicators. */
  readonly comparison: Comparison | null;
  readonly actual: NumberReading | null;
  readonly overFulfilled: boolean;
  readonly reason: Reason;
}

interface Reason {
  /** As typed; "" where blank. */
  readonly text: string;
  /** Where it stands or should stand; null where the table has no place for it. */
  readonly at: CellPosition | null;
  /** A1 of all cells that hold the same text for other deductions, itself included; empty where it is its own. */
  readonly copies: readonly string[];
  /** True where it stands in a 备注 column, which may hold anything. */
  readonly fromRemark: boolean;
}

/** The status of every indicator, in the table's order. */
export const justify = (table: ScoringTable, settings: Settings): readonly Justification[] =>
  judgeReasons(table, settings).flatMap(({ group, status }) => group.indicators.map(() => status));

/** The review and two checks ask for the same verdicts; neither a table nor settings ever change. */
const known = new WeakMap<ScoringTable, { readonly settings: Settings; readonly judged: readonly JudgedReason[] }>();

/** One verdict per scored group, in reading order. */
export function judgeReasons(table: ScoringTable, settings: Settings): readonly JudgedReason[] {
  const before = known.get(table);
  if (before?.settings === settings) return before.judged;
  const judged = judgeUnits(table, settings);
  known.set(table, { settings, judged });
  return judged;
}

function judgeUnits(table: ScoringTable, settings: Settings): readonly JudgedReason[] {
  const usesRemarks = remarksHoldReasons(table, settings);
  const drafts = scoreGroups(table).map((group) => draft(group, usesRemarks, settings));
  const byText = new Map<string, Set<string>>();
  for (const { lost, status, reason } of drafts) {
    if (!lost || status !== "present" || !reason.at) continue;
    const cells = byText.get(reasonKey(reason.text)) ?? new Set();
    byText.set(reasonKey(reason.text), cells.add(a1(reason.at)));
  }
  return drafts.map((judged) => {
    const copies = judged.lost && judged.status === "present" ? byText.get(reasonKey(judged.reason.text)) : undefined;
    if (!copies || copies.size < 2) return judged;
    return { ...judged, status: "copied", reason: { ...judged.reason, copies: [...copies] } };
  });
}

export const hasReasonColumn = (table: ScoringTable): boolean =>
  table.columns.some((column) => column.role === "reason") || table.indicators.some((one) => one.reason !== null);

/**
 * Whether a table without a reason column gives its reasons under 备注: a deducted row's remark speaks of a shortfall, or
 * remarks stand beside deductions and nowhere else.
 */
export function remarksHoldReasons(table: ScoringTable, settings: Settings): boolean {
  if (hasReasonColumn(table)) return false;
  const remarked = scoreGroups(table).filter((group) => remarksOf(group).some((text) => !explainsNothing(text)));
  const deducted = remarked.filter((group) => lossOf(group, settings));
  if (deducted.some((group) => remarksOf(group).some((text) => soundsLikeReason(text)))) return true;
  if (deducted.length !== remarked.length) return false;
  return deducted.length >= 2 || isOnlyRemark(table, deducted, settings);
}

/** Of several rows the only one with a remark is the only one that lost marks: few words may be a mark of another kind. */
function isOnlyRemark(table: ScoringTable, [only]: readonly ScoreGroup[], settings: Settings): boolean {
  const groups = scoreGroups(table);
  if (!only || groups.length < 3 || groups.some((group) => group !== only && lossOf(group, settings))) return false;
  return remarksOf(only).some((text) => compact(text).length >= 4);
}

const remarksOf = (group: ScoreGroup): readonly string[] => group.indicators.map((one) => shownCell(one.remark));

function lossOf(group: ScoreGroup, { tolerance }: Settings): Exact | null {
  const lost = lostMarks(group);
  return lost && lost.compare(tolerance) > 0 ? lost : null;
}

function draft(group: ScoreGroup, usesRemarks: boolean, settings: Settings): JudgedReason {
  const [indicator] = group.indicators;
  const lost = lossOf(group, settings);
  const single = group.indicators.length === 1 && indicator ? indicator : null;
  const actual = single ? readActual(single) : null;
  const comparison = single && actual ? compareTarget(single, readTarget(single), actual) : null;
  const overFulfilled = (comparison?.completion?.compare(settings.overFulfilment) ?? -1) >= 0;
  const reason = reasonOf(group, usesRemarks);
  const required = lost !== null || comparison?.outcome === "missed" || overFulfilled;
  return {
    group,
    lost,
    comparison,
    actual: actual?.kind === "number" ? actual : null,
    overFulfilled,
    reason,
    status: required ? statusOf(reason.text, contextOf(group)) : "notRequired",
  };
}

function statusOf(text: string, context: ReasonContext): Justification {
  if (text === "") return "missing";
  return explainsNothing(text, context) ? "placeholder" : "present";
}

const contextOf = ({ indicators }: ScoreGroup): ReasonContext => ({
  names: indicators.flatMap(({ path }) => path.at(-1) ?? []),
  standards: indicators.flatMap(({ standard }) => standard?.text ?? []),
});

function reasonOf({ indicators }: ScoreGroup, usesRemarks: boolean): Reason {
  const cells = indicators.flatMap((one) => reasonCell(one, usesRemarks) ?? []);
  const filled = cells.filter((cell) => shownCell(cell) !== "");
  const texts = new Map(filled.map((cell) => [a1(cell.at), shownCell(cell)]));
  const first = filled[0] ?? cells[0] ?? null;
  const fromRemark = first !== null && indicators.some((one) => one.remark === first);
  return { text: [...texts.values()].join("；"), at: first?.at ?? null, copies: [], fromRemark };
}

/** The reason's cell; a remark stands in for a blank reason where it speaks of a shortfall. */
function reasonCell({ reason, remark }: Indicator, usesRemarks: boolean): TableCell | null {
  const given = reason && shownCell(reason) !== "" && !explainsNothing(shownCell(reason));
  if (given || !remark) return reason;
  if (!reason) return usesRemarks ? remark : null;
  return soundsLikeReason(shownCell(remark)) ? remark : reason;
}
