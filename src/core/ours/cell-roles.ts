import { parseA1, type CellAddress } from "../workbook/address";

/** The label of a row of the sheet 规则 in which a person says what a cell is. */
export const CELL_ROLE_LABEL = "单元格读作";
/** What a person says of a cell that has nothing to do with the scores. */
export const SET_ASIDE = "与评分无关";

/** What a person said that a cell is: the head under which it is known (年度指标值), or that it is to be left aside. */
export interface CellRoleGiven {
  readonly cell: CellAddress;
  readonly as: string;
  /** Where it is written. */
  readonly at: CellAddress;
}

/** 评分表!E5 年度指标值; null where the text names no cell. */
export function cellRoleIn(text: string, at: CellAddress): CellRoleGiven | null {
  const [, sheet = "", address = "", as = ""] = /^(.+)!\$?([A-Z]{1,3}\$?\d{1,7})\s+(\S.*)$/i.exec(text.trim()) ?? [];
  const place = parseA1(address.replace("$", "").toUpperCase());
  const name = /^'(.*)'$/.exec(sheet)?.[1]?.replaceAll("''", "'") ?? sheet;
  return place && { cell: { sheet: name, ...place }, as: as.trim(), at };
}
