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
});
