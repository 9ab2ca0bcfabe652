import path from "node:path";
import { derivedFrom, sealedOptions, sealOf } from "../../app/output/seal";
import { UsageError, type CommandLine } from "../arguments";
import { EXIT, type Terminal } from "../terminal";
import { openToRead } from "./open-file";
import { offeredPack } from "./offered-pack";
import { reviewFile, sourceOf } from "./review-file";
import { reviewOptions } from "./review-options";

/** `seal FILE -o X.pinghe.json`: all that another person needs to derive the review anew (SPEC G18). */
export async function seal(line: CommandLine, terminal: Terminal): Promise<number> {
  const { options } = line;
  const { out, lang, force } = options;
  if (out === undefined) throw new UsageError("缺少 -o：请给出输出文件。", "Give the output file with -o.");
  const opened = await openToRead(line, terminal);
  if (await terminal.samePath(out, opened.file))
    throw new UsageError("输出文件不能与输入文件相同。", "The output can not be the input file.");
  if (!force && (await terminal.fileExists(out)))
    throw new UsageError(`${out} 已存在；要覆盖请加 --force。`, `${out} exists; add --force to overwrite it.`);
  const chosen = await offeredPack(opened, await reviewOptions(options, terminal), options, terminal);
  const reviewed = await reviewFile(opened, chosen, options, terminal);
  // Where the file lay says nothing about it.
  const source = sourceOf({ ...opened, file: path.basename(opened.file) }, reviewed, terminal);
  const sealed = sealOf(source, sealedOptions(chosen, options.set), derivedFrom(source, reviewed, lang), lang);
  await terminal.writeFile(out, new TextEncoder().encode(`${JSON.stringify(sealed, null, 1)}\n`));
  terminal.out(lang === "zh" ? `已写入 ${out}（文件 ${source.sha256}）\n` : `Wrote ${out} (file ${source.sha256})\n`);
  return EXIT.clean;
}
