import type { FindingCode } from "../../src/core/findings/catalogue";
import type { CellScalar, CellSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import type { Indicator, ScoringTable } from "../../src/core/model/scoring-table";
import { planReview } from "../../src/core/plan/plan-review";
import { review } from "../../src/core/review";
import { applyPlan } from "../support/apply-plan";
import { deleteRow } from "../support/edit-sheet";
import type { CleanTable } from "./clean-tables";
import type { Random } from "./random";

/** A fault planted into a clean table: the faulty workbook, and the codes any of which finds it. */
export interface Planted {
  readonly book: WorkbookSnapshot;
  readonly codes: readonly FindingCode[];
}

/** Null where the table has no place for such a fault. */
type Plant = (clean: CleanTable, table: ScoringTable, random: Random) => Planted | null;

const SUMS: readonly FindingCode[] = [
  "total-mismatch",
  "subtotal-mismatch",
  "level-mark-mismatch",
  "full-mark-total",
  "funding-total-mismatch",
];
const SCORES: readonly FindingCode[] = [
  "score-mismatch",
  "score-over-full",
  "score-negative",
  "total-mismatch",
  "target-met-but-deducted",
  "target-missed-but-full",
  "justification-missing",
];

export const FAULTS: Readonly<Record<string, Plant>> = {
  "transposed digits": (clean, table, random) => {
    const numbers = statedNumbers(table).filter(({ number }) => transposed(number) !== number);
    if (numbers.length === 0) return null;
    const { row, column, number } = random.pick(numbers);
    return {
      book: put(clean.book, row, column, transposed(number)),
      codes: [...SUMS, ...SCORES, "rate-mismatch", "execution-over-budget", "budget-mark-outside-total"],
    };
  },
  "total off by one": (clean, table, random) => {
    const at = table.totalRows.at(-1)?.score;
    if (typeof at?.raw !== "number") return null;
    return { book: put(clean.book, at.at.row, at.at.column, at.raw + random.pick([1, -1])), codes: ["total-mismatch"] };
  },
  "number typed as text": (clean, table, random) => {
    const { score } = random.pick(scored(table));
    return {
      book: put(clean.book, score.at.row, score.at.column, `${score.raw}${random.pick(["分", "", " "])}`),
      codes: ["number-as-text", "score-not-a-number"],
    };
  },
  "score over full": (clean, table, random) => {
    const { score, fullMark } = random.pick(scored(table));
    return {
      book: put(clean.book, score.at.row, score.at.column, fullMark + random.whole(1, 5)),
      codes: ["score-over-full"],
    };
  },
  "times 100": (clean, table, random) => {
    const rates = table.indicators.flatMap(({ rateCell }) => (typeof rateCell?.raw === "number" ? [rateCell] : []));
    const rate = table.funding?.total?.cells.rate;
    const cells = [...rates, ...(rate ? [rate] : [])];
    if (cells.length === 0) return null;
    const { at, raw } = random.pick(cells);
    return { book: put(clean.book, at.row, at.column, Number(raw) * 100), codes: ["percent-scale", "rate-mismatch"] };
  },
  "times 10,000": (clean, table, random) => {
    const row = table.funding?.total;
    if (!row) return null;
    const cell = row.cells[random.pick(["budget", "executed", "initialBudget"] as const)];
    if (typeof cell?.raw !== "number") return null;
    return {
      book: put(clean.book, cell.at.row, cell.at.column, cell.raw * 10_000),
      codes: ["funding-total-mismatch", "unit-scale", "execution-over-budget"],
    };
  },
  sign: (clean, table, random) => {
    const { score } = random.pick(scored(table).filter((one) => one.score.raw > 0));
    return { book: put(clean.book, score.at.row, score.at.column, -score.raw), codes: ["score-negative"] };
  },
  "dropped row": (clean, table, random) => {
    const { row } = random.pick(table.indicators.filter((one) => one.row !== one.nameAt.row || one.row > 2));
    return { book: withoutRow(clean.book, row), codes: [...SUMS, "budget-mark-outside-total"] };
  },
  "overwritten formula": (clean, _table, random) => {
    const written = applyPlan(
      clean.book,
      planReview(clean.book, review(clean.book, clean.options), { lang: "zh" }).plan,
    );
    const sheet = written.sheets.find(({ name }) => name === "自评表");
    const formulas = sheet?.cells.filter((cell) => cell.formula !== undefined) ?? [];
    if (formulas.length === 0) return null;
    const { row, column } = random.pick(formulas);
    return { book: put(written, row, column, 4.5), codes: ["formula-overwritten"] };
  },
  "reason removed": (clean, table, random) => {
    const reasons = table.indicators.flatMap(({ reason }) => (typeof reason?.raw === "string" ? [reason] : []));
    if (reasons.length === 0) return null;
    const { at } = random.pick(reasons);
    return {
      book: put(clean.book, at.row, at.column, random.pick([null, null, "无", "/"])),
      codes: ["justification-missing", "justification-placeholder"],
    };
  },
};

interface Scored {
  readonly score: { readonly at: NonNullable<Indicator["score"]>["at"]; readonly raw: number };
  readonly fullMark: number;
}

const scored = (table: ScoringTable): Scored[] =>
  table.indicators.flatMap(({ score, fullMark }) =>
    score && typeof score.raw === "number" && fullMark
      ? [{ score: { at: score.at, raw: score.raw }, fullMark: fullMark.number.valueOf() }]
      : [],
  );

/** Scores, marks, totals and funding figures: what people mistype. */
function statedNumbers(table: ScoringTable): { row: number; column: number; number: number }[] {
  const cells = [
    ...table.indicators.flatMap(({ score }) => score ?? []),
    ...table.totalRows.flatMap(({ score }) => score ?? []),
    ...["initialBudget", "budget"].flatMap((column) => table.funding?.total?.cells[column as "budget"] ?? []),
  ];
  return cells.flatMap(({ at, raw }) => (typeof raw === "number" ? [{ ...at, number: raw }] : []));
}

/** 12 → 21, 9.5 → 5.9; the number itself where no two neighbours differ. */
function transposed(number: number): number {
  const match = /^(\d*?)(\d)(\.?)(\d)(\d*)$/.exec(String(number));
  if (!match) return number;
  const [, head = "", a = "", point = "", b = "", tail = ""] = match;
  return Number(`${head}${b}${point}${a}${tail}`);
}

function put(book: WorkbookSnapshot, row: number, column: number, value: CellScalar): WorkbookSnapshot {
  const sheets = book.sheets.map((sheet, i) => {
    if (i > 0) return sheet;
    const others = sheet.cells.filter((cell) => cell.row !== row || cell.column !== column);
    const old = sheet.cells.find((cell) => cell.row === row && cell.column === column);
    const cell: CellSnapshot = {
      row,
      column,
      value,
      ...(old?.numberFormat === undefined ? {} : { numberFormat: old.numberFormat }),
    };
    const cells = value === null ? others : [...others, cell].sort((a, b) => a.row - b.row || a.column - b.column);
    return { ...sheet, cells };
  });
  return { ...book, sheets };
}

/** Merged level cells keep their text in the next row, as Excel does when a row within a merge is deleted. */
function withoutRow(book: WorkbookSnapshot, row: number): WorkbookSnapshot {
  const [sheet] = book.sheets;
  if (!sheet) return book;
  const kept = sheet.cells.filter(
    (cell) =>
      cell.row === row &&
      sheet.merges.some((merge) => merge.top === row && merge.left === cell.column && merge.bottom > row),
  );
  let moved = book;
  for (const cell of kept) moved = put(moved, row + 1, cell.column, cell.value);
  const merges = sheet.merges.map((merge) =>
    merge.top === row && merge.bottom > row ? { ...merge, top: row + 1 } : merge,
  );
  return deleteRow(
    { ...moved, sheets: moved.sheets.map((one, i) => (i === 0 ? { ...one, merges } : one)) },
    sheet.name,
    row,
  );
}
