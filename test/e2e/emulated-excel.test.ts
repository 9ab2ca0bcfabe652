import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { REFERENCE } from "../contract/workbooks";
import { openPane } from "./support/open-pane";

const PAGE = '<!doctype html><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';

it("the real office.js reads and hears the emulated Excel in Chromium, and asks for nothing else", async () => {
  const root = mkdtempSync(path.join(tmpdir(), "pane-"));
  writeFileSync(path.join(root, "taskpane.html"), PAGE);
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args });
  try {
    const page = await browser.newPage();
    const pane = await openPane(page, { workbook: REFERENCE, lang: "en-US", theme: "dark", root });
    const told = await page.evaluate(async () => {
      await Office.onReady();
      return Excel.run(async (context) => {
        const score = context.workbook.worksheets.getFirst().getRange("D5").load("values");
        await context.sync();
        return [score.values, Office.context.displayLanguage, Office.context.officeTheme.bodyBackgroundColor];
      });
    });
    expect(told).toEqual([[[5]], "en-US", "#262626"]);
    await pane.excel((excel, text) => excel.type("自评指标计分表", "D5", text), "4");
    expect(await pane.excel((excel) => excel.book.sheets[0]?.cell(4, 3)?.value)).toBe(4);
    expect(pane.blocked).toEqual([]);
  } finally {
    await browser.close();
    rmSync(root, { recursive: true });
  }
});
