import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildInto, builtOnce } from "./built-once";

/** The command line as it is shipped, its one file; `PINGHE_CLI` names one that is built already. */
export const builtCli = async (): Promise<string> =>
  process.env.PINGHE_CLI ?? path.join(await builtOnce("cli", (out) => buildInto(out, "cli")), "pinghe.js");

export interface Measured {
  readonly status: number | null;
  readonly err: string;
  /** Seconds of CPU time, whatever else the machine did. */
  readonly cpu: number;
  /** The most memory it held at one time, in MB; garbage and buffers are counted. */
  readonly memory: number;
}

/** Runs the command line in a process of its own that is given a heap of so many MB, and measures what it took. */
export function measured(cli: string, argv: readonly string[], heap: number): Measured {
  const folder = mkdtempSync(path.join(tmpdir(), "pinghe-measured-"));
  const usage = path.join(folder, "usage.json");
  try {
    const { status, stderr } = spawnSync(
      process.execPath,
      [`--max-old-space-size=${heap}`, "--require", path.join(__dirname, "print-usage.cjs"), cli, ...argv],
      { cwd: folder, encoding: "utf8", env: { ...process.env, PINGHE_USAGE: usage }, maxBuffer: 2 ** 28 },
    );
    const { cpu, memory } = JSON.parse(readFileSync(usage, "utf8")) as Pick<Measured, "cpu" | "memory">;
    return { status, err: stderr.trim(), cpu, memory };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
