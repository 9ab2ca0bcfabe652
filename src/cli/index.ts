import { createHash, randomUUID } from "node:crypto";
import { access, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { main } from "./main";
import type { Terminal } from "./terminal";

const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  colour: process.stdout.isTTY && !process.env.NO_COLOR,
  interactive: process.stderr.isTTY,
  readFile: async (file) => {
    try {
      return new Uint8Array(await readFile(file));
    } catch {
      return null;
    }
  },
  fileExists: async (file) => {
    try {
      await access(file);
      return true;
    } catch {
      return false;
    }
  },
  writeFile: async (file, bytes) => {
    const temporary = `${file}.${randomUUID()}.part`;
    try {
      await writeFile(temporary, bytes);
      await rename(temporary, file);
    } finally {
      await rm(temporary, { force: true });
    }
  },
  samePath: async (a, b) => (await resolved(a)) === (await resolved(b)),
  sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
};

/** The file a path stands for, links followed where it exists. */
async function resolved(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    return path.resolve(file);
  }
}

// A reader that closes early (| head) is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2), terminal);
