import type { PaneFinding } from "../../src/app/pane/pane-findings";
import type { Remedy } from "../../src/app/pane/remedies";
import { parseA1 } from "../../src/core/workbook/address";
import type { CellScalar } from "../../src/core/workbook/snapshot";
import { buildWorkbook } from "../support/build-workbook";
import { opened, reviewOf, type PaneFixture } from "./pane-fixture";

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

const findings = (pane: PaneFixture): readonly PaneFinding[] =>
  reviewOf(pane).groups.flatMap(({ findings: own }) => own);

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

async function write({ store }: PaneFixture): Promise<void> {
  await store.actions.propose(false);
  await store.actions.confirm();
}

describe("what one press mends", () => {
  it("a number typed as text becomes the number, and nothing else changes", async () => {
    const pane = await opened({}, table);
    await pane.store.actions.mend(remedyOf(pane, "number-as-text", "put"));
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
    const remedy = remedyOf(pane, "score-missing", "put");
    expect(remedy).toMatchObject({ what: "score", cell: "E3", shown: "4" });
    await pane.store.actions.mend(remedy);
    expect(await valueAt(pane, "E3")).toBe(4);
    await pane.store.actions.undo();
    expect(await valueAt(pane, "E3")).toBeNull();
  });

  it("[P15] a cell of ours that was typed over gets its formula back", async () => {
    const pane = await opened({}, table);
    await write(pane);
    const { book } = reviewOf(pane);
    const ours = book.sheets
      .find(({ name }) => name === SHEET)
      ?.cells.find(({ row, column, formula }) => row === 1 && column > 6 && formula?.includes("ROUND"));
    if (!ours?.formula) throw new Error("no formula of ours in row 2");
    const at = { sheet: SHEET, row: ours.row, column: ours.column };
    await pane.store.actions.putText("evidence", at, "9");
    const remedy = remedyOf(pane, "formula-overwritten", "put");
    expect(remedy).toMatchObject({ what: "formula", at, shown: ours.formula });
    await pane.store.actions.mend(remedy);
    expect(findings(pane).map(({ code }) => code)).not.toContain("formula-overwritten");
  });
});

describe("what is typed beside a finding", () => {
  it("evidence goes into the table's own column 佐证材料", async () => {
    const pane = await opened({}, table);
    const { at, cell } = remedyOf(pane, "evidence-missing", "text");
    expect([at?.sheet, cell]).toEqual([SHEET, "G4"]);
    await pane.store.actions.putText(
      "evidence",
      at ?? { sheet: SHEET, row: 0, column: 0 },
      "2023年满意度调查报告，第3页",
    );
    expect(await valueAt(pane, "G4")).toBe("2023年满意度调查报告，第3页");
    expect(findings(pane).map(({ code }) => code)).not.toContain("evidence-missing");
  });

  it("once our column 扣分原因 is there, no finding says that the table has none, and the record neither", async () => {
    const pane = await opened();
    const messages = (): readonly string[] =>
      findings(pane).flatMap(({ code, message }) => (code === "justification-missing" ? [message] : []));
    expect(messages().every((message) => message.includes("没有扣分原因栏"))).toBe(true);
    await write(pane);
    expect(messages()).toHaveLength(7);
    const record = reviewOf(pane).book.sheets.find(({ name }) => name === "核验记录");
    const said = [...messages(), ...(record?.cells.map(({ value }) => value) ?? [])];
    expect(said.filter((text) => typeof text === "string" && text.includes("没有扣分原因栏"))).toEqual([]);
  });
});
