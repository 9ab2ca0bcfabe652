import { availableParallelism } from "node:os";
import process from "node:process";
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { BatchFile } from "../app/batch/batch-unit";
import type { CommandLine } from "./arguments";
import { reviewOne } from "./commands/batch-files";
import type { FileReviewer, Terminal } from "./terminal";

/** A thread loads the whole program first: for fewer files than this it costs more than it saves. */
const FILES_A_THREAD = 10;

/** A reviewer a processor core, each in a thread of this same program; none where the files are too few. */
export function threadReviewers(line: CommandLine, files: number): readonly FileReviewer[] {
  const count = Math.min(availableParallelism(), Math.floor(files / FILES_A_THREAD));
  return count < 2 ? [] : Array.from({ length: count }, () => threadReviewer(line));
}

/** Reviews one file at a time; what is thrown in the thread is thrown here. */
function threadReviewer(line: CommandLine): FileReviewer {
  const thread = new Worker(process.argv[1] ?? "", { workerData: line });
  return {
    review: (file) =>
      new Promise<BatchFile>((resolve, reject) => {
        const answered = (read: BatchFile): void => {
          thread.off("error", reject);
          resolve(read);
        };
        thread.once("message", answered);
        thread.once("error", reject);
        thread.postMessage(file);
      }),
    end: async () => {
      await thread.terminate();
    },
  };
}

/** The other side: answers each file with its review. */
export function serveReviews(terminal: Terminal): void {
  const line = workerData as CommandLine;
  parentPort?.on("message", (file: string) => {
    void reviewOne(file, line, terminal).then((read) => parentPort?.postMessage(read));
  });
}
