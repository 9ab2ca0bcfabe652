import { randomUUID } from "node:crypto";
import { unlinkSync, type Stats } from "node:fs";
import * as node from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { codeOf, FileFault } from "./file-fault";

/** The calls to the file system that a command makes; a test fails each in turn. */
export type FileCalls = Pick<
  typeof node,
  "open" | "readdir" | "readFile" | "readlink" | "realpath" | "rename" | "rm" | "stat"
>;

/** The files of the machine, as a command needs them. Every refusal of the system is a FileFault. */
export interface Disk {
  readonly readFile: (file: string) => Promise<Uint8Array>;
  /** Throws where the file could not be written anyway: its folder is missing, it is a folder itself. */
  readonly fileExists: (file: string) => Promise<boolean>;
  /** Whole or not at all. */
  readonly writeFile: (file: string, bytes: Uint8Array) => Promise<void>;
  /** At the end of a file, which is made where it is not there. */
  readonly appendFile: (file: string, text: string) => Promise<void>;
  readonly removeFile: (file: string) => Promise<void>;
  readonly samePath: (a: string, b: string) => Promise<boolean>;
  /** The files of a folder and of those below it, by name; null where it is no folder. */
  readonly filesBelow: (folder: string) => Promise<readonly string[] | null>;
}

export function createDisk(calls: FileCalls = node): Disk {
  return {
    readFile: async (file) => {
      try {
        return new Uint8Array(await calls.readFile(file));
      } catch (error) {
        throw new FileFault(file, "read", error);
      }
    },
    fileExists: (file) => asWriting(file, async () => (await outputAt(calls, file)).stats !== null),
    writeFile: (file, bytes) => asWriting(file, () => writeWhole(calls, file, bytes)),
    appendFile: (file, text) =>
      asWriting(file, async () => fill(await calls.open(file, "a"), new TextEncoder().encode(text))),
    removeFile: (file) => asWriting(file, () => calls.rm(file, { force: true })),
    samePath: (a, b) => asWriting(a, () => isSameFile(calls, a, b)),
    filesBelow: async (folder) => {
      try {
        return (await calls.stat(folder)).isDirectory() ? await filesBelow(calls, folder) : null;
      } catch (error) {
        throw new FileFault(folder, "read", error);
      }
    },
  };
}

/** Links are not followed: one that leads upwards would never end. */
async function filesBelow(calls: FileCalls, folder: string): Promise<readonly string[]> {
  const entries = await calls.readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) for (const below of await filesBelow(calls, place)) found.push(below);
    else if (entry.isFile()) found.push(place);
  }
  return found;
}

async function asWriting<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault(file, "write", error);
  }
}

interface Output {
  /** The file itself, links followed. */
  readonly target: string;
  /** Null where there is no such file yet. */
  readonly stats: Stats | null;
}

/** Where an output really goes. A link is written through, also one whose target does not exist yet. */
async function outputAt(calls: FileCalls, file: string): Promise<Output> {
  const target = await realTarget(calls, file);
  const stats = await orNull(calls.stat(target));
  if (stats?.isDirectory()) throw Object.assign(new Error(target), { code: "EISDIR" });
  if (!stats) await calls.stat(path.dirname(target));
  return { target, stats };
}

const MOST_LINKS = 40;

async function realTarget(calls: FileCalls, file: string, linksLeft = MOST_LINKS): Promise<string> {
  const known = await orNull(calls.realpath(file));
  if (known !== null) return known;
  const place = path.join(await calls.realpath(path.dirname(file)), path.basename(file));
  const link = await orNull(calls.readlink(place), "EINVAL");
  if (link === null) return place;
  if (linksLeft === 0) throw Object.assign(new Error(file), { code: "ELOOP" });
  return realTarget(calls, path.resolve(path.dirname(place), link), linksLeft - 1);
}

/** Null where there is no such file (or where the code is one of those given); any other fault is thrown. */
async function orNull<T>(asked: Promise<T>, ...codes: readonly string[]): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || codes.includes(code)) return null;
    throw error;
  }
}

/**
 * Writes beside the file, flushes to the disk, and renames: the output is the old file or the new one, never half of
 * either, also after a power cut. What is no plain file (a pipe, a device) is written to as it is.
 */
async function writeWhole(calls: FileCalls, file: string, bytes: Uint8Array): Promise<void> {
  const { target, stats } = await outputAt(calls, file);
  if (stats && !stats.isFile()) return fill(await calls.open(target, "w"), bytes);
  // A name of its own, not the output's and something more: that could be too long where the output's is not.
  const temporary = path.join(path.dirname(target), `.pinghe-${randomUUID()}.part`);
  const opening = calls.open(temporary, "wx", stats?.mode);
  const forget = removedOnSignal(temporary, opening);
  try {
    await fill(await opening, bytes, true);
    await calls.rename(temporary, target);
  } catch (error) {
    // The first fault is the one to tell.
    await calls.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    forget();
  }
}

async function fill(handle: node.FileHandle, bytes: Uint8Array, flush = false): Promise<void> {
  try {
    await handle.writeFile(bytes);
    if (flush) await handle.sync();
  } finally {
    await handle.close();
  }
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** While the temporary file stands, Ctrl-C takes it away before the process ends. */
function removedOnSignal(temporary: string, opening: Promise<unknown>): () => void {
  const forgets = Object.entries(SIGNALS).map(([signal, status]) => {
    const end = (): void => {
      try {
        unlinkSync(temporary);
      } catch {
        // It was never made, or is renamed already: nothing is left behind.
      }
      process.exit(status);
    };
    // A file that is only just being made would appear after it was taken away.
    const endOnceMade = (): void => void opening.then(end, end);
    process.once(signal, endOnceMade);
    return () => process.removeListener(signal, endOnceMade);
  });
  return () => forgets.forEach((forget) => forget());
}

/** Two names of one file: the same path, or a hard link of it. */
async function isSameFile(calls: FileCalls, a: string, b: string): Promise<boolean> {
  const [first, second] = [await outputAt(calls, a), await outputAt(calls, b)];
  if (first.target === second.target) return true;
  return (
    first.stats !== null &&
    second.stats !== null &&
    first.stats.ino !== 0 &&
    first.stats.ino === second.stats.ino &&
    first.stats.dev === second.stats.dev
  );
}
