import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { scoredCopy } from "../support/scored-copy";
import { recommendedReadOnly } from "../support/read-only-book";
import { describeWithChromium } from "./support/chromium";
import { look, Panes, workbookBytes } from "./support/page";

const REFERENCE = workbookBytes("heshan-2021-self-evaluation.xlsx");

describeWithChromium(
  "a workbook that is handed over, in Chromium, over the real office.js and an emulated Excel",
  () => {
    const panes = new Panes();
    beforeAll(() => panes.start(), 600_000);
    afterEach(() => panes.closePages());
    afterAll(() => panes.stop());

    it("[U16] the 报送版 is opened as a new workbook that holds what the unit's own file held", async () => {
      const { page, pane, errors } = await panes.open({ width: 320 }, {}, await scoredCopy(REFERENCE));
      await page.getByRole("button", { name: "更多" }).click();
      await page.getByRole("menuitem", { name: "生成报送版…" }).click();
      await page.getByText(/不带评核的 \d 张表/).waitFor();
      await look(page, "clean-copy");
      await page.getByRole("button", { name: "生成报送版", exact: true }).click();
      await page.getByText(/报送版已在新工作簿中打开/).waitFor();
      await look(page, "clean-copy-opened");
      const [made] = await pane.excel(({ created }) => [...created]);
      const copy = await createXlsxHost(Buffer.from(made ?? "", "base64")).read();
      expect(copy).toEqual(await createXlsxHost(REFERENCE).read());
      expect(errors).toEqual([]);
    });

    it("[U17] a workbook that is recommended to be opened read-only shows no control that writes", async () => {
      const { page, errors } = await panes.open({ width: 350 }, {}, recommendedReadOnly(REFERENCE));
      await page.getByRole("button", { name: /处理下一项/ }).click();
      await page.getByText("详情").first().waitFor();
      await look(page, "read-only");
      expect(await page.getByRole("textbox").count()).toBe(0);
      expect(await page.getByRole("button", { name: /写入|撤销/ }).count()).toBe(0);
      for (const tab of ["数据", "复核", "审计"]) {
        await page.getByRole("tab", { name: tab }).click();
        await page.getByRole("tabpanel", { name: tab }).locator("button").first().waitFor();
        await look(page, `read-only-${tab}`);
        expect(await page.getByRole("textbox").count()).toBe(0);
      }
      expect(errors).toEqual([]);
    });
  },
);
