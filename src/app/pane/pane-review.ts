import type { Language } from "../../core/findings/catalogue";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { succeed } from "../../core/model/result";
import { builtInPack } from "../../core/rules/packs/index";
import { readPair, type SettingValues } from "../../core/rules/settings";
import type { ReviewOptions } from "../../core/review";
import type { Exact } from "../../core/model/exact";
import type { HostResult, WorkbookHost } from "../../host/port";
import { reviewInSteps, type Progress, type Reviewed } from "../review-workbook";
import { userPack } from "./user-pack";
import type { ReviewChoices } from "./pane-choices";
import { wordProblem } from "../problem-words";
import { recordOf } from "./opinions";
import { dataGroups, type DataGroup } from "./data-rows";
import { paneFindings, type PaneFindingGroup } from "./pane-findings";
import { answerOf, settingLines, type SettingLine } from "./rule-details";
import { summarise, type TableSummary } from "./table-summary";

/** A review with everything the pane shows of it. */
export interface PaneReview extends Reviewed {
  readonly tables: readonly TableSummary[];
  readonly groups: readonly PaneFindingGroup[];
  readonly counts: { readonly errors: number; readonly warnings: number; readonly infos: number };
  readonly data: readonly DataGroup[];
  /** How data was taken, where a person may want it otherwise: shared names, cells that fit equally well. */
  readonly notes: readonly string[];
  readonly settings: readonly SettingLine[];
}

/** Reads the workbook anew and reviews it. */
export async function readAndReview(
  host: WorkbookHost,
  choices: ReviewChoices,
  lang: Language,
  progress: Progress = {},
): Promise<HostResult<PaneReview>> {
  const read = await host.read(progress.signal ? { signal: progress.signal } : {});
  return read.ok ? reviewBook(read.value, choices, lang, progress) : read;
}

/** Reviews a workbook that was read before, giving way between the steps so that it can be stopped. */
export async function reviewBook(
  book: WorkbookSnapshot,
  choices: ReviewChoices,
  lang: Language,
  progress: Progress = {},
): Promise<HostResult<PaneReview>> {
  const reviewed = await reviewInSteps(book, optionsOf(choices), progress, BUSY_MS);
  return reviewed.ok ? succeed(present(reviewed.value, lang)) : reviewed;
}

/** Nobody notices a page that is busy for so long; giving way, and painting what was done, costs more than a small step. */
const BUSY_MS = 50;

function present(reviewed: Reviewed, lang: Language): PaneReview {
  const { book, review } = reviewed;
  const record = recordOf(book);
  const groups = paneFindings(reviewed, record, lang);
  const count = (severity: string): number =>
    groups
      .filter((group) => group.severity === severity)
      .reduce((sum, { findings }) => sum + findings.filter(({ waived }) => !waived).length, 0);
  return {
    ...reviewed,
    tables: review.tables.map((table) => summarise(table, record)),
    groups,
    counts: { errors: count("error"), warnings: count("warning"), infos: count("info") },
    data: dataGroups(book, review),
    notes: review.problems.map((problem) => wordProblem(problem, lang)),
    settings: settingLines(review, lang),
  };
}

/** Choices that no longer read (a setting renamed, a number half typed) are left out rather than guessed. */
function optionsOf({ inputs, pack, userPack: own, settings, template }: ReviewChoices): ReviewOptions {
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
