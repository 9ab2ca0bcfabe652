import { createHash } from "node:crypto";
import process from "node:process";
import { isMainThread } from "node:worker_threads";
import { createDisk } from "./files/disk";
import { codeOf, FileFault } from "./files/file-fault";
import { main, tell } from "./main";
import { serveReviews, threadReviewers } from "./threads";
import type { Terminal } from "./terminal";

const terminal: Terminal = {
  ...createDisk(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  colour: process.stdout.isTTY && !process.env.NO_COLOR,
  outIsTerminal: process.stdout.isTTY,
  interactive: process.stderr.isTTY,
  debug: (process.env.PINGHE_DEBUG ?? "") !== "",
  sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
  reviewers: threadReviewers,
};

if (isMainThread) await run(process.argv.slice(2));
else serveReviews(terminal);

async function run(argv: readonly string[]): Promise<void> {
  // A reader that closes early (| head) is no fault of ours; a full disk behind > is one to tell.
  process.stdout.on("error", (error) => {
    process.exit(codeOf(error) === "EPIPE" ? 0 : tell(new FileFault("stdout", "write", error), argv, terminal));
  });
  process.stderr.on("error", () => process.exit(2));
  process.on("uncaughtException", (error) => process.exit(tell(error, argv, terminal)));

  process.exitCode = await main(argv, terminal);
}
