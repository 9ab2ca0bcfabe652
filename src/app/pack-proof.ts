import { decimalText } from "../core/model/exact";
import { printSpaced } from "../core/language/definition/print";
import type { PackFile } from "../core/rules/packs/schema";
import { checkRule, explainRule } from "../core/rules/score";
import { DEFAULT_SETTINGS, readPair } from "../core/rules/settings";
import type { Settings } from "../core/rules/setting-types";
import { provenDefinition, provenStandards, testPack, type PackFault } from "../core/sources/pack-test";
import type { Language } from "./failure-words";

/** What a pack says, as it was read: the proof that a person can check it by (SPEC M6). */
export interface PackProof {
  readonly lines: readonly string[];
  readonly faults: readonly PackFault[];
}

export function provePack(pack: PackFile, lang: Language): PackProof {
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const settings = settingsOf(pack);
  const lines = pack.indicators.flatMap((indicator) => {
    const definition = provenDefinition(indicator);
    const standards = provenStandards(indicator).map(({ fullMark, reading }) => {
      const mark = say(`${decimalText(fullMark, 4)} 分`, `${decimalText(fullMark, 4)} marks`);
      const read = reading.ok
        ? explainRule(reading.rule, settings)
            .map((step) => step[lang])
            .join(say("；", "; "))
        : say(`没有读懂：${reading.reason.zh}`, `not read: ${reading.reason.en}`);
      const gaps = reading.ok ? checkRule(reading.rule).map((fault) => fault[lang]) : [];
      return [`  ${mark}  ${read}`, ...gaps.map((gap) => `    ${say("注意", "note")}  ${gap}`)].join("\n");
    });
    return [
      `${indicator.names[0] ?? indicator.id}${indicator.under ? `（${indicator.under.join("、")}）` : ""}  ${indicator.clause}`,
      ...(definition
        ? [`  ${say("公式", "formula")}  ${definition.name} = ${printSpaced(definition.expression)}`]
        : []),
      ...standards,
      ...indicator.examples.map(({ rate, score, note }) => {
        const parts = [rate, score].flatMap((one) => (one === undefined ? [] : [String(one)]));
        return `  ${say("算例", "example")}  ${parts.join(" → ")}${note === undefined ? "" : `  ${note}`}`;
      }),
    ];
  });
  return { lines: [...lines, ...comparisonLines(pack, say)], faults: testPack(pack) };
}

function comparisonLines({ target, tiers, caps, deviations }: PackFile, say: (zh: string, en: string) => string): string[] {
  const levels = (tiers?.levels ?? []).map(({ names, from, to }) => `${names[0] ?? ""} ${String(to)}–${String(from)}`);
  return [
    ...(target ? [`${say("定量指标", "figures")}  ${target.clause}`] : []),
    ...(target?.reverseClause === undefined ? [] : [`${say("反向指标", "not to be exceeded")}  ${target.reverseClause}`]),
    ...(tiers ? [`${say("定性指标", "words")}  ${levels.join(say("；", "; "))}`] : []),
    ...caps.map(({ clause, total }) => `${say("封顶", "cap")}  ${clause} → ${String(total)}`),
    ...deviations.map(({ clause, deduct }) => `${say("偏差扣分", "deviation")}  ${clause} → −${String(deduct)}`),
  ];
} // prettier-ignore

/** Settings that do not read are faults of the proof. */
function settingsOf(pack: PackFile): Settings {
  return Object.entries(pack.settings).reduce<Settings>((settings, [key, value]) => {
    const read = readPair(key, String(value));
    return read.ok ? { ...settings, ...read.value } : settings;
  }, DEFAULT_SETTINGS);
}
