import { readPoints } from "../language/points";
import { compact } from "../model/text";
import { isPointRow, type BaseRow, type BaseSheet } from "../ours/base-sheet";
import { isInputNote } from "../ours/input-note";
import type { IndicatorReview } from "../review.types";
import { inputUse, POINT_PREFIX } from "../ours/base-answers";
import type { RuleInput } from "../rules/rule-input";

const OPTIONS: readonly string[] = ["符合", "不符合", "不适用"];
const LONGEST_POINT = 100;

/**
 * The 评价要点 of an indicator as choices for a person (SPEC M12). They give no marks: where the rule scores its points
 * itself, those are asked already, and there are none here.
 */
export function pointInputs({ indicator, rule }: Pick<IndicatorReview, "indicator" | "rule">): readonly RuleInput[] {
  if (rule?.rule.clauses.some(({ kind }) => kind === "checklist")) return [];
  const { description, explanation, standard } = indicator;
  for (const cell of [description, explanation, standard]) {
    const points = cell ? readPoints(cell.text) : [];
    if (points.length > 0) return points.map(({ ordinal, text }) => pointInput(ordinal, text));
  }
  return [];
}

const pointInput = (ordinal: number, text: string): RuleInput => ({
  name: `${POINT_PREFIX}${ordinal} ${text.length > LONGEST_POINT ? `${text.slice(0, LONGEST_POINT)}…` : text}`,
  type: "choice",
  unit: null,
  options: OPTIONS,
});

/** Whether evidence is asked for and none is noted; null where nothing asks for it, or some is noted (SPEC J8). */
export type EvidenceState = (sheet: string, path: readonly string[], demanded: boolean) => "wanting" | null;

/** Evidence is noted as 来源说明 in any row of 基础数据 that belongs to the indicator. */
export function evidenceState(base: BaseSheet | null): EvidenceState {
  const byUse = new Map<string, BaseRow[]>();
  for (const row of base?.rows ?? []) {
    const use = compact(row.usedBy);
    const rows = byUse.get(use);
    if (rows) rows.push(row);
    else byUse.set(use, [row]);
  }
  return (sheet, path, demanded) => {
    const rows = base ? (byUse.get(compact(inputUse(sheet, path))) ?? []) : [];
    const asked = demanded || rows.some(isPointRow);
    const noted = rows.some(({ source }) => source !== "" && !isInputNote(source));
    return asked && !noted ? "wanting" : null;
  };
}
