import { languageOf, wordsFor } from "../../src/ui/i18n/words";
import { scoredCopy } from "../support/scored-copy";
import { describeWithChromium } from "./support/chromium";
import { look, Panes, workbookBytes } from "./support/page";

const SHEET = "自评指标计分表";

describeWithChromium("审计 in Chromium, over the real office.js and an emulated Excel", () => {
  const panes = new Panes();
  let scored: Uint8Array;
  beforeAll(async () => {
    scored = await scoredCopy(workbookBytes("heshan-2021-self-evaluation.xlsx"), "--pack", "department-hunan");
    await panes.start();
  }, 600_000);
  afterEach(() => panes.closePages());
  afterAll(() => panes.stop());

  it.each([
    ["zh-CN", "light", 350],
    ["zh-CN", "dark", 270],
    ["en-US", "contrast", 270],
  ] as const)(
    "[U20] %s, %s, %d px: the formulas as a map, and a value typed over one of ours is a sign in it",
    async (lang, theme, width) => {
      const w = wordsFor(languageOf(lang));
      const { page, pane, errors } = await panes.open({ width, height: 900 }, { lang, theme }, scored);
      await page.locator("[data-row]").first().waitFor();
      await pane.excel((excel, sheet) => excel.type(sheet, "J8", 2), SHEET);
      await page.getByRole("tab", { name: w.tabs.audit }).click();
      const map = page.getByRole("group", { name: w.audit.map });
      await map.getByText(`${w.audit.signs.overwritten} 1`).waitFor();
      await look(page, `${lang}-${theme}-${width}-audit-scored`, theme);
      await page.getByRole("button", { name: new RegExp(`^${w.audit.all} `) }).click();
      await page.getByRole("table", { name: w.audit.compare }).scrollIntoViewIfNeeded();
      await look(page, `${lang}-${theme}-${width}-audit-compared`, theme);
      expect(errors).toEqual([]);
    },
  );

  it("[U20] 公式核查表 is written by one press and taken back by another", async () => {
    const { page, pane, errors } = await panes.open({ width: 350 }, {}, scored);
    await page.locator("[data-row]").first().waitFor();
    await page.getByRole("tab", { name: "审计" }).click();
    await page.getByRole("button", { name: "写入公式核查表…" }).click();
    await page.getByText(/已写入“公式核查表”/).waitFor();
    const sheets = (): Promise<readonly string[]> => pane.excel(({ book }) => book.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name)); // prettier-ignore
    expect(await sheets()).toContain("公式核查表");
    await page.getByRole("button", { name: /^撤销“/ }).click();
    await page.getByText(/已撤销“公式核查表”/).waitFor();
    expect(await sheets()).not.toContain("公式核查表");
    expect(errors).toEqual([]);
  });
});
