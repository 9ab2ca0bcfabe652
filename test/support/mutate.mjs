// npm run mutate -- FOLDER|FILE… [--force]: changes the code of a folder of src/, or of one file, at one place at a time
// (Stryker's mutants) and runs the tests of the same folder of test/. A mutant that no test notices survives: it is a decision that nothing holds.
// Results are kept in node_modules/.cache/mutate, so that a second run tries only what changed; --force tries all anew.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";

const ROOT = path.resolve(import.meta.dirname, "../..");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { force: { type: "boolean", default: false } },
});
const places = positionals.map((place) => place.replace(/^(src|test)\//, "").replace(/\/+$/, ""));
const unknown = places.find((place) => !existsSync(path.join(ROOT, "src", place)));
if (places.length === 0 || unknown !== undefined) {
  console.error(
    unknown === undefined
      ? "npm run mutate -- FOLDER|FILE…, for example: npm run mutate -- core/targets core/scores/totals.ts"
      : `src/${unknown} does not exist`,
  );
  process.exit(2);
}

const stryker = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@stryker-mutator/core/package.json")),
  "bin/stryker.js",
);
let failed = 0;
for (const place of places) {
  const run = spawnSync(
    process.execPath,
    [stryker, "run", "test/support/stryker.config.mjs", ...(values.force ? ["--force"] : [])],
    { cwd: ROOT, stdio: "inherit", env: { ...process.env, PINGHE_MUTATE: place } },
  );
  failed ||= run.status ?? 1;
}
process.exitCode = failed;
