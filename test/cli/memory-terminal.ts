import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { main } from "../../src/cli/main";
import { FileFault } from "../../src/cli/files/file-fault";
import type { Terminal } from "../../src/cli/terminal";

const ROOT = path.resolve(__dirname, "../..");

/** What a command printed, its exit status, and the files it wrote. */
export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Runs a command on files held in memory; paths that are not there are read from the repository, and nothing is written to disk. */
export async function run(
  argv: readonly string[],
  files: ReadonlyMap<string, Uint8Array> = new Map(),
  instead: Partial<Terminal> = {},
): Promise<Run> {
  const written = new Map(files);
  let out = "";
  let err = "";
  const readFile = (file: string): Uint8Array | null => {
    const held = written.get(file);
    if (held) return held;
    try {
      return new Uint8Array(readFileSync(path.resolve(ROOT, file)));
    } catch {
      return null;
    }
  };
  const terminal: Terminal = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    colour: false,
    outIsTerminal: false,
    interactive: false,
    debug: false,
    readFile: (file) => {
      const bytes = readFile(file);
      return bytes
        ? Promise.resolve(bytes)
        : Promise.reject(new FileFault(file, "read", Object.assign(new Error(file), { code: "ENOENT" })));
    },
    fileExists: (file) => Promise.resolve(readFile(file) !== null),
    writeFile: (file, bytes) => Promise.resolve(void written.set(file, bytes)),
    appendFile: (file, text) => {
      const [before, more] = [readFile(file) ?? new Uint8Array(), new TextEncoder().encode(text)];
      written.set(file, new Uint8Array([...before, ...more]));
      return Promise.resolve();
    },
    removeFile: (file) => Promise.resolve(void written.delete(file)),
    filesBelow: (folder) => {
      const below = [...written.keys()].filter((file) => file.startsWith(`${folder}/`)).sort();
      return Promise.resolve(below.length > 0 ? below : null);
    },
    samePath: (a, b) => Promise.resolve(path.resolve(ROOT, a) === path.resolve(ROOT, b)),
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    ...instead,
  };
  const status = await main(argv, terminal);
  return { status, out, err, files: written };
}

export const REFERENCE = "test/workbooks/heshan-2021-self-evaluation.xlsx";
export const REFERENCE_INPUTS = "assets/samples/heshan-2021-inputs.yaml";
export const TABLE_2018 = "test/workbooks/department-2018-with-base-data.xlsx";
export const INPUTS_2018 = "test/workbooks/department-2018-inputs.yaml";
