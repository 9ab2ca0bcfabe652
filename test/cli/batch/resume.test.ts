import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { builtCli } from "../../support/built-cli";
import { run } from "../memory-terminal";

const HESHAN = new Uint8Array(readFileSync("test/workbooks/heshan-2021-self-evaluation.xlsx"));
const OTHER = new Uint8Array(readFileSync("test/workbooks/reports/r02.xlsx"));
const folder = (): Map<string, Uint8Array> =>
  new Map([
    ["夹/甲.xlsx", HESHAN],
    ["夹/乙.xlsx", OTHER],
  ]);
const RUN = ["batch", "夹", "-o", "汇总.xlsx"];

/** A run that is broken off when the second file is read: what the disk then holds. */
async function brokenOff(argv: readonly string[] = RUN): Promise<Map<string, Uint8Array>> {
  const left = folder();
  const { status, files } = await run(argv, left, {
    writeFile: (file, bytes) => {
      if (file === "汇总.xlsx") throw new Error("power cut");
      left.set(file, bytes);
      return Promise.resolve();
    },
    appendFile: (file, text) => {
      left.set(file, new TextEncoder().encode(new TextDecoder().decode(left.get(file)) + text));
      return Promise.resolve();
    },
  });
  expect([status, files.has("汇总.xlsx"), left.has("汇总.xlsx.partial")]).toEqual([2, false, true]);
  return left;
}

describe("[Y17] a batch that was broken off goes on", () => {
  test("from the reviews that it has, and gives what one run gives", async () => {
    const resumed = await run(RUN, await brokenOff());
    const whole = await run(RUN, folder());
    expect(resumed.err).toBe("接着上次中断处继续：已有 2 个文件的结果\n");
    expect([resumed.out, resumed.files.get("汇总.xlsx")]).toEqual([whole.out, whole.files.get("汇总.xlsx")]);
    expect([resumed.files.has("汇总.xlsx.partial"), whole.files.has("汇总.xlsx.partial")]).toEqual([false, false]);
  });

  test("a file that was changed since is reviewed anew", async () => {
    const left = await brokenOff();
    left.set("夹/甲.xlsx", OTHER);
    const { out } = await run([...RUN, "--format", "json"], left);
    const clean = await run([...RUN, "--format", "json"], new Map([["夹/甲.xlsx", OTHER], ["夹/乙.xlsx", OTHER]])); // prettier-ignore
    expect(JSON.parse(out)).toEqual(JSON.parse(clean.out));
  });

  test.each<[title: string, argv: readonly string[]]>([
    ["settings", ["--set", "tolerance=0.01"]],
    ["a pack", ["--pack", "department-hunan"]],
    ["another language", ["--lang", "en"]],
  ])("with %s it begins anew", async (_, more) => {
    const { err } = await run([...RUN, ...more], await brokenOff());
    expect(err).toBe("");
  });

  test("a line that was cut off counts for nothing", async () => {
    const left = await brokenOff();
    const journal = left.get("汇总.xlsx.partial") ?? new Uint8Array();
    left.set("汇总.xlsx.partial", journal.subarray(0, journal.length - 20));
    const resumed = await run(RUN, left);
    expect(resumed.err).toContain("已有 1 个文件的结果");
    expect(resumed.files.get("汇总.xlsx")).toEqual((await run(RUN, folder())).files.get("汇总.xlsx"));
  });

  test("a file of that name that is none of ours is left alone", async () => {
    const mine = new TextEncoder().encode("我的笔记");
    const { status, err, files } = await run(RUN, new Map([...folder(), ["汇总.xlsx.partial", mine]]));
    expect([status, files.get("汇总.xlsx.partial"), files.has("汇总.xlsx")]).toEqual([2, mine, false]);
    expect(err).toContain("不是评核的进度文件");
  });
});

test("[Y17] a killed batch resumes", async () => {
  const place = mkdtempSync(path.join(tmpdir(), "pinghe-resume-"));
  try {
    const cli = await builtCli();
    const books = ["heshan-2021-self-evaluation", "department-standards-printed", "project-2022-total-row-zero"];
    for (let i = 0; i < 40; i++)
      copyFileSync(`test/workbooks/${books[i % 3]}.xlsx`, path.join(place, `单位${String(i).padStart(2, "0")}.xlsx`));
    const [out, whole] = [path.join(place, "汇总.xlsx"), path.join(place, "一次.xlsx")];
    const argv = (to: string) => [cli, "batch", ...readdirSync(place).filter((name) => name.startsWith("单位")).map((name) => path.join(place, name)), "-o", to]; // prettier-ignore
    const first = spawn(process.execPath, argv(out), { stdio: "ignore" });
    const ended = new Promise((resolve) => first.on("exit", (_, signal) => resolve(signal)));
    const journal = `${out}.partial`;
    for (let i = 0; i < 600 && !(existsSync(journal) && statSync(journal).size > 1000); i++)
      await new Promise((resume) => setTimeout(resume, 20));
    first.kill("SIGKILL");
    expect([await ended, existsSync(out), existsSync(journal)]).toEqual(["SIGKILL", false, true]);
    const second = spawnSync(process.execPath, argv(out), { encoding: "utf8" });
    const once = spawnSync(process.execPath, argv(whole), { encoding: "utf8" });
    expect(second.stderr).toContain("接着上次中断处继续");
    expect(once.stderr).toBe("");
    expect(second.stdout.replaceAll("汇总.xlsx", "")).toBe(once.stdout.replaceAll("一次.xlsx", ""));
    expect(readFileSync(out).equals(readFileSync(whole))).toBe(true);
    expect(existsSync(journal)).toBe(false);
  } finally {
    rmSync(place, { recursive: true });
  }
}, 180_000);
