import type { Finding } from "../findings/finding";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readOurs } from "../ours/read-ours";
import type { PackFile } from "../rules/packs/schema";
import { SETTING_KEYS, SETTING_LABELS, settingText } from "../rules/setting-labels";
import type { Settings } from "../rules/setting-types";
import {
  mergeSettings,
  readPair,
  type MergedSettings,
  type SettingSource,
  type SettingValues,
} from "../rules/settings";
import type { RecordedPack } from "./recorded-pack";

export interface ChosenSettings extends MergedSettings {
  /** `setting-differs`: the workbook's own setting was overruled; `pack-unavailable`: its own pack is not at hand. */
  readonly findings: readonly Finding[];
}

/**
 * The settings in force: the reviewer's, then those of the pack that he names, then those kept in the workbook's 规则 sheet, which
 * go before the settings of the pack that it names (SPEC S1).
 */
export function chosenSettings(
  book: WorkbookSnapshot,
  pack: PackFile | null,
  recorded: RecordedPack | null,
  reviewer: SettingValues,
): ChosenSettings {
  const workbook = { ...packSettings(recorded?.pack ?? null), ...workbookSettings(book) };
  const merged = mergeSettings({ reviewer, pack: packSettings(pack), workbook });
  const stated: Settings = { ...merged.settings, ...workbook };
  const differing = SETTING_KEYS.filter(
    (key) => settingText(key, stated, "zh") !== settingText(key, merged.settings, "zh"),
  );
  return {
    ...merged,
    findings: [
      ...differing.map((key) => differs(key, merged, stated)),
      ...(pack && pack.id === recorded?.choice.id ? [] : unavailablePack(recorded)),
    ],
  };
}

/** A pack's settings are checked by its self-test; an unreadable one in a user's pack is left out here and reported there. */
function packSettings(pack: PackFile | null): SettingValues {
  return readAll(Object.entries(pack?.settings ?? {}).map(([key, value]) => [key, String(value)]));
}

/** What a reviewer set in the workbook outranks what a unit wrote there. */
function workbookSettings(book: WorkbookSnapshot): SettingValues {
  const rules = readOurs(book).rules;
  const rows = [...(rules?.settings ?? []), ...(rules?.reviewerSettings ?? [])];
  return readAll(rows.map(({ label, value }) => [label, value]));
}

function readAll(pairs: readonly (readonly [string, string])[]): SettingValues {
  let values: SettingValues = {};
  for (const [key, value] of pairs) {
    const read = readPair(key, value);
    if (read.ok) values = { ...values, ...read.value };
  }
  return values;
}

/** A pack that is neither built in nor kept in the sheet: the reviewer who has its file names it, others are told (SPEC M10). */
function unavailablePack(recorded: RecordedPack | null): readonly Finding[] {
  if (!recorded?.unavailable) return [];
  const { choice, unavailable } = recorded;
  return [
    {
      code: "pack-unavailable",
      table: null,
      sheet: choice.at.sheet,
      at: choice.at,
      path: [],
      subject: choice.id,
      data: { pack: choice.id, why: WHY[unavailable] },
    },
  ];
}

const WHY = {
  absent: { zh: "没有内置，表中也没有它的内容", en: "which is neither built in nor kept in the sheet" },
  altered: { zh: "的内容已被改动", en: "whose text was changed there" },
} as const;

const DECIDERS: Readonly<Record<SettingSource, { readonly zh: string; readonly en: string }>> = {
  reviewer: { zh: "复核人", en: "the reviewer" },
  template: { zh: "复核人指定的模板", en: "the template that the reviewer named" },
  pack: { zh: "复核人指定的规则包", en: "the pack that the reviewer named" },
  workbook: { zh: "工作簿", en: "the workbook" },
  default: { zh: "默认", en: "default" },
};

const differs = (key: keyof Settings, { settings, sources }: MergedSettings, stated: Settings): Finding => ({
  code: "setting-differs",
  table: null,
  sheet: null,
  at: null,
  path: [],
  subject: key,
  data: {
    setting: SETTING_LABELS[key],
    official: { zh: settingText(key, settings, "zh"), en: settingText(key, settings, "en") },
    found: { zh: settingText(key, stated, "zh"), en: settingText(key, stated, "en") },
    decider: DECIDERS[sources[key]],
  },
});
