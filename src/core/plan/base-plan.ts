import { f } from "../formula/build";
import type { FormulaNode } from "../formula/node";
import { absoluteA1, quoteSheet, type CellPosition } from "../model/address";
import type { Quantity } from "../model/quantity";
import type { IndicatorReview, Review, RuleAnswer } from "../review.types";
import type { RuleInput } from "../rules/rule";
import { inputEntry, quantityEntries, type BaseEntry } from "./base-draft";
import type { BaseSheet } from "./base-sheet";
import { InputNames } from "./input-names";
import { comparedCell, isOwnRate, quantityIndex, referenceNode, statedNode } from "./input-places";
import type { InputPlaces } from "./table-draft";
import type { TargetName } from "./target";

/** What 基础数据 must hold, the names of quantities that stand elsewhere, and where each formula finds its inputs. */
export interface BasePlan {
  readonly entries: readonly BaseEntry[];
  readonly names: readonly TargetName[];
  readonly placesFor: (table: string) => InputPlaces;
}

export function basePlan(review: Review, base: BaseSheet | null, taken: readonly string[]): BasePlan {
  const elsewhere = review.quantities.filter((quantity) => elsewhereAt(quantity) !== null);
  const listed = review.quantities.filter((quantity) => elsewhereAt(quantity) === null);
  const asked = askedInputs(review, new InputNames(taken, base));
  const quantityOf = quantityIndex(review.quantities);
  return {
    entries: [...quantityEntries(listed), ...asked.entries],
    names: elsewhere.map((quantity) => ({
      name: quantity.definedName,
      refersTo: elsewhereAt(quantity) ?? "",
      hidden: false,
    })),
    placesFor: (table) => ({
      variable: (path, variable) => {
        const quantity = quantityOf({ table, path, variable });
        return quantity ? f.name(quantity.definedName) : null;
      },
      answer: (one, answer, ref) => placedAnswer(one, answer, ref, asked.nameOf) ?? f.blank,
    }),
  };
}

/** The unit's own cell that holds a quantity; null where it belongs into 基础数据. */
function elsewhereAt({ source }: Quantity): string | null {
  if (source?.from !== "linked" && source?.from !== "baseTable") return null;
  return `${quoteSheet(source.at.sheet)}!${absoluteA1(source.at)}`;
}

interface Asked {
  readonly entries: readonly BaseEntry[];
  readonly nameOf: (one: IndicatorReview, input: RuleInput) => string | null;
}

/** The choices, counts and figures that only a person can give: a row in 基础数据 each (issue 4, item 6). */
function askedInputs(review: Review, names: InputNames): Asked {
  const entries: BaseEntry[] = [];
  const given = new Map<IndicatorReview, Map<string, string>>();
  for (const { indicators } of review.tables) {
    for (const one of indicators) {
      if (one.rule === null || one.recomputed.status === "notJudged") continue;
      for (const answer of one.answers) {
        if (hasPlace(one, answer)) continue;
        const { input } = answer;
        const name = names.nameFor(one.indicator.path, input);
        entries.push(inputEntry(one.indicator.path, input, name));
        given.set(one, (given.get(one) ?? new Map<string, string>()).set(input.name, name));
      }
    }
  }
  return { entries, nameOf: (one, input) => given.get(one)?.get(input.name) ?? null };
}

/** Whether the answer stands somewhere already: in our rate column, in the table, or under a name of its own. */
function hasPlace(one: IndicatorReview, answer: RuleAnswer): boolean {
  if (isOwnRate(one, answer) || comparedCell(one, answer.input) !== null) return true;
  return answer.reference !== null;
}

function placedAnswer(
  one: IndicatorReview,
  answer: RuleAnswer,
  ref: (at: CellPosition) => FormulaNode,
  nameOf: Asked["nameOf"],
): FormulaNode | null {
  const cell = comparedCell(one, answer.input);
  if (cell) return answer.number ? statedNode(cell, answer.number, ref) : f.blank;
  if (answer.reference !== null) return referenceNode(answer.reference, ref);
  const name = nameOf(one, answer.input);
  return name === null ? null : f.name(name);
}
