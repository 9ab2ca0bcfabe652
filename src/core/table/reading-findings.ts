import { a1, columnName, type CellPosition } from "../workbook/address";
import { decimalText } from "../model/exact";
import type { OtherSheet } from "../model/account";
import type { Finding } from "../findings/finding";
import type { Level, ScoringTable, TableColumn } from "../model/scoring-table";
import { trimmed, unspaced } from "../model/text";
import { placesText, type CellRoleGiven } from "../ours/cell-roles";
import type { GivenReading } from "./cells/given-roles";
import type { OpenChoice } from "./body/alternatives";
import type { ScoreReading } from "./body/weighed-body";
import { textOf } from "./cells/sheet-grid";
import type { FundingReading } from "./funding/funding-block";
import { printed, type ColumnLabel, type Dispute } from "./header/column-candidate";
import type { OtherYear } from "./header/column-year";
import type { HeaderRows } from "./header/header-row";

/** What only the reader of tables can know, as findings. */

/** What a person said of cells is told to the next reader of the review, and so is what could not be used of it. */
export function roleFindings(sheet: string, { used, unusable: open }: GivenReading): readonly Finding[] {
  const told = used.map(({ areas, as }) => `${placesText(areas)} ${as}`);
  const [first] = used;
  return [
    ...(first ? [{ code: "role-given", table: null, sheet, at: first.cell, path: [], subject: sheet, data: { cells: told } } as const] : []),
    ...open.map(unusable),
  ];
} // prettier-ignore

export const unusable = ({ sheet, areas, as, at }: CellRoleGiven): Finding => {
  const place = `${sheet}!${placesText(areas)}`;
  return {
    code: "role-unusable",
    table: null,
    sheet: at.sheet,
    at,
    path: [],
    subject: place,
    data: { cell: place, role: as },
  };
};

/** In a workbook with a table a sheet that looks as if it had one, too. */
export const notRead = ({ sheet, heads }: OtherSheet): readonly Finding[] =>
  heads === null
    ? []
    : [
        {
          code: "table-not-read",
          table: null,
          sheet,
          owner: "",
          at: { sheet, ...heads.at },
          path: [],
          subject: heads.texts.join("、"),
          data: { heads: heads.texts },
        },
      ];

export const noTable = (sheets: readonly string[]): Finding => ({
  code: "no-table",
  table: null,
  sheet: null,
  at: null,
  path: [],
  subject: "",
  data: { sheets },
});

export function ambiguous(sheet: string, table: string, header: HeaderRows, dispute: Dispute): Finding {
  const { columns, role, level } = dispute;
  const labels = columns.map(({ label }) => label);
  const heads = [...new Set(columns.map(({ head: at }) => a1(at)))];
  return {
    code: "ambiguous-header",
    table,
    sheet,
    at: { sheet, row: header.bottom, column: columns[0]?.column ?? header.heads[0]?.left ?? 0 },
    path: [],
    subject: headWithoutLetter(labels),
    data: { readings: labels, claim: { heads, role, level } },
  };
}

/** D 年初目标值 without the letter, which another column in front changes. */
const headWithoutLetter = ([label = ""]: readonly string[]): string => label.replace(/^[A-Z]+ ?/, "");

/** A note that lets one of several indicators be chosen, and by which no mark is shared (SPEC R27). */
export const openChoices = ({ id, sheet }: ScoringTable, open: readonly OpenChoice[]): readonly Finding[] =>
  open.map(({ at, text, names }): Finding => {
    const data = { text: trimmed(text), names };
    return { code: "choice-not-applied", table: id, sheet, at: { sheet, ...at }, path: [], subject: "", data };
  });

/** Scores out of a hundred beside weights, read as the stated total bears them out (SPEC R15). */
export function readByTotalFinding(sheet: string, table: string, header: HeaderRows, scaled: Dispute, { isWeighed, total, otherSum }: ScoreReading): Finding {
  const [asTyped = "", weighed = ""] = scaled.columns.map(({ label }) => label);
  const at = { sheet, row: header.bottom, column: scaled.columns[0]?.column ?? 0 };
  const [used, other] = isWeighed ? [weighed, asTyped] : [asTyped, weighed];
  const data = { used, other, isWeighed, total: decimalText(total.number, 4), totalAt: a1(total.at), otherSum: decimalText(otherSum, 4) };
  return { code: "scores-by-total", table, sheet, at, path: [], subject: "", data };
} // prettier-ignore

/** Two columns of the block that may equally well be 全年预算数: neither is taken, and the figure is missing. */
export const fundingDisputes = (table: ScoringTable, readings: readonly FundingReading[]): readonly Finding[] =>
  (readings.find(({ block }) => block.range === table.funding?.range)?.disputes ?? []).map((heads): Finding => {
    const labels = heads.map(({ column, cell }) => `${columnName(column)} ${textOf(cell.value).replace(/\s+/g, "")}`);
    const [first] = heads;
    const at = { sheet: table.sheet, row: first?.cell.row ?? table.range.top, column: first?.column ?? table.range.left };
    const claim = { heads: heads.map(({ cell }) => a1(cell)), role: first?.role ?? "budget", level: null };
    return { code: "ambiguous-header", table: table.id, sheet: table.sheet, at, path: [], subject: headWithoutLetter(labels), data: { readings: labels, claim } };
  }); // prettier-ignore

/** 扣分 and no 得分: the score is not stated, and none is made up (SPEC C15). */
export function unscored(sheet: string, table: string, header: HeaderRows, columns: readonly TableColumn[]): readonly Finding[] {
  const deduction = columns.find(({ role }) => role === "deduction");
  if (!deduction || header.heads.some(({ reading }) => reading?.role === "score")) return [];
  const at = { sheet, row: header.bottom, column: deduction.column };
  const data = { column: unspaced(deduction.header) };
  return [{ code: "score-column-missing", table, sheet, at, path: [], subject: "", data }];
} // prettier-ignore

/** A column of another year than the table's is told, whether it counts all the same or not (SPEC R46). */
export const otherYears = (sheet: string, table: string, header: HeaderRows, year: number | null, others: readonly OtherYear[]): readonly Finding[] =>
  others.map(({ candidate, year: named, used }): Finding => {
    const column = printed(candidate.head);
    const at = { sheet, row: header.bottom, column: candidate.column };
    const data = { column, year: String(named), tableYear: String(year), used };
    return { code: "column-of-other-year", table, sheet, at, path: [], subject: column, data };
  }); // prettier-ignore

/** Of several reviews the last one counts, which is said. */
export function chosenReview(sheet: string, table: string, header: HeaderRows, reviews: readonly ColumnLabel[]): readonly Finding[] {
  const [used, ...others] = reviews;
  if (!used || others.length === 0) return [];
  const at = { sheet, row: header.bottom, column: used.column };
  const data = { used: used.label, others: others.map(({ label }) => label) };
  return [{ code: "review-column-chosen", table, sheet, at, path: [], subject: "", data }];
} // prettier-ignore

const statesTwoMarks = ({ statedMark, marksAgain = [] }: Level): boolean =>
  statedMark !== null && marksAgain.some(({ number }) => !number.equals(statedMark.number));

export function findingsOf(table: ScoringTable): readonly Finding[] {
  const { id, sheet } = table;
  const byPath = new Map<string, { path: readonly string[]; cells: CellPosition[] }>();
  const disagreeing = new Set(table.levels.filter(statesTwoMarks).map(({ path }) => path.join("\n")));
  for (const { path, at } of table.repeatedLevels) {
    const key = path.join("\n");
    // the check of its marks says so, and there is something to do
    if (disagreeing.has(key)) continue;
    const known = byPath.get(key);
    if (known) known.cells.push(at);
    else byPath.set(key, { path, cells: [at] });
  }
  const repeated = [...byPath.values()].map(({ path, cells }): Finding => ({
    code: "repeated-level", table: id, sheet, at: { sheet, ...(cells[0] ?? { row: 0, column: 0 }) }, path, subject: "",
    data: { name: path[path.length - 1] ?? "", cells: cells.map((at) => a1(at)) },
  })); // prettier-ignore
  const worded = table.placeholderRows.filter(({ text }) => text !== "");
  const [first] = worded;
  if (!first) return repeated;
  const texts = [...new Set(worded.map(({ text }) => trimmed(text)))];
  const cells = worded.map(({ row, column }) => a1({ row, column: column ?? table.range.left }));
  const at = { sheet, row: first.row, column: first.column ?? table.range.left };
  return [
    ...repeated,
    { code: "placeholder-row", table: id, sheet, at, path: [], subject: "", data: { texts, cells } },
  ];
}
