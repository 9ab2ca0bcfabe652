import type { Finding } from "../../findings/finding";
import { decimalText, type Exact } from "../../model/exact";
import { nameOf } from "../../model/path";
import { compact } from "../../model/text";
import type { TableReview } from "../../review.types";
import { a1 } from "../../workbook/address";
import type { CellPosition } from "../../workbook/address";
import { speaksOf, speaksOtherwiseOf, topicOf } from "../claims/topics";
import type { Sentence } from "../text/prose";
import { FALLS_SHORT } from "../words/claims";
import { cellFinding, saidAt, type ReportContext } from "./context";
import { lostMarks, type LostMarks } from "./lost-marks";

/** What the section on problems names, and which deductions no sentence mentions. */
export function problems(context: ReportContext): readonly Finding[] {
  return context.tables.flatMap((reviewed) => {
    const lost = lostMarks([reviewed]);
    if (lost.length === 0) return [];
    return [...elsewhere(context, reviewed, lost), ...unexplained(context, reviewed, lost)];
  });
}

const textOf = ({ prose }: ReportContext, { from, to }: Sentence): string => prose.text.slice(from, to);

function elsewhere(context: ReportContext, reviewed: TableReview, lost: readonly LostMarks[]): readonly Finding[] {
  const section = context.problems;
  const [first] = section?.sentences ?? [];
  if (!section || !first || context.tables.length > 1) return [];
  const deducted = lost.map(({ at }) => a1(at));
  if (section.saysNone) {
    const said = saidAt(context, first);
    const data = { ...said, named: null, score: "", cells: [], deducted };
    return [cellFinding("report-problem-elsewhere", reviewed, lost[0]?.at ?? null, data, { subject: said.quote })];
  }
  const texts = section.sentences.map((sentence) => textOf(context, sentence));
  if (lost.some((one) => texts.some(mentionOf(one)))) return [];
  const named = section.sentences.flatMap((sentence) => fullyScored(reviewed, textOf(context, sentence)) ?? []);
  const [topic] = named;
  // a sentence of which nobody can tell what indicator it means may well mean one that lost marks
  if (!topic || named.length < section.sentences.length) return [];
  const said = saidAt(context, first);
  const data = { ...said, named: topic.name, score: topic.score, cells: topic.cells.map(a1), deducted };
  return [cellFinding("report-problem-elsewhere", reviewed, topic.cells[0] ?? null, data, { subject: said.quote })];
}

interface FullScore {
  readonly name: string;
  /** 20/20. */
  readonly score: string;
  readonly cells: readonly CellPosition[];
}

/** The level or indicator of which a sentence speaks, where it has its full mark; null where it speaks of none such. */
function fullyScored(reviewed: TableReview, sentence: string): FullScore | null {
  const levels = reviewed.levels.flatMap(({ path, at, markSum, scoreSum }) =>
    scoreSum && speaksExactlyOf(sentence, nameOf(path)) ? [{ path, at, mark: markSum, score: scoreSum }] : [],
  );
  const indicators = reviewed.table.indicators.flatMap(({ path, fullMark, score }) =>
    fullMark && score?.stated && speaksOf(sentence, topicOf(nameOf(path)))
      ? [{ path, at: score.at, mark: fullMark.number, score: score.stated.number }]
      : [],
  );
  const named = levels.length > 0 ? levels : indicators;
  const [first] = named;
  if (!first || named.some(({ mark, score }) => score.compare(mark) < 0)) return null;
  return { name: nameOf(first.path), score: outOf(first.score, first.mark), cells: named.map(({ at }) => at) };
}

/** A level's name is short and common: it must stand there as it is. */
const speaksExactlyOf = (sentence: string, name: string): boolean =>
  name.length >= 4 && sentence.includes(compact(name));

const outOf = (score: Exact, mark: Exact): string => `${decimalText(score, 2)}/${decimalText(mark, 2)}`;

/** Whether a sentence mentions a deduction: by its name, by other words for it, by its cell's own reason, or by its amount. */
function mentionOf({ name, lost, indicator }: LostMarks): (sentence: string) => boolean {
  const topic = topicOf(name);
  const said = [`扣${decimalText(lost, 2)}分`, ...clausesOf(indicator.reason?.raw)];
  return (sentence) =>
    speaksOf(sentence, topic) || speaksOtherwiseOf(sentence, topic) || said.some((words) => sentence.includes(words));
}

const hasReason = (raw: unknown): boolean => typeof raw === "string" && compact(raw) !== "";

const SHORTEST_REASON = 4;

/** The clauses of the reason that the cell gives. */
const clausesOf = (reason: unknown): readonly string[] =>
  typeof reason !== "string"
    ? []
    : compact(reason)
        .split(/[,;。、:]/)
        .filter((clause) => clause.length >= SHORTEST_REASON);

/** One finding for all deductions that no sentence on shortcomings mentions. */
function unexplained(context: ReportContext, reviewed: TableReview, lost: readonly LostMarks[]): readonly Finding[] {
  const inSection = new Set(context.problems?.sentences.map(({ index }) => index) ?? []);
  const texts = context.prose.sentences
    .filter((one) => one.heading === null)
    .map((one) => ({ text: textOf(context, one), isProblem: inSection.has(one.index) }))
    .filter(({ text, isProblem }) => isProblem || FALLS_SHORT.test(text))
    .map(({ text }) => text);
  const silent = lost.filter((one) => !texts.some(mentionOf(one)));
  const [first] = silent;
  if (!first) return [];
  const withReason = silent.flatMap(({ indicator, at }) => (hasReason(indicator.reason?.raw) ? [a1(at)] : []));
  const data = { cells: silent.map(({ at }) => a1(at)), names: silent.map(({ name }) => name), withReason };
  return [cellFinding("report-deduction-unexplained", reviewed, first.at, data, { subject: "" })];
}
