import type { Line } from "../../app/pane/review-messages";
import type { FileAnswer, FileRequest } from "./batch-messages";

/** The worker's end: answers each file with its review. What it needs for that is loaded with the first one. */
export function answerFiles(line: Line): void {
  line.addEventListener("message", ({ data }) => {
    const request = data as FileRequest | { readonly do: "another's" };
    if (request.do !== "review-file") return;
    void import("./review-folder-file")
      .then(({ reviewFolderFile }) => reviewFolderFile(request, request))
      .then((read) => line.postMessage({ do: "reviewed-file", read } satisfies FileAnswer));
  });
}
