import { highest, lowest } from "../workbook/long-lists";
import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import type { Exact } from "../model/exact";
import { compact } from "../model/text";
import type { ScoringTable, TextCell } from "../model/scoring-table";
import { exactFromText } from "../model/exact";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { readNote, type NoteRules } from "./note-rules";

/**
 * Rules that the form prints for all of its rows: in notes below the table, in a header, beside the funding block. They are
 * the table's own standard, with that cell as their source (SPEC M19).
 */
export interface FormRules {
  readonly comparison: Placed<NonNullable<NoteRules["target"]>> | null;
  readonly tiers: Placed<NonNullable<NoteRules["tiers"]>> | null;
  /** 预算执行率 by its share of the mark; the mark that the text names, where it names one. */
  readonly executionRate: Placed<{ readonly mark: Exact | null }> | null;
  readonly findings: readonly Finding[];
}

interface Placed<T> {
  readonly rules: T;
  readonly cell: TextCell;
}

export const NO_FORM_RULES: FormRules = { comparison: null, tiers: null, executionRate: null, findings: [] };

/** Rows below a table in which its notes are looked for. */
const BELOW = 40;

export function formRulesOf(book: WorkbookSnapshot, table: ScoringTable, others: readonly ScoringTable[]): FormRules {
  const sheet = book.sheets.find(({ name }) => name === table.sheet);
  if (!sheet) return NO_FORM_RULES;
  const { bottom } = table.range;
  const next = others
    .filter((one) => one.sheet === table.sheet && one.range.top > bottom)
    .map(({ range }) => range.top);
  const end = lowest([bottom + BELOW + 1, ...next]);
  const header = highest([...table.headerRows, table.range.top]);
  const inHead = (row: number): boolean =>
    (row >= table.range.top && row <= header) ||
    (table.funding !== null && row >= table.funding.range.top && row <= table.funding.range.bottom);
  const notes: TextCell[] = [];
  const heads: TextCell[] = [];
  for (const { row, column, value } of sheet.cells) {
    if (typeof value !== "string") continue;
    if (row > bottom && row < end) notes.push({ text: value, at: { row, column } });
    else if (inHead(row)) heads.push({ text: value, at: { row, column } });
  }
  const read = [...heads, ...notes].map((cell) => ({ cell, rules: readNote(cell.text) }));
  const comparison = read.flatMap(({ cell, rules: { target } }) => (target ? [{ cell, rules: target }] : []));
  const tiers = read.flatMap(({ cell, rules }) => (rules.tiers ? [{ cell, rules: rules.tiers }] : []));
  return {
    comparison: comparison[0] ?? null,
    tiers: tiers[0] ?? null,
    executionRate: executionRate([...heads, ...notes]),
    findings: read.flatMap(({ cell, rules }) => (rules.unread ? [unreadNote(table, cell, rules.unread)] : [])),
  };
}

function unreadNote(table: ScoringTable, cell: TextCell, reason: NonNullable<NoteRules["unread"]>): Finding {
  const data = { name: "表内说明", text: cell.text, reason };
  return findingAt("standard-unreadable", table, cell.at, { path: [], subject: "note", data });
}

/** 得分（20分*执行率）, 执行率得分=执行率×10, 得分=预算执行率×分值. */
const BY_RATE =
  /(?:(?:得分|自评得分|评分)[(=:]*(\d+(?:\.\d+)?)?(?:分|分值|权重)?\*(?:预算)?执行率|(?:得分|评分)[(=:]*(?:预算)?执行率\*(?:(\d+(?:\.\d+)?)分?|(?:该项|本项)?(?:分值|权重)))/;

function executionRate(cells: readonly TextCell[]): FormRules["executionRate"] {
  for (const cell of cells) {
    const found = BY_RATE.exec(compact(cell.text));
    if (!found) continue;
    const mark = found[1] ?? found[2];
    return { cell, rules: { mark: mark === undefined ? null : exactFromText(mark) } };
  }
  return null;
}
