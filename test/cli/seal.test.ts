import { buildWorkbook } from "../support/build-workbook";
import { REFERENCE, REFERENCE_INPUTS, run } from "./memory-terminal";

const SEALED = "甲.pinghe.json";

const table = (score: number, note = "备注", total = "SUM(C2:C3)") =>
  buildWorkbook({
    sheets: [
      {
        name: "自评表",
        rows: [
          ["三级指标", "分值", "自评得分", "扣分原因"],
          ["预算执行率", 10, score, "项目跨年实施，余款次年支付"],
          ["制度健全性", 10, 9, "两项制度尚未修订"],
          ["合计", 20, { formula: total, value: score + 9 }, null],
        ],
      },
      { name: "其他", rows: [[note]] },
    ],
  });

async function sealed(...argv: readonly string[]) {
  const { files, status, err } = await run(["seal", ...argv, "-o", SEALED], new Map([["甲.xlsx", table(8)]]));
  expect({ status, err }).toEqual({ status: 0, err: "" });
  return files;
}

async function replayed(files: ReadonlyMap<string, Uint8Array>, file: string, ...argv: readonly string[]) {
  const { out, status } = await run(["replay", SEALED, file, "--format", "json", ...argv], files);
  return { status, ...(JSON.parse(out) as { sameFile: boolean; sameContent: boolean; respelled: number; lost: string[]; differences: { path: string; sealed?: unknown; now?: unknown }[] }) }; // prettier-ignore
}

describe("[G18] a sealed review is derived anew", () => {
  it("comes out the same, byte for byte, with inputs, settings and a pack", async () => {
    const files = await sealed(REFERENCE, "--inputs", REFERENCE_INPUTS, "--set", "partialSteps=proRata", "--pack", "department-hunan"); // prettier-ignore
    expect(await replayed(files, REFERENCE)).toMatchObject({ status: 0, sameFile: true, lost: [], differences: [] });
    const again = await run(["seal", REFERENCE, "--inputs", REFERENCE_INPUTS, "--set", "partialSteps=proRata", "--pack", "department-hunan", "-o", SEALED]); // prettier-ignore
    expect(again.files.get(SEALED)).toEqual(files.get(SEALED));
  });

  it("says what changed where one score did, and nothing else", async () => {
    const files = new Map(await sealed("甲.xlsx"));
    files.set("乙.xlsx", table(7));
    const { status, sameFile, sameContent, differences } = await replayed(files, "乙.xlsx");
    expect({ status, sameFile, sameContent }).toEqual({ status: 1, sameFile: false, sameContent: false });
    expect(differences).toContainEqual({ path: "check.tables.0.indicators.0.score", sealed: 8, now: 7 });
    expect(differences.map(({ path }) => path)).not.toContain("check.tables.0.indicators.1.score");
  });

  it("a word beside the table is other content, and changes nothing that was derived", async () => {
    const files = new Map(await sealed("甲.xlsx"));
    files.set("乙.xlsx", table(8, "另一句话"));
    const { status, sameFile, sameContent, differences } = await replayed(files, "乙.xlsx");
    expect({ status, sameFile, sameContent }).toEqual({ status: 1, sameFile: false, sameContent: false });
    expect(differences).toEqual([]);
  });

  it("knows a file that was only saved again, its formulas spelled otherwise", async () => {
    const files = new Map(await sealed("甲.xlsx"));
    files.set("乙.xlsx", table(8, "备注", "sum( C2:C3 )"));
    files.set("丙.xlsx", table(8, "备注"));
    const [respelled, same] = [await replayed(files, "乙.xlsx"), await replayed(files, "丙.xlsx")];
    expect([respelled.status, respelled.sameFile, respelled.sameContent, respelled.differences]).toEqual([0, false, true, []]); // prettier-ignore
    expect(respelled.respelled).toBeGreaterThan(0);
    expect([same.status, same.sameContent, same.respelled]).toEqual([0, true, 0]);
  });

  it.each([
    ["another range", "SUM(C2:C2,C3)"],
    ["a fixed row", "SUM(C$2:C$3)"],
  ])("a total of the unit's that says the same over %s is a change: %s", async (_, formula) => {
    const files = new Map(await sealed("甲.xlsx"));
    files.set("乙.xlsx", table(8, "备注", formula));
    expect(await replayed(files, "乙.xlsx")).toMatchObject({ status: 1, sameContent: false, respelled: 0 });
  });

  it("refuses what is no sealed review", async () => {
    const files = new Map([[SEALED, new TextEncoder().encode('{"format":"other"}')]]);
    const { status, err } = await run(["replay", SEALED, REFERENCE], files);
    expect(status).toBe(2);
    expect(err).toContain("不是 pinghe seal 写出的文件");
  });

  it("tells in words what a person wants to know", async () => {
    const files = await sealed("甲.xlsx");
    const { out, status } = await run(["replay", SEALED, "甲.xlsx"], files);
    expect(status).toBe(0);
    expect(out).toBe("文件与封存时相同。\n重新推算的结果与封存的逐字相同。\n");
  });
});
