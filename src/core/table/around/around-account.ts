import type { AccountEntry, CellRole } from "../../model/account";
import { canonical, compact, trimmed } from "../../model/text";
import { contentKind, isWords } from "../cells/cell-kind";
import { lastColumn, textOf, type GridCell } from "../cells/sheet-grid";
import { isFigureLabel, isNaturalLabel } from "../words/figure-text";
import { moneyUnitIn } from "../words/funding-words";
import { CLOSING_LABEL, FORM_LABEL, SIGNED, UNIT_LABELS, YEAR_LABELS } from "../words/header-words";

/** One line of a sheet as far as no table took its cells, and the words that stand over a cell of it. */
export interface AroundLine {
  readonly cells: readonly GridCell[];
  /** All cells of the row, those of a table among them: what stands beside a number may be a table's. */
  readonly whole: readonly GridCell[];
  readonly above: (cell: GridCell) => GridCell | null;
  readonly titles: ReadonlySet<string>;
  /** Whether the cell stands in a block of goals, below 预期目标 or 实际完成情况. */
  readonly isGoal: (cell: GridCell) => boolean;
}

/**
 * What stands around a table: labels with their values, titles, notes, signatures (SPEC Z3). A number is understood only
 * beside a label where one is natural; words alone are never misunderstood.
 */
export function aroundAccount(line: AroundLine): readonly AccountEntry[] {
  return line.cells.map((at): AccountEntry => {
    if (contentKind(at.value) === "broken") return { at, role: null, why: "wrongKind" };
    if (isWords(at)) return { at, role: line.isGoal(at) ? "prose" : roleOfWords(line, at) };
    // 18场 beside 培训20场 is what came of a goal; a bare number is not said to be that
    if (typeof at.value === "string" && line.isGoal(at)) return { at, role: "prose", why: "notCompared" };
    const label = labelOf(line, at);
    if (contentKind(at.value) === "date") return dateAccount(line, at, label);
    if (label === null) return { at, role: null, why: "noLabel" };
    return isNaturalLabel(label) && isBeside(line, at)
      ? { at, role: "formValue" }
      : { at, role: null, why: "unknownLabel" };
  });
}

/** A label speaks of the cell that follows it, one blank cell between them at most, or of the one below. */
function isBeside({ whole }: AroundLine, at: GridCell): boolean {
  const before = whole.findLast((cell) => cell.column < at.column);
  return !before || !isWords(before) || at.column - lastColumn(before) <= 2;
}

/** A date dates what stands beside it, or the form where it stands alone; beside a label of a figure it is none. */
function dateAccount({ whole }: AroundLine, at: GridCell, label: string | null): AccountEntry {
  if (label !== null) return isFigureLabel(label) ? { at, role: null, why: "wrongKind" } : { at, role: "formValue" };
  return whole.length === 1 ? { at, role: "signature" } : { at, role: null, why: "noLabel" };
}

/** The words left of the cell, else those above it. */
function labelOf({ whole, above }: AroundLine, at: GridCell): string | null {
  const before = whole.findLast((cell) => cell.column < at.column);
  if (before && isWords(before)) return textOf(before.value);
  const over = above(at);
  const text = over && isWords(over) ? compact(textOf(over.value)) : "";
  return isLabel(text) && !NOTE.test(text) ? text : null;
}

const ATTACHMENT = /^(?:附件|附表|附录)[\d一二三四五六七八九十\-—]*/;
const NOTE = /^(?:注\d*[:.、]|备注[:.]|说明[:.]|填表说明|填报说明|填写说明)/;
const PERSON =
  /^(?:填报|填表|经办|制表|联系|审核|复核|评价|评分|负责|单位负责|部门负责|项目负责|财务负责|主管领导|分管领导|单位领导|主要领导)/;
const CONCLUSION = /结论|等级|等次|档次|评价结果|自评结果/;
const FURNITURE = /^(?:第?\d+页(?:[,/]?共\d+页)?|-\d+-|[([]?续表?[)\]]?)$/;
const YEAR = /^[([]?20\d{2}年度?[)\]]?$/;
const LONGEST_LABEL = 14;

function roleOfWords(line: AroundLine, at: GridCell): CellRole {
  const printed = textOf(at.value);
  if (line.titles.has(trimmed(printed))) return "title";
  const text = compact(printed.slice(0, 80));
  if (ATTACHMENT.test(text)) return "attachment";
  if (NOTE.test(text)) return "note";
  if (SIGNED.test(text)) return "signature";
  if (YEAR.test(text)) return "year";
  if (FURNITURE.test(text)) return "pageFurniture";
  if (moneyUnitIn(text) !== null && /单位|金额/.test(text)) return "moneyUnit";
  if (CLOSING_LABEL.test(text)) return PERSON.test(text) ? "signature" : CONCLUSION.test(text) ? "conclusion" : "prose";
  return labelRole(text) ?? valueRole(line, at) ?? (isLabel(text) ? "formLabel" : "prose");
}

/** 单位名称：某局 states the value in the label's own cell. */
function labelRole(text: string): CellRole | null {
  const label = (canonical(text).split(":")[0] ?? "").replace(/\s|\((?:盖章|公章|签章|全称|加盖公章)\)/g, "");
  if (UNIT_LABELS.includes(label)) return "unitName";
  if (YEAR_LABELS.includes(label)) return "year";
  return FORM_LABEL.test(text) || text.endsWith(":") ? "formLabel" : null;
}

/** What stands behind a label is its value. */
function valueRole({ whole }: AroundLine, at: GridCell): CellRole | null {
  const before = whole.findLast((cell) => cell.column < at.column);
  if (!before || !isWords(before)) return null;
  const label = compact(textOf(before.value).slice(0, 80));
  const role = labelRole(label);
  return role === "unitName" || role === "year" ? role : role !== null || isLabel(label) ? "formValue" : null;
}

const isLabel = (text: string): boolean => text !== "" && text.length <= LONGEST_LABEL && !/[,;。、]/.test(text);
