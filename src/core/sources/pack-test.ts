import { evaluateExpression } from "../language/definition/evaluate";
import { readDefinitions } from "../language/definition/read";
import { readStandard } from "../language/standard/read";
import { nameKey } from "../model/text";
import { exactText, ONE, type Exact } from "../model/exact";
import { BLANK, known, type Value } from "../model/value";
import { DEFAULT_SETTINGS, readPair } from "../rules/settings";
import { evaluateRule, ruleInputs } from "../rules/score";
import { packAmount, standardFor, standardOf } from "../rules/packs/amount";
import { EVERY_NAME } from "./match";
import type { PackExample, PackFile, PackIndicator } from "../rules/packs/schema";
import type { Definition } from "../rules/definition";
import type { RuleReading } from "../rules/rule";
import type { Settings } from "../rules/setting-types";

/** What a pack's own examples prove wrong; empty where it holds (SPEC M6). */
export interface PackFault {
  readonly indicator: string;
  /** 0-based example, or null for the entry itself. */
  readonly example: number | null;
  /** Where in the entry it stands: "definition", "standard", "standards.1", "examples.0", a setting's name. */
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

type Words = Pick<PackFault, "zh" | "en">;

/** Reads every definition, standard and setting of a pack and computes its examples by its own rules. */
export function testPack(pack: PackFile): readonly PackFault[] {
  const { settings, faults } = packSettings(pack);
  return [...faults, ...namesakes(pack), ...pack.indicators.flatMap((indicator) => testIndicator(indicator, settings))];
}

/** Two entries with one name for the same places fit equally well, so that neither would ever judge (SPEC M28). */
function namesakes({ indicators }: PackFile): readonly PackFault[] {
  const seen = new Map<string, string>();
  return indicators.flatMap(({ id, names, under = [] }) =>
    [...new Set(names.map(nameKey))].flatMap((name): readonly PackFault[] => {
      const key = [name, ...under.map(nameKey).sort()].join("\n");
      const other = seen.get(key);
      seen.set(key, other ?? id);
      if (other === undefined) return [];
      return [{ indicator: id, example: null, field: "names", zh: `“${name}”已是 ${other} 的名称，两条都不会采用`, en: `"${name}" is the name of ${other}, too: neither is used` }]; // prettier-ignore
    }),
  );
}

function packSettings(pack: PackFile): { readonly settings: Settings; readonly faults: readonly PackFault[] } {
  let settings = DEFAULT_SETTINGS;
  const faults: PackFault[] = [];
  for (const [key, value] of Object.entries(pack.settings)) {
    const read = readPair(key, String(value));
    if (read.ok) settings = { ...settings, ...read.value };
    else faults.push({ indicator: "settings", example: null, field: "settings", zh: `没有这样的设置：${key}=${String(value)}`, en: `${key}: ${String(value)} is no setting` }); // prettier-ignore
  }
  return { settings, faults };
}

function testIndicator(indicator: PackIndicator, settings: Settings): readonly PackFault[] {
  const fault = (field: string, words: Words, example: number | null = null): PackFault => ({
    indicator: indicator.id,
    example,
    field,
    ...words,
  });
  const faults: PackFault[] = [];
  const mark = indicator.fullMark === undefined ? ONE.mul(10) : packAmount(indicator.fullMark);
  if (indicator.definition !== undefined && !definitionOf(indicator))
    faults.push(fault("definition", { zh: "计算公式没有读懂", en: "the definition does not read" }));
  for (const { text, fullMark, field } of standardsIn(indicator, mark)) {
    const reading = readStandard(text, fullMark, { name: subjectOf(indicator) });
    if (reading.ok) continue;
    const { zh, en } = reading.reason;
    faults.push(fault(field, { zh: `评分标准没有读懂：${zh}`, en: `the standard does not read: ${en}` }));
  }
  indicator.examples.forEach((example, i) => {
    for (const words of testExample(indicator, example, settings)) faults.push(fault(`examples.${i}`, words, i));
  });
  return faults;
}

/** What was read from one of an indicator's standards, for the mark that it is bound to; where it is bound to none, for 10. */
export interface ProvenStandard extends MarkedStandard {
  readonly reading: RuleReading;
}

export const provenStandards = (indicator: PackIndicator): readonly ProvenStandard[] =>
  standardsIn(indicator, indicator.fullMark === undefined ? ONE.mul(10) : packAmount(indicator.fullMark)).map(
    (one) => ({ ...one, reading: readStandard(one.text, one.fullMark, { name: subjectOf(indicator) }) }),
  );

/** What was read from its definition; null where it has none, or one that does not read. */
export const provenDefinition = (indicator: PackIndicator): Definition | null => definitionOf(indicator);

interface MarkedStandard {
  readonly text: string;
  readonly fullMark: Exact;
  readonly field: string;
}

const standardsIn = ({ standard, standards }: PackIndicator, mark: Exact): readonly MarkedStandard[] => [
  ...(standard === undefined ? [] : [{ text: standardFor(standard, mark), fullMark: mark, field: "standard" }]),
  ...standards.map((one, i) => ({
    text: one.standard,
    fullMark: packAmount(one.fullMark),
    field: `standards.${i}`,
  })),
];

/** The figure that the standard is about; an entry for every name below a level ("*") is about what that level is called. */
const subjectOf = ({ names, under }: PackIndicator): string =>
  (names[0] === EVERY_NAME ? under?.[0]?.replace(/指标$/, "") : names[0]) ?? "";

const definitionOf = (indicator: PackIndicator) => {
  const [first] = readDefinitions(indicator.definition ?? "", { subject: subjectOf(indicator) });
  return first?.ok ? first.definition : null;
};

function testExample(indicator: PackIndicator, example: PackExample, settings: Settings): Words[] {
  const inputs = new Map(Object.entries(example.inputs).map(([name, amount]) => [nameKey(name), packAmount(amount)]));
  const rate = exampleRate(indicator, inputs);
  const faults: Words[] = [];
  if (example.rate !== undefined) {
    const wanted = packAmount(example.rate);
    if (rate?.equals(wanted) !== true) faults.push(differs("比率", "rate", rate, wanted));
  }
  if (example.score !== undefined) {
    const wanted = packAmount(example.score);
    const score = exampleScore(indicator, example, inputs, rate, settings);
    if (score?.equals(wanted) !== true) faults.push(differs("得分", "score", score, wanted));
  }
  return faults;
}

function exampleRate(indicator: PackIndicator, inputs: ReadonlyMap<string, Exact>): Exact | null {
  const definition = definitionOf(indicator);
  if (!definition) return null;
  const lookup = (variable: string): Value => valueOf(inputs.get(nameKey(variable)));
  const outcome = evaluateExpression(definition.expression, lookup);
  return outcome.state === "known" ? outcome.number : null;
}

const valueOf = (number: Exact | undefined | null): Value => (number ? known(number) : BLANK);

function exampleScore(
  indicator: PackIndicator,
  example: PackExample,
  inputs: ReadonlyMap<string, Exact>,
  rate: Exact | null,
  settings: Settings,
): Exact | null {
  const mark = example.fullMark ?? indicator.fullMark;
  if (mark === undefined) return null;
  const fullMark = packAmount(mark);
  const standard = standardOf(indicator, fullMark);
  if (standard === null) return null;
  const reading = readStandard(standard, fullMark, { name: subjectOf(indicator) });
  if (!reading.ok) return null;
  const own = rate ?? inputs.get(nameKey(subjectOf(indicator)));
  const answers = new Map(
    ruleInputs(reading.rule).map((input) => [
      input.name,
      valueOf(inputs.get(nameKey(input.name)) ?? (input.type === "rate" ? own : input.type === "yesNo" ? ONE : null)),
    ]),
  );
  const { value } = evaluateRule(reading.rule, answers, settings);
  return value.state === "known" ? value.number : null;
}

const differs = (zh: string, en: string, found: Exact | null, wanted: Exact): Words => ({
  zh: `按本规则包计算，${zh}${found ? `为 ${exactText(found)}` : "算不出"}，算例写的是 ${exactText(wanted)}`,
  en: `the ${en} is ${text(found)}, not ${exactText(wanted)}`,
});

const text = (number: Exact | null): string => (number ? exactText(number) : "unknown");
