/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import type { WorkbookHost } from "../../src/host/port";
import { buildWorkbook } from "../support/build-workbook";
import { HESHAN, itemsOf, scoredByHunan, workbook } from "./pane-fixture";
import { show, showUnread, user } from "./pane-view";

expect.extend(toHaveNoViolations);

const isClean = async (): Promise<void> => {
  const rules = { region: { enabled: false } };
  expect(await axe(document.body, { rules })).toHaveNoViolations();
};

const reference = (): Uint8Array => workbook(HESHAN);
const row = (name: RegExp): HTMLElement => screen.getByRole("button", { name, expanded: false });

describe("待办", () => {
  it("[U1] leads with the self score and its grade, the marks that were recomputed, and what to do next", async () => {
    await show(reference());
    expect(await screen.findByText("93")).toBeVisible();
    expect(screen.getByText("优")).toBeVisible();
    expect(screen.getByRole("img", { name: "各分值状态：无标准 100" })).toBeVisible();
    expect(screen.getByRole("button", { name: /处理下一项.*D23 实际完成率.*7\/8 −1/ })).toBeVisible();
    expect(document.body).not.toHaveTextContent("通过");
    await isClean();
  });

  it("[U2] a chip shows one kind, and pressed again all of them", async () => {
    await show(reference());
    const chip = await screen.findByRole("button", { name: /^缺数据\s*16$/ });
    await user.click(chip);
    expect(chip).toHaveAttribute("aria-pressed", "true");
    expect(screen.queryByRole("button", { name: /^D23.*7\/8/ })).not.toBeInTheDocument();
    await user.click(chip);
    expect(row(/^D23.*7\/8/)).toBeVisible();
  });

  it("[U3] typed reasons go on with Enter: the next field has the focus, and saved rows stay where they are", async () => {
    const pane = await show(reference());
    await user.click(await screen.findByRole("button", { name: /处理下一项/ }));
    for (const text of ["一项工程次年2月验收合格", "年底集中验收推迟到1月"]) {
      await waitFor(() => expect(screen.getByRole("textbox", { name: /扣分原因/ })).toHaveFocus());
      await user.keyboard(`${text}{Enter}`);
    }
    await waitFor(() => expect(pane.store.getState().open).toContain("质量达标率"));
    expect(await screen.findByText("已存 G23")).toBeVisible();
    expect(await screen.findByText("已存 G24")).toBeVisible();
    const cells = itemsOf(pane, "unexplained").map(({ cell }) => cell);
    expect(cells).toEqual(["D23", "D24", "D25", "D26", "D27", "D28", "D29"]);
  });

  it.each<[string, readonly string[], boolean]>([
    ["a score cell of its own", [], true],
    ["a score cell that two indicators share", ["D2:D3"], false],
  ])("[U3] what is due is offered for %s", async (_, merges, isOffered) => {
    const standard = "≥90%得10分，<90%不得分";
    const rows = [
      ["指标名称", "分值", "评分标准", "得分", "年度指标值", "实际完成值"],
      ["培训完成率", 10, standard, null, "≥90%", "95%"],
      ["验收完成率", 10, standard, null, "≥90%", "95%"],
    ];
    await show(buildWorkbook({ sheets: [{ name: "表", rows, merges }] }));
    await user.click(await screen.findByRole("button", { name: /处理下一项/ }));
    await screen.findByRole("textbox", { name: /自评分/ });
    expect(screen.queryAllByRole("button", { name: /填复算分 10/ }).length > 0).toBe(isOffered);
  });

  it("[U4] Enter that ends a composition saves nothing, nor does Enter in an empty field, which says what is wanted", async () => {
    const pane = await show(reference());
    await user.click(await screen.findByRole("button", { name: /处理下一项/ }));
    const field = await screen.findByRole("textbox", { name: /扣分原因/ });
    fireEvent.change(field, { target: { value: "yi xiang" } });
    fireEvent.keyDown(field, { key: "Enter", isComposing: true });
    fireEvent.keyDown(field, { key: "Enter", keyCode: 229 });
    expect(pane.store.getState().done.size).toBe(0);
    fireEvent.change(field, { target: { value: " " } });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(await screen.findByText("请写明具体内容")).toBeVisible();
    expect(pane.store.getState().done.size).toBe(0);
  });

  it("[U4] Shift+Enter begins a line, Alt+↓ opens the next and keeps what is half typed, Esc closes", async () => {
    const pane = await show(reference());
    await user.click(await screen.findByRole("button", { name: /处理下一项/ }));
    await waitFor(() => expect(screen.getByRole("textbox", { name: /扣分原因/ })).toHaveFocus());
    await user.keyboard("一项工程{Shift>}{Enter}{/Shift}次年验收");
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    await waitFor(() => expect(pane.store.getState().open).toContain("完成及时率"));
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    await waitFor(() => expect(screen.getByRole("textbox", { name: /扣分原因/ })).toHaveValue("一项工程\n次年验收"));
    await user.keyboard("{Escape}");
    expect(pane.store.getState().open).toBeNull();
    await waitFor(() => expect(row(/^D23.*7\/8/)).toHaveFocus());
  });

  it("[U4] ↑ and ↓ move between the rows, which are one tab stop", async () => {
    await show(reference());
    const first = await screen.findByRole("button", { name: /^D23.*7\/8/ });
    first.focus();
    await user.keyboard("{ArrowDown}");
    expect(row(/^D24.*3\/4/)).toHaveFocus();
    expect(row(/^D24.*3\/4/)).toHaveAttribute("tabindex", "-1");
    await user.keyboard("{Home}");
    expect(first).toHaveFocus();
  });

  it("[U6] a failed save is told in the slot, the text is still there, and one press leads back to it", async () => {
    const pane = await show(reference());
    const failure = { kind: "cell-edit-mode" } as const;
    Object.assign(pane.host, { write: () => Promise.resolve({ ok: false, failure }) });
    await user.click(await screen.findByRole("button", { name: /处理下一项/ }));
    await waitFor(() => expect(screen.getByRole("textbox", { name: /扣分原因/ })).toHaveFocus());
    await user.keyboard("一项工程次年验收{Enter}");
    expect(await screen.findByText(/G23 未能保存/)).toBeVisible();
    await isClean();
    await user.click(await screen.findByRole("button", { name: "回到该项" }));
    await waitFor(() => expect(screen.getByRole("textbox", { name: /扣分原因/ })).toHaveValue("一项工程次年验收"));
  });
});

describe("数据", () => {
  it("[U3] takes 69 and 77, names what is no number, and shows 89.61%", async () => {
    await show(reference());
    await user.click(await screen.findByRole("tab", { name: "数据" }));
    await user.type(await screen.findByLabelText("在职人员数"), "69{Enter}");
    const posts = screen.getByLabelText("编制数");
    await user.type(posts, "七十七{Enter}");
    expect(await screen.findByText(/请填数字/)).toBeVisible();
    await user.clear(posts);
    await user.type(posts, "77{Enter}");
    expect(await screen.findByText("= 89.61%")).toBeVisible();
  });

  it("[U3] a pasted column fills downwards, what is no number is named, and one press keeps it", async () => {
    const pane = await show(reference());
    await user.click(await screen.findByRole("tab", { name: "数据" }));
    const staff = await screen.findByLabelText("在职人员数");
    staff.focus();
    await user.paste("69\n七十七");
    expect(await screen.findByText("粘贴的 2 个数填到 1 格")).toBeVisible();
    expect(screen.getByText("不是数字，未填：七十七")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "放弃" }));
    staff.focus();
    await user.paste("编制数\t77\n在职人员数\t69");
    await user.click(await screen.findByRole("button", { name: "保存 2 个" }));
    expect(await screen.findByText("= 89.61%")).toBeVisible();
    await waitFor(() => expect(pane.store.getState().work).toBeNull());
  });
});

describe("写入", () => {
  it("[U3] is told in a few lines before it is done, no formula among them, and declined nothing is written", async () => {
    const pane = await show(reference());
    const before = await pane.host.read();
    await user.click(await screen.findByRole("button", { name: "写入…" }));
    expect(await screen.findByRole("heading", { name: "写入" })).toBeVisible();
    expect(screen.getByText(/您的 \d+ 格不动/)).toBeVisible();
    expect(screen.getByText(/右侧加 9 栏/)).toBeVisible();
    expect(document.body).not.toHaveTextContent("=IF(");
    await isClean();
    await user.click(screen.getByRole("button", { name: /逐格看/ }));
    expect(document.body).toHaveTextContent("=IFERROR(IF(");
    await user.click(screen.getByRole("button", { name: "取消" }));
    expect(await screen.findByRole("tab", { name: /待办/ })).toBeVisible();
    expect(await pane.host.read()).toEqual(before);
  });

  it("[U9] stops where computed scores would be blanked, and leads back to the rules", async () => {
    const pane = await show(reference());
    await scoredByHunan(pane);
    await pane.store.actions.choosePack(null);
    await pane.store.actions.propose(false);
    expect(await screen.findByText(/会清空 \d+ 个已有的复算分/)).toBeVisible();
    expect(screen.getByRole("button", { name: "照样写入" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "改回原来的规则" }));
    expect(await screen.findByRole("heading", { name: "规则" })).toBeVisible();
    await isClean();
  });
});

describe("before there is a review", () => {
  it("a reading that takes longer than a moment shows its progress, and can be called off", async () => {
    const read: WorkbookHost["read"] = ({ signal } = {}) =>
      new Promise((resolve) => {
        signal?.addEventListener("abort", () => resolve({ ok: false, failure: { kind: "cancelled" } }));
      });
    const { store } = showUnread(reference(), { host: { read } });
    const reading = store.actions.read();
    expect(screen.queryByRole("progressbar", { name: "正在核验" })).not.toBeInTheDocument();
    await user.click(await screen.findByRole("button", { name: "取消" }));
    await reading;
    expect(await screen.findByText("尚未核验当前工作簿。")).toBeVisible();
    await isClean();
  });

  it.each([
    ["部门整体支出自评表", "department"],
    ["项目支出自评表", "project"],
    ["已填的示例", "sample"],
  ])("a workbook without a table says what was looked for, and opens %s", async (name, kind) => {
    const asked: string[] = [];
    const openNew = (what: string): Promise<boolean> => {
      asked.push(what);
      return Promise.resolve(true);
    };
    await show(buildWorkbook({ sheets: [{ name: "说明", rows: [["填表说明"]] }] }), { openNew });
    expect(await screen.findByText("没有找到指标计分表")).toBeVisible();
    await user.click(screen.getByRole("button", { name }));
    expect(asked).toEqual([kind]);
  });

  it("a workbook that can not be read says why and what to do", async () => {
    const failure = { kind: "cell-edit-mode" } as const;
    await show(reference(), { host: { read: () => Promise.resolve({ ok: false, failure }) } });
    expect(await screen.findByRole("alert")).toHaveTextContent("请按回车结束编辑后重试");
    expect(screen.getByRole("button", { name: "写入…" })).toBeDisabled();
  });

  it("speaks English where Office does", async () => {
    await show(reference(), { lang: "en" });
    expect(await screen.findByRole("button", { name: /Next item/ })).toBeVisible();
    const own = [...document.querySelectorAll("nav, main h2, footer")].map(({ textContent }) => textContent);
    expect(own.join(" ")).not.toMatch(/[，；（]/);
  });
});

describe("for those who hear the pane", () => {
  it("a review is told when it is done", async () => {
    await show(reference());
    expect(await screen.findByText("核验完成：待办 23 项")).toHaveAttribute("role", "status");
  });

  it("a page takes the focus, and Esc leads back", async () => {
    await show(reference());
    await user.click(await screen.findByRole("button", { name: "更多" }));
    await user.click(await screen.findByRole("menuitem", { name: "规则" }));
    await waitFor(() => expect(screen.getByRole("button", { name: "返回" })).toHaveFocus());
    expect(within(screen.getByRole("radiogroup")).getByRole("radio", { checked: true })).toHaveTextContent(
      "不用通行规则",
    );
    await isClean();
    await user.keyboard("{Escape}");
    expect(await screen.findByRole("tab", { name: /待办/ })).toBeVisible();
  });
});
