import { readFileSync } from "node:fs";
import type { TableCell } from "../../src/core/model/scoring-table";
import type { CellScalar, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { readOurs } from "../../src/core/ours/read-ours";
import { NO_OPTIONS, review } from "../../src/core/review";
import type { TableReview } from "../../src/core/review.types";
import { run } from "../cli/memory-terminal";
import { Random } from "../faults/random";
import { calculated } from "../support/apply-plan";
import { a1, rectA1 } from "../../src/core/workbook/address";
import { buildWorkbook } from "../support/build-workbook";
import { withCells } from "../support/edit-sheet";
import { differingCells } from "./agreement";
import { snapshotOf } from "./filled-copy";
import { describeWithLibreOffice, recalculate, type CalculatedSheets } from "./libreoffice";
import { disagreements } from "./live-agreement";
import { typed } from "./prepared-cases";

/**
 * The prepared official forms, filled in as many units would: at the edge of each band, one ulp beside it, on every
 * scale, with text, blanks, negatives and placeholders. `npm run differential` fills in more.
 */
const CASES = Number(process.env.PINGHE_DIFFERENTIAL_CASES ?? 0);
const UNITS = Math.min(200, Math.max(4, Math.floor(CASES / 500)));
/** LibreOffice takes about 50 ms a file. */
const RECALCULATED = CASES > 0 ? UNITS : 1;

const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  "department.xlsx": [
    "",
    "--pack department-hunan",
    "--set partialSteps=started --set roundingPlaces=0",
    "--set partialSteps=proRata --set roundingMode=down --set roundingPlaces=1",
    "--set scoreFrom=printed",
    "--set notApplicable=rescale --pack department-hunan",
  ],
  "project.xlsx": [
    "--pack project",
    "--pack project-platform",
    "--pack project --set reverseTarget=1-(B-A)/A --set tolerance=0",
    "--pack project-platform --set reverseTarget=manual --set caps=off",
  ],
};

const EDGES = [0, 0.1, 0.2, 0.3, 0.6, 0.7, 0.8, 0.9, 0.95, 1, 1.005, 1.05, 1.3];
const ULP = 2 ** -52;

function figure(random: Random): CellScalar {
  const kind = random.fraction();
  if (kind < 0.06) return null;
  if (kind < 0.12) return random.pick([0, -12.5, 1e15, 1e-9]);
  if (kind < 0.18) return random.pick(["暂无", "100", "95%", "1,234", " 是 "]);
  if (kind < 0.28) return random.pick([95, 0.95, 100, 1, 50]);
  if (kind < 0.6) return Number((random.pick(EDGES) * 100).toPrecision(15)) * random.pick([1, 1, 1 + ULP, 1 - ULP]);
  return kind < 0.75 ? 100 : random.whole(1, 20_000) / 100;
}

const SCORES: readonly CellScalar[] = [0, 1, 2, 5, 5, 4.5, 4.96, 10, -1, "2分", null];
const REASONS: readonly CellScalar[] = [
  null,
  "无",
  "……",
  "同上",
  "见附件",
  "不适用",
  0,
  "受疫情影响，进度滞后",
  "人手不足",
];
const TARGETS: readonly CellScalar[] = [
  "≥200人", "≥95%", "≤30万元", 12, "≥90", "效果明显", "80%-90%", "0起", "=100%", "≤5‰", "≥8000元", "-5%",
]; // prettier-ignore
const ACTUALS: readonly CellScalar[] = [
  200, 180, 20_000, 0.95, 95, 0.949, 9500, 30, 30.5, 300_000, 12, 11, 90, 0.9, 0, 1, 8000, 7999, -5, null, "达成年度指标", "部分达成",
]; // prettier-ignore

/** What a unit types into a returned form. */
function filledIn(book: WorkbookSnapshot, table: TableReview, random: Random): WorkbookSnapshot {
  const base = readOurs(book).base;
  const given = new Map<string, CellScalar>();
  if (base && base !== "unreadable") {
    for (const { valueAt, options } of base.rows) {
      const chosen = random.fraction() < 0.1 ? random.pick(["错字", 1, null]) : random.pick([...options, null]);
      given.set(a1(valueAt), options.length > 0 ? chosen : figure(random));
    }
  }
  const cells = new Map<string, CellScalar>();
  const type = (cell: TableCell | null | undefined, value: CellScalar): void => {
    if (cell) cells.set(a1(cell.at), value);
  };
  for (const { indicator } of table.indicators) {
    if (random.fraction() < 0.7) type(indicator.score, random.pick(SCORES));
    type(indicator.reason, random.pick(REASONS));
    type(indicator.actual, random.pick(ACTUALS));
  }
  const funding = table.table.funding?.total?.cells;
  for (const column of ["budget", "executed"] as const) type(funding?.[column], random.pick([100, 100, 90, 59.99, 0, null]));
  const filled = withCells(book, table.table.sheet, cells);
  return base && base !== "unreadable" ? withCells(filled, base.sheet, given) : filled;
} // prettier-ignore

/** The form as the platform hands it out; a project's targets are set. */
async function form(name: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(readFileSync(`assets/templates/${name}`));
  if (name !== "project.xlsx") return bytes;
  const values: Record<string, CellScalar> = {};
  for (let row = 13; row <= 30; row++) {
    values[`D${row}`] = `指标${String.fromCharCode(0x4e00 + row * 7)}`;
    values[`F${row}`] = TARGETS[row % TARGETS.length] ?? null;
    values[`H${row}`] = 5;
  }
  return typed(bytes, "项目支出绩效自评表", values);
}

const asFile = (book: WorkbookSnapshot): Uint8Array =>
  buildWorkbook({
    names: book.names.map(({ scope, ...name }) => (scope === null ? name : { ...name, scope })),
    sheets: book.sheets.map(({ name, merges, cells }) => ({
      name,
      merges: merges.map(rectA1),
      cells: Object.fromEntries(
        cells
          .filter(({ value, formula }) => value !== null || formula !== undefined)
          .map(({ value, formula, numberFormat, ...at }) => [
            a1(at),
            { value, ...(formula === undefined ? {} : { formula }), ...(numberFormat ? { format: numberFormat } : {}) },
          ]),
      ),
    })),
  });

describeWithLibreOffice("[P16] the official forms, filled in at random, show what the review computes", () => {
  const forms = Object.entries(SETTINGS).flatMap(([name, all]) => all.map((options) => `${name} ${options}`.trim()));
  const returned = new Map<string, readonly WorkbookSnapshot[]>();
  const calculatedBy = new Map<string, CalculatedSheets>();

  beforeAll(async () => {
    for (const title of forms) {
      const [name = "", ...options] = title.split(" ");
      const argv = ["prepare", "form.xlsx", "-o", "out.xlsx", ...options];
      const prepared = (await run(argv, new Map([["form.xlsx", await form(name)]]))).files.get("out.xlsx");
      const book = await snapshotOf(prepared ?? new Uint8Array());
      const [table] = review(book, NO_OPTIONS).tables;
      if (!table) throw new Error("no table");
      const units = Array.from({ length: UNITS }, (_, unit) => new Random((unit + 1) * 7919));
      returned.set(title, units.map((random) => calculated(filledIn(book, table, random)))); // prettier-ignore
    }
    const all = [...returned].flatMap(([title, books]) =>
      books.slice(0, RECALCULATED).map((book, unit) => [`${title} ${unit}`, book] as const),
    );
    for (let start = 0; start < all.length; start += 50) {
      const files = new Map(all.slice(start, start + 50).map(([title, book]) => [title, asFile(book)]));
      for (const [title, sheets] of recalculate(files, { emptyTexts: true })) calculatedBy.set(title, sheets);
    }
  }, 1_200_000);

  test.each(forms)("%s", (title) => {
    for (const [unit, book] of (returned.get(title) ?? []).entries()) {
      expect([unit, disagreements(book, NO_OPTIONS)]).toEqual([unit, []]);
      const sheets = calculatedBy.get(`${title} ${unit}`);
      if (sheets) expect([unit, differingCells(book, sheets)]).toEqual([unit, []]);
    }
  });
});
