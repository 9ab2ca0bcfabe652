import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { run } from "../cli/memory-terminal";
import { buildWorkbook } from "../support/build-workbook";
import { builtWorkbench } from "./support/built-pages";
import { describeWithChromium, launchChromium } from "./support/chromium";

const ROOT = path.resolve(__dirname, "../..");
const SHOTS = path.join(ROOT, "test-results/folder-page");

const COPIED = "受汛期持续降雨影响，两个标段停工四十余天，验收顺延至次年";

const table = (unit: string, score: number, reason: string | null): Uint8Array =>
  buildWorkbook({
    sheets: [
      {
        name: "自评表",
        rows: [
          ["2023年度项目支出绩效自评表"],
          [`单位名称：${unit}`],
          ["一级指标", "三级指标", "分值", "自评得分", "扣分原因"],
          ["产出", "项目完成率", 20, score, reason],
          ["合计", null, 20, score, null],
        ],
      },
    ],
  });

/** Six units in two folders: 丁 stands apart, 乙 and 丙 give one reason, 戊 gives none; a broken file, an old one, a picture. */
const FILES: ReadonlyMap<string, Uint8Array> = new Map([
  ["报送/二科/丁局.xlsx", table("丁局", 4, "项目立项后用地未获批，全年只做了勘察")],
  ["报送/二科/戊局.xlsx", table("戊局", 19, null)],
  ["报送/二科/照片.JPG", new Uint8Array([1])],
  ["报送/丙局.xlsx", table("丙局", 18, `${COPIED}春季`)],
  ["报送/乙局.xlsx", table("乙局", 18, COPIED)],
  ["报送/坏.xlsx", new Uint8Array([1, 2, 3])],
  ["报送/己局.xlsx", table("己局", 17, "监理单位更换，验收推迟两周")],
  ["报送/旧.doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ["报送/甲局.xlsx", table("甲局", 18, "采购流标一次，设备晚到六周")],
]);

describeWithChromium("[B11] a folder in the workbench, from its one file, with the network off", () => {
  let browser: Browser;
  let page: Page;
  let folder: string;
  const faults: string[] = [];

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    folder = mkdtempSync(path.join(tmpdir(), "pinghe-folder-"));
    for (const [file, bytes] of FILES) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), bytes);
    }
    const file = await builtWorkbench();
    browser = await launchChromium();
    const context = await browser.newContext({ viewport: { width: 1360, height: 800 }, acceptDownloads: true });
    await context.setOffline(true);
    await context.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }));
    page = await context.newPage();
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("request", (request) => /^(https?|wss?):/.test(request.url()) && faults.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await page.locator('.ph-grid [data-cell="A2"]').first().waitFor();
  }, 600_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const tab = (name: string) => page.getByRole("tab", { name: new RegExp(`^${name} \\d+$`) });

  async function downloaded(button: string): Promise<Uint8Array> {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: button, exact: true }).click();
    return new Uint8Array(readFileSync(await (await download).path()));
  }

  it("is reviewed with its subfolders; a broken file and an old one are rows, a picture is counted", async () => {
    await page.locator("input[webkitdirectory]").setInputFiles(path.join(folder, "报送"));
    await tab("汇总").waitFor();
    await page.getByText("8 个文件 · 6 张指标计分表 · 未能核验 2 个文件").waitFor();
    await page.getByText("另有 1 个其他文件未读：.jpg 1").waitFor();
    await page.screenshot({ path: path.join(SHOTS, "units.png") });
    await tab("未能核验").click();
    await page.getByText("是旧式 .doc 文档").waitFor();
    await tab("雷同原因").click();
    expect(await page.getByRole("button", { name: /[乙丙]局\.xlsx/ }).count()).toBe(2);
    await tab("离群").click();
    expect(await page.getByRole("button", { name: /丁局\.xlsx/ }).count()).toBe(1);
    await page.screenshot({ path: path.join(SHOTS, "apart.png") });
    expect(faults).toEqual([]);
  });

  it("gives, byte for byte, the summary that batch -o writes, and the slips of --slips", async () => {
    const byCommand = await run(["batch", "报送", "-o", "汇总.xlsx", "--slips", "退回"], FILES);
    expect(await downloaded("保存汇总")).toEqual(byCommand.files.get("汇总.xlsx"));
    const slips = unzipSync(await downloaded("退回意见单"));
    const named = [...byCommand.files].filter(([name]) => name.startsWith("退回/"));
    expect(named).toHaveLength(1);
    expect(slips).toEqual(Object.fromEntries(named.map(([name, bytes]) => [name.slice("退回/".length), bytes])));
  });

  it("says who of a list did not report", async () => {
    const list = buildWorkbook({ sheets: [{ name: "名单", rows: [["单位名称"], ["甲局"], ["乙局"], ["辛局"]] }] });
    await page.locator(".pb input[type=file]").setInputFiles({ name: "名单.xlsx", mimeType: "", buffer: Buffer.from(list) }); // prettier-ignore
    await page.getByText("应报 3 · 已报 2 · 未报 1 · 不在名单上的文件 6").waitFor();
    await tab("报送情况").click();
    await page.getByRole("cell", { name: "辛局" }).waitFor();
  });

  it("opens a unit beside the others by a press, and comes back to the folder", async () => {
    await tab("先看这些").click();
    await page.getByRole("button", { name: "报送/二科/戊局.xlsx" }).click();
    await page.getByRole("tab", { name: "戊局.xlsx" }).waitFor();
    await page.screenshot({ path: path.join(SHOTS, "opened.png") });
    await page.getByRole("button", { name: "批量核验结果" }).click();
    await tab("汇总").waitFor();
  });

  it("many files that are dropped at once are compared, too", async () => {
    const drop = await page.evaluateHandle(
      (names) => {
        const transfer = new DataTransfer();
        for (const name of names) transfer.items.add(new File([new Uint8Array([1])], name));
        return transfer;
      },
      Array.from({ length: 6 }, (_, i) => `坏${i}.xlsx`),
    );
    await page.dispatchEvent("body", "drop", { dataTransfer: drop });
    await page.getByText("6 个文件 · 0 张指标计分表 · 未能核验 6 个文件").waitFor();
    expect(faults).toEqual([]);
  });
});
