import { wordFailure, type Language } from "../../app/failure-words";
import type { HostFailure } from "../../host/port";
import { createXlsxHost, type XlsxHost } from "../../host/xlsx/xlsx-host";
import { builtInPack } from "../../core/rules/packs/index";
import { UsageError, type CommandLine } from "../arguments";
import { CommandFailure, type Terminal } from "../terminal";

export interface OpenedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly host: XlsxHost;
}

/** The one file a command works on. */
export async function openFile({ command, positionals }: CommandLine, terminal: Terminal): Promise<OpenedFile> {
  const [file, ...rest] = positionals;
  if (file === undefined)
    throw new UsageError(`用法：pinghe ${command} 文件.xlsx`, `Usage: pinghe ${command} FILE.xlsx`);
  if (rest.length > 0)
    throw new UsageError(`只能给一个文件，多出：${rest.join(" ")}`, `One file only; also got ${rest.join(" ")}`);
  const bytes = await terminal.readFile(file);
  return { file, bytes, host: createXlsxHost(bytes) };
}

/** A host's failure as the command's one line. */
export const failed = (failure: HostFailure, lang: Language, file?: string): CommandFailure =>
  new CommandFailure(`${file === undefined ? "" : `${file}: `}${wordFailure(failure, lang)}`, {
    cause: failure.kind === "host-error" ? failure.detail : failure,
  });

/** Where to write: given, none of the files that are read, and not there yet unless --force. */
export async function outputFile(line: CommandLine, input: string, terminal: Terminal): Promise<string> {
  const { out, force, template, inputs, pack } = line.options;
  if (out === undefined) throw new UsageError("缺少 -o：请给出输出文件。", "Give the output file with -o.");
  if (await terminal.samePath(out, input)) {
    throw new UsageError("输出文件不能与输入文件相同。", "The output can not be the input file.");
  }
  const read = { template, inputs, pack: pack !== undefined && builtInPack(pack) ? undefined : pack };
  for (const [option, file] of Object.entries(read)) {
    if (file !== undefined && (await terminal.samePath(out, file))) {
      throw new UsageError(`输出文件不能是 --${option} 的文件。`, `The output can not be the file of --${option}.`);
    }
  }
  if (!force && (await terminal.fileExists(out))) {
    throw new UsageError(`${out} 已存在；要覆盖请加 --force。`, `${out} exists; add --force to overwrite it.`);
  }
  return out;
}
