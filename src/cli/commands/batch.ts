import { othersText, sortFolder, type OtherFiles } from "../../app/batch/batch-folder";
import { summariseBatch, type BatchSummary } from "../../app/batch/batch-summary";
import { summaryLists } from "../../app/batch/batch-sheets";
import { rosterNames } from "../../app/batch/roster";
import { isOpenError } from "../../app/rounds/round";
import { batchJson } from "../../app/output/batch-json";
import { listBook } from "../../host/xlsx/list-book";
import { UsageError, type CommandLine, type Options } from "../arguments";
import { READ_OPTIONS } from "../option-values";
import { batchText } from "../render/batch-text";
import { CommandFailure, EXIT, type Terminal } from "../terminal";
import { failed, openToRead } from "./open-file";
import { refuseOverwriting } from "./output-place";
import { journalOf, openJournal } from "./batch-journal";
import { reviewFiles } from "./batch-files";
import { writeSlips } from "./slip-file";
import { reviewOptions } from "./review-options";

/**
 * `batch FOLDER|FILES…`: reviews any number of workbooks and compares them with each other (SPEC Y7). A file that can not be
 * read is a row with its reason and stops nothing.
 */
export async function batch(line: CommandLine, terminal: Terminal): Promise<number> {
  const { positionals, options } = line;
  if (positionals.length === 0)
    throw new UsageError("用法：pinghe batch 文件夹或文件… [-o 汇总.xlsx]", "Usage: pinghe batch FOLDER|FILES… [-o SUMMARY.xlsx]"); // prettier-ignore
  const { out, lang } = options;
  if (out !== undefined && !/\.xlsx$/i.test(out))
    throw new UsageError(`汇总文件应以 .xlsx 结尾，不能是“${out}”。`, `The summary ends with .xlsx, not "${out}".`);
  const { named, reviewed: files, others } = await workbooksOf(positionals, options, terminal);
  if (files.length === 0)
    throw new UsageError(`没有找到工作簿或文档（.xlsx、.xlsm、.xls、.et、.docx）：${noneFound(positionals, others, "zh")}`, `No workbook or document (.xlsx, .xlsm, .xls, .et, .docx) in ${noneFound(positionals, others, "en")}`); // prettier-ignore
  if (out !== undefined)
    for (const file of named.length > 0 ? named : files.slice(0, 1))
      await refuseOverwriting(out, file, options, terminal);
  // A pack or inputs file that does not read is no fault of any workbook: it ends the batch before it begins.
  await reviewOptions(options, terminal);
  const expected = await expectedUnits(line, terminal);
  const journal = out === undefined ? null : await openJournal(out, options, terminal);
  if (journal && journal.found > 0)
    terminal.err(lang === "zh" ? `接着上次中断处继续：已有 ${journal.found} 个文件的结果\n` : `Going on where the last run was broken off: ${journal.found} files are done\n`); // prettier-ignore
  const reviewed = await reviewFiles(files, line, terminal, journal);
  const summary = summariseBatch(reviewed, { expected, others });
  const slips = await writeSlips(reviewed, options, terminal);
  if (out !== undefined) await terminal.writeFile(out, await summaryBook(summary, lang));
  await journal?.end();
  terminal.out(
    options.format === "json" ? `${JSON.stringify(batchJson(summary), null, 2)}\n` : batchText(summary, lang, terminal.colour), // prettier-ignore
  );
  if (out !== undefined && options.format === "text")
    terminal.out(lang === "zh" ? `已写入 ${out}\n` : `Wrote ${out}\n`);
  if (options.slips !== undefined && options.format === "text")
    terminal.out(lang === "zh" ? `已在 ${options.slips} 写入退回意见单 ${slips} 份\n` : `Wrote ${slips} return slips into ${options.slips}\n`); // prettier-ignore
  const isSound = summary.files.every(({ round }) => round !== null && !round.findings.some(isOpenError));
  return isSound ? EXIT.clean : EXIT.errors;
}

const noneFound = (places: readonly string[], others: readonly OtherFiles[], lang: Options["lang"]): string =>
  [places.join(" "), othersText(others, lang)].filter(Boolean).join(lang === "zh" ? "。" : ". ");

interface Found extends ReturnType<typeof sortFolder> {
  readonly named: readonly string[];
}

/**
 * Files as they are named; of a folder what may hold a table, but for those that Excel keeps while one is open (~$), what an
 * earlier run wrote and what the command reads by its options.
 */
async function workbooksOf(places: readonly string[], options: Options, terminal: Terminal): Promise<Found> {
  const named: string[] = [];
  const below = new Set<string>();
  for (const place of places) {
    const files = await terminal.filesBelow(place);
    if (!files) named.push(place);
    for (const file of files ?? []) if (!(await isOwn(file, options, terminal))) below.add(file);
  }
  const { reviewed, others } = sortFolder([...below]);
  return { named, reviewed: [...new Set([...named, ...reviewed])], others };
}

/** Whether it is no unit's: the output, its journal, or a file that an option names. */
async function isOwn(file: string, options: Options, terminal: Terminal): Promise<boolean> {
  const { out } = options;
  const read = READ_OPTIONS.map((option) => options[option]);
  const own = [...(out === undefined ? [] : [out, journalOf(out)]), ...read];
  for (const other of own) if (other !== undefined && (await terminal.samePath(other, file))) return true;
  return false;
}

/** The names on the list that `--roster` names; null where it names none. */
async function expectedUnits(line: CommandLine, terminal: Terminal): Promise<readonly string[] | null> {
  const { roster, lang } = line.options;
  if (roster === undefined) return null;
  const { host } = await openToRead({ ...line, positionals: [roster] }, terminal);
  const book = await host.read();
  if (!book.ok) throw failed(book.failure, lang, roster);
  const names = rosterNames(book.value);
  if (names.length > 0) return names;
  throw new CommandFailure(lang === "zh" ? `${roster}: 名单里没有找到单位名称。请在一栏的表头写“单位名称”，下面每行一个单位。` : `${roster}: no unit was found on the list. Head one column 单位名称 and name a unit in each row below.`); // prettier-ignore
}

async function summaryBook(summary: BatchSummary, lang: Options["lang"]): Promise<Uint8Array> {
  const made = await listBook(summaryLists(summary, lang));
  if (!made.ok) throw failed(made.failure, lang);
  return made.value;
}
