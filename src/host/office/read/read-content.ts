import { pushAll } from "../../../core/workbook/long-lists";
import type { Rect } from "../../../core/workbook/address";
import type { RangedRule } from "../../../core/workbook/snapshot";
import type { ReadOptions } from "../../port";
import { codeOf } from "../failures";
import { supports } from "../session";
import { runErrands, SMALL, type Errand } from "../errands";
import { rangeOf, sizeOf, widthOf } from "./areas";
import { askBlock, CELLS_PER_TRIP, nextBudget, takeBlocks, type Block, type BlockCells } from "./blocks";
import { askFormats } from "./formats";
import { findHeldAreas } from "./held-areas";
import type { SheetFacts } from "./sheet-facts";
import { askSheetLooks, type SheetLooks } from "./sheet-looks";
import { askValidations, type ValidatedArea } from "./validations";

/** All that was read of a sheet. */
export interface SheetContent extends SheetBesides {
  readonly sheet: Excel.Worksheet;
  readonly blocks: readonly BlockCells[];
}

/** What a sheet has beside its cells. */
interface SheetBesides {
  readonly looks: SheetLooks;
  readonly conditionalFormats: readonly RangedRule[];
  readonly validations: readonly ValidatedArea[];
  readonly hasArrays: boolean;
  readonly hasStruck: boolean;
  /** Rows down to the last one that is used, some of which are hidden; null where none is. */
  readonly rowsToAsk: Rect | null;
}

/** Reads the cells of all sheets block by block; with the first blocks comes what the sheets have besides. */
export async function readContent(
  context: Excel.RequestContext,
  facts: readonly SheetFacts[],
  { signal, onProgress }: ReadOptions,
): Promise<readonly SheetContent[]> {
  const sheets = facts.map(({ id }) => context.workbook.worksheets.getItem(id));
  const areas = await findHeldAreas(
    context,
    facts.map((sheetFacts, index) => ({ sheet: at(sheets, index), facts: sheetFacts })),
  );
  const queue = areas.flatMap((rects, sheet) => rects.map((rect): Block => ({ sheet, rect })));
  const read: BlockCells[] = [];
  let besides: readonly SheetBesides[] | null = null;
  let budget = CELLS_PER_TRIP;
  for (let trips = 0; besides === null || queue.length > 0;) {
    signal?.throwIfAborted();
    const blocks = takeBlocks(queue, budget);
    const cells = blocks.map((block) => askBlock(at(sheets, block.sheet), block, at(facts, block.sheet).protected));
    const answers: readonly AskedBesides[] | null = besides
      ? null
      : facts.map((sheet, index) => askBesides(at(sheets, index), sheet));
    await runErrands(context, answers?.flatMap(({ errands }) => errands) ?? []);
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each trip carries as much as Excel allows
      await context.sync();
    } catch (error) {
      if (codeOf(error) !== "ResponsePayloadSizeLimitExceeded" || budget < 2) throw error;
      for (const block of blocks.toReversed()) queue.unshift(block);
      budget = Math.floor(budget / 2);
      continue;
    }
    pushAll(
      read,
      cells.map((answer) => answer()),
    );
    besides ??= (answers ?? []).map(({ answer }) => answer());
    budget = nextBudget(budget, read.slice(-blocks.length));
    trips++;
    const left = queue.reduce((sum, { rect }) => sum + sizeOf(rect), 0);
    onProgress?.(trips, trips + Math.ceil(left / budget));
  }
  return besides.map((besidesOne, index) => ({
    ...besidesOne,
    sheet: at(sheets, index),
    blocks: read.filter(({ block }) => block.sheet === index),
  }));
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no sheet ${index}`);
  return item;
}

/** What a property of many cells says where it holds for none of them. */
const NONE = false;

/** Asks for what a sheet has besides its cells, most of it column by column. */
function askBesides(sheet: Excel.Worksheet, facts: SheetFacts): AskedBesides {
  const formats = askFormats(sheet, facts);
  let rest: () => Omit<SheetBesides, "conditionalFormats"> = () => {
    throw new RangeError("not asked yet");
  };
  const width = facts.area ? widthOf({ ...facts.area, left: 0 }) : 0;
  return {
    errands: [{ weight: (width + 5) * SMALL, run: () => (rest = askRest(sheet, facts)) }, ...formats.errands],
    answer: () => ({ ...rest(), conditionalFormats: formats.answer() }),
  };
}

interface AskedBesides {
  readonly errands: readonly Errand[];
  readonly answer: () => SheetBesides;
}

function askRest(sheet: Excel.Worksheet, facts: SheetFacts): () => Omit<SheetBesides, "conditionalFormats"> {
  const looks = askSheetLooks(sheet, facts);
  const validations = askValidations(sheet, facts.protected, facts.area);
  const whole = facts.area && supports("1.14") ? rangeOf(sheet, facts.area).load("savedAsArray") : null;
  const font = facts.area && rangeOf(sheet, facts.area).format.font.load("strikethrough");
  const rows = facts.area && { top: 0, bottom: facts.area.bottom, left: 0, right: 0 };
  const column = rows && rangeOf(sheet, rows).load("rowHidden");
  return () => ({
    looks: looks(),
    // True where all are hidden, null where some are.
    rowsToAsk: column && (column.rowHidden as boolean | null) !== NONE ? rows : null,
    validations: validations(),
    // False where no cell is part of an array, null where some are.
    hasArrays: whole !== null && (whole.savedAsArray as boolean | null) !== NONE,
    hasStruck: font !== null && (font.strikethrough as boolean | null) !== NONE,
  });
}
