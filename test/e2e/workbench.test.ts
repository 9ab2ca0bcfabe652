import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { parseA1 } from "../../src/core/workbook/address";
import { snapshotOf } from "../contract/hosts";
import { richWorkbook } from "../contract/workbooks";
import { buildWorkbook } from "../support/build-workbook";
import { builtWorkbench } from "./support/built-pages";
import { describeWithChromium, launchChromium } from "./support/chromium";
import { manyIndicators } from "./support/many-indicators";

const ROOT = path.resolve(__dirname, "../..");
const SHOTS = path.join(ROOT, "test-results/workbench");
const AXE = readFileSync(path.join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
const SAMPLE = "示例-项目支出自评表.xlsx";
const HESHAN = "自评表.xlsx";

interface Opened {
  readonly page: Page;
  /** Whatever the page complained of, and whatever it asked of a network. */
  readonly faults: readonly string[];
}

describeWithChromium("[B1] the workbench from its one file, with the network off", () => {
  let browser: Browser;
  let file: string;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    file = await builtWorkbench();
    browser = await launchChromium();
  }, 300_000);
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(() => browser.close());

  async function open(before?: () => void): Promise<Opened> {
    const context = await browser.newContext({ viewport: { width: 1360, height: 800 }, acceptDownloads: true });
    contexts.push(context);
    await context.setOffline(true);
    // The dialog of a real browser can not be answered here: without it the page downloads.
    await context.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }));
    if (before) await context.addInitScript(before);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("request", (request) => /^(https?|wss?):/.test(request.url()) && faults.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await cell(page, "A2").waitFor();
    return { page, faults };
  }

  /** The reference table, as a person opens it. */
  async function openHeshan(before?: () => void): Promise<Opened> {
    const opened = await open(before);
    const bytes = readFileSync(path.join(ROOT, "assets/samples/heshan-2021-self-evaluation.xlsx"));
    await openFile(opened.page, HESHAN, bytes);
    return opened;
  }

  const cell = (page: Page, a1: string): Locator => page.locator(`.ph-grid [data-cell="${a1}"]`).first();
  const text = async (page: Page, a1: string): Promise<string> => (await cell(page, a1).textContent()) ?? "";

  async function openFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes) });
    await page.getByRole("tab", { name, exact: true }).waitFor();
  }

  async function goTo(page: Page, a1: string): Promise<void> {
    const field = page.getByLabel("单元格地址");
    await field.fill(a1);
    await field.press("Enter");
    await page.locator(".ph-editor").focus();
  }

  async function save(page: Page): Promise<Uint8Array> {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    return readFileSync(await (await download).path());
  }

  async function saved(page: Page, a1: string): Promise<unknown> {
    const { row, column } = parseA1(a1) ?? { row: 0, column: 0 };
    const book = await snapshotOf(await save(page));
    return book.sheets[0]?.cells.find((one) => one.row === row && one.column === column)?.value ?? null;
  }

  it("shows the sample at the left and at the right its marks recomputed, with four scores that differ; asks nothing of any server", async () => {
    const { page, faults } = await open();
    expect(await text(page, "C9")).toContain("卫片执法补助经费");
    // 9 of 10, 19 of 20 twice, 27 of 30, and every target is met.
    for (const fact of ["9 → 10", "19 → 20", "27 → 30"]) await page.getByRole("main").getByText(fact).first().waitFor();
    expect(await page.getByText("•").count()).toBe(0);
    await page.screenshot({ path: path.join(SHOTS, "first.png") });
    // The policy lets no script in: only the test's own evaluation is free of it.
    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run: (context: object) => Promise<{ violations: { id: string; nodes: unknown[] }[] }> };
      };
      return (await axe.run({ exclude: [["[data-tabster-dummy]"]] })).violations.map(
        ({ id, nodes }) => `${id} ${JSON.stringify(nodes)}`,
      );
    });
    expect(violations).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("[B4] a typed number shows in its dependents at once and stands in the saved file", async () => {
    const { page, faults } = await open();
    const book = buildWorkbook({
      sheets: [{ name: "表", cells: { A1: 77, A2: 69, A3: { formula: "=A2/A1", value: 0.5, format: "0.00%" } } }],
    });
    await openFile(page, "比率.xlsx", book);
    expect(await text(page, "A3")).toBe("89.61%");
    await goTo(page, "A2");
    await page.keyboard.type("70");
    await page.keyboard.press("Enter");
    expect(await text(page, "A3")).toBe("90.91%");
    expect(await saved(page, "A2")).toBe(70);
    await page.locator(".ph-editor").focus();
    await page.keyboard.press("Control+z");
    await until(async () => (await text(page, "A3")) === "89.61%");
    await page.keyboard.press("Control+y");
    await until(async () => (await text(page, "A3")) === "90.91%");
    expect(faults).toEqual([]);
  });

  it("[B5] a Chinese word is composed on a merely selected cell; the Enter that ends it puts nothing", async () => {
    const { page } = await openHeshan();
    await goTo(page, "F3");
    const devtools = await page.context().newCDPSession(page);
    const key = (name: string, code: number) =>
      devtools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: name, windowsVirtualKeyCode: code });
    await key("Process", 229);
    await devtools.send("Input.imeSetComposition", { text: "wei", selectionStart: 3, selectionEnd: 3 });
    await devtools.send("Input.imeSetComposition", { text: "未完成", selectionStart: 3, selectionEnd: 3 });
    await key("Enter", 229);
    await devtools.send("Input.insertText", { text: "未完成" });
    expect(await page.locator(".ph-editor").inputValue()).toBe("未完成");
    expect(await text(page, "F3")).toContain("评价要点");
    await page.keyboard.press("Enter");
    expect(await text(page, "F3")).toBe("未完成");
  });

  it("[B8] one cell of a rich workbook is edited: every other part of the file is as before", async () => {
    const { page } = await open();
    const bytes = await richWorkbook();
    await openFile(page, "丰富.xlsx", bytes);
    await goTo(page, "Z40");
    await page.keyboard.type("批注");
    await page.keyboard.press("Enter");
    const before = unzipSync(bytes);
    const after = unzipSync(await save(page));
    const changed = Object.keys({ ...before, ...after }).filter(
      (part) => Buffer.compare(Buffer.from(before[part] ?? []), Buffer.from(after[part] ?? [])) !== 0,
    );
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatch(/^xl\/worksheets\/sheet\d+\.xml$/);
  });

  it("[B8] after a reload the unsaved work is still there, and can be discarded", async () => {
    const { page } = await openHeshan();
    await goTo(page, "D3");
    await page.keyboard.type("1");
    await page.keyboard.press("Enter");
    await page.getByText("•").waitFor();
    await page.waitForTimeout(2500);
    page.on("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText("已恢复上次未保存的工作簿").waitFor();
    expect(await text(page, "D3")).toBe("1");
    await page.getByRole("button", { name: "放弃恢复的内容" }).click();
    await page.getByText("请打开一个工作簿").waitFor();
  });

  it("[B9] the report can be printed, and closed again", async () => {
    const { page, faults } = await openHeshan();
    await page.getByRole("button", { name: "核验报告" }).click();
    await page.getByText("93 / 100").waitFor();
    const pdf = await page.pdf({ format: "A4", path: path.join(SHOTS, "report.pdf") });
    expect(pdf.length).toBeGreaterThan(10_000);
    await page.getByRole("button", { name: "返回" }).click();
    await until(async () => (await page.getByText("93 / 100").count()) === 0);
    expect(faults).toEqual([]);
  });

  it("a broken file gives a message, and the page lives on", async () => {
    const { page, faults } = await open();
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name: "坏.xlsx", mimeType: "", buffer: Buffer.from("PK nothing") });
    await page.getByText("未能打开 坏.xlsx").waitFor();
    expect(await page.getByRole("tab", { name: SAMPLE }).count()).toBe(1);
    expect(faults).toEqual([]);
  });

  it("[B6] a formula that is none stays in the editor, with the reason beside", async () => {
    const { page } = await openHeshan();
    await goTo(page, "D3");
    await page.keyboard.type("=SUM(");
    await page.keyboard.press("Enter");
    await page.getByText("公式有误").waitFor();
    expect(await page.locator(".ph-editor").inputValue()).toBe("=SUM(");
    await page.keyboard.press("Escape");
    expect(await text(page, "D3")).toBe("2");
  });

  it("100,000 cells open, scroll to the end and find their last row", async () => {
    const { page, faults } = await open();
    const rows = Array.from({ length: 5000 }, (_, row) => Array.from({ length: 20 }, (_, column) => row * 20 + column));
    await openFile(page, "大表.xlsx", buildWorkbook({ sheets: [{ name: "大表", rows }] }));
    await goTo(page, "T5000");
    await until(async () => (await text(page, "T5000")) === "99999");
    expect(await page.locator(".ph-row").count()).toBeLessThan(400);
    expect(faults).toEqual([]);
  });

  it("[B10] a table of 200 indicators is reviewed in a worker made of the page's own script, under the page's policy", async () => {
    const { page, faults } = await open();
    expect(page.workers()).toHaveLength(0);
    await openFile(page, "多项.xlsx", manyIndicators(200));
    await page.getByRole("main").getByRole("button", { name: "重新核验" }).click();
    await page.getByRole("button", { name: /^不符/ }).getByText("20").waitFor();
    expect(page.workers()).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it("[B10] where the browser has no worker the page reviews by itself", async () => {
    const refuse = (): void => void Reflect.deleteProperty(window, "Worker");
    const { page, faults } = await open(refuse);
    await openFile(page, "多项.xlsx", manyIndicators(200));
    await page.getByRole("main").getByRole("button", { name: "重新核验" }).click();
    await page.getByRole("button", { name: /^不符/ }).getByText("20").waitFor();
    expect(page.workers()).toHaveLength(0);
    expect(faults).toEqual([]);
  });

  it("works in a browser of 2021, which lacks the newer functions of the library", async () => {
    const { page, faults } = await openHeshan(() => {
      const newer = ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"];
      for (const owner of [Array.prototype, String.prototype, Object.getPrototypeOf(Uint8Array.prototype) as object])
        for (const name of newer) Reflect.deleteProperty(owner, name);
      delete (Object as { hasOwn?: unknown }).hasOwn;
      delete (window as { structuredClone?: unknown }).structuredClone;
      Reflect.deleteProperty(Crypto.prototype, "randomUUID");
      delete (Object as { groupBy?: unknown }).groupBy;
    });
    await goTo(page, "D3");
    await page.keyboard.type("1");
    await page.keyboard.press("Enter");
    expect(await text(page, "D3")).toBe("1");
    expect(await saved(page, "D3")).toBe(1);
    expect(faults).toEqual([]);
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it never came to be");
}
