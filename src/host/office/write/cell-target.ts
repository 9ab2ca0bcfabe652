import { isInside, type CellPosition, type Rect } from "../../../core/workbook/address";
import type { CellScalar } from "../../../core/workbook/snapshot";
import { contentOfCell } from "../../../core/workbook/cell-content";
import type { CellContent, CellExpectation, CellWrite } from "../../../core/workbook/write-plan";
import type { HostFailure } from "../../port";
import type { CellState } from "./cell-states";
import { stands, typedAgain } from "./content";
import { formerOf } from "./former";
import type { Look } from "./look";

/** A cell as it will be put. */
export interface Target {
  readonly write: CellWrite;
  readonly before: CellState;
  readonly put: string | number | boolean;
  readonly format: string;
  /** What is set of the look; null where it stays. */
  readonly look: Look | null;
}

export const changesFormat = ({ before, format }: Target): boolean => before.format !== format;

/** In a cell formatted as text everything that is put stays text, a formula and an apostrophe too. */
export const needsGeneral = ({ before, put }: Pick<Target, "before" | "put">): boolean =>
  before.format === TEXT_FORMAT && put !== "";

const TEXT_FORMAT = "@";

/** A text as it is put into a cell whose format as text can not be changed; null for what would not stay what it is. */
export const asText = (put: Target["put"]): string | null => {
  const text = typeof put !== "string" || put.startsWith("=") ? null : put.replace(/^'/, "");
  return text === null || /^['=]/.test(text) ? null : text;
};

export const scalarOf = (expect: CellExpectation): CellScalar => ("formula" in expect ? expect.formula : expect.value);

/** Whether a cell is wholly as it was; known only where its look was asked for both times. */
export const isUntouched = (before: CellState, now: CellState): boolean =>
  before.look !== null &&
  before.format === now.format &&
  JSON.stringify(before.look) === JSON.stringify(now.look) &&
  stands(now.cell, typedAgain(before.cell));

/** How a written cell is brought back. */
export function wayBack({ write, before, put }: Target): CellWrite {
  const { row, column, style } = write;
  const found = readAs(put);
  return {
    row,
    column,
    expect: typeof found === "string" && found.startsWith("=") && found === put ? { formula: found } : { value: found },
    content: contentOfCell(before.cell),
    former: formerOf(before),
    ...(before.cell === undefined && style !== undefined && { style: { reset: true } }),
  };
}

/** What a read will find where this was put. */
export const readAs = (put: string | number | boolean): CellScalar =>
  put === "" ? null : typeof put === "string" ? put.replace(/^'/, "") : put;

export function impossibility(content: CellContent): HostFailure | null {
  if (content.type === "number" && !Number.isFinite(content.number))
    return { kind: "unsupported", what: { zh: "写入超出范围的数", en: "writing a number that is not finite" } };
  if (content.type === "text" && content.text.length > 32_767)
    return { kind: "too-large", limit: { zh: "每个单元格 32767 个字符", en: "32767 characters in a cell" } };
  if (content.type === "formula" && content.formula.length > 8_192)
    return { kind: "too-large", limit: { zh: "每个公式 8192 个字符", en: "8192 characters in a formula" } };
  if (content.type === "formula" && textsIn(content.formula).some((text) => text.length > TEXT_IN_FORMULA))
    return {
      kind: "too-large",
      limit: {
        zh: `公式中每段文本 ${TEXT_IN_FORMULA} 个字符`,
        en: `${TEXT_IN_FORMULA} characters in a text of a formula`,
      },
    };
  return null;
}

/** Excel takes no longer text between quotes in a formula, though a cell may hold one. */
const TEXT_IN_FORMULA = 255;

/** The texts between quotes; a sheet's name in apostrophes may have a quote of its own. */
const textsIn = (formula: string): readonly string[] =>
  [...formula.matchAll(/'(?:[^']|'')*'|"((?:[^"]|"")*)"/g)].map(([, text = ""]) => text.replaceAll('""', '"'));

/** Whether a merged area hides a cell, which is any of its cells but the first. */
export const hides = (merge: Rect, at: CellPosition): boolean =>
  isInside(at, merge) && (at.row !== merge.top || at.column !== merge.left);
