import { compact } from "../model/text";
import { a1, parseRect, quoteSheet, rectA1, type CellAddress, type Rect } from "../workbook/address";
import { scalarText } from "../workbook/cell-content";
import type { CellScalar } from "../workbook/snapshot";

/** The label of a row of the sheet 规则 in which a person says what a cell is. */
export const CELL_ROLE_LABEL = "单元格读作";
/** What a person says of a cell that has nothing to do with the scores. */
export const SET_ASIDE = "与评分无关";

/** What a person says that a cell is: the head under which it is known (年度指标值), or that cells are to be left aside. */
export interface CellRoleChoice {
  readonly sheet: string;
  /** One cell for a head, any areas for what is left aside. */
  readonly areas: readonly Rect[];
  readonly as: string;
  /** What the first cell held when it was said: another content is not meant. Null where nobody wrote it down. */
  readonly original: string | null;
}

/** The same as it stands in the sheet 规则. */
export interface CellRoleGiven extends CellRoleChoice {
  /** The first cell. */
  readonly cell: CellAddress;
  /** Where it is written. */
  readonly at: CellAddress;
  readonly by: "unit" | "reviewer";
}

/** 评分表!E5 年度指标值（原文：终值）, 评分表!H2:H4、J7 与评分无关; null where the text names no cell. */
export function cellRoleIn(text: string, at: CellAddress, by: CellRoleGiven["by"] = "unit"): CellRoleGiven | null {
  const [, printed = "", places = "", said = ""] = /^(.+)!([$A-Z\d:、,，]+)\s+(\S[^]*)$/i.exec(text.trim()) ?? [];
  const areas = places.split(/[、,，]/).map((place) => parseRect(place.replaceAll("$", "").toUpperCase()));
  const [first] = areas;
  if (!first || !areas.every((area) => area !== null)) return null;
  const sheet = /^'(.*)'$/.exec(printed)?.[1]?.replaceAll("''", "'") ?? printed;
  const [, as = said, original = null] = /^([^]*?)[（(]原文[：:]([^]*)[）)]$/.exec(said.trim()) ?? [];
  return { sheet, areas, as: as.trim(), original, cell: { sheet, row: first.top, column: first.left }, at, by };
}

/** How it is written, so that `cellRoleIn` reads it. */
export function cellRoleText({ sheet, areas, as, original }: CellRoleChoice): string {
  const name = /['!\s]/.test(sheet) ? quoteSheet(sheet) : sheet;
  const said = original === null ? as : `${as}（原文：${excerptOf(original)}）`;
  return `${name}!${placesText(areas)} ${said}`;
}

/** H2, H2:H4、J7. */
export const placesText = (areas: readonly Rect[]): string =>
  areas.map((area) => (area.top === area.bottom && area.left === area.right ? a1({ row: area.top, column: area.left }) : rectA1(area))).join("、"); // prettier-ignore

/** Whether the cell still holds what it held when somebody said what it is. */
export const isStillMeant = ({ original }: CellRoleChoice, value: CellScalar): boolean =>
  original === null || excerptOf(original) === excerptOf(scalarText(value));

const LONGEST_ORIGINAL = 60;
const excerptOf = (text: string): string => Array.from(compact(text)).slice(0, LONGEST_ORIGINAL).join("");
