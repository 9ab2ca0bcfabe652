import { NO_OPTIONS, review, type ReviewOptions } from "../../../src/core/review";
import { messageOf } from "../../../src/core/findings/word";
import { planReview } from "../../../src/core/plan/plan-review";
import { readOurs } from "../../../src/core/ours/read-ours";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { parseReference } from "../../../src/core/workbook/sheet-area";
import { sheetA1 } from "../../../src/core/workbook/address";
import type { CellScalar, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { applyPlan, calculated } from "../../support/apply-plan";
import { insertRows } from "../../support/edit-sheet";
import { gridBook, type GridRow } from "../../support/grid";
import { scored, withValues } from "../scores/live";

const STEPS = "完成率≥100%得10分，每低1个百分点扣0.5分，扣完为止";
const ROWS: readonly GridRow[] = [
  ["2023年度项目支出绩效自评表"],
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "评分标准", "得分", "扣分原因"],
  ["产出", "数量", "走访完成率", "100%", "99%", 10, STEPS, 9.5, "两户外出务工"],
  ["产出", "质量", "建档完成率", "100%", "100%", 10, STEPS, 10, ""],
  ["产出", "时效", "资料归档", "及时", "及时", 10, "", 10, ""],
];
const SHEET = "评分表";
const PROJECT: ReviewOptions = { ...NO_OPTIONS, pack: builtInPack("project") };

const COPY = scored(gridBook(ROWS));

/** The column of ours beside the table. */
function columnOf(book: WorkbookSnapshot, part: string): number {
  const [area] = parseReference(book.names.find(({ name }) => name === `_pinghe.t1.${part}`)?.refersTo ?? "");
  if (!area) throw new Error(`no column ${part}`);
  return area.rect.left;
}

const put = (book: WorkbookSnapshot, sheet: string, cells: readonly (readonly [number, number, CellScalar])[]) =>
  withValues(book, sheet, cells);

const emptied = (parts: readonly string[], row = 2): WorkbookSnapshot =>
  put(COPY, SHEET, parts.map((part) => [row, columnOf(COPY, part), null] as const)); // prettier-ignore

const told = (book: WorkbookSnapshot, options = NO_OPTIONS): readonly string[] =>
  review(book, options).findings.flatMap(({ code, at }) => (code === "formula-overwritten" && at ? [sheetA1(at)] : []));

const at = (part: string, row = 2): string => sheetA1({ sheet: SHEET, row, column: columnOf(COPY, part) });

describe("[P15] a formula of ours that somebody deleted is told where it stood", () => {
  it("none is deleted", () => expect(told(COPY)).toEqual([]));

  it.each([["recomputed"], ["conclusion"], ["difference"], ["basis"], ["unsaid"]])("%s", (part) => {
    expect(told(emptied([part]))).toEqual([at(part)]);
    expect(told(emptied([part], 3))).toEqual([at(part, 3)]);
  });

  it("several of one row, and one beside a typed one", () => {
    expect(told(emptied(["recomputed", "difference"]))).toEqual([at("recomputed"), at("difference")]);
    const typed = put(emptied(["difference"]), SHEET, [[2, columnOf(COPY, "recomputed"), 8]]);
    expect(told(typed)).toEqual([at("recomputed"), at("difference")]);
  });

  it("says what belongs there", () => {
    const [finding] = review(emptied(["difference"])).findings.filter(({ code }) => code === "formula-overwritten");
    expect(finding && messageOf(finding, "zh")).toMatch(/此处原为公式 =.*，已被清空。请恢复公式。$/);
    expect(finding && messageOf(finding, "en")).toMatch(/was deleted\. Restore it\.$/);
  });

  it("a sum of 核验记录", () => {
    const record = COPY.sheets.find(({ name }) => name === "核验记录");
    const sum = record?.cells.find(({ formula }) => formula?.startsWith("=") === true);
    if (!sum) throw new Error("no formula on 核验记录");
    const copy = put(COPY, "核验记录", [[sum.row, sum.column, null]]);
    expect(told(copy)).toEqual([sheetA1({ sheet: "核验记录", ...sum })]);
  });

  it("the next run puts it back", () => {
    const copy = emptied(["recomputed", "conclusion"]);
    const again = calculated(applyPlan(copy, planReview(copy, review(copy), { lang: "zh" }).plan));
    expect(told(again)).toEqual([]);
  });
});

describe("[P15] what was never there is not missing", () => {
  it("a row that the unit inserted and filled in", () => {
    const book = insertRows(COPY, SHEET, 4, 1);
    const row = ["产出", "数量", "回访完成率", "100%", "100%", 10, STEPS, 10, ""];
    expect(
      told(
        put(
          book,
          SHEET,
          row.map((value, column) => [4, column, value] as const),
        ),
      ),
    ).toEqual([]);
  });

  it("rules chosen since: rows that were not judged before", () => expect(told(COPY, PROJECT)).toEqual([]));

  it("a standard printed since", () => expect(told(put(COPY, SHEET, [[4, 6, STEPS]]))).toEqual([]));

  it("a finding that is new", () => expect(told(put(COPY, SHEET, [[2, 7, 8]]))).toEqual([]));

  it("a finding that was gone and is there again", () => {
    const wrong = put(COPY, SHEET, [[2, 7, 8]]);
    const first = applied(wrong);
    const mended = applied(put(first, SHEET, [[2, 7, 9.5]]));
    expect(told(put(mended, SHEET, [[2, 7, 8]]))).toEqual([]);
  });
});

const applied = (book: WorkbookSnapshot): WorkbookSnapshot =>
  calculated(applyPlan(book, planReview(book, review(book), { lang: "zh" }).plan));

describe("[P15] 已消除 in 核验记录", () => {
  const RECORD = "核验记录";
  /** A deduction without a reason, so that the record lists it. */
  const BOOK = gridBook(ROWS.map((row) => row.map((cell) => (cell === "两户外出务工" ? "" : cell))));
  const OPEN = scored(BOOK);
  const rowOf = (book: WorkbookSnapshot): { readonly row: number; readonly status: number } => {
    const { record } = readOurs(book);
    if (record === null || record === "unreadable") throw new Error("no record");
    const entry = record.entries.find(({ code }) => code === "justification-missing");
    return { row: entry?.row ?? -1, status: record.columns.status };
  };
  const sealOf = (book: WorkbookSnapshot) => {
    const { record } = readOurs(book);
    return record === null || record === "unreadable"
      ? null
      : record.entries.find(({ row }) => row === rowOf(book).row)?.seal;
  };
  const over = (book: WorkbookSnapshot, value: CellScalar): WorkbookSnapshot =>
    put(book, RECORD, [[rowOf(book).row, rowOf(book).status, value]]);

  it("typed over a live status is told where it stands", () => {
    const { row, status } = rowOf(OPEN);
    expect(told(over(OPEN, "已消除"))).toEqual([sheetA1({ sheet: RECORD, row, column: status })]);
  });

  it("that we wrote, since the finding was gone, is none when it is there again", () => {
    const gone = scored(put(OPEN, SHEET, [[2, 8, "两户外出务工"]]));
    expect(sealOf(gone)?.status).toBe("settled");
    expect(told(put(gone, SHEET, [[2, 8, null]]))).toEqual([]);
  });

  it("in a copy whose rows do not say what we wrote is left as it is", () => {
    const { row } = rowOf(OPEN);
    const { record } = readOurs(OPEN);
    if (record === null || record === "unreadable") throw new Error("no record");
    const before = record.entries.find((entry) => entry.row === row);
    const seal = `${before?.fingerprint ?? ""}:${before?.seal?.values ?? ""}`;
    expect(told(over(put(OPEN, RECORD, [[row, record.columns.seal, seal]]), "已消除"))).toEqual([]);
  });
});
