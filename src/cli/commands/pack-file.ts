import path from "node:path";
import type { Language } from "../../app/failure-words";
import { isZip } from "../../app/file-kind";
import { readText } from "../../app/text-file";
import { provePack } from "../../app/pack-proof";
import { sheetA1, type CellAddress } from "../../core/workbook/address";
import { builtInFile, BUILT_IN_PACKS, withBase } from "../../core/rules/packs/index";
import { readPack } from "../../core/rules/packs/read-pack";
import type { PackFile } from "../../core/rules/packs/schema";
import { readPackSheets } from "../../core/rules/packs/sheet/read-sheet";
import type { PackFault } from "../../core/sources/pack-test";
import { createXlsxHost } from "../../host/xlsx/xlsx-host";
import { UsageError } from "../usage-error";
import { FileFault } from "../files/file-fault";
import { CommandFailure, type Terminal } from "../terminal";
import { failed } from "./open-file";

/** A pack as it was given: by the id of a built-in one, as YAML, or as a workbook. */
export interface GivenPack {
  /** As the file says it, and with what it takes over. */
  readonly own: PackFile;
  readonly pack: PackFile;
  readonly form: "builtIn" | "yaml" | "sheet";
  /** The cells of a workbook's pack, by path. */
  readonly cells: ReadonlyMap<string, CellAddress>;
  /** Cells of a workbook of which nothing was taken. */
  readonly unused: readonly string[];
}

export async function readGivenPack(file: string, terminal: Terminal, lang: Language): Promise<GivenPack> {
  const builtIn = builtInFile(file);
  if (builtIn) return { ...whole(builtIn, file, lang), form: "builtIn", cells: new Map(), unused: [] };
  const bytes = await bytesOf(file, terminal);
  // A workbook is a zip archive, whatever its name.
  return isZip(bytes) ? sheetPack(file, bytes, lang) : yamlPack(file, bytes, lang);
}

async function sheetPack(file: string, bytes: Uint8Array, lang: Language): Promise<GivenPack> {
  const book = await createXlsxHost(bytes).read();
  if (!book.ok) throw failed(book.failure, lang, file);
  const read = readPackSheets(book.value, path.basename(file));
  if (!read.ok) throw faulty(file, read.failure.map(({ at, [lang]: words }) => placed(at, words)), lang); // prettier-ignore
  const { pack, cells, unused } = read.value;
  const unusedTexts = unused.map(({ at, text }) => placed(at, text));
  return { ...whole(pack, file, lang), form: "sheet", cells, unused: unusedTexts };
}

function yamlPack(file: string, bytes: Uint8Array, lang: Language): GivenPack {
  const text = readText(bytes);
  if (!text.ok) throw new CommandFailure(`${file}: ${text.failure[lang]}`);
  const read = readPack(text.value);
  if (!read.ok) {
    const said = lang === "zh" ? "：" : ": ";
    const faults = read.failure.map(({ line, path: at, [lang]: words }) => `:${line} ${at === "" ? "" : `${at}${said}`}${words}`); // prettier-ignore
    throw faulty(file, faults, lang);
  }
  return { ...whole(read.value, file, lang), form: "yaml", cells: new Map(), unused: [] };
}

function whole(own: PackFile, file: string, lang: Language): Pick<GivenPack, "own" | "pack"> {
  const based = withBase(own);
  if (!based.ok) throw new CommandFailure(`${file}: extends: ${based.failure[lang]}`);
  return { own, pack: based.value };
}

const placed = (at: CellAddress | null, words: string): string => (at ? ` ${sheetA1(at)} ${words}` : ` ${words}`);

const MOST_SHOWN = 20;

/** All faults in one line of the screen, unless there are very many. */
export function faulty(file: string, faults: readonly string[], lang: Language): CommandFailure {
  const shown = faults.slice(0, MOST_SHOWN).map((fault) => `${file}${fault.replace(/[。.]$/, "")}`);
  const rest = faults.length - shown.length;
  if (rest > 0) shown.push(lang === "zh" ? `另有 ${rest} 处` : `${rest} more`);
  return new CommandFailure(shown.join(lang === "zh" ? "；" : "; "));
}

async function bytesOf(file: string, terminal: Terminal): Promise<Uint8Array> {
  try {
    return await terminal.readFile(file);
  } catch (error) {
    if (!(error instanceof FileFault && error.code === "ENOENT")) throw error;
    const ids = BUILT_IN_PACKS.join(" ");
    throw new UsageError(
      `没有规则包或文件“${file}”。内置规则包：${ids}`,
      `No pack or file "${file}". Built in: ${ids}`,
    );
  }
}

/** Faults that the proof finds in a person's own pack, a line each: where, and what. */
export function proofFaults(given: GivenPack, file: string, lang: Language): readonly string[] {
  if (given.form === "builtIn") return [];
  return provePack(given.pack, lang).faults.map((fault) => `${file}${placeOf(given, fault)} ${fault[lang]}`);
}

function placeOf({ cells, pack }: GivenPack, { indicator, field }: PackFault): string {
  const index = pack.indicators.findIndex(({ id }) => id === indicator);
  const at = cells.get(index < 0 ? field : `indicators.${index}.${field}`);
  return at ? ` ${sheetA1(at)}` : ` ${indicator}.${field}`;
}
