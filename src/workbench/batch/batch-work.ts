import { zipSync } from "fflate";
import { summaryLists } from "../../app/batch/batch-sheets";
import type { BatchSummary } from "../../app/batch/batch-summary";
import type { BatchFile } from "../../app/batch/batch-unit";
import { rosterNames } from "../../app/batch/roster";
import { wordFailure } from "../../app/failure-words";
import { batchSlips } from "../../app/slip/batch-slips";
import { fail, succeed, type Result } from "../../core/model/result";
import { readingHost } from "../../host/reading/reading-host";
import { listBook } from "../../host/xlsx/list-book";
import type { Language } from "../../ui/i18n/words";
import type { Opening } from "../open-file";
import { saveFile } from "../save-file";
import { batchWords } from "./batch-page-words";
import type { FolderFile } from "./batch-messages";

export { summariseBatch } from "../../app/batch/batch-summary";
export { reviewFolder } from "./review-folder";

/** Saves the workbook that `batch -o` writes; what there is to say of it, or null where the person called it off. */
export async function saveSummary(summary: BatchSummary, lang: Language): Promise<string | null> {
  const made = await listBook(summaryLists(summary, lang));
  return made.ok ? saved(batchWords(lang).summaryFile, made.value, lang) : wordFailure(made.failure, lang);
}

/** Saves the slips that `batch --slips` writes, in one archive. */
export async function saveSlips(
  files: readonly BatchFile[],
  due: string | null,
  lang: Language,
): Promise<string | null> {
  const words = batchWords(lang);
  const slips = batchSlips(files, due, lang);
  if (slips.length === 0) return words.noSlips;
  const { writeForm } = await import("../../host/document/write-form");
  const mtime = new Date(2020, 0, 1);
  const entries: Record<string, [Uint8Array, { mtime: Date }]> = {};
  for (const { name, slip } of slips) entries[name] = [await writeForm(slip), { mtime }];
  return saved(words.slipsFile, zipSync(entries, { level: 0 }), lang);
}

async function saved(name: string, bytes: Uint8Array, lang: Language): Promise<string | null> {
  try {
    const place = await saveFile(name, bytes, null);
    return place && batchWords(lang).saved(place.name);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The units of a list; why it holds none. */
export async function unitsOnList(file: File, lang: Language): Promise<Result<readonly string[], string>> {
  const host = await readingHost(file.name, new Uint8Array(await file.arrayBuffer()));
  const book = await host.read();
  if (!book.ok) return fail(`${file.name}: ${wordFailure(book.failure, lang)}`);
  const names = rosterNames(book.value);
  return names.length > 0 ? succeed(names) : fail(batchWords(lang).noNames(file.name));
}

/** A file of the folder as it is opened; why its bytes can not be had. */
export async function openingOf(
  { path, blob }: FolderFile,
  sheet: string,
  lang: Language,
): Promise<Result<Opening, string>> {
  const name = path.replace(/^.*\//, "");
  const bytes = await (blob?.arrayBuffer() ?? Promise.resolve(null)).catch(() => null);
  return bytes ? succeed({ name, bytes: new Uint8Array(bytes), sheet }) : fail(`${name}: ${batchWords(lang).gone}`);
}
