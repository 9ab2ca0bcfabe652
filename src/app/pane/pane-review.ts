import type { Language } from "../../core/findings/catalogue";
import type { ReportFile } from "../../core/workbook/report-text";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { readOurs } from "../../core/ours/read-ours";
import { succeed } from "../../core/model/result";
import { builtInPack } from "../../core/rules/packs/index";
import { recordedPack } from "../../core/sources/recorded-pack";
import { readPair, type SettingValues } from "../../core/rules/settings";
import type { ReviewOptions } from "../../core/review";
import type { Exact } from "../../core/model/exact";
import type { HostResult } from "../../host/port";
import type { ReviewedReport } from "../review-report";
import { besideReport, reviewInSteps, withFindings, type Progress, type Reviewed } from "../review-workbook";
import { userPack } from "./user-pack";
import type { ReviewChoices } from "./pane-choices";
import { wordProblem } from "../problem-words";
import { recordOf } from "./opinions";
import { dataGroups, type DataGroup } from "./data-rows";
import { paneReport, type PaneReport } from "./pane-report";
import { paneFindings, type PaneFinding } from "./pane-findings";
import { offersOf, type PaneOffer } from "./pane-offers";
import { queueOf } from "./queue";
import type { QueueItem } from "./queue-item";
import { sinceEarlier, type PaneChanges } from "./round-changes";
import { reasonPlaces, type ReasonPlace } from "./reason-place";
import { answerOf, settingLines, type SettingLine } from "./rule-details";
import { summarise, type TableSummary } from "./table-summary";

/** A review with everything the pane shows of it. */
export interface PaneReview extends Reviewed {
  readonly tables: readonly TableSummary[];
  readonly findings: readonly PaneFinding[];
  readonly queue: readonly QueueItem[];
  readonly counts: { readonly errors: number; readonly warnings: number; readonly infos: number };
  readonly data: readonly DataGroup[];
  /** How data was taken, where a person may want it otherwise: shared names, cells that fit equally well. */
  readonly notes: readonly string[];
  readonly settings: readonly SettingLine[];
  /** Where each indicator's reason goes, by table. */
  readonly reasons: ReadonlyMap<string, readonly ReasonPlace[]>;
  /** 本轮轮次. */
  readonly round: number;
  readonly rules: RulesInForce;
  /** The narrative report beside the workbook; null where there is none. */
  readonly report: PaneReport | null;
  /** Since an earlier round; null where none is known. */
  readonly changes: PaneChanges | null;
  /** Whether the pane is not to write: a reviewer said so in 规则, else the workbook was handed over to be looked at. */
  readonly readOnly: boolean;
}

/** By which rules the workbook is judged, and which are offered. */
interface RulesInForce {
  /** The pack in force; null: what the tables print. */
  readonly pack: {
    readonly id: string;
    readonly title: string;
    readonly source: string;
    readonly version: string;
  } | null;
  /** Whether an office laid it down, so that what it gives is due. */
  readonly isOfficial: boolean;
  /** Whether a reviewer's choice on the sheet 规则 says so. */
  readonly isKept: boolean;
  /** Computed scores stand whose sheet 规则 is not there any more (SPEC P48). */
  readonly areGone: boolean;
  readonly offers: readonly PaneOffer[];
}

/** Reviews a workbook that was read before; a review that was called off is a failure `cancelled`. */
export type ReviewBook = (
  book: WorkbookSnapshot,
  choices: ReviewChoices,
  lang: Language,
  progress?: Progress,
) => Promise<HostResult<PaneReview>>;

/** On the thread that it is called on, giving way between the steps so that it can be stopped. */
export const reviewBook: ReviewBook = async (book, choices, lang, progress = {}) => {
  const reviewed = await reviewInSteps(book, reviewOptionsOf(choices), progress, BUSY_MS);
  if (!reviewed.ok) return reviewed;
  const { report } = choices;
  // An earlier round is of the workbook alone.
  const { changes, raised } = await sinceEarlier(reviewed.value, choices.earlier, lang);
  const since = { changes, alone: withFindings(reviewed.value, raised) };
  if (!report) return succeed(present(since, choices, lang, null));
  const { reviewReport } = await import(/* webpackChunkName: "report" */ "../review-report");
  const laid = await reviewReport(report, reviewed.value, lang, progress);
  return laid.ok ? succeed(present(since, choices, lang, { file: report, laid: laid.value })) : laid;
};

/** The report beside the workbook, and what came of it. */
interface Beside {
  readonly file: ReportFile;
  readonly laid: ReviewedReport;
}

/** Nobody notices a page that is busy for so long; giving way, and painting what was done, costs more than a small step. */
const BUSY_MS = 50;

/** The workbook, with what an earlier round raises about it. */
interface Since {
  readonly alone: Reviewed;
  readonly changes: PaneChanges | null;
}

function present({ alone, changes }: Since, choices: ReviewChoices, lang: Language, beside: Beside | null): PaneReview {
  const reviewed = beside ? besideReport(alone, beside.laid.report.findings) : alone;
  const { book, review } = reviewed;
  const record = recordOf(book);
  const { shown, findings } = paneFindings(reviewed, lang, beside?.file ?? null);
  const report = beside && paneReport(beside.file, beside.laid.report, beside.laid.findings, lang);
  const count = (severity: string): number => shown.filter((one) => one.severity === severity && !one.waived).length;
  return {
    ...reviewed,
    tables: review.tables.map((table) => summarise(table, record)),
    findings: shown,
    queue: queueOf({ review, shown, findings }),
    counts: { errors: count("error"), warnings: count("warning"), infos: count("info") },
    data: dataGroups(book, review, report?.offers ?? []),
    report,
    changes,
    notes: review.problems.map((problem) => wordProblem(problem, lang)),
    settings: settingLines(review, lang),
    reasons: new Map(
      review.tables.map(({ table }) => {
        const placeOf = reasonPlaces(reviewed, table.id);
        return [table.id, table.indicators.map((_, index) => placeOf(index))];
      }),
    ),
    round: record?.round ?? 1,
    rules: rulesInForce(reviewed, choices, lang),
    readOnly: readOurs(book).rules?.readOnly ?? book.readOnly ?? false,
  };
}

function rulesInForce(reviewed: Reviewed, choices: ReviewChoices, lang: Language): RulesInForce {
  const { book, review } = reviewed;
  const sheet = readOurs(book).rules;
  const own = choices.userPack ? userPack(choices.userPack.text) : null;
  const kept = recordedPack(book);
  const inForce = review.pack && (kept?.choice.id === review.pack.id ? kept.pack : builtInPack(review.pack.id));
  const file = own ?? inForce;
  return {
    pack: file && {
      id: file.id,
      title: file.title[lang],
      source: [file.source.document, file.source.title].filter(Boolean).join(" "),
      version: file.version,
    },
    isOfficial: file?.authority === "official",
    isKept: sheet?.takesNoPack === true || sheet?.reviewerPack != null,
    areGone: review.findings.some(({ code, data }) => code === "scores-without-rule" && data.sheetGone),
    offers: offersOf(review, sheet?.declined ?? [], lang),
  };
}

/** Choices that no longer read (a setting renamed, a number half typed) are left out rather than guessed. */
export function reviewOptionsOf({
  inputs,
  pack,
  userPack: own,
  settings,
  template,
}: Omit<ReviewChoices, "earlier">): ReviewOptions {
  const numbers = new Map<string, Exact>();
  for (const [label, text] of Object.entries(inputs)) {
    const number = answerOf(text, [], false);
    if (number) numbers.set(label, number);
  }
  return {
    inputs: numbers,
    settings: settingsOf(settings),
    pack: own ? userPack(own.text) : pack === null ? null : builtInPack(pack),
    template: template?.book ?? null,
  };
}

function settingsOf(settings: ReviewChoices["settings"]): SettingValues {
  const read = Object.entries(settings).map(([key, value]) => readPair(key, value));
  return read.reduce<SettingValues>((values, one) => (one.ok ? { ...values, ...one.value } : values), {});
}

/** Whether a setting takes the value that was typed for it. */
export const takesSetting = (key: string, value: string): boolean => readPair(key, value).ok;
