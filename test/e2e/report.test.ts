import { mkdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { builtWorkbench } from "./support/built-pages";
import { describeWithChromium, launchChromium } from "./support/chromium";
import { look, Panes, selection, until, workbookBytes } from "./support/page";

const ROOT = path.resolve(__dirname, "../..");
const SHOTS = path.join(ROOT, "test-results/workbench");
const BOOK = "reports/r02.xlsx";
/** A number that the table has otherwise, parts above their whole, a claim beside a missed target, no survey. */
const FOUND = 4;
const PDF = readFileSync(path.join(ROOT, "test/host/document/files/report.pdf"));
const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: "", buffer: Buffer.from(bytes) });
const report = (name: string) => file(name, workbookBytes(`reports/${name}`));

describeWithChromium("[U23] a report beside the workbook in the pane", () => {
  const panes = new Panes();
  beforeAll(() => panes.start(), 900_000);
  afterEach(() => panes.closePages());
  afterAll(() => panes.stop());

  /** ⋯ → 自评报告, as a person goes. */
  async function toPage(page: Page, more: string, title: string): Promise<void> {
    await page.getByRole("button", { name: more, exact: true }).press("Enter");
    await page.getByRole("menuitem", { name: title }).press("Enter");
    await page.getByRole("heading", { name: title }).waitFor();
  }
  const choose = (page: Page, given: ReturnType<typeof file>): Promise<void> =>
    page.locator("input[type=file]").setInputFiles(given);

  it.each([
    [{ width: 270 }, "light", "zh-CN"],
    [{ width: 320 }, "dark", "en-US"],
    [{ width: 350 }, "light", "zh-CN"],
    [{ width: 350 }, "contrast", "en-US"],
  ] as const)("at %j, %s, %s: chosen, told, and each thing found with its sentence", async (size, theme, lang) => {
    const { page, errors, pane } = await panes.open(size, { theme, lang }, workbookBytes(BOOK));
    const isChinese = lang === "zh-CN";
    const name = `report-${size.width}-${theme}`;
    await page.getByRole("tab").first().waitFor();
    await toPage(page, isChinese ? "更多" : "More", isChinese ? "自评报告" : "Narrative report");
    await look(page, `${name}-none`, theme);
    await choose(page, report("r02.docx"));
    await page.getByText(isChinese ? `发现 ${FOUND} 处，在待办的“报告”中` : `${FOUND} found, in To do under Report`).waitFor(); // prettier-ignore
    await look(page, name, theme);
    await page.getByRole("button", { name: isChinese ? "去待办" : "To do", exact: true }).press("Enter");
    await page.getByRole("button", { name: isChinese ? /^报告：r02\.docx · 4 处/ : /^Report: r02\.docx · 4 found/ }).waitFor(); // prettier-ignore
    await look(page, `${name}-todo`, theme);
    await page.locator("[data-row]", { hasText: "1230人" }).press("Enter");
    await page.getByText(/老年人体检人数1230人/).first().waitFor(); // prettier-ignore
    await page.getByText(isChinese ? /三、绩效目标完成情况 · 第 7 段/ : /三、绩效目标完成情况 · paragraph 7/).waitFor();
    await until(async () => (await selection(page)).endsWith("!E7"));
    await look(page, `${name}-item`, theme);
    expect(errors).toEqual([]);
    expect(pane.blocked).toEqual([]);
  });

  it("a PDF is read by a reader that comes with the first one; a page without text is told", async () => {
    const { page, errors, pane } = await panes.open({ width: 350 }, {}, workbookBytes(BOOK));
    await page.getByRole("tab").first().waitFor();
    expect(pane.requests.filter((url) => url.includes("pdf-reader"))).toEqual([]);
    await toPage(page, "更多", "自评报告");
    await choose(page, file("报告.pdf", PDF));
    await page.getByText("第 2 页没有文字（多为扫描件）").waitFor();
    expect(pane.requests.filter((url) => url.includes("pdf-reader"))).toHaveLength(1);
    await look(page, "report-pdf");
    expect(errors).toEqual([]);
  });

  it("what can not be read is told in the notice slot, and the report before stays", async () => {
    const { page, errors } = await panes.open({ width: 350 }, {}, workbookBytes(BOOK));
    await page.getByRole("tab").first().waitFor();
    await toPage(page, "更多", "自评报告");
    await choose(page, report("r02.txt"));
    await page.getByText(`发现 ${FOUND} 处，在待办的“报告”中`).waitFor();
    await choose(page, file("旧报告.doc", Buffer.from("d0cf11e0a1b11ae10000", "hex")));
    await page.getByRole("alert").getByText("另存为 .docx").waitFor();
    expect(await page.getByText("r02.txt").first().isVisible()).toBe(true);
    await look(page, "report-refused");
    await page.getByRole("button", { name: "移除报告" }).press("Enter");
    await page.getByRole("button", { name: "选择报告…" }).waitFor();
    expect(errors).toEqual([]);
  });
});

describeWithChromium("[U23] [B13] a report dropped on the workbench", () => {
  let browser: Browser;
  let built: string;
  let server: Server;

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    built = await builtWorkbench();
    browser = await launchChromium();
    const files = new Map([
      ["/", { type: "text/html; charset=utf-8", bytes: readFileSync(built) }],
      ["/pdf-reader.js", { type: "text/javascript", bytes: readFileSync(path.join(path.dirname(built), "pdf-reader.js")) }], // prettier-ignore
    ]);
    server = createServer(({ url = "/" }, response) => {
      const found = files.get(url);
      if (found) response.writeHead(200, { "Content-Type": found.type }).end(found.bytes);
      else response.writeHead(404).end();
    });
    await new Promise<void>((ready) => server.listen(0, "localhost", ready));
  }, 900_000);
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  async function open(url: string): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
    const page = await browser.newPage({ viewport: { width: 1360, height: 800 } });
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(url);
    await page.locator(".ph-grid").waitFor();
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles(file("体检.xlsx", workbookBytes(BOOK)));
    await page.getByRole("tab", { name: "体检.xlsx", exact: true }).waitFor();
    return { page, faults };
  }

  async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
    const transfer = await page.evaluateHandle(
      ([named, base64]) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], named));
        return data;
      },
      [name, Buffer.from(bytes).toString("base64")] as const,
    );
    await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  }

  it("from its one file: a Word document is laid beside the workbook; of a PDF it is said that it can not be read here", async () => {
    const { page, faults } = await open(pathToFileURL(built).href);
    await drop(page, "r02.docx", workbookBytes("reports/r02.docx"));
    await page.getByText(`已读报告“r02.docx”：发现 ${FOUND} 处`).waitFor();
    await page.screenshot({ path: path.join(SHOTS, "report-dropped.png") });
    await page.getByRole("button", { name: "查看", exact: true }).click();
    await page.getByText(`发现 ${FOUND} 处，在待办的“报告”中`).waitFor();
    await drop(page, "报告.pdf", PDF);
    await page.getByRole("alert").getByText("没有 PDF 阅读器").waitFor();
    await page.screenshot({ path: path.join(SHOTS, "report-no-pdf.png") });
    expect(faults).toEqual([]);
  });

  it("served, it reads a PDF under its own policy", async () => {
    const { page, faults } = await open(`http://localhost:${(server.address() as AddressInfo).port}/`);
    await drop(page, "报告.pdf", PDF);
    await page.getByText(/已读报告“报告\.pdf”/).waitFor();
    await page.getByRole("button", { name: "查看", exact: true }).click();
    await page.getByText("第 2 页没有文字（多为扫描件）").waitFor();
    await page.screenshot({ path: path.join(SHOTS, "report-served-pdf.png") });
    expect(faults).toEqual([]);
  });
});
