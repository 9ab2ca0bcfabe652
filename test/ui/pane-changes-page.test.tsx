/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { screen, waitFor } from "@testing-library/react";
import * as engine from "../../src/app/pane/engine";
import { ALL, round, withCells } from "../cli/rounds/two-rounds";
import { show, user } from "./pane-view";

const FIRST = round(ALL);
const SECOND = round(withCells("及时率", { 自评得分: 8 }));

describe("[Y18] the page 本轮变化", () => {
  it("says that no earlier round is known, and offers the file", async () => {
    const { store } = await show(SECOND);
    store.actions.page("changes");
    expect(await screen.findByText(/还没有可比的上一轮/)).toBeVisible();
    expect(screen.getByRole("button", { name: "选择上一轮的文件…" })).toBeVisible();
    expect(screen.queryByRole("button", { name: "不再比较" })).not.toBeInTheDocument();
  });

  it("shows that the earlier file is reviewed, and reads on when that is called off", async () => {
    let isSlow = false;
    const never: typeof engine.reviewBook = (book, choices, lang, progress) =>
      isSlow
        ? new Promise((resolve) =>
            progress?.signal?.addEventListener("abort", () => resolve({ ok: false, failure: { kind: "cancelled" } })),
          )
        : engine.reviewBook(book, choices, lang, progress);
    const { store } = await show(SECOND, { engine: { reviewBook: never } });
    isSlow = true;
    store.actions.page("changes");
    const chosen = store.actions.compareWith("上一轮.xlsx", FIRST);
    await user.click(await screen.findByRole("button", { name: "取消" }));
    await chosen;
    expect(store.getState().phase.status).toBe("ready");
    isSlow = false;
    await store.actions.read();
    expect(await screen.findByText("与上一轮.xlsx相比")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "不再比较" }));
    expect(await screen.findByText(/还没有可比的上一轮/)).toBeVisible();
  });

  it("the card is closed and comes again with another file; it leads to the page", async () => {
    const { store } = await show(SECOND);
    await store.actions.compareWith("一.xlsx", FIRST);
    const card = await screen.findByRole("region", { name: "本轮变化" });
    await user.click(screen.getByRole("button", { name: "关闭" }));
    await waitFor(() => expect(card).not.toBeInTheDocument());
    await store.actions.compareWith("二.xlsx", FIRST);
    expect(await screen.findByText("与二.xlsx相比")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "换一个文件…" }));
    expect(await screen.findByRole("heading", { level: 1, name: "本轮变化" })).toBeVisible();
  });
});
