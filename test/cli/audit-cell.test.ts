import type { CellJson } from "../../src/app/output/cell-json";
import { buildWorkbook } from "../support/build-workbook";
import { DOUBTFUL_TOTAL } from "../support/doubtful-total";
import { REFERENCE, run } from "./memory-terminal";

const FILE = "甲.xlsx";

/** A total that takes a tenth off; an annex of an old result, what follows from it, and a function that changes each time. */
const book = buildWorkbook({
  sheets: [
    {
      name: "自评表",
      rows: DOUBTFUL_TOTAL,
    },
    {
      name: "附 表(o'1)",
      rows: [
        [69, { formula: "A1*2", value: 140 }],
        [77, { formula: "B1+A2+自评表!C5", value: 240.4 }],
        [null, { formula: "RAND()", value: 0.5 }],
      ],
      merges: ["A3:A4"],
    },
  ],
});

const about = (cell: string, ...args: string[]) =>
  run(["audit", FILE, "--cell", cell, ...args], new Map([[FILE, book]]));

async function told(cell: string): Promise<CellJson> {
  const { out, err } = await about(cell, "--format", "json");
  expect(err).toBe("");
  return JSON.parse(out) as CellJson;
}

describe("[G25] audit --cell tells all that is known of one cell", () => {
  it("a total whose formula is not the rule's: both results, the rule's value, verdict, neighbours, findings", async () => {
    expect(await told("自评表!C5")).toMatchObject({
      file: FILE,
      sheet: "自评表",
      cell: "C5",
      kind: "formula",
      shown: "23.4",
      stored: 23.4,
      whose: "yours",
      role: "合计数",
      formula: "=SUM(C2:C4)*0.9",
      expected: "=SUM(C2:C4)",
      isolated: expect.closeTo(23.4, 9) as number,
      recalculated: expect.closeTo(23.4, 9) as number,
      rule: 26,
      verdict: "wrongFormula",
      precedents: [{ place: "C2:C4", first: "自评表!C2", value: "" }],
      dependents: [{ place: "附 表(o'1)!B2", first: "附 表(o'1)!B2", value: "240.4" }],
    });
    expect((await told("自评表!C5")).findings.map(({ code }) => code)).toContain("formula-differs");
  });

  it("what a stale cell gives from stored values, and what follows from it over the whole chain", async () => {
    expect(await told("附 表(o'1)!B1")).toMatchObject({ stored: 140, isolated: 138, recalculated: 138, verdict: "stale", whose: "outside", role: null }); // prettier-ignore
    expect(await told("附 表(o'1)!B2")).toMatchObject({ stored: 240.4, isolated: 240.4, recalculated: 238.4, verdict: "follows" }); // prettier-ignore
    expect((await told("附 表(o'1)!B2")).precedents.map(({ place, value }) => `${place} ${value}`)).toEqual(["B1 140", "A2 77", "自评表!C5 23.4"]); // prettier-ignore
  });

  it("what can not be recalculated says why, and a blank or covered cell is an answer too", async () => {
    expect(await told("附 表(o'1)!B3")).toMatchObject({ verdict: "notRecalculated", isolated: null, reason: { en: expect.stringContaining("RAND") as string } }); // prettier-ignore
    expect(await told("附 表(o'1)!A4")).toMatchObject({ kind: "blank", coveredBy: "A3", verdict: null });
    expect(await told("自评表!B2")).toMatchObject({ kind: "constant", shown: "10", stored: 10, role: "分值" });
    expect(await told("自评表!XFD1048576")).toMatchObject({ kind: "blank", shown: "", verdict: null, findings: [] });
  });

  it.each(["'附 表(o''1)'!$B$1", "附 表(O'1)!b1", "附 表(o'1)！Ｂ１"])(
    "the cell may be written as %s",
    async (cell) => {
      expect(await told(cell)).toMatchObject({ sheet: "附 表(o'1)", cell: "B1" });
    },
  );

  it("as text in either language, with the exit status of the cell's own findings", async () => {
    const zh = await about("自评表!C5");
    expect(zh.out.split("\n").slice(0, 11)).toEqual([
      "甲.xlsx  自评表!C5",
      "显示值：23.4",
      "识别为：合计数",
      "公式：=SUM(C2:C4)*0.9",
      "规则要求：=SUM(C2:C4)",
      "单独重算：23.4",
      "全链重算：23.4",
      "规则值：26",
      "结论：公式不符",
      "引用的单元格",
      "  C2:C4",
    ]);
    expect(zh.status).toBe(1);
    const en = await about("自评表!C2", "--lang", "en");
    expect(en).toMatchObject({ status: 0, err: "" });
    expect(en.out).toBe("甲.xlsx  自评表!C2\nShows: 9\nRead as: self score\nFormula due: can not be told (no standard judges it)\nVerdict: nothing to compare\nRead by\n  C5  23.4\n"); // prettier-ignore
    const typed = await run(["audit", REFERENCE, "--cell", "自评指标计分表!D31"]);
    expect(typed.out).toContain("结论：直接填写");
  });

  it.each([
    ["没有!A1", "没有工作表“没有”。有：自评表、附 表(o'1)", 'There is no sheet "没有". Sheets: 自评表、附 表(o\'1)'],
    ["A1", "“A1”不是单元格。请写成 工作表!A1。", '"A1" is no cell. Write it as SHEET!A1.'],
    [
      "自评表!A1:B2",
      "“自评表!A1:B2”不是单元格。请写成 工作表!A1。",
      '"自评表!A1:B2" is no cell. Write it as SHEET!A1.',
    ],
    ["自评表!XFE1", "“自评表!XFE1”不是单元格。请写成 工作表!A1。", '"自评表!XFE1" is no cell. Write it as SHEET!A1.'],
  ])("%s is refused in one line, in both languages", async (cell, zh, en) => {
    expect(await about(cell)).toMatchObject({ status: 2, out: "", err: `pinghe: ${zh}\n` });
    expect(await about(cell, "--lang", "en")).toMatchObject({ status: 2, out: "", err: `pinghe: ${en}\n` });
  });

  it.each([
    ["--format", "sarif"],
    ["--baseline", "b.json"],
    ["-o", "c.xlsx"],
  ])("does not go with %s %s", async (...args) => {
    const { status, err, files } = await about("自评表!C5", ...args);
    expect([status, err, files.has("c.xlsx")]).toEqual([2, expect.stringContaining("不能与"), false]);
  });

  it("help names it", async () => {
    expect((await run(["help"])).out).toContain("--cell 工作表!A1");
    expect((await run(["help", "--lang", "en"])).out).toContain("--cell SHEET!A1");
  });
});
