/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { screen, waitFor, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import { buildWorkbook } from "../support/build-workbook";
import { DOUBTFUL_TOTAL } from "../support/doubtful-total";
import { HESHAN, workbook, type FixtureOptions } from "./pane-fixture";
import { show, user } from "./pane-view";

expect.extend(toHaveNoViolations);

const isClean = async (): Promise<void> => {
  const rules = { region: { enabled: false } };
  expect(await axe(document.body, { rules })).toHaveNoViolations();
};

const AT_AUDIT: FixtureOptions = { habits: { tab: "audit" } };

/** A total that is not the rule's, and an annex with an old result. */
const DOUBTFUL = buildWorkbook({
  sheets: [
    {
      name: "自评表",
      rows: DOUBTFUL_TOTAL,
    },
    { name: "附表", rows: [[1, { formula: "A1+1", value: 3 }]] },
  ],
});

const section = (name: string): HTMLElement => screen.getByRole("region", { name });

describe("[U20] 审计", () => {
  it("counts cells and formulas, and lists what differs with its three values; a row goes to its cell", async () => {
    const pane = await show(DOUBTFUL, AT_AUDIT);
    const table = await screen.findByRole("table", { name: "三方对照" });
    const rows = within(table)
      .getAllByRole("row")
      .map(({ textContent }) => textContent);
    expect(rows.slice(1)).toEqual(["合计", "C5 合计公式不符公式23.426"]);
    expect(within(section("公式")).getByText("公式 3")).toBeVisible();
    expect(within(section("公式")).getByText("重算一致 2")).toBeVisible();
    expect(within(section("公式疑点")).getByText("公式与规则不符")).toBeVisible();
    await user.click(within(table).getByRole("button", { name: "C5" }));
    expect(pane.revealed.at(-1)).toEqual({ sheet: "自评表", row: 4, column: 2 });
    await user.click(screen.getByText("其余 1 个逐个列出"));
    expect(within(section("公式")).getByRole("button", { name: "附表!B1" })).toBeVisible();
    await isClean();
  });

  it("all compared cells are listed on demand, by indicator", async () => {
    await show(DOUBTFUL, AT_AUDIT);
    await user.click(await screen.findByRole("button", { name: /^全部 / }));
    const table = await screen.findByRole("table", { name: "三方对照" });
    expect(within(table).getByText("预算执行率")).toBeVisible();
    expect(within(table).getByRole("button", { name: "B5" })).toBeVisible();
  });

  it("hashes, version and settings stand there; the sheet is written by one press, and undone by another", async () => {
    const pane = await show(DOUBTFUL, AT_AUDIT);
    expect(await within(section("依据")).findByText(/^[0-9a-f]{64}$/)).toBeVisible();
    expect(section("依据")).toHaveTextContent("评核 0.1.0-test");
    const hash = within(section("依据")).getByText(/^[0-9a-f]{64}$/).textContent;
    await user.click(screen.getByRole("button", { name: "复制内容校验值" }));
    expect(await screen.findByText("已复制")).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe(hash);
    const sheets = async (): Promise<readonly string[]> => {
      const read = await pane.host.read();
      return read.ok ? read.value.sheets.map(({ name }) => name) : [];
    };
    await user.click(screen.getByRole("button", { name: "写入公式核查表…" }));
    expect(await screen.findByText(/已写入“公式核查表”/)).toBeVisible();
    expect(await sheets()).toContain("公式核查表");
    await pane.store.actions.undo();
    expect(await sheets()).toEqual(["自评表", "附表"]);
  });

  it("where the browser lets no script copy, that is told, and the hash still stands there", async () => {
    await show(DOUBTFUL, AT_AUDIT);
    await within(section("依据")).findByText(/^[0-9a-f]{64}$/);
    jest.spyOn(navigator.clipboard, "writeText").mockRejectedValueOnce(new DOMException("no", "NotAllowedError"));
    await user.click(screen.getByRole("button", { name: "复制内容校验值" }));
    expect(await screen.findByText(/浏览器不允许复制/)).toBeVisible();
    expect(within(section("依据")).getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  });

  it("a workbook without formulas says so, and a link leads to 未识别 under 待办", async () => {
    const rows = [
      ["三级指标", "分值", "自评得分", "扣分原因", "甲乙丙"],
      ["在职人员控制率", 10, 9, "年中新增人员两名", 17],
      ["预算执行率", 10, 8, "项目跨年实施，余款次年支付", 23],
    ];
    await show(buildWorkbook({ sheets: [{ name: "表", rows }] }), AT_AUDIT);
    const cells = await screen.findByRole("region", { name: "单元格" });
    await isClean();
    await user.click(within(cells).getByRole("button", { name: /^看未识别的 \d+ 格$/ }));
    await waitFor(() => expect(screen.getByRole("tab", { name: /待办/ })).toHaveAttribute("aria-selected", "true"));
    expect(screen.getByRole("button", { name: /^未识别\s*\d+$/, pressed: true })).toBeVisible();
  });

  it("speaks English, and only looks while the pane is 只读", async () => {
    const pane = await show(workbook(HESHAN), { ...AT_AUDIT, lang: "en" });
    expect(await screen.findByText("The workbook has no formula")).toBeVisible();
    expect(screen.getByRole("button", { name: "Write 公式核查表…" })).toBeVisible();
    await isClean();
    await pane.store.actions.setReadOnly(true);
    await waitFor(() => expect(screen.queryByRole("button", { name: /^Write/ })).not.toBeInTheDocument());
    expect(screen.getByRole("region", { name: "Grounds" })).toBeVisible();
  });

  it("[U13] of 1,000 compared cells those near what is in sight are on the page", async () => {
    const rows = Array.from({ length: 1000 }, (_, row) => [`指标${row}`, 1, 1, null]);
    const book = buildWorkbook({
      sheets: [{ name: "表", rows: [["三级指标", "分值", "自评得分", "扣分原因"], ...rows] }],
    });
    await show(book, AT_AUDIT);
    await user.click(await screen.findByRole("button", { name: /^全部 1\d{3}$/ }));
    const table = await screen.findByRole("table", { name: "三方对照" });
    expect(within(table).getAllByRole("row").length).toBeLessThan(100);
    expect(Number(table.getAttribute("aria-rowcount"))).toBeGreaterThan(2000);
  });
});
