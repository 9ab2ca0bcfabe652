import type { AuditedFormula } from "../core/audit/audit";
import { referencesOf } from "../core/formula/references";
import { quoteSheet, rectA1, type CellAddress } from "../core/workbook/address";

/** A place as a formula at `at` names it: without the sheet where that is its own. */
export const placeText = (sheet: string, place: string, at: CellAddress): string =>
  sheet === at.sheet ? place : `${quoteSheet(sheet)}!${place}`;

/** The areas that a formula reads, in its order; none where it could not be read. */
export const areasRead = ({ parsed, at }: AuditedFormula): readonly string[] =>
  parsed ? referencesOf(parsed.tree, at.sheet).areas.map(({ sheet, rect }) => placeText(sheet, rectA1(rect), at)) : [];
