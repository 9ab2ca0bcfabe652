import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const ROOT = path.resolve(__dirname, "../..");
const BUILDS = path.join(ROOT, "node_modules/.cache/built");

/** What a build is made of. */
const SOURCES = ["src", "assets", "test/support", "webpack.config.js", "package.json", "package-lock.json", "manifest.xml", "tsconfig.json"]; // prettier-ignore
const DONE = ".done";

/** A build that hangs, or whose process was killed, is begun anew. */
const STALE_MS = 15 * 60_000;
/** Older builds are cleared away; another run may still use a young one. */
const OLD_MS = 60 * 60_000;

/** What is shipped: the pane, the workbench or the command line, built by webpack into a folder. */
export async function buildInto(
  out: string,
  config: "web" | "workbench" | "cli",
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  const webpack = path.join(ROOT, "node_modules/webpack-cli/bin/cli.js");
  const options = ["--config-name", config, "--mode", "production", "--output-path", out];
  await promisify(execFile)(process.execPath, [webpack, ...options], { cwd: ROOT, env: { ...process.env, ...env } });
}

/**
 * The folder into which `build` built from the sources as they stand. Test files run side by side and one after another:
 * the first one builds, the others wait and take what is there.
 */
export async function builtOnce(name: string, build: (out: string) => Promise<void>): Promise<string> {
  const out = path.join(BUILDS, `${name}-${sourcesHash()}`);
  mkdirSync(BUILDS, { recursive: true });
  while (!existsSync(path.join(out, DONE))) {
    if (!takes(`${out}.lock`)) {
      await new Promise((resume) => setTimeout(resume, 500));
      continue;
    }
    try {
      clearOld(name);
      await build(out);
      writeFileSync(path.join(out, DONE), "");
    } finally {
      rmSync(`${out}.lock`, { recursive: true, force: true });
    }
  }
  return out;
}

/** Whether this process may build; making a folder is what only one of several can do. */
function takes(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (ageOf(lock) > STALE_MS) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function clearOld(name: string): void {
  for (const entry of readdirSync(BUILDS)) {
    const build = path.join(BUILDS, entry);
    if (entry.startsWith(`${name}-`) && !entry.endsWith(".lock") && ageOf(build) > OLD_MS) rmSync(build, { recursive: true, force: true }); // prettier-ignore
  }
}

/** Zero for what was taken away in the meantime. */
const ageOf = (place: string): number =>
  Date.now() - (statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());

function sourcesHash(): string {
  const hash = createHash("sha256");
  const add = (place: string): void => {
    if (statSync(place).isDirectory()) {
      for (const entry of readdirSync(place).sort()) add(path.join(place, entry));
    } else hash.update(path.relative(ROOT, place)).update("\0").update(readFileSync(place)).update("\0");
  };
  for (const source of SOURCES) add(path.join(ROOT, source));
  return hash.digest("hex").slice(0, 16);
}
