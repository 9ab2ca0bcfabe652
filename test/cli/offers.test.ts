import type { ReviewJson } from "../../src/app/output/json";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { readOurs } from "../../src/core/ours/read-ours";
import { REFERENCE, run } from "./memory-terminal";

const PROJECT = "test/workbooks/project-2020-unexplained-deductions.xlsx";
const json = (out: string): ReviewJson => JSON.parse(out) as ReviewJson;

describe("[O2] check says which usual rules could be taken", () => {
  it("one line, with the document, the marks, the scores that differ and the option", async () => {
    const { out } = await run(["check", PROJECT]);
    // 9 of 10, 19 of 20 twice, 27 of 30: every target is met, so four scores are lower than the rules give.
    expect(out).toContain("可选用通行规则 project（财预〔2020〕10号）：可复算 100 分，其中 4 项不符；--pack project");
    const english = await run(["check", PROJECT, "--lang", "en"]);
    expect(english.out).toContain("100 marks would be recalculated, 4 of the scores would differ; --pack project");
  });

  it("as data", async () => {
    const { offers, pack } = json((await run(["check", PROJECT, "--format", "json"])).out);
    expect(pack).toBeNull();
    expect(offers).toHaveLength(1);
    expect(offers[0]).toMatchObject({ pack: "project", document: "财预〔2020〕10号", judged: 100, differing: 4 });
    expect(offers[0]?.because).toContain("B2 年初预算数");
  });

  it("--pack auto takes the one that is certain", async () => {
    const auto = json((await run(["check", PROJECT, "--pack", "auto", "--format", "json"])).out);
    const named = json((await run(["check", PROJECT, "--pack", "project", "--format", "json"])).out);
    expect(auto).toEqual(named);
    expect(auto.tables[0]?.coverage.judged).toBe(100);
    expect(auto.offers).toEqual([]);
  });

  it("--pack auto refuses where none is offered, in one line, and writes nothing", async () => {
    const refused = await run(["score", REFERENCE, "--pack", "auto", "-o", "out.xlsx"]);
    expect(refused.status).toBe(2);
    expect(refused.err).toMatch(/^pinghe: .*没有可选用的通行规则.*--pack.*\n$/);
    expect(refused.files.has("out.xlsx")).toBe(false);
    const english = await run(["check", REFERENCE, "--pack", "auto", "--lang", "en"]);
    expect([english.status, english.err.split("\n").length]).toEqual([2, 2]);
  });
});

describe("[M17] the choice travels with the copy", () => {
  it("check on the copy judges by it, with the settings given; a second run writes nothing more", async () => {
    const scored = await run(["score", PROJECT, "--pack", "auto", "--set", "tolerance=0.5", "-o", "copy.xlsx"]);
    const copy = scored.files.get("copy.xlsx");
    const read = await createXlsxHost(copy ?? new Uint8Array()).read();
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    expect(readOurs(read.value).rules?.reviewerPack).toMatchObject({ id: "project", version: "1.1.0" });
    const checked = json((await run(["check", "copy.xlsx", "--format", "json"], scored.files)).out);
    expect(checked.pack).toEqual({ id: "project", version: "1.1.0" });
    expect(checked.tables[0]?.coverage.judged).toBe(100);
    expect(checked.settings).toMatchObject({ tolerance: 0.5 });
    expect(checked.offers).toEqual([]);
    const again = await run(["score", "copy.xlsx", "--pack", "auto", "-o", "again.xlsx"], scored.files);
    expect(Buffer.compare(copy ?? Buffer.of(1), again.files.get("again.xlsx") ?? Buffer.of(2))).toBe(0);
  });

  it("in a workbook that names a pack itself the reviewer's stands in rows of its own, and outranks it", async () => {
    const prepared = await run(["prepare", PROJECT, "--pack", "project-platform", "-o", "prepared.xlsx"]);
    const scored = await run(["score", "prepared.xlsx", "--pack", "project", "-o", "copy.xlsx"], prepared.files);
    const read = await createXlsxHost(scored.files.get("copy.xlsx") ?? new Uint8Array()).read();
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    const rules = readOurs(read.value).rules;
    expect([rules?.pack?.id, rules?.reviewerPack?.id]).toEqual(["project-platform", "project"]);
    expect(json((await run(["check", "copy.xlsx", "--format", "json"], scored.files)).out).pack?.id).toBe("project");
    const again = await run(["score", "copy.xlsx", "--pack", "project", "-o", "again.xlsx"], scored.files);
    expect(again.files.get("again.xlsx")).toEqual(scored.files.get("copy.xlsx"));
  });
});

describe("[M18] a released name keeps working", () => {
  it("and says what took its place", async () => {
    const { out } = await run(["check", REFERENCE, "--pack", "department-hunan"]);
    expect(out).toContain("规则包 department-hunan 已由 hunan-province、hunan-yueyang 取代，仍可使用");
  });
});
