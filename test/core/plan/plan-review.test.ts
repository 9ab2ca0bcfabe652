import fc from "fast-check";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { planClean } from "../../../src/core/plan/clean";
import { isBlankCell } from "../../../src/core/workbook/cell-content";
import type { WritePlan } from "../../../src/core/workbook/write-plan";
import { planReview } from "../../../src/core/plan/plan-review";
import { reasonCells } from "../../../src/core/ours/reason-cells";
import { SheetView } from "../../../src/core/workbook/sheet-view";
import { applyPlan, sheetOf } from "../../support/apply-plan";
import { addressBeside, copySheet, deleteRow, insertRows, sortRows, typeInto } from "../../support/edit-sheet";
import { formulaAt, reviewSample, ROWS, sampleBook, sampleSheet, SHEET, shown, type ReviewOptions } from "./sample";

interface Run {
  readonly book: WorkbookSnapshot;
  readonly result: ReturnType<typeof planReview>;
}

function run(book: WorkbookSnapshot, options: ReviewOptions & { fillBlank?: boolean } = {}): Run {
  const { fillBlank = false, ...rest } = options;
  const result = planReview(book, reviewSample(book, rest), { lang: "zh", fillBlank });
  return { book: applyPlan(book, result.plan), result };
}

const settled = (book: WorkbookSnapshot, options: ReviewOptions = {}): WorkbookSnapshot => {
  const { book: after } = run(book, options);
  expect(run(after, options).result.plan.steps).toEqual([]);
  return after;
};

/** The last of our columns deleted: its cells are gone, its tag points nowhere. */
function withoutColumn(book: WorkbookSnapshot, part: string, column: number): WorkbookSnapshot {
  const sheets = book.sheets.map((sheet) =>
    sheet.name === SHEET ? { ...sheet, cells: sheet.cells.filter((cell) => cell.column !== column) } : sheet,
  );
  const names = book.names.map((one) => (one.name === `_pinghe.t1.${part}` ? { ...one, refersTo: "#REF!" } : one));
  return { ...book, sheets, names };
}

describe("what a review adds", () => {
  it("[P5] puts its columns to the right of the table, headed and in the table's rows", () => {
    const { book } = run(sampleBook());
    const headers = ["E2", "F2", "G2", "H2", "I2", "J2", "K2"].map((cell) => shown(book, SHEET, cell));
    expect(headers).toEqual(["满分", "计算值", "复算分", "差异", "核验结论", "扣分原因", "核对指标"]);
    expect(["E3", "E4", "E5", "E6"].map((cell) => shown(book, SHEET, cell))).toEqual([5, 4, 2, 3]);
  });

  it("[P5] adds no 扣分原因 where the table has a reason column", () => {
    const { book } = run(sampleBook(ROWS, { reasons: true }));
    const headers = sheetOf(book, SHEET).cells.filter(({ row }) => row === 1);
    expect(headers.filter(({ value }) => value === "扣分原因")).toHaveLength(1);
  });

  it("[P5] computes rate, score, difference and conclusion live: 69/77 is 89.61 %, full marks, no fault", () => {
    const { book } = run(sampleBook(), { inputs: { 在职人员数: 69, 编制数: 77 } });
    const rate = 'IF(COUNT(在职人员数,编制数)<2,"",IF(编制数=0,"",在职人员数/编制数))';
    expect(formulaAt(book, SHEET, "F3")).toBe(`=IFERROR(IF(M3="",${rate},""),"")`);
    expect(shown(book, SHEET, "F3")).toBe(69 / 77);
    expect(shown(book, SHEET, "G3")).toBe(5);
    expect(shown(book, SHEET, "H3")).toBe(0);
    expect(shown(book, SHEET, "I3")).toBe("无误");
  });

  it("[P9] writes --inputs to 基础数据 with their source, and keeps them when the next run gives none", () => {
    const { book } = run(sampleBook(), { inputs: { 在职人员数: 69, 编制数: 77 } });
    expect(["A4", "D4", "E4"].map((cell) => shown(book, "基础数据", cell))).toEqual([
      "在职人员数",
      69,
      "命令行输入 69",
    ]);
    expect(run(book).result.plan.steps).toEqual([]);
  });

  it("[P9] keeps a number that somebody typed, and says that --inputs gives another", () => {
    const typed = typeInto(run(sampleBook()).book, "基础数据", "D4", 70);
    const { book, result } = run(typed, { inputs: { 在职人员数: 69 } });
    expect(shown(book, "基础数据", "D4")).toBe(70);
    expect(result.refusals).toEqual([{ kind: "input-differs", label: "在职人员数", typed: "70", given: "69" }]);
  });

  it("[P9] a number typed over a given one is a person's, though its note still says 命令行输入; one that was given follows", () => {
    const given = run(sampleBook(), { inputs: { 在职人员数: 69 } }).book;
    const followed = run(given, { inputs: { 在职人员数: 70 } }).book;
    expect(["D4", "E4"].map((cell) => shown(followed, "基础数据", cell))).toEqual([70, "命令行输入 70"]);
    const { book, result } = run(typeInto(given, "基础数据", "D4", 80), { inputs: { 在职人员数: 70 } });
    expect(["D4", "E4"].map((cell) => shown(book, "基础数据", cell))).toEqual([80, "命令行输入 69"]);
    expect(result.refusals).toEqual([{ kind: "input-differs", label: "在职人员数", typed: "80", given: "70" }]);
  });

  it("[P9] a choice typed in 基础数据 gives its score at once: 有结余，不超过上年 is 2 of 3", () => {
    const { book } = run(sampleBook());
    const chosen = typeInto(book, "基础数据", "D8", "有结余，不超过上年");
    expect(shown(chosen, SHEET, "G6")).toBe(2);
    expect(shown(typeInto(chosen, SHEET, "C6", 3), SHEET, "I6")).toBe("与复算不符");
  });

  it("[P1] takes another name where the unit has a sheet 基础数据 of its own, and leaves that alone", () => {
    const book = sampleBook();
    const own = sampleSheet("基础数据", []);
    const before = { ...book, sheets: [...book.sheets, { ...own, cells: own.cells.slice(0, 1) }] };
    const { book: after } = run(before);
    expect(after.sheets.map(({ name }) => name)).toEqual([SHEET, "基础数据（评核）", "基础数据", "核验记录"]);
    expect(sheetOf(after, "基础数据")).toEqual(before.sheets[1]);
  });

  it("[P6] the recomputed total stays blank until every score is recomputed", () => {
    const rows = ROWS.filter(({ name }) => name.startsWith("在职"));
    const { book } = run(sampleBook(rows, { total: true }), { inputs: { 在职人员数: 69 } });
    expect(shown(book, SHEET, "G4")).toBe("");
    expect(shown(typeInto(book, "基础数据", "D5", 77), SHEET, "G4")).toBe(5);
    expect(shown(book, "核验记录", "E4")).toBe("已复算 0 / 5 分");
  });

  it("[P7] one validation per column and one conditional format, on our column alone: never one per row, none that the official page would print", () => {
    const { book } = run(sampleBook());
    const { validations, conditionalFormats } = sheetOf(book, SHEET);
    expect(validations.map(({ ranges }) => ranges.length)).toEqual([1, 1]);
    expect(validations[1]?.formula).toBe("=IF(ISNUMBER(E3),AND(ISNUMBER(C3),C3>=0,C3<=E3),AND(ISNUMBER(C3),C3>=0))");
    expect(conditionalFormats.flatMap(({ ranges }) => ranges.map(({ left, right }) => [left, right]))).toEqual([
      [8, 8],
    ]);
  });

  it("[P7] a validation that the unit has on its scores stays, and is reported", () => {
    const book = sampleBook();
    const range = { top: 2, left: 2, bottom: 5, right: 2 };
    const unit = { ranges: [range], formula: "=0" };
    const guarded = { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, validations: [unit] })) };
    const { book: after, result } = run(guarded);
    expect(result.findings.map(({ code, data }) => [code, data])).toEqual([["validation-kept", { range: "C3:C6" }]]);
    expect(sheetOf(after, SHEET).validations).toContainEqual(unit);
    expect(applyPlan(after, planClean(after))).toEqual(guarded);
  });

  it("[P7] the page prints as before: the print area is set where there was none, and kept where there is one", () => {
    const { book } = run(sampleBook());
    expect(sheetOf(book, SHEET).printArea).toEqual([{ top: 0, left: 0, bottom: 5, right: 3 }]);
    const area = [{ top: 0, left: 0, bottom: 9, right: 5 }];
    const own = sampleBook();
    const kept = run({ ...own, sheets: own.sheets.map((sheet) => ({ ...sheet, printArea: area })) });
    expect(sheetOf(kept.book, SHEET).printArea).toEqual(area);
    expect(shown(kept.book, SHEET, "G2")).toBe("满分");
  });

  it("[P12] fills blank scores only on request, with formulas, and never a filled one", () => {
    const first = typeInto(run(sampleBook()).book, "基础数据", "D8", "无结余");
    expect(formulaAt(run(first).book, SHEET, "C6")).toBeUndefined();
    const { book } = run(first, { fillBlank: true });
    expect(formulaAt(book, SHEET, "C6")).toBe('=IF(ISNUMBER(G6),ROUND(ROUND(G6,12),2),"")');
    expect(shown(book, SHEET, "C6")).toBe(3);
    expect(["C3", "C4", "C5"].map((cell) => formulaAt(book, SHEET, cell))).toEqual([undefined, undefined, undefined]);
    const next = run(book, { fillBlank: true }).book;
    expect(shown(next, "核验记录", "H14")).toBe("已消除");
    expect(run(next, { fillBlank: true }).result.plan.steps).toEqual([]);
    expect(applyPlan(book, planClean(book))).toEqual(sampleBook());
  });

  it("[P5] on a protected sheet the same columns stand on 核验计算, with links", () => {
    const book = sampleBook();
    const locked = { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, protected: true })) };
    const after = settled(locked, { inputs: { 在职人员数: 69, 编制数: 77 } });
    expect(sheetOf(after, SHEET)).toEqual(locked.sheets[0]);
    expect(shown(after, "核验计算", "A4")).toBe("投入／在职人员控制率");
    expect(formulaAt(after, "核验计算", "B4")).toBe(`=HYPERLINK("#'自评表'!C3","C3")`);
    expect(["D4", "E4", "G4"].map((cell) => shown(after, "核验计算", cell))).toEqual([69 / 77, 5, "无误"]);
    expect(applyPlan(after, planClean(after))).toEqual(locked);
  });

  it.each(["hidden", "veryHidden"] as const)(
    "[P40] nothing is written into a %s sheet, also where blanks are filled",
    (visibility) => {
      const book = sampleBook();
      const unseen = { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, visibility })) };
      const { book: after, result } = run(unseen, { inputs: { 在职人员数: 69, 编制数: 77 }, fillBlank: true });
      expect(result.refusals).toEqual([]);
      expect(sheetOf(after, SHEET)).toEqual(unseen.sheets[0]);
      expect(shown(after, "核验计算", "A4")).toBe("投入／在职人员控制率");
    },
  );

  it("[P5] hidden columns up to the sheet's end leave no room, so 核验计算 is used", () => {
    const book = sampleBook();
    const hiddenColumns = [16_383];
    const after = settled({ ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, hiddenColumns })) });
    expect(after.sheets.map(({ name }) => name)).toContain("核验计算");
  });

  it("[P14] refuses a workbook whose structure is protected, and plans nothing", () => {
    const { result } = run({ ...sampleBook(), structureProtected: true });
    expect(result).toEqual({
      plan: { guards: [], steps: [] },
      findings: [],
      refusals: [{ kind: "workbook-protected" }],
    });
  });

  it("[P14] names the cells that would have to change on a sheet protected after the first run", () => {
    const { book } = run(sampleBook());
    const locked = { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, protected: sheet.name === SHEET })) };
    const renamed = typeInto(locked, SHEET, "B5", "管理制度完整性（2分）");
    const { result } = run(renamed);
    expect(result.plan.steps).toEqual([]);
    expect(result.refusals).toEqual([
      { kind: "sheet-protected", sheet: SHEET, cells: [{ sheet: SHEET, row: 4, column: 10 }] },
    ]);
  });

  it("[P14] says when the header of a sheet of ours was changed, instead of guessing its columns", () => {
    const { book } = run(sampleBook());
    const { result } = run(typeInto(book, "核验记录", "K12", "答复"));
    expect(result.refusals.map(({ kind }) => kind)).toEqual(["sheet-unreadable"]);
    expect(result.plan.steps).toEqual([]);
  });

  it("[P4] relies on guards: a name or score changed since the review stops the write", () => {
    const book = sampleBook();
    const { plan } = planReview(book, reviewSample(book), { lang: "zh" });
    for (const [cell, value] of [
      ["B3", "别的指标"],
      ["C4", 2],
      ["B2", "名称"],
      ["D3", "无公式"],
    ] as const) {
      // prettier-ignore
      expect(() => applyPlan(typeInto(book, SHEET, cell, value), plan)).toThrow("guard failed");
    }
  });

  it("[P1] text that looks like a formula is planned as text", () => {
    const rows = [{ name: "=1+1（3分）", score: 2 }];
    const { plan } = planReview(sampleBook(rows), reviewSample(sampleBook(rows)), { lang: "zh" });
    const contents = plan.steps.flatMap((step) =>
      step.do === "putCells" ? step.cells.map(({ content }) => content) : [],
    );
    expect(contents).toContainEqual({ type: "text", text: "=1+1（3分）" });
    expect(contents.filter((content) => content.type === "formula" && content.formula.startsWith("=1+1"))).toEqual([]);
  });
});

describe("the next run", () => {
  const typed = (book: WorkbookSnapshot): WorkbookSnapshot => {
    const reasoned = typeInto(run(book).book, SHEET, "J4", "年中追加预算未执行完");
    return typeInto(typeInto(reasoned, "基础数据", "D6", 90), "基础数据", "E6", "2021年决算报表");
  };
  const reasonOf = (book: WorkbookSnapshot, name: string) => shown(book, SHEET, addressBeside(book, SHEET, name, 1, 9));

  it("[P8] keeps a typed reason, and the conclusion follows it", () => {
    const book = settled(typed(sampleBook()));
    expect(reasonOf(book, "预算执行率（4分）")).toBe("年中追加预算未执行完");
    expect(shown(book, SHEET, "I4")).toBe("缺数据：预算数");
  });

  it("[P8] a reason follows its row when the table was sorted with our columns", () => {
    const book = settled(sortRows(typed(sampleBook()), SHEET, 2, [3, 1, 0, 2], 1, 10));
    expect(reasonOf(book, "预算执行率（4分）")).toBe("年中追加预算未执行完");
    expect(sheetOf(book, SHEET).cells.filter(({ column, row }) => column === 9 && row > 1)).toHaveLength(1);
  });

  it("[P8] a reason follows its row when the table was sorted without our columns, which say so until then", () => {
    const sorted = sortRows(typed(sampleBook()), SHEET, 2, [1, 2, 3, 0], 1, 3);
    expect(shown(sorted, SHEET, "I4")).toBe("行已变动，请重新核验");
    const table = reviewSample(sorted).tables[0]?.table;
    const written = table && [...reasonCells(sorted, table)].filter(([, { raw }]) => raw !== null);
    expect(written?.map(([index, { raw }]) => [index, raw])).toEqual([[0, "年中追加预算未执行完"]]);
    const book = settled(sorted);
    expect(reasonOf(book, "预算执行率（4分）")).toBe("年中追加预算未执行完");
    expect(sheetOf(book, SHEET).cells.filter(({ column, row }) => column === 9 && row > 1)).toHaveLength(1);
  });

  it.each<[string, (book: WorkbookSnapshot) => WorkbookSnapshot]>([
    ["", (book) => book],
    [", even where the table was sorted since", (book) => sortRows(book, SHEET, 2, [1, 2, 3, 0], 1, 3)],
  ])("[P8] with 核对指标 deleted, a reason stays in its row and counts for the indicator there%s", (_, edit) => {
    const book = edit(withoutColumn(typed(sampleBook()), "indicator", 10));
    const table = reviewSample(book).tables[0]?.table;
    const written = table && [...reasonCells(book, table)].filter(([, { raw }]) => raw !== null);
    expect(written?.map(([index, { raw }]) => [index, raw])).toEqual([[1, "年中追加预算未执行完"]]);
    const after = settled(book);
    expect(shown(after, SHEET, "J4")).toBe("年中追加预算未执行完");
    const named = sheetOf(after, SHEET).cells.filter(
      ({ row, value }) => row === 3 && value === shown(after, SHEET, "B4"),
    );
    expect(named.map(({ column }) => column > 9)).toEqual([false, true]);
  });

  it("[P8] a corrected name keeps its reason", () => {
    const book = settled(typeInto(typed(sampleBook()), SHEET, "B4", "预算完成率（4分）"));
    expect(reasonOf(book, "预算完成率（4分）")).toBe("年中追加预算未执行完");
  });

  it("[P8] a reason whose indicator can not be told stays where it is, and is named", () => {
    const rows = [...ROWS, { name: "管理制度健全性（2分）", score: 1 }];
    const first = typeInto(run(sampleBook(rows)).book, SHEET, "J7", "制度不全");
    const { book, result } = run(sortRows(first, SHEET, 2, [4, 2, 0, 1, 3], 1, 3));
    expect(result.refusals).toEqual([
      { kind: "reason-displaced", sheet: SHEET, cells: [{ at: { sheet: SHEET, row: 6, column: 9 }, name: "管理制度健全性（2分）", text: "制度不全" }] },
    ]); // prettier-ignore
    expect(shown(book, SHEET, "J7")).toBe("制度不全");
    expect(shown(book, SHEET, "I7")).toBe("行已变动，请重新核验");
    expect(run(book).result.plan.steps).toEqual([]);
  });

  it("[P9] typed values and sources follow their label when 基础数据 was sorted", () => {
    const sorted = sortRows(typed(sampleBook()), "基础数据", 3, [2, 0, 3, 1, 4], 0, 10);
    const book = settled(sorted);
    expect(shown(book, "基础数据", addressBeside(book, "基础数据", "预算执行数", 0, 3))).toBe(90);
    expect(shown(book, "基础数据", addressBeside(book, "基础数据", "预算执行数", 0, 4))).toBe("2021年决算报表");
    expect(book.names.find(({ name }) => name === "预算执行数")?.refersTo).toBe("'基础数据'!$D$4");
  });

  it("[P3] a copied sheet gets columns, marks and record of its own, wherever the copy stands", () => {
    for (const before of [false, true]) {
      const copied = copySheet(typed(sampleBook()), SHEET, "副本", before);
      const book = settled(copied);
      expect(sheetOf(book, "副本").cells.filter(({ value }) => value === "核验结论")).toHaveLength(1);
      expect(book.names.filter(({ scope }) => scope !== null)).toEqual([]);
      expect(shown(book, "副本", "J4")).toBe("年中追加预算未执行完");
      expect(shown(book, SHEET, "J4")).toBe("年中追加预算未执行完");
    }
  });

  it("[P2] is right again after one of our columns was deleted", () => {
    const { book } = run(sampleBook());
    const names = book.names.map((one) => (one.name === "_pinghe.t1.rate" ? { ...one, refersTo: "#REF!" } : one));
    const after = settled({ ...book, names });
    expect(shown(after, SHEET, "N2")).toBe("计算值");
  });

  it("[P1] never overwrites what somebody wrote below our columns into a row that the table has gained", () => {
    const { book } = run(sampleBook());
    const grown = typeInto(typeInto(typeInto(book, SHEET, "B7", "新指标（1分）"), SHEET, "C7", 1), SHEET, "G7", "备忘");
    const { book: after, result } = run(grown);
    expect(result.refusals).toEqual([
      { kind: "cell-occupied", at: { sheet: SHEET, row: 6, column: 6 }, found: "备忘" },
    ]);
    expect(shown(after, SHEET, "G7")).toBe("备忘");
  });

  it("[P2][P8][P13] whatever people do between the runs, nothing typed is lost, two runs are one, clean gives the unit's cells back", () => {
    const edit = fc.oneof(
      fc.record({ do: fc.constant("insert" as const), row: fc.integer({ min: 0, max: 6 }) }),
      fc.record({ do: fc.constant("delete" as const), row: fc.integer({ min: 3, max: 5 }) }),
      fc.record({
        do: fc.constant("sort" as const),
        with: fc.boolean(),
        order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      }),
      fc.record({ do: fc.constant("run" as const) }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 5 }), (edits) => {
        let book = typeInto(run(sampleBook()).book, SHEET, "J4", "原因甲");
        let unit = sampleBook();
        for (const one of edits) {
          // A row deleted between a sort without our columns and the next run takes the text in it along: not tried here.
          if (one.do === "insert") [book, unit] = [insertRows(book, SHEET, one.row), insertRows(unit, SHEET, one.row)];
          else if (one.do === "delete")
            [book, unit] = [deleteRow(book, SHEET, one.row), deleteRow(unit, SHEET, one.row)];
          else if (one.do === "run") book = settled(book);
          else {
            const top = sheetOf(unit, SHEET).cells.find(({ value }) => value === "三级指标")?.row ?? 0;
            book = settled(sortRows(settled(book), SHEET, top + 1, one.order, 1, one.with ? 10 : 3));
            unit = sortRows(unit, SHEET, top + 1, one.order, 1, 3);
          }
        }
        const after = settled(book);
        const owner = sheetOf(unit, SHEET).cells.find(({ value }) => value === "预算执行率（4分）");
        if (owner) expect(shown(after, SHEET, addressBeside(after, SHEET, "预算执行率（4分）", 1, 9))).toBe("原因甲");
        const clean = applyPlan(after, planClean(after));
        expect(clean.names).toEqual([]);
        const ownCells = sheetOf(clean, SHEET).cells.filter(({ column }) => column < 4);
        expect(ownCells).toEqual(sheetOf(unit, SHEET).cells);
      }),
      { numRuns: 20 },
    );
  });
});

describe("clean", () => {
  it("[P13] gives the workbook back exactly as it was", () => {
    const book = sampleBook(ROWS, { total: true });
    const { book: after } = run(book, { inputs: { 在职人员数: 69, 编制数: 77 } });
    expect(applyPlan(after, planClean(after))).toEqual(book);
  });

  it("[P13] keeps the reasons that people wrote: the column moves next to the table and is the unit's", () => {
    const reasoned = typeInto(run(sampleBook()).book, SHEET, "J4", "年中追加预算未执行完");
    const clean = applyPlan(reasoned, planClean(reasoned));
    expect(shown(clean, SHEET, "E2")).toBe("扣分原因");
    expect(shown(clean, SHEET, "E4")).toBe("年中追加预算未执行完");
    expect(clean.names).toEqual([]);
    expect(sheetOf(clean, SHEET).cells.filter(({ column }) => column > 4)).toEqual([]);
  });

  it("[P13] has nothing to do in a workbook that Pinghe has not touched", () => {
    expect(planClean(sampleBook())).toEqual({ guards: [], steps: [] });
  });
});

describe("every plan", () => {
  it("[P1] writes only to blank cells and to ours", () => {
    const book = sampleBook(ROWS, { reasons: true, total: true });
    const { plan } = planReview(book, reviewSample(book), { lang: "zh", fillBlank: true });
    expect(unblank(book, plan)).toEqual([]);
  });
});

/** The cells of the unit's that a plan would overwrite. */
function unblank(book: WorkbookSnapshot, plan: WritePlan): readonly unknown[] {
  return plan.steps.flatMap((step) => {
    const sheet = step.do === "putCells" ? book.sheets.find(({ name }) => name === step.sheet) : undefined;
    if (!sheet || step.do !== "putCells") return [];
    const view = new SheetView(sheet);
    return step.cells.filter(({ row, column }) => !isBlankCell(view.cell(row, column)));
  });
}
