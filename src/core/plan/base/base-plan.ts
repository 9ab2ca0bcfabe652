import { sameValue } from "../formulas/unchanged-node";
import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { compact } from "../../model/text";
import { sheetViews } from "../../workbook/sheet-view";
import { absoluteA1, quoteSheet } from "../../workbook/address";
import type { Quantity } from "../../model/quantity";
import type { IndicatorReview, Review, RuleAnswer, TableReview } from "../../review.types";
import type { Exact } from "../../model/exact";
import { inputEntry, quantityEntries, type AskedInput, type BaseEntry } from "./base-entries";
import { BASE_COLUMNS, type BaseSheet } from "../../ours/base-sheet";
import { nameInputs } from "./input-names";
import { pointInputs } from "../../scores/points";
import { isIndicatorRate, ownerlessRows } from "../../scores/asked-of-people";
import { comparedSide, quantityIndex } from "../formulas/input-places";
import { answerNode, sameText } from "../formulas/stated-node";
import { targetNodes } from "../formulas/target-nodes";
import type { InputPlaces } from "../formulas/table-context";
import type { WantedName } from "../steps/wanted";
import { answerNumber, inputRow, TOTAL_PATH } from "../../ours/base-answers";
import { ourDefinedNames } from "../../ours/tags";
import type { RuleInput } from "../../rules/rule-input";
import type { WorkbookSnapshot } from "../../workbook/snapshot";

/** What 基础数据 must hold, the names of quantities that stand elsewhere, and where each formula finds its inputs. */
export interface BasePlan {
  /** The sheet as an earlier run left it, with what of it is nobody's. */
  readonly present: BaseSheet | null;
  readonly entries: readonly BaseEntry[];
  readonly names: readonly WantedName[];
  readonly placesFor: (table: string) => InputPlaces;
}

/** What the plan of 基础数据 is made from. */
export interface BaseSource {
  readonly book: WorkbookSnapshot;
  readonly review: Review;
  /** The sheet as an earlier run left it. */
  readonly base: BaseSheet | null;
  /** The name it has or will get. */
  readonly sheet: string;
  /** Whether each of the 评价要点 gets a row. */
  readonly points: boolean;
}

export function basePlan(given: BaseSource): BasePlan {
  const { review } = given;
  const source = { ...given, base: given.base && ownerlessRows(given.base, review.tables).base };
  const elsewhere = review.quantities.filter((quantity) => elsewhereAt(quantity) !== null);
  const listed = review.quantities.filter((quantity) => elsewhereAt(quantity) === null);
  const asked = askedInputs(source);
  const quantityOf = quantityIndex(review.quantities);
  const entries = [...quantityEntries(listed), ...asked.entries];
  const { inOrder, withdrawn } = rowTests(entries, source);
  return {
    present: source.base,
    entries,
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
      quantity: (path, variable) => quantityOf({ table, path, variable }),
      answer: (one, answer, ref) => {
        const side = comparedSide(one, answer);
        if (side) return targetNodes(one.indicator, ref)?.[side] ?? (answer.number ? answerNode(answer, ref) : f.blank);
        if (answer.cell) return answerNode(answer, ref);
        const name = asked.nameOf(one, answer.input);
        return name === null ? f.blank : f.name(name);
      },
      question: (input) => {
        const name = asked.questionName(table, input);
        return name === null ? f.blank : f.name(name);
      },
      inOrder,
      withdrawn,
    }),
  };
}

/** More than two for each of ten thousand indicators; the same on every run. */
const LAST_ROW = 59_999;

/**
 * Sorting 基础数据 leaves a name at its cell, where another row now stands, and a person may write another label beside
 * it, by which the review goes: whether the row a name points to still prints that name and its label, and still holds
 * what is struck through. Null for what does not stand there.
 */
function rowTests(entries: readonly BaseEntry[], { base, book, sheet }: BaseSource): Pick<InputPlaces, "inOrder" | "withdrawn"> {
  const view = base && sheetViews(book).get(base.sheet);
  const labelOf = ({ row, label }: BaseEntry): string => {
    const there = row ?? base?.byLabel.get(compact(label))?.[0]?.row ?? null;
    const printed = there === null ? null : (view?.value(there, base?.columns.label ?? 0) ?? null);
    return typeof printed === "string" ? printed : label;
  };
  const labels = new Map(entries.map((entry) => [entry.definedName, labelOf(entry)]));
  const struck = new Map(base?.rows.flatMap(({ name, struck: held }) => (held === undefined ? [] : [[name, held] as const])));
  const inColumn = (key: "name" | "label" | "value", node: FormulaNode): FormulaNode => {
    const column = base?.columns[key] ?? BASE_COLUMNS.indexOf(key);
    const printed = f.range({ top: 0, bottom: LAST_ROW, left: column, right: column }, { sheet, absolute: true });
    return f.call("INDEX", printed, f.call("ROW", node));
  };
  return {
    inOrder: (node) => {
      const label = node.node === "name" ? labels.get(node.name) : undefined;
      if (node.node !== "name" || label === undefined) return null;
      return f.call("AND", f.equal(inColumn("name", node), f.text(node.name)), sameText(inColumn("label", node), label));
    },
    withdrawn: (node) => {
      const held = node.node === "name" ? struck.get(node.name) : undefined;
      return held === undefined ? null : sameValue(inColumn("value", node), held);
    },
  };
} // prettier-ignore

/** The unit's own cell that holds a quantity; null where it belongs into 基础数据. */
function elsewhereAt({ source }: Quantity): string | null {
  if (source?.from !== "linked" && source?.from !== "baseTable") return null;
  return `${quoteSheet(source.at.sheet)}!${absoluteA1(source.at)}`;
}

interface Asked {
  readonly entries: readonly BaseEntry[];
  readonly nameOf: (one: IndicatorReview, input: RuleInput) => string | null;
  readonly questionName: (table: string, input: RuleInput) => string | null;
}

/** The choices, counts and figures that only a person can give: a row in 基础数据 each (issue 4, item 6). */
function askedInputs({ book, review, base, points }: BaseSource): Asked {
  const asked: AskedInput[] = [];
  const askedBy: (IndicatorReview | TableReview)[] = [];
  const ask = (by: IndicatorReview | TableReview, sheet: string, path: readonly string[], answer: RuleAnswer): void => {
    asked.push({ sheet, path, input: answer.input, given: givenAnswer(base, sheet, path, answer) });
    askedBy.push(by);
  };
  for (const table of review.tables) {
    const { sheet } = table.table;
    for (const one of table.indicators) {
      const { path } = one.indicator;
      for (const input of listedPoints(one, base, sheet, points)) {
        asked.push({ sheet, path, input, given: null, scope: POINT_SCOPE });
        askedBy.push(one);
      }
      if (one.rule === null || one.recomputed.status === "notJudged") continue;
      for (const answer of one.answers) {
        if (!isIndicatorRate(one, answer) && answer.cell === null) ask(one, sheet, path, answer);
      }
    }
    for (const { when } of table.totalRules?.caps ?? []) {
      if (when.kind === "question") ask(table, sheet, TOTAL_PATH, when.answer);
    }
  }
  const named = nameInputs(asked, base, takenNames(book, review));
  const entries: BaseEntry[] = [];
  const names = new Map<IndicatorReview | TableReview, Map<string, string>>();
  asked.forEach((item, index) => {
    const by = askedBy[index];
    const { row, name } = named[index] ?? { row: null, name: "" };
    if (!by) return;
    entries.push(inputEntry(item, name, row?.row ?? null));
    names.set(by, (names.get(by) ?? new Map<string, string>()).set(item.input.name, name));
  });
  const tables = new Map(review.tables.map((table) => [table.table.id, table]));
  const nameOf = (by: IndicatorReview | TableReview | undefined, input: RuleInput): string | null =>
    (by && names.get(by)?.get(input.name)) ?? null;
  return { entries, nameOf, questionName: (table, input) => nameOf(tables.get(table), input) };
}

/** The names of the unit's own, and those that quantities get. */
function takenNames(book: WorkbookSnapshot, { quantities }: Review): readonly string[] {
  const ours = ourDefinedNames(book);
  const theirs = book.names.map(({ name }) => name).filter((name) => !ours.has(name.toLowerCase()));
  return [...theirs, ...quantities.map(({ definedName }) => definedName)];
}

const POINT_SCOPE = "请选择符合、不符合或不适用；在“来源说明”栏填佐证材料（名称、文号、页码）";

/** 评价要点 are added where they are wanted; rows that are there already stay (SPEC M12). */
function listedPoints(
  one: IndicatorReview,
  base: BaseSheet | null,
  sheet: string,
  wanted: boolean,
): readonly RuleInput[] {
  if (wanted) return pointInputs(one);
  if (!base?.hasPoints) return [];
  return pointInputs(one).filter((input) => inputRow(base, one.indicator.path, input, sheet) !== null);
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
