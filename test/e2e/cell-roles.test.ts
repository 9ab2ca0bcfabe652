import { buildWorkbook } from "../support/build-workbook";
import { describeWithChromium } from "./support/chromium";
import { look, Panes } from "./support/page";

/** 终值 is no head that anybody knows: two numbers below it take part in nothing. */
const book = buildWorkbook({
  sheets: [
    {
      name: "自评表",
      rows: [
        ["项目支出绩效自评表"],
        ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "偏差原因", "终值"],
        ["产出", "数量指标", "养护里程", 60, 20, 25, 60, null, 58],
        ["效益", "社会效益", "投诉次数", 40, "≤3", 2, 40, null, 39],
        ["合计", null, null, 100, null, null, 100],
      ],
    },
  ],
});

const unknownHeads = buildWorkbook({
  sheets: [
    {
      name: "汇总",
      rows: [
        ["二〇二四年度自查汇总"],
        ["甲栏", "乙栏", "分值", "所得"],
        ["产出", "养护里程", 60, 58],
        ["效益", "投诉次数", 40, 40],
      ],
    },
  ],
});

describeWithChromium("这是： in Chromium, over the real office.js and an emulated Excel", () => {
  const panes = new Panes();
  beforeAll(() => panes.start(), 600_000);
  afterEach(() => panes.closePages());
  afterAll(() => panes.stop());

  it("[Z13] an unknown head is called 复核分, 规则 keeps it, the table is read anew, and undo brings the item back", async () => {
    const { page, pane, errors } = await panes.open({ width: 350 }, {}, book);
    await page.locator("[data-row]", { hasText: "I3" }).click();
    const choice = page.getByRole("combobox", { name: "“终值”这是：" });
    await choice.waitFor();
    const save = page.getByRole("button", { name: "保存，下一项" });
    await save.click();
    await page.getByText("请选择它是什么，或“与评分无关”").waitFor();
    await choice.click();
    await page.getByRole("option", { name: "复核分" }).waitFor();
    await look(page, "cell-role");
    await page.getByRole("option", { name: "复核分" }).click();
    await save.click();
    await page.getByText(/已存 规则/).waitFor();
    const kept = await pane.excel(({ book: excel }) => {
      const rules = excel.sheetNamed("规则");
      return Array.from({ length: 60 }, (_, row) => rules?.cell(row, 1)?.value);
    });
    expect(kept).toContain("自评表!I2 复核分（原文：终值）");
    await page.getByRole("button", { name: /^未识别/ }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^撤销/ }).click();
    await page.getByRole("button", { name: /^未识别/ }).waitFor();
    expect(errors).toEqual([]);
  });

  it.each([
    [{ width: 350 }, {}],
    [{ width: 270 }, { theme: "dark" }],
    [{ width: 320 }, { lang: "en-US" }],
  ] as const)(
    "[Z14] at %j %j the selected row is called the header, and the table is read with it",
    async (size, options) => {
      const { page, pane, errors } = await panes.open(size, options, unknownHeads);
      const isEnglish = "lang" in options;
      await page.getByRole("button", { name: isEnglish ? "Take the selected row" : "取所选行" }).waitFor();
      await look(page, `no-table-${size.width}`);
      await pane.excel((excel) => excel.select("汇总", "B2"));
      await page.getByRole("button", { name: isEnglish ? "Take the selected row" : "取所选行" }).click();
      const said = [["A2 甲栏", "一级指标"], ["B2 乙栏", "三级指标"], ["D2 所得", "自评得分"]]; // prettier-ignore
      for (const [head = "", as = ""] of said) {
        await page.getByRole("combobox", { name: head }).click();
        await page.getByRole("option", { name: as }).click();
      }
      await look(page, `header-row-${size.width}`);
      await page.getByRole("button", { name: isEnglish ? "Save" : "保存" }).click();
      await page.getByRole("button", { name: isEnglish ? /^Reason missing/ : /^缺原因/ }).waitFor();
      await look(page, `header-said-${size.width}`);
      expect(errors).toEqual([]);
    },
  );
});
