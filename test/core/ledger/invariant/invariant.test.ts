import { changed, changesOf } from "./changes";
import { EXPECTED, expectedFor } from "./expected";
import { NO_OPTIONS } from "../../../../src/core/review";
import { bookOf, BUGS, everyNth, madeTable, REAL } from "./real-books";
import { differs, told } from "./traces";
import { silentChanges, silentStrays, textsOf } from "./walk";

const LONG = 1_800_000;

/**
 * The promise of the ledger: changing any one cell changes the review, or the account had said that the cell is not used.
 * One change of many by default; PINGHE_LEDGER_FULL=1 makes them all (some minutes).
 */
describe("[Z4] every change of one cell shows, or the account had said that the cell is not used", () => {
  it.each(REAL)("%s", async (file) => {
    expect(silentChanges(await bookOf(file), everyNth(131))).toEqual([]);
  }, LONG); // prettier-ignore

  it.each(BUGS)("%s", async (file) => {
    expect(silentChanges(await bookOf(file), everyNth(199))).toEqual([]);
  }, LONG); // prettier-ignore
});

describe("[Z1] a stray figure in any blank cell is read as something, or named", () => {
  it.each(REAL)("%s", async (file) => {
    expect(silentStrays(await bookOf(file), [123.45, "150万", "95%"], everyNth(193))).toEqual([]);
  }, LONG); // prettier-ignore
});

describe("[Z4] what rightly leaves no trace", () => {
  it.each(EXPECTED)("$because", async (expected) => {
    const { seen } = expected;
    const { cell, kind } = seen;
    const { book, options } =
      "made" in seen ? madeTable(seen.made) : { book: await bookOf(seen.file), options: NO_OPTIONS };
    const before = told(book, options);
    const found = [...before.cells].find(([place, { state }]) => place.endsWith(`!${cell}`) && state === "judged");
    if (!found) throw new Error(`no judged ${cell}`);
    const [place, account] = found;
    const change = changesOf(account.cell).find((each) => each.kind === kind);
    if (!change) throw new Error(`no ${kind}`);
    expect(expectedFor(account, change)).toBe(expected);
    const after = told(changed(book, account.sheet, account.cell, change), options);
    // an entry that nothing needs any more is taken out
    expect(differs(before, after, place, textsOf(account, change))).toBe(false);
  });
});
