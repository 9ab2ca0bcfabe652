import type { FindingCode } from "../../src/core/findings/catalogue";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { storing } from "../support/formula-book";
import { annexBook, type CleanAnnex } from "./formula-sheets";
import type { Random } from "./random";

export interface PlantedFormula {
  readonly book: WorkbookSnapshot;
  readonly codes: readonly FindingCode[];
}

type Plant = (annex: CleanAnnex, random: Random) => PlantedFormula;

const replaced = (annex: CleanAnnex, row: number, column: number, cell: string | number): WorkbookSnapshot =>
  annexBook(annex, new Map([[`${row},${column}`, cell]]));

const inside = ({ groups }: CleanAnnex, random: Random): number => {
  const group = random.pick(groups);
  return random.pick(group.slice(1, -1));
};

const SHORT: readonly FindingCode[] = ["range-too-short", "range-may-be-short"];

/** Faults of formulas, each planted into an annex whose formulas are right. */
export const FORMULA_FAULTS: Readonly<Record<string, Plant>> = {
  "formula overwritten inside a run": (annex, random) => ({
    book: replaced(annex, inside(annex, random), 3, random.whole(1, 99)),
    codes: ["constant-among-formulas"],
  }),
  "formula overwritten at the end of a run": (annex, random) => ({
    book: replaced(annex, random.pick(annex.groups).at(-1) ?? 0, 3, random.whole(1, 99)),
    codes: ["constant-among-formulas"],
  }),
  "reference one row off": (annex, random) => {
    const row = inside(annex, random);
    const [b, c] = random.pick([[row + 1, row + 2], [row, row + 1], [row + 1, row]] as const); // prettier-ignore
    return { book: replaced(annex, row, 3, `=B${b}-C${c}`), codes: ["inconsistent-formula"] };
  },
  "absolute where relative is due": (annex, random) => {
    const row = inside(annex, random);
    return { book: replaced(annex, row, 4, `=C${row + 1}/B$2`), codes: ["inconsistent-formula"] };
  },
  "sum one row short": (annex, random) => {
    const group = random.pick(annex.groups);
    const [first = 0, last = 0] = [group[0], group.at(-1)];
    const column = random.whole(1, 3);
    const name = "ABCD"[column] ?? "";
    const [from, to] = random.pick([[first + 1, last], [first + 2, last + 1]] as const); // prettier-ignore
    return { book: replaced(annex, last + 1, column, `=SUM(${name}${from}:${name}${to})`), codes: SHORT };
  },
  "number typed as text": (annex, random) => {
    const row = inside(annex, random);
    return { book: replaced(annex, row, 2, `${random.whole(10, 99)}${random.pick(["", "万元", " "])}`), codes: ["text-skipped-by-sum"] }; // prettier-ignore
  },
  "sub-total counted twice": (annex, random) => {
    const column = random.pick(["B", "C"]);
    return {
      book: replaced(annex, annex.total, column === "B" ? 1 : 2, `=SUM(${column}2:${column}${annex.total})`),
      codes: ["double-counted"],
    };
  },
  "stale value": (annex, random) => ({
    book: storing(annexBook(annex), inside(annex, random), 3, random.whole(100_000, 900_000)),
    codes: ["stale-value"],
  }),
};
