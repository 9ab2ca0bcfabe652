import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { builtCli } from "../../support/built-cli";
import { run } from "../memory-terminal";

const WORKBOOKS = path.resolve(__dirname, "../../workbooks");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pinghe-threads-"));
  const books = readdirSync(WORKBOOKS).filter((name) => name.endsWith(".xlsx"));
  for (let i = 0; i < 23; i++)
    copyFileSync(path.join(WORKBOOKS, books[i % books.length] ?? ""), path.join(folder, `单位${i}.xlsx`));
  writeFileSync(path.join(folder, "单位坏.xlsx"), "no workbook");
});
afterAll(() => rmSync(folder, { recursive: true }));

const batch = async (...more: readonly string[]) => {
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  return spawnSync(process.execPath, [await builtCli(), "batch", ...files, "--format", "json", ...more], { encoding: "utf8", maxBuffer: 2 ** 28 }); // prettier-ignore
};

it("[Y12] the same comes out on threads as one by one", async () => {
  expect(availableParallelism()).toBeGreaterThan(1);
  const { status, stdout, stderr } = await batch();
  expect([status, stderr]).toEqual([1, ""]);
  const names = readdirSync(folder).map((name) => path.join(folder, name));
  const files = new Map(names.map((name) => [name, new Uint8Array(readFileSync(name))]));
  const here = await run(["batch", ...names, "--format", "json"], files);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(here.out));
});

it("[Y12] a pack that is not there ends the batch in one line, before any file is read", async () => {
  const { status, stdout, stderr } = await batch("--pack", "没有这个包");
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain("没有这个包");
});
