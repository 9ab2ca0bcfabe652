import { exactFromDouble, ONE, ratio, type Exact } from "../model/exact";
import { compact, visible } from "../model/text";
import type { BaseRow, BaseSheet } from "./base-sheet";
import type { RuleInput } from "../rules/rule-input";

/** The label of a rule's input in 基础数据: the indicator it belongs to, then what is asked. */
export const inputLabel = (path: readonly string[], input: RuleInput): string => `${path.at(-1) ?? ""}：${input.name}`;

/** What a pack asks of the table as a whole (red lines) belongs to its total. */
export const TOTAL_PATH: readonly string[] = ["总分"];

/** 用于: the indicator's path as the sheet prints it. */
export const usedByText = (path: readonly string[]): string => path.join("／");

/** The rows of 评价要点 are told by their label: 管理制度健全性：要点1 是否已制定…. */
export const POINT_PREFIX = "要点";

/** What a person picks for a yesNo input; the first counts 1, the second 0. */
const YES_NO = ["是", "否"] as const;

/** The options listed for an input; empty where a number is typed. */
export const inputOptions = (input: RuleInput): readonly string[] =>
  input.type === "yesNo" ? YES_NO : input.type === "choice" ? (input.options ?? []) : [];

/** 用于 of a rule's input: it belongs to one table, so the sheet is named too. */
export const inputUse = (sheet: string, path: readonly string[]): string => `${sheet}：${usedByText(path)}`;

/**
 * The row that answers an indicator's input, by label and 用于. The only row of its label is taken under another 用于, too,
 * since indicators are moved and sheets renamed, unless it belongs to another sheet that still stands, or several ask the
 * same (SPEC P9). Without
 * the sheet, two tables that ask the same are not told apart, and none is taken.
 */
export function inputRow(
  base: BaseSheet,
  path: readonly string[],
  input: RuleInput,
  sheet: string | null = null,
): BaseRow | null {
  const rows = base.byLabel.get(compact(inputLabel(path, input))) ?? [];
  const use = compact(sheet === null ? usedByText(path) : inputUse(sheet, path));
  const used = rows.filter(({ usedBy }) => (sheet === null ? compact(usedBy).endsWith(use) : compact(usedBy) === use));
  const [row, ...others] = used.length > 0 ? used : rows;
  if (!row || others.length > 0) return null;
  if (used.length === 0 && base.contested.has(compact(row.label))) return null;
  return sheet !== null && isOfAnother(base, row, sheet) ? null : row;
}

/** Whether 用于 names another sheet that still stands: last year's answer is not this year's. */
export function isOfAnother({ sheets }: BaseSheet, { usedBy }: BaseRow, sheet: string): boolean {
  const use = compact(usedBy);
  const names = (one: string): boolean => use.startsWith(compact(inputUse(one, [])));
  return !names(sheet) && [...sheets].some(names);
}

/**
 * The number an answer stands for: the number typed, 1 or 0 for 是 and 否, the rank of the option chosen; else null. As a
 * live formula reads the row, so does this: figures typed as text are no number (SPEC Q2), and a choice is in words.
 */
export function answerNumber({ value }: BaseRow, input: RuleInput): Exact | null {
  const options = inputOptions(input);
  if (options.length === 0) return typeof value === "number" ? exactFromDouble(value) : null;
  if (typeof value !== "string") return null;
  // as TRIM does in the sheet, so that both say the same
  const answer = value.replace(/^ +| +$/g, "").toLowerCase();
  const rank = options.findIndex((option) => option.toLowerCase() === answer);
  if (rank < 0) return null;
  return input.type === "yesNo" ? ONE.sub(ratio(rank)) : ratio(rank + 1);
}

const YES = /^(?:是|有|对|√|✓|✔|☑|y|yes|true|(?:已|均|都|全部|按期)*(?:完成|落实|建立|制定|达到|达标|具备|符合))$/;
const NO =
  /^(?:否|不是|无|没有|×|✗|✘|☒|x|n|no|false|(?:未|尚未|没有)(?:完成|落实|建立|制定|达到|达标|具备)|不(?:达标|具备|符合))$/;

/** Whether a word answers yes or no, however it is written: 是, √, 无, 未完成. */
export const isYesOrNo = (text: string): boolean => meantOption(text, YES_NO) !== null;

/** The option that a text which is none of them surely means: one that differs in blanks only, 是 for √, 否 for ×. */
export function meantOption(text: string, options: readonly string[]): string | null {
  const said = compact(visible(text))
    .toLowerCase()
    .replace(/[。.;,]+$/, "");
  const same = options.find((option) => compact(option).toLowerCase() === said);
  if (same !== undefined || options !== YES_NO) return same ?? null;
  const canonicalSaid = said.replace("*", "×");
  return YES.test(canonicalSaid) ? YES_NO[0] : NO.test(canonicalSaid) ? YES_NO[1] : null;
}
