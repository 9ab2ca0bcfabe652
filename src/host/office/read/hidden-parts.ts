import type { Rect } from "../../../core/workbook/address";
import { runErrands, SMALL, type Errand } from "../errands";
import { rangeOf } from "./areas";
import type { SheetContent } from "./read-content";

/** Rows and columns of a sheet that are not shown. */
export interface HiddenParts {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Rows, or columns, from `first` to `last`. */
interface Span {
  readonly sheet: number;
  readonly of: keyof HiddenParts;
  readonly first: number;
  readonly last: number;
}

/** How many are asked about together at first; where some of these are hidden, each is asked for itself. */
const TOGETHER = 128;

/**
 * What is hidden on sheets that hide something, in a round trip or two of their own. They are asked as ranges: to ask for
 * the properties of all rows at once counts as a change that can not be undone.
 */
export async function findHiddenParts(
  context: Excel.RequestContext,
  content: readonly SheetContent[],
): Promise<readonly HiddenParts[]> {
  const found = content.map(({ looks }) => ({ rows: [] as number[], columns: [...looks.hiddenColumns] }));
  let open = content.flatMap(({ rowsToAsk: rows, looks: { columnsToAsk: columns } }, sheet): Span[] => [
    ...(rows ? [{ sheet, of: "rows", first: rows.top, last: rows.bottom } as const] : []),
    ...(columns ? [{ sheet, of: "columns", first: columns.left, last: columns.right } as const] : []),
  ]);
  for (const size of [TOGETHER, 1]) {
    const parts = open.flatMap((span) => partsOf(span, size));
    if (parts.length === 0) break;
    const answers = await askParts(context, content, parts);
    for (const { span, isHidden } of answers)
      if (isHidden === true) for (let at = span.first; at <= span.last; at++) found[span.sheet]?.[span.of].push(at);
    open = answers.filter(({ isHidden }) => isHidden === null).map(({ span }) => span);
  }
  return found.map(({ rows, columns }) => ({ rows: rows.sort(ascending), columns: columns.sort(ascending) }));
}

const ascending = (a: number, b: number): number => a - b;

interface Answer {
  readonly span: Span;
  /** Null where some are. */
  readonly isHidden: boolean | null;
}

async function askParts(
  context: Excel.RequestContext,
  content: readonly SheetContent[],
  spans: readonly Span[],
): Promise<readonly Answer[]> {
  const answers: (() => Answer)[] = [];
  const errands = spans.flatMap((span): Errand[] => {
    const sheet = content[span.sheet]?.sheet;
    return sheet ? [{ weight: SMALL, run: () => answers.push(askSpan(sheet, span)) }] : [];
  });
  await runErrands(context, errands);
  await context.sync();
  return answers.map((answer) => answer());
}

function askSpan(sheet: Excel.Worksheet, span: Span): () => Answer {
  const isRows = span.of === "rows";
  const range = rangeOf(sheet, rectOf(span)).load(isRows ? "rowHidden" : "columnHidden");
  return () => ({ span, isHidden: isRows ? range.rowHidden : range.columnHidden });
}

const rectOf = ({ of, first, last }: Span): Rect =>
  of === "rows" ? { top: first, bottom: last, left: 0, right: 0 } : { top: 0, bottom: 0, left: first, right: last };

function partsOf(span: Span, size: number): readonly Span[] {
  const parts: Span[] = [];
  for (let { first } = span; first <= span.last; first += size)
    parts.push({ ...span, first, last: Math.min(span.last, first + size - 1) });
  return parts;
}
