/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { configure, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { axe, toHaveNoViolations } from "jest-axe";
import type { WorkbookHost } from "../../src/host/port";
import { App } from "../../src/ui/App";
import { enUS } from "../../src/ui/i18n/en-US";
import { buildWorkbook } from "../support/build-workbook";
import { HESHAN, paneOn, workbook, type FixtureOptions, type PaneFixture } from "./pane-fixture";

expect.extend(toHaveNoViolations);

// A busy build server takes its time.
configure({ asyncUtilTimeout: 15_000 });

const user = userEvent.setup({ delay: null });

/** The store changes by itself, as a workbook does: nothing tells React beforehand. */
beforeEach(() => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false }));

// jsdom lays nothing out, so that nothing can scroll.
Element.prototype.scrollIntoView = () => undefined;

async function show(options: FixtureOptions = {}, book = HESHAN): Promise<PaneFixture> {
  const pane = paneOn(workbook(book), options);
  render(<App store={pane.store} lang={options.lang ?? "zh"} theme="light" />);
  if (pane.store.getState().habits.welcomed) await pane.store.actions.read();
  return pane;
}

function firstOf(elements: readonly HTMLElement[]): HTMLElement {
  const [first] = elements;
  if (!first) throw new Error("nothing of that name");
  return first;
}

const isClean = async (): Promise<void> => {
  const rules = { region: { enabled: false } };
  expect(await axe(document.body, { rules })).toHaveNoViolations();
};

describe("the sections of the pane", () => {
  it("概览 leads with what is still missing and names the grade's basis", async () => {
    await show();
    const missing = await screen.findByRole("region", { name: "还差" });
    expect(within(missing).getByRole("button", { name: /未说明扣分/ })).toHaveTextContent("7 项 · 7 分");
    expect(within(missing).getByRole("button", { name: /缺数据/ })).toHaveTextContent(/16 项$/);
    expect(screen.getByText("0 / 100 分")).toBeVisible();
    expect(screen.getByText("优（按自评）")).toBeVisible();
    expect(document.body).not.toHaveTextContent("通过");
  });

  it("问题 groups, filters and searches, and a press shows the cell", async () => {
    const pane = await show();
    await user.click(await screen.findByRole("tab", { name: /问题/ }));
    expect(await screen.findByRole("heading", { name: "本表无扣分原因栏: 7 项 7 分" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "警告 16" }));
    expect(screen.queryByRole("heading", { name: /本表无扣分原因栏/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "全部" }));
    await user.type(screen.getByRole("searchbox"), "质量达标率");
    await user.click(firstOf(screen.getAllByRole("button", { name: /质量达标率/ })));
    expect(pane.revealed).toHaveLength(1);
    expect(screen.getByText(/没有说明原因/)).toBeVisible();
    await isClean();
  });

  it("数据 takes 69 and 77 and shows 89.61%", async () => {
    await show();
    await user.click(await screen.findByRole("tab", { name: "数据" }));
    await user.type(await screen.findByLabelText("在职人员数"), "69{Enter}");
    await user.type(screen.getByLabelText("编制数"), "七十七{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("请填数字");
    await user.clear(screen.getByLabelText("编制数"));
    await user.type(screen.getByLabelText("编制数"), "77{Enter}");
    expect(await screen.findByText("89.61%")).toBeVisible();
  });

  it("规则 explains the selected cell, and lists the indicators without a rule", async () => {
    const pane = await show({}, "department-standards-printed.xlsx");
    await user.click(await screen.findByRole("tab", { name: "规则" }));
    await user.click(firstOf(await screen.findAllByRole("button", { name: /财政供养人员控制率/ })));
    expect(pane.revealed).toHaveLength(1);
    expect(
      await screen.findByText('=IF(COUNT(在职人员数,编制数)<2,"",IF(编制数=0,"",在职人员数/编制数))'),
    ).toBeVisible();
  });

  it("[U3] 写入 asks first, and nothing is written when it is declined", async () => {
    const pane = await show();
    await screen.findByRole("region", { name: "还差" });
    const before = await pane.host.read();
    await user.click(screen.getByRole("button", { name: "写入" }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog).toHaveTextContent("本单位已填的内容不会被覆盖");
    await user.click(within(dialog).getByRole("button", { name: "取消" }));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(await pane.host.read()).toEqual(before);
  });
});

describe("before there is a review", () => {
  it("the first run says in three sentences what happens, and begins with one press", async () => {
    await show({ habits: { welcomed: false }, openNew: () => Promise.resolve(false) });
    await isClean();
    await user.click(screen.getByRole("button", { name: "项目支出自评表" }));
    expect(await screen.findByText("此版本的 Excel 不能从面板新建工作簿。")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "开始核验" }));
    expect(await screen.findByRole("region", { name: "还差" })).toBeVisible();
  });

  it("the first page can be skipped, and what was not read says so and can be read", async () => {
    await show({ habits: { welcomed: false } });
    await user.click(screen.getByRole("button", { name: "跳过" }));
    expect(await screen.findByText("尚未核验当前工作簿。")).toBeVisible();
    await isClean();
    await user.click(screen.getByRole("button", { name: "开始核验" }));
    expect(await screen.findByRole("region", { name: "还差" })).toBeVisible();
  });

  it("a reading that takes longer than a second shows its progress, and can be called off", async () => {
    const read: WorkbookHost["read"] = ({ signal } = {}) =>
      new Promise((resolve) => {
        signal?.addEventListener("abort", () => resolve({ ok: false, failure: { kind: "cancelled" } }));
      });
    const { store } = paneOn(workbook(HESHAN), { host: { read } });
    render(<App store={store} lang="zh" theme="light" />);
    const reading = store.actions.read();
    expect(screen.queryByRole("progressbar")).not.toBeInTheDocument();
    expect(await screen.findByRole("progressbar", { name: "正在核验…" })).toBeVisible();
    await isClean();
    await user.click(screen.getByRole("button", { name: "取消" }));
    await reading;
    expect(await screen.findByText("尚未核验当前工作簿。")).toBeVisible();
  });

  it.each([
    ["部门整体支出自评表", "department"],
    ["项目支出自评表", "project"],
    ["已填的示例", "sample"],
  ])("a workbook without a table says what is looked for, and offers to begin with the %s", async (name, kind) => {
    const opened: string[] = [];
    const openNew = (what: string): Promise<boolean> => Promise.resolve(opened.push(what) > 0);
    const { store } = paneOn(buildWorkbook({ sheets: [{ name: "说明", rows: [["填表说明"]] }] }), { openNew });
    render(<App store={store} lang="zh" theme="light" />);
    await store.actions.read();
    expect(await screen.findByText("没有找到指标计分表")).toBeVisible();
    await user.click(screen.getByRole("button", { name }));
    expect(opened).toEqual([kind]);
  });

  it("a workbook that can not be read says why and what to do", async () => {
    const failure = { kind: "cell-edit-mode" } as const;
    await show({ host: { read: () => Promise.resolve({ ok: false, failure }) } });
    expect(await screen.findByRole("alert")).toHaveTextContent("请按回车结束编辑后重试");
    expect(screen.getByRole("button", { name: "写入" })).toBeDisabled();
  });

  it("speaks English where Office does", async () => {
    const { store } = await show({ lang: "en" });
    expect(await screen.findByRole("region", { name: "Still missing" })).toBeVisible();
    expect(screen.getByRole("tab", { name: /Findings/ })).toBeVisible();
    expect(screen.getByText("优 (self score)")).toBeVisible();
    for (const section of ["overview", "findings", "data"] as const) {
      store.actions.section(section);
      await screen.findByRole("tabpanel", { name: enUS.sections[section] });
      const own = [...document.querySelectorAll("header, nav, footer, main h2, main > div > section")];
      expect(own.map(({ textContent }) => textContent).join(" ")).not.toMatch(/[，；（]/);
    }
  });
});

describe("设置 under 规则", () => {
  it("what is no setting is refused where it is typed, and Enter is enough", async () => {
    const { store } = await show();
    store.actions.section("rules");
    await user.click(await screen.findByText("设置"));
    const tolerance = screen.getByRole("textbox", { name: "允许误差" });
    await user.clear(tolerance);
    await user.type(tolerance, "大概{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("请填数字");
    expect(store.getState().choices.settings).toEqual({});
    await user.clear(tolerance);
    await user.type(tolerance, "0.05{Enter}");
    expect(Object.values(store.getState().choices.settings)).toEqual(["0.05"]);
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });
});

describe("for those who hear the pane, or use its keys", () => {
  it("a review is told when it is done, and while it runs nobody is told that the workbook changed", async () => {
    const whole = paneOn(workbook(HESHAN)).host;
    let gate: Promise<void> = Promise.resolve();
    const { store } = await show({ host: { read: (options) => gate.then(() => whole.read(options)) } });
    const told = await screen.findByText("核验完成：错误 7，警告 16");
    expect(told).toHaveAttribute("role", "status");
    let letGo = (): void => undefined;
    gate = new Promise((resolve) => (letGo = resolve));
    const reading = store.actions.read();
    const header = within(screen.getByRole("banner"));
    expect(await header.findByText("正在核验…")).toBeVisible();
    expect(told).toBeEmptyDOMElement();
    letGo();
    await reading;
    await screen.findByText("核验完成：错误 7，警告 16");
  });

  it("[U7] the focus goes to the section where a pressed button goes away, and is not taken elsewhere", async () => {
    await show({ habits: { welcomed: false } });
    screen.getByRole("button", { name: "开始核验" }).focus();
    await user.keyboard("{Enter}");
    await screen.findByRole("region", { name: "还差" });
    expect(screen.getByRole("main")).toHaveFocus();
    await user.click(screen.getByRole("button", { name: "选项" }));
    await user.click(await screen.findByRole("button", { name: "关闭" }));
    expect(screen.getByRole("main")).toHaveFocus();
    await user.click(screen.getByRole("tab", { name: "规则" }));
    await screen.findByRole("combobox", { name: "规则包" });
    expect(screen.getByRole("tab", { name: "规则" })).toHaveFocus();
  });
});
