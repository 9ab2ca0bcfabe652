import { decimalPlaces } from "../model/exact";
import { kindOf } from "./kinds/index";
import type { Rule } from "./rule";
import type { Settings } from "./setting-types";

/**
 * Whether a rule gives any score between two others, so that a typed score may be a rounded one: shares of a mark do, and
 * steps that count pro rata. Whole steps, bands, events and tiers give the scores that they name and no others (SPEC C20).
 */
export const isContinuous = ({ clauses }: Pick<Rule, "clauses">, settings: Settings): boolean =>
  clauses.some((clause) => kindOf(clause).continuous(clause, settings));

/** Whether a score of the rule can have more decimals than are shown: a share can, and so can a mark that is printed so. */
export function needsRounding(rule: Rule, settings: Settings): boolean {
  if (isContinuous(rule, settings)) return true;
  const marks = [
    ...rule.clauses.flatMap((clause) => kindOf(clause).scores(clause)),
    ...rule.gates.map(({ otherwise }) => otherwise),
  ];
  return marks.some((mark) => decimalPlaces(mark) > settings.roundingPlaces);
}
