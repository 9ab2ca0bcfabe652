/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { screen } from "@testing-library/react";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import type { HostResult } from "../../src/host/port";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { scoredCopy } from "../support/scored-copy";
import { reviewOf, workbook } from "./pane-fixture";
import { show, user } from "./pane-view";

const BOOK = "project-2020-unexplained-deductions.xlsx";

/** The workbook after a person has deleted a sheet: what referred to it refers to nothing. */
async function without(name: string, bytes: Uint8Array): Promise<HostResult<WorkbookSnapshot>> {
  const read = await createXlsxHost(bytes).read();
  if (!read.ok) return read;
  const sheets = read.value.sheets.filter((sheet) => sheet.name !== name);
  const names = read.value.names.map((one) => (one.refersTo.includes(name) ? { ...one, refersTo: "=#REF!" } : one));
  return { ok: true, value: { ...read.value, sheets, names } };
}

describe("[U22] [P48] computed scores whose sheet 规则 is gone", () => {
  let scored: Uint8Array;
  beforeAll(async () => {
    scored = await scoredCopy(workbook(BOOK), "--pack", "project");
  });

  it("the notice says so, and leads to the rules", async () => {
    const pane = await show(scored, { host: { read: () => without("规则", scored) } });
    expect(await screen.findByText(/本工作簿的规则不见了/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "规则" }));
    expect(pane.store.getState().page).toBe("rules");
  });

  it("where another sheet of ours is gone, or none, nothing is said", async () => {
    const pane = await show(scored, { host: { read: () => without("基础数据", scored) } });
    expect(reviewOf(pane).rules.areGone).toBe(false);
    expect(screen.queryByText(/规则不见了/)).toBeNull();
  });
});
