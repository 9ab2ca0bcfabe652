import { toDouble } from "../../src/core/model/exact";
import { NO_OPTIONS, review } from "../../src/core/review";
import { builtInPack } from "../../src/core/rules/packs/index";
import { roundScore } from "../../src/core/rules/rounding";
import { REFERENCE, REFERENCE_INPUTS, run, TABLE_2018, INPUTS_2018 } from "../cli/memory-terminal";
import { differingCells, recomputedColumn, same } from "./agreement";
import { BLANK, filledCopy, madeUp, snapshotOf, ZERO, type Filling } from "./filled-copy";
import { describeWithLibreOffice, recalculate, type CalculatedSheets } from "./libreoffice";

const PRINTED = "test/workbooks/department-standards-printed.xlsx";

const COPIES: readonly (readonly [title: string, argv: readonly string[]])[] = [
  ["the reference table, definitions only", ["score", REFERENCE, "--inputs", REFERENCE_INPUTS]],
  ["the reference table with a pack", ["score", REFERENCE, "--inputs", REFERENCE_INPUTS, "--pack", "department-hunan"]],
  ["the 2018 table with a pack", ["score", TABLE_2018, "--inputs", INPUTS_2018, "--pack", "department-hunan"]],
  ["the table with printed standards", ["score", PRINTED]],
  ["the prepared reference table", ["prepare", REFERENCE, "--pack", "department-hunan"]],
  ["the prepared table with printed standards", ["prepare", PRINTED]],
];

const FILLINGS: readonly (readonly [title: string, filling: Filling | null])[] = [
  ["as written", null],
  ["blanked", BLANK],
  ["zeroed", ZERO],
  ["made up, first", madeUp(2021)],
  ["made up, second", madeUp(2022)],
  ["made up, third", madeUp(2023)],
];

describeWithLibreOffice("[E9] LibreOffice calculates in every scored copy what is stored in it", () => {
  const files = new Map<string, Uint8Array>();
  let calculated: ReadonlyMap<string, CalculatedSheets> = new Map();

  beforeAll(async () => {
    for (const [copy, argv] of COPIES) {
      const bytes = (await run([...argv, "-o", "copy.xlsx"])).files.get("copy.xlsx");
      if (!bytes) throw new Error(`nothing written: ${copy}`);
      for (const [title, filling] of FILLINGS) {
        files.set(`${copy}, base data ${title}`, filling ? await filledCopy(bytes, filling) : bytes);
      }
    }
    calculated = recalculate(files, { emptyTexts: true });
  }, 300_000);

  const cases = COPIES.flatMap(([copy]) => FILLINGS.map(([title]) => `${copy}, base data ${title}`));

  test.each(cases)("%s", async (name) => {
    const book = await snapshotOf(files.get(name) ?? new Uint8Array());
    const differing = differingCells(book, calculated.get(name));
    expect(differing).toEqual([]);
  });

  test.each(cases)("%s: the column 复算分 shows the score, rounded as the total counts it", async (name) => {
    const book = await snapshotOf(files.get(name) ?? new Uint8Array());
    const options = name.includes("a pack") ? { ...NO_OPTIONS, pack: builtInPack("department-hunan") } : NO_OPTIONS;
    const { tables, settings } = review(book, options);
    const [table] = tables;
    const column = recomputedColumn(book);
    for (const { indicator, recomputed } of table?.indicators ?? []) {
      const theirs = calculated.get(name)?.get(column.sheet)?.at(indicator.row, column.column) ?? null;
      const ours = recomputed.status === "computed" ? toDouble(roundScore(recomputed.score, settings)) : null; // S19
      expect({ name: indicator.path.at(-1), ours, theirs, same: same(ours, theirs) }).toMatchObject({ same: true });
    }
  });
});
