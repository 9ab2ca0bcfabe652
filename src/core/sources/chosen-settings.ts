import type { Finding } from "../findings/finding";
import { exactText } from "../model/exact";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readOurs } from "../ours/read-ours";
import { chosenPack } from "../ours/rules-sheet";
import { builtInPack } from "../rules/packs/index";
import type { PackFile } from "../rules/packs/schema";
import { mergeSettings, readPair, type MergedSettings, type SettingValues } from "../rules/settings";
import type { RuleSources } from "./officials";

export interface ChosenSettings extends MergedSettings {
  /** `setting-differs`: the workbook's own setting was overruled; `pack-unavailable`: its own pack is not at hand. */
  readonly findings: readonly Finding[];
}

/** The settings in force: the reviewer's, then the pack's, then those kept in the workbook's 规则 sheet (SPEC S1). */
export function chosenSettings(
  book: WorkbookSnapshot,
  { pack, workbookPack }: RuleSources,
  reviewer: SettingValues,
): ChosenSettings {
  const workbook = { ...packSettings(workbookPack), ...workbookSettings(book) };
  const merged = mergeSettings({ reviewer, pack: packSettings(pack), workbook });
  const differing = (Object.keys(workbook) as (keyof SettingValues)[]).filter(
    (key) => shown(workbook[key]) !== shown(merged.settings[key]),
  );
  return {
    ...merged,
    findings: [
      ...differing.map((key) => differs(key, shown(merged.settings[key]), shown(workbook[key]))),
      ...unavailablePack(book, pack),
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

/** A pack of the user's own is not built in: the reviewer who names its file has it, others are told (SPEC M10). */
function unavailablePack(book: WorkbookSnapshot, named: PackFile | null): readonly Finding[] {
  const chosen = chosenPack(readOurs(book).rules);
  if (!chosen || chosen.id === named?.id || builtInPack(chosen.id)) return [];
  return [
    {
      code: "pack-unavailable",
      table: null,
      sheet: chosen.at.sheet,
      at: chosen.at,
      path: [],
      subject: chosen.id,
      data: { pack: chosen.id },
    },
  ];
}

const differs = (setting: string, official: string, found: string): Finding => ({
  code: "setting-differs",
  table: null,
  sheet: null,
  at: null,
  path: [],
  subject: setting,
  data: { setting, official, found },
});
