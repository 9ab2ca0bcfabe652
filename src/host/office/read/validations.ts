import { relativeText } from "../../../core/formula/relative-text";
import { rectA1, type Rect } from "../../../core/workbook/address";
import type { RangedRule } from "../../../core/workbook/snapshot";
import { areasOf, heightOf, rangeOf, sizeOf, widthOf } from "./areas";

/** An area whose validation is one for all its cells, or one that must be looked at more closely. */
export interface ValidatedArea {
  readonly rect: Rect;
  readonly isMixed: boolean;
  readonly formula: string | null;
}

/** Asks for the validations of a sheet; on a protected one Excel can not search, so its cells are asked as one range. */
export function askValidations(
  sheet: Excel.Worksheet,
  isProtected: boolean,
  area: Rect | null,
): () => readonly ValidatedArea[] {
  if (isProtected) {
    const whole = area && askArea(sheet, area);
    return () => (whole ? [whole()].filter(isValidated) : []);
  }
  const found = sheet.getRange().getSpecialCellsOrNullObject("DataValidations").load("address");
  const areas = found.areas.load("items/address,items/dataValidation/type,items/dataValidation/rule");
  return () =>
    found.isNullObject
      ? []
      : areas.items.flatMap(({ address, dataValidation }) =>
          areasOf(address).map((rect) => validatedArea(rect, dataValidation)),
        );
}

const isValidated = ({ isMixed, formula }: ValidatedArea): boolean => isMixed || formula !== null;

function askArea(sheet: Excel.Worksheet, rect: Rect): () => ValidatedArea {
  const validation = rangeOf(sheet, rect).dataValidation.load("type,rule");
  return () => validatedArea(rect, validation);
}

const validatedArea = (rect: Rect, { type, rule }: Pick<Excel.DataValidation, "type" | "rule">): ValidatedArea => {
  const isMixed = type === "Inconsistent" || type === "MixedCriteria";
  return { rect, isMixed, formula: isMixed || type === "None" ? null : firstFormula(rule) };
};

/** The first formula of a rule, as a file states it: a literal list as a text. */
export function firstFormula(rule: Excel.DataValidationRule): string | null {
  if (rule.custom) return rule.custom.formula;
  if (rule.list) {
    const { source } = rule.list;
    return typeof source === "string" ? (source.startsWith("=") ? source : `="${source}"`) : null;
  }
  const limits = rule.decimal ?? rule.wholeNumber ?? rule.textLength ?? rule.date ?? rule.time;
  const first: unknown = limits?.formula1;
  return typeof first === "string" || typeof first === "number"
    ? `=${plainNumber(String(first).replace(/^=/, ""))}`
    : null;
}

/** Excel may write a large limit as 1E+15; a file and a plan say it in digits. */
export const plainNumber = (text: string): string =>
  text.trim() !== "" && Number.isFinite(Number(text)) ? String(Number(text)) : text;

/** Looks at mixed areas column by column, then cell by cell, each time in one round trip for all sheets. */
export async function settleMixed(
  context: Excel.RequestContext,
  content: readonly { readonly sheet: Excel.Worksheet; readonly validations: readonly ValidatedArea[] }[],
): Promise<readonly (readonly ValidatedArea[])[]> {
  let present = content.map(({ validations }) => validations);
  for (const split of [intoColumns, intoCells]) {
    if (!present.flat().some(({ isMixed }) => isMixed)) return present;
    const asked = present.map((areas, index) => areas.map((area) => askParts(content[index]?.sheet, area, split)));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- twice at most, for any number of areas
    await context.sync();
    present = asked.map((areas) => areas.flatMap((answer) => answer()));
  }
  return present;
}

function askParts(
  sheet: Excel.Worksheet | undefined,
  area: ValidatedArea,
  split: (rect: Rect) => readonly Rect[],
): () => readonly ValidatedArea[] {
  if (!area.isMixed || !sheet) return () => [area];
  const parts = split(area.rect).map((rect) => askArea(sheet, rect));
  return () => parts.map((answer) => answer()).filter(isValidated);
}

const intoColumns = (rect: Rect): readonly Rect[] =>
  Array.from({ length: widthOf(rect) }, (_, at) => ({ ...rect, left: rect.left + at, right: rect.left + at }));

/** Beyond this the cells of a mixed column are not told apart, and its rule stays unknown. */
const MANY = 5_000;

const intoCells = (rect: Rect): readonly Rect[] =>
  sizeOf(rect) > MANY
    ? [rect]
    : Array.from({ length: heightOf(rect) }, (_, at) => ({ ...rect, top: rect.top + at, bottom: rect.top + at }));

/** Areas with rules. Areas whose rule says the same, each seen from its own first cell, are one; so a file states it. */
export function rulesOf(areas: readonly ValidatedArea[]): readonly RangedRule[] {
  const rules = new Map<string, { ranges: Rect[]; formula: string | null }>();
  for (const { rect, formula } of areas) {
    const shape = formula === null ? null : relativeText(formula, { row: rect.top, column: rect.left });
    const key = shape ?? `${formula ?? ""} at ${rectA1(rect)}`;
    const known = rules.get(key);
    if (known) addBelow(known.ranges, rect);
    else rules.set(key, { ranges: [rect], formula });
  }
  return [...rules.values()];
}

/** Cells that were told apart one by one become one range again. */
function addBelow(ranges: Rect[], rect: Rect): void {
  const last = ranges.at(-1);
  if (last?.left === rect.left && last.right === rect.right && last.bottom + 1 === rect.top)
    ranges[ranges.length - 1] = { ...last, bottom: rect.bottom };
  else ranges.push(rect);
}
