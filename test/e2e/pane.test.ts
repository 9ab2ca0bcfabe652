import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { languageOf, wordsFor, type Messages } from "../../src/ui/i18n/words";
import type { ExcelHost } from "../excel-host/excel-host";
import { describeWithChromium, launchChromium } from "./support/chromium";
import { builtPane } from "./support/built-pane";
import { openPane, type Pane, type PaneOptions } from "./support/open-pane";

const ROOT = path.resolve(__dirname, "../..");
const SHOTS = path.join(ROOT, "test-results/pane");
const AXE = readFileSync(path.join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
const workbook = (name: string): Uint8Array => readFileSync(path.join(ROOT, "test/workbooks", name));
const HESHAN = "heshan-2021-self-evaluation.xlsx";
const SHEET = "自评指标计分表";

interface Opened {
  readonly page: Page;
  readonly pane: Pane;
  readonly errors: readonly string[];
}

describeWithChromium("the pane in Chromium, over the real office.js and an emulated Excel", () => {
  let browser: Browser;
  let root: string;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    [browser, root] = await Promise.all([launchChromium(), builtPane()]);
  }, 180_000);
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(() => browser.close());

  async function open(width: number, options: Partial<PaneOptions> = {}, book = HESHAN): Promise<Opened> {
    const context = await browser.newContext({ viewport: { width, height: 720 }, deviceScaleFactor: 2 });
    contexts.push(context);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    const pane = await openPane(page, { workbook: workbook(book), root, ...options });
    return { page, pane, errors };
  }

  const begin = async ({ page }: Opened, english = false): Promise<void> => {
    await page.getByRole("button", { name: english ? "Start the review" : "开始核验" }).click();
    await page.getByRole("region", { name: english ? "Still missing" : "还差" }).waitFor();
  };

  it.each([
    ["zh-CN", "light", 350],
    ["zh-CN", "contrast", 320],
    ["en-US", "dark", 320],
  ] as const)(
    "%s, %s, %d px, the whole flow: 7 unexplained, jump, 69 and 77 give 89.61 %, write, a reason clears its flag, undo",
    async (lang, theme, width) => {
      const opened = await open(width, { lang, theme });
      const { page, pane, errors } = opened;
      const w = wordsFor(languageOf(lang));
      const button = (name: string | RegExp, exact = true): Locator => page.getByRole("button", { name, exact });
      const tab = (section: keyof Messages["sections"]): Promise<void> =>
        page.getByRole("tab", { name: w.sections[section] }).click();
      const keep = (name: string): Promise<unknown> => shot(page, `flow-${lang}-${theme}-${width}-${name}`);
      await button(w.start.begin).click();
      const missing = page.getByRole("region", { name: w.todo.title });
      await expectText(missing.getByRole("button", { name: w.todo.kinds.unexplained }), w.todo.line(7, "7"));
      await missing.getByRole("button", { name: w.todo.next }).click();
      await until(async () => (await selection(page)) === `${SHEET}!D23`);

      await tab("data");
      await page.getByLabel("在职人员数", { exact: true }).fill("69");
      await page.getByLabel("编制数", { exact: true }).fill("77");
      await page.getByLabel("编制数", { exact: true }).press("Enter");
      await page.getByText("89.61%").waitFor();
      await keep("data");

      await button(w.write.button).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText(w.write.empty).first().waitFor();
      await keep("write");
      await dialog.getByRole("button", { name: w.write.confirm, exact: true }).click();
      await page.getByText(new RegExp(w.write.done(0).replace("0", "\\d+"))).waitFor();
      const computed = await pane.excel(({ book }, name) => {
        const sheet = book.sheetNamed(name);
        return sheet && book.valueAt(sheet, 4, 7);
      }, SHEET);
      expect(computed).toBeCloseTo(69 / 77, 12);

      await tab("findings");
      await page.getByRole("button", { name: /D23/ }).click();
      await page.getByRole("textbox", { name: w.findings.textLabels.reason }).fill("一项工作推迟到次年完成");
      await keep("reason");
      await button(w.findings.put).click();
      await page.getByText(w.typed("L23")).waitFor();
      await button(`${w.findings.severities.error} 6`).waitFor();

      const undo = button(new RegExp(`^${w.undo.button}`));
      await undo.click();
      await page.getByText(w.undo.done(w.undo.kinds.reason)).waitFor();
      await undo.click();
      await page.getByText(w.undo.done(w.undo.kinds.review)).waitFor();
      await button(`${w.findings.severities.error} 7`).waitFor();
      await keep("undone");
      expect(errors).toEqual([]);
      expect(pane.blocked).toEqual([]);
    },
    60_000,
  );

  it("[U5] a change in the sheet is read again by itself, and the selection is followed", async () => {
    const opened = await open(350);
    const { page } = opened;
    await begin(opened);
    await page.evaluate((sheet) => excelHost.type(sheet, "D23", 8), SHEET);
    await expectText(page.getByRole("button", { name: /未说明扣分/ }), "6 项 · 6 分");
    await page.getByRole("tab", { name: "规则" }).click();
    await page.evaluate((sheet) => excelHost.select(sheet, "D5"), SHEET);
    await page.getByRole("heading", { name: /在职人员控制率/ }).waitFor();
    await shot(page, "rule");
  });

  it("[U6] nothing is asked of the network but office.js and the pane's own files", async () => {
    const opened = await open(350);
    await begin(opened);
    for (const section of ["问题", "数据", "规则"]) await opened.page.getByRole("tab", { name: section }).click();
    const foreign = opened.pane.requests.filter((url) => !url.startsWith("https://addin.test/"));
    expect(foreign.filter((url) => !url.startsWith("https://appsforoffice.microsoft.com/lib/1/hosted/"))).toEqual([]);
    expect(await opened.page.evaluate(() => fetch("https://addin.test/manifest.xml").then(String, String))).toMatch(
      /TypeError/,
    );
    expect(opened.pane.blocked).toEqual([]);
  });

  it.each([
    ["zh-CN", "light", 320],
    ["zh-CN", "dark", 350],
    ["zh-CN", "contrast", 350],
    ["en-US", "light", 350],
    ["en-US", "dark", 320],
    ["en-US", "contrast", 320],
  ] as const)("[U7] %s, %s, %d px: no section is cut, and axe finds nothing", async (lang, theme, width) => {
    const opened = await open(width, { lang, theme });
    const { page, errors } = opened;
    const english = lang === "en-US";
    await page.getByRole("button", { name: english ? "Start the review" : "开始核验" }).waitFor();
    await look(page, `${lang}-${theme}-${width}-welcome`, theme);
    await begin(opened, english);
    const names = english ? ["Overview", "Findings", "Data", "Rules"] : ["概览", "问题", "数据", "规则"];
    for (const [index, name] of names.entries()) {
      await page.getByRole("tab", { name: new RegExp(name) }).click();
      await page.getByRole("tabpanel").locator("section").first().waitFor();
      if (index === 1) await page.getByRole("button", { name: /D23/ }).first().click();
      await look(page, `${lang}-${theme}-${width}-${index + 1}`, theme);
      if (index === 1) await page.getByRole("button", { name: /D23/ }).first().click();
      if (index === 1) await page.evaluate((sheet) => excelHost.select(sheet, "A1"), SHEET);
    }
    await page.getByRole("button", { name: english ? "Write" : "写入", exact: true }).click();
    await page.getByRole("dialog").waitFor();
    await page.waitForTimeout(300);
    await look(page, `${lang}-${theme}-${width}-write`, theme);
    expect(errors).toEqual([]);
  });

  it("[U7] everything is reached by keyboard, and the focus is seen and comes back from the dialog", async () => {
    const opened = await open(350);
    const { page } = opened;
    await page.getByRole("button", { name: "开始核验" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "还差" }).waitFor();
    await tabTo(page, "概览");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await tabTo(page, /D23/);
    await page.keyboard.press("Enter");
    await until(async () => (await selection(page)) === `${SHEET}!D23`);
    await tabTo(page, "写入");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await until(async () => (await focused(page)).includes("写入"));
  });

  it("the reviewer's view: a rule with its arithmetic, a value tried, an opinion, the pack and the settings", async () => {
    const opened = await open(350, {}, "department-2018-with-base-data.xlsx");
    const { page, errors } = opened;
    await begin(opened);
    await page.getByRole("button", { name: "选项" }).click();
    await page.getByRole("switch", { name: "复核视图" }).check();
    await look(page, "options");
    await page.getByRole("tab", { name: "规则" }).click();
    await page.getByText("设置", { exact: true }).click();
    await look(page, "rules-and-settings");
    await page.getByRole("button", { name: /在职人员控制率/ }).click();
    await page.getByRole("region", { name: "复核意见" }).waitFor();
    await page.getByRole("textbox", { name: /控制率/ }).fill("102%");
    await page.getByText(/^得 .+ 分$/).waitFor();
    await look(page, "rule-tried");
    expect(errors).toEqual([]);
  });

  it.each([
    ["project-2020-unexplained-deductions.xlsx", "项目"],
    ["department-template-empty.xlsx", "空表"],
  ])("other tables are shown as well: %s", async (book, name) => {
    const opened = await open(320, {}, book);
    await begin(opened);
    await look(opened.page, `other-${name}`);
    expect(opened.errors).toEqual([]);
  });

  async function look(page: Page, name: string, theme = "light"): Promise<void> {
    await shot(page, name);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(cutTexts)).toEqual([]);
    await page.evaluate(AXE);
    expect(await page.evaluate(axeViolations, theme === "contrast")).toEqual([]);
  }
});

const shot = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: path.join(SHOTS, `${name}.png`), animations: "disabled" });

/** Runs in the page: elements that stand out over the right edge. */
function cutTexts(): string[] {
  const outside = [...document.querySelectorAll("main *, header *, footer *, [role=dialog] *")].filter((element) => {
    const { right, width } = element.getBoundingClientRect();
    const isContent = element.textContent.trim() !== "" || element.matches("input, textarea, select");
    return isContent && width > 0 && right > window.innerWidth + 1;
  });
  return outside.map((element) => element.textContent.slice(0, 40));
}

/** Runs in the page. Tabster's dummies are no content: axe takes them for hidden controls. */
async function axeViolations(forcedColours: boolean): Promise<string[]> {
  const { axe } = window as unknown as { axe: typeof import("axe-core") };
  // In forced colours the system paints, and axe sees the colours that it paints over.
  const rules = { "color-contrast": { enabled: !forcedColours } };
  const { violations } = await axe.run({ exclude: [["[data-tabster-dummy]"]] }, { rules });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** Runs in the page: the emulated Excel. */
declare const excelHost: ExcelHost;

/** The selected cell as the emulated Excel has it: "表1!D23". */
const selection = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { sheet, rect } = excelHost.book.selection ?? {};
    return sheet && rect ? `${sheet.name}!${String.fromCharCode(65 + rect.left)}${rect.top + 1}` : "";
  });

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement === document.body ? "" : (document.activeElement?.textContent ?? "")));

async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const text = await focused(page);
    if (typeof name === "string" ? text.trim() === name : name.test(text)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${String(name)} is not reached by Tab`);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (await condition()) return;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error("waited for 5 s in vain");
}

async function expectText(locator: { textContent(): Promise<string | null> }, text: string): Promise<void> {
  await until(async () => (await locator.textContent())?.includes(text) ?? false);
}
