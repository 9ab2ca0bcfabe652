import { a1, type CellAddress } from "../../core/workbook/address";
import { expectationOf } from "../../core/workbook/cell-content";
import { fail, succeed } from "../../core/model/result";
import type { WritePlan } from "../../core/workbook/write-plan";
import type { PackageHost } from "../looks";
import type {
  HostCapabilities,
  HostFailure,
  HostResult,
  Unsubscribe,
  WorkbookChange,
  WorkbookHost,
  Words,
  WriteOptions,
  WriteReceipt,
} from "../port";
import { History } from "./history";
import { OpenBook } from "./open-book";
import { sameContent, TypedCells, type TypedCell } from "./typed-cells";
import { typedContent } from "./typed-content";

/** How long nothing must be typed before it goes into the package; a large workbook takes longer to write. */
const QUIET_MS = 600;
const QUIET_LARGE_MS = 2000;
const LARGE_CELLS = 20_000;

export interface TypedText {
  readonly at: CellAddress;
  readonly text: string;
}

/** What the page shows of the workbook: told after every change. */
export type Shown =
  | { readonly kind: "cells" } // what was typed shows; nothing else moved
  | { readonly kind: "book" } // read anew: sheets, sizes and looks may differ
  | { readonly kind: "reveal"; readonly at: CellAddress }
  | { readonly kind: "failure"; readonly failure: HostFailure };

const CAPABILITIES: HostCapabilities = {
  nativeUndo: true,
  deleteSheet: true,
  reveal: true,
  conditionalFormats: true,
  validations: true,
};

/**
 * A workbook that is shown and edited in the page, over the lossless host of its file (SPEC B). What is typed stands in
 * the grid at once and goes into the package when it is quiet, before every reading, writing and saving. What was typed
 * and what the pane wrote are one list of undo.
 */
export class WorkbenchHost implements WorkbookHost {
  readonly capabilities = CAPABILITIES;
  private readonly file: PackageHost;
  private readonly typed: TypedCells;
  private readonly history = new History();
  private readonly changes = new Set<(change: WorkbookChange) => void>();
  private readonly selections = new Set<(at: CellAddress) => void>();
  private readonly viewers = new Set<(shown: Shown) => void>();
  private opened: OpenBook;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  /** Counts what changed the workbook, so that a page knows whether it was saved. */
  private edits = 0;

  private constructor(file: PackageHost, opened: OpenBook, typed: TypedCells) {
    this.file = file;
    this.opened = opened;
    this.typed = typed;
  }

  static async open(file: PackageHost): Promise<HostResult<WorkbenchHost>> {
    const typed = new TypedCells();
    const book = await readBook(file, typed);
    return book.ok ? succeed(new WorkbenchHost(file, book.value, typed)) : book;
  }

  get book(): OpenBook {
    return this.opened;
  }

  get version(): number {
    return this.edits;
  }

  /** Why the workbook is only looked at; null where it can be changed. */
  get onlyRead(): Words | null {
    return this.file.onlyRead ?? null;
  }

  get canUndo(): boolean {
    return this.history.newest !== null || !this.typed.isEmpty;
  }

  get canRedo(): boolean {
    return this.history.newestUndone !== null;
  }

  /** Whether what an inverse plan takes back still stands; false once it was taken back by key. */
  isDone(inverse: WritePlan): boolean {
    return this.history.holds(inverse);
  }

  async read(options = {}): Promise<HostResult<OpenBook["snapshot"]>> {
    const flushed = await this.flush();
    return flushed.ok ? this.file.read(options) : flushed;
  }

  async write(plan: WritePlan, options: WriteOptions = {}): Promise<HostResult<WriteReceipt>> {
    const flushed = await this.flush();
    if (!flushed.ok) return flushed;
    const written = await this.file.write(plan, options);
    if (!written.ok) return written;
    // The pane takes back by writing the inverse: where that is the newest entry's, it is an undo and no new entry.
    if (this.history.newest?.plan === plan) this.history.takenBack(written.value.inverse);
    else this.history.push({ what: "plan", at: null, plan: written.value.inverse });
    const again = await this.readAgain();
    if (!again.ok) return again;
    this.tellChanged({ sheet: null, own: true });
    return written;
  }

  reveal(at: CellAddress): Promise<HostResult<void>> {
    if (!this.opened.sheet(at.sheet))
      return Promise.resolve(fail<HostFailure>({ kind: "sheet-missing", sheet: at.sheet }));
    this.show({ kind: "reveal", at: this.opened.anchor(at) });
    return Promise.resolve(succeed(undefined));
  }

  onChanged(listener: (change: WorkbookChange) => void): Unsubscribe {
    return subscribe(this.changes, listener);
  }

  onSelected(listener: (at: CellAddress) => void): Unsubscribe {
    return subscribe(this.selections, listener);
  }

  /** The page hears what it has to paint. */
  onShown(listener: (shown: Shown) => void): Unsubscribe {
    return subscribe(this.viewers, listener);
  }

  selected(at: CellAddress): void {
    for (const listener of this.selections) listener(this.opened.anchor(at));
  }

  /** Puts typed text into cells, as one step of undo; nothing is put where one of them can not be changed. */
  type(texts: readonly TypedText[]): Words | null {
    const cells: TypedCell[] = [];
    for (const { at, text } of texts) {
      const problem = this.problemAt(at);
      if (problem) return problem;
      const cell = this.opened.cell(at);
      const typed = typedContent(text, this.formatAt(at), this.opened.snapshot.date1904 ?? false);
      if ("problem" in typed) return typed.problem;
      if (!sameContent(cell, typed.content)) cells.push({ at, ...typed });
    }
    if (cells.length === 0) return null;
    this.typed.add(cells);
    this.edits += 1;
    this.opened.invalidate();
    this.show({ kind: "cells" });
    this.flushWhenQuiet();
    return null;
  }

  /** Takes back the newest step; nothing where there is none. */
  undo(): Promise<HostResult<void>> {
    return this.step(
      () => this.history.newest,
      (inverse) => this.history.takenBack(inverse),
    );
  }

  redo(): Promise<HostResult<void>> {
    return this.step(
      () => this.history.newestUndone,
      (inverse) => this.history.doneAgain(inverse),
    );
  }

  /** The package with everything that was typed. */
  async save(): Promise<HostResult<Uint8Array>> {
    const flushed = await this.flush();
    return flushed.ok ? succeed(this.file.bytes()) : flushed;
  }

  /** Everything typed goes into the package as one plan; what it refuses is taken out again, and said. */
  async flush(): Promise<HostResult<void>> {
    clearTimeout(this.quiet);
    if (this.typed.isEmpty) return succeed(undefined);
    const plan = this.typed.plan((at) => this.opened.read(at), expectationOf);
    const written = await this.file.write(plan);
    if (!written.ok) {
      this.typed.clear();
      this.opened.invalidate();
      this.show({ kind: "cells" });
      this.show({ kind: "failure", failure: written.failure });
      return written;
    }
    for (const { first, plan: undo } of this.typed.undoPlans(written.value.inverse))
      this.history.push({ what: "typed", at: first, plan: undo });
    this.typed.clear();
    const again = await this.readAgain();
    if (again.ok) this.tellChanged({ sheet: null, own: false });
    return again;
  }

  private async step(entryOf: () => History["newest"], done: (inverse: WritePlan) => void): Promise<HostResult<void>> {
    const flushed = await this.flush();
    if (!flushed.ok) return flushed;
    const entry = entryOf();
    if (!entry) return succeed(undefined);
    const written = await this.file.write(entry.plan);
    if (!written.ok) {
      this.show({ kind: "failure", failure: written.failure });
      return written;
    }
    done(written.value.inverse);
    const again = await this.readAgain();
    if (!again.ok) return again;
    if (entry.at) this.show({ kind: "reveal", at: entry.at });
    this.tellChanged({ sheet: null, own: false });
    return succeed(undefined);
  }

  private async readAgain(): Promise<HostResult<void>> {
    const book = await readBook(this.file, this.typed);
    if (!book.ok) return book;
    this.opened = book.value;
    this.edits += 1;
    this.show({ kind: "book" });
    return succeed(undefined);
  }

  private flushWhenQuiet(): void {
    clearTimeout(this.quiet);
    const cells = this.opened.snapshot.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
    this.quiet = setTimeout(() => void this.flush(), cells < LARGE_CELLS ? QUIET_MS : QUIET_LARGE_MS);
  }

  private formatAt(at: CellAddress): string | undefined {
    const { looks } = this.opened.looks;
    const sheet = this.opened.looks.sheet(at.sheet);
    return this.opened.cell(at)?.numberFormat ?? looks[sheet?.styleAt(at.row, at.column) ?? 0]?.format;
  }

  private problemAt(at: CellAddress): Words | null {
    if (this.file.onlyRead) return this.file.onlyRead;
    if (this.opened.isLocked(at))
      return {
        zh: `工作表“${at.sheet}”受保护，${a1(at)} 不能修改`,
        en: `${a1(at)} is locked: the sheet ${at.sheet} is protected`,
      };
    if (this.opened.isInArray(at))
      return {
        zh: `${a1(at)} 属于数组公式，不能单独修改`,
        en: `${a1(at)} is part of an array formula and can not be changed alone`,
      };
    return null;
  }

  private show(shown: Shown): void {
    for (const viewer of this.viewers) viewer(shown);
  }

  private tellChanged(change: WorkbookChange): void {
    for (const listener of this.changes) listener(change);
  }
}

async function readBook(file: PackageHost, typed: TypedCells): Promise<HostResult<OpenBook>> {
  const snapshot = await file.read();
  if (!snapshot.ok) return snapshot;
  const looks = await file.looks();
  return looks.ok ? succeed(new OpenBook(snapshot.value, looks.value, typed)) : looks;
}

function subscribe<T>(listeners: Set<(value: T) => void>, listener: (value: T) => void): Unsubscribe {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
