import { cleanWorkbook } from "../../app/write-review";
import type { CommandLine } from "../arguments";
import { EXIT, type Terminal } from "../terminal";
import { failed, openFile, outputFile, writeOutput } from "./open-file";

/** `clean FILE -o OUT`: the 报送版 of a scored copy. */
export async function clean(line: CommandLine, terminal: Terminal): Promise<number> {
  const { lang } = line.options;
  const opened = await openFile(line, terminal);
  const out = await outputFile(line, opened, terminal);
  const cleaned = await cleanWorkbook(opened.host);
  if (!cleaned.ok) throw failed(cleaned.failure, lang, opened.file);
  await writeOutput(out, opened, terminal);
  terminal.out(lang === "zh" ? `报送版已写入 ${out}\n` : `Wrote the submission version to ${out}\n`);
  return EXIT.clean;
}
