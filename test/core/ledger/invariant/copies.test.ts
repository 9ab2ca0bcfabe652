import { planReview } from "../../../../src/core/plan/plan-review";
import { NO_OPTIONS, review, type ReviewOptions } from "../../../../src/core/review";
import { builtInPack } from "../../../../src/core/rules/packs/index";
import type { WorkbookSnapshot } from "../../../../src/core/workbook/snapshot";
import { applyPlan } from "../../../support/apply-plan";
import { changed, changesOf } from "./changes";
import { expectedFor } from "./expected";
import { unaccounted, unanswered } from "./guard";
import { bookOf, everyNth, isFull, madeTable } from "./real-books";
import { accountsOf, differs, told, type CellAccount } from "./traces";
import { isDemanded, silentChanges, textsOf } from "./walk";
import { readTables } from "../../../../src/core/table/read-tables";

const LONG = 1_800_000;

const scored = (book: WorkbookSnapshot, options: ReviewOptions = NO_OPTIONS): WorkbookSnapshot =>
  applyPlan(book, planReview(book, review(book, options), { lang: "zh" }).plan);

/** Role and why of each cell; a state may change, since the copy has numbers where the original had none. */
const written = (cells: ReadonlyMap<string, CellAccount>): readonly string[] =>
  [...cells].map(([place, { role }]) => `${place} ${role ?? ""}`).sort();

describe("[Z1] what Pinghe adds changes no account", () => {
  it.each([
    "heshan-2021-self-evaluation.xlsx",
    "project-2020-unexplained-deductions.xlsx",
    "department-2018-with-base-data.xlsx",
    "real/real-t01.xlsx",
    "real/real-t07.xlsx",
  ])("%s", async (file) => {
    const book = await bookOf(file);
    const copy = scored(book);
    expect(copy.sheets.flatMap(({ cells }) => cells).length).toBeGreaterThan(book.sheets.flatMap(({ cells }) => cells).length); // prettier-ignore
    expect(written(accountsOf(copy, review(copy)))).toEqual(written(accountsOf(book, review(book))));
  });

  it(
    "[Z4] on a scored copy every change shows as on the original",
    async () => {
      const copy = scored(await bookOf("project-2020-unexplained-deductions.xlsx"));
      expect(silentChanges(copy, everyNth(61))).toEqual([]);
    },
    LONG,
  );
});

describe("[Z4] with a pack the state is that of the review at hand", () => {
  const CASES = [
    ["project-2020-unexplained-deductions.xlsx", "project"],
    ["heshan-2021-self-evaluation.xlsx", "hunan-province"],
  ] as const;

  it.each(CASES)("%s with %s", async (file, id) => {
    const pack = builtInPack(id);
    if (!pack) throw new Error(`no pack ${id}`);
    const [book, options] = [await bookOf(file), { ...NO_OPTIONS, pack }];
    expect(silentChanges(book, everyNth(71), options)).toEqual([]);
    const reviewed = review(book, options);
    expect(unanswered(reviewed, accountsOf(book, reviewed))).toEqual([]);
  }, LONG); // prettier-ignore
});

/** One random cell of a made-up table and one random change of it. */
function silentIn(seed: number): readonly string[] {
  const { random, book, options } = madeTable(seed);
  const before = told(book, options);
  const reviewed = review(book, options);
  const open = [...unanswered(reviewed, before.cells), ...unaccounted(book, readTables(book).accounts, before.cells)];
  const [place, account] = random.pick([...before.cells].filter(([, each]) => isDemanded(each)));
  const change = random.pick(changesOf(account.cell));
  if (expectedFor(account, change)) return open;
  const after = told(changed(book, account.sheet, account.cell, change), options);
  const isTold = differs(before, after, place, textsOf(account, change));
  return isTold ? open : [...open, `table ${seed}: ${place} ${account.role ?? ""} ${change.kind}`];
}

describe("[Z4] in made-up tables, too, every change of one cell shows", () => {
  const count = isFull ? 600 : 25;
  it(`${count} tables`, () => {
    const seeds = Array.from({ length: count }, (_, i) => i + 1);
    expect(seeds.flatMap(silentIn)).toEqual([]);
  }, LONG); // prettier-ignore
});
