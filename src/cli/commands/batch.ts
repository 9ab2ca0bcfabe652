import { summariseBatch } from "../../app/batch/batch-summary";
import { batchPlan, batchSheets, firstBatchSheet } from "../../app/batch/batch-sheets";
import { rosterNames } from "../../app/batch/roster";
import { isOpenError } from "../../app/rounds/round";
import { scoreDistribution } from "../../app/batch/score-distribution";
import { batchJson } from "../../app/output/batch-json";
import { dressTables } from "../../host/xlsx/dress-tables";
import { newWorkbook } from "../../host/xlsx/new-workbook";
import { createXlsxHost } from "../../host/xlsx/xlsx-host";
import { UsageError, type CommandLine, type Options } from "../arguments";
import { batchText } from "../render/batch-text";
import { CommandFailure, EXIT, type Terminal } from "../terminal";
import { failed, openToRead } from "./open-file";
import { refuseOverwriting } from "./output-place";
import { openJournal } from "./batch-journal";
import { reviewFiles } from "./batch-files";
import { isSlip, writeSlips } from "./slip-file";
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
  const { named, files } = await workbooksOf(positionals, options, terminal);
  if (files.length === 0)
    throw new UsageError(`没有找到工作簿或文档（.xlsx、.xlsm、.xls、.et、.docx）：${positionals.join(" ")}`, `No workbook or document (.xlsx, .xlsm, .xls, .et, .docx) in ${positionals.join(" ")}`); // prettier-ignore
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
  const summary = summariseBatch(reviewed, expected);
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
  const isSound = summary.files.every(({ round }) => round?.findings.some(isOpenError) !== true);
  return isSound ? EXIT.clean : EXIT.errors;
}

const HIDDEN = /(?:^|[\\/])[~.][^\\/]*$/;
const WORKBOOK = /\.(?:xlsx|xlsm|xls|et|docx)$/i;

/**
 * Files as they are named; of a folder the workbooks in it, but for those that Excel keeps while one is open (~$), the summary and
 * the return slips of an earlier run and the list of units.
 */
async function workbooksOf(
  places: readonly string[],
  { out, roster }: Options,
  terminal: Terminal,
): Promise<{ readonly named: readonly string[]; readonly files: readonly string[] }> {
  const found = new Set<string>();
  const named: string[] = [];
  for (const place of places) {
    const below = await terminal.filesBelow(place);
    if (!below) {
      named.push(place);
      found.add(place);
    }
    for (const file of below ?? []) {
      if (!WORKBOOK.test(file) || HIDDEN.test(file) || isSlip(file)) continue;
      const others = [out, roster].filter((other) => other !== undefined);
      const isOther = await Promise.all(others.map((other) => terminal.samePath(other, file)));
      if (!isOther.includes(true)) found.add(file);
    }
  }
  return { named, files: [...found] };
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

async function summaryBook(summary: ReturnType<typeof summariseBatch>, lang: Options["lang"]): Promise<Uint8Array> {
  const host = createXlsxHost(newWorkbook(firstBatchSheet(lang)));
  const sheets = batchSheets(summary, lang);
  const written = await host.write(batchPlan(sheets));
  if (!written.ok) throw failed(written.failure, lang);
  const { name, heads, rows } = scoreDistribution(summary, lang);
  const chart = { sheet: name, title: heads.join(" · "), names: rows.map(([share]) => (typeof share === "string" ? share : "")), counts: rows.map((row) => Number(row[1])) }; // prettier-ignore
  return dressTables(host.bytes(), sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.length })), chart); // prettier-ignore
}
