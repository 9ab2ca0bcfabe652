import type { CellNote, HeldArea, SheetSnapshot, SheetTable, Unseen } from "../../../core/workbook/snapshot";
import { runErrands, type Errand } from "../errands";
import { isOfQuestion } from "../failures";
import type { Asked } from "./ask-all";
import { DrawingSearch } from "./drawings";
import { askNotes, askThreads } from "./notes";
import { tellsNotes, type PinnedLists } from "./pinned-lists";
import type { SheetFacts } from "./sheet-facts";
import { askPivots, askTables } from "./tables";

/** What stands on a sheet beside its cells' content; absent where there is none. */
export type Pinned = Pick<SheetSnapshot, "notes" | "drawings" | "tables" | "held">;

export interface FoundPinned {
  /** Sheet by sheet. */
  readonly sheets: readonly Pinned[];
  readonly unseen: readonly Unseen[];
}

/** What is asked of one kind of things, sheet by sheet; `answer` is there after the trip that the errands went with. */
interface Question {
  readonly what: Unseen;
  readonly errands: readonly Errand[];
}

/**
 * Notes, threads, drawings and tables with their places: no round trip where the first one listed none, else one, and one
 * or two more where drawings lie far down or in groups. What Excel refuses to tell is not looked at, and named; the rest
 * is read.
 */
export async function findPinned(context: Excel.RequestContext, facts: readonly SheetFacts[]): Promise<FoundPinned> {
  const lists = facts.map(({ pinned }) => pinned);
  const notes = askEach(lists, askNotes);
  const threads = askEach(lists, askThreads);
  const tables = askEach(lists, askTables);
  const pivots = askEach(lists, askPivots);
  const search = new DrawingSearch(facts);
  const unseen = new Set<Unseen>(tellsNotes() ? [] : ["notes"]);
  if (lists.some((one) => one === null)) for (const what of ALL) unseen.add(what);
  const questions: readonly Question[] = [
    { what: "notes", errands: notes.errands },
    { what: "comments", errands: threads.errands },
    { what: "tables", errands: [...tables.errands, ...pivots.errands] },
    { what: "drawings", errands: search.errands() },
  ];
  const isTold = (what: Unseen): boolean => !unseen.has(what);
  for (const what of await refusedOf(context, questions)) unseen.add(what);
  while (isTold("drawings")) {
    const errands = search.errands();
    if (errands.length === 0) break;
    for (const what of await refusedOf(context, [{ what: "drawings", errands }])) unseen.add(what);
  }
  const sheets = facts.map((_, sheet): Pinned => {
    const of = <T>(what: Unseen, answer: (sheet: number) => readonly T[]): readonly T[] =>
      isTold(what) ? answer(sheet) : [];
    const said = [...of("notes", notes.answer), ...of("comments", threads.answer)];
    const lying = of("drawings", (at) => search.found(at));
    const held = [...of("tables", tables.answer).flatMap((table) => table.held), ...of("tables", pivots.answer)];
    return pinnedTo(
      said,
      lying.flatMap(({ drawings }) => drawings),
      of("tables", tables.answer).map(({ table }) => table),
      [...held, ...lying.map(({ area }): HeldArea => ({ by: "drawing", area }))],
    );
  });
  return { sheets, unseen: [...unseen] };
}

const ALL: readonly Unseen[] = ["notes", "comments", "drawings", "tables"];

function pinnedTo(
  notes: readonly CellNote[],
  drawings: NonNullable<SheetSnapshot["drawings"]>,
  tables: readonly SheetTable[],
  held: readonly HeldArea[],
): Pinned {
  const inOrder = notes.filter(({ text }) => text !== "").sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    ...(inOrder.length > 0 && { notes: inOrder }),
    ...(drawings.length > 0 && { drawings }),
    ...(tables.length > 0 && { tables }),
    ...(held.length > 0 && { held }),
  };
}

/** Asks of every sheet that has lists; the answers are given by sheet. */
function askEach<T>(
  lists: readonly (PinnedLists | null)[],
  ask: (lists: PinnedLists) => Asked<T>,
): { readonly errands: readonly Errand[]; readonly answer: (sheet: number) => readonly T[] } {
  const asked = lists.map((one) => one && ask(one));
  return {
    errands: asked.flatMap((one) => one?.errands ?? []),
    answer: (sheet) => asked[sheet]?.answer() ?? [],
  };
}

/** The kinds that Excel refuses to tell: all are asked in one trip, and each for itself only where that one failed. */
async function refusedOf(context: Excel.RequestContext, questions: readonly Question[]): Promise<readonly Unseen[]> {
  const asked = questions.filter(({ errands }) => errands.length > 0);
  const [first] = asked;
  if (!first) return [];
  try {
    await runErrands(
      context,
      asked.flatMap(({ errands }) => errands),
    );
    await context.sync();
    return [];
  } catch (error) {
    if (!isOfQuestion(error)) throw error;
    if (asked.length === 1) return [first.what];
  }
  const refused: Unseen[] = [];
  for (const question of asked) refused.push(...(await refusedOf(context, [question])));
  return refused;
}
