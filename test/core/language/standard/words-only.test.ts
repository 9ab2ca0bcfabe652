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

/** What is left outside words/, of the file that reads a person's own answers. */
const LEFT: Readonly<Record<string, number>> = { "app/rule-answers.ts": 3 };

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
