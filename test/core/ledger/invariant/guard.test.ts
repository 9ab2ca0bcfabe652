import { withResults } from "../../../../src/core/audit/recalculation";
import { a1, placeKey } from "../../../../src/core/workbook/address";
import { review } from "../../../../src/core/review";
import { readTables } from "../../../../src/core/table/read-tables";
import { unaccounted, unanswered } from "./guard";
import { bookOf, BUGS, REAL } from "./real-books";
import { closedAccounts, type CellAccount, type Fault } from "./traces";

const FILES = [...REAL, ...BUGS];

/** What the ledger promises of one workbook and does not keep: nothing. */
async function broken(file: string): Promise<{ readonly with: (fault: Fault) => readonly string[]; readonly cells: ReadonlyMap<string, CellAccount> }> {
  const book = await bookOf(file);
  const reviewed = review(book);
  const reading = readTables(withResults(book));
  const close = (fault: Fault): ReadonlyMap<string, CellAccount> => closedAccounts(book, reviewed, reading, fault);
  return {
    with: (fault) => {
      const cells = close(fault);
      return [...unanswered(reviewed, cells), ...unaccounted(book, reading.accounts, cells)];
    },
    cells: close({}),
  };
} // prettier-ignore

describe("no easy way out", () => {
  it.each(FILES)("[Z4] what the table's model holds is judged or says why not, and every cell has an account: %s", async (file) => {
    expect((await broken(file)).with({})).toEqual([]);
  }); // prettier-ignore

  it("[Z4] on the reference table every mark, score and total is judged", async () => {
    const { cells } = await broken("heshan-2021-self-evaluation.xlsx");
    const figures = [...cells.values()].filter(({ role }) => ["mark", "score", "total"].includes(role ?? ""));
    expect(figures.map(({ state }) => state)).toEqual(figures.map(() => "judged"));
    expect(figures.length).toBeGreaterThan(28);
  });
});

/** The first cell of each role that is judged, or kept for its number. */
function oneOfEach(cells: ReadonlyMap<string, CellAccount>): readonly CellAccount[] {
  const first = new Map<string, CellAccount>();
  for (const each of cells.values()) {
    const told = each.state === "judged" || (each.state === "kept" && typeof each.cell.value === "number");
    if (told && !first.has(each.role ?? "")) first.set(each.role ?? "", each);
  }
  return [...first.values()];
}

type CellOf = CellAccount["cell"];
const dropped = (cell: CellOf): Fault => ({
  account: (all) => all.filter((entry) => placeKey(entry.at) !== placeKey(cell)),
});
const asWords = (cell: CellOf): Fault => ({
  account: (all) => all.map((entry) => (placeKey(entry.at) === placeKey(cell) ? { at: entry.at, of: entry.of, role: "prose", why: "said" } : entry)),
}); // prettier-ignore
const notUsed = (cell: CellOf): Fault => ({
  uses: (uses) => new Set([...uses].filter((key) => key !== placeKey(cell))),
});

describe("a reader or a ledger that errs is found out", () => {
  it.each(REAL)("[Z1] an entry dropped, an entry that says only words, a use forgotten, of whichever role: %s", async (file) => {
    const book = await broken(file);
    const undetected = oneOfEach(book.cells).flatMap(({ cell, role, state }) => [
      ...(book.with(dropped(cell)).length > 0 ? [] : [`${a1(cell)} ${role ?? ""} dropped`]),
      ...(book.with(asWords(cell)).length > 0 ? [] : [`${a1(cell)} ${role ?? ""} as words`]),
      ...(state !== "judged" || book.with(notUsed(cell)).length > 0 ? [] : [`${a1(cell)} ${role ?? ""} not used`]),
    ]);
    expect(undetected).toEqual([]);
  }); // prettier-ignore
});
