import { readFileSync } from "node:fs";
import { ruleTree } from "../../../../src/app/rule-tree";
import { read } from "./support";

/** The cases of the text file: their printed text, and what it must read as. */
const CASES = readFileSync(`${__dirname}/statements.txt`, "utf8")
  .split(/\n(?=\d+(?:\.\d+)? \| )/)
  .slice(1)
  .map((block) => {
    const [head = "", ...rest] = block.split(/\n\n/, 1)[0]?.split("\n") ?? [];
    const [, full = "", name, text = ""] = /^([\d.]+) \| (?:\{(.*?)\})?(.*)$/.exec(head) ?? [];
    return { full, name, text: text.replaceAll("⏎", "\n"), expected: rest.join("\n").trim() };
  });

/** The tree and, a line each, what is left open; or the code of the refusal and where it is. */
function shown(text: string, full: string, name: string | undefined): string {
  const reading = read(text, full, name);
  if (!reading.ok) return `==> refused ${reading.reason.code} "${reading.reason.near}"`;
  return [`==> ${ruleTree(reading.rule)}`, ...reading.rule.ambiguities.map(({ zh }) => `~ ${zh}`)].join("\n");
}

/** Of a refusal the case prints the first signs of the place only. */
const sameStart = (found: string, expected: string): string =>
  expected.startsWith("==> refused") && found.startsWith(expected.replace(/"$/, "")) ? expected : found;

describe("[L21] a printed text and its tree", () => {
  it("the file holds cases", () => {
    expect(CASES.length).toBeGreaterThan(10);
  });

  it.each(CASES)("$full分 $text", ({ text, full, name, expected }) => {
    expect(sameStart(shown(text, full, name), expected)).toBe(expected);
  });
});
