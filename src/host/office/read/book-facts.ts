import type { DefinedName, WorkbookSnapshot } from "../../../core/workbook/snapshot";
import { codeOf, isOfQuestion } from "../failures";
import { askSheetFacts, namesOf, type SheetFacts } from "./sheet-facts";

type BookFact = "calculation" | "structureProtected" | "readOnly" | "precisionAsDisplayed";

/** The first round trip: the workbook, and what its sheets are. */
export interface BookFacts extends Pick<WorkbookSnapshot, BookFact> {
  readonly names: readonly DefinedName[];
  readonly sheets: readonly SheetFacts[];
}

/** So many sheets are asked about before anything is known of them: each as the next one of the one before. */
const CHAIN = 12;

export async function readBookFacts(context: Excel.RequestContext): Promise<BookFacts> {
  const answer = askBook(context);
  const count = context.workbook.worksheets.getCount();
  const asked = sheetChain(context.workbook, CHAIN).map((sheet) => askSheetFacts(sheet, true));
  try {
    await context.sync();
  } catch (error) {
    // One sheet that can not be asked fails the batch for all: then each is asked for itself.
    if (!isOfQuestion(error)) throw error;
    return readSheetBySheet(context);
  }
  const known = asked.flatMap((sheet) => sheet() ?? []);
  // eslint-disable-next-line office-addins/load-object-before-read -- the result of a call, which is never loaded
  return { ...answer(), sheets: known.length === count.value ? known : await readAllSheetFacts(context) };
}

function askBook({ workbook }: Excel.RequestContext): () => Omit<BookFacts, "sheets"> {
  workbook.application.load("calculationMode");
  workbook.load("readOnly,usePrecisionAsDisplayed");
  workbook.protection.load("protected");
  workbook.names.load("items/name,items/formula,items/visible,items/scope");
  return () => ({
    calculation: MODES[workbook.application.calculationMode],
    structureProtected: workbook.protection.protected,
    ...(workbook.readOnly && { readOnly: true }),
    ...(workbook.usePrecisionAsDisplayed && { precisionAsDisplayed: true }),
    names: namesOf(workbook.names, null),
  });
}

const MODES = {
  Automatic: "automatic",
  AutomaticExceptTables: "automaticExceptTables",
  Manual: "manual",
} as const;

function sheetChain({ worksheets }: Excel.Workbook, length: number): readonly Excel.Worksheet[] {
  const chain = [worksheets.getFirst()];
  for (let last = chain[0]; last && chain.length < length; last = chain.at(-1)) chain.push(last.getNextOrNullObject());
  return chain;
}

async function readSheetBySheet(context: Excel.RequestContext): Promise<BookFacts> {
  const answer = askBook(context);
  await context.sync();
  return { ...answer(), sheets: await readAllSheetFacts(context) };
}

/** Sheets that the chain did not find, or did not get past: their ids first, then the facts of all. */
async function readAllSheetFacts(context: Excel.RequestContext): Promise<readonly SheetFacts[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id");
  await context.sync();
  return factsOf(
    context,
    worksheets.items.map(({ id }) => id),
    true,
  );
}

/**
 * The facts of sheets; where asking them together fails, of either half. A chart or macro sheet has no cells to read; a
 * sheet that fails otherwise is asked without what is pinned to it, so that this alone is not looked at.
 */
async function factsOf(
  context: Excel.RequestContext,
  ids: readonly string[],
  withPinned: boolean,
): Promise<readonly SheetFacts[]> {
  const asked = ids.map((id) => askSheetFacts(context.workbook.worksheets.getItem(id), withPinned));
  try {
    await context.sync();
  } catch (error) {
    if (ids.length === 1 && codeOf(error) === NO_CELLS) return [];
    if (!isOfQuestion(error) || (ids.length === 1 && !withPinned)) throw error;
    if (ids.length === 1) return factsOf(context, ids, false);
    const half = Math.ceil(ids.length / 2);
    const first = await factsOf(context, ids.slice(0, half), withPinned);
    return [...first, ...(await factsOf(context, ids.slice(half), withPinned))];
  }
  return asked.flatMap((answer) => answer() ?? []);
}

const NO_CELLS = "UnsupportedSheet";
