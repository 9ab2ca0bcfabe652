import type { Rect } from "../workbook/address";
import { pushAll } from "../workbook/long-lists";
import type { Language } from "../findings/catalogue";
import { isDifference } from "../findings/differences";
import type { WordedFinding } from "../findings/finding";
import { wordFindings } from "../findings/word";
import { BASE_SHEET, BASE_SHEET_OTHERWISE, type BaseSheet } from "../ours/base-sheet";
import type { InputGiver } from "../ours/input-note";
import { CALCULATION_SHEET, CALCULATION_SHEET_OTHERWISE } from "../ours/placement";
import { readOurs, type Ours } from "../ours/read-ours";
import { RECORD_SHEET, RECORD_SHEET_OTHERWISE, type RecordSheet } from "../ours/record-sheet";
import { RULES_SHEET, RULES_SHEET_OTHERWISE } from "../ours/rules-sheet";
import { taggedArea, type Tag } from "../ours/tags";
import type { Review } from "../review.types";
import { sheetViews } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { PlanStep } from "../workbook/write-plan";
import { draftBaseSheet } from "./base/base-draft";
import { basePlan, type BasePlan } from "./base/base-plan";
import { draftTables } from "./columns/draft-tables";
import { placeTables } from "./columns/place-tables";
import type { TableContext } from "./formulas/table-context";
import { guardsFor } from "./guards";
import { asWritten, indicatorRows } from "./record/live-status";
import { draftStates, firstPlace } from "./record/mark-states";
import { draftRecord, unreadRound } from "./record/record-draft";
import { opinionSubjects } from "./record/record-opinions";
import { summaryLines } from "./record/record-summary";
import { draftDifferences } from "./rules-differences";
import {
  draftReviewerChoice,
  draftRules,
  type DraftedRules,
  type ReviewerChoice,
  type RulesChoice,
} from "./rules-draft";
import { claimAreas } from "./steps/claimed-areas";
import { areaTag, nameTag } from "./steps/names-difference";
import { PlanDraft } from "./steps/plan-draft";
import type { PlanResult, Refusal } from "./steps/plan-result";
import { sheetNamed } from "./steps/difference";
import { SheetDraft } from "./steps/wanted";
import { refused, wholePlan } from "./steps/whole-plan";

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
  /** The pack that the reviewer took: it travels in the sheet 规则 (SPEC M17). */
  readonly reviewer?: ReviewerChoice;
}

/** Rows of tables and findings together that a plan writes at most: a row each, and some eighteen cells (SPEC X17). */
export const WRITABLE_ITEMS = 50_000;

const rowsOf = ({ top, bottom }: Rect): number => bottom - top + 1;

/** The refusal that rows alone are enough for, before findings are known; null where they are not. */
export const refusedByRows = (rows: number): Refusal | null =>
  rows > WRITABLE_ITEMS ? { kind: "review-too-large", items: rows, limit: WRITABLE_ITEMS, atLeast: true } : null;

/**
 * Everything that a review adds to its workbook (SPEC P1–P12): columns beside the tables, 基础数据, 核验记录, names,
 * guards. Carried out and planned again it has no steps.
 */
export function planReview(book: WorkbookSnapshot, review: Review, options: PlanOptions): PlanResult {
  const items = review.tables.reduce((sum, { table }) => sum + rowsOf(table.range), review.findings.length);
  if (items > WRITABLE_ITEMS) return refused({ kind: "review-too-large", items, limit: WRITABLE_ITEMS });

  // 1. What an earlier run left.
  const ours = readOurs(book);
  const { tags, base, record } = ours;
  if (base === "unreadable") return unreadable(tags, "baseData");
  if (record === "unreadable") return unreadable(tags, "record");
  const lost = review.findings.find((finding) => finding.code === "pack-unavailable");
  if (lost?.code === "pack-unavailable" && review.pack === null)
    return refused({ kind: "pack-unavailable", pack: lost.data.pack });
  const draft = new PlanDraft(book, tags);
  const views = sheetViews(book);

  // 2. Where our columns stand.
  const calculation = draft.sheetFor("calculation", CALCULATION_SHEET, CALCULATION_SHEET_OTHERWISE);
  const placed = placeTables(book, review, views, tags, calculation);
  const claimed = claimAreas(
    tags,
    placed.map(({ placement }) => placement),
    draft.ours,
  );

  // 3. What 基础数据 must hold.
  const baseName = draft.sheetFor("baseData", BASE_SHEET, BASE_SHEET_OTHERWISE);
  const inputs = basePlan({ book, review, base, sheet: baseName, points: options.points ?? false });

  // 4. Sheet by sheet what should be there, in the order of the plan; the record last, since it tells what drafting found.
  const { placesFor } = inputs;
  const recordName = draft.sheetFor("record", RECORD_SHEET, RECORD_SHEET_OTHERWISE);
  const source = {
    views,
    tags,
    settings: review.settings,
    placesFor,
    fillBlank: options.fillBlank ?? false,
    record: firstPlace(recordName, record, tags),
  };
  const contexts = draftTables(draft, placed, source);
  putBase(draft, baseName, inputs, inputs.present, review, options);
  putRules(draft, ours, review, options);
  if (contexts.length > 0 || record || review.findings.length > 0)
    putRecord(book, draft, contexts, record, review, options);

  // 5. Only differences become steps.
  const steps = draft.steps(claimed);

  // 6. What is protected is left whole.
  return guardedPlan(book, review, draft, steps);
}

/** A sheet of ours whose header row was changed is not written over: nobody knows what its columns hold now. */
function unreadable(tags: readonly Tag[], part: string): PlanResult {
  const area = taggedArea(tags, "sheet", part);
  return area ? refused({ kind: "sheet-unreadable", sheet: area.sheet, range: area.rect }) : refused();
}

/** The steps, bound to what the review has read; without steps nothing is bound. */
export const guardedPlan = (
  book: WorkbookSnapshot,
  review: Review,
  draft: PlanDraft,
  steps: readonly PlanStep[],
): PlanResult => wholePlan(book, { guards: steps.length === 0 ? [] : guardsFor(book, review), steps }, draft);

export function putBase(
  draft: PlanDraft,
  sheet: string,
  inputs: BasePlan,
  base: BaseSheet | null,
  { tables }: Review,
  { giver }: PlanOptions,
): void {
  const drafted = draftBaseSheet(sheet, inputs.entries, base, giver ?? "commandLine");
  const names = [...inputs.names, ...drafted.names];
  pushAll(draft.names, [...names, ...names.map(({ name }) => nameTag(name))]);
  for (const conflict of drafted.conflicts) draft.refusals.push({ kind: "input-differs", ...conflict });
  if (base && base.doubled.length > 0) draft.refusals.push({ kind: "label-doubled", sheet, labels: base.doubled });
  if (!drafted.draft || !drafted.area) return;
  draft.put(drafted.draft);
  draft.addSheet(sheet, "baseData", tables.at(-1)?.table.sheet ?? null, 3);
  draft.names.push(areaTag("sheet", "baseData", { sheet, rect: drafted.area }));
}

/**
 * A 规则 sheet that is there already is the workbook's own choice, and stays; what a reviewer took stands in rows of its
 * own, and below them where the table departs from what is official or usual (SPEC M17, M29).
 */
export function putRules(draft: PlanDraft, ours: Ours, review: Review, options: PlanOptions): void {
  const sheet = draft.sheetFor("rules", RULES_SHEET, RULES_SHEET_OTHERWISE);
  const drafted = draftChoices(sheet, ours, review, options);
  if (!drafted) return;
  draft.put(drafted.draft);
  draft.addSheet(sheet, "rules", null);
  const before = taggedArea(ours.tags, "sheet", "differences");
  const place = { settingsBottom: drafted.area.bottom, before, snapshot: sheetNamed(draft.book, sheet) };
  const listed = draftDifferences(drafted.draft, review.findings, place, options.lang);
  draft.names.push(areaTag("sheet", "rules", { sheet, rect: drafted.area }));
  if (listed) draft.names.push(areaTag("sheet", "differences", { sheet, rect: listed }));
}

/** The rows above: the choices that are made now, those that stand there already, or none where only differences are told. */
function draftChoices(
  sheet: string,
  { tags, rules }: Ours,
  { settings, findings }: Review,
  { reviewer, rules: own }: PlanOptions,
): DraftedRules | null {
  const there = taggedArea(tags, "sheet", "rules");
  if (there) {
    if (!rules) return null;
    const chosen = reviewer && draftReviewerChoice(rules, reviewer, settings);
    return chosen ?? { draft: new SheetDraft(sheet), area: there.rect };
  }
  if (own || reviewer) return draftRules(sheet, { pack: null, settings, ...own, ...(reviewer ? { reviewer } : {}) });
  return findings.some(isDifference) ? draftRules(sheet, { pack: null, settings: null }) : null;
}

function putRecord(
  book: WorkbookSnapshot,
  draft: PlanDraft,
  contexts: readonly TableContext[],
  record: RecordSheet | null,
  review: Review,
  { lang }: PlanOptions,
): void {
  const sheet = draft.sheetFor("record", RECORD_SHEET, RECORD_SHEET_OTHERWISE);
  const rows = indicatorRows(contexts);
  const findings = [...review.findings, ...draft.findings].map((finding) => asWritten(finding, rows));
  const source = {
    book,
    worded: wordFindings(findings, lang),
    besideReport: review.besideReport ?? false,
    summary: summaryLines(contexts),
    rowOf: ({ finding }: WordedFinding) => rows(finding),
    subjects: opinionSubjects(review),
    lang,
  };
  const drafted = draftRecord(sheet, source, record);
  const unread = unreadRound(record);
  if (unread) draft.refusals.push(unread);
  const states = draftStates(drafted.draft, contexts, draft.tags);
  draft.put(drafted.draft);
  draft.addSheet(sheet, "record", null);
  draft.names.push(drafted.tag);
  if (states) draft.names.push(states);
}
