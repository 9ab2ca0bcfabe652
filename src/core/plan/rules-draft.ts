import { absoluteRect, quoteSheet } from "../workbook/address";
import { CHOICE_LABELS, SETTING_KEYS, SETTING_LABELS, settingText } from "../rules/setting-labels";
import { LOOK } from "./steps/cell-styles";
import { PACK_LABEL } from "../ours/rules-sheet";
import { SheetDraft, textContent } from "./steps/wanted";
import type { Settings } from "../rules/setting-types";

/** What `prepare` puts into the workbook, so that it judges by the same rules wherever it is opened (SPEC P16). */
export interface RulesChoice {
  readonly pack: { readonly id: string; readonly title: string; readonly source: string } | null;
  readonly settings: Settings;
}

const HEADER_ROW = 2;
const WIDTHS = [18, 26, 60] as const;

/** The sheet 规则: pack, then every setting with its value and what may be written instead. */
export function draftRules(sheet: string, choice: RulesChoice): { readonly draft: SheetDraft; readonly tag: string } {
  const draft = new SheetDraft(sheet);
  draft.put(0, 0, textContent("规则"), LOOK.title);
  draft.put(1, 0, textContent("本工作簿据以计分的规则包和设置；复核时以复核人所选为准，不同之处会被指出。"), LOOK.note);
  ["项目", "取值", "说明"].forEach((header, column) => draft.put(HEADER_ROW, column, textContent(header), LOOK.header));
  const rows: (readonly [label: string, value: string, note: string])[] = [
    [
      PACK_LABEL,
      choice.pack?.id ?? "",
      choice.pack ? `${choice.pack.title}；${choice.pack.source}` : "未选规则包：只按表内所印标准计分",
    ],
    ...SETTING_KEYS.map(
      (key) => [SETTING_LABELS[key].zh, settingText(key, choice.settings, "zh"), choices(key)] as const,
    ),
  ];
  rows.forEach(([label, value, note], i) => {
    const row = HEADER_ROW + 1 + i;
    draft.put(row, 0, textContent(label), LOOK.text);
    draft.put(row, 1, textContent(value), LOOK.input);
    draft.put(row, 2, textContent(note), LOOK.text);
  });
  WIDTHS.forEach((width, column) => draft.widths.push({ column, width }));
  const bottom = HEADER_ROW + rows.length;
  return { draft, tag: `${quoteSheet(sheet)}!${absoluteRect({ top: HEADER_ROW, left: 0, bottom, right: 2 })}` };
}

function choices(key: keyof Settings): string {
  if (!(key in CHOICE_LABELS)) return "可填数字";
  const labels: readonly { readonly zh: string }[] = Object.values(CHOICE_LABELS[key as keyof typeof CHOICE_LABELS]);
  return `可填：${labels.map(({ zh }) => zh).join("、")}`;
}
