import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { ExcelHost } from "../../excel-host/excel-host";
import { builtPane } from "./built-pages";
import { launchChromium } from "./chromium";
import { openPane, type Pane, type PaneOptions } from "./open-pane";

const ROOT = path.resolve(__dirname, "../../..");
const SHOTS = path.join(ROOT, "test-results/pane");
const AXE = readFileSync(path.join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");

export const workbookBytes = (name: string): Uint8Array => readFileSync(path.join(ROOT, "test/workbooks", name));
const HESHAN = "heshan-2021-self-evaluation.xlsx";
export const SHEET = "自评指标计分表";

export interface Opened {
  readonly page: Page;
  readonly pane: Pane;
  readonly errors: readonly string[];
}

export interface Size {
  readonly width: number;
  readonly height?: number;
}

/** Panes in Chromium, over the real office.js and an emulated Excel. */
export class Panes {
  private browser: Browser | null = null;
  private root = "";
  private readonly contexts: BrowserContext[] = [];

  async start(): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    [this.browser, this.root] = await Promise.all([launchChromium(), builtPane()]);
  }

  async closePages(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close();
  }

  async stop(): Promise<void> {
    await this.browser?.close();
  }

  async open(
    { width, height = 600 }: Size,
    options: Partial<PaneOptions> = {},
    book: string | Uint8Array = HESHAN,
  ): Promise<Opened> {
    if (!this.browser) throw new Error("not started");
    const context = await this.browser.newContext({ viewport: { width, height }, deviceScaleFactor: 2 });
    this.contexts.push(context);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    const bytes = typeof book === "string" ? workbookBytes(book) : book;
    const pane = await openPane(page, { workbook: bytes, root: this.root, ...options });
    return { page, pane, errors };
  }
}

/** A picture of the pane, with nothing cut off, nothing that scrolls sideways, and nothing that axe objects to. */
export async function look(page: Page, name: string, theme = "light"): Promise<void> {
  await shot(page, name);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(await page.evaluate(cutTexts)).toEqual([]);
  await page.evaluate(AXE);
  expect(await page.evaluate(axeViolations, theme === "contrast")).toEqual([]);
}

export const shot = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: path.join(SHOTS, `${name}.png`), animations: "disabled" });

/** Runs in the page: elements that stand out over the right edge. */
function cutTexts(): string[] {
  const outside = [...document.querySelectorAll("main *, header *, nav *, footer *, [role=alert] *")].filter(
    (element) => {
      const { right, width } = element.getBoundingClientRect();
      const isContent = element.textContent.trim() !== "" || element.matches("input, textarea, select, button");
      return isContent && width > 0 && right > window.innerWidth + 1 && getComputedStyle(element).clipPath === "none";
    },
  );
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
export const selection = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { sheet, rect } = excelHost.book.selection ?? {};
    return sheet && rect ? `${sheet.name}!${String.fromCharCode(65 + rect.left)}${rect.top + 1}` : "";
  });

export async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 80; tries++) {
    if (await condition()) return;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error("waited for 8 s in vain");
}
