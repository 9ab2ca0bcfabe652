import { auditBook } from "../../../src/core/audit/audit";
import type { Finding } from "../../../src/core/findings/finding";
import { wordFindings } from "../../../src/core/findings/word";
import { valuesHash, waiverState } from "../../../src/core/ours/waiver";
import { readOurs } from "../../../src/core/ours/read-ours";
import { planReview } from "../../../src/core/plan/plan-review";
import { NO_OPTIONS, review } from "../../../src/core/review";
import { builtInPack } from "../../../src/core/rules/packs/index";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { applyPlan, sheetOf } from "../../support/apply-plan";
import { sortRows, typeInto } from "../../support/edit-sheet";
import { bookOf as workbookOf, gridBook, sheetOf as gridSheet, UP, type GridRow } from "../../support/grid";
import { moveSheet, type SheetMove } from "../../support/move-sheet";
import { BUGS, bookOf, REAL } from "../ledger/invariant/real-books";

type Review = (book: WorkbookSnapshot) => readonly Finding[];

/** What a waiver goes by: the finding's fingerprint, and the hash of what it says. */
const sealsOf = (book: WorkbookSnapshot, findings: readonly Finding[]): readonly string[] =>
  wordFindings(findings, "zh").map((one) => `${one.finding.code} ${one.fingerprint} ${valuesHash(book, one)}`);

const NEW_NAME = "改了名的表";

/** Rows and columns are inserted blank, as a person does; a formula's ranges grow with them. */
const movesOf = (middle: number): Readonly<Record<string, SheetMove>> => ({
  "a row above": { row: (row) => row + 1 },
  "a row within": { row: (row) => (row < middle ? row : row + 1) },
  "a column at left": { column: (column) => column + 1 },
  "another name of the sheet": { name: NEW_NAME },
});

/** Seals that are not there any more once a sheet was changed in one of these ways. */
function lost(book: WorkbookSnapshot, run: Review, middleOf: (sheet: string) => number): readonly string[] {
  const before = sealsOf(book, run(book));
  return book.sheets.flatMap(({ name }) =>
    Object.entries(movesOf(middleOf(name))).flatMap(([what, move]) => {
      const moved = moveSheet(book, name, move);
      const after = new Set(sealsOf(moved, run(moved)));
      return before.flatMap((seal) => (after.has(seal) ? [] : [`${what}: ${seal}`]));
    }),
  );
}

describe("[P11] a waiver holds wherever its finding comes to stand", () => {
  const PACKS = [null, "project"] as const;

  it.each([...REAL, ...BUGS])("of each finding of %s", async (file) => {
    const book = await bookOf(file);
    const packs = REAL.includes(file) ? PACKS : [null];
    for (const id of packs) {
      const options = { ...NO_OPTIONS, pack: id && builtInPack(id) };
      const { tables } = review(book, options);
      const middleOf = (sheet: string): number => {
        const table = tables.find((one) => one.table.sheet === sheet)?.table;
        return table?.indicators[Math.floor(table.indicators.length / 2)]?.row ?? 3;
      };
      expect({ id, lost: lost(book, (each) => review(each, options).findings, middleOf) }).toEqual({ id, lost: [] });
    }
  });

  /** Scores in E of rows 3 to 6, the total in row 7. */
  const ROWS: readonly GridRow[] = [
    ["2021年度部门整体支出绩效自评表"],
    ["一级指标", "二级指标", "三级指标", "分值", "得分", "扣分原因"],
    ["投入", "目标", "目标合理性", 10, 10],
    [UP, UP, "目标明确性", 10, 9, "个别目标未细化"],
    ["过程", "管理", "制度健全性", 10, 10],
    [UP, UP, "制度公开性", 10, 8, "公开不及时"],
    ["合计", "", "", 40, 37],
  ];
  const withFormulas = (formulas: Readonly<Record<string, string>>, rows = ROWS) => gridBook(rows, { formulas });
  const withRow = (index: number, row: GridRow): readonly GridRow[] => ROWS.map((one, i) => (i === index ? row : one));
  const hiding = (book: WorkbookSnapshot, hidden: Partial<WorkbookSnapshot["sheets"][number]>): WorkbookSnapshot =>
    ({ ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, ...hidden })) }); // prettier-ignore
  const MONEY: readonly GridRow[] = [
    ["部门整体支出绩效评价基础数据表"],
    ["经费控制情况", "2020年决算数", "2021年预算数", "2021年决算数"],
    ["三公经费", 29.08, 63.46, 44.29],
    ["1、公务用车购置和维护经费", 11.86, 41.46, 39.3],
    ["2、公务接待", 17.22, 220, 4.99],
  ];

  const CASES: Readonly<Record<string, WorkbookSnapshot>> = {
    "range-too-short": withFormulas({ "6,4": "=SUM(E3:E5)+8" }),
    "hard-coded-constant": withFormulas({ "6,4": "=SUM(E3:E5)+8" }),
    "formula-differs": withFormulas({ "6,4": "=SUM(E3:E6)*0.9" }),
    "double-counted": withFormulas({ "6,4": "=SUM(E3:E6)+E3" }, withRow(6, ["合计", "", "", 40, 47])),
    "stale-value": withFormulas({ "3,4": "=D4" }),
    "text-skipped-by-sum": withFormulas({ "6,4": "=SUM(E3:E6)" }, withRow(2, ["投入", "目标", "目标合理性", 10, "10"])),
    "error-value": withFormulas({ "6,4": "=SUM(E3:E6)" }, withRow(6, ["合计", "", "", 40, { error: "#VALUE!" }])),
    "hidden-part": hiding(gridBook(ROWS), { hiddenRows: [3] }),
    "hidden-cells": hiding(gridBook(ROWS), { hiddenRows: [3] }),
    "table-hidden": hiding(gridBook(ROWS), { visibility: "hidden" }),
    "ambiguous-header": gridBook([["一级指标", "三级指标", "分值", "年初目标值", "调整后目标值", "实际完成值", "得分"], ["产出", "培训人数", 50, 100, 120, 120, 50], ["效益", "满意度", 50, 0.9, 0.95, 0.95, 50]]),
    "review-column-chosen": gridBook([["一级指标", "三级指标", "分值", "自评得分", "主管部门评分", "财政部门评分"], ["产出", "培训人数", 50, 50, 48, 47], ["效益", "满意度", 50, 50, 49, 48]]),
    "input-impossible": workbookOf([gridSheet("评分表", ROWS), gridSheet("附表", MONEY)]),
    "table-not-read": workbookOf([gridSheet("评分表", ROWS), gridSheet("附表", [["", "分值", "得分"], ["", 5, 5]])]),
  }; // prettier-ignore

  it.each(Object.entries(CASES))("of %s", (code, book) => {
    const run: Review = (each) => review(each).findings;
    expect(run(book).map((one) => one.code)).toContain(code);
    for (const middle of [3, 4, 5]) expect(lost(book, run, () => middle)).toEqual([]);
  });

  it("of a sum that passes over its last row, when the rows of one level are sorted", () => {
    const book = withFormulas({ "6,4": "=SUM(E3:E5)+8" });
    const sorted = sortRows(book, "评分表", 2, [1, 0], 2, 5);
    expect(sealsOf(sorted, review(sorted).findings)).toEqual(sealsOf(book, review(book).findings));
  });

  it("of what the audit finds in formulas of another sheet, by rows above it and columns at its left", () => {
    const rows: GridRow[] = [["项目", "预算", "支出", "结余"], ["甲", 100, 61, 39], ["乙", 200, 122, 94], ["丙", 300, 183, 117], ["合计", 600, 366, 250]]; // prettier-ignore
    const formulas = { "1,3": "=B2-C2", "2,3": "=B3-C4", "3,3": "=B4-C4", "4,1": "=SUM(B2:B4)", "4,2": "=SUM(C2:C4)", "4,3": "=SUM(D2:D4)" }; // prettier-ignore
    const book = workbookOf([gridSheet("评分表", ROWS), gridSheet("附表", rows, { formulas })]);
    const audited: Review = (each) => auditBook(each, review(each)).findings;
    expect(audited(book).map(({ code }) => code)).toContain("inconsistent-formula");
    const before = sealsOf(book, audited(book));
    for (const move of [{ row: (row: number) => row + 2 }, { column: (column: number) => column + 3 }]) {
      const moved = moveSheet(book, "附表", move);
      expect(sealsOf(moved, audited(moved))).toEqual(before);
    }
  });

  const RECORD = "核验记录";
  /** The copy after a person waived the finding on 核验记录 and it was reviewed again. */
  function waived(book: WorkbookSnapshot, code: string): WorkbookSnapshot {
    const run = (each: WorkbookSnapshot) => applyPlan(each, planReview(each, review(each), { lang: "zh" }).plan);
    const scored = run(book);
    const row = sheetOf(scored, RECORD).cells.find(({ column, value }) => column === 2 && value === code)?.row ?? -1;
    return run(typeInto(typeInto(scored, RECORD, `J${row + 1}`, "豁免"), RECORD, `L${row + 1}`, "已核实"));
  }
  const stateOf = (book: WorkbookSnapshot, code: string): string | undefined => {
    const { record } = readOurs(book);
    const found = wordFindings(review(book).findings, "zh").find(({ finding }) => finding.code === code);
    return found && waiverState(book, record === "unreadable" ? null : record, found);
  };

  const SHORT = withFormulas({ "6,4": "=SUM(E3:E5)+8" });
  it.each(["range-too-short", "hard-coded-constant"])("%s: on the copy, too, once a person has waived it", (code) => {
    const copy = waived(SHORT, code);
    expect(stateOf(copy, code)).toBe("waived");
    for (const move of Object.values(movesOf(4))) expect(stateOf(moveSheet(copy, "评分表", move), code)).toBe("waived");
  });

  it.each([
    ["a score that the formula adds", "range-too-short", SHORT, "E4", 7],
    ["a score of a total with a weight in it", "formula-differs", withFormulas({ "6,4": "=SUM(E3:E6)*0.9" }), "E6", 9],
    ["the score in the hidden row", "hidden-part", hiding(gridBook(ROWS), { hiddenRows: [3] }), "E4", 8.5],
  ] as const)("but lapses with %s", (_title, code, book, cell, value) => {
    const copy = waived(book, code);
    expect(stateOf(copy, code)).toBe("waived");
    // a file host leaves a stored result that is out of date as it is
    const sheets = copy.sheets.map((sheet) => sheet.name === "评分表" ? { ...sheet, cells: sheet.cells.map((one) => (`${"ABCDEF"[one.column] ?? ""}${one.row + 1}` === cell ? { ...one, value } : one)) } : sheet); // prettier-ignore
    expect(stateOf({ ...copy, sheets }, code)).toBe("lapsed");
  });

  it("and lapses where the formula leaves out another row, though all that it adds is the same", () => {
    const rows = ROWS.map((row) => row.map((cell, column) => (column === 4 && typeof cell === "number" ? (cell === 37 ? 40 : 10) : cell))); // prettier-ignore
    const [last, first] = ["=SUM(E3:E5)+10", "=SUM(E4:E6)+10"].map((formula) => {
      const book = withFormulas({ "6,4": formula }, rows);
      return sealsOf(
        book,
        review(book).findings.filter(({ code }) => code === "hard-coded-constant"),
      );
    });
    expect(last).toHaveLength(1);
    expect(first).toHaveLength(1);
    expect(first).not.toEqual(last);
  });
});
