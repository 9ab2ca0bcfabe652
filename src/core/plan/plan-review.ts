import { wordFindings } from "../findings/word";
import type { Language } from "../findings/catalogue";
import { absoluteRect, quoteSheet, type Rect } from "../workbook/address";
import { SheetView, sheetViews } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Review } from "../review.types";
import { BASE_SHEET, BASE_SHEET_OTHERWISE, type BaseSheet } from "../ours/base-sheet";
import { draftBaseSheet } from "./base/base-draft";
import { basePlan, type BasePlan } from "./base/base-plan";
import { claimAreas, type ClaimedAreas } from "./steps/claimed-areas";
import type { CarriedReasons } from "../ours/carried-reasons";
import { lockedCells } from "./steps/sheet-choice";
import { fillTable } from "./columns/fill-blank";
import { guardsFor } from "./guards";
import type { InputGiver } from "../ours/input-note";
import { asWritten, indicatorRows } from "./record/live-status";
import { LOOK } from "./steps/cell-styles";
import { nameTag } from "./steps/names-difference";
import { TAG_PREFIX, taggedArea, type Tag, ourDefinedNames } from "../ours/tags";
import { CALCULATION_SHEET, CALCULATION_SHEET_OTHERWISE, placeTable, type Placement } from "../ours/placement";
import type { WritePlan } from "../workbook/write-plan";
import { PlanDraft } from "./steps/plan-draft";
import { planPrintArea } from "./columns/print-area";
import { placedReasons } from "../ours/placed-reasons";
import { draftRecord, type RecordSource } from "./record/record-draft";
import { opinionSubjects } from "./record/record-opinions";
import { readOurs } from "../ours/read-ours";
import { RECORD_SHEET, RECORD_SHEET_OTHERWISE, type RecordSheet } from "../ours/record-sheet";
import { draftRules, type RulesChoice } from "./rules-draft";
import { RULES_SHEET, RULES_SHEET_OTHERWISE } from "../ours/rules-sheet";
import { summaryLines } from "./record/record-summary";
import { draftLooks } from "./columns/column-rules";
import type { TableContext } from "./formulas/table-context";
import { draftTable } from "./columns/table-draft";
import type { SheetDraft, WantedName } from "./steps/wanted";
import type { PlanResult, Refusal } from "./steps/plan-result";

export interface PlanOptions {
  readonly lang: Language;
  /** Fill the unit's own blank score and rate cells with formulas that take the computed value. */
  readonly fillBlank?: boolean;
  /** Where the inputs of the review come from, for 来源说明; the command line unless told. */
  readonly giver?: InputGiver;
  /** Add a row in 基础数据 for each of the 评价要点; rows that are there stay in any case. */
  readonly points?: boolean;
  /** What the sheet 规则 shall say, where the workbook has none yet. */
  readonly rules?: RulesChoice;
}

const EMPTY: WritePlan = { guards: [], steps: [] };
const refused = (refusal: Refusal): PlanResult => ({ plan: EMPTY, findings: [], refusals: [refusal] });

/**
 * Everything that a review adds to its workbook (SPEC P1–P12): columns beside the tables, 基础数据, 核验记录, names,
 * guards. Carried out and planned again it has no steps.
 */
export function planReview(book: WorkbookSnapshot, review: Review, options: PlanOptions): PlanResult {
  const { tags, base, record } = readOurs(book);
  for (const [part, read] of [
    ["baseData", base],
    ["record", record],
  ] as const) {
    const area = taggedArea(tags, "sheet", part);
    if (read === "unreadable" && area)
      return refused({ kind: "sheet-unreadable", sheet: area.sheet, range: area.rect });
  }
  if (base === "unreadable" || record === "unreadable") return { plan: EMPTY, findings: [], refusals: [] };
  return new Planning(book, review, options, tags, base, record).result();
}

class Planning {
  private readonly book: WorkbookSnapshot;
  private readonly review: Review;
  private readonly options: PlanOptions;
  private readonly tags: readonly Tag[];
  private readonly base: BaseSheet | null;
  private readonly record: RecordSheet | null;
  private readonly views: ReadonlyMap<string, SheetView>;
  private readonly draft: PlanDraft;
  private readonly claimed: ClaimedAreas;
  private readonly placements: readonly Placement[];
  private readonly calculationSheet: string;

  constructor(
    book: WorkbookSnapshot,
    review: Review,
    options: PlanOptions,
    tags: readonly Tag[],
    base: BaseSheet | null,
    record: RecordSheet | null,
  ) {
    this.book = book;
    this.review = review;
    this.options = options;
    this.tags = tags;
    this.base = base;
    this.record = record;
    this.draft = new PlanDraft(book, tags);
    this.views = sheetViews(book);
    this.calculationSheet = this.draft.sheetFor("calculation", CALCULATION_SHEET, CALCULATION_SHEET_OTHERWISE);
    this.placements = this.place();
    this.claimed = claimAreas(this.tags, this.placements, this.draft.ours);
  }

  result(): PlanResult {
    const inputs = basePlan(
      this.review,
      this.base,
      this.takenNames(),
      new Set(this.book.sheets.map(({ name }) => name)),
      this.options.points ?? false,
      this.draft.sheetFor("baseData", BASE_SHEET, BASE_SHEET_OTHERWISE),
    );
    const contexts = this.placements.map((placement, index) => this.draftTable(placement, index, inputs));
    this.draftBase(inputs);
    this.draftRules();
    if (contexts.length > 0 || this.record || this.review.findings.length > 0) this.draftRecord(contexts);
    const steps = this.draft.steps(this.claimed);
    if (this.book.structureProtected && steps.some((step) => step.do === "addSheet")) {
      return refused({ kind: "workbook-protected" });
    }
    const locked = lockedCells(this.book, steps);
    if (locked.length > 0)
      return { plan: EMPTY, findings: this.draft.findings, refusals: [...this.draft.refusals, ...locked] };
    const plan = steps.length === 0 ? EMPTY : { guards: guardsFor(this.book, this.review), steps };
    return { plan, findings: this.draft.findings, refusals: this.draft.refusals };
  }

  private place(): readonly Placement[] {
    const taken = new Map<string, Rect[]>();
    const around = { tags: this.tags, calculationSheet: this.calculationSheet, taken };
    return this.review.tables.flatMap(({ table }) => {
      const view = this.views.get(table.sheet);
      if (!view) return [];
      const placement = placeTable(table, view, around);
      const areas = Object.values(placement.columns).map((column) => ({
        ...placement.rows,
        left: column,
        right: column,
      }));
      taken.set(placement.sheet, [...(taken.get(placement.sheet) ?? []), ...areas]);
      return [placement];
    });
  }

  private takenNames(): readonly string[] {
    const tagged = ourDefinedNames(this.book);
    const theirs = this.book.names.map(({ name }) => name).filter((name) => !tagged.has(name.toLowerCase()));
    return [...theirs, ...this.review.quantities.map(({ definedName }) => definedName)];
  }

  private draftTable(placement: Placement, index: number, inputs: BasePlan): TableContext {
    const { table } = placement;
    const review = this.review.tables.find((one) => one.table === table);
    const view = this.views.get(table.sheet);
    if (!review || !view) throw new Error(`table without its sheet: ${table.id}`);
    const draft = this.draft.sheet(placement.sheet);
    const carried = this.carried(placement, view);
    const places = inputs.placesFor(review.table.id);
    const context: TableContext = { review, placement, view, draft, settings: this.review.settings, places, carried };
    if (!placement.beside) this.draft.addSheet(placement.sheet, "calculation", table.sheet);
    draftTable(context);
    if (!placement.beside && index === this.firstElsewhere()) this.titleCalculation(draft);
    this.draft.names.push(...columnNames(placement));
    const looks = draftLooks(placement, view, draft, this.tags);
    this.draft.names.push(...looks.names);
    this.draft.findings.push(...looks.findings);
    if (placement.beside) {
      this.draft.names.push(...fillTable(context, this.options.fillBlank ?? false, this.tags, this.draft.ours));
      this.planPrint(placement, view, index);
    }
    return context;
  }

  private firstElsewhere(): number {
    return this.placements.findIndex(({ beside }) => !beside);
  }

  private titleCalculation(draft: SheetDraft): void {
    draft.put(0, 0, { type: "text", text: "核验计算" }, LOOK.title);
    const note = "原表受保护或右侧没有空列，评核的计算列放在本表；公式直接引用原表。";
    draft.put(1, 0, { type: "text", text: note }, LOOK.note);
  }

  private carried(placement: Placement, view: SheetView): CarriedReasons {
    const { sheet } = placement;
    const carried = placedReasons(placement, view, this.views.get(sheet));
    if (carried.displaced.length > 0)
      this.draft.refusals.push({ kind: "reason-displaced", sheet, cells: carried.displaced });
    return carried;
  }

  private planPrint(placement: Placement, view: SheetView, index: number): void {
    const draft = this.draft.sheet(placement.sheet);
    if (draft.printArea !== undefined) return;
    const added = this.placements
      .filter((one) => one.beside && one.sheet === placement.sheet)
      .flatMap(({ columns, rows }) =>
        Object.values(columns).map((column) => ({ ...rows, left: column, right: column })),
      );
    const print = planPrintArea(view, added, this.tags, index + 1);
    if (!print.area || !print.name) return;
    draft.printArea = print.area;
    this.draft.names.push(print.name);
  }

  private draftBase(inputs: BasePlan): void {
    const sheet = this.draft.sheetFor("baseData", BASE_SHEET, BASE_SHEET_OTHERWISE);
    const drafted = draftBaseSheet(sheet, inputs.entries, this.base, this.options.giver ?? "commandLine");
    const names = [...inputs.names, ...drafted.names];
    this.draft.names.push(...names, ...names.map(({ name }) => nameTag(name)));
    for (const conflict of drafted.conflicts) this.draft.refusals.push({ kind: "input-differs", ...conflict });
    if (this.base && this.base.doubled.length > 0) {
      this.draft.refusals.push({ kind: "label-doubled", sheet, labels: this.base.doubled });
    }
    if (!drafted.draft || !drafted.tag) return;
    this.draft.put(drafted.draft);
    this.draft.addSheet(sheet, "baseData", this.lastTableSheet(), 3);
    this.draft.names.push({ name: `${TAG_PREFIX}sheet.baseData`, refersTo: drafted.tag, hidden: true });
  }

  /** A 规则 sheet that is there already is the workbook's own choice, and stays. */
  private draftRules(): void {
    const { rules } = this.options;
    if (!rules || taggedArea(this.tags, "sheet", "rules")) return;
    const sheet = this.draft.sheetFor("rules", RULES_SHEET, RULES_SHEET_OTHERWISE);
    const { draft, tag } = draftRules(sheet, rules);
    this.draft.put(draft);
    this.draft.addSheet(sheet, "rules", null);
    this.draft.names.push({ name: `${TAG_PREFIX}sheet.rules`, refersTo: tag, hidden: true });
  }

  private draftRecord(contexts: readonly TableContext[]): void {
    const sheet = this.draft.sheetFor("record", RECORD_SHEET, RECORD_SHEET_OTHERWISE);
    const rows = indicatorRows(contexts);
    const findings = [...this.review.findings, ...this.draft.findings].map((finding) => asWritten(finding, rows));
    const worded = wordFindings(findings, this.options.lang);
    const source: RecordSource = {
      worded,
      summary: summaryLines(contexts),
      rowOf: ({ finding }) => rows(finding),
      subjects: opinionSubjects(this.review),
      lang: this.options.lang,
    };
    const { draft, tag } = draftRecord(sheet, source, this.record);
    this.draft.put(draft);
    this.draft.addSheet(sheet, "record", null);
    this.draft.names.push(tag);
  }

  private lastTableSheet(): string | null {
    return this.review.tables.at(-1)?.table.sheet ?? null;
  }
}

const columnNames = ({ table, sheet, columns, rows }: Placement): readonly WantedName[] =>
  Object.entries(columns).map(([column, at]) => ({
    name: `${TAG_PREFIX}${table.id}.${column}`,
    refersTo: `${quoteSheet(sheet)}!${absoluteRect({ ...rows, left: at, right: at })}`,
    hidden: true,
  }));
