import type { FindingCode } from "../../src/core/findings/catalogue";
import type { CellPosition } from "../../src/core/workbook/address";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { storing } from "../support/formula-book";
import { annexBook, type CleanAnnex, type CleanRun } from "./formula-sheets";
import type { Random } from "./random";

export interface PlantedFormula {
  readonly book: WorkbookSnapshot;
  readonly codes: readonly FindingCode[];
}

/** Null where the annex has nothing of the kind. */
type Plant = (annex: CleanAnnex, random: Random) => PlantedFormula | null;

const replaced = (annex: CleanAnnex, { row, column }: CellPosition, cell: string | number): WorkbookSnapshot =>
  annexBook(annex, new Map([[`${row},${column}`, cell]]));

const inside = (run: CleanRun, random: Random): CellPosition => random.pick(run.cells.slice(1, -1));

const SHORT: readonly FindingCode[] = ["range-too-short", "range-may-be-short"];
const OTHER: readonly FindingCode[] = ["inconsistent-formula"];

/** Faults of formulas, each planted into an annex whose formulas are right. */
export const FORMULA_FAULTS: Readonly<Record<string, Plant>> = {
  "formula overwritten inside a run": (annex, random) => ({
    book: replaced(annex, inside(random.pick(annex.runs), random), random.whole(1, 99)),
    codes: ["constant-among-formulas"],
  }),
  "formula overwritten at the end of a run": (annex, random) => {
    const { cells } = random.pick(annex.runs);
    const at = random.pick([cells[0], cells.at(-1)].flatMap((one) => one ?? []));
    return { book: replaced(annex, at, random.whole(1, 99)), codes: ["constant-among-formulas"] };
  },
  "reference one row off": (annex, random) => {
    const run = random.pick(annex.runs);
    const at = inside(run, random);
    return { book: replaced(annex, at, random.pick(run.slipped(at))), codes: OTHER };
  },
  "absolute where relative is due": (annex, random) => {
    const run = random.pick(annex.runs);
    const at = inside(run, random);
    return { book: replaced(annex, at, run.pinned(at)), codes: OTHER };
  },
  "sum one row short": (annex, random) => {
    const { at, short } = random.pick(annex.sums);
    return { book: replaced(annex, at, random.pick(short)), codes: [...SHORT, ...OTHER] };
  },
  "number typed as text": (annex, random) => {
    const at = random.pick(random.pick(annex.sums).over);
    return { book: replaced(annex, at, `${random.whole(10, 99)}${random.pick(["", "万元", " "])}`), codes: ["text-skipped-by-sum"] }; // prettier-ignore
  },
  "sub-total counted twice": ({ twice, ...annex }) =>
    twice && { book: replaced({ ...annex, twice }, twice.at, twice.formula), codes: ["double-counted"] },
  "stale value": (annex, random) => {
    const { row, column } = inside(random.pick(annex.runs), random);
    return { book: storing(annexBook(annex), row, column, random.whole(100_000, 900_000)), codes: ["stale-value"] };
  },
};
