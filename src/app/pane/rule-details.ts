import { a1 } from "../../core/workbook/address";
import { decimalText, exactText, percentText, type Exact } from "../../core/model/exact";
import { known, type Value } from "../../core/model/value";
import type { IndicatorReview, Review } from "../../core/review.types";
import { compileDefinition } from "../../core/language/definition/index";
import { f } from "../../core/formula/build";
import { printFormula } from "../../core/formula/print";
import { quantityIndex } from "../../core/plan/formulas/input-places";
import { describeRule } from "../describe-rule";
import type { RuleSource } from "../../core/rules/rule";
import { evaluateRule, explainRule, ruleInputs } from "../../core/rules/score";
import { SETTING_KEYS, SETTING_LABELS, settingText } from "../../core/rules/setting-labels";
import type { SettingSource } from "../../core/rules/settings";
import type { Language } from "../failure-words";
import { readNumber } from "../inputs-file";
import { marks } from "./marks";
import { inputOptions } from "../../core/ours/base-answers";

/** Why an indicator has the score it has: which rule, from where, and the arithmetic with the numbers put in. */
export interface RuleDetails {
  readonly name: string;
  readonly path: readonly string[];
  readonly cell: string;
  readonly fullMark: string | null;
  readonly typed: string | null;
  /** One score cell serves several indicators: what is due to one of them is not what belongs there. */
  readonly sharesScore: boolean;
  readonly recomputed: string | null;
  readonly status: IndicatorReview["recomputed"]["status"];
  readonly missing: readonly string[];
  readonly definition: DefinitionDetails | null;
  readonly rule: RuleText | null;
  /** Why the printed standard was not understood; null where there is none, or it was. */
  readonly unread: string | null;
  readonly standard: string | null;
}

interface DefinitionDetails {
  readonly text: string;
  readonly source: RuleSource;
  readonly at: string;
  /** "69/77 = 89.61%"; null while it can not be computed. */
  readonly value: string | null;
  readonly steps: readonly string[];
  readonly formula: string;
  readonly notes: readonly string[];
}

interface RuleText {
  readonly text: string;
  readonly source: RuleSource;
  readonly at: string;
  readonly explanation: readonly string[];
  readonly steps: readonly string[];
  readonly formula: string;
  readonly ambiguities: readonly string[];
  readonly inputs: readonly RuleQuestion[];
}

/** Something the rule reads, to be tried out. */
export interface RuleQuestion {
  readonly name: string;
  readonly type: "rate" | "amount" | "count" | "choice" | "yesNo";
  readonly unit: string | null;
  readonly options: readonly string[];
  readonly given: string | null;
}

export interface Trial {
  readonly score: string | null;
  readonly steps: readonly string[];
}

export interface SettingLine {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly source: SettingSource;
}

const indicatorOf = (review: Review, table: string, index: number): IndicatorReview | null =>
  review.tables.find((one) => one.table.id === table)?.indicators[index] ?? null;

export function ruleDetails(review: Review, table: string, index: number, lang: Language): RuleDetails | null {
  const one = indicatorOf(review, table, index);
  if (!one) return null;
  const { indicator, recomputed, rate } = one;
  const missing =
    recomputed.status === "notVerifiable" ? recomputed.missing : rate.status === "notVerifiable" ? rate.missing : [];
  return {
    name: indicator.path.at(-1) ?? "",
    path: indicator.path,
    cell: a1(indicator.score?.at ?? indicator.nameAt),
    fullMark: indicator.fullMark && marks(indicator.fullMark.number),
    typed: indicator.score?.stated ? marks(indicator.score.stated.number) : null,
    recomputed: recomputed.status === "computed" ? marks(recomputed.score) : null,
    status: recomputed.status,
    sharesScore: indicator.scoreGroup !== null,
    missing,
    definition: definitionDetails(review, table, one, lang),
    rule: ruleText(review, one, lang),
    unread: one.unreadStandard?.[lang] ?? null,
    standard: indicator.standard?.text ?? null,
  };
}

function definitionDetails(
  review: Review,
  table: string,
  one: IndicatorReview,
  lang: Language,
): DefinitionDetails | null {
  if (!one.definition) return null;
  const { definition, source, at } = one.definition;
  const { rate } = one;
  const quantityOf = quantityIndex(review.quantities);
  const formula = compileDefinition(definition, (variable) =>
    f.name(quantityOf({ table, path: one.indicator.path, variable })?.definedName ?? variable),
  );
  return {
    text: definition.text,
    source,
    at: placeText(at),
    value: rate.status === "computed" ? rateText(rate.number, definition.percent) : null,
    steps: rate.status === "computed" ? rate.steps.map((step) => step[lang]) : [],
    formula: printFormula(formula),
    notes: (definition.notes ?? []).map((note) => note[lang]),
  };
}

function rateText(number: Exact, percent: boolean): string {
  const shown = percent ? percentText(number) : decimalText(number, 4);
  return number.d === 1n ? shown : `${exactText(number)} = ${shown}`;
}

function ruleText({ settings }: Review, one: IndicatorReview, lang: Language): RuleText | null {
  if (!one.rule) return null;
  const { rule, source, text, at } = one.rule;
  const given = new Map(one.answers.map(({ input, number }) => [input.name, number]));
  return {
    text,
    source,
    at: placeText(at),
    explanation: explainRule(rule, settings).map((step) => step[lang]),
    steps: one.recomputed.status === "computed" ? one.recomputed.steps.map((step) => step[lang]) : [],
    formula: describeRule(rule, { at: [], lang, settings }).formula,
    ambiguities: rule.ambiguities.map((ambiguity) => ambiguity[lang]),
    inputs: ruleInputs(rule).map((input) => {
      const number = given.get(input.name) ?? null;
      return {
        name: input.name,
        type: input.type,
        unit: input.unit,
        options: inputOptions(input),
        given: number && (input.type === "rate" ? percentText(number, 4) : decimalText(number, 6)),
      };
    }),
  };
}

/** What the rule would give for these answers, as typed: numbers, percentages, or one of a question's options. */
export function tryRule(
  review: Review,
  table: string,
  index: number,
  typed: ReadonlyMap<string, string>,
  lang: Language,
): Trial | null {
  const one = indicatorOf(review, table, index);
  if (!one?.rule) return null;
  const { rule } = one.rule;
  const answers = new Map<string, Value>();
  for (const input of ruleInputs(rule)) {
    const number = answerOf(typed.get(input.name) ?? "", inputOptions(input), input.type === "yesNo");
    if (number) answers.set(input.name, known(number));
  }
  const { value, steps } = evaluateRule(rule, answers, review.settings);
  return {
    score: value.state === "known" ? decimalText(value.number, 4) : null,
    steps: steps.map((step) => step[lang]),
  };
}

/** A typed answer as the number it stands for: an option by its rank (是 1, 否 0), else the number. */
export function answerOf(text: string, options: readonly string[], yesNo: boolean): Exact | null {
  const rank = options.indexOf(text);
  if (rank >= 0) return readNumber(String(yesNo ? 1 - rank : rank + 1));
  return readNumber(text.normalize("NFKC").trim());
}

/** Every setting with its value and who set it. */
export const settingLines = ({ settings, settingSources }: Review, lang: Language): readonly SettingLine[] =>
  SETTING_KEYS.map((key) => ({
    key,
    label: SETTING_LABELS[key][lang],
    value: settingText(key, settings, lang),
    source: settingSources[key],
  }));

/** A place as people write it: the quotes around a sheet's name belong to formulas. */
const placeText = (at: string): string => at.replaceAll("'", "");
