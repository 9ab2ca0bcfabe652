import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createDisk } from "../../../src/cli/files/disk";
import { buildWorkbook } from "../../support/build-workbook";
import { run } from "../memory-terminal";

const TABLE = buildWorkbook({
  sheets: [{ name: "自评表", rows: [["一级指标", "三级指标", "分值", "自评得分"], ["产出", "项目完成率", 20, 20], ["合计", null, 20, 20]] }],
}); // prettier-ignore

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pinghe-batch-"));
  mkdirSync(path.join(folder, "二科"));
  for (const name of ["甲局.xlsx", "二科/乙局.xlsx"]) writeFileSync(path.join(folder, name), TABLE);
  // A link upwards: whoever follows it never comes to an end.
  symlinkSync(folder, path.join(folder, "二科", "上级"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("[Y7] a folder on the disk", () => {
  it("lists its files and those below it, and follows no link", async () => {
    const found = await createDisk().filesBelow(folder);
    expect(found?.map((file) => path.relative(folder, file))).toEqual(["二科/乙局.xlsx", "甲局.xlsx"]);
    expect(await createDisk().filesBelow(path.join(folder, "甲局.xlsx"))).toBeNull();
  });

  it("is summarised into a workbook beside its files, and again with --force", async () => {
    const out = path.join(folder, "汇总.xlsx");
    for (const force of [[], ["--force"]]) {
      const { out: text, err } = await run(["batch", folder, "-o", out, ...force], new Map(), createDisk());
      expect(err).toBe("");
      expect(text.split("\n")[0]).toBe("批量核验：2 个文件 · 2 张指标计分表 · 未能核验 0 个文件");
    }
    const again = await run(["batch", folder, "-o", out], new Map(), createDisk());
    expect([again.status, again.err.includes("--force")]).toEqual([2, true]);
  });

  it("that is not there is refused by name", async () => {
    const { status, err } = await run(["batch", path.join(folder, "三科")], new Map(), createDisk());
    expect(status).toBe(2);
    expect(err).toContain("三科");
  });
});
