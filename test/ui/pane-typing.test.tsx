/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { configure, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { HostResult, WriteReceipt } from "../../src/host/port";
import { App } from "../../src/ui/App";
import { buildWorkbook } from "../support/build-workbook";
import { opened, reviewOf, type FixtureOptions, type PaneFixture } from "./pane-fixture";

configure({ asyncUtilTimeout: 15_000 });
const user = userEvent.setup({ delay: null });
beforeEach(() => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false }));
Element.prototype.scrollIntoView = () => undefined;

const SHEET = "自评表";
const STAFF = "在职人员控制率=（在职人员数/编制数）×100%";
const MILD = "以100%为标准。在职人员控制率≦100%，计5分；每超过一个百分点扣0.5分，扣完为止。";

/** 在职人员控制率 lacks its two numbers, 群众投诉 lost two marks without a reason. */
const TABLE = buildWorkbook({
  sheets: [
    {
      name: SHEET,
      rows: [
        ["一级指标", "三级指标", "分值", "指标说明", "评分标准", "自评得分", "扣分原因"],
        ["投入", "在职人员控制率", 5, STAFF, MILD, 5, null],
        ["效果", "群众投诉", 10, null, "每发生一起扣1分，扣完为止。", 8, null],
        ["合计", null, 15, null, null, 13, null],
      ],
    },
  ],
});

async function show(options: FixtureOptions = {}, isWritten = false): Promise<PaneFixture> {
  const pane = await opened(options, TABLE);
  if (isWritten) {
    await pane.store.actions.propose(false);
    await pane.store.actions.confirm();
  }
  render(<App store={pane.store} lang="zh" theme="light" />);
  return pane;
}

const press = async (name: string | RegExp): Promise<void> => user.click(await screen.findByRole("button", { name }));

async function unexplained(pane: PaneFixture): Promise<void> {
  const finding = reviewOf(pane)
    .groups.flatMap(({ findings }) => findings)
    .find(({ code }) => code === "justification-missing");
  pane.store.actions.section("findings");
  pane.store.actions.openFinding(finding?.fingerprint ?? null);
  await screen.findByRole("textbox", { name: "扣分原因" });
}

describe("a number under 数据", () => {
  it("is put once by Enter and Tab, and what is typed on meanwhile stays", async () => {
    const writes: unknown[] = [];
    const pane = await show({}, true);
    const whole = pane.host.write.bind(pane.host);
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const write = async (plan: Parameters<typeof whole>[0]): Promise<HostResult<WriteReceipt>> => {
      writes.push(plan);
      await gate;
      return whole(plan);
    };
    Object.assign(pane.host, { write });
    pane.store.actions.section("data");
    const staff = await screen.findByLabelText("在职人员数");
    await user.type(staff, "6{Enter}9");
    await user.type(staff, "{Backspace}");
    await user.tab();
    letGo();
    await waitFor(() => expect(pane.store.getState().undoable?.what).toBe("data"));
    expect(writes).toHaveLength(1);
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("is left as it was by Escape, and the complaint about it goes too", async () => {
    const { store } = await show();
    store.actions.section("data");
    const staff = await screen.findByLabelText("在职人员数");
    await user.type(staff, "69 人{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("请填数字");
    expect(staff).toHaveValue("69 人");
    await user.type(staff, "{Escape}");
    expect(staff).toHaveValue("");
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("that a finding asked for gets the focus once, and never takes it from what the person types next", async () => {
    const pane = await show();
    pane.store.actions.wantData(["在职人员数", "编制数"]);
    const staff = await screen.findByLabelText("在职人员数");
    await waitFor(() => expect(staff).toHaveFocus());
    await user.type(staff, "69");
    const [, , complaints = staff] = screen.getAllByRole("textbox");
    await user.click(complaints);
    await waitFor(() => expect(pane.store.getState().choices.inputs).toEqual({ 在职人员数: "69" }));
    await waitFor(() => expect(pane.store.getState().phase.status).toBe("ready"));
    expect(complaints).toHaveFocus();
    pane.store.actions.section("overview");
    expect(pane.store.getState().wanted).toEqual([]);
  });
});

describe("a waiver", () => {
  it("takes the place of its form once it is on the record", async () => {
    const pane = await show({}, true);
    await unexplained(pane);
    await press("豁免…");
    const reason = await screen.findByRole("textbox", { name: "豁免理由" });
    expect(reason).toHaveFocus();
    await user.type(reason, "上级已批复调整");
    await press("豁免");
    await press("取消豁免");
    expect(screen.queryByRole("textbox", { name: "豁免理由" })).not.toBeInTheDocument();
    await press("豁免…");
    expect(await screen.findByRole("textbox", { name: "豁免理由" })).toHaveValue("");
  });

  it("[U8] of a finding that is newer than the record asks for 写入", async () => {
    const pane = await show({}, true);
    await pane.store.actions.putText("reason", { sheet: SHEET, row: 1, column: 5 }, "不详");
    const finding = reviewOf(pane)
      .groups.flatMap(({ findings }) => findings)
      .find(({ code }) => code === "score-not-a-number");
    pane.store.actions.section("findings");
    pane.store.actions.openFinding(finding?.fingerprint ?? null);
    await press("豁免…");
    expect(await screen.findByText(/请先写入/)).toBeVisible();
  });
});

describe("what is half typed", () => {
  it("is there again after a look at another section", async () => {
    const pane = await show({}, true);
    await unexplained(pane);
    await user.type(screen.getByRole("textbox", { name: "扣分原因" }), "一项工作");
    pane.store.actions.section("overview");
    await screen.findByRole("region", { name: "还差" });
    await unexplained(pane);
    expect(screen.getByRole("textbox", { name: "扣分原因" })).toHaveValue("一项工作");
  });

  it("as an opinion is there again after a look at another indicator, and a saved one keeps the focus", async () => {
    const pane = await show({ habits: { reviewer: true } }, true);
    const { actions } = pane.store;
    actions.section("rules");
    await actions.reveal({ sheet: SHEET, row: 2, column: 5 });
    await user.type(await screen.findByRole("textbox", { name: "复核分" }), "7");
    await actions.reveal({ sheet: SHEET, row: 1, column: 5 });
    await screen.findByRole("heading", { name: /在职人员控制率/ });
    expect(screen.getByRole("textbox", { name: "复核分" })).toHaveValue("");
    await actions.reveal({ sheet: SHEET, row: 2, column: 5 });
    await screen.findByRole("heading", { name: /群众投诉/ });
    expect(screen.getByRole("textbox", { name: "复核分" })).toHaveValue("7");
    await press("填入");
    await waitFor(() => expect(pane.store.getState().undoable?.what).toBe("opinion"));
    await waitFor(() => expect(pane.store.getState().phase.status).toBe("ready"));
    expect(screen.getByRole("button", { name: "填入" })).toHaveFocus();
    expect(screen.getByRole("textbox", { name: "复核分" })).toHaveValue("7");
  });
});
