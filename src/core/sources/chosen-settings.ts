import type { Finding } from "../findings/finding";
import { exactText } from "../model/exact";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readOurs } from "../ours/read-ours";
import type { PackFile } from "../rules/packs/schema";
import { mergeSettings, readPair, type MergedSettings, type SettingValues } from "../rules/settings";
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
  const differing = (Object.keys(workbook) as (keyof SettingValues)[]).filter(
    (key) => shown(workbook[key]) !== shown(merged.settings[key]),
  );
  return {
    ...merged,
    findings: [
      ...differing.map((key) => differs(key, shown(merged.settings[key]), shown(workbook[key]))),
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

const shown = (value: SettingValues[keyof SettingValues]): string =>
  typeof value === "object" ? exactText(value) : String(value ?? "");

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

const differs = (setting: string, official: string, found: string): Finding => ({
  code: "setting-differs",
  table: null,
  sheet: null,
  at: null,
  path: [],
  subject: setting,
  data: { setting, official, found },
});
