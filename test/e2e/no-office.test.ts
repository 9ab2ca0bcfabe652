import type { ExcelHost } from "../excel-host/excel-host";
import { builtPane } from "./support/built-pages";
import { describeWithChromium } from "./support/chromium";
import { look, Panes, shot } from "./support/page";

/** Runs in the page: the emulated Excel. */
declare const excelHost: ExcelHost;

const UNREACHABLE = /ERR_FAILED|ERR_ABORTED|Failed to load resource/;

describeWithChromium("[U18] the pane where Microsoft's server can not be reached", () => {
  const panes = new Panes();
  beforeAll(() => panes.start(), 900_000);
  afterEach(() => panes.closePages());
  afterAll(() => panes.stop());

  it("says in both languages what is missing and what to do, where the address is blocked", async () => {
    const { page, pane, errors } = await panes.open({ width: 350 }, { cdn: "blocked" });
    await page.getByText("未能加载 office.js").waitFor();
    for (const text of ["office.js could not be loaded", "评核工作台", "Pinghe workbench", "放行 https://appsforoffice.microsoft.com", "OFFICE_JS=local npm run build"])
      expect(await page.getByText(text).first().isVisible()).toBe(true);
    await look(page, "no-office");
    expect(errors.filter((error) => !UNREACHABLE.test(error))).toEqual([]);
    expect(pane.blocked).toEqual(["https://appsforoffice.microsoft.com/lib/1/hosted/office.js"]);
  }); // prettier-ignore

  it("says so by itself where the network swallows the request: ten seconds, with no script run", async () => {
    const { page, errors } = await panes.open({ width: 320 }, { cdn: "swallowed" });
    const waiting = page.getByText("正在等待微软的 office.js");
    await page.waitForFunction(() => document.styleSheets.length > 0);
    expect(await waiting.isVisible()).toBe(false);
    await waiting.waitFor({ state: "visible", timeout: 20_000 });
    expect(await page.getByText("Waiting for Microsoft's office.js").isVisible()).toBe(true);
    await look(page, "waiting-for-office");
    expect(errors).toEqual([]);
  });

  it("says after 30 s that Excel does not answer where only the second part of office.js is swallowed", async () => {
    const { page } = await panes.open({ width: 320 }, { cdn: "second part swallowed" });
    await page.getByText("Excel 已 30 秒没有应答").waitFor({ timeout: 60_000 });
    expect(await page.getByText("Excel has not answered for 30 seconds").isVisible()).toBe(true);
    await look(page, "late-office");
  });

  it("built with OFFICE_JS=local it reads and writes the workbook, and asks nobody else for anything", async () => {
    const root = await builtPane("local");
    const { page, pane, errors } = await panes.open({ width: 350 }, { cdn: "blocked", root });
    await page.getByRole("button", { name: /处理下一项/ }).waitFor();
    await page.getByRole("button", { name: "写入…" }).click();
    await page.getByRole("button", { name: "写入", exact: true }).click();
    await page.getByText(/已写入 \d+ 处/).waitFor();
    expect(await page.evaluate(() => excelHost.book.sheetNamed("核验记录") !== null)).toBe(true);
    expect(pane.requests.filter((url) => !url.startsWith("https://addin.test/"))).toEqual([]);
    expect(pane.requests).toContain("https://addin.test/office-js/office.js");
    expect([pane.blocked, errors]).toEqual([[], []]);
  }, 900_000);
});

describeWithChromium("[H9] an Excel that never answers", () => {
  const panes = new Panes();
  beforeAll(() => panes.start(), 900_000);
  afterEach(() => panes.closePages());
  afterAll(() => panes.stop());

  it("is told after 30 s; the reading is called off, and the next one works without a reload", async () => {
    const { page, errors } = await panes.open({ width: 350 });
    await page.getByRole("button", { name: /处理下一项/ }).waitFor();
    await page.evaluate(() => excelHost.inject({ silent: "undone" }));
    await page.getByRole("button", { name: "重新核验" }).click();
    const told = page.getByText(/Excel 已 30 秒没有应答/);
    await page.getByRole("button", { name: "取消" }).waitFor();
    expect(await told.count()).toBe(0);
    await told.waitFor({ timeout: 60_000 });
    await shot(page, "unanswered");
    await page.getByRole("button", { name: "取消" }).click();
    await page.evaluate((sheet) => excelHost.type(sheet, "D23", 8), "自评指标计分表");
    await page.getByRole("button", { name: "重新核验" }).first().click();
    await page.getByRole("button", { name: /^缺原因\s*6/ }).waitFor();
    expect(errors).toEqual([]);
  });
});
