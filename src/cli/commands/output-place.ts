import { builtInPack } from "../../core/rules/packs/index";
import { UsageError, type Options } from "../arguments";
import { READ_OPTIONS } from "../option-values";
import type { Terminal } from "../terminal";

/** Refuses an output that is a file which the command reads, by whatever option, or that is there without --force (SPEC K4). */
export async function refuseOverwriting(
  out: string,
  file: string,
  options: Options,
  terminal: Terminal,
): Promise<void> {
  if (await terminal.samePath(out, file))
    throw new UsageError("输出文件不能与输入文件相同。", "The output can not be the input file.");
  for (const option of READ_OPTIONS) {
    const read = options[option];
    if (read === undefined || (option === "pack" && builtInPack(read))) continue;
    if (await terminal.samePath(out, read))
      throw new UsageError(`输出文件不能是 --${option} 的文件。`, `The output can not be the file of --${option}.`);
  }
  if (!options.force && (await terminal.fileExists(out)))
    throw new UsageError(`${out} 已存在；要覆盖请加 --force。`, `${out} exists; add --force to overwrite it.`);
}
