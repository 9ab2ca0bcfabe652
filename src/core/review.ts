import { withResults } from "./audit/recalculation";
import { withVerdicts } from "./audit/verdict";
import { oneFindingACause } from "./checks/causes";
import { runChecks } from "./checks/index";
import { judgedTable } from "./checks/expected";
import { justify } from "./checks/justification/judge";
import { ownedByBaseData } from "./findings/owned-by-base-data";
import { sortFindings } from "./findings/sort";
import { nameKey } from "./model/text";
import { closeLedger } from "./ledger/close-ledger";
import type { Exact } from "./model/exact";
import type { ScoringTable } from "./model/scoring-table";
import type { WorkbookSnapshot } from "./workbook/snapshot";
import { standingFaults } from "./plan/overwritten";
import { offersFor, type Trial } from "./offers/offers";
import type { BaseSheet } from "./ours/base-sheet";
import { readOurs } from "./ours/read-ours";
import { withOurReasons } from "./ours/reason-cells";
import { waivedIn } from "./ours/waiver";
import { bindQuantities, type Binding } from "./quantities/bind";
import { fundingValues } from "./quantities/funding-values";
import type { BindingProblem } from "./model/binding-problem";
import { computeRates, type ComputedRates } from "./rates/compute";
import type { Review, TableReview } from "./review.types";
import type { PackFile } from "./rules/packs/schema";
import type { SettingValues } from "./rules/settings";
import { ownerlessRows } from "./scores/asked-of-people";
import { evidenceState } from "./scores/points";
import { saidWords } from "./scores/said-words";
import { scoreTable } from "./scores/score-table";
import { chosenSettings, type ChosenSettings } from "./sources/chosen-settings";
import { formRules, type FormRules } from "./sources/form-rules";
import { Readings } from "./sources/readings";
import type { RuleSources } from "./sources/officials";
import { recordedPack, type RecordedPack } from "./sources/recorded-pack";
import { resolveTable, type ResolvedTable } from "./sources/resolve";
import { readTables, type TableReading } from "./table/read-tables";

/** What the reviewer brings: numbers, settings, and the official rules that judge. */
export interface ReviewOptions {
  /** Quantity → number, as given; names are matched without regard to spaces, quotes and unit brackets. */
  readonly inputs: ReadonlyMap<string, Exact>;
  readonly settings: SettingValues;
  /** The pack the reviewer names; null: none. */
  readonly pack: PackFile | null;
  /** The official template the reviewer names, as a workbook. */
  readonly template: WorkbookSnapshot | null;
}

export const NO_OPTIONS: ReviewOptions = { inputs: new Map(), settings: {}, pack: null, template: null };

export interface ReviewStep {
  readonly done: number;
  readonly total: number;
  /** How much the tables hold, once they are read: a caller may stop there instead of computing what is too much. */
  readonly size?: ReviewSize;
}

export interface ReviewSize {
  readonly indicators: number;
  /** Rows of all tables, the header's and those of placeholders included. */
  readonly rows: number;
}

/**
 * The whole pipeline: read tables → rules → quantities → rates → scores → checks. Each step gives way in between, so that
 * a long review can report and be stopped. Nothing is changed and nothing is written.
 */
export function* reviewSteps(given: WorkbookSnapshot, options: ReviewOptions): Generator<ReviewStep, Review> {
  const total = 5;
  const book = withResults(given);
  const reading = readTables(book);
  yield { done: 1, total, size: sizeOf(reading.tables) };
  const recorded = recordedPack(book);
  const sources = ruleSources(recorded, options);
  const chosen = chosenSettings(book, options.pack, recorded, options.settings);
  const readings = new Readings();
  const forms = formRules(book, reading.tables);
  const resolved = new Map(
    reading.tables.map((table) => [table, resolveTable(table, sources, readings, forms.get(table))]),
  );
  yield { done: 2, total };
  const { binding, rates } = bindAndCompute(book, reading, resolved, options);
  yield { done: 3, total };
  const scored = scoreTables({ book, reading, resolved, rates, sources, chosen, options });
  yield { done: 4, total };
  const { baseData, accounts, others } = reading;
  const ledger = closeLedger({
    book,
    accounts,
    others,
    tables: scored.tables,
    baseData,
    quantities: binding.quantities,
  });
  const context = {
    book,
    ledger,
    baseData,
    tables: scored.tables.map((one) => withReasons(book, one)),
    quantities: binding.quantities,
    settings: chosen.settings,
    pack: packOf(options, recorded),
  };
  const found = sortFindings([
    ...reading.findings,
    ...chosen.findings,
    ...[...resolved.values()].flatMap((table) => table.findings),
    ...binding.findings,
    ...rates.findings,
    ...runChecks(context),
  ]);
  const all = found.map(ownedByBaseData(baseData));
  const findings = oneFindingACause(all, context, waivedIn(given, all));
  const trial: Trial = (tables, pack) => tried({ book, reading, options, readings, forms }, tables, pack);
  const reviewed: Review = {
    tables: scored.tables,
    offers: isChosen(sources) ? [] : offersFor(book, scored.tables, context, trial),
    quantities: binding.quantities,
    problems: [...openProblems(binding.problems, scored.used), ...scored.problems],
    findings,
    settings: chosen.settings,
    settingSources: chosen.sources,
    pack: packOf(options, recorded),
    packFile: options.pack ?? recorded?.pack ?? null,
    ledger,
  };
  const standing = standingFaults(given, reviewed);
  const every = standing.length > 0 ? sortFindings([...findings, ...standing]) : findings;
  // A verdict is a cell's own: what is folded into another cell's cause is still found here.
  // The checks have tried the formulas of their own tables already, which hold what was typed into our column of reasons.
  const checked = new Map(scored.tables.map((one, i) => [one, context.tables[i] ?? one]));
  const tables = withVerdicts(book, scored.tables, [...all, ...standing], (one) => judgedTable(context, checked.get(one) ?? one)); // prettier-ignore
  return { ...reviewed, findings: every, tables };
}

const sizeOf = (tables: readonly ScoringTable[]): ReviewSize => ({
  indicators: tables.reduce((sum, { indicators }) => sum + indicators.length, 0),
  rows: tables.reduce((sum, { range }) => sum + range.bottom - range.top + 1, 0),
});

/** The pipeline in one go. */
export function review(book: WorkbookSnapshot, options: ReviewOptions = NO_OPTIONS): Review {
  const steps = reviewSteps(book, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** For the checks, what people typed into our own column 扣分原因 is the reason that the table has no column for. */
function withReasons(book: WorkbookSnapshot, reviewed: TableReview): TableReview {
  const table = withOurReasons(book, reviewed.table);
  if (table === reviewed.table) return reviewed;
  const indicators = reviewed.indicators.map((one, i) => ({ ...one, indicator: table.indicators[i] ?? one.indicator }));
  return { ...reviewed, table, indicators };
}

/** What a reviewer took earlier stands in the workbook and judges as if he named it again (SPEC M17). */
function ruleSources(recorded: RecordedPack | null, { pack, template }: ReviewOptions): RuleSources {
  const earlier = recorded?.by === "reviewer" ? recorded.pack : null;
  return {
    template: template && readTables(template).tables,
    pack: pack ?? earlier,
    workbookPack: recorded?.by === "workbook" ? recorded.pack : null,
  };
}

const isChosen = ({ pack, workbookPack, template }: RuleSources): boolean =>
  pack !== null || workbookPack !== null || template !== null;

interface TrialGround {
  readonly book: WorkbookSnapshot;
  readonly reading: TableReading;
  readonly options: ReviewOptions;
  readonly readings: Readings;
  readonly forms: ReadonlyMap<ScoringTable, FormRules>;
}

/** The tables as the pack would judge them: rules, quantities, rates and scores again, and no checks (SPEC O2). */
function tried(
  { book, reading, options, readings, forms }: TrialGround,
  tables: readonly ScoringTable[],
  pack: PackFile,
): readonly TableReview[] {
  const sources: RuleSources = { template: null, pack, workbookPack: null };
  const chosen = chosenSettings(book, pack, null, options.settings);
  const only: TableReading = { ...reading, tables };
  const resolved = new Map(tables.map((table) => [table, resolveTable(table, sources, readings, forms.get(table))]));
  const { rates } = bindAndCompute(book, only, resolved, options);
  return scoreTables({ book, reading: only, resolved, rates, sources, chosen, options }).tables;
}

function packOf({ pack }: ReviewOptions, recorded: RecordedPack | null): Review["pack"] {
  const used = pack ?? recorded?.pack;
  if (!used) return null;
  const version = pack ? null : (recorded?.choice.version ?? null);
  return {
    id: used.id,
    version: used.version,
    ...(version === null || version === used.version ? {} : { chosenVersion: version }),
    ...(used.replacedBy.length === 0 ? {} : { replacedBy: used.replacedBy }),
  };
}

interface Computed {
  readonly binding: Binding;
  readonly rates: ComputedRates;
}

function bindAndCompute(
  book: WorkbookSnapshot,
  { tables, baseData }: TableReading,
  resolved: ReadonlyMap<ScoringTable, ResolvedTable>,
  { inputs }: ReviewOptions,
): Computed {
  const uses = tables.flatMap((table) =>
    table.indicators.flatMap((indicator, i) => {
      const sourced = resolved.get(table)?.indicators[i]?.definition;
      return sourced ? [{ table, indicator, definition: sourced.definition }] : [];
    }),
  );
  const baseTables = [...baseData, ...fundingValues(tables)];
  const binding = bindQuantities({ book, uses, baseTables, inputs });
  return { binding, rates: computeRates(uses, binding.quantities) };
}

interface Scoring {
  readonly book: WorkbookSnapshot;
  readonly reading: TableReading;
  readonly resolved: ReadonlyMap<ScoringTable, ResolvedTable>;
  readonly rates: ComputedRates;
  readonly sources: RuleSources;
  readonly chosen: ChosenSettings;
  readonly options: ReviewOptions;
}

/** The tables with their scores, and the names given with --inputs that answered a question of a rule. */
interface ScoredTables {
  readonly tables: readonly TableReview[];
  readonly used: ReadonlySet<string>;
  /** Answers in 基础数据 that are nobody's. */
  readonly problems: readonly BindingProblem[];
}

/** Who asks what is known once the tables are scored; where an answer then turns out to be nobody's, they are scored without it. */
function scoreTables(scoring: Scoring): ScoredTables {
  const { base } = readOurs(scoring.book);
  if (base === null || base === "unreadable") return { ...scoredWith(scoring, null), problems: [] };
  const scored = scoredWith(scoring, base);
  const { base: apart, problems } = ownerlessRows(base, scored.tables);
  return apart === base ? { ...scored, problems } : { ...scoredWith(scoring, apart), problems };
}

function scoredWith(
  { book, reading, resolved, rates, sources, chosen, options }: Scoring,
  base: BaseSheet | null,
): Omit<ScoredTables, "problems"> {
  const inputs = new Map([...options.inputs].map(([name, number]) => [nameKey(name), number]));
  const used = new Set<string>();
  const shared = {
    inputs,
    base,
    said: saidWords(reading.baseData),
    evidence: evidenceState(base),
    settings: chosen.settings,
    sources,
  };
  const tables = reading.tables.map((table) => {
    const scored = scoreTable(table, {
      ...shared,
      rules: resolved.get(table)?.indicators ?? [],
      executionRate: resolved.get(table)?.executionRate ?? null,
      rates: rates.rates,
      justifications: justify(withOurReasons(book, table), chosen.settings),
    });
    for (const key of scored.used) used.add(key);
    return scored.review;
  });
  return { tables, used };
}

/** An input that no definition uses may have answered a rule's question instead. */
const openProblems = (problems: readonly BindingProblem[], used: ReadonlySet<string>): readonly BindingProblem[] =>
  problems.filter((problem) => problem.kind !== "input-unmatched" || !used.has(nameKey(problem.name)));
