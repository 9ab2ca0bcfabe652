import { isReportText } from "../../app/file-kind";
import type { Reviewed } from "../../app/review-workbook";
import { readRound } from "../../app/rounds/read-round";
import { roundOfReview } from "../../app/rounds/round-of-review";
import type { Round } from "../../app/rounds/round";
import { readText } from "../../app/text-file";
import type { CommandLine, Options } from "../arguments";
import { CommandFailure, type Terminal } from "../terminal";
import { offeredPack } from "./offered-pack";
import { openToRead, type ReadFile } from "./open-file";
import { findingsBeside, reviewFile, sourceOf, type Beside } from "./review-file";
import { reviewOptions } from "./review-options";

/** The round that a file holds: a workbook is reviewed, a report of `check` is read (SPEC Y1). */
export async function roundOfFile(file: string, line: CommandLine, terminal: Terminal): Promise<Round> {
  const bytes = await terminal.readFile(file);
  return isReportText(bytes) ? roundOfReport(bytes, file, line.options) : roundOfWorkbook(file, line, terminal);
}

function roundOfReport(bytes: Uint8Array, file: string, { lang }: Options): Round {
  const text = readText(bytes);
  if (!text.ok) throw new CommandFailure(`${file}: ${text.failure[lang]}`);
  const read = readRound(text.value);
  if (!read.ok) throw new CommandFailure(`${file}: ${read.failure[lang]}`);
  return { ...read.value, file };
}

export async function roundOfWorkbook(file: string, line: CommandLine, terminal: Terminal): Promise<Round> {
  const { options } = line;
  const opened = await openToRead({ ...line, positionals: [file] }, terminal);
  const chosen = await offeredPack(opened, await reviewOptions(options, terminal), options, terminal);
  return roundOfOpened(opened, await reviewFile(opened, chosen, options, terminal), options, terminal);
}

/** A review as a round, with what is found beside it. */
export const roundOfOpened = (
  opened: ReadFile,
  reviewed: Reviewed,
  { lang }: Options,
  terminal: Terminal,
  beside: Beside = {},
): Round =>
  roundOfReview(sourceOf(opened, reviewed, lang, terminal), reviewed, findingsBeside(reviewed, beside, lang), lang);
