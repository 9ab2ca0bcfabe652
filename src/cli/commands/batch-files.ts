import type { BatchFile } from "../../app/batch/batch-unit";
import { reviewUnitFile } from "../../app/batch/review-unit-file";
import type { CommandLine } from "../arguments";
import { FileFault, wordFileFault } from "../files/file-fault";
import type { BatchJournal } from "./batch-journal";
import { CommandFailure, type FileReviewer, type Terminal } from "../terminal";
import { AUTO_PACK, wordNoPack } from "./offered-pack";
import { openToRead } from "./open-file";
import { sourceOf } from "./review-file";
import { reviewOptions } from "./review-options";

/** Reviews every file that the journal does not hold already, on as many threads as the terminal has, and tells how far it is where a person waits. */
export async function reviewFiles(
  files: readonly string[],
  line: CommandLine,
  terminal: Terminal,
  journal: BatchJournal | null,
): Promise<readonly BatchFile[]> {
  const reviewers = terminal.reviewers?.(line, files.length) ?? [];
  const here: FileReviewer = { review: (file) => reviewOne(file, line, terminal), end: () => Promise.resolve() };
  const read: BatchFile[] = [];
  let next = 0;
  let count = 0;
  const work = async ({ review }: FileReviewer): Promise<void> => {
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index] ?? "";
      const looked = await journal?.look(file);
      const done = looked?.known ?? (await review(file));
      if (looked && !looked.known) await journal?.add(looked.hash, done);
      read[index] = done;
      progress(++count, files.length, file, line, terminal);
    }
  };
  try {
    await Promise.all((reviewers.length > 0 ? reviewers : [here]).map(work));
  } finally {
    await Promise.all(reviewers.map(({ end }) => end()));
    if (terminal.interactive) terminal.err("\r\u001b[K");
  }
  return read;
}

function progress(done: number, total: number, file: string, { options: { lang } }: CommandLine, terminal: Terminal): void {
  if (terminal.interactive)
    terminal.err(`\r\u001b[K${lang === "zh" ? "已核验" : "Reviewed"} ${done}/${total} ${file}`);
} // prettier-ignore

/** A fault of the file is its row; a fault of ours is thrown and ends the batch. */
export async function reviewOne(file: string, line: CommandLine, terminal: Terminal): Promise<BatchFile> {
  const { options } = line;
  // The one line of progress is the batch's, and it has told what is wrong with the options: no review says it again.
  const silent = { ...terminal, interactive: false, err: () => undefined };
  try {
    const opened = await openToRead({ ...line, positionals: [file] }, silent);
    const rules = {
      options: await reviewOptions(options, silent),
      isPackOffered: options.pack === AUTO_PACK,
      lang: options.lang,
      wordNoPack,
    };
    return await reviewUnitFile(file, opened.host, rules, (reviewed) =>
      sourceOf(opened, reviewed, options.lang, silent),
    );
  } catch (error) {
    if (error instanceof FileFault) return { file, round: null, failure: wordFileFault(error, options.lang) };
    if (!(error instanceof CommandFailure)) throw error;
    return { file, round: null, failure: error.message.replace(`${file}: `, "") };
  }
}
