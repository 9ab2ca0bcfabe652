import type { PaneFinding } from "../../src/app/pane/pane-findings";
import type { Remedy } from "../../src/app/pane/remedies";
import { parseA1 } from "../../src/core/workbook/address";
import type { CellScalar } from "../../src/core/workbook/snapshot";
import { buildWorkbook } from "../support/build-workbook";
import type { QueueItem } from "../../src/app/pane/queue-item";
import { planTyped } from "../../src/app/pane/typed-cells";
import { opened, reviewOf, written, type PaneFixture } from "./pane-fixture";

const SHEET = "自评表";
const HEADER = ["一级指标", "三级指标", "分值", "评分标准", "自评得分", "扣分原因", "佐证材料"];

/** 满意度 is typed as text, 公众知晓率 is not scored, 群众投诉 lost two marks; nobody has listed evidence. */
const table = buildWorkbook({
  sheets: [
    {
      name: SHEET,
      rows: [
        HEADER,
        ["效果", "群众投诉", 10, "每发生一起扣1分，扣完为止。", 8, null, null],
        ["效果", "公众知晓率", 5, "90%（含）以上计5分；80%（含）-90%计4分；低于80%不得分。", null, null, null],
        ["效果", "满意度", 5, null, "5", null, null],
        ["合计", null, 20, null, null, null, null],
      ],
    },
  ],
});

const findings = (pane: PaneFixture): readonly PaneFinding[] => reviewOf(pane).findings;

function remedyOf<D extends Remedy["do"]>(pane: PaneFixture, code: string, kind: D): Extract<Remedy, { do: D }> {
  const found = findings(pane).find((one) => one.code === code)?.remedy;
  if (found?.do !== kind) throw new Error(`${code} has no remedy ${kind}`);
  return found as Extract<Remedy, { do: D }>;
}

async function valueAt({ host }: PaneFixture, cell: string): Promise<CellScalar> {
  const read = await host.read();
  const at = parseA1(cell);
  const found = read.ok ? read.value.sheets.find(({ name }) => name === SHEET) : undefined;
  return found?.cells.find(({ row, column }) => row === at?.row && column === at.column)?.value ?? null;
}

/** The item of 待办 that shows a finding. */
function itemWith(pane: PaneFixture, code: string): QueueItem {
  const found = pane.store.getState().queue.find((item) => item.findings.some((one) => one.code === code));
  if (!found) throw new Error(`${code} is nothing to do`);
  return found;
}

async function mend(pane: PaneFixture, code: string): Promise<void> {
  expect(await pane.store.actions.mend(itemWith(pane, code), remedyOf(pane, code, "put"))).toBe("done");
  await pane.store.settled();
}

describe("what one press mends", () => {
  it("a number typed as text becomes the number, and nothing else changes", async () => {
    const pane = await opened({}, table);
    await mend(pane, "number-as-text");
    expect(await valueAt(pane, "E4")).toBe(5);
    expect(findings(pane).map(({ code }) => code)).not.toContain("number-as-text");
  });

  it("a blank score takes the recomputed one: 85 % is 4 of 5, and undo blanks it again", async () => {
    const pane = await opened({}, table);
    expect(findings(pane).find(({ code }) => code === "score-missing")?.remedy).toBeNull();
    const rate = reviewOf(pane)
      .data.flatMap(({ rows }) => rows)
      .find(({ shown }) => shown === "公众知晓率");
    if (!rate) throw new Error("the rate is not asked for");
    await pane.store.actions.fill(rate, "85%");
    await pane.store.settled();
    const remedy = remedyOf(pane, "score-missing", "put");
    expect(remedy).toMatchObject({ what: "score", cell: "E3", shown: "4" });
    await mend(pane, "score-missing");
    expect(await valueAt(pane, "E3")).toBe(4);
    await pane.store.actions.undo();
    expect(await valueAt(pane, "E3")).toBeNull();
  });

  it("[P15] a cell of ours that was typed over gets its formula back", async () => {
    const pane = await opened({}, table);
    await written(pane);
    const { book } = reviewOf(pane);
    const ours = book.sheets
      .find(({ name }) => name === SHEET)
      ?.cells.find(({ row, column, formula }) => row === 1 && column > 6 && formula?.includes("ROUND"));
    if (!ours?.formula) throw new Error("no formula of ours in row 2");
    const at = { sheet: SHEET, row: ours.row, column: ours.column };
    await pane.host.write(planTyped(book, [{ at, content: { type: "text", text: "9" } }]));
    await pane.store.actions.read();
    const remedy = remedyOf(pane, "formula-overwritten", "put");
    expect(remedy).toMatchObject({ what: "formula", at, shown: ours.formula });
    await mend(pane, "formula-overwritten");
    expect(findings(pane).map(({ code }) => code)).not.toContain("formula-overwritten");
  });
});

describe("what is typed beside a finding", () => {
  it("evidence goes into the table's own column 佐证材料", async () => {
    const pane = await opened({}, table);
    const { at, cell } = remedyOf(pane, "evidence-missing", "text");
    expect([at.sheet, cell]).toEqual([SHEET, "G4"]);
    await pane.store.actions.evidence(itemWith(pane, "evidence-missing"), at, "2023年满意度调查报告，第3页");
    await pane.store.settled();
    expect(await valueAt(pane, "G4")).toBe("2023年满意度调查报告，第3页");
    expect(findings(pane).map(({ code }) => code)).not.toContain("evidence-missing");
  });

  it("once our column 扣分原因 is there, no finding says that the table has none, and the record neither", async () => {
    const pane = await opened();
    const messages = (): readonly string[] =>
      findings(pane).flatMap(({ code, message }) => (code === "justification-missing" ? [message] : []));
    expect(messages().every((message) => message.includes("没有扣分原因栏"))).toBe(true);
    await written(pane);
    expect(messages()).toHaveLength(7);
    const record = reviewOf(pane).book.sheets.find(({ name }) => name === "核验记录");
    const said = [...messages(), ...(record?.cells.map(({ value }) => value) ?? [])];
    expect(said.filter((text) => typeof text === "string" && text.includes("没有扣分原因栏"))).toEqual([]);
  });
});
