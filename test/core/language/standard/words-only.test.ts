import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

const ROOT = join(__dirname, "../../../../src");
const PATTERN =
  /\/(?![*/])(?:[^/\\\n]|\\.)*[\u4e00-\u9fa5](?:[^/\\\n]|\\.)*\/[gimsuy]*|new RegExp\([^)]*[\u4e00-\u9fa5]/g;

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });

const withoutComments = (code: string): string =>
  code.replace(/\/\*\*[\s\S]*?\*\//g, "").replace(/(^|[\s;{])\/\/.*$/gm, "$1");

const patternsIn = (path: string): number => withoutComments(readFileSync(path, "utf8")).match(PATTERN)?.length ?? 0;

/**
 * Patterns of Chinese belong to words/. What is left outside, by file, from before that folder was; the numbers may only
 * fall, and a new file has none.
 */
const LEFT: Readonly<Record<string, number>> = {
  "core/language/standard/awards.ts": 8,
  "core/language/standard/band-ends.ts": 1,
  "core/language/standard/bands.ts": 1,
  "core/language/standard/bare-percent.ts": 1,
  "core/language/standard/by-kind.ts": 3,
  "core/language/standard/cases.ts": 2,
  "core/language/standard/change-words.ts": 4,
  "core/language/standard/changes.ts": 3,
  "core/language/standard/choices.ts": 3,
  "core/language/standard/conditions/formula.ts": 1,
  "core/language/standard/counted-awards.ts": 2,
  "core/language/standard/direction.ts": 5,
  "core/language/standard/event-count.ts": 12,
  "core/language/standard/extras.ts": 3,
  "core/language/standard/flat.ts": 1,
  "core/language/standard/frame.ts": 1,
  "core/language/standard/fully-done.ts": 1,
  "core/language/standard/joint.ts": 3,
  "core/language/standard/linear.ts": 3,
  "core/language/standard/lines.ts": 2,
  "core/language/standard/losses.ts": 2,
  "core/language/standard/missing-points.ts": 2,
  "core/language/standard/notes.ts": 6,
  "core/language/standard/overruns.ts": 3,
  "core/language/standard/proportion.ts": 5,
  "core/language/standard/raised.ts": 1,
  "core/language/standard/range-parts.ts": 3,
  "core/language/standard/same-subject.ts": 4,
  "core/language/standard/score-clauses.ts": 1,
  "core/language/standard/sections.ts": 1,
  "core/language/standard/share-surroundings.ts": 3,
  "core/language/standard/shared-points.ts": 1,
  "core/language/standard/shares.ts": 12,
  "core/language/standard/statements.ts": 4,
  "core/language/standard/step-count.ts": 7,
  "core/language/standard/steps.ts": 2,
  "core/language/standard/subject.ts": 15,
  "core/language/standard/tiers.ts": 5,
  "core/language/standard/turned.ts": 1,
  "core/language/standard/unions.ts": 3,
  "core/language/standard/weights.ts": 1,
  "core/language/standard/worded-start.ts": 6,
  "app/rule-answers.ts": 3,
};

describe("[L2] Chinese is recognised in words/, as data", () => {
  const standard = join(ROOT, "core/language/standard");
  const files = [...filesUnder(standard), join(ROOT, "app/rule-answers.ts")].filter(
    (path) => !relative(standard, path).startsWith("words"),
  );
  it("finds the patterns that are there", () => {
    expect(patternsIn(join(standard, "words/point-words.ts"))).toBeGreaterThan(4);
  });
  it.each(files.map((path) => [relative(ROOT, path)]))("%s", (path) => {
    expect(patternsIn(join(ROOT, path))).toBeLessThanOrEqual(LEFT[path] ?? 0);
  });
});
