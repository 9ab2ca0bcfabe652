import { decimalPlaces, type Exact } from "../model/exact";
import type { Clause, Rule } from "./rule";
import type { Settings } from "./setting-types";

/**
 * Whether a rule gives any score between two others, so that a typed score may be a rounded one: shares of a mark do, and
 * steps that count pro rata. Whole steps, bands, events and tiers give the scores that they name and no others (SPEC C20).
 */
export const isContinuous = ({ clauses }: Pick<Rule, "clauses">, settings: Settings): boolean =>
  clauses.some((clause) => isShare(clause, settings));

function isShare(clause: Clause, settings: Settings): boolean {
  switch (clause.kind) {
    case "proportional":
      return true;
    case "target":
      return clause.missed === "share";
    case "quotient":
      return true;
    case "cases":
      return [...clause.lines.map(({ then }) => then), clause.otherwise].some(
        (then) => then !== null && "kind" in then && isShare(then, settings),
      );
    case "stepDeduct":
    case "gap":
      return settings.partialSteps === "proRata";
    default:
      return false;
  }
}

/** Whether a score of the rule can have more decimals than are shown: a share can, and so can a mark that is printed so. */
export const needsRounding = (rule: Rule, settings: Settings): boolean =>
  isContinuous(rule, settings) || marksOf(rule.clauses).some((mark) => decimalPlaces(mark) > settings.roundingPlaces);

const MARKS = new Set(["full", "deduct", "floor", "score", "scores", "otherwise", "mark", "pass", "fail"]);

/** Every number of marks in a rule's clauses, however deep it stands. */
function marksOf(node: unknown, isMark = false): readonly Exact[] {
  if (typeof node !== "object" || node === null) return [];
  if (isExact(node)) return isMark ? [node] : [];
  if (Array.isArray(node)) return node.flatMap((one) => marksOf(one, isMark));
  return Object.entries(node).flatMap(([key, value]) => marksOf(value, MARKS.has(key)));
}

const isExact = (node: object): node is Exact => "n" in node && "d" in node && "s" in node;
