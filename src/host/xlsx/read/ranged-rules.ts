import { pushAll } from "../../../core/workbook/long-lists";
import type { Rect } from "../../../core/workbook/address";
import type { RangedRule } from "../../../core/workbook/snapshot";
import { decodeEscapes } from "../xml/characters";
import { EXCEL_MAIN, X14 } from "../xml/namespaces";
import { CLOSE, OPEN, type XmlScanner } from "../xml/scanner";
import { readAreas } from "./reference";

/** Validations and conditional formats of a sheet, those of Excel 2010's extension list included. */
export interface RangedRules {
  readonly validations: RangedRule[];
  readonly conditionalFormats: RangedRule[];
  /** The cells in which sparklines are drawn. */
  readonly sparklines: Rect[];
}

/** Reads the element just opened, if it holds such rules; true if it did. */
export function readRangedRules(x: XmlScanner, rules: RangedRules): boolean {
  const local = x.local;
  if (local === "dataValidations" && x.main) eachChild(x, () => pushAll(rules.validations, readItem(x)));
  else if (local === "conditionalFormatting" && x.main) pushAll(rules.conditionalFormats, readItem(x));
  else if (local === "extLst" && x.main) readExtensions(x, rules);
  else return false;
  return true;
}

function readExtensions(x: XmlScanner, rules: RangedRules): void {
  const depth = x.depth;
  for (;;) {
    const kind = x.next();
    if (kind === CLOSE && x.depth === depth) return;
    if (kind !== OPEN || x.namespace !== X14) continue;
    if (x.local === "dataValidation") pushAll(rules.validations, readItem(x));
    else if (x.local === "conditionalFormatting") pushAll(rules.conditionalFormats, readItem(x));
    else if (x.local === "sparkline") for (const { ranges } of readItem(x)) pushAll(rules.sparklines, ranges);
  }
}

/**
 * A `dataValidation` or `conditionalFormatting`: its ranges, and the first formula of each of its rules.
 * The extension's form keeps formulas and ranges in elements of their own (`xm:f`, `xm:sqref`).
 */
function readItem(x: XmlScanner): RangedRule[] {
  const depth = x.depth;
  const rules: { formula: string | null }[] = x.local === "conditionalFormatting" ? [] : [{ formula: null }];
  let ranges: Rect[] = readAreas(x.attribute("sqref") ?? "");
  for (;;) {
    const kind = x.next();
    if (kind === CLOSE && x.depth === depth) return rules.map(({ formula }) => ({ ranges, formula }));
    if (kind !== OPEN) continue;
    const local = x.local;
    const rule = rules.at(-1);
    if (local === "cfRule") rules.push({ formula: null });
    else if (local === "sqref" && x.namespace === EXCEL_MAIN) ranges = readAreas(x.content());
    else if (rule && isFormula(x, local)) rule.formula ??= withEquals(x);
  }
}

const isFormula = (x: XmlScanner, local: string): boolean =>
  ((local === "formula" || local === "formula1") && x.main) || (local === "f" && x.namespace === EXCEL_MAIN);

function withEquals(x: XmlScanner): string | null {
  const text = decodeEscapes(x.content()).trim();
  return text === "" ? null : `=${text}`;
}

function eachChild(x: XmlScanner, read: () => void): void {
  const depth = x.depth;
  for (;;) {
    const kind = x.next();
    if (kind === CLOSE && x.depth === depth) return;
    if (kind === OPEN) {
      if (x.main) read();
      else x.skip();
    }
  }
}
