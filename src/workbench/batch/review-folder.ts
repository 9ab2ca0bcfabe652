import type { BatchFile } from "../../app/batch/batch-unit";
import type { FileAnswer, FileRequest, FolderFile, PageRules } from "./batch-messages";
import { batchWords } from "./batch-page-words";
import { reviewFolderFile } from "./review-folder-file";

/** Each worker holds one workbook at a time and a whole program: more than this is memory without speed. */
const MOST_WORKERS = 8;
/** A worker reads the page's script first: for fewer files than this one more of them costs more than it saves. */
const FILES_A_WORKER = 10;

/** Reviews one file at a time. */
interface Reviewer {
  readonly review: (file: FolderFile) => Promise<BatchFile>;
  readonly end: () => void;
}

/**
 * Reviews the files beside each other, as many at a time as the machine has cores, and tells each as it is done, until the
 * signal calls it off. Where the browser refuses a worker the page reviews by itself.
 */
export async function reviewFolder(
  files: readonly FolderFile[],
  rules: PageRules,
  startWorker: () => Worker | null,
  onRead: (read: BatchFile) => void,
  signal: AbortSignal,
): Promise<void> {
  const count = Math.min(navigator.hardwareConcurrency || 1, MOST_WORKERS, Math.ceil(files.length / FILES_A_WORKER));
  const reviewers = Array.from({ length: count }, () => reviewerOf(rules, startWorker));
  // A worker can not be told to stop in the middle of a file; the page does not wait for it.
  signal.addEventListener("abort", () => reviewers.forEach(({ end }) => end()), { once: true });
  const isCalledOff = (): boolean => signal.aborted;
  let next = 0;
  const work = async ({ review }: Reviewer): Promise<void> => {
    for (let file = files[next++]; file && !isCalledOff(); file = files[next++]) {
      const read = await review(file);
      if (!isCalledOff()) onRead(read);
    }
  };
  const aborted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
  await Promise.race([Promise.all(reviewers.map(work)), aborted]);
  for (const { end } of reviewers) end();
}

/** A worker that dies under a file is that file's row, and the next file gets a new one; one that never started is none. */
function reviewerOf(rules: PageRules, startWorker: () => Worker | null): Reviewer {
  let worker: Worker | null = null;
  let isRefused = false;
  const end = (): void => {
    worker?.terminate();
    worker = null;
  };
  const ask = (asked: Worker, file: FolderFile): Promise<BatchFile> =>
    new Promise((resolve) => {
      asked.onmessage = ({ data }: MessageEvent<FileAnswer | { readonly do: "ready" }>) => {
        if (data.do === "ready") isStarted.add(asked);
        else resolve(data.read);
      };
      asked.onerror = () => {
        end();
        isRefused = !isStarted.has(asked);
        const died = { file: file.path, round: null, failure: batchWords(rules.lang).died };
        resolve(isRefused ? reviewFolderFile(file, rules) : died);
      };
      asked.postMessage({ do: "review-file", ...file, ...rules } satisfies FileRequest);
    });
  const isStarted = new WeakSet<Worker>();
  return {
    end,
    review: (file) => {
      worker ??= isRefused ? null : startWorker();
      return worker ? ask(worker, file) : reviewFolderFile(file, rules);
    },
  };
}
