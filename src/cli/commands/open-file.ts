import { wordFailure, type Language } from "../../app/failure-words";
import type { HostFailure, WorkbookHost } from "../../host/port";
import { documentHost, isDocument, readingHost } from "../../host/reading/reading-host";
import { bookOfSheets } from "../../host/xlsx/book-of-sheets";
import { createXlsxHost, type XlsxHost } from "../../host/xlsx/xlsx-host";
import { asWorkbook } from "../../host/xlsx/package/book-kind";
import { UsageError, type CommandLine } from "../arguments";
import { CommandFailure, type Terminal } from "../terminal";
import { refuseOverwriting } from "./output-place";

/** A workbook that is only read, of whatever format. */
export interface ReadFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly host: WorkbookHost;
}

export interface OpenedFile extends ReadFile {
  readonly host: XlsxHost;
}

/** The one file a command reads, of whatever format. */
export async function openToRead(line: CommandLine, terminal: Terminal): Promise<ReadFile> {
  const { file, bytes } = await onlyFile(line, terminal);
  return { file, bytes, host: await readingHost(file, bytes) };
}

/** The one file a command works on; of a document it is a workbook of its tables (SPEC I5). */
export async function openFile(line: CommandLine, terminal: Terminal): Promise<OpenedFile> {
  const { file, bytes } = await onlyFile(line, terminal);
  if (!isDocument(file)) return { file, bytes, host: createXlsxHost(bytes) };
  const { out, lang } = line.options;
  if (out !== undefined && !/\.xlsx$/i.test(out))
    throw new UsageError(`文档的核验结果写入工作簿，输出文件的扩展名应为 .xlsx，不能是“${out}”。`, `What comes of a document is a workbook; the output must be named .xlsx, not "${out}".`); // prettier-ignore
  const book = await (await documentHost(bytes)).read();
  if (!book.ok) throw failed(book.failure, lang, file);
  if (book.value.sheets.length === 0)
    throw new CommandFailure(lang === "zh" ? `${file}: 文档里没有表格。` : `${file}: There is no table in the document.`); // prettier-ignore
  return { file, bytes, host: createXlsxHost(bookOfSheets(book.value.sheets)) };
}

async function onlyFile({ command, positionals }: CommandLine, terminal: Terminal) {
  const [file, ...rest] = positionals;
  if (file === undefined)
    throw new UsageError(`用法：pinghe ${command} 文件.xlsx`, `Usage: pinghe ${command} FILE.xlsx`);
  if (rest.length > 0)
    throw new UsageError(`只能给一个文件，多出：${rest.join(" ")}`, `One file only; also got ${rest.join(" ")}`);
  const bytes = await terminal.readFile(file);
  return { file, bytes };
}

/** A host's failure as the command's one line. */
export const failed = (failure: HostFailure, lang: Language, file?: string): CommandFailure =>
  new CommandFailure(`${file === undefined ? "" : `${file}: `}${wordFailure(failure, lang)}`, {
    cause: failure.kind === "host-error" ? failure.detail : failure,
  });

/** Where to write: given, none of the files that are read, and not there yet unless --force. */
export async function outputFile(line: CommandLine, opened: OpenedFile, terminal: Terminal): Promise<string> {
  const { out } = line.options;
  if (out === undefined) throw new UsageError("缺少 -o：请给出输出文件。", "Give the output file with -o.");
  await refuseOverwriting(out, opened.file, line.options, terminal);
  await refuseOtherKind(out, opened, line.options.lang);
  return out;
}

const EXCEL_NAMES: ReadonlySet<string> = new Set("xlsx xlsm xltx xltm xlsb xls xlt xla xlam et ett ods csv".split(" "));

/** Excel opens no package under another kind's extension; a plain template may become a workbook. */
async function refuseOtherKind(out: string, { file, host }: OpenedFile, lang: Language): Promise<void> {
  const extension = /\.([^./\\]+)$/.exec(out)?.[1]?.toLowerCase() ?? "";
  if (!EXCEL_NAMES.has(extension)) return;
  const kind = await host.kind();
  if (!kind.ok) throw failed(kind.failure, lang, file);
  if (kind.value === extension || (kind.value === "xltx" && extension === "xlsx")) return;
  const zh = KIND_WORDS[kind.value];
  throw new UsageError(
    `${file} ${zh}，输出文件的扩展名应为 .${kind.value}，不能是 .${extension}。`,
    `${file} is of the kind .${kind.value}; the output must be named so, not .${extension}.`,
  );
}

const KIND_WORDS = { xlsx: "是普通工作簿", xlsm: "含有宏", xltx: "是模板", xltm: "是含有宏的模板" } as const;

/** Writes the workbook as it stands now; a template under the name of a workbook becomes one. */
export async function writeOutput(out: string, { host }: OpenedFile, terminal: Terminal): Promise<void> {
  const bytes = host.bytes();
  await terminal.writeFile(out, /\.xlsx$/i.test(out) ? asWorkbook(bytes) : bytes);
}
