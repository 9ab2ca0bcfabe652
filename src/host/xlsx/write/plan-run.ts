import type { CellPosition, CellAddress } from "../../../core/workbook/address";
import { quoteSheet, absoluteA1, type Rect } from "../../../core/workbook/address";
import { pushAll } from "../../../core/workbook/long-lists";
import { unreachable } from "../../../core/model/result";
import { meetsExpectation, sameFormula } from "../../../core/workbook/cell-content";
import type { PlanStep, WritePlan } from "../../../core/workbook/write-plan";
import type { StaleCell } from "../../port";
import { PRINT_AREA } from "../package/workbook";
import type { ReadBook } from "../read/read-book";
import { readPrintArea } from "../read/print-area";
import { cellKey } from "../read/reference";
import { refuse, unsupported } from "../../refused";
import { BookDraft } from "./book-draft";
import { frozenRows } from "./freeze";
import { refuseInsideObjects } from "./bound-areas";
import { putCells } from "./put-cells";
import { addSheet, removeSheet } from "./sheet-steps";
import { sameRects } from "./rects";
import type { SheetDraft } from "./sheet-draft";

type Step<D extends PlanStep["do"]> = Extract<PlanStep, { do: D }>;

/** Carries a plan out in memory: checks guards and expectations, and gathers how to take each step back (SPEC X7). */
export class PlanRun {
  readonly book: ReadBook;
  readonly draft: BookDraft;
  readonly differences: StaleCell[] = [];
  private readonly locked = new Map<string, CellAddress[]>();
  private readonly undo: PlanStep[] = [];

  constructor(book: ReadBook, plan: WritePlan) {
    this.book = book;
    this.draft = new BookDraft(book, plan);
    this.checkGuards(plan);
    // The last step is taken back first; the steps that take one back stay in their order.
    const ways = plan.steps.map((step) => this.apply(step)).reverse();
    for (const way of ways) pushAll(this.undo, way);
  }

  get inverse(): WritePlan {
    return { guards: [], steps: this.undo.filter((step) => step.do !== "putCells" || step.cells.length > 0) };
  }

  noteLocked(sheet: string, at: CellPosition): void {
    const cells = this.locked.get(sheet) ?? [];
    cells.push({ sheet, ...at });
    this.locked.set(sheet, cells);
  }

  /** Refuses what must not be written: first what is stale, then what is locked. */
  refuseUnsound(): void {
    if (this.differences.length > 0) refuse({ kind: "stale", differences: this.differences });
    for (const [sheet, cells] of this.locked) refuse({ kind: "protected", sheet, cells });
    for (const { draft } of this.draft.liveSlots) if (draft) refuseInsideObjects(draft, this.book.parts);
  }

  private checkGuards(plan: WritePlan): void {
    for (const { at, expect } of plan.guards) {
      const cell = this.draft.sheet(at.sheet).cell(cellKey(at.row, at.column));
      if (meetsExpectation(cell, expect)) continue;
      const expected = "formula" in expect ? expect.formula : expect.value;
      this.differences.push({ at, expected, found: cell?.formula ?? cell?.value ?? null });
    }
  }

  /** Applies a step; gives the steps that take it back. */
  private apply(step: PlanStep): PlanStep[] {
    switch (step.do) {
      case "addSheet":
        return addSheet(this, step);
      case "removeSheet":
        return removeSheet(this, step);
      case "putCells":
        return putCells(this, step);
      case "defineName":
        return this.defineName(step);
      case "removeName":
        return this.removeName(step);
      case "validate":
        return this.unprotected(step.sheet, step.range).validations.add(step);
      case "removeValidation":
        return this.unprotected(step.sheet, step.range).validations.remove(step.sheet, step.range);
      case "formatWhen":
        return this.unprotected(step.sheet, step.range).formats.add(step.sheet, step.range, step.formula, step.look);
      case "removeFormatWhen":
        return this.unprotected(step.sheet, step.range).formats.remove(step.sheet, step.range, step.formula);
      case "columnWidth":
        return this.unprotected(step.sheet, null).columns.set(step);
      case "printArea":
        return this.printArea(step);
      case "freezeRows":
        return this.freezeRows(step);
      default:
        return unreachable(step);
    }
  }

  /** A sheet whose looks and rules may be changed. */
  private unprotected(name: string, range: Rect | null): SheetDraft {
    const sheet = this.draft.sheet(name);
    if (sheet.read?.snapshot.protected) this.noteLocked(name, { row: range?.top ?? 0, column: range?.left ?? 0 });
    return sheet;
  }

  private defineName({ name, scope, refersTo, hidden, expect }: Step<"defineName">): PlanStep[] {
    const found = this.draft.findName(name, scope);
    if (!agrees(found?.refersTo, expect)) refuse({ kind: "name-conflict", name });
    const slot = scope === null ? null : this.draft.slot(scope);
    if (slot === undefined) return refuse({ kind: "sheet-missing", sheet: scope ?? "" });
    if (!isName(name)) unsupported(`名称“${name}”`, `the name ${name}`);
    if (!found) {
      this.draft.addName(name, slot, refersTo, hidden);
      return [{ do: "removeName", name, scope, expect: refersTo }];
    }
    const before = { refersTo: found.refersTo, hidden: found.hidden };
    found.refersTo = refersTo;
    found.hidden = hidden;
    return [{ do: "defineName", name, scope, ...before, expect: refersTo }];
  }

  private removeName({ name, scope, expect }: Step<"removeName">): PlanStep[] {
    const found = this.draft.findName(name, scope);
    if (!found || !agrees(found.refersTo, expect)) return refuse({ kind: "name-conflict", name });
    found.removed = true;
    return [{ do: "defineName", name, scope, refersTo: found.refersTo, hidden: found.hidden, expect: null }];
  }

  private printArea({ sheet, area, expect }: Step<"printArea">): PlanStep[] {
    this.draft.sheet(sheet);
    const slot = this.draft.slot(sheet) ?? null;
    const found = this.draft.findName(PRINT_AREA, sheet);
    const now = found ? readPrintArea(found.refersTo) : null;
    if (!sameRects(now, expect)) refuse({ kind: "name-conflict", name: `${quoteSheet(sheet)}!Print_Area` });
    if (now?.length === 0) unsupported("更改由公式给出的打印区域", "changing a print area that a formula gives");
    const refersTo = (area ?? []).map((rect) => `${quoteSheet(sheet)}!${absoluteRect(rect)}`).join(",");
    if (area === null || area.length === 0) {
      if (found) found.removed = true;
    } else if (found) found.refersTo = refersTo;
    else this.draft.addName(PRINT_AREA, slot, refersTo, false);
    return [{ do: "printArea", sheet, area: now, expect: area?.length === 0 ? null : area }];
  }

  private freezeRows({ sheet, rows }: Step<"freezeRows">): PlanStep[] {
    const draft = this.draft.sheet(sheet);
    const before = draft.frozenRows ?? frozenRows(draft.layout);
    draft.frozenRows = rows;
    return before === rows ? [] : [{ do: "freezeRows", sheet, rows: before }];
  }
}

const absoluteRect = ({ top, left, bottom, right }: Rect): string =>
  `${absoluteA1({ row: top, column: left })}:${absoluteA1({ row: bottom, column: right })}`;

const agrees = (found: string | undefined, expect: string | null): boolean =>
  found === undefined || expect === null ? found === undefined && expect === null : sameFormula(found, expect);

/** What Excel, WPS and LibreOffice take for a name: no cell reference, no blank, no sign. */
const isName = (name: string): boolean =>
  name.length <= 255 &&
  /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name) &&
  !/^(?:[a-z]{1,3}\d{1,7}|r\d*c\d*|r|c)$/i.test(name);
