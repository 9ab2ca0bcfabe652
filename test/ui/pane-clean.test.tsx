/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { screen, waitFor } from "@testing-library/react";
import { scoredCopy } from "../support/scored-copy";
import { HESHAN, workbook } from "./pane-fixture";
import { show, user } from "./pane-view";

async function openPage(): Promise<void> {
  // Before its menu is loaded the button stands there, and does nothing.
  await waitFor(() => expect(screen.getByRole("button", { name: "更多" })).toBeEnabled());
  await user.click(screen.getByRole("button", { name: "更多" }));
  await user.click(await screen.findByRole("menuitem", { name: "生成报送版…" }));
  await screen.findByRole("heading", { name: "报送版" });
}

describe("[U16] 报送版", () => {
  it("tells what goes and how much is still to do, and opens the copy on one press", async () => {
    let opened = 0;
    const openCleanCopy = () => {
      opened++;
      return Promise.resolve({ ok: true, value: undefined } as const);
    };
    await show(await scoredCopy(workbook(HESHAN)), { openCleanCopy });
    await openPage();
    expect(await screen.findByText(/不带评核的 \d 张表/)).toBeVisible();
    expect(screen.getByText(/基础数据/)).toBeVisible();
    expect(screen.getByText(/还有 \d+ 项待办/)).toBeVisible();
    expect(opened).toBe(0);
    await user.click(screen.getByRole("button", { name: "生成报送版" }));
    await waitFor(() => expect(screen.getByText(/报送版已在新工作簿中打开/)).toBeVisible());
    expect(opened).toBe(1);
  });

  it("says that a workbook without anything of ours can be handed in as it is", async () => {
    await show(workbook(HESHAN), { openCleanCopy: () => Promise.reject(new Error("never asked")) });
    await openPage();
    expect(await screen.findByText("工作簿里没有评核写入的内容，可以直接报送。")).toBeVisible();
    expect(screen.queryByRole("button", { name: "生成报送版" })).not.toBeInTheDocument();
  });

  it("names the other ways where the host can open no workbook", async () => {
    await show(await scoredCopy(workbook(HESHAN)));
    await openPage();
    expect(await screen.findByText(/pinghe clean/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "生成报送版" })).not.toBeInTheDocument();
  });

  it("tells a failure in the notice slot and stays on the page", async () => {
    const failure = { kind: "busy", retryAfterSeconds: null } as const;
    await show(await scoredCopy(workbook(HESHAN)), { openCleanCopy: () => Promise.resolve({ ok: false, failure }) });
    await openPage();
    await user.click(await screen.findByRole("button", { name: "生成报送版" }));
    expect(await screen.findByRole("alert")).toBeVisible();
    expect(screen.getByRole("heading", { name: "报送版" })).toBeVisible();
  });
});
