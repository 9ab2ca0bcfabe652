import path from "node:path";
import type { BatchFile } from "../../app/batch/batch-unit";
import { batchSlips } from "../../app/slip/batch-slips";
import { returnSlip, type ReturnSlip } from "../../app/slip/return-slip";
import { slipPage } from "../../app/slip/slip-page";
import type { Round } from "../../app/rounds/round";
import { UsageError, type Options } from "../arguments";
import { CommandFailure, type Terminal } from "../terminal";
import { refuseOverwriting } from "./output-place";

/** Refuses a slip that could not be written, before anything is reviewed. */
export async function refuseSlip(file: string, options: Options, terminal: Terminal): Promise<void> {
  const { slip } = options;
  if (slip === undefined) return;
  if (!SLIP_KINDS.test(slip))
    throw new UsageError(`退回意见单应以 ${SLIP_WORDS} 结尾，不能是“${slip}”。`, `The return slip ends with ${SLIP_WORDS}, not "${slip}".`); // prettier-ignore
  await refuseOverwriting(slip, file, options, terminal);
}

/** Writes the slip of `--slip`, where there is a point to make; says which. */
export async function writeSlip(round: Round, options: Options, terminal: Terminal): Promise<void> {
  const { slip: out, lang } = options;
  if (out === undefined) return;
  const slip = slipOf(round, options);
  if (slip) await terminal.writeFile(out, await slipBytes(slip, out, lang));
  if (options.format !== "text") return;
  const zh = slip ? `已写入 ${out}（退回意见 ${slip.rows.length} 条）` : "没有需要退回的意见，未写退回意见单";
  const en = slip ? `Wrote ${out} (${slip.rows.length} points)` : "There is nothing to return; no slip was written";
  terminal.out(`${lang === "zh" ? zh : en}\n`);
}

/** Where the file lies on this machine is no matter of the unit's. */
const slipOf = (round: Round, { due, lang }: Options): ReturnSlip | null =>
  returnSlip({ ...round, file: path.basename(round.file) }, due ?? null, lang);

/**
 * One slip for each file that needs one, in the folder of `--slips`. Nothing is written where one of them would take the
 * place of a file that is there, without --force, or of a file that was read, at all.
 */
export async function writeSlips(files: readonly BatchFile[], options: Options, terminal: Terminal): Promise<number> {
  const { slips: folder, lang } = options;
  if (folder === undefined) return 0;
  const inputs = new Map(files.map(({ file }) => [path.basename(file).toLowerCase(), file]));
  const planned = batchSlips(files, options.due ?? null, lang).map(({ name, slip }) => ({ out: path.join(folder, name), slip })); // prettier-ignore
  for (const { out } of planned) {
    const input = inputs.get(path.basename(out).toLowerCase());
    const isInput = input !== undefined && (await terminal.samePath(out, input));
    if (isInput || (!options.force && (await terminal.fileExists(out))))
      throw new CommandFailure(lang === "zh" ? `${out} 已存在${isInput ? "，且是被核验的文件" : "；要覆盖请加 --force"}。没有写退回意见单。` : `${out} exists${isInput ? " and was reviewed" : "; add --force to overwrite it"}. No slip was written.`); // prettier-ignore
  }
  for (const { out, slip } of planned) await terminal.writeFile(out, await slipBytes(slip, out, lang));
  return planned.length;
}

const SLIP_KINDS = /\.(?:html|docx)$/i;
const SLIP_WORDS = ".docx / .html";

/** The writer of documents is loaded only for one. */
async function slipBytes(slip: ReturnSlip, out: string, lang: Options["lang"]): Promise<Uint8Array> {
  if (/\.html$/i.test(out)) return new TextEncoder().encode(slipPage(slip, lang));
  const { writeForm } = await import(/* webpackMode: "eager" */ "../../host/document/write-form");
  return writeForm(slip);
}
