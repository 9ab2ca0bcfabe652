/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { screen, waitFor } from "@testing-library/react";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { isReadOnly, shownReview } from "../../src/ui/pane-state";
import { scoredCopy } from "../support/scored-copy";
import { recommendedReadOnly } from "../support/read-only-book";
import { HESHAN, itemsOf, opened, paneOn, workbook } from "./pane-fixture";
import { show, user } from "./pane-view";

const recommended = (): Uint8Array => recommendedReadOnly(workbook(HESHAN));

describe("[U17] 只读", () => {
  it("shows no control that writes, and no key writes", async () => {
    const pane = await show(recommended());
    expect(await screen.findByText("只读")).toBeVisible();
    expect(screen.queryByRole("button", { name: "写入…" })).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /撤销/ })).not.toBeInTheDocument();
    await user.click(await screen.findByRole("button", { name: /处理下一项/ }));
    expect(await screen.findByText("详情")).toBeVisible();
    expect(screen.queryByRole("textbox", { name: /扣分原因/ })).not.toBeInTheDocument();
    expect(screen.queryByText("豁免…")).not.toBeInTheDocument();
    const before = await pane.host.read();
    await user.keyboard("{Control>}{Enter}{/Control}{Control>}z{/Control}");
    expect(await pane.host.read()).toEqual(before);
  });

  it("refuses what keys and ribbon still ask for, in words", async () => {
    const { store } = await opened({}, recommended());
    await store.actions.propose(false);
    expect(store.getState()).toMatchObject({ page: null, notice: { kind: "read-only" } });
    store.actions.dismissNotice();
    await store.actions.undo();
    expect(store.getState().notice).toEqual({ kind: "read-only" });
  });

  it("refuses a save", async () => {
    const pane = await opened({}, recommended());
    const [item] = itemsOf(pane, "unexplained");
    expect(item && (await pane.store.actions.reason(item, "G23", "疫情推迟"))).toBe("refused");
  });

  it("tries a pack without keeping it", async () => {
    const pane = await opened({}, recommended());
    await pane.store.actions.choosePack("department-hunan");
    const review = shownReview(pane.store.getState());
    expect(review?.rules).toMatchObject({ pack: { id: "department-hunan" }, isKept: false });
    expect(pane.store.getState().undoable).toBeNull();
  });

  it("set on a scored workbook is kept on the sheet 规则, and opened elsewhere it holds", async () => {
    const pane = await opened({}, await scoredCopy(workbook(HESHAN), "--pack", "department-hunan"));
    expect(isReadOnly(pane.store.getState())).toBe(false);
    await pane.store.actions.setReadOnly(true);
    expect(isReadOnly(pane.store.getState())).toBe(true);
    const elsewhere = paneOn(await bytesOf(pane.host));
    await elsewhere.store.actions.read();
    expect(isReadOnly(elsewhere.store.getState())).toBe(true);
    expect(shownReview(elsewhere.store.getState())?.rules.pack?.id).toBe("department-hunan");
    await elsewhere.store.actions.setReadOnly(false);
    const third = paneOn(await bytesOf(elsewhere.host));
    await third.store.actions.read();
    expect(isReadOnly(third.store.getState())).toBe(false);
  });

  it("set where there is no sheet 规则 holds in this pane and adds nothing", async () => {
    const pane = await opened({}, workbook(HESHAN));
    await pane.store.actions.setReadOnly(true);
    expect(isReadOnly(pane.store.getState())).toBe(true);
    expect(await pane.host.read()).toEqual(await createXlsxHost(workbook(HESHAN)).read());
  });

  it("is a switch in the options", async () => {
    const pane = await show(workbook(HESHAN));
    pane.store.actions.page("options");
    await user.click(await screen.findByRole("switch", { name: "只读" }));
    await waitFor(() => expect(isReadOnly(pane.store.getState())).toBe(true));
  });
});

async function bytesOf(host: object): Promise<Uint8Array> {
  const { bytes } = host as { readonly bytes: () => Uint8Array };
  return Promise.resolve(bytes());
}
