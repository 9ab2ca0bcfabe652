import { stringify } from "yaml";
import { provePack } from "../../app/pack-proof";
import { firstPackSheet, packPlan } from "../../app/pack-sheets";
import { plainPack } from "../../core/rules/packs/pack-text";
import type { PackFile } from "../../core/rules/packs/schema";
import { newWorkbook } from "../../host/xlsx/new-workbook";
import { createXlsxHost } from "../../host/xlsx/xlsx-host";
import { UsageError, type CommandLine, type Options } from "../arguments";
import { EXIT, type Terminal } from "../terminal";
import { failed } from "./open-file";
import { refuseOverwriting } from "./output-place";
import { proofFaults, readGivenPack, type GivenPack } from "./pack-file";

/**
 * `pack FILE [-o OUT]`: what a pack says, as it was read, and the pack in its other form: a workbook where OUT ends with
 * .xlsx, YAML else (SPEC M23, K10). Status 1 where the pack does not prove itself.
 */
export async function pack({ positionals, options }: CommandLine, terminal: Terminal): Promise<number> {
  const { out, lang } = options;
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0)
    throw new UsageError("用法：pinghe pack 规则包文件 -o 输出文件", "Usage: pinghe pack FILE -o OUT");
  const form = out === undefined ? null : formOf(out);
  const given = await readGivenPack(file, terminal, lang);
  if (out !== undefined && form) {
    await refuseOverwriting(out, file, options, terminal);
    await terminal.writeFile(out, form === "sheet" ? await sheetBytes(given.own, lang) : yamlBytes(given));
  }
  const faults = proofFaults(given, file, lang);
  terminal.out(`${proofText(given, file, lang)}\n`);
  for (const fault of faults) terminal.out(`${fault}\n`);
  if (out !== undefined) terminal.out(lang === "zh" ? `已写入 ${out}\n` : `Wrote ${out}\n`);
  return faults.length > 0 ? EXIT.errors : EXIT.clean;
}

function formOf(out: string): "sheet" | "yaml" {
  if (/\.xlsx$/i.test(out)) return "sheet";
  if (/\.(?:ya?ml|json)$/i.test(out)) return "yaml";
  throw new UsageError(
    `输出文件应以 .xlsx 或 .yaml 结尾，不能是“${out}”。`,
    `The output ends with .xlsx or .yaml, not "${out}".`,
  );
}

async function sheetBytes(own: PackFile, lang: Options["lang"]): Promise<Uint8Array> {
  const host = createXlsxHost(newWorkbook(firstPackSheet(own)));
  const written = await host.write(packPlan(own));
  if (!written.ok) throw failed(written.failure, lang);
  return host.bytes();
}

/** With what it extends as its file names it, and without what the schema fills in. */
function yamlBytes({ own }: GivenPack): Uint8Array {
  const { id, version, ...rest } = plainPack(own);
  const base = own.extends === undefined ? {} : { extends: own.extends };
  return new TextEncoder().encode(stringify({ id, version, ...base, ...rest }, { lineWidth: 0 }));
}

function proofText({ pack: whole, unused }: GivenPack, file: string, lang: Options["lang"]): string {
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const { id, version, title, source, kind } = whole;
  const names = [source.document, source.title].filter(Boolean).join(" ");
  return [
    `${file}  ${id} ${version}  ${title[lang]}`,
    `${say("依据", "source")}  ${names}  ${kind === "department" ? say("部门整体支出", "department overall") : say("项目支出", "project")}`,
    ...provePack(whole, lang).lines,
    ...(unused.length > 0 ? [`${say("没有用上的单元格", "cells not used")} ${unused.join(say("、", ","))}`] : []),
  ].join("\n");
}
