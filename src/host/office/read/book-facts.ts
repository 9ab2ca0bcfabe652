import type { DefinedName, WorkbookSnapshot } from "../../../core/model/snapshot";
import { askSheetFacts, namesOf, type SheetFacts } from "./sheet-facts";

/** The first round trip: the workbook, and what its sheets are. */
export interface BookFacts extends Pick<WorkbookSnapshot, "calculation" | "structureProtected"> {
  readonly names: readonly DefinedName[];
  readonly sheets: readonly SheetFacts[];
}

/** So many sheets are asked about before anything is known of them: each as the next one of the one before. */
const CHAIN = 12;

export async function readBookFacts(context: Excel.RequestContext): Promise<BookFacts> {
  const { workbook } = context;
  workbook.application.load("calculationMode");
  workbook.protection.load("protected");
  workbook.names.load("items/name,items/formula,items/visible");
  const count = workbook.worksheets.getCount();
  const asked = sheetChain(workbook, CHAIN).map(askSheetFacts);
  await context.sync();
  const known = asked.flatMap((answer) => answer() ?? []);
  // eslint-disable-next-line office-addins/load-object-before-read -- the result of a call, which is never loaded
  const sheets = known.length < count.value ? await readAllSheetFacts(context) : known;
  return {
    calculation: MODES[workbook.application.calculationMode],
    structureProtected: workbook.protection.protected,
    names: namesOf(workbook.names, null),
    sheets,
  };
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

/** Many sheets: their names first, then the facts of all. */
async function readAllSheetFacts(context: Excel.RequestContext): Promise<readonly SheetFacts[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id");
  await context.sync();
  const asked = worksheets.items.map(askSheetFacts);
  await context.sync();
  return asked.flatMap((answer) => answer() ?? []);
}
