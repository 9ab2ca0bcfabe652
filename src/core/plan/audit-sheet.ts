import { taggedArea } from "../ours/tags";
import { readOurs } from "../ours/read-ours";
import { quoteSheet } from "../workbook/address";
import { SheetView } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { CellContent, PlanStep } from "../workbook/write-plan";
import { claimAreas, NOTHING_LEFT } from "./steps/claimed-areas";
import { GENERAL, LOOK } from "./steps/cell-styles";
import { sheetNamed } from "./steps/difference";
import { areaTag } from "./steps/names-difference";
import { PlanDraft } from "./steps/plan-draft";
import type { PlanResult } from "./steps/plan-result";
import { SheetDraft, textContent } from "./steps/wanted";
import { wholePlan } from "./steps/whole-plan";

/** The sheet 公式核查表: every formula and every computed cell with what it should be, as a working paper. */
const AUDIT_SHEET = "公式核查表";
const AUDIT_SHEET_OTHERWISE = "公式核查表（评核）";

/** One line of it. Texts are shown as they are: a formula among them is text in its cell and is never calculated. */
export interface AuditLine {
  readonly cell: string;
  readonly name: string;
  readonly formula: string;
  readonly expected: string;
  readonly stored: CellContent;
  readonly recalculated: CellContent;
  readonly rule: CellContent;
  /** What the cell shows less what is due. */
  readonly difference: CellContent;
  readonly verdict: string;
  readonly precedents: string;
}

/** What stands above the lines: each a label and its value; `fingerprint` says which content was audited. */
export interface AuditHead {
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** The fact by which a later run knows that the workbook's own content is the same, and keeps the others as they stand. */
  readonly fingerprint: string;
}

const COLUMNS = [
  ["序号", 6],
  ["单元格", 16],
  ["指标或项目", 22],
  ["公式", 34],
  ["应为", 34],
  ["单元格值", 12],
  ["重算值", 12],
  ["规则值", 12],
  ["差异", 10],
  ["结论", 20],
  ["引用的单元格", 30],
] as const;

/** People fill these in, each beside its label; nothing fills them by itself. */
const SIGNED = [
  ["被审核单位", 1],
  ["编制人", 3],
  ["复核人", 5],
  ["日期", 8],
] as const;
const SIGNED_ROW = 1;
const FACTS_ROW = 3;

/**
 * The sheet as it should be, in place of the one of an earlier run: what people filled in stays, and on the same content
 * nothing changes (SPEC G22). `repeatHeader`: the host keeps print titles as a name of the sheet.
 */
export function planAuditSheet(
  book: WorkbookSnapshot,
  lines: readonly AuditLine[],
  head: AuditHead,
  repeatHeader: boolean,
): PlanResult {
  const { tags } = readOurs(book);
  const draft = new PlanDraft(book, tags);
  claimAreas(tags, [], draft.ours);
  const sheet = draft.sheetFor("audit", AUDIT_SHEET, AUDIT_SHEET_OTHERWISE);
  const present = sheetNamed(book, sheet);
  const before = taggedArea(tags, "sheet", "audit")?.rect ?? null;
  const header = FACTS_ROW + head.facts.length + 1;
  const view = before && present ? new SheetView(present) : null;
  const { cells, bottom } = draftSheet(sheet, lines, head, { header, view });
  const rect = { top: 0, left: 0, bottom, right: COLUMNS.length - 1 };
  const owned = { ...rect, bottom: Math.max(bottom, before?.bottom ?? 0) };
  cells.emptyRest({ ...owned, top: bottom + 1 });
  draft.put(cells);
  draft.addSheet(sheet, "audit", null, header + 1);
  cells.printArea = [rect];
  draft.names.push(areaTag("sheet", "audit", { sheet, rect: owned }));
  const titles = repeatHeader && !present ? [printTitles(sheet, header)] : [];
  return wholePlan(book, { guards: [], steps: [...draft.steps(NOTHING_LEFT), ...titles] }, draft);
}

/** The header on every printed page. */
const printTitles = (sheet: string, row: number): PlanStep => ({
  do: "defineName",
  name: "_xlnm.Print_Titles",
  scope: sheet,
  refersTo: `${quoteSheet(sheet)}!$${row + 1}:$${row + 1}`,
  hidden: false,
  expect: null,
});

interface SheetContext {
  readonly header: number;
  /** The sheet of an earlier run; null where there is none. */
  readonly view: SheetView | null;
}

function draftSheet(
  sheet: string,
  lines: readonly AuditLine[],
  head: AuditHead,
  { header, view }: SheetContext,
): { readonly cells: SheetDraft; readonly bottom: number } {
  const cells = new SheetDraft(sheet);
  cells.put(0, 0, textContent("公式核查表"), LOOK.title);
  for (const [label, column] of SIGNED) {
    cells.put(SIGNED_ROW, column, textContent(label), { ...LOOK.note, horizontal: "right" });
    cells.put(SIGNED_ROW, column + 1, null, LOOK.input);
  }
  const isSame = view !== null && factsOf(view).has(head.fingerprint);
  head.facts.forEach(([label, value], i) => {
    const row = FACTS_ROW + i;
    const kept = isSame ? view.value(row, 2) : null;
    cells.put(row, 0, textContent(label), LOOK.note);
    cells.put(row, 2, textContent(typeof kept === "string" ? kept : value), LOOK.note);
  });
  COLUMNS.forEach(([title, width], column) => {
    cells.put(header, column, textContent(title), LOOK.header);
    cells.widths.push({ column, width });
  });
  lines.forEach((line, i) => putLine(cells, header + 1 + i, i + 1, line));
  return { cells, bottom: header + lines.length };
}

/** The values that stand beside the labels above the list. */
const factsOf = (view: SheetView): ReadonlySet<unknown> =>
  new Set(view.sheet.cells.flatMap(({ column, value }) => (column === 2 && typeof value === "string" ? [value] : [])));

function putLine(cells: SheetDraft, row: number, number: number, line: AuditLine): void {
  const { cell, name, formula, expected, stored, recalculated, rule, difference, verdict, precedents } = line;
  const contents: readonly CellContent[] = [
    { type: "number", number },
    textContent(cell),
    textContent(name),
    textContent(formula),
    textContent(expected),
    stored,
    recalculated,
    rule,
    difference,
    textContent(verdict),
    textContent(precedents),
  ];
  contents.forEach((content, column) => {
    const look = content.type === "number" ? { ...LOOK.number, numberFormat: GENERAL } : LOOK.text;
    cells.put(row, column, content, look);
  });
}
