import { pushAll } from "../../workbook/long-lists";
import type { Finding } from "../../findings/finding";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import type { ClaimedAreas } from "./claimed-areas";
import { sheetDifference, sheetNamed } from "./difference";
import { areaTag, namesDifference } from "./names-difference";
import { WritableCells } from "./writable-cells";
import type { Tag } from "../../ours/tags";
import type { PlanStep } from "../../workbook/write-plan";
import { sheetFor } from "./sheet-choice";
import { SheetDraft, type WantedName } from "./wanted";
import type { Refusal } from "./plan-result";

/**
 * All that a plan wants to be there: a draft of each sheet it touches, names, and what it found or can not do on the way.
 * Only the differences to the workbook become steps (SPEC P2).
 */
export class PlanDraft {
  readonly ours = new WritableCells();
  readonly names: WantedName[] = [];
  readonly findings: Finding[] = [];
  readonly refusals: Refusal[] = [];
  readonly book: WorkbookSnapshot;
  readonly tags: readonly Tag[];
  private readonly sheets = new Map<string, SheetDraft>();

  constructor(book: WorkbookSnapshot, tags: readonly Tag[]) {
    this.book = book;
    this.tags = tags;
  }

  /** The sheet of ours for a part: the one that is there already, else the first name that is free. */
  sheetFor(part: string, name: string, otherwise: string): string {
    return sheetFor(this.book, this.tags, part, [name, otherwise]);
  }

  sheet(sheet: string): SheetDraft {
    const draft = this.sheets.get(sheet) ?? new SheetDraft(sheet);
    this.sheets.set(sheet, draft);
    return draft;
  }

  put(draft: SheetDraft): void {
    this.sheets.set(draft.sheet, draft);
  }

  /** Says that a sheet is ours, and adds it where the workbook has none of that name. */
  addSheet(sheet: string, part: string, after: string | null, freezeRows = 0): void {
    if (part === "calculation") {
      const tag = areaTag("sheet", part, { sheet, rect: { top: 0, left: 0, bottom: 2, right: 0 } });
      if (!this.names.some(({ name }) => name === tag.name)) this.names.push(tag);
    }
    if (sheetNamed(this.book, sheet)) return;
    this.ours.addNewSheet(sheet);
    this.sheet(sheet).added = { after, freezeRows };
  }

  /** Sheets first, so that names and formulas find them; names before the formulas that read them. */
  steps(claimed: ClaimedAreas): readonly PlanStep[] {
    const add: PlanStep[] = [];
    const fill: PlanStep[] = [];
    const freeze: PlanStep[] = [];
    for (const draft of this.sheets.values()) {
      const { sheet, added } = draft;
      if (added) add.push({ do: "addSheet", sheet, after: added.after });
      if (added && added.freezeRows > 0) freeze.push({ do: "freezeRows", sheet, rows: added.freezeRows });
      const leftovers = claimed.leftovers.filter((area) => area.sheet === sheet).map(({ rect }) => rect);
      const { steps, refusals } = sheetDifference(sheetNamed(this.book, sheet), draft.finish(), this.ours, leftovers);
      pushAll(fill, steps);
      pushAll(this.refusals, refusals);
    }
    const names = namesDifference(this.book, this.names, claimed.staysTagged);
    pushAll(this.refusals, names.refusals);
    return [...add, ...names.define, ...fill, ...names.remove, ...freeze];
  }
}
