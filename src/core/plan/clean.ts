import { lowest, pushAll } from "../workbook/long-lists";
import { overlaps, sameRect, type Rect } from "../workbook/address";
import { SheetView } from "../workbook/sheet-view";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { ADDED_HEADERS } from "../ours/added-columns";
import { FAULT_SHAPES } from "./formulas/conclusion";
import { contentOfCell, expectationOf, isBlankCell } from "../workbook/cell-content";
import { withSign } from "./steps/difference";
import { isFill } from "./columns/fill-blank";
import { formulaShape } from "../formula/formula-shape";
import { WritableCells } from "./steps/writable-cells";
import { isTagName, type Tag, wrappedArea, isTableGroup, ourDefinedNames } from "../ours/tags";
import { formerWidths } from "../ours/former-widths";
import { readOurs } from "../ours/read-ours";
import type { CellContent, CellStyle, CellWrite, PlanStep, WritePlan } from "../workbook/write-plan";
import { isScoreGuard } from "./columns/column-rules";
import { append } from "../workbook/lists-by-key";

/**
 * The 报送版: everything that is ours goes, the unit's own cells are as they were (SPEC P13). Reasons that people wrote
 * in our column 扣分原因 are theirs: the column stays, next to the table, and is ours no longer.
 */
export function planClean(book: WorkbookSnapshot): WritePlan {
  const { tags } = readOurs(book);
  const sheets = new Set(tags.flatMap(({ group, area }) => (group === "sheet" && area ? [area.sheet] : [])));
  const steps: PlanStep[] = [];
  for (const snapshot of book.sheets) if (!sheets.has(snapshot.name)) pushAll(steps, cleanSheet(snapshot, tags));
  const tagged = ourDefinedNames(book);
  for (const { name, scope, refersTo } of book.names) {
    if (isTagName(name) || tagged.has(name.toLowerCase()))
      steps.push({ do: "removeName", name, scope, expect: refersTo });
  }
  const order = readersFirst(book, sheets);
  pushAll(steps, cutReaders(book, order));
  for (const sheet of order) steps.push({ do: "removeSheet", sheet });
  return { guards: [], steps };
}

/**
 * Our sheets in the order in which they can be taken out: a host removes none that a formula elsewhere still reads, and
 * 核验记录 reads 核验计算, which reads 基础数据.
 */
function readersFirst(book: WorkbookSnapshot, sheets: ReadonlySet<string>): readonly string[] {
  const left = book.sheets.filter(({ name }) => sheets.has(name));
  const order: string[] = [];
  while (left.length > 0) {
    const free = left.findIndex(({ name }) => !left.some((other) => other.name !== name && mentions(other, name)));
    const [next] = left.splice(Math.max(0, free), 1);
    if (next) order.push(next.name);
  }
  return order;
}

/** 核验计算 reads 核验记录, too: what would still read a sheet that goes before its own is emptied first. */
function cutReaders(book: WorkbookSnapshot, order: readonly string[]): readonly PlanStep[] {
  return order.flatMap((sheet, index): readonly PlanStep[] => {
    const gone = order.slice(0, index);
    const cells = (book.sheets.find(({ name }) => name === sheet)?.cells ?? []).flatMap((cell): CellWrite[] => {
      const { row, column, formula } = cell;
      if (formula === undefined || !gone.some((name) => mentionedIn(formula, name))) return [];
      return [{ row, column, expect: { formula }, content: { type: "blank" } }];
    });
    return cells.length > 0 ? [{ do: "putCells", sheet, cells }] : [];
  });
}

/** Whether a formula of the sheet may read the other one; a mere likeness of names costs nothing but the order. */
const mentions = ({ cells }: SheetSnapshot, name: string): boolean =>
  cells.some(({ formula }) => formula !== undefined && mentionedIn(formula, name));

const mentionedIn = (formula: string, name: string): boolean => formula.includes(name.replaceAll("'", "''"));

function cleanSheet(snapshot: SheetSnapshot, tags: readonly Tag[]): readonly PlanStep[] {
  const { name: sheet } = snapshot;
  const here = tags.filter(({ area, defined }) => (area ?? wrappedArea(defined.refersTo))?.sheet === sheet);
  const columns = here.filter(({ group }) => isTableGroup(group));
  const ours = new WritableCells();
  for (const { area } of columns) if (area) ours.addArea(area);
  const view = new SheetView(snapshot);
  const cells = [...columnWrites(view, columns), ...filledWrites(view, here)];
  const steps: PlanStep[] = cells.length > 0 ? [{ do: "putCells", sheet, cells }] : [];
  pushAll(steps, ruleSteps(snapshot, ours, here));
  const widths = new Map(formerWidths(tags).flatMap((one) => (one.sheet === sheet ? [[one.column, one.width]] : [])));
  for (const column of new Set(ours.areas(sheet).map(({ left }) => left))) {
    if (snapshot.columnWidths[column] === undefined) continue;
    steps.push({ do: "columnWidth", sheet, column, width: widths.get(column) ?? null });
  }
  const print = here.find(({ group }) => group === "print");
  const set = print && wrappedArea(print.defined.refersTo)?.rect;
  if (set && snapshot.printArea?.length === 1 && sameRect(snapshot.printArea[0], set)) {
    steps.push({ do: "printArea", sheet, area: null, expect: snapshot.printArea });
  }
  return steps;
}

/** Every cell of our columns is emptied; words in 扣分原因 move to the first of them. */
function columnWrites(view: SheetView, columns: readonly Tag[]): readonly CellWrite[] {
  const writes = new Map<string, CellWrite>();
  for (const group of tablesOf(columns)) {
    const kept = keptReasons(view, group);
    const first = lowest(group.map(({ left }) => left));
    for (const { left, top, bottom } of group) {
      for (let row = top; row <= bottom; row++) {
        const reason = left === first ? kept?.get(row) : undefined;
        const content: CellContent = reason?.content ?? { type: "blank" };
        const style: CellStyle = reason?.style ?? { reset: true };
        const expect = expectationOf(view.cell(row, left));
        writes.set(`${row},${left}`, { row, column: left, expect, content, style });
      }
    }
  }
  return [...writes.values()];
}

interface ColumnArea extends Rect {
  readonly part: string;
}

/** The columns of one table stand in the same rows. */
function tablesOf(columns: readonly Tag[]): readonly (readonly ColumnArea[])[] {
  const byRows = new Map<string, ColumnArea[]>();
  for (const { area, part, group } of columns) {
    if (!area) continue;
    const { rect } = area;
    append(byRows, `${group}:${rect.top}-${rect.bottom}`, { ...rect, part });
  }
  return [...byRows.values()];
}

type KeptReasons = ReadonlyMap<number, { readonly content: CellContent; readonly style: CellStyle }>;

function keptReasons(view: SheetView, group: readonly ColumnArea[]): KeptReasons | null {
  const area = group.find(({ part }) => part === "reason");
  if (!area) return null;
  const kept = new Map<number, { content: CellContent; style: CellStyle }>();
  let hasWords = false;
  for (let row = area.top; row <= area.bottom; row++) {
    const cell = view.cell(row, area.left);
    const isHeader = cell?.value === ADDED_HEADERS.reason;
    if (!isBlankCell(cell) && !isHeader) hasWords = true;
    const style: CellStyle = { like: { sheet: view.sheet.name, row, column: area.left } };
    kept.set(row, { content: contentOfCell(cell), style });
  }
  return hasWords ? kept : null;
}

/** Cells of the unit that were blank before we filled them. */
function filledWrites(view: SheetView, here: readonly Tag[]): readonly CellWrite[] {
  const areas = here.flatMap(({ group, defined }) => (group === "fill" ? (wrappedArea(defined.refersTo) ?? []) : []));
  return view.sheet.cells.flatMap((cell): CellWrite[] => {
    const { row, column, formula } = cell;
    const isInArea = areas.some(({ rect }) => overlaps(rect, { top: row, bottom: row, left: column, right: column }));
    if (!isInArea || formula === undefined || !isFill(formula)) return [];
    return [{ row, column, expect: { formula }, content: { type: "blank" } }];
  });
}

/** Our validations and conditional formats, told by where they stand and by their shape. */
function ruleSteps(snapshot: SheetSnapshot, ours: WritableCells, here: readonly Tag[]): readonly PlanStep[] {
  const { name: sheet } = snapshot;
  const guarded = here.flatMap(({ group, defined }) =>
    group === "guard" ? (wrappedArea(defined.refersTo) ?? []) : [],
  );
  const steps: PlanStep[] = [];
  for (const { ranges, formula } of snapshot.validations) {
    const isInside = ranges.every((range) => ours.covers(sheet, range));
    const isGuard = isScoreGuard(formula) && ranges.every((range) => guarded.some(({ rect }) => overlaps(rect, range)));
    if (isInside || isGuard) for (const range of ranges) steps.push({ do: "removeValidation", sheet, range });
  }
  for (const { ranges, formula } of snapshot.conditionalFormats) {
    if (formula === null || !FAULT_SHAPES.has(formulaShape(formula))) continue;
    for (const range of ranges) steps.push({ do: "removeFormatWhen", sheet, range, formula: withSign(formula) });
  }
  return steps;
}
