import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "..");

describe("the layers", () => {
  it("no arrow of DESIGN.md's layout is crossed", () => {
    const cruise = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
    const args = [cruise, "--config", "test/support/depcruise.config.cjs", "src"];
    expect(execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" })).toContain("no dependency violations");
  });

  it("core is compiled without DOM, Node or Office types", () => {
    const config = JSON.parse(readFileSync(path.join(root, "src/core/tsconfig.json"), "utf8")) as {
      compilerOptions: { lib: string[]; types: string[] };
    };
    expect(config.compilerOptions.lib).toEqual(["ES2023"]);
    expect(config.compilerOptions.types).toEqual([]);
  });

  it("every clause a test cites stands in SPEC.md", () => {
    const spec = readFileSync(path.join(root, "src/core/SPEC.md"), "utf8");
    const clauses = new Set([...spec.matchAll(/^- ([A-Z]\d+[a-z]?)\. /gm)].map((match) => match[1]));
    const cited = testFiles(path.join(root, "test")).flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\[([A-Z]\d+[a-z]?)\]/g)].map((match) => ({ clause: match[1], file })),
    );
    const unknown = cited.filter(({ clause }) => !clauses.has(clause));
    expect(unknown.map(({ clause, file }) => `${clause} in ${path.relative(root, file)}`)).toEqual([]);
  });
});

const testFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
