import { readOurs } from "../../src/core/ours/read-ours";
import { NO_OPTIONS, review, type ReviewOptions } from "../../src/core/review";
import { builtInPack } from "../../src/core/rules/packs/index";
import { a1 } from "../../src/core/workbook/address";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { run } from "../cli/memory-terminal";
import { contradictions } from "../support/live-contradictions";
import { scoredCopies, SOURCES, type Copy } from "./clumsy-copies";
import { clumsyStates, type ClumsyState } from "./clumsy-states";
import { editBooks } from "./edited-books";
import { snapshotOf } from "./filled-copy";
import { describeWithLibreOffice } from "./libreoffice";

/**
 * A scored copy in the states that a clumsy hand brings about, edited and calculated by LibreOffice: no live cell of ours
 * shows an error, or a number or words that `check` of the same file contradicts, and another `score` puts all right.
 * Each state is tried on one copy, the next one on the next; with PINGHE_DIFFERENTIAL_CASES each on every copy.
 */
const EVERYWHERE = Number(process.env.PINGHE_DIFFERENTIAL_CASES ?? 0) > 0;

/** One of each family, and all that once went wrong. */
const PLAIN: ReadonlySet<string> = new Set([
  "基础数据 deleted",
  "核验记录 deleted",
  "规则 deleted",
  "all of our sheets deleted",
  "核验记录 copied before it",
  "基础数据 renamed",
  "the table's sheet copied behind it",
  "our column recomputed deleted",
  "our column basis deleted",
  "our column difference deleted",
  "our column indicator deleted",
  "our column unsaid emptied",
  "our column recomputed emptied",
  "all of our columns deleted",
  "all of our columns cut and pasted elsewhere",
  "recomputed typed over with 3",
  "base data sorted by name",
  "a row inserted in base data",
  "a label of base data changed",
  "two rows of one name",
  "two labels exchanged",
  "a value as a percentage in text",
  "all values zero",
  "every third answer emptied",
  "an indicator's row deleted",
  "a new indicator",
  "a row cut and pasted below",
  "the rows sorted without ours",
  "two indicators of one name",
  "a mark in words",
  "a definition changed",
  "the total row deleted",
  "the funding block's row deleted",
  "the states sorted",
  "the columns of the states deleted",
]);

interface Tried {
  readonly copy: string;
  readonly state: ClumsyState;
}

/** Names of states are the same from copy to copy, but not every copy has every state. */
function chosen(copies: ReadonlyMap<string, Copy>): readonly Tried[] {
  const all = [...copies].flatMap(([copy, one]) => clumsyStates(one).map((state): Tried => ({ copy, state })));
  if (EVERYWHERE) return all;
  const titles = [...new Set(all.map(({ state }) => state.what))].filter((what) => PLAIN.has(what));
  return titles.flatMap((what, index) => {
    const having = all.filter(({ state }) => state.what === what);
    return having[index % having.length] ?? [];
  });
} // prettier-ignore

function optionsOf(copy: string): ReviewOptions {
  const options = SOURCES[copy]?.options ?? [];
  const at = options.indexOf("--pack");
  return { ...NO_OPTIONS, pack: at < 0 ? null : builtInPack(options[at + 1] ?? "") };
}

const errorsOfOurs = (book: WorkbookSnapshot): readonly string[] => {
  const { ownership } = readOurs(book);
  return book.sheets.flatMap(({ name, cells }) =>
    cells.flatMap((cell) =>
      typeof cell.value === "object" && cell.value && ownership.isOurCell(name, cell)
        ? [`${name}!${a1(cell)} ${cell.value.error}`]
        : [],
    ),
  );
};

function faults(book: WorkbookSnapshot, options: ReviewOptions): readonly string[] {
  return [...errorsOfOurs(book), ...contradictions(book, review(book, options))];
}

/** What `score` may say instead of mending: it names what a person has to put right first. */
const REFUSED = /表头|列名|重复|已被|改回|恢复/;

describeWithLibreOffice("[P43] [P47] sheet and check agree in every state that a clumsy hand brings about", () => {
  it("live, and after another score", async () => {
    const copies = await scoredCopies();
    const tried = chosen(copies);
    const edited = editBooks(
      new Map(
        tried.map(({ copy, state: { what, edits } }) => [
          `${copy}: ${what}`,
          { workbook: copies.get(copy)?.workbook ?? new Uint8Array(), edits },
        ]),
      ),
    );
    expect(tried.length).toBeGreaterThanOrEqual(EVERYWHERE ? 300 : PLAIN.size);
    const found: Record<string, readonly string[]> = {};
    for (const { copy, state } of tried) {
      const name = `${copy}: ${state.what}`;
      const bytes = edited.get(name) ?? new Uint8Array();
      const options = optionsOf(copy);
      const live = faults(await snapshotOf(bytes), options);
      const mended = await mend(bytes, copies.get(copy)?.options ?? []);
      const after = typeof mended === "string" ? [mended] : faults(await snapshotOf(mended), options);
      if (live.length + after.length > 0) found[name] = [...live, ...after.map((fault) => `after score: ${fault}`)];
    }
    expect(found).toEqual({});
  }, 600_000);
});

/** The state scored again; words where that is refused without saying what a person has to do. */
async function mend(bytes: Uint8Array, options: readonly string[]): Promise<Uint8Array | string> {
  const { files, err } = await run(["score", "b.xlsx", "-o", "s.xlsx", ...options], new Map([["b.xlsx", bytes]]));
  return files.get("s.xlsx") ?? (REFUSED.test(err) ? bytes : `refused: ${err}`);
}
