import type { Finding } from "../findings/finding";
import type { Words } from "../findings/finding-kind";
import type { CellAddress } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readOurs } from "../ours/read-ours";
import type { PackFile } from "../rules/packs/schema";
import { choicesOf, SETTING_KEYS, SETTING_LABELS, settingKey, settingText } from "../rules/setting-labels";
import type { Settings } from "../rules/setting-types";
import {
  mergeSettings,
  readPair,
  type MergedSettings,
  type SettingSource,
  type SettingValues,
} from "../rules/settings";
import { TEMPLATE_DOCUMENT } from "./officials";
import type { RecordedPack } from "./recorded-pack";

export interface ChosenSettings extends MergedSettings {
  /** `setting-unreadable`; `setting-differs`: the workbook's own setting was overruled; `pack-unavailable`: its own pack is not at hand. */
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
  const recordedPack = packSettings(recorded?.pack ?? null);
  const rows = workbookSettings(book);
  const named = packSettings(pack);
  const workbook = { ...recordedPack.values, ...rows.values };
  const merged = mergeSettings({ reviewer, pack: named.values, workbook });
  const stated: Settings = { ...merged.settings, ...workbook };
  const differing = SETTING_KEYS.filter(
    (key) => settingText(key, stated, "zh") !== settingText(key, merged.settings, "zh"),
  );
  return {
    ...merged,
    findings: [
      ...[named, ...(pack && pack.id === recorded?.pack?.id ? [] : [recordedPack]), rows].flatMap(
        ({ unread }) => unread,
      ),
      ...differing.map((key) => differs(key, merged, stated)),
      ...(pack && pack.id === recorded?.choice.id ? [] : unavailablePack(recorded)),
    ],
  };
}

interface ReadSettings {
  readonly values: SettingValues;
  /** `setting-unreadable`: what is no setting, or has no value that the setting can take. */
  readonly unread: readonly Finding[];
}

interface WrittenSetting {
  readonly label: string;
  readonly value: string;
  /** Null in a pack. */
  readonly at: CellAddress | null;
}

const packSettings = (pack: PackFile | null): ReadSettings =>
  readAll(
    Object.entries(pack?.settings ?? {}).map(([label, value]) => ({ label, value: String(value), at: null })),
    pack?.id ?? null,
  );

/** What a reviewer set in the workbook outranks what a unit wrote there. */
function workbookSettings(book: WorkbookSnapshot): ReadSettings {
  const rules = readOurs(book).rules;
  if (!rules) return readAll([], null);
  const { sheet, area } = rules;
  const rows = [...rules.settings, ...rules.reviewerSettings];
  return readAll(
    rows.map(({ label, value, row }) => ({ label, value, at: { sheet, row, column: area.left + 1 } })),
    null,
  );
}

function readAll(written: readonly WrittenSetting[], pack: string | null): ReadSettings {
  let values: SettingValues = {};
  const unread: Finding[] = [];
  for (const each of written) {
    const read = readPair(each.label, each.value);
    if (read.ok) values = { ...values, ...read.value };
    else unread.push(unreadable(each, pack));
  }
  return { values, unread };
}

function unreadable({ label, value, at }: WrittenSetting, pack: string | null): Finding {
  const key = settingKey(label);
  const allowed = key === null ? SETTING_KEYS.map((one) => SETTING_LABELS[one]) : choicesOf(key);
  const data = {
    setting: label,
    value,
    isKnown: key !== null,
    allowed: { zh: allowed.map(({ zh }) => zh).join("、"), en: allowed.map(({ en }) => en).join(", ") },
    ...(pack === null ? {} : { pack }),
  };
  return { code: "setting-unreadable", table: null, sheet: at?.sheet ?? null, at, path: [], subject: label, data };
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

const DECIDERS: Readonly<Record<SettingSource, Words>> = {
  reviewer: { zh: "复核人", en: "the reviewer" },
  template: TEMPLATE_DOCUMENT,
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
