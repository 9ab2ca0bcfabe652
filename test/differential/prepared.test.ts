import { readFileSync } from "node:fs";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { toDouble } from "../../src/core/model/exact";
import { review, NO_OPTIONS } from "../../src/core/review";
import { roundScore } from "../../src/core/rules/rounding";
import { REFERENCE, run } from "../cli/memory-terminal";
import { differingCells, recomputedColumn, same } from "./agreement";
import { filledCopy, madeUp, snapshotOf } from "./filled-copy";
import { describeWithLibreOffice, recalculate, type CalculatedSheets } from "./libreoffice";
import { projectTemplate, PROJECT_SHEET, typed, UNITS, withoutScores } from "./prepared-cases";

const EMPTY = "test/workbooks/department-template-empty.xlsx";
const PUBLISHED = "test/workbooks/project-2020-unexplained-deductions.xlsx";

async function prepared(bytes: Uint8Array, ...options: readonly string[]): Promise<Uint8Array> {
  const argv = ["prepare", "template.xlsx", "-o", "out.xlsx", ...options];
  const { files, err } = await run(argv, new Map([["template.xlsx", bytes]]));
  const out = files.get("out.xlsx");
  if (!out) throw new Error(err);
  return out;
}

const file = (name: string): Uint8Array => new Uint8Array(readFileSync(name));

/** What 120 units would send back: filled in by a script, with no tool installed. */
async function returned(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const empty = await prepared(file(EMPTY));
  files.set("the empty department template, scored by hand", await typed(empty, "评分表", { D3: 5, D4: 4, D5: 6, D6: -1, D7: 5, D8: 0.5 }));
  const reference = await prepared(await withoutScores(file(REFERENCE)), "--pack", "department-hunan");
  for (const seed of [2021, 2022, 2023]) {
    files.set(`the reference table without scores, unit ${seed}`, await filledCopy(reference, madeUp(seed)));
  }
  for (const pack of ["project", "project-platform"]) {
    const project = await prepared(projectTemplate(), "--pack", pack);
    for (const [unit, values] of Object.entries(UNITS)) {
      files.set(`a project template with ${pack}: ${unit}`, await typed(project, PROJECT_SHEET, values));
    }
  }
  const blanks = { D3: null, G9: null, G10: null, G11: null, G12: null, G13: null, I9: null, I10: null, I11: null, I12: null };
  const published = await prepared(await typed(file(PUBLISHED), "评分表", blanks), "--pack", "project");
  files.set("a published project table", await typed(published, "评分表", { D3: 6.5, G9: 70000, G10: 98, G11: 100, G12: 90, G13: 96 }));
  return files;
} // prettier-ignore

describeWithLibreOffice("[P16] a prepared workbook shows in LibreOffice alone what check computes from it", () => {
  let files: ReadonlyMap<string, Uint8Array> = new Map();
  let calculated: ReadonlyMap<string, CalculatedSheets> = new Map();

  beforeAll(async () => {
    files = await returned();
    calculated = recalculate(files, { emptyTexts: true });
  }, 300_000);

  const cases = [
    "the empty department template, scored by hand",
    ...[2021, 2022, 2023].map((seed) => `the reference table without scores, unit ${seed}`),
    ...["project", "project-platform"].flatMap((pack) =>
      Object.keys(UNITS).map((unit) => `a project template with ${pack}: ${unit}`),
    ),
    "a published project table",
  ];

  test.each(cases)("%s", async (name) => {
    const book = await snapshotOf(files.get(name) ?? new Uint8Array());
    const sheets = calculated.get(name);
    expect(differingCells(book, sheets)).toEqual([]);
    const { tables, settings } = review(book, NO_OPTIONS);
    const [table] = tables;
    if (!table || !sheets) throw new Error("no table");
    const column = recomputedColumn(book);
    for (const { indicator, recomputed } of table.indicators) {
      const theirs = sheets.get(column.sheet)?.at(indicator.row, column.column) ?? null;
      const ours = recomputed.status === "computed" ? toDouble(roundScore(recomputed.score, settings)) : null; // S19
      expect({ name: indicator.path.at(-1), ours, theirs, same: same(ours, theirs) }).toMatchObject({ same: true });
    }
    const { recomputed } = table.totals;
    const total = recomputed && toDouble(roundScore(recomputed, settings));
    expect([name, totalShown(book, sheets)]).toEqual([name, total]);
  });

  // By hand, for the second unit: 7 + 9 + 7.5 + 15×90/95 + 15×30/36 + 20 + 9. For the third, two actual values exceed
  // their targets by 30 % or more (20 of 12, 45 of 30), 2 each; 40 % executed caps at 59, which is above what is left.
  test.each([
    ["project: all targets met", 99],
    ["project: missed here and there", 79.21],
    ["project: far off, and money hardly spent", 53.56],
    ["project: slips of the scale", null],
    ["project: a score outside its tier", null],
    ["project: half filled in", null],
    ["project-platform: all targets met", 99],
    ["project-platform: missed here and there", 79.21],
    ["project-platform: far off, and money hardly spent", 49.56],
  ])("a project template with %s totals %p", async (unit, total) => {
    const name = `a project template with ${unit}`;
    const book = await snapshotOf(files.get(name) ?? new Uint8Array());
    expect(totalShown(book, calculated.get(name) ?? new Map<string, never>())).toBe(total);
  });

  it("the empty template guards marks, totals and reasons", async () => {
    const name = "the empty department template, scored by hand";
    const book = await snapshotOf(files.get(name) ?? new Uint8Array());
    const words = conclusions(book, calculated.get(name));
    expect(words.slice(0, 6)).toEqual([
      expect.not.stringContaining("扣分缺原因"),
      expect.stringContaining("扣分缺原因"),
      expect.stringContaining("高于满分"),
      expect.stringContaining("负分"),
      expect.not.stringContaining("扣分缺原因"),
      expect.stringContaining("扣分缺原因"),
    ]);
    expect(words[6]).toContain("未评分");
    const codes = review(book, NO_OPTIONS).findings.map(({ code, at }) => `${code} ${at ? at.row + 1 : ""}`);
    expect(codes).toEqual(expect.arrayContaining(["justification-missing 4", "score-over-full 5", "score-negative 6", "justification-missing 8"]));
  }); // prettier-ignore
});

/** 复算合计 of the summary in 核验记录. */
function totalShown(book: WorkbookSnapshot, sheets: CalculatedSheets): number | null {
  const record = book.sheets.find(({ name }) => name === "核验记录");
  const line = record?.cells.find(({ value }) => value === "总计");
  if (!line) throw new Error("no line 总计");
  const value = sheets.get("核验记录")?.at(line.row, line.column + 3) ?? null;
  return typeof value === "number" ? value : null;
}

/** 核验结论 of every indicator, from the top. */
function conclusions(book: WorkbookSnapshot, sheets: CalculatedSheets | undefined): readonly string[] {
  const found = book.sheets
    .flatMap((sheet) => sheet.cells.map((cell) => ({ sheet, cell })))
    .find(({ cell }) => cell.value === "核验结论");
  const [table] = review(book, NO_OPTIONS).tables;
  if (!found || !table) throw new Error("no column 核验结论");
  return table.indicators.map(({ indicator }) => {
    const words = sheets?.get(found.sheet.name)?.at(indicator.row, found.cell.column);
    return typeof words === "string" ? words : "";
  });
}
