import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { planClean } from "../../../src/core/plan/clean";
import { planRecordRows } from "../../../src/core/plan/record/record-rows";
import { planReview } from "../../../src/core/plan/plan-review";
import { readOurs } from "../../../src/core/ours/read-ours";
import { applyPlan, sheetOf } from "../../support/apply-plan";
import { insertRows, sortRows, typeInto } from "../../support/edit-sheet";
import { reviewSample, sampleBook, SHEET, shown } from "./sample";

const RECORD = "核验记录";

/**
 * The list begins in row 13 of the sample's record: 预算执行率 (C4: 3 of 4 marks) lost a mark without a reason, 资金结余 (C6)
 * has no score. Column N is 历轮记录, B2 本轮轮次.
 */
function run(book: WorkbookSnapshot): WorkbookSnapshot {
  const after = applyPlan(book, planReview(book, reviewSample(book), { lang: "zh" }).plan);
  expect(planReview(after, reviewSample(after), { lang: "zh" }).plan.steps).toEqual([]);
  return after;
}

const inRound = (book: WorkbookSnapshot, round: number | string): WorkbookSnapshot =>
  typeInto(book, RECORD, "B2", round);
const scored = (book: WorkbookSnapshot, cell: string, score: number | null): WorkbookSnapshot =>
  typeInto(book, SHEET, cell, score);
const text = (book: WorkbookSnapshot, cell: string): string => {
  const value = shown(book, RECORD, cell);
  return typeof value === "string" ? value : "";
};
const lines = (book: WorkbookSnapshot, cell: string): readonly string[] => text(book, cell).split("\n").filter(Boolean);
/** What the row says now, as a later round tells it: figures and words, which need not name the cell again. */
const said = (book: WorkbookSnapshot, row: number): string => {
  const [values, message] = ["G", "F"].map((column) => text(book, `${column}${row}`));
  return [values, message?.replace(/^C\d+：/, "")].filter(Boolean).join("｜");
};

describe("[P49] what a finding said in earlier rounds", () => {
  const first = run(sampleBook());

  it("stands in its row with cell, figures and words once the next round is set, and the figure says from what", () => {
    const second = run(scored(inRound(first, 2), "C4", 1));
    expect(shown(first, RECORD, "G13")).toBe("扣分 1");
    expect(shown(second, RECORD, "G13")).toBe("扣分 1 → 3");
    expect(lines(second, "N13")).toEqual([
      "第1轮 C4：扣分 1｜「预算执行率」扣 1 分，没有说明原因。请在原因栏写明具体原因。",
    ]);
    expect(shown(second, RECORD, "I13")).toBe(1);
  });

  it("is never lost: a line each round, the oldest first, also where nothing changed", () => {
    const second = run(scored(inRound(first, 2), "C4", 1));
    const third = run(scored(inRound(second, "第三轮"), "C4", 2));
    const fourth = run(inRound(third, 4));
    expect(shown(third, RECORD, "G13")).toBe("扣分 3 → 2");
    expect(lines(fourth, "N13")).toEqual([
      `第1轮 C4：${said(first, 13)}`,
      `第2轮 C4：${said(second, 13)}`,
      `第3轮 C4：${said(third, 13)}`,
    ]);
    expect(shown(fourth, RECORD, "G13")).toBe("扣分 2");
  });

  it("within one round the row is worded anew and nothing is added", () => {
    const again = run(scored(run(scored(first, "C4", 1)), "C4", 2));
    expect([shown(again, RECORD, "G13"), lines(again, "N13")]).toEqual(["扣分 2", []]);
    const second = run(scored(run(scored(inRound(first, 2), "C4", 1)), "C4", 2));
    expect(shown(second, RECORD, "G13")).toBe("扣分 1 → 2");
    expect(lines(second, "N13")).toEqual([`第1轮 C4：${said(first, 13)}`]);
  });

  it("tells in which round a finding was gone, and that it came back", () => {
    const second = run(scored(inRound(first, 2), "C6", 3));
    expect(shown(second, RECORD, "H14")).toBe("已消除");
    expect(lines(second, "N14")).toEqual([`第1轮 C6：${said(first, 14)}`, "第2轮：已消除"]);
    const third = run(scored(inRound(second, 3), "C6", null));
    expect(shown(third, RECORD, "H14")).toBe("存在");
    expect(lines(third, "N14")).toEqual([`第1轮 C6：${said(first, 14)}`, "第2轮：已消除"]);
  });

  it("a finding that is gone and back in one round was not gone", () => {
    const gone = run(scored(first, "C6", 3));
    expect(lines(gone, "N14")).toEqual(["第1轮：已消除"]);
    expect(lines(run(scored(gone, "C6", null)), "N14")).toEqual([]);
    const back = run(scored(inRound(gone, 2), "C6", null));
    expect(lines(back, "N14")).toEqual([`第1轮 C6：${said(first, 14)}`, "第1轮：已消除"]);
  });

  it("a round that is set back loses no line", () => {
    const second = run(scored(inRound(first, 2), "C4", 1));
    const back = run(scored(inRound(second, 1), "C4", 2));
    expect(lines(back, "N13")).toEqual([`第1轮 C4：${said(first, 13)}`, `第2轮 C4：${said(second, 13)}`]);
  });

  it("keeps what a person wrote between the lines, and what people typed beside them", () => {
    const second = run(scored(inRound(first, 2), "C4", 1));
    const noted = typeInto(second, RECORD, "N13", `${lines(second, "N13").join("")}\n=已电话核实`);
    const third = run(inRound(typeInto(noted, RECORD, "K13", "下周补充"), 3));
    expect(lines(third, "N13")).toEqual([
      `第1轮 C4：${said(first, 13)}`,
      "=已电话核实",
      `第2轮 C4：${said(second, 13)}`,
    ]);
    expect(shown(third, RECORD, "K13")).toBe("下周补充");
  });

  it.each<[string, number]>([
    ["with the column", 13],
    ["without the column, which stays behind", 11],
    ["without the hidden column and this one, twice", 10],
  ])("follows its row when the list is sorted %s", (_, right) => {
    const second = run(scored(inRound(first, 2), "C4", 1));
    const sorted = sortRows(second, RECORD, 12, [1, 0], 0, right);
    const book = run(sorted);
    expect(shown(book, RECORD, "C14")).toBe("justification-missing");
    expect(lines(book, "N14")).toEqual([`第1轮 C4：${said(first, 13)}`]);
    expect(lines(book, "N13")).toEqual([`第1轮 C6：${said(first, 14)}`]);
  });

  it("follows its row when rows are put between, or into the table above it", () => {
    const second = run(scored(inRound(first, 2), "C4", 1));
    const moved = run(insertRows(insertRows(second, RECORD, 13, 1), SHEET, 2, 2));
    expect(shown(moved, RECORD, "G13")).toBe("扣分 1 → 3");
    expect(lines(moved, "N15")).toEqual([`第1轮 C6：${said(first, 14)}`]);
    const third = run(inRound(moved, 3));
    expect(lines(third, "N13").at(-1)).toBe(`第2轮 C6：${said(moved, 13)}`);
  });

  it("a waiver holds over rounds while the values are the same", () => {
    const waived = typeInto(typeInto(first, RECORD, "J13", "豁免"), RECORD, "L13", "上级文件要求压减，见附件3");
    const second = run(inRound(run(waived), 2));
    expect(shown(second, RECORD, "H13")).toBe("已豁免");
    expect(lines(second, "N13")).toEqual([`第1轮 C4：${said(first, 13)}`]);
  });

  it("[P13] nothing of it is in the clean copy", () => {
    const second = run(scored(inRound(first, 2), "C4", 1));
    expect(applyPlan(second, planClean(second)).sheets.map(({ name }) => name)).toEqual([SHEET]);
  });

  it("what does not fit into a cell is cut short, and no older line with it", () => {
    const old = "旧".repeat(32_740);
    const full = run(inRound(typeInto(first, RECORD, "N13", old), 2));
    const cell = text(full, "N13");
    expect(cell.length).toBe(32_767);
    expect(cell.startsWith(`${old}\n第1轮 C4：扣分 1｜`)).toBe(true);
    expect(cell.endsWith("…")).toBe(true);
  });
});

describe("[P49] a record without the column, as earlier versions wrote it", () => {
  /** Its seals tell no round. */
  function earlier(book: WorkbookSnapshot): WorkbookSnapshot {
    const sheets = book.sheets.map((sheet) =>
      sheet.name !== RECORD
        ? sheet
        : {
            ...sheet,
            cells: sheet.cells
              .filter(({ column }) => column !== 13)
              .map((cell) =>
                cell.column === 12 && typeof cell.value === "string"
                  ? { ...cell, value: cell.value.replace(/(:live|:settled)[:0-9a-f]*$/, "") }
                  : cell,
              ),
          },
    );
    const names = book.names.map((name) => ({ ...name, refersTo: name.refersTo.replace(/(核验记录'!\$A\$\d+:)\$N/, "$1$M") })); // prettier-ignore
    return { ...book, sheets, names };
  }
  const first = earlier(run(sampleBook()));

  it("is read without it", () => {
    expect(readOurs(first).record).toMatchObject({ hasHistory: false, round: 1 });
  });

  it("gets it beside the list, with what was said before the round that is set", () => {
    const second = run(scored(inRound(typeInto(first, RECORD, "K13", "同意"), 2), "C4", 1));
    expect([shown(second, RECORD, "N12"), shown(second, RECORD, "K13")]).toEqual(["历轮记录", "同意"]);
    expect(shown(second, RECORD, "G13")).toBe("扣分 1 → 3");
    expect(lines(second, "N13")).toEqual([`第1轮 C4：${said(first, 13)}`]);
  });

  it("gets it with the first row that a person adds, and no second one after", () => {
    const row = {
      fingerprint: "0".repeat(16),
      subject: {},
      decided: { opinion: { type: "text", text: "同意" } },
    } as const;
    const added = applyPlan(first, planRecordRows(first, reviewSample(first), [row], "zh").plan);
    expect(readOurs(added).record).toMatchObject({ hasHistory: true });
    const headers = sheetOf(run(inRound(added, 2)), RECORD).cells.filter(({ value }) => value === "历轮记录");
    expect(headers.map(({ row: at, column }) => [at, column])).toEqual([[11, 13]]);
  });

  it("gets it further right where a person wrote beside the list, and their words stay", () => {
    const noted = typeInto(first, RECORD, "N14", "请财务核对");
    const second = run(inRound(noted, 2));
    const at = sheetOf(second, RECORD).cells.find(({ value }) => value === "历轮记录")?.column ?? 0;
    expect(at).toBeGreaterThan(13);
    expect(shown(second, RECORD, "N14")).toBe("请财务核对");
  });
});
