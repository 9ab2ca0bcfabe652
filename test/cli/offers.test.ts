import type { ReviewJson } from "../../src/app/output/json";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { readOurs } from "../../src/core/ours/read-ours";
import { FILED } from "../core/offers/forms-as-filed";
import { buildWorkbook } from "../support/build-workbook";
import type { GridRow } from "../support/grid";
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

  it("with the words of the form and their cells, and how sure it is", async () => {
    const { out } = await run(["check", PROJECT]);
    expect(out).toMatch(/表式依据：.*B2 年初预算数.*；一处来源读到/);
  });

  it("as data, with its words in the language asked for", async () => {
    const { out } = await run(["check", PROJECT, "--format", "json", "--lang", "en"]);
    const [offer] = json(out).offers;
    expect(offer?.text).toContain("The usual rules project (财预〔2020〕10号) can be taken: 100 marks");
    expect(offer).toMatchObject({
      title: "Project expenditure self-evaluation (10/50/30/10)",
      certainty: "read in one source",
    });
    expect(offer?.evidence).toMatch(/^known by: /);
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

  it("audit --pack auto takes it as well: each score has its formula", async () => {
    const { out } = await run(["audit", PROJECT, "--pack", "auto", "--format", "json"]);
    const { pack, cells } = JSON.parse(out) as { pack: { id: string } | null; cells: { kind: string; expected: string | null }[] }; // prettier-ignore
    expect(pack?.id).toBe("project");
    expect(cells.filter(({ kind, expected }) => kind === "score" && expected === null)).toEqual([]);
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

describe("[O3] --pack auto takes nothing that is not certain, and says why in one line", () => {
  const formBytes = (...names: readonly (keyof typeof FILED)[]): ReadonlyMap<string, Uint8Array> => {
    const sheets = names.map((name, i) => ({
      name: `表${i + 1}`,
      rows: FILED[name].rows.map((row: GridRow) =>
        row.map((cell) =>
          cell === "" || (typeof cell === "object" && cell !== null && "merged" in cell) ? null : cell,
        ),
      ),
    }));
    return new Map([["form.xlsx", buildWorkbook({ sheets })]]);
  };

  test.each<[string, readonly (keyof typeof FILED)[], RegExp]>([
    ["one pack of which it is not certain that it holds", ["101号, a central department"], /project-cost 是否适用须由人确认.*--pack project-cost/],
    ["Chongqing's, deduced from one table", ["Chongqing, by coefficients"], /chongqing 是否适用须由人确认/],
    ["two forms in one workbook", ["Shandong, the 2020 form", "Sichuan, 10 and 90"], /不止一个（project、sichuan-form）.*--pack/],
    ["a form whose rules are printed", ["Hubei, marks by block"], /没有可选用的通行规则/],
    ["a form whose rules are not known", ["Hebei, shares"], /没有可选用的通行规则/],
  ])("%s", async (_, names, words) => {
    for (const argv of [["check", "form.xlsx"], ["score", "form.xlsx", "-o", "out.xlsx"]]) {
      const { status, err, files } = await run([...argv, "--pack", "auto"], formBytes(...names));
      expect([status, err.trim().split("\n").length, files.has("out.xlsx")]).toEqual([2, 1, false]);
      expect(err).toMatch(words);
    }
  }); // prettier-ignore

  test.each<[keyof typeof FILED, number]>([
    ["Shandong, the 2020 form", 100],
    ["a department under the same form, scaled to 120", 120],
    ["衔接资金, marks before the targets", 100],
    ["Sichuan, 10 and 90", 70],
  ])("%s: check, score and check on the copy say the same", async (name, judged) => {
    const held = formBytes(name);
    const checked = json((await run(["check", "form.xlsx", "--pack", "auto", "--format", "json"], held)).out);
    const scored = await run(["score", "form.xlsx", "--pack", "auto", "-o", "copy.xlsx"], held);
    const copy = json((await run(["check", "copy.xlsx", "--format", "json"], scored.files)).out);
    expect(checked.tables.map(({ coverage }) => coverage.judged)).toEqual([judged]);
    expect([copy.pack, copy.tables.map(({ totals }) => totals.recomputed), copy.findings.map(({ code, cell }) => `${code} ${cell}`)]).toEqual([
      checked.pack, checked.tables.map(({ totals }) => totals.recomputed), checked.findings.map(({ code, cell }) => `${code} ${cell}`),
    ]); // prettier-ignore
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

describe("[M25] what judges says what it goes back to", () => {
  it("a pack: its document, and what a setting decides where the document says nothing", async () => {
    const { out } = await run(["check", PROJECT, "--pack", "project"]);
    expect(out).toContain("按规则包 project 1.1.0 复算：财预〔2020〕10号 项目支出绩效评价管理办法；一处来源读到");
    expect(out).toContain("反向指标：反向指标的算法该办法没有规定");
    expect(out).toContain("超额完成：完成值达到目标值 130% 及以上的须说明原因，不扣分；财预〔2020〕10号 没有规定幅度");
    const english = await run(["check", PROJECT, "--pack", "project", "--lang", "en", "--set", "overFulfilment=1.5"]);
    expect(english.out).toContain(
      "Over-fulfilment: From 150% of a target on a reason is asked for and nothing deducted",
    );
  });

  it("caps and deviations each with their clause; switched off they say so; a clause without a source says so", async () => {
    const on = await run(["check", PROJECT, "--pack", "project-platform"]);
    expect(on.out).toContain("封顶：预算执行率低于50%的，总分最高59分");
    expect(on.out).toContain("总分最高59分（未查到出处）");
    expect(on.out).toContain("偏差扣分：实际完成值超过年初指标值30%及以上的，扣2分");
    // Where exceeding is deducted, it is not said that it is not.
    expect(on.out).not.toContain("不扣分；");
    const off = await run(["check", PROJECT, "--pack", "project-platform", "--set", "caps=off"]);
    expect(off.out).toContain("封顶：预算执行率低于50%的，总分最高59分（已停用：设置 caps=off）");
  });

  it("as data: about what, the text, the document, the clause and how sure", async () => {
    const { out } = await run(["check", PROJECT, "--pack", "project", "--format", "json"]);
    expect(json(out).basis.map(({ about }) => about)).toEqual([
      "document",
      "target",
      "reverse",
      "tiers",
      "overFulfilment",
    ]);
    expect(json(out).basis[1]).toMatchObject({ document: "财预〔2020〕10号", certainty: "一处来源读到" });
    expect(json(out).basis[1]?.clause).toMatch(/^第十六条/);
    expect(json((await run(["check", PROJECT, "--format", "json"])).out).basis).toEqual([]);
  });
});
