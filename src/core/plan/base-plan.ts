import { f } from "../formula/build";
import { absoluteA1, quoteSheet } from "../model/address";
import type { Quantity } from "../model/quantity";
import type { IndicatorReview, Review, RuleAnswer } from "../review.types";
import type { RuleInput } from "../rules/rule";
import type { Exact } from "../model/exact";
import { inputEntry, quantityEntries, type AskedInput, type BaseEntry } from "./base-draft";
import { answerNumber, inputRow, type BaseSheet } from "./base-sheet";
import { nameInputs } from "./input-names";
import { isOwnRate, quantityIndex, statedNode } from "./input-places";
import type { InputPlaces } from "./table-context";
import type { TargetName } from "./target";

/** What 基础数据 must hold, the names of quantities that stand elsewhere, and where each formula finds its inputs. */
export interface BasePlan {
  readonly entries: readonly BaseEntry[];
  readonly names: readonly TargetName[];
  readonly placesFor: (table: string) => InputPlaces;
}

export function basePlan(
  review: Review,
  base: BaseSheet | null,
  taken: readonly string[],
  sheets: ReadonlySet<string>,
): BasePlan {
  const elsewhere = review.quantities.filter((quantity) => elsewhereAt(quantity) !== null);
  const listed = review.quantities.filter((quantity) => elsewhereAt(quantity) === null);
  const asked = askedInputs(review, base, taken, sheets);
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
      answer: (one, answer, ref) => {
        if (answer.cell) return answer.number ? statedNode(answer.cell, answer.number, ref) : f.blank;
        const name = asked.nameOf(one, answer.input);
        return name === null ? f.blank : f.name(name);
      },
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
function askedInputs(
  review: Review,
  base: BaseSheet | null,
  taken: readonly string[],
  sheets: ReadonlySet<string>,
): Asked {
  const asked: AskedInput[] = [];
  const askedBy: IndicatorReview[] = [];
  for (const { table, indicators } of review.tables) {
    for (const one of indicators) {
      if (one.rule === null || one.recomputed.status === "notJudged") continue;
      for (const answer of one.answers) {
        if (isOwnRate(one, answer) || answer.cell !== null) continue;
        const { path } = one.indicator;
        asked.push({
          sheet: table.sheet,
          path,
          input: answer.input,
          given: givenAnswer(base, table.sheet, path, answer),
        });
        askedBy.push(one);
      }
    }
  }
  const named = nameInputs(asked, base, taken, sheets);
  const entries: BaseEntry[] = [];
  const names = new Map<IndicatorReview, Map<string, string>>();
  asked.forEach((item, index) => {
    const one = askedBy[index];
    const { row, name } = named[index] ?? { row: null, name: "" };
    if (!one) return;
    entries.push(inputEntry(item, name, row?.row ?? null));
    names.set(one, (names.get(one) ?? new Map<string, string>()).set(item.input.name, name));
  });
  return { entries, nameOf: (one, input) => names.get(one)?.get(input.name) ?? null };
}

/** A number that the row in 基础数据 does not say was given with --inputs. */
function givenAnswer(
  base: BaseSheet | null,
  sheet: string,
  path: readonly string[],
  { input, number }: RuleAnswer,
): Exact | null {
  const row = base && inputRow(base, path, input, sheet);
  const inRow = row && answerNumber(row, input);
  return number && inRow?.equals(number) ? null : number;
}
