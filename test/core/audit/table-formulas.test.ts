import { review } from "../../../src/core/review";
import type { FindingCode } from "../../../src/core/findings/catalogue";
import { a1 } from "../../../src/core/workbook/address";
import type { CellScalar, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { gridBook, type GridRow } from "../../support/grid";

type Cell = CellScalar | { readonly formula: string; readonly value: CellScalar };

interface TableCase {
  /** Scores of five indicators in E3:E7. */
  readonly scores?: readonly Cell[];
  readonly total: Cell;
  readonly hiddenRows?: readonly number[];
}

/** Five indicators of 20 marks; what a cell shows, or a formula with what was stored for it. */
function tableWith({ scores = [20, 18, 20, 19, 20], total, hiddenRows = [] }: TableCase): WorkbookSnapshot {
  const formulas: Record<string, string> = {};
  const shown = (cell: Cell, row: number): CellScalar => {
    if (typeof cell !== "object" || cell === null || "error" in cell) return cell;
    formulas[`${row},4`] = cell.formula;
    return cell.value ?? NEVER_STORED;
  };
  const rows: GridRow[] = [
    ["2021年度部门整体支出绩效自评表"],
    ["一级指标", "二级指标", "三级指标", "分值", "得分", "扣分原因"],
    ...scores.map((cell, i): GridRow => [i === 0 ? "投入" : "", i === 0 ? "目标" : "", `指标之${"甲乙丙丁戊"[i]}`, 20, shown(cell, i + 2), "部分工作未按计划完成"]), // prettier-ignore
    ["合计", "", "", 100, shown(total, 7)],
  ];
  const book = gridBook(rows, { formulas });
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      hiddenRows,
      cells: sheet.cells.map((cell) => (cell.value === NEVER_STORED ? { ...cell, value: null } : cell)),
    })),
  };
}

/** A formula that a program wrote and nobody has calculated. */
const NEVER_STORED = "∅";

const AUDITED: readonly FindingCode[] = [
  "stale-value", "broken-reference", "circular-reference", "text-skipped-by-sum", "double-counted", "range-too-short",
  "hard-coded-constant", "external-link", "not-recalculated", "hidden-cells", "total-mismatch", "score-missing",
]; // prettier-ignore

const found = (table: TableCase): readonly string[] =>
  review(tableWith(table))
    .findings.filter(({ code }) => AUDITED.includes(code))
    .map(({ code, at }) => `${code} ${at ? a1(at) : "-"}`);

const sum = (formula: string, value: CellScalar = 97): Cell => ({ formula, value });

describe("[G6] a total is the sum of its rows, however it is spelled", () => {
  it.each([
    ["=SUM(E3:E7)"],
    ["=E3+E4+E5+E6+E7"],
    ["=SUM(E3:E5,E6:E7)"],
    ["=SUM(E3:E5)+SUM(E6:E7)"],
    ["=ROUND(SUM(E3:E7),2)"],
    ['=IF(COUNT(E3:E7)=0,"",SUM(E3:E7))'],
    ["=SUMPRODUCT(E3:E7*1)"],
    ["=SUBTOTAL(9,E3:E7)"],
    ['=SUMIF(D3:D7,">0",E3:E7)'],
    ["=MIN(100,SUM(E3:E7))"],
    ["=SUM(E2:E7)"],
  ])("%s", (formula) => expect(found({ total: sum(formula) })).toEqual([]));

  it.each([
    ["=SUM(E3:E6)+20", ["range-too-short E8", "hard-coded-constant E8"]],
    ["=SUM(E4:E7)+20", ["range-too-short E8", "hard-coded-constant E8"]],
    ["=E3+E4+E6+E7+20", ["range-too-short E8", "hard-coded-constant E8"]],
    ["=SUM(E3:E7)+1-1", []],
    ["=SUM(E3:E7)+0.5", ["hard-coded-constant E8", "stale-value E8"]],
  ])("%s is told although the result may be right", (formula, codes) => {
    expect([...found({ total: sum(formula) })].sort()).toEqual([...codes].sort());
  });

  it.each([
    ["=SUM(E3:E7,E4)", 115],
    ["=SUM(E3:E7)+E4", 115],
    ["=SUM(E3:E5,E4:E7)-0", 135],
  ])("%s counts a row twice", (formula, value) => {
    expect(found({ total: sum(formula, value) })).toContain("double-counted E8");
  });

  it.each<[string, readonly Cell[], string, number, readonly string[]]>([
    ["all but the first", [20, null, null, null, null], "=SUM(E3:E7)", 20, []],
    ["all but the last", [null, null, null, null, 20], "=SUM(E3:E7)", 20, []],
    ["in a total that shows nothing while all are blank", [null, 18, null, 20, null], '=IF(COUNT(E3:E7)=0,"",SUM(E3:E7))', 38, []],
    ["in a sum that is short", [20, null, null, null, null], "=SUM(E3:E6)", 20, ["range-too-short E8"]],
  ])("scores that are still blank are in the sum: %s", (_, scores, formula, value, codes) => {
    expect(found({ scores, total: sum(formula, value) }).filter((one) => !one.startsWith("score-missing"))).toEqual(codes);
  }); // prettier-ignore

  describe("in a table of 600 rows", () => {
    const long = (formula: string): readonly string[] => {
      const rows: GridRow[] = [["一级指标", "三级指标", "分值", "自评得分"]];
      for (let i = 0; i < 600; i++) rows.push(["产出", `任务${String(i + 1)}完成`, 1, 1]);
      rows.push(["合计", "", 600, 600]);
      const book = gridBook(rows, { formulas: { "601,3": formula } });
      return review(book).findings.flatMap((one) =>
        one.code === "range-too-short" ? [`short ${one.data.needs}`] : one.code === "double-counted" ? ["twice"] : [],
      );
    };

    it.each<[string, readonly string[]]>([
      ["=SUM(D2:D601)", []],
      ["=SUM(D2:D600)", ["short D601"]],
      ["=SUM(D3:D601)", ["short D2"]],
      ["=SUM(D2:D300,D302:D601)", ["short D301"]],
      ["=SUM(D2:D100,D300:D601)", ["short D101:D299"]],
      ["=SUM(D2:D601)+D17", ["twice"]],
      ["=SUM(D2:D600)+D17", ["short D601", "twice"]],
      ["=MAX(D2:D601)*600", []],
    ])("%s", (formula, expected) => expect([...long(formula)].sort()).toEqual([...expected].sort()));
  });

  it("names the rows that are left out, and no others", () => {
    const { findings } = review(tableWith({ total: sum("=SUM(E3:E5)", 58) }));
    const short = findings.find(({ code }) => code === "range-too-short");
    expect(short?.data).toEqual({ formula: "=SUM(E3:E5)", covers: "E3:E5", needs: "E6:E7" });
  });

  it("says nothing of a total that is no sum, or can not be recalculated", () => {
    expect(found({ total: sum("=AVERAGE(E3:E7)*5") })).toEqual([]);
    expect(found({ total: sum("=其他!A1") })).toEqual(["broken-reference E8"]);
    expect(found({ total: sum("=NUMBERVALUE(97)") })).toEqual(["not-recalculated E8"]);
  });
});

describe("the formulas of a table, each recalculated where it stands", () => {
  it.each<readonly [string, TableCase, readonly string[]]>([
    ["[G1] a stored result that is the formula's", { scores: [20, sum("=D4-2", 18), 20, 19, 20], total: 97 }, []],
    ["[G1] one that is not", { scores: [20, sum("=D4-3", 18), 20, 19, 20], total: 97 }, ["stale-value E4"]],
    ["[G1] a total that is right for what was stored is no fault of its own", { scores: [20, sum("=D4-3", 18), 20, 19, 20], total: sum("=SUM(E3:E7)") }, ["stale-value E4"]], // prettier-ignore
    ["[G2] a deleted cell", { scores: [sum("=#REF!*2", 20), 18, 20, 19, 20], total: 97 }, ["broken-reference E3"]],
    ["[G2] a deleted sheet", { scores: [sum("=汇总!A1", 20), 18, 20, 19, 20], total: 97 }, ["broken-reference E3"]],
    ["[G3] a total in its own sum", { total: sum("=SUM(E3:E8)", 0) }, ["circular-reference E8", "total-mismatch E8"]],
    ["[G3] two scores of each other", { scores: [sum("=E4+2", 20), sum("=E3-2", 18), 20, 19, 20], total: 97 }, ["circular-reference E3"]], // prettier-ignore
    ["[G4] a score in full-width figures", { scores: ["２０", 18, 20, 19, 20], total: sum("=SUM(E3:E7)", 77) }, ["text-skipped-by-sum E8", "total-mismatch E8"]], // prettier-ignore
    ["[G4] the same added cell by cell counts", { scores: ["20", 18, 20, 19, 20], total: sum("=E3+E4+E5+E6+E7") }, []],
    ["[G4] words are passed over rightly", { scores: ["不适用", 18, 20, 19, 20], total: sum("=SUM(E2:E7)", 77) }, []],
    ["[G5] a function outside the set", { scores: [sum('=WEBSERVICE("x")', 20), 18, 20, 19, 20], total: 97 }, ["not-recalculated E3"]], // prettier-ignore
    [
      "[G5] a picture of WPS",
      { scores: [sum('=_xlfn.DISPIMG("ID_1",1)', 20), 18, 20, 19, 20], total: 97 },
      ["score-missing E3", "total-mismatch E8"],
    ],
    ["[G7] a hidden row", { total: 97, hiddenRows: [4] }, ["hidden-cells C5"]],
    ["[G7] hidden rows outside the table", { total: 97, hiddenRows: [20] }, []],
    ["[G7] a formula whose result was never stored", { scores: [sum("=D3*1", null), 18, 20, 19, 20], total: 97 }, []],
  ])("%s", (_, table, codes) => expect([...found(table)].sort()).toEqual([...codes].sort()));
});

describe("[G8] the three-way verdict", () => {
  const verdicts = (table: TableCase) => {
    const [reviewed] = review(tableWith(table)).tables;
    return [reviewed?.indicators[0]?.verdict, reviewed?.totalVerdict];
  };
  it.each<readonly [string, TableCase, readonly unknown[]]>([
    ["typed, no rule; a typed total", { total: 97 }, [null, "typed"]],
    ["a typed total that is wrong", { total: 98 }, [null, "wrongInput"]],
    ["formulas that agree", { scores: [sum("=D3", 20), 18, 20, 19, 20], total: sum("=SUM(E3:E7)") }, ["agrees", "agrees"]], // prettier-ignore
    ["stored results that are old", { scores: [sum("=D3-1", 20), 18, 20, 19, 20], total: sum("=SUM(E3:E7)", 90) }, ["stale", "stale"]], // prettier-ignore
    ["right by luck", { total: sum("=SUM(E3:E6)+20") }, [null, "wrongFormula"]],
    ["text counted as zero", { scores: ["20", 18, 20, 19, 20], total: sum("=SUM(E3:E7)", 77) }, ["textAsZero", "textAsZero"]], // prettier-ignore
    ["a lost cell, a circle", { scores: [sum("=#REF!", 20), 18, 20, 19, 20], total: sum("=SUM(E3:E8)", 0) }, ["wrongFormula", "wrongFormula"]], // prettier-ignore
    ["not recalculated", { scores: [sum("=TODAY()-1", 20), 18, 20, 19, 20], total: 97 }, ["notRecalculated", "typed"]],
  ])("%s", (_, table, expected) => expect(verdicts(table)).toEqual(expected));
});
