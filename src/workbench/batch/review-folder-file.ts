import type { BatchFile } from "../../app/batch/batch-unit";
import { reviewUnitFile } from "../../app/batch/review-unit-file";
import { wordFailure } from "../../app/failure-words";
import { builtInPack } from "../../core/rules/packs/index";
import { readingHost } from "../../host/reading/reading-host";
import { batchWords } from "./batch-page-words";
import type { FolderFile, PageRules } from "./batch-messages";

declare const PINGHE_VERSION: string;

/**
 * One file of a folder as `batch` reviews it. Nothing is thrown: a page goes on where a command would end, so that a fault of
 * ours is the file's row too.
 */
export async function reviewFolderFile({ path, blob }: FolderFile, { pack, lang }: PageRules): Promise<BatchFile> {
  const words = batchWords(lang);
  const bytes = await (blob?.arrayBuffer() ?? Promise.resolve(null)).catch(() => null);
  if (!bytes) return { file: path, round: null, failure: words.gone };
  const rules = {
    options: { inputs: new Map(), settings: {}, pack: pack === null ? null : builtInPack(pack), template: null },
    isPackOffered: pack === "auto",
    lang,
    wordNoPack: (offered: readonly string[]) => words.noPack(offered),
  };
  try {
    const host = await readingHost(path, new Uint8Array(bytes));
    return await reviewUnitFile(path, host, rules, ({ book: { lost = [] } }) => ({
      // The summary tells of no hash, and a page that is served without encryption can make none.
      ...{ file: path, sha256: "", contentHash: "", version: PINGHE_VERSION },
      ...(lost.length > 0 && { lost: lost.map((part) => part[lang]) }),
    }));
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { file: path, round: null, failure: wordFailure({ kind: "host-error", code: "unexpected", detail }, lang) };
  }
}
