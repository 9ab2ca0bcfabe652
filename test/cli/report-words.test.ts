import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { FINDING_CODES } from "../../src/core/findings/catalogue";
import { CLAUSE_KINDS, ruleKindText } from "../../src/cli/render/rule-kinds";
import { run } from "./memory-terminal";

/* The text report in the language asked for: what the workbook says is quoted as it stands, our own words are of one language. */

const FOLDER = "test/workbooks";
const BOOKS = readdirSync(FOLDER).filter((name) => name.endsWith(".xlsx"));

/** The report without what is quoted from the workbook, codes of findings, packs by name, and the spelling of an input. */
const ownWords = (text: string): string =>
  text
    .replace(new RegExp(`(?:${FINDING_CODES.join("|")})$`, "gm"), "")
    .replace(/--pack [\w-]+|通行规则 [\w-]+|name（indicator）/g, "")
    .replace(/“[^”]*”|「[^」]*」|'[^']*'|"[^"]*"/g, "");

describe("[K6] a report is in the language asked for", () => {
  test.each(BOOKS)("%s", async (name) => {
    const file = path.join(FOLDER, name);
    const books = new Map([["b.xlsx", new Uint8Array(readFileSync(file))]]);
    const zh = await run(["check", "b.xlsx"], books);
    expect(ownWords(zh.out).match(/(?<![\w.-])[a-z]{4,}(?![\w.-])/g) ?? []).toEqual([]);
    const en = await run(["check", "b.xlsx", "--lang", "en"], books);
    expect(ownWords(en.out).match(/[a-z)] ?[（：，；。]|[（：，；。] ?[a-z]/g) ?? []).toEqual([]);
  });

  test.each(CLAUSE_KINDS)("a rule of the kind %s is named in words", (kind) => {
    expect(ruleKindText([kind, kind], "zh")).toMatch(/^[\u4e00-\u9fff]{4,10}$/);
    expect(ruleKindText([kind], "en")).toMatch(/^[a-z ]+$/);
  });
});
