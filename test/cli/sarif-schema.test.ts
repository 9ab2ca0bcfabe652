import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { buildWorkbook } from "../support/build-workbook";
import { REFERENCE, run } from "./memory-terminal";

const SCHEMA = path.join(__dirname, "../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");

const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, "utf8")) as object);

/** What the published schema of SARIF 2.1.0 finds wrong; nothing where it is right. */
function faultsOf(log: unknown): readonly string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}

const CIRCLE = buildWorkbook({
  sheets: [{ name: "附表 一", rows: [[{ formula: "B1", value: 0 }, { formula: "A1", value: 0 }], ["12分", 3], [1, { formula: "SUM(A2:A3)", value: 1 }]] }], // prettier-ignore
});

describe("[G17] SARIF 2.1.0 as the published schema wants it", () => {
  it.each([
    ["check of the reference table", ["check", REFERENCE]],
    ["check in English", ["check", REFERENCE, "--lang", "en"]],
    ["audit of the reference table", ["audit", REFERENCE]],
    ["audit of an annex with faults", ["audit", "甲 乙.xlsx"]],
  ])("%s", async (_, argv) => {
    const { out } = await run([...argv, "--format", "sarif"], new Map([["甲 乙.xlsx", CIRCLE]]));
    const log = JSON.parse(out) as { runs: { results: unknown[] }[] };
    expect(log.runs[0]?.results.length).toBeGreaterThan(0);
    expect(faultsOf(log)).toEqual([]);
  });

  it("the schema finds what is wrong", () => {
    expect(faultsOf({ version: "2.1.0", runs: [{ results: [] }] })).not.toEqual([]);
  });
});
