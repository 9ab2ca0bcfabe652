import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** test/support/mutate.mjs names the folder or file to change; knip loads this file without one. */
const place = process.env.PINGHE_MUTATE ?? "core/targets";
const folder = place.endsWith(".ts") ? path.posix.dirname(place) : place;
const name = folder.replaceAll("/", "-");
const kept = `node_modules/.cache/mutate/${name}`;

/** Rooms whose promises are tested in more than their own folder of tests. */
const ALSO = {
  "core/rates": ["core/checks", "core/review.test.ts"],
  "core/targets": ["core/checks/bare-targets.test.ts"],
};
const tested = [folder, ...(ALSO[folder] ?? [])];

const { jest } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));

export default {
  packageManager: "npm",
  testRunner: "jest",
  plugins: ["@stryker-mutator/jest-runner"],
  coverageAnalysis: "perTest",
  jest: {
    projectType: "custom",
    enableFindRelatedTests: false,
    config: {
      ...jest,
      maxWorkers: 1,
      testMatch: tested.map((tests) => `<rootDir>/test/${tests}${tests.endsWith(".ts") ? "" : "/**/*.test.ts?(x)"}`),
    },
  },
  mutate: [place === folder ? `src/${folder}/**/*.ts?(x)` : `src/${place}`],
  // A constant of a module is read once for all tests: each of its mutants would need a whole run of the folder.
  ignoreStatic: true,
  ignorePatterns: ["dist", "out", "/node_modules/.cache"],
  incremental: true,
  incrementalFile: `${kept}/incremental.json`,
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false, skipFull: true },
  jsonReporter: { fileName: `${kept}/report.json` },
  concurrency: Number(process.env.PINGHE_MUTATE_WORKERS ?? 2),
  timeoutMS: 20_000,
  allowConsoleColors: false,
  disableTypeChecks: false,
};
