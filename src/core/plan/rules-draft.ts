import { CHOICE_LABELS, SETTING_KEYS, SETTING_LABELS, settingText } from "../rules/setting-labels";
import { LOOK } from "./steps/cell-styles";
import {
  RULES_HEAD,
  chosenPack,
  DECLINED_LABEL,
  DECLINES,
  packDigest,
  PACK_LABEL,
  PACK_TEXT_LABEL,
  READ_ONLY_LABEL,
  REVIEWER_PREFIX,
  type RulesSheet,
} from "../ours/rules-sheet";
import { CELL_ROLE_LABEL, cellRoleText, placesText, type CellRoleChoice } from "../ours/cell-roles";
import { SheetDraft, textContent } from "./steps/wanted";
import type { Settings } from "../rules/setting-types";
import type { Rect } from "../workbook/address";

/** What `prepare` puts into the workbook, so that it judges by the same rules wherever it is opened (SPEC P16). */
export interface RulesChoice {
  readonly pack: ChosenPack | null;
  /** Null: nothing is chosen, so that the sheet only tells differences. */
  readonly settings: Settings | null;
  /** What the reviewer took (SPEC M17). */
  readonly reviewer?: ReviewerChoice;
}

export interface ChosenPack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly source: string;
  /** The pack itself, where it is not built in: it travels in the sheet (SPEC M22). */
  readonly text: string | null;
}

/** The pack that the reviewer took, and the settings that he gave beside it. */
export interface ReviewerChoice {
  /** "none": judged by no pack, whatever the unit wrote; null: nothing is said of a pack. */
  readonly pack: ChosenPack | "none" | null;
  readonly settings: readonly (keyof Settings)[];
  /** Offered packs that are declined, all of them; absent: nothing is said of them. */
  readonly declined?: readonly string[];
  /** Whether the pane may write; absent: nothing is said of it. */
  readonly readOnly?: boolean;
  /** What cells are, or that they are left aside; each in a row of its own. */
  readonly cellRoles?: readonly CellRoleChoice[];
}

const HEADER_ROW = 2;
const WIDTHS = [18, 26, 60] as const;

/** The sheet, and where the rows of choices stand on it, from their header on. */
export interface DraftedRules {
  readonly draft: SheetDraft;
  readonly area: Rect;
}

/** The sheet 规则: pack, then every setting with its value and what may be written instead. */
export function draftRules(sheet: string, choice: RulesChoice): DraftedRules {
  const draft = new SheetDraft(sheet);
  draft.put(0, 0, textContent("规则"), LOOK.title);
  draft.put(1, 0, textContent("本工作簿据以计分的规则包和设置；复核时以复核人所选为准，不同之处会被指出。"), LOOK.note);
  [RULES_HEAD.label, RULES_HEAD.value, "说明"].forEach((header, column) =>
    draft.put(HEADER_ROW, column, textContent(header), LOOK.header),
  );
  const rows = [...ownRows(choice), ...(choice.reviewer ? reviewerRows(choice.reviewer, null) : [])];
  putRows(draft, HEADER_ROW + 1, rows);
  WIDTHS.forEach((width, column) => draft.widths.push({ column, width }));
  return { draft, area: { top: HEADER_ROW, left: 0, bottom: HEADER_ROW + rows.length, right: 2 } };
}

type Row = readonly [label: string, value: string, note: string];

const ownRows = ({ pack, settings, reviewer }: RulesChoice): readonly Row[] => [
  [
    PACK_LABEL,
    pack ? [pack.id, ...(pack.text === null ? [] : [pack.version, packDigest(pack.text)])].join(" ") : "",
    pack ? noteOf(pack) : reviewer || !settings ? "未填" : "未选规则包：只按表内所印标准计分",
  ],
  ...(pack ? textRowsOf(pack, "") : []),
  ...(settings ? SETTING_KEYS.map((key) => settingRow(key, settings)) : []),
];

const settingRow = (key: keyof Settings, settings: Settings): Row => [
  SETTING_LABELS[key].zh,
  settingText(key, settings, "zh"),
  choices(key),
];

/** `values`: null where the settings in force stand in the rows above already. */
function reviewerRows(
  { pack, settings, declined, readOnly, cellRoles = [] }: ReviewerChoice,
  values: Settings | null,
): readonly Row[] {
  const packRow = (value: string, note: string): Row => [`${REVIEWER_PREFIX}${PACK_LABEL}`, value, note];
  const packs =
    pack === "none"
      ? [packRow(DECLINES, "只按表内所印标准计分")]
      : pack === null
        ? []
        : [
            packRow(
              [pack.id, pack.version, ...(pack.text === null ? [] : [packDigest(pack.text)])].join(" "),
              noteOf(pack),
            ),
            ...textRowsOf(pack, REVIEWER_PREFIX),
          ];
  const declines: readonly Row[] =
    declined === undefined
      ? []
      : [[`${REVIEWER_PREFIX}${DECLINED_LABEL}`, `${DECLINES} ${declined.join("、")}`, "推荐过、未选用的通行规则"]];
  return [
    ...packs,
    ...declines,
    ...(readOnly === undefined
      ? []
      : [[`${REVIEWER_PREFIX}${READ_ONLY_LABEL}`, readOnly ? "是" : "否", "面板只看不写；可填：是、否"] as const]),
    ...cellRoles.map(roleRow),
    ...(values ? settings.map((key) => ofReviewer(settingRow(key, values))) : []),
  ];
}

const ofReviewer = ([label, value, note]: Row): Row => [`${REVIEWER_PREFIX}${label}`, value, note];

const roleRow = (role: CellRoleChoice): Row => [
  `${REVIEWER_PREFIX}${CELL_ROLE_LABEL}`,
  cellRoleText(role),
  "由人注明的含义，读表时以此为准；所指单元格的内容改变后不再采用",
];

/** A cell holds 32,767 signs at most; a sign of two units is not cut in two. */
const LONGEST_PIECE = 30_000;

const textRowsOf = ({ text }: ChosenPack, prefix: string): Row[] =>
  piecesOf(text ?? "").map((piece) => [
    `${prefix}${PACK_TEXT_LABEL}`,
    piece,
    "规则包文件的全文，核验时据以计分，请勿改动",
  ]);

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    const whole = from + LONGEST_PIECE;
    const end = /[\uD800-\uDBFF]/.test(text.charAt(whole - 1)) ? whole - 1 : whole;
    pieces.push(text.slice(from, end));
    from = end;
  }
  return pieces;
}

const noteOf = ({ title, source }: ChosenPack): string => `${title}；${source}`;

function putRows(draft: SheetDraft, from: number, rows: readonly Row[]): void {
  rows.forEach(([label, value, note], i) => {
    draft.put(from + i, 0, textContent(label), LOOK.text);
    draft.put(from + i, 1, textContent(value), LOOK.input);
    draft.put(from + i, 2, textContent(note), LOOK.text);
  });
}

/**
 * A reviewer's choice in a sheet 规则 that is there already: into its own rows where it has them, else below the others.
 * Every other row stays as it is. Null where the sheet says so already.
 */
export function draftReviewerChoice(
  rules: RulesSheet,
  choice: ReviewerChoice,
  settings: Settings,
): DraftedRules | null {
  const { settings: set, cellRoles = [] } = choice;
  if (saysSo(rules, choice.pack) && set.length === 0 && cellRoles.length === 0 && saysNothingElse(choice)) return null;
  const draft = new SheetDraft(rules.sheet);
  const known = rules.reviewerRows;
  let { bottom } = rules.area;
  const textRows = [...rules.reviewerTextRows];
  // what a person said of the same cell before is replaced
  for (const role of cellRoles) putRows(draft, roleRowOf(rules, role) ?? ++bottom, [roleRow(role)]);
  for (const row of reviewerRows({ ...choice, cellRoles: [] }, settings)) {
    const label = row[0].slice(REVIEWER_PREFIX.length);
    const there = label === PACK_TEXT_LABEL ? textRows.shift() : known.get(label);
    putRows(draft, there ?? ++bottom, [row]);
  }
  // What is left of another pack's text is no part of this one's.
  for (const row of choice.pack === null ? [] : textRows)
    for (const column of [0, 1, 2]) draft.put(row, column, { type: "blank" }, LOOK.text);
  return { draft, area: { ...rules.area, bottom } };
}

const saysNothingElse = ({ declined, readOnly }: ReviewerChoice): boolean =>
  declined === undefined && readOnly === undefined;

function roleRowOf({ cellRoles }: RulesSheet, { sheet, areas }: CellRoleChoice): number | undefined {
  const places = placesText(areas);
  const said = cellRoles.filter((one) => one.by === "reviewer" && one.sheet === sheet);
  return said.findLast((one) => placesText(one.areas) === places)?.at.row;
}

/** Whether the sheet judges by this pack already. */
function saysSo(rules: RulesSheet, pack: ReviewerChoice["pack"]): boolean {
  if (pack === null) return true;
  if (pack === "none") return rules.takesNoPack;
  const chosen = chosenPack(rules);
  return (
    chosen?.id === pack.id &&
    (chosen.version ?? pack.version) === pack.version &&
    (chosen.text?.text ?? null) === pack.text
  );
}

function choices(key: keyof Settings): string {
  if (!(key in CHOICE_LABELS)) return "可填数字";
  const labels: readonly { readonly zh: string }[] = Object.values(CHOICE_LABELS[key as keyof typeof CHOICE_LABELS]);
  return `可填：${labels.map(({ zh }) => zh).join("、")}`;
}
