import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { wordFindings } from "../../../src/core/findings/word";
import { planReview } from "../../../src/core/plan/plan-review";
import type { RecordSheet } from "../../../src/core/ours/record-sheet";
import { readOurs } from "../../../src/core/ours/read-ours";
import { applyPlan, sheetOf } from "../../support/apply-plan";
import { insertRows, sortRows, typeInto } from "../../support/edit-sheet";
import { formulaAt, reviewSample, sampleBook, sampleSheet, SHEET, shown } from "./sample";
import { waiverState } from "../../../src/core/ours/waiver";

const RECORD = "核验记录";

/** The list begins in row 13 of the sample's record: 预算执行率 lost a mark without a reason, 资金结余 has no score. */
function run(book: WorkbookSnapshot): WorkbookSnapshot {
  const { plan } = planReview(book, reviewSample(book), { lang: "zh" });
  return applyPlan(book, plan);
}

function settled(book: WorkbookSnapshot): WorkbookSnapshot {
  const after = run(book);
  expect(planReview(after, reviewSample(after), { lang: "zh" }).plan.steps).toEqual([]);
  return after;
}

const record = (book: WorkbookSnapshot): RecordSheet => {
  const read = readOurs(book).record;
  if (read === null || read === "unreadable") throw new Error("no record");
  return read;
};

const stateOf = (book: WorkbookSnapshot, code: string) => {
  const found = wordFindings(reviewSample(book).findings, "zh").find(({ finding }) => finding.code === code);
  return found && waiverState(book, record(book), found);
};

const waived = (book: WorkbookSnapshot): WorkbookSnapshot =>
  typeInto(typeInto(book, RECORD, "J13", "豁免"), RECORD, "L13", "上级文件要求压减，见附件3");

describe("核验记录", () => {
  it("[P10] has one row for each finding, with a link, words, figures and a live status", () => {
    const book = run(sampleBook());
    const row = ["B13", "C13", "E13", "G13", "H13", "I13"].map((cell) => shown(book, RECORD, cell));
    expect(row).toEqual(["错误", "justification-missing", "投入／预算执行率", "扣分 1", "存在", 1]);
    expect(formulaAt(book, RECORD, "D13")).toBe(`=HYPERLINK("#'自评表'!C4","C4")`);
  });

  it("[P10] the status follows the cells: a reason typed, a score filled in", () => {
    const book = typeInto(typeInto(run(sampleBook()), SHEET, "J4", "追加预算未执行完"), SHEET, "C6", 3);
    expect([shown(book, RECORD, "H13"), shown(book, RECORD, "H14")]).toEqual([
      "已改动，待重新核验",
      "已改动，待重新核验",
    ]);
  });

  it("[P10] keeps what people typed, wherever they sorted its row", () => {
    const replied = typeInto(typeInto(run(sampleBook()), RECORD, "K13", "=同意整改"), RECORD, "J14", "整改");
    const book = settled(sortRows(replied, RECORD, 12, [1, 0], 0, 11));
    expect([shown(book, RECORD, "C13"), shown(book, RECORD, "J13")]).toEqual(["score-missing", "整改"]);
    expect([shown(book, RECORD, "C14"), shown(book, RECORD, "K14")]).toEqual(["justification-missing", "=同意整改"]);
  });

  it("[P10] a finding that is gone keeps its row as 已消除, and new ones follow in the round that is set", () => {
    const replied = typeInto(run(sampleBook()), RECORD, "K14", "已补填");
    const next = typeInto(typeInto(typeInto(replied, SHEET, "C6", 3), RECORD, "B2", 2), SHEET, "C5", 1);
    const book = settled(next);
    expect(["C14", "H14", "I14", "K14"].map((cell) => shown(book, RECORD, cell))).toEqual([
      "score-missing", "已消除", 1, "已补填",
    ]); // prettier-ignore
    expect(["C15", "E15", "I15"].map((cell) => shown(book, RECORD, cell))).toEqual([
      "justification-missing", "投入／管理制度健全性", 2,
    ]); // prettier-ignore
  });

  it("[P10] moves its list down with all that people typed when more tables need more room above", () => {
    const replied = typeInto(run(sampleBook()), RECORD, "K13", "同意");
    const more = ["表二", "表三"].map((name) => sampleSheet(name, [{ name: "甲（5分）", score: 5 }]));
    const book = settled({ ...replied, sheets: [...replied.sheets, ...more] });
    const row = sheetOf(book, RECORD).cells.find(({ value }) => value === "同意")?.row ?? 0;
    expect(row).toBeGreaterThan(12);
    expect(shown(book, RECORD, `C${row + 1}`)).toBe("justification-missing");
  });

  it("[P10] links and statuses are right again after rows were inserted", () => {
    const book = settled(insertRows(run(sampleBook()), SHEET, 2, 3));
    expect(formulaAt(book, RECORD, "D13")).toBe(`=HYPERLINK("#'自评表'!C7","C7")`);
    expect(shown(book, RECORD, "H13")).toBe("存在");
  });

  it("[P11] a waiver with a reason holds", () => {
    const book = settled(waived(run(sampleBook())));
    expect(shown(book, RECORD, "H13")).toBe("已豁免");
    expect(stateOf(book, "justification-missing")).toBe("waived");
    expect(stateOf(book, "score-missing")).toBe("none");
  });

  it("[P11] a waiver without a reason is none, and the status says so", () => {
    const book = settled(typeInto(run(sampleBook()), RECORD, "J13", "豁免"));
    expect(shown(book, RECORD, "H13")).toBe("豁免未写理由");
    expect(stateOf(book, "justification-missing")).toBe("none");
  });

  it("[P11] a waiver lapses when the values change, stays lapsed, and is renewed by a new reason", () => {
    const changed = typeInto(settled(waived(run(sampleBook()))), SHEET, "C4", 2);
    expect(stateOf(changed, "justification-missing")).toBe("lapsed");
    const lapsed = settled(settled(changed));
    expect(shown(lapsed, RECORD, "H13")).toBe("豁免已失效（数值已变）");
    expect(shown(lapsed, RECORD, "L13")).toBe("上级文件要求压减，见附件3");
    const renewed = settled(typeInto(lapsed, RECORD, "L13", "扣2分的理由同前"));
    expect(shown(renewed, RECORD, "H13")).toBe("已豁免");
    expect(stateOf(renewed, "justification-missing")).toBe("waived");
  });

  it("[P11] values that changed before the waiver's first run were not those that the person read", () => {
    const book = settled(typeInto(waived(run(sampleBook())), SHEET, "C4", 2));
    expect(stateOf(book, "justification-missing")).toBe("lapsed");
  });

  it("[P11] a sort that leaves the hidden column behind takes no seal away", () => {
    const book = settled(sortRows(settled(waived(run(sampleBook()))), RECORD, 12, [1, 0], 0, 11));
    expect(shown(book, RECORD, "H14")).toBe("已豁免");
  });

  it("[P11] a moved row does not make a waiver lapse", () => {
    const book = settled(insertRows(settled(waived(run(sampleBook()))), SHEET, 2));
    expect(stateOf(book, "justification-missing")).toBe("waived");
  });
});

describe("[P10] 本轮轮次", () => {
  const typed = (value: string | number | null): WorkbookSnapshot => typeInto(run(sampleBook()), RECORD, "B2", value);
  const planned = (book: WorkbookSnapshot) => planReview(book, reviewSample(book), { lang: "zh" });

  it.each<[string, string | number, number]>([
    ["a number", 2, 2],
    ["a number typed as text", "2", 2],
    ["full-width", "３", 3],
    ["in words", "第二轮", 2],
  ])("%s: %j", (_, value, round) => {
    const book = typed(value);
    expect(record(book).round).toBe(round);
    expect(planned(book).refusals).toEqual([]);
  });

  it.each([0, 1, 2])("is found by its label where a row was inserted as row %s, and goes back to its place", (at) => {
    const moved = insertRows(typed(3), RECORD, at, 1);
    expect(record(moved).round).toBe(3);
    const again = run(moved);
    expect(record(again).round).toBe(3);
    expect(shown(again, RECORD, "A2")).toBe("本轮轮次");
    expect(shown(again, RECORD, "B2")).toBe(3);
    expect(planned(again).plan.steps).toEqual([]);
  });

  it.each<[string | number | null]>([["下一轮"], [0], [null]])(
    "%j is no round: said, and the latest of the list is taken",
    (value) => {
      const book = typeInto(typed(value), RECORD, "I13", 2);
      expect(record(book).round).toBe(2);
      expect(planned(book).refusals).toMatchObject([
        { kind: "round-unreadable", at: { sheet: RECORD, row: 1, column: 1 }, round: 2 },
      ]);
    },
  );
});
