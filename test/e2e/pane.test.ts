import type { Page } from "playwright-core";
import { languageOf, wordsFor } from "../../src/ui/i18n/words";
import type { ExcelHost } from "../excel-host/excel-host";
import { describeWithChromium } from "./support/chromium";
import { look, Panes, selection, SHEET, shot, until, type Opened } from "./support/page";

/** Runs in the page: the emulated Excel. */
declare const excelHost: ExcelHost;

const REASONS = [
  "一项工程次年2月验收合格",
  "年底集中验收推迟到1月",
  "一个标段返工后于次年整改合格",
  "一项督办事项因审批延期",
  "园区两家企业推迟投产",
  "两个村的培训改到次年举办",
  "一处监测点数据缺失一个月",
];

describeWithChromium("the pane in Chromium, over the real office.js and an emulated Excel", () => {
  const panes = new Panes();
  beforeAll(() => panes.start(), 600_000);
  afterEach(() => panes.closePages());
  afterAll(() => panes.stop());

  const ready = async ({ page }: Opened): Promise<void> => {
    await page.getByRole("button", { name: /处理下一项|Next item/ }).waitFor();
  };

  const rowsInSight = (page: Page): Promise<number> =>
    page.evaluate(() => {
      const bar = document.querySelector("footer")?.getBoundingClientRect().top ?? 0;
      const rows = [...document.querySelectorAll("[data-row]")].map((row) => row.getBoundingClientRect());
      return rows.filter(({ top, bottom }) => bottom <= bar + 20 && top >= 0).length;
    });

  it.each([
    [{ width: 350, height: 600 }, 7],
    [{ width: 320, height: 560 }, 6],
  ])("[U1] at %j the first screen holds all that counts, and at least %s rows", async (size, rows) => {
    const opened = await panes.open(size);
    await ready(opened);
    const { page } = opened;
    for (const text of ["93", "优", "无标准", "按 表内所印标准", "缺原因", "缺数据"])
      expect(await page.getByText(text, { exact: false }).first().isVisible()).toBe(true);
    expect(await rowsInSight(page)).toBeGreaterThanOrEqual(rows);
    await look(page, `first-${size.width}`);
  });

  it("[U11] at 350 × 600 header, tabs and bar take at most 120 px", async () => {
    const opened = await panes.open({ width: 350 });
    await ready(opened);
    const edges = await opened.page.evaluate(
      () => innerHeight - (document.querySelector("main")?.getBoundingClientRect().height ?? Number.NaN),
    );
    expect(edges).toBeGreaterThan(0);
    expect(edges).toBeLessThanOrEqual(120);
  });

  it("[U3][U4] seven reasons by keyboard: one press and seven times Enter, the column is there, nothing is left", async () => {
    const opened = await panes.open({ width: 350 });
    await ready(opened);
    const { page, pane, errors } = opened;
    await page.getByRole("button", { name: /处理下一项/ }).press("Enter");
    for (const [index, reason] of REASONS.entries()) {
      await until(async () => (await focusedItem(page)).includes(`D${23 + index}`));
      await page.keyboard.type(reason);
      if (index === 2) await look(page, "open-reason");
      await page.keyboard.press("Enter");
    }
    await until(async () => (await page.getByText(/已存 G2\d/).count()) === 7);
    expect(await selection(page)).toContain(SHEET);
    await page.getByRole("button", { name: "重新核验" }).click();
    await until(async () => (await page.getByRole("button", { name: /^缺原因/ }).count()) === 0);
    const column = await pane.excel(({ book }, name) => {
      const sheet = book.sheetNamed(name);
      return sheet && [22, 23, 24, 25, 26, 27, 28].map((row) => sheet.cell(row, 6)?.value);
    }, SHEET);
    expect(column).toEqual(REASONS);
    expect(errors).toEqual([]);
    expect(pane.blocked).toEqual([]);
  });

  it("[U6] where the sheet was protected meanwhile, the save is told above the bar and the text is still there", async () => {
    const opened = await panes.open({ width: 350 });
    await ready(opened);
    const { page } = opened;
    await page.evaluate((sheet) => {
      const found = excelHost.book.sheetNamed(sheet);
      if (found) found.isProtected = true;
    }, SHEET);
    await page.getByRole("button", { name: /处理下一项/ }).click();
    await until(async () => (await focusedItem(page)).includes("D23"));
    await page.keyboard.type(REASONS[0] ?? "");
    await page.keyboard.press("Enter");
    await page.getByText(/G23 未能保存/).waitFor();
    await look(page, "save-failed");
    await page.getByRole("button", { name: "回到该项" }).click();
    await until(async () => (await page.getByRole("textbox", { name: /扣分原因/ }).inputValue()) === REASONS[0]);
  });

  it("[U3][U7] 写入 in a few lines, two later edits, undo by cell: all others go back, the two are named", async () => {
    const opened = await panes.open({ width: 350 });
    await ready(opened);
    const { page } = opened;
    await page.getByRole("button", { name: "写入…" }).click();
    await page.getByText(/您的 \d+ 格不动/).waitFor();
    expect(await page.getByText(/=IF\(/).count()).toBe(0);
    await look(page, "write");
    await page.getByRole("button", { name: "写入", exact: true }).click();
    await page.getByText(/已写入 \d+ 处/).waitFor();
    await page.evaluate((sheet) => {
      excelHost.type(sheet, "L23", "手工写的");
      excelHost.type("基础数据", "D4", 80);
    }, SHEET);
    await page.waitForTimeout(1500);
    await page.getByRole("button", { name: "撤销“写入”" }).click();
    await page.getByText(/保留后来改的 2 处/).waitFor();
    await look(page, "undo");
    await page.getByRole("button", { name: /^撤销 \d+ 处$/ }).click();
    await page.getByText(/保留了后来改的/).waitFor();
    const kept = await page.evaluate(
      (sheet) => [
        excelHost.book.sheetNamed(sheet)?.cell(22, 11)?.value,
        excelHost.book.sheetNamed(sheet)?.cell(4, 8)?.value ?? null,
      ],
      SHEET,
    );
    expect(kept).toEqual(["手工写的", null]);
  });

  it("[U8] a reviewer accepts, corrects and returns; all is there after opening anew", async () => {
    const opened = await panes.open({ width: 350 }, {}, "department-2018-with-base-data.xlsx");
    await opened.page.getByRole("tab", { name: "复核" }).click();
    const { page, errors } = opened;
    await page.getByRole("img", { name: /自评与复算/ }).waitFor();
    await look(page, "review");
    await page.locator("main [data-row]").first().click();
    await page.getByRole("textbox", { name: "复核分" }).waitFor();
    await look(page, "review-open");
    await page.keyboard.press("Enter");
    await page
      .getByText(/已核 1 \//)
      .first()
      .waitFor();
    await until(async () => (await page.getByRole("textbox", { name: "复核分" }).count()) === 1);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "退回意见单" }).click();
    await page.getByRole("heading", { name: "退回意见单" }).waitFor();
    await look(page, "slip");
    expect(errors).toEqual([]);
  });

  it("[U3][U4] a pasted column of numbers is shown before it is kept, and kept with one press", async () => {
    const opened = await panes.open({ width: 350 });
    await ready(opened);
    const { page } = opened;
    await page.getByRole("tab", { name: "数据" }).click();
    const staff = page.getByLabel("在职人员数", { exact: true });
    await staff.focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text", "在职人员数\t69\n编制数\t77");
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await page.getByText("粘贴的 2 个数填到 2 格").waitFor();
    await look(page, "data-paste");
    await page.getByRole("button", { name: "保存 2 个" }).click();
    await page.getByText("= 89.61%").waitFor();
  });

  it("[U5] a change in the sheet is read again by itself, and the bar follows the selection", async () => {
    const opened = await panes.open({ width: 350 });
    await ready(opened);
    const { page } = opened;
    await page.evaluate((sheet) => excelHost.type(sheet, "D23", 8), SHEET);
    await until(async () => (await page.getByRole("button", { name: /^缺原因\s*6/ }).count()) === 1);
    await page.evaluate((sheet) => excelHost.select(sheet, "D5"), SHEET);
    await until(async () => ((await page.locator("footer").textContent()) ?? "").includes("自评 5"));
  });

  it("[U12] nothing is asked of the network but office.js and the pane's own files", async () => {
    const opened = await panes.open({ width: 350 });
    await ready(opened);
    for (const tab of ["数据", "复核", "审计", "待办"]) await opened.page.getByRole("tab", { name: tab }).click();
    const foreign = opened.pane.requests.filter((url) => !url.startsWith("https://addin.test/"));
    expect(foreign.filter((url) => !url.startsWith("https://appsforoffice.microsoft.com/lib/1/hosted/"))).toEqual([]);
    expect(await opened.page.evaluate(() => fetch("https://addin.test/manifest.xml").then(String, String))).toMatch(
      /TypeError/,
    );
    expect(opened.pane.blocked).toEqual([]);
  });

  it.each([
    ["zh-CN", "light", 270],
    ["zh-CN", "dark", 350],
    ["zh-CN", "contrast", 320],
    ["en-US", "light", 450],
    ["en-US", "dark", 320],
    ["en-US", "contrast", 350],
  ] as const)("[U11] %s, %s, %d px: no screen is cut, and axe finds nothing", async (lang, theme, width) => {
    const opened = await panes.open({ width, height: 640 }, { lang, theme });
    await ready(opened);
    const { page, errors } = opened;
    const w = wordsFor(languageOf(lang));
    const name = (screen: string): string => `${lang}-${theme}-${width}-${screen}`;
    await look(page, name("todo"), theme);
    await page.locator("main [data-row]").first().click();
    await page.getByRole("textbox").first().waitFor();
    await look(page, name("open"), theme);
    await page.keyboard.press("Escape");
    for (const tab of ["data", "review", "audit"] as const) {
      await page.getByRole("tab", { name: w.tabs[tab] }).click();
      await page.getByRole("tabpanel", { name: w.tabs[tab] }).locator("button").first().waitFor();
      await look(page, name(tab), theme);
    }
    await page.getByRole("button", { name: w.more }).click();
    await page.getByRole("menuitem", { name: w.rules.title }).click();
    await page.getByRole("heading", { name: w.rules.title }).waitFor();
    await look(page, name("rules"), theme);
    expect(errors).toEqual([]);
  });

  it("[U2] kinds whose chips do not fit into one row are folded into +n, which shows them all", async () => {
    const opened = await panes.open({ width: 320 }, { lang: "en-US" });
    await ready(opened);
    const chips = opened.page.getByRole("group", { name: "Filter by kind" });
    // Reason missing, +2 and the search; then Reason missing, Data missing, Notes and the search.
    expect(await chips.getByRole("button").count()).toBe(3);
    await chips.getByRole("button", { name: "2 more kinds" }).click();
    expect(await chips.getByRole("button").count()).toBe(4);
    await chips.getByRole("button", { name: /^Data missing/ }).click();
    await chips.getByRole("button", { name: /^Data missing/, pressed: true }).waitFor();
    await look(opened.page, "chips-320");
  });

  it("[U11] zoomed to 200 % tabs are one menu, and what sticks takes at most 40 px", async () => {
    const opened = await panes.open({ width: 175, height: 300 });
    const { page } = opened;
    await page.getByRole("button", { name: /^待办/ }).waitFor();
    await page.locator("[data-row]").first().waitFor();
    expect(await page.getByRole("tab").count()).toBe(0);
    await look(page, "zoom-200");
    await page.locator("[data-row]").first().click();
    await page.getByRole("textbox").first().waitFor();
    await look(page, "zoom-200-open");
    const stuck = await page.evaluate(() =>
      [...document.querySelectorAll("body *")]
        .filter((element) => ["sticky", "fixed"].includes(getComputedStyle(element).position))
        .filter(
          (element) =>
            element.getBoundingClientRect().top <= 0 &&
            element.getBoundingClientRect().bottom > 0 &&
            element.getBoundingClientRect().width > 10,
        )
        .reduce((sum, element) => sum + element.getBoundingClientRect().height, 0),
    );
    expect(stuck).toBeLessThanOrEqual(40);
  });

  it.each([
    ["project-2020-unexplained-deductions.xlsx", "offer"],
    ["department-template-empty.xlsx", "empty"],
  ])("other tables are shown as well: %s", async (book, name) => {
    const opened = await panes.open({ width: 350 }, {}, book);
    await opened.page.locator("[data-row]").first().waitFor();
    await look(opened.page, name);
    expect(opened.errors).toEqual([]);
  });

  it("[U1] a table with nothing left to do says what is still not judged, and nothing says 通过", async () => {
    const opened = await panes.open({ width: 350 }, {}, "project-2020-unscored.xlsx");
    await opened.page.getByText("待办都处理完了").waitFor();
    await look(opened.page, "done");
    expect(await opened.page.getByText("通过").count()).toBe(0);
  });

  it("[U9] an offer is taken with one press, and the figures follow", async () => {
    const opened = await panes.open({ width: 350 }, {}, "project-2020-unexplained-deductions.xlsx");
    const { page } = opened;
    await page.getByRole("button", { name: "选用", exact: true }).click();
    await page.getByText("已记入“规则”表，随工作簿保存").waitFor();
    await until(async () => (await page.getByRole("button", { name: "选用", exact: true }).count()) === 0);
    expect(await page.getByText(/按 .*项目/).count()).toBeGreaterThan(0);
    await shot(page, "offer-taken");
  });
});

/** The cell of the open item in which the focus is. */
const focusedItem = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.matches("textarea, input") ? (activeElement.closest("li")?.textContent ?? "") : "";
  });
