import path from "node:path";
import { derivedFrom, sealedOptions, sealOf } from "../../app/output/seal";
import { UsageError, type CommandLine } from "../arguments";
import { EXIT, type Terminal } from "../terminal";
import { openToRead } from "./open-file";
import { refuseOverwriting } from "./output-place";
import { offeredPack } from "./offered-pack";
import { reviewFile, sourceOf } from "./review-file";
import { reviewOptions } from "./review-options";

/** `seal FILE -o X.pinghe.json`: all that another person needs to derive the review anew (SPEC G18). */
export async function seal(line: CommandLine, terminal: Terminal): Promise<number> {
  const { options } = line;
  const { out, lang } = options;
  if (out === undefined) throw new UsageError("缺少 -o：请给出输出文件。", "Give the output file with -o.");
  const opened = await openToRead(line, terminal);
  await refuseOverwriting(out, opened.file, options, terminal);
  const chosen = await offeredPack(opened, await reviewOptions(options, terminal), options, terminal);
  const reviewed = await reviewFile(opened, chosen, options, terminal);
  // Where the file lay says nothing about it.
  const source = sourceOf({ ...opened, file: path.basename(opened.file) }, reviewed, lang, terminal);
  const sealed = sealOf(source, sealedOptions(chosen, options.set), derivedFrom(source, reviewed, lang), lang);
  await terminal.writeFile(out, new TextEncoder().encode(`${JSON.stringify(sealed, null, 1)}\n`));
  terminal.out(lang === "zh" ? `已写入 ${out}（文件 ${source.sha256}）\n` : `Wrote ${out} (file ${source.sha256})\n`);
  return EXIT.clean;
}
