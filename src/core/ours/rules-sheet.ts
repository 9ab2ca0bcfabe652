import { hash64 } from "../findings/fingerprint";
import { compact } from "../model/text";
import type { CellAddress, Rect } from "../workbook/address";
import { sheetViews } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { CELL_ROLE_LABEL, cellRoleIn, type CellRoleGiven } from "./cell-roles";
import { cellText } from "./headed-sheet";
import { taggedArea, type Tag } from "./tags";

/** The sheet 规则 of the workbook: the pack that was chosen in it and the settings that were set there (SPEC M2, S1). */
export const RULES_SHEET = "规则";
export const RULES_SHEET_OTHERWISE = "规则（评核）";
/** The heads of the two columns, no setting, wherever the row stands now. */
export const RULES_HEAD = { label: "项目", value: "取值" } as const;
export const PACK_LABEL = "规则包";
/** A pack that is not built in stands in the sheet itself, in as many rows as it needs (SPEC M22). */
export const PACK_TEXT_LABEL = "规则包内容";
/** What a reviewer took stands in rows of its own, so that it is told from what a unit wrote, and outranks it (SPEC M17). */
export const REVIEWER_PREFIX = "复核人所选";

/** Beside the prefix: usual rules that were offered and declined. */
export const DECLINED_LABEL = "通行规则";
/** In place of a pack, or before the id of an offered one. */
export const DECLINES = "不选用";

/** Beside the prefix: the pane shows no control that writes (SPEC U17). */
export const READ_ONLY_LABEL = "只读";

export interface PackChoice {
  readonly id: string;
  /** Null where only the id is written. */
  readonly version: string | null;
  /** The pack itself, where the sheet holds it: its text, and whether that is still what was written. */
  readonly text: { readonly text: string; readonly intact: boolean } | null;
  readonly at: CellAddress;
}

/** How the row 规则包 vouches for the text of the pack below it: our-city 1.0.0 #0123456789abcdef. */
export const packDigest = (text: string): string => `#${hash64(text)}`;

export interface RulesSheet {
  readonly sheet: string;
  readonly area: Rect;
  /** A built-in pack's id; null where the row is blank. */
  readonly pack: PackChoice | null;
  /** The pack that a reviewer took. */
  readonly reviewerPack: PackChoice | null;
  /** A reviewer judges by no pack, whatever the unit wrote. */
  readonly takesNoPack: boolean;
  /** Offered packs that were declined. */
  readonly declined: readonly string[];
  /** A reviewer had the pane write nothing, or took that back; null: nobody said. */
  readonly readOnly: boolean | null;
  /** Label and value of every setting row that is filled in. */
  readonly settings: readonly SettingRow[];
  /** The same, as a reviewer set them. */
  readonly reviewerSettings: readonly SettingRow[];
  /** Rows of a pack's text: the sheet's own, and those of the reviewer's choice. */
  readonly textRows: readonly number[];
  readonly reviewerTextRows: readonly number[];
  /** What a person said that a cell is; a reviewer's word comes last and so outranks the unit's. */
  readonly cellRoles: readonly CellRoleGiven[];
  /** Where each of the reviewer's rows stands, by its label without the prefix. */
  readonly reviewerRows: ReadonlyMap<string, number>;
}

interface SettingRow {
  readonly label: string;
  readonly value: string;
  readonly row: number;
}

/** The pack by which the workbook is judged: the reviewer's choice, else its own. */
export const chosenPack = (rules: RulesSheet | null): PackChoice | null =>
  rules?.takesNoPack === true ? null : (rules?.reviewerPack ?? rules?.pack ?? null);

/** Null where Pinghe has added no such sheet; a unit's own sheet of that name is never taken for ours. */
export function readRulesSheet(book: WorkbookSnapshot, tags: readonly Tag[]): RulesSheet | null {
  const found = taggedArea(tags, "sheet", "rules");
  const view = found && sheetViews(book).get(found.sheet);
  if (!view) return null;
  const rows: SettingRow[] = [];
  const reviewer: SettingRow[] = [];
  for (let row = found.rect.top; row <= found.rect.bottom; row++) {
    const label = compact(cellText(view, row, found.rect.left));
    const value = cellText(view, row, found.rect.left + 1);
    if (label === "" || value === "") continue;
    if (label === RULES_HEAD.label && compact(value) === RULES_HEAD.value) continue;
    if (label.startsWith(REVIEWER_PREFIX)) reviewer.push({ label: label.slice(REVIEWER_PREFIX.length), value, row });
    else rows.push({ label, value, row });
  }
  const textRowsIn = (among: readonly SettingRow[]): readonly number[] =>
    among.filter(({ label }) => label === PACK_TEXT_LABEL).map(({ row }) => row);
  const packIn = (among: readonly SettingRow[]): PackChoice | null => {
    const last = among.findLast(({ label }) => label === PACK_LABEL);
    const [id = "", version = null, digest = null] = last?.value.trim().split(/\s+/) ?? [];
    // Spaces at the end of a piece are the pack's own.
    const pieces = textRowsIn(among).map((row) => {
      const piece = view.value(row, found.rect.left + 1);
      return typeof piece === "string" ? piece : "";
    });
    const text = pieces.length === 0 ? null : pieces.join("");
    if (!last) return null;
    return {
      id,
      version,
      text: text === null ? null : { text, intact: digest === packDigest(text) },
      at: { sheet: found.sheet, row: last.row, column: found.rect.left + 1 },
    };
  };
  const roleIn = ({ label, value, row }: SettingRow, by: CellRoleGiven["by"]): CellRoleGiven | null =>
    label === CELL_ROLE_LABEL ? cellRoleIn(value, { sheet: found.sheet, row, column: found.rect.left + 1 }, by) : null;
  const isSetting = (each: SettingRow): boolean =>
    each.label !== PACK_LABEL &&
    each.label !== DECLINED_LABEL &&
    each.label !== PACK_TEXT_LABEL &&
    each.label !== READ_ONLY_LABEL &&
    roleIn(each, "unit") === null;
  const settingsIn = (among: readonly SettingRow[]) => among.filter(isSetting);
  const reviewerPack = packIn(reviewer);
  const takesNoPack = reviewerPack?.id === DECLINES;
  const declined = reviewer.findLast(({ label }) => label === DECLINED_LABEL)?.value ?? "";
  return {
    sheet: found.sheet,
    area: found.rect,
    pack: packIn(rows),
    reviewerPack: takesNoPack ? null : reviewerPack,
    takesNoPack,
    declined: declined.split(/[\s、]+/).filter((id) => id !== "" && id !== DECLINES),
    readOnly: yesOrNo(reviewer.findLast(({ label }) => label === READ_ONLY_LABEL)?.value),
    reviewerRows: new Map(reviewer.map(({ label, row }) => [label, row])),
    settings: settingsIn(rows),
    reviewerSettings: settingsIn(reviewer),
    textRows: textRowsIn(rows),
    reviewerTextRows: textRowsIn(reviewer),
    cellRoles: [
      ...rows.flatMap((each) => roleIn(each, "unit") ?? []),
      ...reviewer.flatMap((each) => roleIn(each, "reviewer") ?? []),
    ],
  };
}

/** 是 or 否 as a person leaves it there; anything else says nothing. */
function yesOrNo(value = ""): boolean | null {
  const said = compact(value);
  return said === "是" ? true : said === "否" ? false : null;
}
