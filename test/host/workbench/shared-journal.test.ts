import type { WritePlan } from "../../../src/core/workbook/write-plan";
import { WorkbenchHost } from "../../../src/host/workbench/workbench-host";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { sharedJournal } from "../../../src/workbench/shared-journal";
import { buildWorkbook } from "../../support/build-workbook";

const BOOK = buildWorkbook({ sheets: [{ name: "表", cells: { A1: 1, B1: 1 } }] });

const put = (column: number, from: number, to: number): WritePlan => ({
  guards: [],
  steps: [
    {
      do: "putCells",
      sheet: "表",
      cells: [{ row: 0, column, expect: { value: from }, content: { type: "number", number: to } }],
    },
  ],
});

async function twoSaves() {
  const opened = await WorkbenchHost.open(createXlsxHost(BOOK));
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const host = opened.value;
  const journal = sharedJournal(host);
  for (const [what, plan] of [
    ["reason", put(0, 1, 2)],
    ["opinion", put(1, 1, 3)],
  ] as const) {
    const written = await host.write(plan);
    if (!written.ok) throw new Error(JSON.stringify(written.failure));
    journal.push({ what, inverse: written.value.inverse });
  }
  return { host, journal, said: () => journal.entries().map(({ what }) => what) };
}

describe("[B7] neither the pane nor the keys take back what the other did", () => {
  it("what Ctrl+Z took back is none of the pane's any more", async () => {
    const { host, said } = await twoSaves();
    expect(said()).toEqual(["reason", "opinion"]);
    await host.undo();
    expect(said()).toEqual(["reason"]);
    await host.undo();
    expect(said()).toEqual([]);
  });

  it("the pane's own undo takes off that entry and no other", async () => {
    const { host, journal, said } = await twoSaves();
    const newest = journal.entries().at(-1);
    await host.write(newest?.inverse ?? put(0, 0, 0));
    journal.pop();
    expect(said()).toEqual(["reason"]);
    expect(host.canRedo).toBe(true);
  });
});
