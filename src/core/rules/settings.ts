import { exactFromText, ONE, parts, ratio, ZERO, type Exact } from "../model/exact";
import { fail, succeed, type Result } from "../model/result";
import { canonicalChoice, SETTING_CHOICES, SETTING_KEYS, settingKey } from "./setting-labels";
import type { Settings } from "./setting-types";

/** Where a setting's value came from, strongest first. */
export type SettingSource = "reviewer" | "template" | "pack" | "workbook" | "default";

export type SettingValues = Partial<Settings>;

export const DEFAULT_SETTINGS: Settings = {
  partialSteps: "whole",
  roundingMode: "halfUp",
  roundingPlaces: 2,
  totalFrom: "shown",
  scoreFrom: "raw",
  tolerance: ratio(5, 1000),
  reverseTarget: "A/B",
  overFulfilment: ratio(13, 10),
  notApplicable: "full",
  caps: "on",
};

/** A setting that could not be read: which words were given, and what is allowed. */
export type SettingProblem =
  | { readonly problem: "no-equals-sign"; readonly given: string }
  | { readonly problem: "unknown-key"; readonly key: string; readonly allowed: readonly string[] }
  | {
      readonly problem: "bad-value";
      readonly key: string;
      readonly value: string;
      readonly allowed: readonly string[];
    };

/** Reads `KEY=VALUE` as --set takes it: key in camelCase, kebab-case or its Chinese label, value likewise. */
export function readSetting(given: string): Result<SettingValues, SettingProblem> {
  const at = given.search(/[=＝]/);
  if (at < 0) return fail({ problem: "no-equals-sign", given });
  return readPair(given.slice(0, at), given.slice(at + 1));
}

/** All pairs, the later over the earlier; every problem is listed, not just the first. */
export function readSettings(given: readonly string[]): Result<SettingValues, readonly SettingProblem[]> {
  const problems: SettingProblem[] = [];
  let values: SettingValues = {};
  for (const text of given) {
    const read = readSetting(text);
    if (read.ok) values = { ...values, ...read.value };
    else problems.push(read.failure);
  }
  return problems.length > 0 ? fail(problems) : succeed(values);
}

/** One key and its value, each as a person writes it: a row of the sheet 规则, an entry of a pack. */
export function readPair(keyText: string, valueText: string): Result<SettingValues, SettingProblem> {
  const key = settingKey(keyText);
  if (!key) return fail({ problem: "unknown-key", key: keyText.trim(), allowed: SETTING_KEYS });
  const value = valueText.normalize("NFKC").trim();
  const problem: SettingProblem = { problem: "bad-value", key, value, allowed: SETTING_CHOICES[key] };
  switch (key) {
    case "roundingPlaces": {
      const places = exactFromText(value);
      const whole = places !== null && places.d === 1n && places.compare(ZERO) >= 0 && places.compare(ratio(10)) <= 0;
      return whole ? succeed({ roundingPlaces: Number(parts(places).n) }) : fail(problem);
    }
    case "tolerance": {
      const tolerance = exactFromText(value);
      return tolerance && tolerance.compare(ZERO) >= 0 ? succeed({ tolerance }) : fail(problem);
    }
    case "overFulfilment": {
      const share = fraction(value);
      return share && share.compare(ONE) >= 0 ? succeed({ overFulfilment: share }) : fail(problem);
    }
    default: {
      const choice = canonicalChoice(key, value);
      // The choice stands in the list of this very key, so the pair is of the setting's type.
      return choice === null ? fail(problem) : succeed({ [key]: choice });
    }
  }
}

export interface MergedSettings {
  readonly settings: Settings;
  readonly sources: Readonly<Record<keyof Settings, SettingSource>>;
}

/** The strongest source wins for each setting: reviewer, template, pack, workbook, default (SPEC S1). */
export function mergeSettings(
  layers: Readonly<Partial<Record<Exclude<SettingSource, "default">, SettingValues>>>,
): MergedSettings {
  let settings = DEFAULT_SETTINGS;
  const sources: Partial<Record<keyof Settings, SettingSource>> = {};
  for (const key of SETTING_KEYS) sources[key] = "default";
  for (const source of ["workbook", "pack", "template", "reviewer"] as const) {
    const layer = layers[source] ?? {};
    settings = { ...settings, ...layer };
    for (const key of SETTING_KEYS) if (layer[key] !== undefined) sources[key] = source;
  }
  return { settings, sources: sources as MergedSettings["sources"] };
}

/** "130%" or "1.3". */
function fraction(text: string): Exact | null {
  const percent = text.endsWith("%");
  const number = exactFromText(percent ? text.slice(0, -1).trim() : text);
  return number && percent ? number.div(100) : number;
}
