import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

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

/* JavaScript takes some hundred thousand arguments and no more: what a file decides the length of goes as one list. */
describe("[X17] no list is spread into a call", () => {
  /** Calls whose number of arguments the program decides, not a file. */
  const BOUNDED: ReadonlyMap<string, string> = new Map([
    ["ui/pane-store.ts: action(...given)", "the parameters of a function of ours"],
    ["core/sources/form-rules.ts: conflict(table, ...against)", "the parameters of a function of ours"],
    ["core/scores/mark-states.ts: scoreAgreement(...compared)", "the parameters of a function of ours"],
    ['core/plan/formulas/reason-node.ts: f.call("OR", saysHardlyAnything(reason), ...isStock)', "stock words of ours, a few texts of them"],
    ["core/formula/evaluate/declare.ts: run(place, ...(args as unknown as ArgumentsOf<P>))", "the parameters that a function declares"],
    ['core/language/standard/words/plain-source.ts: as(...match.slice(1).map((group: string | undefined) => group ?? ""))', "the groups of a pattern of ours"],
  ]); // prettier-ignore

  it("but for those that the program bounds", () => {
    const spread = sourceFiles().flatMap(({ file, text }) => spreadCalls(text).map((call) => `${file}: ${call}`));
    expect(spread.filter((call) => !BOUNDED.has(call))).toEqual([]);
    expect([...BOUNDED.keys()].filter((call) => !spread.includes(call))).toEqual([]);
  });

  it("is told of any call, wherever the list stands", () => {
    expect(spreadCalls("a.push(...b); new C(1, ...d); f([...g]); h({ ...i })")).toEqual(["a.push(...b)", "new C(1, ...d)"]);
  });
}); // prettier-ignore

function spreadCalls(text: string): readonly string[] {
  const calls: string[] = [];
  const visit = (node: ts.Node): void => {
    const isCall = ts.isCallExpression(node) || ts.isNewExpression(node);
    if (isCall && node.arguments?.some(ts.isSpreadElement)) calls.push(node.getText().replace(/\s+/g, " "));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("a.tsx", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return calls;
}

const sourceFiles = (): readonly { readonly file: string; readonly text: string }[] =>
  readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({
      file: name.replaceAll(path.sep, "/"),
      text: readFileSync(path.join(root, "src", name), "utf8"),
    }));

const testFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
